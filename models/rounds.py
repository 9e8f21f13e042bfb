"""The second round: which of its answers count, so that both rounds can be shown side by side."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from models.answers import AnswerSheet
from models.asked import asked_codes
from models.definition import Depth
from models.items import MOMENTS
from models.layout import FIRST_NON_VALUE, LEAVES_DENOMINATOR, NOT_ASKED, Answers, Bools, Codes, Layout
from models.placements import on_axis
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
    stays in the same tables: every item has a value, is missing, or does not apply as before, whatever the conditions
    between them; else the first answer stays. A changed value can be seen as a change, as it is meant to, but not whose
    it is.

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
    """In which tables each person is, shape (respondents, tables): those of values or silences, and of places."""
    codes = asked_codes(layout, answers)
    given = codes[:, [column.first for column in layout.columns]]
    kinds = np.select([given < FIRST_NON_VALUE, given == NOT_ASKED, LEAVES_DENOMINATOR[given]], [0, 1, 2], default=3)
    # Axis by axis, so that whether one item counts never depends on what else a person said about the map.
    axes = [(placement, axis, at) for placement in layout.maps.values() for axis in placement.axes for at in MOMENTS]
    placed = [on_axis(layout, placement, axis, at, codes)[1][:, None] for placement, axis, at in axes]
    return np.hstack([kinds, *placed]).astype(np.uint8)


def _with_first(sheet: AnswerSheet, first: AnswerSheet, items: Sequence[str]) -> AnswerSheet:
    """A sheet with the responses of the first one to some items, or with none where that has none."""
    others = {name: response for name, response in sheet.responses.items() if name not in items}
    kept = {name: first.responses[name] for name in items if name in first.responses}
    return AnswerSheet(MappingProxyType({**others, **kept}))


def overlaid(first: AnswerSheet, second: AnswerSheet) -> AnswerSheet:
    """One person's answers in round two: those of round one, replaced where they gave a new answer; a skip is none."""
    anew = {item: given for item, given in second.responses.items() if not isinstance(given.answer, Skipped)}
    return AnswerSheet(MappingProxyType({**second.responses, **first.responses, **anew}))
