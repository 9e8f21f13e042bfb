"""Conditions in words: when a question is asked, said to somebody who holds the form."""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import assert_never

from cosmos_app.texts.message import Text
from cosmos_app.texts.silences import SILENCE_TEXTS
from models.conditions import (
    VALUE_OPERATORS,
    All,
    AnyOf,
    Condition,
    Disagree,
    ItemIs,
    Not,
    Operand,
    PlacedIn,
    ScoreIs,
    compare,
)
from models.items import Choice
from models.silences import BY_CODE

ONLY_IF = Text("Only if {condition}.")
AND = Text("{first} and {second}")
OR = Text("{first} or {second}")
"""Conditions, and marks, of which both must hold, or one is enough."""
IN_BRACKETS = Text("({condition})")
NOT_SO = Text("this is not so: {condition}")
ANSWERED = Text("you answered {code}")
NOT_ANSWERED = Text("you gave no answer in {code}")
TICKED = Text("you ticked {marks} in {code}")
TICKED_OTHERS = Text("you ticked something in {code}, but not {marks}")
NUMBER_IS = Text("your number in {code} is {number}")
NUMBER_AT_LEAST = Text("your number in {code} is {number} or more")
NUMBER_AT_MOST = Text("your number in {code} is {number} or less")

Named = Callable[[str], tuple[str, Mapping[str, Choice]]]
"""Gives an item's code on paper and its choices by their marks; none for an item of an open kind."""


def only_if(condition: Condition, named: Named) -> str:
    """When a question is asked, as a sentence.

    >>> only_if(ItemIs("known", "is", "yes"), lambda item: ("A1", {"a": Choice(value="yes", label="Yes")}))
    'Only if you ticked a in A1.'
    """
    return ONLY_IF(condition=_in_words(condition, named))


def _in_words(condition: Condition, named: Named) -> str:
    match condition:
        case All(parts):
            return reduce(
                lambda first, second: AND(first=first, second=second), (_bracketed(part, named) for part in parts)
            )
        case AnyOf(parts):
            return reduce(_or, (_bracketed(part, named) for part in parts))
        case Not(ItemIs() as part):
            return _unless(part, named)
        case Not(part):
            return NOT_SO(condition=_bracketed(part, named))
        case ItemIs():
            return _if(condition, named)
        case ScoreIs() | PlacedIn() | Disagree():
            raise ValueError("a question is asked by answers alone")
        case _:
            assert_never(condition)


def _bracketed(part: Condition, named: Named) -> str:
    words = _in_words(part, named)
    return IN_BRACKETS(condition=words) if isinstance(part, All | AnyOf) else words


def _if(atom: ItemIs, named: Named) -> str:
    code, choices = named(atom.item)
    match atom.operator, atom.operand:
        case "answered", yes:
            return ANSWERED(code=code) if yes else NOT_ANSWERED(code=code)
        case "not_given", tuple(names):
            letters = _either(SILENCE_TEXTS[BY_CODE[str(name)].id].letter for name in names)
            return TICKED(marks=letters, code=code)
        case operator, operand if choices:
            return TICKED(marks=_either(_marks(choices, operator, operand)), code=code)
        case operator, operand:
            return _number(code, operator, operand)


def _unless(atom: ItemIs, named: Named) -> str:
    """The contrary, where an answer without a value is neither one nor the other."""
    code, choices = named(atom.item)
    if atom.operator == "answered":
        return _if(ItemIs(atom.item, "answered", not atom.operand), named)
    fitting = _marks(choices, atom.operator, atom.operand) if atom.operator in VALUE_OPERATORS else []
    if choices and atom.operator == "includes":
        return TICKED_OTHERS(code=code, marks=_either(fitting))
    if choices and fitting and len(fitting) < len(choices):
        return TICKED(marks=_either(mark for mark in choices if mark not in fitting), code=code)
    return NOT_SO(condition=_if(atom, named))


def _marks(choices: Mapping[str, Choice], operator: str, operand: Operand) -> list[str]:
    """The marks of choices to which a comparison applies."""
    if operator == "includes":
        return [mark for mark, choice in choices.items() if choice.value == operand]
    return [mark for mark, choice in choices.items() if compare(operator, choice.value, operand)]


def _number(code: str, operator: str, operand: Operand) -> str:
    numbers = operand if isinstance(operand, tuple) else (operand,)
    number = _either(f"{number:g}" for number in numbers if not isinstance(number, str))
    return {"at_least": NUMBER_AT_LEAST, "at_most": NUMBER_AT_MOST}.get(operator, NUMBER_IS)(code=code, number=number)


def _either(marks: Iterable[str]) -> str:
    """Marks, or numbers, of which one is enough.

    >>> _either("abc")
    'a, b or c'
    """
    *most, last = marks
    return _or(", ".join(most), last) if most else last


def _or(first: str, second: str) -> str:
    return OR(first=first, second=second)
