"""From an address to a database that never loses what it has acknowledged."""

import errno
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from copy import copy
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from cosmos_app.settings import data_dir
from cosmos_app.storage.errors import Fault, Place, ServerDatabase, StoreError, translated

BUSY_SECONDS = 5.0
"""How long a write waits for its turn."""

CONNECTIONS = 8
"""Connections kept open to a SQLite file. None beyond: closing the last one checkpoints the WAL (measured:
3 ms for a save instead of 0.4)."""

_WRITES = "cosmos_writes"


class Database:
    """A database to read and write in whole transactions.

    Attributes:
        engine: SQLAlchemy's engine.
        place: Where it is; without a password.
        is_sqlite: Whether it is a SQLite file; else it is a PostgreSQL server's.
        folder: Where files lie that belong to it and must not be in it: that of the file, else the data folder.
    """

    def __init__(self, engine: Engine, place: Place, busy_seconds: float) -> None:
        self.engine = engine
        self.place = place
        self.is_sqlite = engine.dialect.name == "sqlite"
        self.folder = Path(place).parent if self.is_sqlite and isinstance(place, str) else data_dir()
        if self.is_sqlite:
            self._insert: Callable[[Table], Any] = sqlite.insert
        else:
            from sqlalchemy.dialects.postgresql import insert  # noqa: PLC0415  (most never need it)

            self._insert = insert
        # In SQLite, a transaction sees one state anyway; in PostgreSQL, by default every statement sees a new one.
        self._reader = engine if self.is_sqlite else engine.execution_options(isolation_level="REPEATABLE READ")
        self._writer = engine.execution_options(**{_WRITES: True})
        self._busy_seconds = busy_seconds
        self._turn = threading.Lock()
        self._upserts: dict[Table, Any] = {}
        self._within: Connection | None = None

    def within(self, connection: Connection) -> "Database":
        """The same database, which reads inside a transaction that is open already; it does not write."""
        inside = copy(self)
        inside._within = connection
        return inside

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database throughout."""
        if self._within is not None:
            yield self._within
            return
        with translated(self.place), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at its end, or rolled back if anything raises."""
        with translated(self.place), self._turn_to_write(), self._writer.begin() as connection:
            yield connection

    def upsert(self, table: Table) -> Any:
        """The statement that inserts a row, given as its parameters, or replaces one of the same primary key."""
        if table not in self._upserts:  # building one takes longer than running it
            statement = self._insert(table)
            keys = [column.name for column in table.primary_key]
            others = {c.name: statement.excluded[c.name] for c in table.columns if not c.primary_key}
            self._upserts[table] = statement.on_conflict_do_update(index_elements=keys, set_=others)
        return self._upserts[table]

    def insert_new(self, table: Table) -> Any:
        """The statement that inserts a row, given as its parameters, unless one of the same primary key is there."""
        return self._insert(table).on_conflict_do_nothing()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def scrub(self) -> None:
        """Empty SQLite's write-ahead log, which may still hold what was just erased.

        Best effort: the erasure itself is committed already, and SQLite empties the log anyway when it has grown.
        """
        if self.is_sqlite:
            with translated(self.place), self.engine.connect() as connection, suppress(sqlite3.Error):
                driver: Any = connection.connection.driver_connection  # SQLAlchemy would begin a transaction
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        """Queue this process's writers: with SQLite's own lock, some wait for seconds (measured: 4.2 s)."""
        if not self.is_sqlite:
            yield
            return
        if not self._turn.acquire(timeout=self._busy_seconds):
            raise StoreError("busy", self.place)
        try:
            yield
        finally:
            self._turn.release()


def open_database(address: str, busy_seconds: float = BUSY_SECONDS) -> Database:
    """Open the database at an address; a SQLite file and its folder are made if missing.

    Args:
        address: ``sqlite:///path`` (%-encoded) or ``postgresql+psycopg://…``.
        busy_seconds: How long a write waits for its turn.

    Raises:
        StoreError: If there can be no database there.
    """
    with suppress(ArgumentError, NoSuchModuleError, ModuleNotFoundError):
        url = make_url(address)
        if url.get_backend_name() == "sqlite":
            return _open_sqlite(_file_in(address), busy_seconds)
        if url.get_backend_name() == "postgresql":
            place = ServerDatabase(database=url.database or "", host=url.host or "")
            return Database(_engine(url, pool_pre_ping=True), place, busy_seconds)
    # Raised here without its cause, which may quote the address with its password.
    raise StoreError("no-address")


def missing_file(address: str) -> Path | None:
    """The SQLite file that an address names, if it is not there; None if it is, or for any other address."""
    if not address.startswith("sqlite:///"):
        return None
    file = Path(_file_in(address))
    return None if file.is_file() else file


def _file_in(address: str) -> str:
    # Decoded here, because SQLAlchemy decodes the %-escapes of a path since 2.1 only.
    return unquote(address.partition(":///")[2].partition("?")[0])


def _engine(url: URL, **options: Any) -> Engine:
    # Parameters are hidden, because errors are logged and shown, and people's answers must not be.
    return create_engine(url, hide_parameters=True, **options)


def _open_sqlite(file: str, busy_seconds: float) -> Database:
    if file in {"", ":memory:"}:
        raise StoreError("no-file")
    path = Path(file).absolute()
    _make(path)
    engine = _engine(
        URL.create("sqlite", database=str(path)),
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=busy_seconds,
        # isolation_level: we send BEGIN ourselves; the driver would send it late, and not for every statement.
        connect_args={"timeout": busy_seconds, "isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return Database(engine, str(path), busy_seconds)


def _make(path: Path) -> None:
    """Make the file if it is missing, readable by this account only; SQLite would let everyone read it."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        fault: Fault = "full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else "unwritable"
        raise StoreError(fault, str(path)) from error
    # An existing file is not opened here: closing it would release the locks that this process has on it.
    if not path.is_file() or not os.access(path, os.W_OK):
        raise StoreError("unwritable", str(path))


def _prepare(connection: Any, _record: Any) -> None:
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # NORMAL may forget the last commits when the power fails
        "foreign_keys = ON",
        "secure_delete = ON",  # what people withdraw is overwritten on the disk
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another one wrote in between,
    # whatever the timeout (measured); one that asks for the write lock first waits for it.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
