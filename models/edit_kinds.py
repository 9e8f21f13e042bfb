"""Kinds of edits: codes of differences between two definitions, what each asks of the version, how they are made."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from models.conditions import Condition, document_of

Needed = Literal["none", "patch", "minor", "major"]

NEEDED: tuple[Needed, ...] = ("none", "patch", "minor", "major")
"""Which number of a version must be raised, from least to most."""

EDITS: Mapping[str, Needed] = {
    # of anything
    "wording": "patch",
    "order": "patch",
    # of the questionnaire
    "id": "major",
    "level": "major",
    "language": "major",
    "minutes": "patch",
    "rule": "major",
    "source-added": "patch",
    "source-removed": "patch",
    "scale-added": "patch",
    "scale-removed": "patch",
    "points": "patch",
    "listed": "minor",
    "unlisted": "major",
    "when": "major",
    # of sections
    "section-added": "patch",
    "section-removed": "patch",
    "mode": "major",
    # of dimensions
    "dimension-added": "minor",
    "dimension-removed": "major",
    "dimension-renamed": "major",
    "min-answered": "major",
    "table": "major",
    # of items
    "item-added": "minor",
    "item-removed": "major",
    "item-renamed": "major",
    "item-moved": "patch",
    "mode-of-item": "major",
    "kind": "major",
    "scale": "patch",
    "option-added": "major",
    "option-removed": "major",
    "option-score": "major",
    "weight": "major",
    "weighs": "major",
    "weighs-not": "major",
    "reverse": "major",
    "into-short": "minor",
    "out-of-short": "major",
    "asked-of": "major",
    "condition": "major",
    "unit": "major",
    "limits-wider": "minor",
    "limits-narrower": "major",
    "places": "major",
    "same-since": "patch",
}
"""What each kind of edit asks of the version number: patch, the same in other words; minor, something added; major, a
meaning or a score changed, or something is gone. What asks for less than major takes no comparison away. Scales, and
which one an item takes, ask for little by themselves: what they change in an item's choices is an edit of the item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One difference between two definitions.

    Attributes:
        code: A key of EDITS.
        subject: Id of what was changed: an item, a dimension, a section, a tension, a reading; "" for the whole.
        part: What of it, such as "ask", or the value of an option; "" where the code says all.
        before: The old value, as text; "" if there was none.
        after: The new value; "" if there is none.
    """

    code: str
    subject: str = ""
    part: str = ""
    before: str = ""
    after: str = ""

    @property
    def needed(self) -> Needed:
        """What it asks of the version number."""
        return EDITS[self.code]


def changed(code: str, subject: str, part: str, old: Any, new: Any) -> Iterator[Edit]:
    """An edit of this code, if two values differ."""
    if old != new:
        yield Edit(code=code, subject=subject, part=part, before=as_text(old), after=as_text(new))


def reworded(subject: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Edit]:
    """Edits of texts that both definitions have; texts that only one of them has are other edits."""
    for part in [part for part in new if part in old]:
        yield from changed("wording", subject, part, old[part], new[part])


def additions_and_removals(kind: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Edit]:
    """What was added and removed of one kind; *old* and *new* give a text to show, by id."""
    for name in [name for name in old if name not in new]:
        yield Edit(code=f"{kind}-removed", subject=name, before=old[name])
    for name in [name for name in new if name not in old]:
        yield Edit(code=f"{kind}-added", subject=name, after=new[name])


def listed(subject: str, part: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """What was added to a list, what was removed, and whether the rest is in another order."""
    for name in [name for name in old if name not in new]:
        yield Edit(code="unlisted", subject=subject, part=part, before=name)
    for name in [name for name in new if name not in old]:
        yield Edit(code="listed", subject=subject, part=part, after=name)
    yield from reordered(subject, part, old, new)


def reordered(subject: str, part: str, old: Sequence[object], new: Sequence[object]) -> Iterator[Edit]:
    """Whether what is in both is in another order."""
    if [part for part in old if part in new] != [part for part in new if part in old]:
        yield Edit(code="order", subject=subject, part=part)


def as_text(value: Any) -> str:
    """A value of a definition as people read it; "" for none.

    >>> as_text(2.0)
    '2'
    """
    if isinstance(value, Condition):
        return json.dumps(document_of(value), ensure_ascii=False)
    match value:
        case str():
            return value
        case None:
            return ""
        case float():
            return f"{value:g}"
        case tuple():
            return "\n".join(map(as_text, value))
        case _:
            return json.dumps(value, ensure_ascii=False, default=str)
