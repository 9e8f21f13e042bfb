"""Conditions in words: when a question is asked, said to somebody who holds the form."""

from collections.abc import Callable, Iterable, Mapping
from typing import assert_never

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

Named = Callable[[str], tuple[str, Mapping[str, Choice]]]
"""Gives an item's code on paper and its choices by their marks; none for an item of an open kind."""


def only_if(condition: Condition, named: Named) -> str:
    """When a question is asked, as a sentence.

    >>> only_if(ItemIs("known", "is", "yes"), lambda item: ("A1", {"a": Choice(value="yes", label="Yes")}))
    'Only if you ticked a in A1.'
    """
    return f"Only if {_said(condition, named)}."


def _said(condition: Condition, named: Named) -> str:
    match condition:
        case All(parts):
            return " and ".join(_bracketed(part, named) for part in parts)
        case AnyOf(parts):
            return " or ".join(_bracketed(part, named) for part in parts)
        case Not(ItemIs() as part):
            return _unless(part, named)
        case Not(part):
            return f"this is not so: {_bracketed(part, named)}"
        case ItemIs():
            return _if(condition, named)
        case ScoreIs() | PlacedIn() | Disagree():
            raise ValueError("a question is asked by answers alone")
        case _:
            assert_never(condition)


def _bracketed(part: Condition, named: Named) -> str:
    return f"({_said(part, named)})" if isinstance(part, All | AnyOf) else _said(part, named)


def _if(atom: ItemIs, named: Named) -> str:
    code, choices = named(atom.item)
    match atom.operator, atom.operand:
        case "answered", yes:
            return f"you answered {code}" if yes else f"you gave no answer in {code}"
        case "not_given", tuple(names):
            return f"you ticked {_either(SILENCE_TEXTS[BY_CODE[str(name)].id].letter for name in names)} in {code}"
        case operator, operand if choices:
            return f"you ticked {_either(_marks(choices, operator, operand))} in {code}"
        case operator, operand:
            return f"your number in {code} is {_amount(operator, operand)}"


def _unless(atom: ItemIs, named: Named) -> str:
    """The contrary, where an answer without a value is neither one nor the other."""
    code, choices = named(atom.item)
    if atom.operator == "answered":
        return _if(ItemIs(atom.item, "answered", not atom.operand), named)
    fitting = _marks(choices, atom.operator, atom.operand) if atom.operator in VALUE_OPERATORS else []
    if choices and atom.operator == "includes":
        return f"you ticked something in {code}, but not {_either(fitting)}"
    if choices and fitting and len(fitting) < len(choices):
        return f"you ticked {_either(mark for mark in choices if mark not in fitting)} in {code}"
    return f"this is not so: {_if(atom, named)}"


def _marks(choices: Mapping[str, Choice], operator: str, operand: Operand) -> list[str]:
    """The marks of choices to which a comparison applies."""
    if operator == "includes":
        return [mark for mark, choice in choices.items() if choice.value == operand]
    return [mark for mark, choice in choices.items() if compare(operator, choice.value, operand)]


def _amount(operator: str, operand: Operand) -> str:
    numbers = operand if isinstance(operand, tuple) else (operand,)
    told = _either(f"{number:g}" for number in numbers if not isinstance(number, str))
    return {"at_least": f"{told} or more", "at_most": f"{told} or less"}.get(operator, told)


def _either(words: Iterable[str]) -> str:
    """Words of which one is enough.

    >>> _either("abc")
    'a, b or c'
    """
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
