"""The schema: made and migrated by Alembic, from the first revision on."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, String, column, inspect, select, table, text

from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import Place, StoreError

HEAD = "0005"
"""The newest revision, so that opening needs no Alembic (0.2 s); a test ties it to ``versions``."""

VERSION_TABLE = "cosmos_schema"
"""Not Alembic's usual name, so that another program's database is not taken for ours."""

_ALEMBIC = threading.RLock()  # Alembic's context is one for the whole process
_ADVISORY_LOCK = 0x436F534D  # an arbitrary number of our own


def bring_up_to_date(database: Database) -> None:
    """Make the schema, or migrate an older one, all or nothing; do nothing if it is current.

    Raises:
        StoreError: If the database is newer than this code, or another program's.
    """
    with database.reading() as connection:
        if _revision(connection) == HEAD:
            return
    with changing_schema(database) as connection:
        found = revision_of(connection, database.place)
        if found is not None and found not in known_revisions():
            raise StoreError("newer", database.place)
        if found != HEAD:
            upgrade(connection)


@contextmanager
def changing_schema(database: Database) -> Iterator[Connection]:
    """A transaction in which nobody else changes the schema."""
    with _ALEMBIC, database.writing() as connection:
        if not database.is_sqlite:  # there, BEGIN IMMEDIATE keeps other processes out
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        yield connection


def revision_of(connection: Connection, place: Place) -> str | None:
    """The revision of a database; None if it is empty.

    Raises:
        StoreError: If it is another program's.
    """
    found = _revision(connection)
    if found is None and inspect(connection).get_table_names():
        raise StoreError("not-ours", place)
    return found


def known_revisions() -> frozenset[str]:
    """Every revision that this code can bring up to date."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    return frozenset(script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions())


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring a database to a revision, within a transaction in which nobody else changes its schema."""
    from alembic import command  # noqa: PLC0415

    with _ALEMBIC:
        command.upgrade(alembic_config(connection), to)


def alembic_config(connection: Connection | None = None) -> Any:
    """Alembic's configuration for our migrations; with an open transaction if it is to change anything."""
    from alembic.config import Config  # noqa: PLC0415  (only when there is something to migrate)

    config = Config()
    config.set_main_option("script_location", "cosmos_app.storage:migrations")
    config.attributes["connection"] = connection
    return config


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    version = column("version_num", String)
    return connection.execute(select(version).select_from(table(VERSION_TABLE, version))).scalar()
