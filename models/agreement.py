"""Measures how far people agree on one question, and how far two roles see it differently.

Nothing here is simulated or approximated: whatever can be computed in whole numbers and fractions is, so a
value exactly on a cut-off falls on the same side on every machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import groupby
from math import comb, log2
from statistics import fmean
from typing import Literal

Shape = Literal["alike", "spread", "camps"]

FEWEST = 5
"""Values needed before any index is given; with fewer, only the single answers are shown."""

ALIKE_FROM = Fraction(1, 2)
"""A from which answers count as alike. The cut-off is ours, not van der Eijk's."""

CAMPS_BELOW = Fraction(0)
"""A below which answers count as camps: an even spread gives 0, less needs a gap in the middle. Also ours."""

MOST_COUNTED = 120
"""Number of people up to which every split is counted for an exact p; at the limit that takes a tenth of a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGap:
    """How two groups of people differ on one item or dimension.

    Attributes:
        mean_gap: Mean of the first group minus mean of the second, in units of the answers.
        cliffs_delta: How much more often a person of the first group is above one of the second than below, in
            [-1, 1]; unitless.
        p: Exact two-sided permutation p of the rank sum, in (0, 1]; None beyond `MOST_COUNTED` people.
        n_first: People in the first group.
        n_second: People in the second group.
    """

    mean_gap: float
    cliffs_delta: float
    p: float | None
    n_first: int
    n_second: int


def agreement(counts: Sequence[int]) -> float | None:
    """Measure agreement on an ordered scale: van der Eijk's A (Quality & Quantity 2001, 35:325-341).

    Args:
        counts: People per category, in the order of the scale, empty categories included.

    Returns:
        A in [-1, 1]: 1 unanimous, 0 spread evenly, -1 two opposite camps; None below `FEWEST` values and for
        fewer than three categories, where A is undefined.

    Raises:
        ValueError: If a count is negative.

    >>> agreement([0, 0, 5, 5, 0])
    0.75
    """
    exact = _agreement(counts)
    return None if exact is None else float(exact)


def disagreement(counts: Sequence[int]) -> float | None:
    """Disagreement (1 - A) / 2: 0 unanimous, 0.5 spread evenly, 1 two opposite camps.

    >>> disagreement([5, 0, 0, 0, 5])
    1.0
    """
    exact = _agreement(counts)
    return None if exact is None else float((1 - exact) / 2)


def shape(counts: Sequence[int]) -> Shape | None:
    """Classify the answers as alike, spread or camps; None where A is None.

    >>> shape([3, 2, 0, 2, 3])
    'camps'
    """
    exact = _agreement(counts)
    if exact is None:
        return None
    if exact >= ALIKE_FROM:
        return "alike"
    return "camps" if exact < CAMPS_BELOW else "spread"


def consensus(counts: Sequence[int], values: Sequence[float] | None = None) -> float | None:
    """Measure consensus on a scale of known steps (Tastle & Wierman, IJAR 2007, 45:531-545).

    Args:
        counts: People per category, in the order of the scale, empty categories included.
        values: What each category is worth; 1, 2, 3, … when left out. Distances are divided by the range of the
            *scale*, not by that of the answers given.

    Returns:
        Consensus in [0, 1], 1 unanimous; None below `FEWEST` values and for a scale without a range.

    Raises:
        ValueError: If a count is negative, or *values* and *counts* differ in length.

    >>> round(consensus([0, 0, 5, 5, 0]), 6)
    0.807355
    """
    people = _enough(counts)
    steps: Sequence[float] = range(1, len(counts) + 1) if values is None else values
    scale = [Fraction(step) for step in steps]
    if len(scale) != len(counts):
        raise ValueError(f"There are {len(counts)} counts but {len(scale)} values; give one value per count.")
    if people is None or min(scale) == max(scale):
        return None
    answered = [(n, x) for n, x in zip(counts, scale, strict=True) if n > 0]
    mean = sum((n * x for n, x in answered), Fraction()) / people
    width = max(scale) - min(scale)
    return 1 + sum(n / people * log2(1 - abs(x - mean) / width) for n, x in answered)


def role_gap(first: Sequence[float], second: Sequence[float]) -> RoleGap | None:
    """Compare the values of two groups of people.

    The effect is Cliff's delta (Psychological Bulletin 1993, 114:494-509). Its p is the share, among all ways
    to deal the same values out to groups of the same sizes, of those whose rank sum lies at least as far from
    its expectation (Wilcoxon 1945); equal values share the mean of their ranks.

    Args:
        first: Finite values, one per person.
        second: Likewise, on the same scale.

    Returns:
        The gap, or None when either group is empty.

    >>> role_gap([4, 4, 3, 5, 4], [2, 2, 3, 1, 2, 3]).p == 6 / 462
    True
    """
    if not first or not second:
        return None
    n_first, n_second = len(first), len(second)
    ranks = _doubled_midranks([*first, *second])
    pairs = n_first * n_second
    # Twice the Mann-Whitney U: pairs won by the first group count two, ties one.
    won = sum(ranks[:n_first]) - n_first * (n_first + 1)
    return RoleGap(
        mean_gap=fmean(first) - fmean(second),
        cliffs_delta=(won - pairs) / pairs,
        p=_permutation_p(ranks, n_first) if len(ranks) <= MOST_COUNTED else None,
        n_first=n_first,
        n_second=n_second,
    )


def _enough(counts: Sequence[int]) -> int | None:
    """The number of values, or None when they are too few for an index."""
    if any(n < 0 for n in counts):
        raise ValueError(f"A count of people cannot be negative: {list(counts)}.")
    people = sum(counts)
    return people if people >= FEWEST else None


def _agreement(counts: Sequence[int]) -> Fraction | None:
    """Average the agreement of each layer of the histogram, weighted by the people in it."""
    people = _enough(counts)
    if people is None or len(counts) < 3:
        return None
    left = [int(n) for n in counts]
    total = Fraction(0)
    while any(left):
        pattern = tuple(n > 0 for n in left)
        depth = min(n for n in left if n > 0)
        total += depth * sum(pattern) * _pattern_agreement(pattern)
        left = [n - depth if n > 0 else 0 for n in left]
    return total / people


@cache
def _pattern_agreement(pattern: tuple[bool, ...]) -> Fraction:
    """Rate one layer: U x (1 - (S - 1) / (K - 1)), with S of the K categories filled.

    U compares the triples of categories that have one peak (110, 011) with those that have a hole (101). Each
    such triple has one empty category, so they are counted from the filled ones before and after it.
    """
    size, filled = len(pattern), sum(pattern)
    if filled in (1, size):
        return Fraction(int(filled == 1))
    one_peak = with_hole = before = 0
    for is_filled in pattern:
        if is_filled:
            before += 1
        else:
            after = filled - before
            one_peak += comb(before, 2) + comb(after, 2)
            with_hole += before * after
    u = Fraction((size - 2) * one_peak - (size - 1) * with_hole, (size - 2) * (one_peak + with_hole))
    return u * Fraction(size - filled, size - 1)


def _doubled_midranks(values: Sequence[float]) -> list[int]:
    """Rank the values from 1, equal ones sharing their mean rank; doubled, so that ranks stay whole."""
    # Scores that are equal on paper may differ in their last bits, and must still be ties.
    rounded = [round(value, 9) for value in values]
    ranks: dict[float, int] = {}
    below = 0
    for value, equal in groupby(sorted(rounded)):
        n = len(list(equal))
        ranks[value] = 2 * below + n + 1
        below += n
    return [ranks[value] for value in rounded]


def _permutation_p(ranks: Sequence[int], n_first: int) -> float:
    """Count the splits whose rank sum is at least as far from expectation as that of the first *n_first*."""
    everyone = len(ranks)
    drawn = min(n_first, everyone - n_first)
    splits = comb(everyone, drawn)
    # sums[j] counts the choices of j people by rank sum: a polynomial, kept as one whole number whose digits
    # of *width* bytes are its coefficients (Kronecker's substitution), so that adding needs no Python loop.
    width = splits.bit_length() // 8 + 1
    sums = [1] + [0] * drawn
    for rank in ranks:
        for j in range(drawn, 0, -1):
            sums[j] += sums[j - 1] << (8 * width * rank)
    # Doubled ranks average everyone + 1, and both groups' sums lie equally far from their expectations.
    expected = drawn * (everyone + 1)
    distance = abs(sum(ranks[:n_first]) - n_first * (everyone + 1))
    digits = sums[drawn].to_bytes(width * (2 * expected + 1), "little")
    extreme = sum(
        int.from_bytes(digits[width * rank_sum : width * (rank_sum + 1)], "little")
        for rank_sum in range(2 * expected + 1)
        if abs(rank_sum - expected) >= distance
    )
    return extreme / splits
