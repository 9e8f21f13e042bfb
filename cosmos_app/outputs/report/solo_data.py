"""What the report of one person is made of: their visit, and what came of it, read once; all of it their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cosmos_app.outputs.charts.view_models import Axis, axes
from cosmos_app.storage.current import store
from cosmos_app.texts.report import Words, words_of
from cosmos_app.texts.solo.questions import KNOWN_BY
from cosmos_app.workshop.participation import Participation
from models.answers import Response, Value
from models.assessment import Assessment
from models.items import Item
from models.silences import NotApplicable

CHOSEN = ("rubric", "rating", "choice", "checklist", "number", "experience")
"""Kinds of item whose answers hold no words of one's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """A visit, and everything that its report may tell.

    Attributes:
        words: In which the report speaks.
        today: The day it is written.
        assessment: What the answers give.
        rows: The axes of the profile; none if nothing is scored.
        loci: Whose hands things are in, by what is kept.
        own_words: Whether what the person wrote beside the answers is told too.
    """

    participation: Participation
    words: Words
    today: date
    assessment: Assessment
    rows: tuple[Axis, ...]
    loci: Mapping[str, str]
    own_words: bool

    def hand(self, subject: str) -> str:
        """Whose hands something is in, in words; "" if nobody said."""
        mark = self.loci.get(subject)
        return self.words.marks[mark] if mark else ""

    @property
    def digest(self) -> str:
        """Hash of the text they answered."""
        return self.participation.seat.definitions[self.participation.questionnaire.id]

    @property
    def people(self) -> str:
        """Who answered, in words."""
        return self.words.own_people[self.participation.seat.kind]

    @property
    def source(self) -> str:
        """What every picture and table rests on; there is no gate before what is one's own."""
        of = self.participation.questionnaire
        told = f"{of.id} {of.version} ({self.digest[:8]})"
        return self.words.rests_on(self.people, self._completeness(), told, self.today.isoformat())

    def beside(self, response: Response) -> tuple[str, ...]:
        """What the person said beside an answer: why, how they know, and what others could look at."""
        lines = []
        if self.own_words and response.why:
            lines.append(self.words.own_why.format(words=response.why))
        if response.known_by:
            lines.append(KNOWN_BY[response.known_by]())
        if self.own_words and (seen := response.evidence) is not None:
            found = " ".join(filter(None, (seen.note, seen.date, seen.link)))
            lines.append(self.words.own_evidence.format(told=found))
        return tuple(lines)

    def _completeness(self) -> float:
        """Share of what was asked, applies and can be chosen that has a value, in [0, 1]."""
        shown = (item for section in self.participation.progress.sections for item in section.shown)
        answers = [self.participation.sheet.answer(item.id) for item in shown if is_chosen(item)]
        applicable = [one for one in answers if not isinstance(one, NotApplicable)]
        return sum(isinstance(one, Value) for one in applicable) / len(applicable) if applicable else 0.0


def is_chosen(item: Item) -> bool:
    """Whether an item is answered by choosing, not in one's own words."""
    return item.is_scored or item.kind in CHOSEN


def gather_own(participation: Participation, today: date, *, own_words: bool) -> Own:
    """Read what the report of a visit tells."""
    words, assessment = words_of(participation.questionnaire.language), participation.assessment
    hands = {name: words.marks[mark] for name, mark in participation.loci.items()}
    return Own(
        participation=participation,
        words=words,
        today=today,
        assessment=assessment,
        rows=axes(assessment, participation.targets, hands),
        loci=store().loci(participation.seat.workshop),
        own_words=own_words,
    )
