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
from models.group_scores import FEWEST_FOR_SPREAD, DimensionSummary, one_decimal, scored_items
from models.inference import sign_flip
from models.layout import Floats
from models.paired_waves import Pair, pair_of, pairs_disclosable
from models.scoring import STEP_TOLERANCE
from models.wave import Wave

Caution = Literal["standards", "other-people", "few"]
"""What a reader should keep in mind: people may judge by higher standards now (response shift: Howard 1980); they may
not be the same people; with so few, one more could change the result."""

FEW = 10
"""With fewer people, one more can move a mean by a tenth of the scale; our own choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedChange:
    """The change of the people who took part both times and agreed to be linked.

    Attributes:
        n: The fewest of them who gave a value both times to one of the questions shown.
        mean: Of the questions shown, their mean change by weight, in -4 to 4, to one decimal.
        p: Exact two-sided probability of a mean as far from 0 if nothing changed (``sign_flip``); None where that gives
            none, for fewer than ten, and where the spread of either wave may not be told.
    """

    n: int
    mean: float
    p: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChange:
    """One dimension before and after.

    Attributes:
        dimension: Its id.
        before: The earlier figures, of the items shown both times; None where they are too few.
        after: The later ones; None likewise.
        difference: Of the means, after less before, in -4 to 4, to one decimal; None if either is not shown.
        lower: The least difference there could be, whatever was left open; None likewise.
        upper: The greatest.
        linked: Of the people linked; None if they are too few, or if it would disclose too few others.
    """

    dimension: str
    before: DimensionSummary | None
    after: DimensionSummary | None
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
    every = dict.fromkeys(item for pair in pairs for item in pair.scored)
    shows_linked = {item: pairs_disclosable(item, thread, pairs) for item in every}
    return tuple(
        Change(
            before=pair.before.wave,
            after=pair.after.wave,
            shared=pair.shared,
            themes=_themes(pair, {item for item in every if shows_linked[item][index]}),
            overlap=(overlap := _overlap(pair)),
            cautions=_cautions(pair, overlap),
        )
        for index, pair in enumerate(pairs)
    )


def _themes(pair: Pair, shows_linked: Collection[str]) -> tuple[ThemeChange, ...]:
    # Of a room of which only figures are known nobody knows which items they rest on.
    known = all(each.wave.figures is None for each in (pair.before, pair.after))
    both = pair.shown if known else None
    was, now = pair.before.themes(both), pair.after.themes(both)
    return tuple(
        _theme(name, was[name], now[name], _linked_change(pair, name, was[name], now[name], shows_linked))
        for name in pair.shared.dimensions
    )


def _theme(
    name: str, was: DimensionSummary | None, now: DimensionSummary | None, linked: LinkedChange | None
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
    return None if minuend is None or subtrahend is None else one_decimal(minuend - subtrahend)


def _linked_change(
    pair: Pair,
    dimension: str,
    was: DimensionSummary | None,
    now: DimensionSummary | None,
    shows_linked: Collection[str],
) -> LinkedChange | None:
    questionnaire = pair.after.shared.questionnaire
    if questionnaire is None or was is None or now is None:
        return None
    asked = dict.fromkeys(item.id for each in (pair.before, pair.after) for item in each.asked)
    weighing = scored_items([item for item in questionnaire.items if item.id in asked], dimension)
    weights = {item.id: item.scores[dimension] for item in weighing}
    told = [item for item in weights if item in shows_linked]
    weight = sum(weights[item] for item in told)
    needed = questionnaire.dimension(dimension).min_answered * sum(weights.values())
    if not told or weight < needed - STEP_TOLERANCE:
        return None
    moved = {item: _moved(pair, item) for item in told}
    mean = sum(weights[item] * float(moved[item].mean()) for item in told) / weight
    n, p = min(map(len, moved.values())), None
    # A test tells of the spread of those linked, so they must be as many as may tell of theirs.
    if was.sd is not None and now.sd is not None and len(told) == len(weighing) and n >= FEWEST_FOR_SPREAD:
        # Nobody left anything out, so the changes of the items stand in the same order of people.
        p = sign_flip(np.sort(sum(weights[item] * moved[item] for item in told) / weight).tolist())
    return LinkedChange(n=n, mean=one_decimal(mean), p=p)


def _moved(pair: Pair, item: str) -> Floats:
    """How far each of those linked moved on an item, shape (people linked with a value both times,)."""
    linked = pair.linked(item)
    return np.asarray(pair.after.worth(item)[linked] - pair.before.worth(item)[pair.links[linked]])


def _overlap(pair: Pair) -> Overlap:
    """Count who took part before, unless they, or the others, or the difference of the two counts, are too few."""
    was, now, k = pair.before.wave, pair.after.wave, max(pair.before.wave.k, pair.after.wave.k)
    is_linked = pair.links >= 0
    linked = int(is_linked.sum())
    came = sum(said is True or link for said, link in zip(now.came_before, is_linked.tolist(), strict=True))

    # Whoever typed answers in from paper knows them, so only the others hide each other.
    now_others, was_others = (sum(not typed for typed in wave.typed) for wave in (now, was))

    def may(*groups: int) -> bool:
        return groups[0] >= k and all(few == 0 or few >= k for few in groups[1:])

    shows_linked = may(linked, now_others - linked, was_others - linked)
    shows_came = may(came, now_others - came, came - linked if shows_linked else 0)
    return Overlap(linked=linked if shows_linked else None, came_before=came if shows_came else None)


def _cautions(pair: Pair, overlap: Overlap) -> tuple[Caution, ...]:
    sizes = {pair.before.wave.n, pair.after.wave.n}
    cautions: list[Caution] = ["standards"]
    if overlap.linked is None or sizes != {overlap.linked}:
        cautions.append("other-people")
    if any(n is None or n < FEW for n in sizes):
        cautions.append("few")
    return tuple(cautions)
