"""Intervals and tests for the few people of a workshop: exact, and without large-sample assumptions."""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin, sqrt, tan

import numpy as np

EYE_LEVEL = 0.834
"""Level at which two intervals that don't overlap mean a difference at about 5 % (Goldstein & Healy 1995)."""

FEWEST_PAIRS = 4
FINENESS = 1000
"""Parts into which the sign-flip test divides one point of a score."""


def interval(
    mean: float, sd: float | None, n: int, level: float = EYE_LEVEL, lowest: float = 0.0, highest: float = 4.0
) -> tuple[float, float] | None:
    """The interval of the mean of a larger group of which these people are a sample: Student's t (1908).

    Where everybody concerned answered, there is nothing to infer; show the spread instead. At the default level the
    interval is for comparing two groups by eye: +/- 1.386 standard errors for large groups (Goldstein & Healy 1995).

    Args:
        mean: Of the scores.
        sd: Their standard deviation with ddof 1; None for fewer than two.
        n: How many there are.
        level: Share of such intervals that hold the mean, in (0, 1).
        lowest: Least value of the scale; the interval is clipped to it.
        highest: Greatest value.

    Returns:
        Its ends; None for fewer than two people.

    >>> [round(end, 3) for end in interval(24 / 7, 0.975900, 7, level=0.95)]
    [2.526, 4.0]
    """
    if sd is None or n < 2:
        return None
    reach = t_quantile(n - 1, level) * sd / sqrt(n)
    return max(lowest, mean - reach), min(highest, mean + reach)


@lru_cache(maxsize=1024)
def t_quantile(freedom: int, level: float) -> float:
    """The t between whose negative and positive value Student's distribution lies with probability *level*.

    Found by bisection: for whole degrees of freedom the probability is a finite sum (Abramowitz & Stegun 1964,
    26.7.3-4) that increases with the angle.

    >>> round(t_quantile(6, 0.95), 3)
    2.447
    """
    low, high = 0.0, pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < level else (low, middle)
    return tan(low) * sqrt(freedom)


def _within(angle: float, freedom: int) -> float:
    """Probability that |t| stays below tan(angle) x sqrt(freedom)."""
    term, total = (1.0, 1.0) if freedom % 2 == 0 else (cos(angle), cos(angle))
    for step in range(freedom % 2 + 1, freedom - 2, 2):
        term *= step / (step + 1) * cos(angle) ** 2
        total += term
    if freedom % 2 == 0:
        return sin(angle) * total
    return 2 / pi * (angle + (sin(angle) * total if freedom > 1 else 0.0))


def sign_flip(differences: Sequence[float]) -> float | None:
    """Test whether paired differences tend to one side: exact, two-sided (Fisher 1935).

    If nothing had changed, each difference could as well have had the other sign. The probability is the share of all
    ways to choose the signs whose sum is at least as far from 0 as the one observed. Pairs without a difference are
    left out. With fewer than four others even full agreement is compatible with chance (the least p of three is 1/4),
    so there is no p; the least with four is 1/8, with five 1/16, with six 1/32.

    Args:
        differences: One per person, in any unit; rounded to 1/1000.

    Returns:
        The probability, in (0, 1]; None for fewer than four pairs with a difference.

    >>> sign_flip([1, 1, 0, 2, 1, 0, 1])
    0.0625
    """
    steps = [round(difference * FINENESS) for difference in differences]
    sizes = [abs(step) for step in steps if step]
    if len(sizes) < FEWEST_PAIRS:
        return None
    total, seen = sum(sizes), abs(sum(steps))
    # The probability of each sum of the positive ones: one convolution per person instead of 2^people cases.
    chance = np.zeros(total + 1)
    chance[0] = 1.0
    for size in sizes:
        chance[size:] = (chance[size:] + chance[:-size]) / 2
        chance[:size] /= 2
    sums = np.abs(2 * np.arange(total + 1) - total)
    return min(1.0, float(chance[sums >= seen].sum()))
