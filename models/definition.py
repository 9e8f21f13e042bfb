"""What a questionnaire is: frozen objects that the parser builds and everything else reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from models.conditions import Condition

Level = Literal["project", "ecology", "platform"]
Depth = Literal["short", "full"]

LEVELS: tuple[Level, ...] = ("project", "ecology", "platform")
DEPTHS: tuple[Depth, ...] = ("short", "full")
TOP = 4
"""Scores and stages run from 0 to 4 on every screen and in every file."""

SMALLEST_WEIGHT = 0.01
FEWEST_RADAR_AXES = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """What one kind of item is.

    Attributes:
        choices: Where the choices come from: the item's scale, its own options, or nowhere.
        operators: Value operators that a condition on such an item may use.
        scored: Whether such an item can count in a dimension.
    """

    choices: Literal["scale", "options", "none"]
    operators: frozenset[str]
    scored: bool


_ONE_OF = frozenset({"is", "is_one_of"})
_NUMERIC = _ONE_OF | {"at_least", "at_most"}

KINDS: Mapping[str, Kind] = {
    "rubric": Kind("scale", _NUMERIC, scored=True),
    "rating": Kind("scale", _NUMERIC, scored=True),
    "choice": Kind("options", _ONE_OF, scored=True),
    "checklist": Kind("options", frozenset({"includes"}), scored=True),
    "number": Kind("none", _NUMERIC, scored=False),
    "text": Kind("none", frozenset(), scored=False),
    "date": Kind("none", frozenset(), scored=False),
    "experience": Kind("none", _NUMERIC, scored=False),
    "actor": Kind("none", frozenset(), scored=False),
    "actors": Kind("none", frozenset(), scored=False),
    "links": Kind("none", frozenset(), scored=False),
}
"""Every kind of item; the JSON Schema offers exactly these, and ``widgets`` asks exactly these."""

EXPERIENCES = (-2, -1, 0, 1, 2)
"""Values of an ``experience``: from very bad to very good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of a scale.

    Attributes:
        value: The number stored for it; unitless.
        label: Its short name, hidden from participants until a reveal.
    """

    value: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Points that several items share, from least to most."""

    id: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing a participant can choose.

    Attributes:
        value: What is stored: a number on a scale, a word for an option.
        label: What the participant reads.
        score: Its standing on the item's own range, any unit; None where it has none.
        help: A line below the label; "" for none.
    """

    value: int | str
    label: str
    score: float | None = None
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question.

    Attributes:
        id: Stable key under which answers are stored; never reused.
        kind: A key of KINDS.
        core: Whether the short form asks it too.
        ask: The question itself.
        ask_as: The question as put to a role family, by family id; same descriptors.
        asked_of: Role families it is for; empty means everyone.
        choices: What can be chosen, in authored order; empty for open kinds.
        scale: Id of the scale the choices come from; "" for none.
        scores: Weight in each dimension, by dimension id; unitless, 0 or >= SMALLEST_WEIGHT.
        reverse: Whether a high value speaks against the dimension.
        outside: External factors that "outside our control" points to.
        places: Axis that the answer gives on a map, by placement id.
        show_if: Asked only when this is true; None means always.
        smallest: Least value of a number; None for no limit.
        largest: Greatest value of a number; None for no limit.
        longest: Most characters of a text.
    """

    id: str
    kind: str
    ask: str
    core: bool = False
    ask_as: Mapping[str, str] = field(default_factory=dict)
    asked_of: tuple[str, ...] = ()
    why: str = ""
    help: str = ""
    choices: tuple[Choice, ...] = ()
    descriptors: tuple[str, ...] = ()
    scale: str = ""
    scores: Mapping[str, float] = field(default_factory=dict)
    reverse: bool = False
    outside: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    show_if: Condition | None = None
    smallest: float | None = None
    largest: float | None = None
    unit: str = ""
    longest: int = 2000
    source: str = ""

    @property
    def is_scored(self) -> bool:
        """Whether its answer counts in some dimension."""
        return bool(self.scores)

    def stem(self, family: str | None) -> str:
        """The question as this role family is asked it."""
        return self.ask_as.get(family, self.ask) if family else self.ask

    def choice(self, value: int | str) -> Choice | None:
        """The choice that stores *value*; None if there is none."""
        return next((choice for choice in self.choices if choice.value == value), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Items asked together on one page.

    Attributes:
        mode: "alone" (private until a reveal) or "together" (public at once, and said so).
    """

    id: str
    title: str
    items: tuple[Item, ...]
    intro: str = ""
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
    min_answered: float = 0.5
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
