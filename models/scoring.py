"""Scoring: one vectorised kernel that turns a matrix of answers into scores, bounds and stages of every dimension."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.asked import asked_codes, truth
from models.definition import TOP, Dimension
from models.items import Choice, Item
from models.layout import FIRST_NON_VALUE, LEAVES_DENOMINATOR, Answers, Bools, Codes, Column, Floats, Ints, Layout

CHUNK = 8192
"""Respondents scored at a time, so that a chunk's columns stay in the processor's cache."""

STEP_TOLERANCE = 1e-9
"""Tolerance for the last bits of a float, so that 4 x 0.75 reaches stage 3."""

NO_STAGE = -1
NO_STEP = 255

Steps = npt.NDArray[np.uint8]
Stages = npt.NDArray[np.int8]


@dataclass(frozen=True, kw_only=True)
class Scores:
    """What the kernel computes for many respondents.

    Attributes:
        layout: The layout that was scored.
        score: Shape (respondents, dimensions), in 0-4; NaN where too little was answered.
        completeness: The same shape, in [0, 1]: weight with a value over applicable weight; NaN if none applies.
        lower: The score with everything missing at its worst, in 0-4; NaN if nothing applies.
        upper: The same with everything missing at its best.
        stage: Shape (respondents, dimensions), 0-4; NO_STAGE without a score.
        steps: Shape (respondents, items), the whole steps (0-4) an answer is worth; NO_STEP where it has no value.
    """

    layout: Layout
    score: Floats
    completeness: Floats
    lower: Floats
    upper: Floats
    stage: Stages
    steps: Steps

    def of(self, rows: Ints) -> "Scores":
        """The scores of some respondents; *rows* are their indices, shape (some respondents,)."""
        return Scores(
            layout=self.layout,
            score=self.score[rows],
            completeness=self.completeness[rows],
            lower=self.lower[rows],
            upper=self.upper[rows],
            stage=self.stage[rows],
            steps=self.steps[rows],
        )

    def blocking(self, dimension: int) -> tuple[tuple[Item, ...], Bools]:
        """Which items keep each respondent below the next stage of a dimension.

        Returns:
            The items of the dimension in authored order, and shape (respondents, those items).
        """
        items = self.layout.questionnaire.items_of(self.layout.questionnaire.dimensions[dimension].id)
        indices = [self.layout.questionnaire.items.index(item) for item in items]
        steps, stage = self.steps[:, indices], self.stage[:, [dimension]]
        return items, (steps <= stage) & (stage != NO_STAGE) & (stage < TOP)


def score(layout: Layout, answers: Answers) -> Scores:
    """Score every dimension for every respondent.

    score = 4 x sum(w u) / sum(w) over the answered items, u in [0, 1] corrected for direction; it exists where
    completeness reaches the dimension's ``min_answered`` (half-scale rule, as in quality-of-life scoring).
    The stage is the largest s with floor(4u + 1e-9) >= s for every applicable item that has a value.

    Args:
        layout: The layout, from ``lay_out``.
        answers: Respondents; visibility, depth and role family are worked out inside.
    """
    size, dimensions = len(answers), len(layout.questionnaire.dimensions)
    rows, columns = (size, dimensions), (size, len(layout.columns))
    result = Scores(
        layout=layout,
        score=np.empty(rows, order="F"),
        completeness=np.empty(rows, order="F"),
        lower=np.empty(rows, order="F"),
        upper=np.empty(rows, order="F"),
        stage=np.empty(rows, dtype=np.int8, order="F"),
        steps=np.full(columns, NO_STEP, dtype=np.uint8, order="F"),
    )
    readers = {index: Reader(column) for index, column in enumerate(layout.columns) if column.item.is_scored}
    rule = SCORING_RULES[layout.questionnaire.scoring.rule]
    for part in _chunks(size):
        codes = asked_codes(layout, answers.rows(part))
        positions = {}
        for index, reader in readers.items():
            positions[index] = reader.positions(codes)
            result.steps[part, index] = reader.steps(positions[index], codes)
        for index, dimension in enumerate(layout.questionnaire.dimensions):
            _score_dimension(result, part, index, dimension, codes, positions, rule)
    return result


def _chunks(size: int) -> Iterator[slice]:
    for start in range(0, size, CHUNK):
        yield slice(start, min(start + CHUNK, size))


class Reader:
    """Reads one scored item's column: the position of its answers between 0 and 1, and how many steps that is."""

    def __init__(self, column: Column) -> None:
        self.column = column
        item = column.item
        by_code = np.zeros(256)
        if item.kind != "checklist":
            scores = np.array([choice.score for choice in item.choices], dtype=float)
            by_code[: len(scores)] = _oriented((scores - scores.min()) / (scores.max() - scores.min()), item)
        self.by_code = by_code
        steps = np.full(256, NO_STEP, dtype=np.uint8)
        steps[:FIRST_NON_VALUE] = _whole_steps(by_code[:FIRST_NON_VALUE])
        self.steps_by_code = steps

    def positions(self, codes: Codes) -> Floats:
        """Position of each respondent's answer, shape (respondents,), in [0, 1]; 0 where there is none."""
        column = self.column
        if column.item.kind != "checklist":
            return np.asarray(self.by_code[codes[:, column.first]])
        worth = np.array([choice.score for choice in column.item.choices], dtype=float)
        chosen = codes[:, column.first : column.first + column.width] == 1
        total = np.zeros(len(codes))
        for option, value in enumerate(
            worth
        ):  # summed in fixed order, so that a row scores alone as it does among many
            total += np.where(chosen[:, option], value, 0.0)
        share = np.clip(total / worth[worth > 0].sum(), 0.0, 1.0)
        return np.where(codes[:, column.first] < FIRST_NON_VALUE, _oriented(share, column.item), 0.0)

    def steps(self, positions: Floats, codes: Codes) -> Steps:
        """Whole steps of each answer, shape (respondents,); NO_STEP where there is no value."""
        seen = codes[:, self.column.first]
        if self.column.item.kind != "checklist":
            return np.asarray(self.steps_by_code[seen])
        return np.where(seen < FIRST_NON_VALUE, _whole_steps(positions), NO_STEP).astype(np.uint8)


def _oriented(share: Floats, item: Item) -> Floats:
    return 1.0 - share if item.reverse else share


def _whole_steps(positions: Floats) -> Steps:
    return np.floor(TOP * positions + STEP_TOLERANCE).astype(np.uint8)


def _score_dimension(
    result: Scores,
    part: slice,
    dimension_index: int,
    dimension: Dimension,
    codes: Codes,
    positions: Mapping[int, Floats],
    rule: "ScoringRule",
) -> None:
    layout = result.layout
    members = [index for index, column in enumerate(layout.columns) if dimension.id in column.item.scores]
    size = len(codes)
    sums = _Sums(*(np.zeros(size) for _ in range(4)))
    lowest = np.full(size, NO_STEP, dtype=np.uint8)
    for index in members:
        weight = layout.columns[index].item.scores[dimension.id]
        seen = codes[:, layout.columns[index].first]
        has, applies = seen < FIRST_NON_VALUE, ~LEAVES_DENOMINATOR[seen]
        reached = weight * positions[index]
        # Each sum adds its own items in authored order: leaving one out can only make it smaller, to the last bit.
        np.add(sums.reached, reached, out=sums.reached)
        np.add(sums.valued, weight * has, out=sums.valued)
        np.add(sums.applicable, weight * applies, out=sums.applicable)
        np.add(sums.best, np.where(has, reached, weight * applies), out=sums.best)
        np.minimum(lowest, result.steps[part, index], out=lowest)
    valued, applicable = sums.valued, sums.applicable
    with np.errstate(invalid="ignore", divide="ignore"):
        completeness = np.where(applicable > 0, valued / applicable, np.nan)
        enough = (valued > 0) & (completeness >= dimension.min_answered - STEP_TOLERANCE)
        middle, low, high = rule(layout, dimension, codes, sums)
    result.completeness[part, dimension_index] = completeness
    result.score[part, dimension_index] = np.where(enough, middle, np.nan)
    bounded = (applicable > 0) & (low <= high)
    result.lower[part, dimension_index] = np.where(bounded, low, np.nan)
    result.upper[part, dimension_index] = np.where(bounded, high, np.nan)
    scored = ~np.isnan(result.score[part, dimension_index])
    result.stage[part, dimension_index] = np.where(scored & (lowest != NO_STEP), lowest, NO_STAGE).astype(np.int8)


@dataclass(frozen=True, slots=True)
class _Sums:
    """Sums over the items of a dimension, each of shape (respondents,).

    Attributes:
        reached: Of w x u over the items with a value.
        valued: Of w over the items with a value.
        applicable: Of w over the applicable items.
        best: Of w x u over the items with a value and w over those missing.
    """

    reached: Floats
    valued: Floats
    applicable: Floats
    best: Floats


ScoringRule = Callable[[Layout, Dimension, Codes, _Sums], tuple[Floats, Floats, Floats]]
"""Gives score, lower and upper, each of shape (respondents,), in 0-4; the caller drops scores with too few answers."""


def weighted_mean(layout: Layout, dimension: Dimension, codes: Codes, sums: _Sums) -> tuple[Floats, Floats, Floats]:
    """Average the answered positions by weight; bounds put everything missing at its worst and its best."""
    middle = TOP * (sums.reached / sums.valued)
    low = TOP * (sums.reached / sums.applicable)
    high = TOP * (sums.best / sums.applicable)
    # Score and bound are rounded separately; the bound must not fall below a score that it equals on paper.
    return middle, low, np.fmax(high, middle)


def rule_table(layout: Layout, dimension: Dimension, codes: Codes, sums: _Sums) -> tuple[Floats, Floats, Floats]:
    """Take the first row that matches (qualitative aggregation, as in DEX: Bohanec & Rajkovic 1990).

    A row that may or may not match, because an answer is missing, leaves the score open: no score, and bounds
    over every row that could still be the first.
    """
    size = len(codes)
    middle, low, high = np.full(size, np.nan), np.full(size, np.inf), np.full(size, -np.inf)
    open_yet = np.ones(size, dtype=bool)
    certain = np.ones(size, dtype=bool)
    for row in layout.questionnaire.scoring.tables[dimension.id]:
        yes, no = (open_yet, ~open_yet) if row.when is None else truth(layout, row.when, codes)
        possible = open_yet & ~no
        low = np.where(possible, np.minimum(low, row.score), low)
        high = np.where(possible, np.maximum(high, row.score), high)
        certain &= ~(possible & ~yes)
        middle = np.where(open_yet & yes & certain, row.score, middle)
        open_yet &= ~yes
    return middle, low, high


SCORING_RULES: Mapping[str, ScoringRule] = {
    "weighted-mean": weighted_mean,
    "rule-table": rule_table,
}
"""Every rule; the JSON Schema offers exactly these."""


def worth_of(item: Item, choice: Choice) -> float:
    """What choosing one choice alone is worth, in 0-4, corrected for direction; 0 for an item without scores."""
    scores = [each.score for each in item.choices if each.score is not None]
    if choice.score is None or len(set(scores)) < 2:
        return 0.0
    share = (choice.score - min(scores)) / (max(scores) - min(scores))
    return TOP * (1.0 - share if item.reverse else share)
