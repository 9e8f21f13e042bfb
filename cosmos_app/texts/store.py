"""What goes wrong with the store: for every fault, what is wrong and what to do about it."""

from collections.abc import Mapping

from cosmos_app.storage.errors import Fault, Place, ServerDatabase, StoreError
from cosmos_app.texts.message import Text

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
    "short-key": (
        Text("COSMOS_CODE_KEY has fewer than {least} letters, so it could be guessed."),
        Text("Make it of {least} random letters and more, the same for all servers of one database."),
    ),
}
"""Each fault of a ``StoreError`` with what is wrong and what to do about it."""

SERVER_DATABASE = Text('The database "{database}" at {host}')
THIS_MACHINE = Text("this machine")
WRONG_AND_MEND = Text("{wrong} {mend}")

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


def _named(error: StoreError) -> Mapping[str, object]:
    """What the sentences of an error name, by placeholder."""
    return error.values if error.place is None else {**error.values, "place": _place(error.place)}


def _place(place: Place) -> str:
    if isinstance(place, ServerDatabase):
        return SERVER_DATABASE(database=place.database, host=place.host or THIS_MACHINE())
    return place
