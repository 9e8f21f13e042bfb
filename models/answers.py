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
from models.silences import NoValue, Skipped, silence_of

KNOWN_BY = ("seen", "heard", "guess")
"""How a person knows what they answered."""

KnownBy = Literal["seen", "heard", "guess"]

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


def _chosen(item: Item, value: Any) -> str:
    known = [choice.value for choice in item.choices]
    if isinstance(value, bool) or value not in known:
        return f"{_shown(value)} is not one of its choices: {', '.join(map(str, known))}."
    return ""


def _ticked(item: Item, value: Any) -> str:
    if not isinstance(value, tuple) or not value:
        return "A checklist holds at least one choice."
    wrong = [fault for one in value if (fault := _chosen(item, one))]
    if not wrong and len(set(value)) < len(value):
        return "A choice stands in it twice."
    return wrong[0] if wrong else ""


def _measured(item: Item, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return f"{_shown(value)} is not a number."
    if item.smallest is not None and value < item.smallest:
        return f"{_shown(value)} is below {item.smallest:g}."
    if item.largest is not None and value > item.largest:
        return f"{_shown(value)} is above {item.largest:g}."
    return ""


def _written(longest: int) -> Callable[[Item, Any], str]:
    def fault(item: Item, value: Any) -> str:
        most = min(longest, item.longest)
        if not isinstance(value, str) or not value.strip():
            return "The text is empty."
        return f"The text has {len(value)} characters; at most {most} are kept." if len(value) > most else ""

    return fault


def _dated(item: Item, value: Any) -> str:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return f"{_shown(value)} is not a date such as 2026-03-31."
    return "" if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else f"{_shown(value)} is not a date such as 2026-03-31."


def _felt(item: Item, value: Any) -> str:
    if isinstance(value, bool) or value not in EXPERIENCES:
        return f"{_shown(value)} is not a whole number from {EXPERIENCES[0]} to {EXPERIENCES[-1]}."
    return ""


def link_fault(link: str) -> str:
    """Why *link* can't be kept; "" if it can.

    >>> link_fault("javascript:alert(1)")
    'Only addresses that start with http:// or https:// are kept.'
    """
    try:
        parts = urlsplit(link)
    except ValueError:
        return "That is not an address."
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return "Only addresses that start with http:// or https:// are kept."
    return "The address is too long." if len(link) > LONGEST_NOTE else ""


def _several(one: Callable[[Item, Any], str]) -> Callable[[Item, Any], str]:
    def fault(item: Item, value: Any) -> str:
        if not isinstance(value, tuple) or not value:
            return "The list is empty."
        if len(value) > MOST_ENTRIES:
            return f"There are {len(value)} entries; at most {MOST_ENTRIES} are kept."
        return next((wrong for entry in value if (wrong := one(item, entry))), "")

    return fault


def _linked(item: Item, value: Any) -> str:
    return link_fault(value) if isinstance(value, str) else f"{_shown(value)} is not an address."


def _shown(value: Any) -> str:
    text = str(value)
    return f'"{text[:40]}…"' if len(text) > 40 else f'"{text}"'


VALID: Mapping[str, Callable[[Item, Any], str]] = {
    "rubric": _chosen,
    "rating": _chosen,
    "choice": _chosen,
    "checklist": _ticked,
    "number": _measured,
    "text": _written(LONGEST_NOTE * 5),
    "date": _dated,
    "experience": _felt,
    "actor": _written(LONGEST_NAME),
    "actors": _several(_written(LONGEST_NAME)),
    "links": _several(_linked),
}
"""For each kind of item: what is wrong with a value, or "" if nothing is."""


def fault_of(item: Item, answer: Answer) -> str:
    """Say what is wrong with *answer* to *item*; "" if it can be kept."""
    if isinstance(answer, Value):
        return VALID[item.kind](item, answer.value)
    note = silence_of(answer).note_of(answer)
    return f"The note is longer than {LONGEST_NOTE} characters." if len(note) > LONGEST_NOTE else ""
