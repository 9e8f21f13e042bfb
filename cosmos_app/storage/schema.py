"""Bringing a database to the schema of this code, through Alembic, from the first revision on."""

import threading
from typing import Any

from sqlalchemy import Connection, String, column, inspect, select, table, text

from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import store_error

HEAD = "0003"
"""The newest revision, so that opening needs no Alembic (0.2 s); a test ties it to ``versions``."""

VERSION_TABLE = "cosmos_schema"
"""Not Alembic's usual name: another program's database must not pass for ours."""

_ALEMBIC = threading.Lock()  # Alembic's context is one for the whole process
_ADVISORY_LOCK = 0x436F534D  # any number that only we would choose


def bring_up_to_date(database: Database) -> None:
    """Make the schema, or migrate an older one, all or nothing; does nothing when it is current.

    Raises:
        StoreError: If the database is newer than this code, or another program's.
    """
    with database.reading() as connection:
        if _revision(connection) == HEAD:
            return
    with _ALEMBIC, database.writing() as connection:
        if not database.is_sqlite:  # there, BEGIN IMMEDIATE has kept other processes out
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        found = _revision(connection)
        if found is None and inspect(connection).get_table_names():
            raise store_error("not-ours", database.place)
        if found != HEAD:
            _migrate(connection, found, database.place)


def alembic_config(connection: Connection) -> Any:
    """Alembic's configuration for our migrations, over an open transaction."""
    from alembic.config import Config  # noqa: PLC0415  (only when there is something to migrate)

    config = Config()
    config.set_main_option("script_location", "cosmos_app.storage:migrations")
    config.attributes["connection"] = connection
    return config


def _migrate(connection: Connection, found: str | None, place: str) -> None:
    from alembic import command  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = alembic_config(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise store_error("newer", place)
    command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    version = column("version_num", String)
    return connection.execute(select(version).select_from(table(VERSION_TABLE, version))).scalar()
