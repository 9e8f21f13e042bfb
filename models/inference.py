"""Intervals and tests for the few people of a workshop: exact, and without assuming that they are many."""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin, sqrt, tan

import numpy as np

EYE_LEVEL = 0.834
"""Two intervals at this level that don't overlap stand for a difference at about 5 % (Goldstein & Healy 1995)."""

FEWEST_PAIRS = 4
FINENESS = 1000
"""Parts of one point of a score that the sign-flip test tells apart."""


def interval(
    mean: float, sd: float | None, n: int, level: float = EYE_LEVEL, lowest: float = 0.0, highest: float = 4.0
) -> tuple[float, float] | None:
    """Say where the mean of a larger group may lie of which these people are a sample: Student's t (1908).

    Where everybody concerned answered, there is nothing to infer, and the spread says more. At the usual level it is
    for comparing two groups by eye: +/- 1.386 standard errors for large groups (Goldstein & Healy 1995).

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
    """The t that Student's distribution stays within, on both sides, with probability *level*.

    Found by halving: the probability is a finite sum for whole degrees of freedom (Abramowitz & Stegun 1964,
    26.7.3-4), and rises with the angle.

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
    """Test whether paired differences lean to one side: exact, two-sided (Fisher 1935).

    If nothing had changed, each difference could as well have had the other sign. The probability is the share of all
    such turnings whose sum is as far from 0 as the one seen. Pairs without a difference say nothing about a side. With
    fewer than four others not even a full agreement could be told from chance (the least p of three is 1/4), so there
    is no p; the least with four is 1/8, with five 1/16, with six 1/32.

    Args:
        differences: One per person, in any unit; looked at in steps of 1/1000.

    Returns:
        The probability, in (0, 1]; None for fewer than four pairs with a difference.

    >>> sign_flip([1, 1, 0, 2, 1, 0, 1])
    0.0625
    """
    steps = [round(one * FINENESS) for one in differences]
    sizes = [abs(one) for one in steps if one]
    if len(sizes) < FEWEST_PAIRS:
        return None
    total, seen = sum(sizes), abs(sum(steps))
    # The chance of each sum of those that turn positive: one convolution per person, not two to the power of them.
    chance = np.zeros(total + 1)
    chance[0] = 1.0
    for size in sizes:
        chance[size:] = (chance[size:] + chance[:-size]) / 2
        chance[:size] /= 2
    sums = np.abs(2 * np.arange(total + 1) - total)
    return min(1.0, float(chance[sums >= seen].sum()))
