"""Backups: everything in a store written to a file, and such a file restored into an empty store, on either database.

A backup holds the tables as they are in the database, at whatever revision. So a store can be backed up before a newer
CoSMoS migrates it, and an old backup is restored at its own revision first and migrated then, in one transaction.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from sqlalchemy import Connection, Integer, MetaData, Table, create_engine, false, func, insert, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import DropTable

from cosmos_app.storage.backup_files import (
    MANIFEST,
    BackupError,
    Manifest,
    faults,
    new_backup,
    old_backup,
    problem,
    read_manifest,
    rows_of,
    write_manifest,
    write_rows,
)
from cosmos_app.storage.backup_limits import check_limits
from cosmos_app.storage.clock_and_ids import today_here
from cosmos_app.storage.engine import Database, missing_file, open_database
from cosmos_app.storage.errors import Place, StoreError, translated
from cosmos_app.storage.migrate import VERSION_TABLE, changing_schema, known_revisions, revision_of, upgrade

AT_ONCE = 1000
"""Rows read and written in one go; a backup of any size takes the same memory."""


def back_up(address: str, file: Path, about: str = "", today: date | None = None) -> Manifest:
    """Write everything in a store to a file; people may go on answering meanwhile.

    Args:
        address: Of the store's database.
        file: What to write; there must be none of this name.
        about: What the backup says of itself to people who open it.
        today: The day that stands in the backup; None means today.

    Raises:
        StoreError: If there is no store there.
        BackupError: If the file can't be written, or is there.
    """
    day = today or today_here()
    database = _open_existing(address)
    try:
        with database.reading() as connection:
            revision = _known_revision(connection, database.place)
            if revision is None:
                raise StoreError("nothing-there", database.place)
            with new_backup(file) as archive:
                rows = {
                    table.name: write_rows(archive, table.name, _read(connection, table, database.place), day)
                    for table in _tables(connection)
                }
                manifest = Manifest(revision=revision, engine=version("cosmos"), created_on=day.isoformat(), rows=rows)
                write_manifest(archive, manifest, about, day)
    finally:
        database.close()
    return manifest


def restore(address: str, file: Path) -> Manifest:
    """Restore a backup into an empty store, whole or not at all, and migrate it to this code's revision.

    Args:
        address: Of the store's database; a SQLite file and its folder are made if missing.
        file: The backup.

    Raises:
        BackupError: If it can't be restored; with every problem found.
        StoreError: If there can be no store there, or one that is not empty.
    """
    with old_backup(file) as archive:
        check_limits(archive, file)
        manifest = read_manifest(archive, file)
        _check(archive, file, manifest)
        database = open_database(address)
        try:
            with changing_schema(database) as connection:
                _clear(connection, database.place)
                upgrade(connection, manifest.revision)
                for table in _tables(connection):
                    _fill(connection, table, rows_of(archive, file, table), file)
                upgrade(connection)
        finally:
            database.close()
    return manifest


def _check(archive: ZipFile, file: Path, manifest: Manifest) -> None:
    """Refuse a backup whose rows do not fit the tables of its own revision."""
    if manifest.revision not in known_revisions():
        raise BackupError([problem("newer.engine", file, MANIFEST, values={"engine": manifest.engine})])
    scratch = create_engine("sqlite://")
    with scratch.begin() as connection:
        upgrade(connection, manifest.revision)
        tables = {table.name: table for table in _tables(connection)}
    scratch.dispose()
    if problems := faults(archive, file, manifest, tables):
        raise BackupError(problems)


def _clear(connection: Connection, place: Place) -> None:
    """Drop the empty tables of a store that was opened but never used, whatever their revision."""
    if _known_revision(connection, place) is None:
        return
    tables = _tables(connection)
    if any(connection.execute(select(table).limit(1)).first() for table in tables):
        raise StoreError("not-empty", place)
    for table in [*reversed(tables), Table(VERSION_TABLE, MetaData())]:
        connection.execute(DropTable(table))


def _fill(connection: Connection, table: Table, rows: Iterator[Mapping[str, Any]], file: Path) -> None:
    try:
        while batch := list(islice(rows, AT_ONCE)):
            connection.execute(insert(table), batch)
    except IntegrityError as error:
        raise BackupError([problem("broken-row.not-fitting", file, f"{table.name}.jsonl")]) from error
    if connection.dialect.name == "postgresql":
        _update_statistics(connection, table)


def _update_statistics(connection: Connection, table: Table) -> None:
    """Tell PostgreSQL how many rows there are (else queries may take minutes), and where to number new ones from."""
    connection.execute(text(f"ANALYZE {connection.dialect.identifier_preparer.format_table(table)}"))
    for column in table.primary_key:
        if isinstance(column.type, Integer) and column.server_default is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            last = select(func.setval(sequence, func.coalesce(func.max(column), 0) + 1, false()))
            connection.execute(last)


def _read(connection: Connection, table: Table, place: Place) -> Iterator[dict[str, Any]]:
    """The rows, by their ids, which are random and so hide who came first."""
    query = select(table).order_by(*table.primary_key)
    with translated(place):  # here, because an error further out is one of writing the file
        for row in connection.execute(query, execution_options={"yield_per": AT_ONCE}).mappings():
            yield dict(row)


def _tables(connection: Connection) -> list[Table]:
    """The tables as they are in the database, referenced ones first; JSON stays the text it is."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: name != VERSION_TABLE)
    return found.sorted_tables


def _open_existing(address: str) -> Database:
    """The database at an address; none is made there."""
    if (file := missing_file(address)) is not None:
        raise StoreError("nothing-there", str(file))
    return open_database(address)


def _known_revision(connection: Connection, place: Place) -> str | None:
    found = revision_of(connection, place)
    if found is not None and found not in known_revisions():
        raise StoreError("newer", place)
    return found
