"""Conditions: a closed tree of rules over answers, true, false or unknown (Kleene 1952).

One evaluator serves every use. A truth is a pair (true, false); unknown is neither. The pair may hold
Python booleans (one respondent), numpy arrays (a column of respondents) or possibilities ("can be true",
"can be false") for the linter's search, because all three know ``&`` and ``|``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, assert_never

Truth = tuple[Any, Any]
"""(is true, is false): two booleans, or two boolean arrays of one shape; (False, False) is unknown."""


VALUE_OPERATORS = ("is", "is_one_of", "includes", "at_least", "at_most")
STATE_OPERATORS = ("answered", "not_given")
OPERATORS = VALUE_OPERATORS + STATE_OPERATORS

Operand = str | int | float | bool | tuple[str | int | float, ...]


@dataclass(frozen=True, slots=True)
class ItemIs:
    """An answer compared: ``{"item": id, OP: operand}``.

    Attributes:
        item: Id of the item whose answer is looked at.
        operator: One of OPERATORS.
        operand: A value, a tuple of values (``is_one_of``), a truth (``answered``) or ``silences.NON_VALUES``.
    """

    item: str
    operator: str
    operand: Operand


@dataclass(frozen=True, slots=True)
class ScoreIs:
    """A dimension's score compared, in 0-4: ``{"dimension": id, "at_most"|"at_least": score}``."""

    dimension: str
    operator: str
    bound: float


@dataclass(frozen=True, slots=True)
class PlacedIn:
    """A place on a map: ``{"placement": id, "is": cell}``."""

    placement: str
    cell: str


@dataclass(frozen=True, slots=True)
class Disagree:
    """How far a group is apart, in 0-1: ``{"disagreement": item or dimension id, "at_least": x}``."""

    subject: str
    bound: float


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when some part is."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when the part is false; unknown when it is unknown."""

    part: "Condition"


Atom = ItemIs | ScoreIs | PlacedIn | Disagree
Condition = Atom | All | AnyOf | Not


def evaluate(condition: Condition, truth_of: Callable[[Atom], Truth]) -> Truth:
    """Say whether *condition* holds, given the truth of its atoms.

    Args:
        condition: The tree.
        truth_of: Gives (true, false) of one atom; both parts of the same type and shape.

    Returns:
        (true, false) of the whole tree, by Kleene's strong three-valued logic.

    >>> known = {"a": (True, False), "b": (False, False)}
    >>> either = AnyOf((ItemIs("a", "is", 1), ItemIs("b", "is", 1)))
    >>> evaluate(either, lambda atom: known[atom.item])
    (True, False)
    >>> evaluate(All(either.parts), lambda atom: known[atom.item])
    (False, False)
    """
    match condition:
        case All(parts):
            true, false = evaluate(parts[0], truth_of)
            for part in parts[1:]:
                also_true, also_false = evaluate(part, truth_of)
                true, false = true & also_true, false | also_false
            return true, false
        case AnyOf(parts):
            true, false = evaluate(parts[0], truth_of)
            for part in parts[1:]:
                also_true, also_false = evaluate(part, truth_of)
                true, false = true | also_true, false & also_false
            return true, false
        case Not(part):
            true, false = evaluate(part, truth_of)
            return false, true
        case ItemIs() | ScoreIs() | PlacedIn() | Disagree():
            return truth_of(condition)
        case _:
            assert_never(condition)


def atoms(condition: Condition) -> Iterator[tuple[Atom, tuple[str | int, ...]]]:
    """Walk the atoms of *condition*, each with its steps below the condition's own JSON Pointer."""
    match condition:
        case All(parts) | AnyOf(parts):
            key = "all" if isinstance(condition, All) else "any"
            for index, part in enumerate(parts):
                for atom, steps in atoms(part):
                    yield atom, (key, index, *steps)
        case Not(part):
            for atom, steps in atoms(part):
                yield atom, ("not", *steps)
        case ItemIs() | ScoreIs() | PlacedIn() | Disagree():
            yield condition, ()
        case _:
            assert_never(condition)


def document_of(condition: Condition) -> dict[str, Any]:
    """A condition as it is written in a file: what ``parsing.condition`` reads.

    >>> document_of(Not(ItemIs("known", "is_one_of", ("yes", "no"))))
    {'not': {'item': 'known', 'is_one_of': ['yes', 'no']}}
    """
    match condition:
        case All(parts):
            return {"all": [document_of(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [document_of(part) for part in parts]}
        case Not(part):
            return {"not": document_of(part)}
        case ItemIs(item, operator, operand):
            return {"item": item, operator: list(operand) if isinstance(operand, tuple) else operand}
        case ScoreIs(dimension, operator, bound):
            return {"dimension": dimension, operator: bound}
        case PlacedIn(placement, cell):
            return {"placement": placement, "is": cell}
        case Disagree(subject, bound):
            return {"disagreement": subject, "at_least": bound}
        case _:
            assert_never(condition)


def subject_of(atom: Atom) -> str:
    """Id of the item, dimension or map that an atom looks at."""
    match atom:
        case ItemIs(item):
            return item
        case ScoreIs(dimension):
            return dimension
        case PlacedIn(placement):
            return placement
        case Disagree(subject):
            return subject
        case _:
            assert_never(atom)


def items_named(condition: Condition) -> frozenset[str]:
    """Ids of the items whose answers the condition looks at."""
    return frozenset(atom.item for atom, _ in atoms(condition) if isinstance(atom, ItemIs))


def compare(operator: str, value: Any, operand: Operand) -> bool:
    """Apply a value operator to the value of one answer.

    Args:
        operator: One of VALUE_OPERATORS.
        value: The answer's value; for ``includes`` the chosen options.
        operand: What the condition compares with.

    >>> compare("at_least", 3, 2), compare("includes", ("bus", "car"), "car")
    (True, True)
    """
    match operator, operand:
        case "is", _:
            return bool(value == operand)
        case "is_one_of", tuple(options):
            return value in options
        case "includes", _:
            return operand in value
        case "at_least", int() | float():
            return bool(value >= operand)
        case "at_most", int() | float():
            return bool(value <= operand)
        case _:
            raise ValueError(f"no comparison {operator!r} with {operand!r}")
