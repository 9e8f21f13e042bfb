"""What goes wrong with the store or with a backup: for every fault, what is wrong and what to do about it."""

from collections.abc import Mapping
from typing import Any

from cosmos_app.storage.backup_errors import BackupError, BackupFault, BackupReason
from cosmos_app.storage.errors import Fault, Place, ServerDatabase, StoreError
from cosmos_app.texts.message import Plural, Text
from models.problems import Problem

STORE_FAULTS: Mapping[Fault, tuple[Text, Text]] = {
    "full": (
        Text("There is no space left for {place}; the last change was not kept."),
        Text("Free some space and save again; everything kept before is whole."),
    ),
    "busy": (
        Text("{place} has been busy for too long; the last change was not kept."),
        Text("Close other programs that have it open and save again."),
    ),
    "unwritable": (
        Text("{place} can't be written."),
        Text(
            "Give this account the right to write the file and its folder, or choose another folder with --data "
            "or COSMOS_DATA."
        ),
    ),
    "not-ours": (
        Text("{place} holds something other than CoSMoS data."),
        Text("Choose another folder with --data or COSMOS_DATA, or an empty database with COSMOS_DATABASE_URL."),
    ),
    "damaged": (
        Text("{place} is damaged."),
        Text("Stop CoSMoS, put the file aside with those of the same name beside it, and restore a backup."),
    ),
    "newer": (
        Text("{place} was made by a newer CoSMoS than this one."),
        Text("Install the newer CoSMoS, or choose another folder with --data or COSMOS_DATA."),
    ),
    "gone": (
        Text("{place} no longer holds what this belongs to; the last change was not kept."),
        Text("Start again or ask the facilitator: the workshop may have been erased."),
    ),
    "taken": (Text("This code is already somebody's in {place}."), Text("Make another.")),
    "unreachable": (
        Text("{place} can't be reached."),
        Text("Check that the database runs and that COSMOS_DATABASE_URL names it rightly."),
    ),
    "unread": (
        Text("{place} could not be read or written; the last change was not kept."),
        Text("Check the disk or the network drive it is on, and save again."),
    ),
    "no-address": (
        Text("COSMOS_DATABASE_URL is not the address of a database that can be used here."),
        Text(
            "Write sqlite:///PATH or postgresql+psycopg://USER:PASSWORD@HOST/DATABASE; PostgreSQL needs "
            "the package psycopg[binary]."
        ),
    ),
    "no-file": (
        Text("COSMOS_DATABASE_URL names no file, and answers kept in memory only would be lost."),
        Text("Write sqlite:///PATH."),
    ),
    "no-definition": (
        Text("{place} holds no definition {hash}…."),
        Text("Restore a backup of the whole store, or start a new workshop."),
    ),
    "too-long": (
        Text("This text has {letters} letters; at most {most} are kept here, and nothing was changed."),
        Text("Shorten it and save again."),
    ),
    "nameless-site": (
        Text("A site without a name can't be kept."),
        Text("Give it the name that its workshops have."),
    ),
    "nothing-there": (
        Text("{place} holds no CoSMoS data, so there is nothing to back up."),
        Text("Name the folder that does with --data or COSMOS_DATA."),
    ),
    "not-empty": (
        Text("{place} is not empty, and a backup never mixes with what is there. Nothing was changed."),
        Text("Choose an empty folder with --data or COSMOS_DATA, or an empty database with COSMOS_DATABASE_URL."),
    ),
}
"""Each fault of a ``StoreError`` with what is wrong and what to do about it."""

SERVER_DATABASE = Text('The database "{database}" at {host}')
THIS_MACHINE = Text("this machine")
WRONG_AND_MEND = Text("{wrong} {mend}")

CHANGED_SINCE = Text("Choose another backup: this one was changed after it was written.")
CHANGED_OR_PARTIAL = Text("Choose another backup: this one was changed, or is not whole.")
OF_COSMOS_BACKUP = Text("Choose a file that cosmos backup wrote.")

BACKUP_FAULTS: Mapping[BackupReason, tuple[str, Text | Plural, Text]] = {
    "name-taken": (
        "unwritable",
        Text("This is there already."),
        Text("Choose another name; a backup never takes the place of a file."),
    ),
    "unwritable": (
        "unwritable",
        Text("This can't be written: {because}."),
        Text("Free some space, or choose another folder."),
    ),
    "unreadable": (
        "unreadable-file",
        Text("This can't be read: {because}."),
        Text("Name a file that is there and that this account may read."),
    ),
    "not-a-backup": (
        "not-a-backup",
        Text("This is no backup, or only a part of one, or it was packed in another way."),
        OF_COSMOS_BACKUP,
    ),
    "no-manifest": (
        "not-a-backup",
        Text("There is no {manifest} in it that says what a backup holds."),
        OF_COSMOS_BACKUP,
    ),
    "other-format": (
        "newer",
        Text("This has the format {found}, and {known} can be restored here."),
        Text("Install the CoSMoS that wrote it."),
    ),
    "newer": (
        "newer",
        Text("This was written by CoSMoS {engine}, which is newer than this one."),
        Text("Install that one, then restore."),
    ),
    "table-missing": ("other-tables", Text('The table "{table}" is missing.'), CHANGED_OR_PARTIAL),
    "table-unknown": ("other-tables", Text('The table "{table}" is unknown.'), CHANGED_OR_PARTIAL),
    "part-missing": ("missing-rows", Text("This part is missing."), Text("Choose another backup.")),
    "not-json": ("broken-row", Text("This is not JSON."), CHANGED_SINCE),
    "not-a-row": ("broken-row", Text("This is not a row of {columns}."), CHANGED_SINCE),
    "value-missing": ("broken-row", Text('"{column}" is missing.'), CHANGED_SINCE),
    "value-unfit": ("broken-row", Text('What stands at "{column}" can\'t be kept.'), CHANGED_SINCE),
    "more-broken-rows": (
        "broken-row",
        Plural("{n} more row can't be read.", "{n} more rows can't be read."),
        CHANGED_SINCE,
    ),
    "row-count": (
        "missing-rows",
        Plural("There is {n} row, and there should be {wanted}.", "There are {n} rows, and there should be {wanted}."),
        CHANGED_SINCE,
    ),
    "not-fitting": (
        "broken-row",
        Text("Rows of this table stand there twice, or belong to others that are missing."),
        CHANGED_SINCE,
    ),
}
"""Each reason of a ``BackupError`` with the code of its problem, what is wrong and what to do about it."""

ABOUT_BACKUP = Text(
    "Everything that one CoSMoS keeps: workshops, people's answers word for word, and hashes of what brings them back "
    "to their seats. Keep this file as safe as the answers. What is erased in CoSMoS later stays in it."
)
"""What a backup says of itself to people who open it."""


def store_wrong(error: StoreError) -> str:
    """What is wrong, in one sentence.

    >>> store_wrong(StoreError("unwritable", "/data/cosmos.sqlite3"))
    "/data/cosmos.sqlite3 can't be written."
    """
    return STORE_FAULTS[error.fault][0](**_named(error))


def store_problem(error: StoreError) -> str:
    """What is wrong, and what to do about it."""
    return WRONG_AND_MEND(wrong=store_wrong(error), mend=STORE_FAULTS[error.fault][1](**_named(error)))


def backup_problems(error: BackupError) -> list[Problem]:
    """What is wrong with a backup and what to do about it, fault by fault."""
    return [_problem(str(error.file), fault) for fault in error.faults]


def _problem(file: str, fault: BackupFault) -> Problem:
    code, wrong, mend = BACKUP_FAULTS[fault.reason]
    values: dict[str, Any] = dict(fault.values)
    return Problem(
        code=code,
        file=file,
        pointer=f"/{fault.member}" if fault.member else "",
        wrong=wrong(**values),
        mend=mend(**values),
        line=fault.line,
    )


def _named(error: StoreError) -> Mapping[str, object]:
    """What the sentences of an error name, by placeholder."""
    return error.values if error.place is None else {**error.values, "place": _place(error.place)}


def _place(place: Place) -> str:
    if isinstance(place, ServerDatabase):
        return SERVER_DATABASE(database=place.database, host=place.host or THIS_MACHINE())
    return place
