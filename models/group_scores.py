"""What a group scores on a dimension, computed from its released item tables and from nothing else.

So nothing told of a dimension says more than the tables of its items do: whatever is hidden there can't be found here.
Only the spread needs more than tables: see ``tells_spread``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor, sqrt

import numpy as np

from models.definition import TOP, Dimension
from models.descriptives import ItemSummary
from models.inference import interval
from models.items import Item
from models.layout import Floats
from models.scoring import STEP_TOLERANCE, worth_of
from models.silences import SILENCES

FEWEST_FOR_SPREAD = 10
"""Fewest people in a group whose median and standard deviation are told. In a smaller one the two, with the item
tables, can tell what one person answered. Our own choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionSummary:
    """How a group scores on one dimension; means and bounds are in 0-4, to one decimal.

    Attributes:
        n: The fewest people who gave a value to one of the questions shown.
        mean: Mean of the released items' means, by weight.
        items: How many of its questions are shown; 0 where only figures are known, and not of which questions.
        asked: How many this group is asked; 0 likewise.
        completeness: Share, by weight, of the answers to the questions shown that hold a value, in [0, 1].
        stages: By id of each question shown but checklists, how many answers reach each whole step from 0 to 4, and no
            further; zeros included.
        lower: The mean if everything missing there were at its worst; None where only figures are known.
        upper: The same at its best; None likewise.
        median: Median of the people's scores; None unless ``tells_spread``.
        sd: Their standard deviation with ddof 1; None likewise.
        interval: For comparing two groups by eye, see ``inference.interval``; None likewise.
    """

    n: int
    mean: float
    items: int
    asked: int
    completeness: float
    stages: Mapping[str, Mapping[int, int]]
    lower: float | None
    upper: float | None
    median: float | None = None
    sd: float | None = None
    interval: tuple[float, float] | None = None

    @property
    def answers_by_stage(self) -> Mapping[int, int]:
        """How many answers to its questions together reach each whole step from 0 to 4, and no further."""
        return {stage: sum(counts.get(stage, 0) for counts in self.stages.values()) for stage in range(TOP + 1)}


def scored_items(items: Sequence[Item], dimension: str) -> tuple[Item, ...]:
    """Those among *items* that weigh in a dimension."""
    return tuple(item for item in items if item.scores.get(dimension, 0) > 0)


def summarise_dimension(
    dimension: Dimension,
    asked: Sequence[Item],
    tables: Mapping[str, ItemSummary | None],
    *,
    rule: str = "weighted-mean",
) -> DimensionSummary | None:
    """Summarise a group on one dimension.

    Args:
        dimension: The dimension.
        asked: The items that the group is asked, of any dimension.
        tables: Their tables by item id, None where one is not released.
        rule: How people are scored. A rule table reads the answers of one person together, and a group has no such
            answers: then there is no summary, but the room can still be scored by what it agreed on.

    Returns:
        None if less than the dimension's ``min_answered`` of its weight is released.
    """
    weighing = scored_items(asked, dimension.id)
    shown = [(item, item.scores[dimension.id], table) for item in weighing if (table := tables.get(item.id))]
    weight = sum(weight for _, weight, _ in shown)
    needed = dimension.min_answered * sum(item.scores[dimension.id] for item in weighing)
    if not shown or weight < needed - STEP_TOLERANCE or rule != "weighted-mean":
        return None
    parts = [(weight, table.n, _missing(table), _mean(item, table)) for item, weight, table in shown]
    applicable = sum(weight * (n + missing) for weight, n, missing, _ in parts)
    return DimensionSummary(
        n=min(table.n for _, _, table in shown),
        mean=one_decimal(sum(weight * mean for weight, _, _, mean in parts) / weight),
        items=len(shown),
        asked=len(weighing),
        completeness=sum(weight * n for weight, n, _, _ in parts) / applicable,
        stages={item.id: _steps(item, table) for item, _, table in shown if item.kind != "checklist"},
        lower=one_decimal(sum(weight * n * mean / (n + missing) for weight, n, missing, mean in parts) / weight),
        upper=one_decimal(
            sum(weight * (n * mean + TOP * missing) / (n + missing) for weight, n, missing, mean in parts) / weight
        ),
    )


def tells_spread(summary: DimensionSummary, n: int) -> bool:
    """Whether the spread of a group's scores may be told: ten people or more, and none of them left a question out.

    Args:
        summary: Of the group.
        n: People in it.
    """
    return n >= FEWEST_FOR_SPREAD and summary.items == summary.asked and summary.n == n


def with_spread(summary: DimensionSummary, scores: Floats) -> DimensionSummary:
    """The same summary with median, standard deviation and interval, where ``tells_spread`` allows it.

    Args:
        summary: Of the group.
        scores: Of everybody in it, shape (people,), in 0-4.
    """
    # Sorted, so that the order of the people does not change the last bits.
    known = np.sort(scores)
    n, mean = len(known), float(known.sum()) / len(known)
    sd = sqrt(float(np.sort((known - mean) ** 2).sum()) / (n - 1))
    reach = interval(mean, sd, n)
    return replace(
        summary,
        median=one_decimal(float(np.median(known))),
        sd=one_decimal(sd),
        interval=None if reach is None else (one_decimal(reach[0]), one_decimal(reach[1])),
    )


def one_decimal(value: float) -> float:
    """A figure to one decimal, halves up, as every screen and file tells it.

    >>> one_decimal(2.25), one_decimal(1.95)
    (2.3, 2.0)
    """
    return floor(value * 10 + 0.5 + STEP_TOLERANCE) / 10


def _missing(table: ItemSummary) -> int:
    """How many were asked and gave neither a value nor a reason that takes the question out."""
    return sum(n for silence, n in table.silences.items() if not SILENCES[silence].leaves_denominator)


def _mean(item: Item, table: ItemSummary) -> float:
    """Mean worth of the answers to an item, in 0-4, corrected for direction."""
    if item.kind != "checklist":
        worth = _worth(item)
        return sum(n * worth[value] for value, n in table.distribution.items()) / table.n
    scores = {choice.value: choice.score or 0.0 for choice in item.choices}
    most = sum(score for score in scores.values() if score > 0)
    share = sum(n * scores[value] for value, n in table.distribution.items()) / (most * table.n)
    share = min(max(share, 0.0), 1.0)
    return TOP * (1.0 - share if item.reverse else share)


def _worth(item: Item) -> Mapping[int | str, float]:
    return {choice.value: worth_of(item, choice) for choice in item.choices}


def _steps(item: Item, table: ItemSummary) -> Mapping[int, int]:
    counts = dict.fromkeys(range(TOP + 1), 0)
    worth = _worth(item)
    for value, n in table.distribution.items():
        counts[floor(worth[value] + STEP_TOLERANCE)] += n
    return counts
