"""Silences: the ways of giving no value, what each does to a score, and how files and the matrix write it.

A new silence is a class and a row here, its words in ``cosmos_app/texts/silences.py``, and its code in the schemas.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Skipped:
    """Passed over on purpose, or not yet reached."""


@dataclass(frozen=True, slots=True)
class DontKnow:
    """The person does not know."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The question does not apply; the only silence that leaves the denominator."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class OutsideOurControl:
    """It is not in the team's hands: a bridge to the external factors."""

    note: str = ""


NoValue = Skipped | DontKnow | NotApplicable | OutsideOurControl


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """One way of giving no value.

    Attributes:
        id: Its name in the store, in summaries and in exports.
        kind: The class of such an answer.
        code: How answer files and conditions write it; "" is a blank.
        number: Its code in the answer matrix, see ``layout``; 251 is "not asked", which no person says.
        note: The field that holds what a person may add; "" if nothing can be added.
        leaves_denominator: Whether the item no longer counts for this person; else it counts as missing.
    """

    id: str
    kind: type[NoValue]
    code: str
    number: int
    note: str = ""
    leaves_denominator: bool = False

    def answer(self, note: str = "") -> NoValue:
        """An answer of this kind, with what the person added where something can be added."""
        return self.kind(**{self.note: note}) if self.note else self.kind()

    def note_of(self, answer: NoValue) -> str:
        """What the person added to such an answer; "" for nothing."""
        return str(getattr(answer, self.note)) if self.note else ""


SILENCES: Mapping[str, Silence] = MappingProxyType(
    {
        silence.id: silence
        for silence in (
            Silence(id="skipped", kind=Skipped, code="", number=255),
            Silence(id="dont_know", kind=DontKnow, code="DK", number=254),
            Silence(
                id="not_applicable", kind=NotApplicable, code="NA", number=253, note="reason", leaves_denominator=True
            ),
            Silence(id="outside_our_control", kind=OutsideOurControl, code="OUT", number=252, note="note"),
        )
    }
)
"""Every silence by its id, in the order in which counts of them are listed."""

BY_CODE: Mapping[str, Silence] = MappingProxyType({silence.code: silence for silence in SILENCES.values()})
"""Every silence by its code in files."""

NON_VALUES = tuple(silence.code for silence in SILENCES.values() if silence.code)
"""What the operator ``not_given`` of a condition can list: don't know, not applicable, outside our control."""

_BY_KIND = {silence.kind: silence for silence in SILENCES.values()}


def silence_of(answer: NoValue) -> Silence:
    """Which silence an answer without a value is."""
    return _BY_KIND[type(answer)]
