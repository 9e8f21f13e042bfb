"""A second round: what of it counts, so that both rounds can be shown side by side."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from models.answers import AnswerSheet
from models.definition import Depth
from models.items import MOMENTS
from models.layout import FIRST_NON_VALUE, LEAVES_DENOMINATOR, NOT_ASKED, Answers, Bools, Codes, Layout
from models.matrix import asked_codes
from models.placements import on_axis
from models.scoring import score
from models.silences import Skipped


def second_round(
    layout: Layout,
    first: Sequence[AnswerSheet],
    second: Sequence[AnswerSheet],
    families: Sequence[str | None],
    depth: Depth,
) -> tuple[AnswerSheet, ...]:
    """Everyone's answers in round two, such that both rounds can be shown side by side.

    Whoever gave no value first and gives one now (or the other way round) would stand alone in the difference of the
    two rounds. So new answers are taken one after the other, as authored, and each counts only if it leaves the person
    in the very same tables: every item has a value, is missing, or does not apply as it was, whatever the conditions
    between them; else the first answer stays. A changed value can be seen as a change, as it is meant to, but not
    whose it is.

    Args:
        layout: The layout of what was asked, with the maps.
        first: One sheet per person.
        second: What they chose anew, in the same order.
        families: The role family of each, in the same order; None for those who did not say.
        depth: Which form they were asked.
    """
    both = [overlaid(one, anew) for one, anew in zip(first, second, strict=True)]
    before, after = (layout.encode(sheets, depth, families) for sheets in (first, both))
    stands = _stands(layout, before)
    refused: dict[str, Bools] = {}
    for column in layout.columns:
        part = slice(column.first, column.first + column.width)
        tried = replace(before, codes=before.codes.copy(order="F"))
        tried.codes[:, part] = after.codes[:, part]
        if (tried.codes != before.codes).any():
            same = (_stands(layout, tried) == stands).all(axis=1)
            before.codes[same] = tried.codes[same]
            refused[column.item.id] = ~same
    return tuple(
        _with_first(anew, one, [item for item, who in refused.items() if who[number]])
        for number, (one, anew) in enumerate(zip(first, both, strict=True))
    )


def _stands(layout: Layout, answers: Answers) -> Codes:
    """In which tables each person stands, shape (respondents, tables): of values or silences, scores and places."""
    codes = asked_codes(layout, answers)
    said = codes[:, [column.first for column in layout.columns]]
    kinds = np.select([said < FIRST_NON_VALUE, said == NOT_ASKED, LEAVES_DENOMINATOR[said]], [0, 1, 2], default=3)
    # Axis by axis, so that what counts of one item never depends on what else a person said of the map.
    axes = [(one, axis, at) for one in layout.maps.values() for axis in one.axes for at in MOMENTS]
    placed = [on_axis(layout, one, axis, at, codes)[1][:, None] for one, axis, at in axes]
    return np.hstack([kinds, np.isnan(score(layout, answers).score), *placed]).astype(np.uint8)


def _with_first(sheet: AnswerSheet, first: AnswerSheet, items: Sequence[str]) -> AnswerSheet:
    """A sheet with the responses of the first one to some items, or with none where that has none."""
    others = {name: one for name, one in sheet.responses.items() if name not in items}
    kept = {name: first.responses[name] for name in items if name in first.responses}
    return AnswerSheet(MappingProxyType({**others, **kept}))


def overlaid(first: AnswerSheet, second: AnswerSheet) -> AnswerSheet:
    """One person's answers in round two: those of round one, but where they chose anew; who skips stays with theirs."""
    anew = {item: one for item, one in second.responses.items() if not isinstance(one.answer, Skipped)}
    return AnswerSheet(MappingProxyType({**second.responses, **first.responses, **anew}))
