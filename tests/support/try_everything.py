"""Conditions decided by trying every state and every way through a form: the oracle for the exact search."""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations, product
from typing import Any

from models.conditions import All, AnyOf, Condition, Disagree, ItemIs, Not, PlacedIn, ScoreIs, items_named
from models.definition import Questionnaire
from models.items import Item

SILENCES = ("", "DK", "NA", "OUT")
GRID = [n / 2 for n in range(-2, 17)]


def states(item: Item) -> list[tuple[str, Any]]:
    """Every state of an item: ("value", v) or (a silence, None)."""
    match item.kind:
        case "choice" | "rubric":
            values: list[Any] = [choice.value for choice in item.choices]
        case "checklist":
            options = [choice.value for choice in item.choices]
            values = list(chain.from_iterable(combinations(options, n) for n in range(1, len(options) + 1)))
        case "number":
            low = -1 if item.smallest is None else item.smallest
            high = 8 if item.largest is None else item.largest
            values = [number for number in GRID if low <= number <= high]
        case "experience":
            values = [-2, -1, 0, 1, 2]
        case _:
            values = ["words"]
    return [*(("value", value) for value in values), *((silence, None) for silence in SILENCES)]


def holds(condition: Condition, sheet: Mapping[str, Any]) -> bool | None:
    """Kleene's logic, written a second time."""
    match condition:
        case All(parts):
            found = [holds(part, sheet) for part in parts]
            return False if False in found else None if None in found else True
        case AnyOf(parts):
            found = [holds(part, sheet) for part in parts]
            return True if True in found else None if None in found else False
        case Not(part):
            inner = holds(part, sheet)
            return None if inner is None else not inner
        case ItemIs(item, operator, operand):
            return item_holds(*sheet[item], operator, operand)
        case ScoreIs(dimension, operator, bound):
            score = sheet[f"score {dimension}"]
            return None if score is None else score >= bound if operator == "at_least" else score <= bound
        case Disagree(subject, bound):
            apart = sheet[f"apart {subject}"]
            return None if apart is None else apart >= bound
        case PlacedIn(placement, cell):
            place = sheet[f"place {placement}"]
            return None if place is None else cell == place


def item_holds(state: str, value: Any, operator: str, operand: Any) -> bool | None:
    if operator == "answered":
        return (state == "value") == operand
    if operator == "not_given":
        return state in operand
    if state != "value":
        return None
    return {
        "is": lambda: value == operand,
        "is_one_of": lambda: value in operand,
        "includes": lambda: operand in value,
        "at_least": lambda: value >= operand,
        "at_most": lambda: value <= operand,
    }[operator]()


def sheets(items: Mapping[str, Item], named: frozenset[str], *, values_only: bool = False) -> Iterator[dict[str, Any]]:
    names = sorted(named)
    every = [[s for s in states(items[name]) if not values_only or s[0] == "value"] for name in names]
    for chosen in product(*every):
        yield dict(zip(names, chosen, strict=True))


def layouts(items: tuple[Item, ...], sheet: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every way through a form: an item whose condition is not true is blank."""
    if len(sheet) == len(items):
        yield sheet
        return
    item = items[len(sheet)]
    shown = item.show_if is None or holds(item.show_if, sheet) is True
    for state in states(item) if shown else [("", None)]:
        yield from layouts(items, {**sheet, item.id: state})


def expected(questionnaire: Questionnaire, item: Item) -> str | None:
    named, items = items_named(item.show_if), questionnaire.by_id
    if not any(holds(item.show_if, sheet) is True for sheet in sheets(items, named)):
        return "never-true"
    before = questionnaire.items[: questionnaire.items.index(item)]
    if not any(holds(item.show_if, form) is True for form in layouts(before, {})):
        return "never-shown"
    if all(holds(item.show_if, sheet) is True for sheet in sheets(items, named, values_only=True)):
        return "always-true"
    return None
