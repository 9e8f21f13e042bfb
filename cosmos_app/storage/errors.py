"""What can go wrong with a store, said so that the person in front of it knows what to do."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionError

Fault = Literal["full", "busy", "unwritable", "not-ours", "damaged", "newer", "gone", "taken", "unreachable", "unread"]

SENTENCES: Mapping[Fault, tuple[str, str]] = {
    "full": (
        "There is no space left for {place}; the last change was not kept.",
        "Free some space and save again; everything kept before is whole.",
    ),
    "busy": (
        "{place} has been busy for too long; the last change was not kept.",
        "Close other programs that have it open and save again.",
    ),
    "unwritable": (
        "{place} can't be written.",
        "Give this account the right to write the file and its folder, or choose another folder with --data "
        "or COSMOS_DATA.",
    ),
    "not-ours": (
        "{place} holds something other than CoSMoS data.",
        "Choose another folder with --data or COSMOS_DATA, or an empty database with COSMOS_DATABASE_URL.",
    ),
    "damaged": (
        "{place} is damaged.",
        "Stop CoSMoS, put the file aside with those of the same name beside it, and restore a backup.",
    ),
    "newer": (
        "{place} was made by a newer CoSMoS than this one.",
        "Install the newer CoSMoS, or choose another folder with --data or COSMOS_DATA.",
    ),
    "gone": (
        "{place} no longer holds what this belongs to; the last change was not kept.",
        "Start again or ask the facilitator: the workshop may have been erased.",
    ),
    "taken": ("This code is already somebody's in {place}.", "Make another."),
    "unreachable": (
        "{place} can't be reached.",
        "Check that the database runs and that COSMOS_DATABASE_URL names it rightly.",
    ),
    "unread": (
        "{place} could not be read or written; the last change was not kept.",
        "Check the disk or the network drive it is on, and save again.",
    ),
}


class StoreError(Exception):
    """The store can't do what was asked, and has kept nothing of it.

    Attributes:
        wrong: What is wrong and where, in one sentence.
        mend: What to do about it, in one sentence.
    """

    def __init__(self, wrong: str, mend: str) -> None:
        self.wrong = wrong
        self.mend = mend
        super().__init__(f"{wrong} {mend}")


class TakenError(StoreError):
    """A token is somebody else's; whoever makes short codes tries another."""


def store_error(fault: Fault, place: str) -> StoreError:
    """The error for a fault at a place."""
    wrong, mend = SENTENCES[fault]
    kind = TakenError if fault == "taken" else StoreError
    return kind(wrong.format(place=place), mend)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what a driver says into a ``StoreError``; leave what is our own mistake as it is."""
    try:
        yield
    except NoConnectionError as error:
        raise store_error("busy", place) from error
    except DBAPIError as error:
        if (fault := _fault_of(error)) is None:
            raise
        raise store_error(fault, place) from error
    except OSError as error:
        raise store_error("unread", place) from error


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
    sqlite3.SQLITE_IOERR_SHMSIZE: "full",  # so says a first start on a full disk (tried)
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
        return _OF_SQLITE.get(code, _OF_SQLITE.get(code & 0xFF))  # the low byte is the kind, the rest its variety
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return _OF_POSTGRESQL.get(state)
    return "unreachable" if isinstance(error, OperationalError) else None
