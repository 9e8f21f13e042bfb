"""What can go wrong with a store. Errors carry a fault and its values; ``texts.store`` has the sentences."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionError

Fault = Literal[
    "full",
    "busy",
    "unwritable",
    "not-ours",
    "damaged",
    "newer",
    "gone",
    "taken",
    "unreachable",
    "unread",
    "no-address",
    "no-file",
    "no-definition",
    "too-long",
    "nameless-site",
    "nothing-there",
    "not-empty",
    "short-key",
]
"""What can be wrong: a key of the app's table of sentences, ``texts.store``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerDatabase:
    """Where a store is that a server keeps; without its password.

    Attributes:
        database: Its name on the server.
        host: The server's; "" for this machine.
    """

    database: str
    host: str


Place = str | ServerDatabase
"""Where a store is: the path of its file, or a database on a server."""


class StoreError(Exception):
    """The store can't do what was asked, and has kept nothing of it.

    Attributes:
        fault: What is wrong.
        place: Where the store is; None where that has nothing to do with it.
        values: What else the app's sentence names, by placeholder.
    """

    def __init__(self, fault: Fault, place: Place | None = None, **values: object) -> None:
        self.fault: Fault = fault
        self.place = place
        self.values = values
        super().__init__(fault)

    def __str__(self) -> str:
        named = {} if self.place is None else {"place": self.place}
        return " ".join([self.fault, *(f"{name}={value!r}" for name, value in {**named, **self.values}.items())])


class TakenError(StoreError):
    """A token is somebody else's; whoever makes short codes tries another."""

    def __init__(self, place: Place) -> None:
        super().__init__("taken", place)


@contextmanager
def translated(place: Place) -> Iterator[None]:
    """Turn the errors of a database driver into a ``StoreError``; let errors of our own code through."""
    try:
        yield
    except NoConnectionError as error:
        raise StoreError("busy", place) from error
    except DBAPIError as error:
        if (fault := _fault_of(error)) is None:
            raise
        raise StoreError(fault, place) from error
    except OSError as error:
        raise StoreError("unread", place) from error


_OF_SQLITE: Mapping[int, Fault] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_READONLY: "unwritable",
    sqlite3.SQLITE_CANTOPEN: "unwritable",
    sqlite3.SQLITE_PERM: "unwritable",
    sqlite3.SQLITE_NOTADB: "not-ours",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_IOERR: "unread",
    sqlite3.SQLITE_IOERR_SHMSIZE: "full",  # what a first start on a full disk raises (tried)
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: "gone",
}

_OF_POSTGRESQL: Mapping[str, Fault] = {  # https://www.postgresql.org/docs/current/errcodes-appendix.html
    "53100": "full",
    "55P03": "busy",
    "40001": "busy",
    "40P01": "busy",
    "25006": "unwritable",
    "42501": "unwritable",
    "23503": "gone",
}


def _fault_of(error: DBAPIError) -> Fault | None:
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return _OF_SQLITE.get(code, _OF_SQLITE.get(code & 0xFF))  # the low byte is the primary code
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return _OF_POSTGRESQL.get(state)
    return "unreachable" if isinstance(error, OperationalError) else None
