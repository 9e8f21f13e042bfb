"""Scores as pandas frames: for files, notebooks, and engines that hand over partitions."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from models.layout import Answers, Bools, Floats, Layout
from models.scoring import NO_STAGE, Scores, score


def score_frame(layout: Layout, respondents: Sequence[str], answers: Answers) -> pd.DataFrame:
    """Score respondents.

    Args:
        layout: The layout of *answers*.
        respondents: A name for each.
        answers: Their answers.

    Returns:
        A row for each respondent and dimension, in that order: respondent, dimension, score, completeness, lower,
        upper (scores in 0-4, completeness in [0, 1], NaN for none), stage (0-4 or NA), blocked_by (item ids joined
        by ";").
    """
    scores = score(layout, answers)
    dimensions = [dimension.id for dimension in layout.questionnaire.dimensions]
    stages = scores.stage.ravel(order="C").astype(np.int64)
    return pd.DataFrame(
        {
            "respondent": np.repeat(np.array(respondents, dtype=object), len(dimensions)),
            "dimension": np.tile(np.array(dimensions, dtype=object), len(answers)),
            "score": _column(scores.score),
            "completeness": _column(scores.completeness),
            "lower": _column(scores.lower),
            "upper": _column(scores.upper),
            "stage": pd.arrays.IntegerArray(stages, stages == NO_STAGE),
            "blocked_by": np.array([_blocked_by(scores, dimension) for dimension in range(len(dimensions))]).T.ravel(),
        }
    )


def _column(values: Floats) -> Floats:
    """The values of one row after those of the other. Adding 0 turns -0.0 into 0.0."""
    return np.asarray(values.ravel(order="C") + 0.0)


def _blocked_by(scores: Scores, dimension: int) -> list[str]:
    items, blocking = scores.blocking(dimension)
    patterns, index = _patterns(blocking)
    named = [";".join(item.id for item, yes in zip(items, pattern, strict=True) if yes) for pattern in patterns]
    return [named[pattern] for pattern in index]


def _patterns(rows: Bools) -> tuple[list[list[bool]], list[int]]:
    """The different rows, and which of them each row is: few are different, and making their text takes the time."""
    patterns, index = np.unique(rows, axis=0, return_inverse=True)
    return patterns.tolist(), index.reshape(-1).tolist()
