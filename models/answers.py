"""Answers: what a person said, or which kind of silence it was."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from math import isfinite
from types import MappingProxyType
from typing import Any, Literal
from urllib.parse import urlsplit

from models.items import EXPERIENCES, Item
from models.problems import excerpt
from models.silences import NoValue, Skipped, silence_of

KNOWN_BY = ("seen", "heard", "guess")
"""How a person knows what they answered."""

KnownBy = Literal["seen", "heard", "guess"]

FaultReason = Literal[
    "no-such-choice",
    "nothing-ticked",
    "ticked-twice",
    "not-a-number",
    "too-small",
    "too-large",
    "empty",
    "too-long",
    "not-a-date",
    "not-an-experience",
    "unreadable-address",
    "not-of-the-web",
    "address-too-long",
    "not-an-address",
    "no-entries",
    "too-many-entries",
    "note-too-long",
]

LONGEST_NOTE = 2000
LONGEST_NAME = 120
MOST_ENTRIES = 8
"""Most actors or links in one answer, as in the original COSMOS."""


@dataclass(frozen=True, slots=True)
class Value:
    """An answer that has a value.

    Attributes:
        value: A number (rubric, rating, number, experience), a word (choice, text, date, actor), or a
            tuple of words (checklist, actors, links).
    """

    value: int | float | str | tuple[str, ...]


Answer = Value | NoValue


def code_of(answer: Answer) -> str | None:
    """The non-answer's code in files and conditions; None for a value, "" for skipped."""
    return None if isinstance(answer, Value) else silence_of(answer).code


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something others could look at.

    Attributes:
        link: An http or https address; "" for none.
        date: ISO date; "" for none.
        note: A few words; "" for none.
    """

    link: str = ""
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer with what the person wished to add to it.

    Attributes:
        why: Their reason, in their words; "" for none.
        known_by: How they know; None if not said.
    """

    answer: Answer
    why: str = ""
    evidence: Evidence | None = None
    known_by: KnownBy | None = None


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """One person's responses; recording gives a new sheet."""

    responses: Mapping[str, Response] = field(default_factory=lambda: MappingProxyType({}))

    def record(self, item: str, answer: Answer | Response) -> "AnswerSheet":
        """The sheet with this answer in place of any earlier one."""
        response = answer if isinstance(answer, Response) else replace(self.response(item), answer=answer)
        return AnswerSheet(MappingProxyType({**self.responses, item: response}))

    def response(self, item: str) -> Response:
        """What was said about an item; a skipped response if nothing."""
        return self.responses.get(item, _NOTHING_SAID)

    def answer(self, item: str) -> Answer:
        """The answer to an item; ``Skipped`` if there is none."""
        return self.response(item).answer

    def is_open(self, item: str) -> bool:
        """Whether the item was neither answered nor passed over on purpose."""
        return item not in self.responses


_NOTHING_SAID = Response(answer=Skipped())


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an answer can't be kept.

    Attributes:
        reason: What is wrong with it.
        values: What a sentence about it names; values that were typed are cut to a few letters.
    """

    reason: FaultReason
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)


def _choice_fault(item: Item, value: Any) -> Fault | None:
    known = tuple(choice.value for choice in item.choices)
    if isinstance(value, bool) or value not in known:
        return Fault("no-such-choice", {"value": _cut(value), "known": known})
    return None


def _checklist_fault(item: Item, value: Any) -> Fault | None:
    if not isinstance(value, tuple) or not value:
        return Fault("nothing-ticked")
    faults = [fault for ticked in value if (fault := _choice_fault(item, ticked))]
    if not faults and len(set(value)) < len(value):
        return Fault("ticked-twice")
    return faults[0] if faults else None


def _number_fault(item: Item, value: Any) -> Fault | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return Fault("not-a-number", {"value": _cut(value)})
    if item.smallest is not None and value < item.smallest:
        return Fault("too-small", {"value": _cut(value), "smallest": item.smallest})
    if item.largest is not None and value > item.largest:
        return Fault("too-large", {"value": _cut(value), "largest": item.largest})
    return None


def _text_fault(longest: int) -> Callable[[Item, Any], Fault | None]:
    def fault(item: Item, value: Any) -> Fault | None:
        most = min(longest, item.longest)
        if not isinstance(value, str) or not value.strip():
            return Fault("empty")
        return Fault("too-long", {"n": len(value), "most": most}) if len(value) > most else None

    return fault


def _date_fault(item: Item, value: Any) -> Fault | None:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return Fault("not-a-date", {"value": _cut(value)})
    # Python reads other ways to write a date too.
    return None if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else Fault("not-a-date", {"value": _cut(value)})


def _experience_fault(item: Item, value: Any) -> Fault | None:
    if isinstance(value, bool) or value not in EXPERIENCES:
        least, most = EXPERIENCES[0], EXPERIENCES[-1]
        return Fault("not-an-experience", {"value": _cut(value), "least": least, "most": most})
    return None


def link_fault(link: str) -> Fault | None:
    """Why *link* can't be kept; None if it can.

    >>> link_fault("javascript:alert(1)").reason
    'not-of-the-web'
    """
    try:
        parts = urlsplit(link)
    except ValueError:
        return Fault("unreadable-address")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return Fault("not-of-the-web")
    return Fault("address-too-long") if len(link) > LONGEST_NOTE else None


def _list_fault(entry_fault: Callable[[Item, Any], Fault | None]) -> Callable[[Item, Any], Fault | None]:
    def fault(item: Item, value: Any) -> Fault | None:
        if not isinstance(value, tuple) or not value:
            return Fault("no-entries")
        if len(value) > MOST_ENTRIES:
            return Fault("too-many-entries", {"n": len(value), "most": MOST_ENTRIES})
        return next((wrong for entry in value if (wrong := entry_fault(item, entry))), None)

    return fault


def _link_entry_fault(item: Item, value: Any) -> Fault | None:
    return link_fault(value) if isinstance(value, str) else Fault("not-an-address", {"value": _cut(value)})


def _cut(value: Any) -> str:
    return excerpt(value, most=40)


VALID: Mapping[str, Callable[[Item, Any], Fault | None]] = {
    "rubric": _choice_fault,
    "rating": _choice_fault,
    "choice": _choice_fault,
    "checklist": _checklist_fault,
    "number": _number_fault,
    "text": _text_fault(LONGEST_NOTE * 5),
    "date": _date_fault,
    "experience": _experience_fault,
    "actor": _text_fault(LONGEST_NAME),
    "actors": _list_fault(_text_fault(LONGEST_NAME)),
    "links": _list_fault(_link_entry_fault),
}
"""For each kind of item: what is wrong with a value, or None if nothing is."""


def fault_of(item: Item, answer: Answer) -> Fault | None:
    """What is wrong with *answer* to *item*; None if it can be kept."""
    if isinstance(answer, Value):
        return VALID[item.kind](item, answer.value)
    note = silence_of(answer).note_of(answer)
    return Fault("note-too-long", {"most": LONGEST_NOTE}) if len(note) > LONGEST_NOTE else None
