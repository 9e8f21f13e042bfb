"""The addresses of the files that can be taken away; ``downloads`` writes them, and asks who wants them."""

from urllib.parse import urlencode

from cosmos_app.storage import Room
from cosmos_app.workshop.participation import Participation

FILES = "/files"
"""What the address of every download begins with."""

COPIES = (".pdf", ".json")
"""Formats of the copy of what a person said in a room: to read, and for other programs."""


def report_of(room: Room, ending: str, parts: list[str]) -> str:
    """The address of a room's report.

    Args:
        room: The room.
        ending: Of its format; one of ``texts.files.REPORT_FORMATS``.
        parts: What stands in it.
    """
    return _address("report", w=room.id, ending=ending, parts=",".join(parts))


def export_of(room: Room, ending: str) -> str:
    """The address of a room's export; *ending* is a key of ``texts.files.EXPORT_FORMATS``."""
    return _address("export", w=room.id, ending=ending)


def shared_of(room: Room) -> str:
    """The address of what a room's site agreed to share."""
    return _address("shared", w=room.id)


def form_of(room: Room, *, large: bool) -> str:
    """The address of a room's form on paper."""
    return _address("form", w=room.id, **({"size": "large"} if large else {}))


def own_report_of(participation: Participation, ending: str, *, own_words: bool) -> str:
    """The address of the report of a visit, which opens to nobody but the person in its seat."""
    words = {} if own_words else {"words": "no"}
    return _address("own-report", of=participation.questionnaire.id, ending=ending, **words)


def own_file_of(participation: Participation, ending: str) -> str:
    """The address of another file of a visit, likewise; *ending* is ".csv" or ".json"."""
    return _address("own", of=participation.questionnaire.id, ending=ending)


def own_copy_of(ending: str) -> str:
    """The address of a copy of what a person said in a room, likewise; *ending* is a key of ``COPIES``."""
    return _address("own-copy", ending=ending)


def _address(name: str, **query: str) -> str:
    return f"{FILES}/{name}?{urlencode(query)}"
