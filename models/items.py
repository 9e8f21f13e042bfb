"""What is asked: the kinds of item, and everything that belongs to one question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from models.conditions import Condition

Moment = Literal["start", "now"]

MOMENTS: tuple[Moment, ...] = ("start", "now")
"""The moments for which a place on a map can be asked: the start of the work, and now."""

SMALLEST_WEIGHT = 0.01


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
"""Every kind of item; the JSON Schema offers exactly these, and the app has a widget for each."""

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
        score: What it is worth on the item's own range, in any unit; None where it has no score.
        help: A line below the label; "" for none.
    """

    value: int | str
    label: str
    score: float | None = None
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """What an answer says of a map.

    Attributes:
        axis: Id of the axis on which it gives a position.
        at: Whether it is about the start of the work or about now.
        reads: Position by value of the answer. A value that is not in it is itself the id of a position; if the axis
            has none of that id, the answer gives no position.
    """

    axis: str
    at: Moment = "now"
    reads: Mapping[str, str] = field(default_factory=dict)

    def position(self, value: int | str) -> str:
        """The position that a value stands for; the axis may have none of that id."""
        return self.reads.get(str(value), str(value))


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
        reverse: Whether a high value lowers the dimension's score.
        outside: External factors that "outside our control" points to.
        places: What the answer says of maps, by placement id.
        show_if: Asked only when this is true; None means always.
        smallest: Least value of a number; None for no limit.
        largest: Greatest value of a number; None for no limit.
        longest: Most characters of a text.
        same_since: Version since which it has meant the same, however it was worded; "" for not said.
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
    places: Mapping[str, Placing] = field(default_factory=dict)
    show_if: Condition | None = None
    smallest: float | None = None
    largest: float | None = None
    unit: str = ""
    longest: int = 2000
    source: str = ""
    same_since: str = ""

    @property
    def is_scored(self) -> bool:
        """Whether its answer counts in some dimension."""
        return bool(self.scores)

    @property
    def values(self) -> tuple[int | str, ...]:
        """What can be chosen, in authored order; nothing where people write or count."""
        return EXPERIENCES if self.kind == "experience" else tuple(choice.value for choice in self.choices)

    def stem(self, family: str | None) -> str:
        """The question as this role family is asked it."""
        return self.ask_as.get(family, self.ask) if family else self.ask

    def choice(self, value: int | str) -> Choice | None:
        """The choice that stores *value*; None if there is none."""
        return next((choice for choice in self.choices if choice.value == value), None)
