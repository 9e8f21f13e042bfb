"""The second round: which of its answers count, so that both rounds can be shown side by side."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from models.answers import AnswerSheet
from models.asked import asked_codes, truth
from models.conditions import atoms
from models.definition import Depth
from models.layout import FIRST_NON_VALUE, LEAVES_DENOMINATOR, NOT_ASKED, Answers, Bools, Codes, Layout
from models.placements import by_item
from models.silences import Skipped


def second_round(
    layout: Layout,
    first: Sequence[AnswerSheet],
    second: Sequence[AnswerSheet],
    families: Sequence[str | None],
    depth: Depth,
) -> tuple[AnswerSheet, ...]:
    """Everyone's answers in round two, such that both rounds can be shown side by side.

    Somebody who gave no value first and gives one now (or the other way round) would be isolated by the difference of
    the two rounds. So new answers are taken one after the other, in authored order, and each counts only if the person
    stays in the same tables: the item has a value, is missing, or does not apply as before, places them on the same
    maps, and makes every comparison in a condition come out as before; else the first answer stays. A changed value can
    be seen as a change, as it is meant to, but not whose it is. Whether an answer counts does not depend on what else
    the person said, as that may be hidden.

    Args:
        layout: The layout of what was asked, with the maps.
        first: One sheet per person.
        second: Their new answers, in the same order.
        families: The role family of each, in the same order; None for those who did not say.
        depth: Which form they were asked.
    """
    both = [overlaid(sheet, anew) for sheet, anew in zip(first, second, strict=True)]
    before, after = (layout.encode(sheets, depth, families) for sheets in (first, both))
    tables = _tables(layout, before)
    refused: dict[str, Bools] = {}
    for column in layout.columns:
        part = slice(column.first, column.first + column.width)
        tried = replace(before, codes=before.codes.copy(order="F"))
        tried.codes[:, part] = after.codes[:, part]
        if (tried.codes != before.codes).any():
            same = (_tables(layout, tried) == tables).all(axis=1)
            before.codes[same] = tried.codes[same]
            refused[column.item.id] = ~same
    return tuple(
        _with_first(anew, sheet, [item for item, who in refused.items() if who[number]])
        for number, (sheet, anew) in enumerate(zip(first, both, strict=True))
    )


def _tables(layout: Layout, answers: Answers) -> Codes:
    """In which tables each person is, shape (respondents, tables): those of values or silences, and of places.

    Conditions are looked at comparison by comparison and maps item by item, so that whether one answer counts never
    depends on another one.
    """
    codes = asked_codes(layout, answers)
    given = codes[:, [column.first for column in layout.columns]]
    kinds = np.select([given < FIRST_NON_VALUE, given == NOT_ASKED, LEAVES_DENOMINATOR[given]], [0, 1, 2], default=3)
    conditions = [column.item.show_if for column in layout.columns if column.item.show_if is not None]
    compared = dict.fromkeys(atom for condition in conditions for atom, _ in atoms(condition))
    truths = [true_or_false for atom in compared for true_or_false in truth(layout, atom, codes)]
    placed = [
        by_item(column, placement, codes)[1]
        for placement in layout.maps.values()
        for column in layout.columns
        if placement.id in column.item.places
    ]
    return np.column_stack([kinds, *truths, *placed]).astype(np.uint8)


def _with_first(sheet: AnswerSheet, first: AnswerSheet, items: Sequence[str]) -> AnswerSheet:
    """A sheet with the responses of the first one to some items, or with none where that has none."""
    others = {name: response for name, response in sheet.responses.items() if name not in items}
    kept = {name: first.responses[name] for name in items if name in first.responses}
    return AnswerSheet(MappingProxyType({**others, **kept}))


def overlaid(first: AnswerSheet, second: AnswerSheet) -> AnswerSheet:
    """One person's answers in round two: those of round one, replaced where they gave a new answer; a skip is none."""
    anew = {item: given for item, given in second.responses.items() if not isinstance(given.answer, Skipped)}
    return AnswerSheet(MappingProxyType({**second.responses, **first.responses, **anew}))
