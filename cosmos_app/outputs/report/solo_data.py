"""What the report of one person is made of: their visit, and what came of it, read once; all of it their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cosmos_app.outputs.charts.view_models import Axis, axes
from cosmos_app.outputs.report.sources import SHORT_HASH
from cosmos_app.storage import OwnFactor
from cosmos_app.storage.current import store
from cosmos_app.texts import report as texts
from cosmos_app.texts import solo_report as solo_texts
from cosmos_app.texts.message import in_words
from cosmos_app.texts.solo.factors import LOCI
from cosmos_app.texts.solo.questions import KNOWN_BY
from cosmos_app.workshop.participation import Participation
from models.answers import Response, Value
from models.assessment import Assessment
from models.items import Item
from models.silences import NotApplicable

CHOSEN = ("rubric", "rating", "choice", "checklist", "number", "experience")
"""Kinds of item whose answers hold no words of one's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit, and everything that its report may hold.

    Attributes:
        participation: Who answered what.
        today: The day the report is written.
        assessment: What the answers give.
        rows: The axes of the profile; none if nothing is scored.
        loci: Whose hands things are in, by what is kept.
        own_factors: What the person named besides.
        thoughts: What they thought of their whole profile, by what it is about; empty without *own_words*.
        own_words: Whether what the person wrote beside the answers goes in.
    """

    participation: Participation
    today: date
    assessment: Assessment
    rows: tuple[Axis, ...]
    loci: Mapping[str, str]
    own_factors: tuple[OwnFactor, ...]
    thoughts: Mapping[str, str]
    own_words: bool

    def hands(self, subject: str) -> str:
        """Whose hands something is in, in words; "" if nobody said."""
        return texts.hands_in_words(self.loci.get(subject))

    @property
    def digest(self) -> str:
        """Hash of the text they answered."""
        return self.participation.seat.definitions[self.participation.questionnaire.id]

    @property
    def people(self) -> str:
        """Who answered, in words."""
        return solo_texts.PEOPLE[self.participation.seat.kind]()

    @property
    def source(self) -> str:
        """What every picture and table rests on; what is one's own needs no disclosure control."""
        questionnaire = self.participation.questionnaire
        definition = texts.DEFINITION(
            questionnaire=questionnaire.id, version=questionnaire.version, hash=self.digest[:SHORT_HASH]
        )
        return texts.source(self.people, self._completeness(), definition, self.today)

    def beside(self, response: Response) -> tuple[str, ...]:
        """What the person said beside an answer: why, how they know, and what others could look at."""
        return said_beside(response, own_words=self.own_words)

    def _completeness(self) -> float:
        """Share of what was asked, applies and can be chosen that has a value, in [0, 1]."""
        shown = (item for section in self.participation.progress.sections for item in section.shown)
        answers = [self.participation.sheet.answer(item.id) for item in shown if is_chosen(item)]
        applicable = [answer for answer in answers if not isinstance(answer, NotApplicable)]
        return sum(isinstance(answer, Value) for answer in applicable) / len(applicable) if applicable else 0.0


def said_beside(response: Response, *, own_words: bool = True) -> tuple[str, ...]:
    """What a person said beside an answer: why, how they know, and what others could look at."""
    lines = []
    if own_words and response.why:
        lines.append(solo_texts.WHY(words=response.why))
    if response.known_by:
        lines.append(KNOWN_BY[response.known_by]())
    if own_words and (evidence := response.evidence) is not None:
        words = " ".join(filter(None, (evidence.note, evidence.date, evidence.link)))
        lines.append(solo_texts.EVIDENCE(words=words))
    return tuple(lines)


def is_chosen(item: Item) -> bool:
    """Whether an item is answered by choosing, not in one's own words."""
    return item.is_scored or item.kind in CHOSEN


def gather_visit(participation: Participation, today: date, *, own_words: bool) -> Visit:
    """Read what the report of a visit holds."""
    assessment, seat, names = participation.assessment, participation.seat, in_words(LOCI)
    hands = {theme: names[locus] for theme, locus in participation.loci.items()}
    return Visit(
        participation=participation,
        today=today,
        assessment=assessment,
        rows=axes(assessment, participation.targets, hands),
        loci=store().loci(seat.workshop),
        own_factors=store().own_factors(seat.workshop) if own_words else (),
        thoughts=store().thoughts(seat.participant, participation.questionnaire.id) if own_words else {},
        own_words=own_words,
    )
