"""What changed in a room from one wave to the next. For learning: nothing is ranked.

Two waves are compared on the items that their definitions share, both scored with the newer one's weights. Only whole
rooms are shown: no families, no items.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from models.comparability import Shared
from models.inference import sign_flip
from models.paired_waves import Pair, pair_of, pairs_disclosable
from models.wave import DisclosedTheme, Wave

Caution = Literal["standards", "other-people", "few"]
"""What a reader should keep in mind: people may judge by higher standards now (response shift: Howard 1980); they may
not be the same people; with so few, one more could change the result."""

FEW = 10
"""With fewer people, one more can move a mean by a tenth of the scale; our own choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedChange:
    """The change of the people who took part both times and agreed to be linked.

    Attributes:
        n: How many of them have a score both times.
        mean: Mean of their changes, in -4 to 4.
        p: Exact two-sided probability of a mean as far from 0 if nothing changed; None for too few (``sign_flip``).
    """

    n: int
    mean: float
    p: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChange:
    """One dimension before and after.

    Attributes:
        dimension: Its id.
        before: The earlier figures; None where too few have a score.
        after: The later ones; None likewise.
        difference: Of the means, after less before, in -4 to 4; None if either is not shown.
        lower: The least difference there could be, whatever was left open; None likewise.
        upper: The greatest.
        linked: Of the people linked; None if they are too few, or if it would disclose too few others.
    """

    dimension: str
    before: DisclosedTheme | None
    after: DisclosedTheme | None
    difference: float | None = None
    lower: float | None = None
    upper: float | None = None
    linked: LinkedChange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """How many of the later room took part before; None where this is too few people, or all but too few.

    Attributes:
        linked: Who agreed to be linked to what they said before.
        came_before: Who said that they were here last time.
    """

    linked: int | None
    came_before: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changed in a room from one time to the next.

    Attributes:
        before: The earlier wave.
        after: The later one.
        shared: The items both asked, and what can't be compared and why.
        themes: The dimensions that can be compared, in the newer definition's order.
        overlap: Whether they are the same people.
        cautions: What to keep in mind.
    """

    before: Wave
    after: Wave
    shared: Shared
    themes: tuple[ThemeChange, ...]
    overlap: Overlap
    cautions: tuple[Caution, ...]


def change(before: Wave, after: Wave) -> Change:
    """What changed in a room from one wave to the next; for more than two waves call ``changes``."""
    return changes([before, after])[0]


def changes(thread: Sequence[Wave]) -> tuple[Change, ...]:
    """What changed from each wave of a thread to the next.

    What may be shown of linked people is decided for the whole thread, so that no two changes together disclose a few.

    Args:
        thread: Waves that follow each other, in the order of time, as far back as people are linked.
    """
    pairs = [pair_of(before, after) for before, after in pairwise(thread)]
    every = dict.fromkeys(name for pair in pairs for name in pair.shared.dimensions)
    shows_linked = {name: pairs_disclosable(name, thread, pairs) for name in every}
    return tuple(
        Change(
            before=pair.before.wave,
            after=pair.after.wave,
            shared=pair.shared,
            themes=_themes(pair, {name for name in every if shows_linked[name][index]}),
            overlap=(overlap := _overlap(pair)),
            cautions=_cautions(pair, overlap),
        )
        for index, pair in enumerate(pairs)
    )


def _themes(pair: Pair, shows_linked: Collection[str]) -> tuple[ThemeChange, ...]:
    was, now = pair.before.themes(), pair.after.themes()
    return tuple(
        _theme(name, was[name], now[name], _linked_change(pair, name) if name in shows_linked else None)
        for name in pair.shared.dimensions
    )


def _theme(
    name: str, was: DisclosedTheme | None, now: DisclosedTheme | None, linked: LinkedChange | None
) -> ThemeChange:
    return ThemeChange(
        dimension=name,
        before=was,
        after=now,
        difference=_less(now.mean, was.mean) if was and now else None,
        lower=_less(now.lower, was.upper) if was and now else None,
        upper=_less(now.upper, was.lower) if was and now else None,
        linked=linked,
    )


def _less(minuend: float | None, subtrahend: float | None) -> float | None:
    return None if minuend is None or subtrahend is None else minuend - subtrahend


def _linked_change(pair: Pair, dimension: str) -> LinkedChange:
    linked = pair.linked(dimension)
    # Sorted, so that the order of the people does not change the last bits of the mean.
    moved = np.sort(pair.after.of(dimension)[linked] - pair.before.of(dimension)[pair.links[linked]])
    return LinkedChange(n=len(moved), mean=float(moved.mean()), p=sign_flip(moved.tolist()))


def _overlap(pair: Pair) -> Overlap:
    """Count who took part before, unless they, or the others, or the difference of the two counts, are too few."""
    was, now, k = pair.before.wave, pair.after.wave, max(pair.before.wave.k, pair.after.wave.k)
    is_linked = pair.links >= 0
    linked = int(is_linked.sum())
    came = sum(said is True or link for said, link in zip(now.came_before, is_linked.tolist(), strict=True))

    def may(*groups: int) -> bool:
        return groups[0] >= k and all(few == 0 or few >= k for few in groups[1:])

    shows_linked = may(linked, len(now.people) - linked, len(was.people) - linked)
    shows_came = may(came, len(now.people) - came, came - linked if shows_linked else 0)
    return Overlap(linked=linked if shows_linked else None, came_before=came if shows_came else None)


def _cautions(pair: Pair, overlap: Overlap) -> tuple[Caution, ...]:
    sizes = {pair.before.wave.n, pair.after.wave.n}
    cautions: list[Caution] = ["standards"]
    if overlap.linked is None or sizes != {overlap.linked}:
        cautions.append("other-people")
    if any(n is None or n < FEW for n in sizes):
        cautions.append("few")
    return tuple(cautions)
