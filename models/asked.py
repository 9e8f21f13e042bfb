"""Reads the matrix of answers: which items were asked and shown, and which conditions on them hold.

Not being asked is handed on. An item waits for another only as far as its condition cannot be decided without it: an
item is asked of a person where its condition is true, or could be if they answered what they are asked and left open.
Where no such answer would show it, because another answer makes the condition false or because what it looks at is not
asked of them, it is not asked either, through any chain. A comparison with an item that is not asked is no falsehood:
it stays unknown, also under ``not``, and only ``answered`` and ``not_given`` say something of such an item.
"""

from typing import assert_never

import numpy as np

from models.conditions import Atom, Condition, Disagree, ItemIs, PlacedIn, ScoreIs, Truth, compare, evaluate
from models.items import Item
from models.layout import FIRST_NON_VALUE, NOT_ASKED, SKIPPED, UNKNOWN_FAMILY, Answers, Bools, Codes, Column, Layout
from models.silences import BY_CODE


def asked_codes(layout: Layout, answers: Answers) -> Codes:
    """Replace the codes of items that were not asked, or not shown, by what that means for a score.

    An item outside the depth, for another role family, hidden by a false condition, or waiting for one that is not
    asked becomes NOT_ASKED and leaves the denominator; one behind a condition that a missing answer leaves unknown
    becomes SKIPPED, that is missing. A hidden answer never counts, neither in a score nor in a later condition.

    Returns:
        Shape (respondents, columns), column-major; *answers* is not changed.
    """
    codes = np.array(answers.codes, order="F")
    for column in layout.columns:
        item = column.item
        part = codes[:, column.first : column.first + column.width]
        if item.show_if is not None:
            true, false = truth(layout, item.show_if, codes)
            part[~true] = NOT_ASKED
            if not (true | false).all():
                part[~true & could_hold(layout, item.show_if, codes)] = SKIPPED
        if not item.core and answers.short.any():
            part[answers.short] = NOT_ASKED
        if item.asked_of:
            part[~meant_for(layout, item, answers)] = NOT_ASKED
    return codes


def meant_for(layout: Layout, item: Item, answers: Answers) -> Bools:
    """Which respondents an item asks by their role family, shape (respondents,).

    An item that names no family asks everyone, and somebody whose family is unknown is asked everything.
    """
    if not item.asked_of:
        return np.ones(len(answers), dtype=bool)
    meant = [UNKNOWN_FAMILY, *(layout.families.index(family) for family in item.asked_of)]
    return np.isin(answers.family, meant)


def shown(layout: Layout, answers: Answers) -> Bools:
    """Which items each respondent is shown: those asked whose condition, if any, is true.

    Returns:
        Shape (respondents, items).
    """
    codes = asked_codes(layout, answers)
    seen = codes[:, [column.first for column in layout.columns]] != NOT_ASKED
    for index, column in enumerate(layout.columns):
        if column.item.show_if is not None:
            seen[:, index] &= truth(layout, column.item.show_if, codes)[0]
    return np.asarray(seen)


def truth(layout: Layout, condition: Condition, codes: Codes) -> Truth:
    """Evaluate a condition on items for every respondent; scores, places and disagreement count as unknown.

    Args:
        layout: The layout of *codes*.
        condition: The tree.
        codes: Shape (respondents, columns), as ``asked_codes`` gives them.

    Returns:
        (is true, is false), each of shape (respondents,).
    """
    return evaluate(condition, lambda atom: _atom_truth(layout, atom, codes))


def could_hold(layout: Layout, condition: Condition, codes: Codes) -> Bools:
    """For whom a condition is true, or could be if they answered what they are asked, shape (respondents,).

    Each comparison with a missing answer may come out either way; one with an item that is not asked never comes out.
    """

    def possible(atom: Atom) -> Truth:
        true, false = _atom_truth(layout, atom, codes)
        if not isinstance(atom, ItemIs):
            return true, false
        either = ~true & ~false & (codes[:, layout.by_id[atom.item].first] != NOT_ASKED)
        return true | either, false | either

    return np.asarray(evaluate(condition, possible)[0])


def _atom_truth(layout: Layout, atom: Atom, codes: Codes) -> Truth:
    match atom:
        case ItemIs():
            return _item_truth(layout.by_id[atom.item], atom, codes)
        case ScoreIs() | PlacedIn() | Disagree():
            nobody = np.zeros(len(codes), dtype=bool)
            return nobody, nobody
        case _:
            assert_never(atom)


def _item_truth(column: Column, atom: ItemIs, codes: Codes) -> Truth:
    if atom.operator == "includes":
        options = [choice.value for choice in column.item.choices]
        chosen = codes[:, column.first + options.index(str(atom.operand))]
        return chosen == 1, chosen == 0
    true, false = np.zeros(256, dtype=bool), np.zeros(256, dtype=bool)
    match atom.operator, atom.operand:
        case "answered", wanted:
            true[:FIRST_NON_VALUE] = wanted
            true[FIRST_NON_VALUE:] = not wanted
            false = ~true
        case "not_given", tuple(names):
            true[[BY_CODE[str(name)].number for name in names]] = True
            false = ~true
        case operator, operand:
            for code, value in enumerate(column.values):
                true[code] = compare(operator, value, operand)
                false[code] = not true[code]
    seen = codes[:, column.first]
    return true[seen], false[seen]
