"""What a questionnaire is: frozen objects that the parser builds and everything else reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from models.conditions import Condition
from models.items import Item, Scale
from models.min_answered import MIN_ANSWERED

Level = Literal["project", "ecology", "platform"]
Depth = Literal["short", "full"]

LEVELS: tuple[Level, ...] = ("project", "ecology", "platform")
DEPTHS: tuple[Depth, ...] = ("short", "full")
TOP = 4
"""Scores and stages run from 0 to 4 on every screen and in every file."""

FEWEST_RADAR_AXES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Items asked together on one page.

    Attributes:
        story: Paragraphs to read before the questions.
        mode: "alone" (private until a reveal) or "together" (public at once, and said so).
    """

    id: str
    title: str
    items: tuple[Item, ...]
    intro: str = ""
    story: tuple[str, ...] = ()
    mode: Literal["alone", "together"] = "alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """One axis of the profile.

    Attributes:
        min_answered: Share of the applicable weight that must be answered for a score, in [0, 1].
        discuss: Open questions for the conversation about it.
    """

    id: str
    title: str
    about: str
    min_answered: float = MIN_ANSWERED
    discuss: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of a rule table.

    Attributes:
        when: Holds for the row to apply; None applies always.
        score: What the dimension then scores, in 0-4.
    """

    when: Condition | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """How answers become scores.

    Attributes:
        rule: A key of ``scoring.SCORING_RULES``.
        tables: For "rule-table": the rows of each dimension, first match wins.
    """

    rule: str = "weighted-mean"
    tables: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """Dimensions that a reading puts together.

    Attributes:
        dimensions: Their ids; empty where another questionnaire asks about it, as ``about`` then says.
    """

    title: str
    about: str
    dimensions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """Another order in which to read a profile, after a framework of the field; nothing is added up."""

    id: str
    title: str
    about: str
    pillars: tuple[Pillar, ...]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """Two things in one person's answers that don't sit easily together, put as a question.

    Attributes:
        when: Over items and scores; raised only when it is true.
        ask: The question to the person.
    """

    id: str
    when: Condition
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """How long a person needs, in minutes."""

    short: int
    full: int

    def of(self, depth: Depth) -> int:
        """Minutes for this depth."""
        return self.short if depth == "short" else self.full


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    """A whole definition. Ids are unique, references may still be unchecked: ``lint`` says."""

    id: str
    version: str
    level: Level
    language: str
    title: str
    summary: str
    minutes: Minutes
    sources: Mapping[str, str]
    scales: Mapping[str, Scale]
    dimensions: tuple[Dimension, ...]
    sections: tuple[Section, ...]
    scoring: Scoring
    readings: tuple[Lens, ...] = ()
    tensions: tuple[Tension, ...] = ()
    placements: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    canvases: tuple[str, ...] = ()

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item, in authored order."""
        return tuple(item for section in self.sections for item in section.items)

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Every item by its id."""
        return {item.id: item for item in self.items}

    @property
    def looks_around(self) -> bool:
        """Whether it describes conditions around a team, for which nobody would call the team itself mature or not."""
        return self.level != "project"

    def dimension(self, dimension_id: str) -> Dimension:
        """The dimension of this id.

        Raises:
            KeyError: If there is none.
        """
        for dimension in self.dimensions:
            if dimension.id == dimension_id:
                return dimension
        raise KeyError(dimension_id)

    def items_of(self, dimension_id: str) -> tuple[Item, ...]:
        """The items that count in a dimension, in authored order."""
        return tuple(item for item in self.items if dimension_id in item.scores)

    def at_depth(self, depth: Depth) -> tuple[Item, ...]:
        """The items this depth asks, in authored order."""
        return tuple(item for item in self.items if item.core or depth == "full")


def number_of(version: str) -> tuple[int, ...]:
    """A version as numbers, which compare in the order of versions.

    >>> number_of("1.10.0") > number_of("1.9.3")
    True
    """
    return tuple(int(part) for part in version.split("."))
