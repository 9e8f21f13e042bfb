"""The states of an answer, a score, a place or a disagreement, as far as conditions distinguish them.

There are finitely many: for a number, for example, only its position among the bounds that conditions name matters.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, pairwise
from math import inf, isnan
from typing import Any, Literal, assert_never

from models.catalogues import Placement
from models.conditions import AnyOf, Atom, Condition, Disagree, ItemIs, PlacedIn, ScoreIs, Truth, compare
from models.definition import TOP
from models.items import EXPERIENCES, KINDS, Item
from models.problems import AnswerState
from models.silences import NON_VALUES

UNKNOWN: Truth = (False, False)

BLANK = ""
"""Skipped, hidden and not asked are one state to every atom."""


GIVEN = "given"
"""Stands for every value of a kind of item whose values no condition can compare, such as a text."""


@dataclass(frozen=True, slots=True)
class State:
    """States of one variable that the given conditions don't distinguish.

    Attributes:
        answer: One of them, for a message to the author; None where no message names it.
        truths: Truth of the atoms it settles.
        needs: Conditions that must be true for this state to be possible.
    """

    answer: AnswerState | None
    truths: Mapping[Atom, Truth]
    needs: tuple[Condition, ...] = ()


def has_values(item: Item) -> bool:
    """Whether *item* can be answered at all."""
    if KINDS[item.kind].choices != "none":
        return bool(item.choices)
    return item.smallest is None or item.largest is None or item.smallest <= item.largest


def silences(on: Sequence[Atom]) -> Iterator[State]:
    """The states without a value of the one variable that the atoms *on* look at; first of an item, a blank."""
    if isinstance(on[0], ItemIs):
        for code in (BLANK, *NON_VALUES):
            yield _silence(on[0].item, code, on)
    else:
        yield State(None, dict.fromkeys(on, UNKNOWN))


def values(on: Sequence[Atom], items: Mapping[str, Item], placements: Mapping[str, Placement]) -> Iterator[State]:
    """The states with a value of the one variable that the atoms *on* look at."""
    match on[0]:
        case ItemIs(item) if items[item].kind == "checklist":
            yield _some_ticked(items[item], on)
        case ItemIs(item):
            for value in _answers(items[item], on):
                yield State(_answer_state(item, value), {atom: _of_value(atom, value) for atom in on})
        case ScoreIs():
            for score in _representatives([atom.bound for atom in on if isinstance(atom, ScoreIs)], 0, TOP):
                yield State(None, {atom: _of_number(atom, score) for atom in on})
        case Disagree():
            for degree in _representatives([atom.bound for atom in on if isinstance(atom, Disagree)], 0, 1):
                yield State(None, {atom: _of_number(atom, degree) for atom in on})
        case PlacedIn(placement):
            for place in _cells(placements.get(placement), on):
                yield State(None, {atom: _two(isinstance(atom, PlacedIn) and atom.cell in place) for atom in on})
        case _:
            assert_never(on[0])


def distinct(states: Iterable[State], on: Sequence[Atom]) -> list[State]:
    """The first of each set of states that no atom distinguishes."""
    found: dict[tuple[Truth | None, ...], State] = {}
    for state in states:
        found.setdefault(tuple(state.truths.get(atom) for atom in on), state)
    return list(found.values())


def _two(holds: bool) -> Truth:
    return holds, not holds


def given(item: str) -> ItemIs:
    """The atom that says whether an item has a value; it is decided together with the item's other states."""
    return ItemIs(item, "answered", operand=True)


def _silence(item: str, code: str, on: Sequence[Atom]) -> State:
    truths: dict[Atom, Truth] = {given(item): _two(False)}
    for atom in on:
        match atom:
            case ItemIs(_, "answered", wanted):
                truths[atom] = _two(not wanted)
            case ItemIs(_, "not_given", tuple(codes)):
                truths[atom] = _two(code in codes)
            case _:
                truths[atom] = UNKNOWN
    return State(AnswerState("no-value", item), truths)


def _of_value(atom: Atom, value: Any) -> Truth:
    match atom:
        case ItemIs(_, "answered", wanted):
            return _two(bool(wanted))
        case ItemIs(_, "not_given"):
            return _two(False)
        case ItemIs(_, operator, operand):
            return _two(compare(operator, value, operand))
        case _:
            return UNKNOWN


def _of_number(atom: Atom, value: float) -> Truth:
    match atom:
        case ScoreIs(_, operator, bound):
            return _two(compare(operator, value, bound))
        case Disagree(_, bound):
            return _two(value >= bound)
        case _:
            return UNKNOWN


def _some_ticked(item: Item, on: Sequence[Atom]) -> State:
    """The state of a checklist that has a value; its options are decided one by one."""
    named = [atom for atom in on if isinstance(atom, ItemIs) and atom.operator == "includes"]
    truths = {atom: _of_value(atom, ()) for atom in (*on, given(item.id)) if atom not in named}
    only = {str(choice.value) for choice in item.choices} <= {str(atom.operand) for atom in named}
    return State(None, truths, (AnyOf(tuple(named)),) if only else ())


def ticked_or_not(option: ItemIs) -> Sequence[State]:
    """The two states of one option of a checklist that has a value."""
    return (
        State(AnswerState("ticked", option.item, str(option.operand)), {option: _two(True)}),
        State(AnswerState("not-ticked", option.item, str(option.operand)), {option: _two(False)}),
    )


def _answer_state(item: str, value: Any) -> AnswerState:
    if isinstance(value, float):
        return AnswerState(_ENDLESS[value], item) if value in _ENDLESS else AnswerState("is", item, f"{value:g}")
    return AnswerState("given", item) if value == GIVEN else AnswerState("is", item, str(value))


_ENDLESS: Mapping[float, Literal["very-large", "very-small"]] = {inf: "very-large", -inf: "very-small"}


def _answers(item: Item, on: Sequence[Atom]) -> Sequence[Any]:
    if KINDS[item.kind].choices != "none":
        return [choice.value for choice in item.choices]
    if item.kind == "experience":
        return EXPERIENCES
    if item.kind != "number":
        return [GIVEN]
    operands = [
        atom.operand for atom in on if isinstance(atom, ItemIs) and atom.operator not in ("answered", "not_given")
    ]
    numbers = [value for operand in operands for value in (operand if isinstance(operand, tuple) else (operand,))]
    least = -inf if item.smallest is None else item.smallest
    most = inf if item.largest is None else item.largest
    return _representatives([number for number in numbers if isinstance(number, int | float)], least, most)


def _representatives(bounds: Iterable[float], least: float, most: float) -> list[float]:
    """One number for each stretch that the *bounds* cut [least, most] into, and the bounds themselves.

    >>> _representatives([3, 1, 7], 0, 4)
    [0, 0.5, 1, 2.0, 3, 3.5, 4]
    """
    marks = sorted({least, most, *(bound for bound in bounds if least <= bound <= most)})
    between = [low / 2 + high / 2 for low, high in pairwise(marks)]
    # Without any bounds there is nothing to distinguish: -inf / 2 + inf / 2 is not a number.
    return sorted({*marks, *(number for number in between if not isnan(number))})


def _cells(placement: Placement | None, on: Sequence[Atom]) -> Iterable[tuple[str, ...]]:
    """Where somebody can be on a map, by the names of the places: in one cell of a grid, else in several at once.

    On a map without a grid, which places exclude each other depends on the questions, so any combination is tried.
    """
    if placement is not None and placement.kind == "grid":
        return placement.cells.items()
    named = dict.fromkeys(atom.cell for atom in on if isinstance(atom, PlacedIn))
    return chain.from_iterable(combinations(named, size) for size in range(len(named) + 1))
