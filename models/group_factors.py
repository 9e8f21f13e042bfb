"""Which external factors a group raises, computed from its released item and map tables and from nothing else.

How far a comparison holds for a group is its mean degree over the answers in that item's table. Of several, ``all``
takes the least and ``any`` the greatest (Zadeh 1965). What looks at a hidden table is unknown, and raises nothing. The
table of a number holds how many are in each of the bands that conditions tell apart; no screen shows it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

import numpy as np

from models.catalogues import Factor
from models.conditions import All, AnyOf, Atom, Condition, Disagree, ItemIs, Not, PlacedIn, ScoreIs, atoms, subject_of
from models.descriptives import ItemSummary, MapSummary
from models.external_factors import RaisedFactor, rank
from models.findings import depth_of, item_degrees
from models.group_scores import DimensionSummary
from models.items import Item, Moment
from models.layout import NOT_ASKED, Ints, Layout
from models.scoring import STEP_TOLERANCE

Placements = Mapping[str, Mapping[Moment, Mapping[str, MapSummary | None]]]
"""Counts on each map, by map id, moment and table; None where not released."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Everything that is released of a group, as far as factors look at it.

    Attributes:
        layout: The layout of what was asked.
        items: Tables of its items, by id; None where not released.
        codes: By id of each item that is released, how many people have each code in its first column; shape (256,).
        dimensions: What it scores, by id; None where not released.
        placements: Where it sees the work on maps.
        disagreement: (1 - A) / 2 by item or dimension id, in [0, 1], where it is known.
    """

    layout: Layout
    items: Mapping[str, ItemSummary | None]
    codes: Mapping[str, Ints]
    dimensions: Mapping[str, DimensionSummary | None]
    placements: Placements
    disagreement: Mapping[str, float] = field(default_factory=dict)


def raised_by(
    group: Tables, candidates: Sequence[tuple[Factor, Condition]], families: Sequence[Tables]
) -> tuple[RaisedFactor, ...]:
    """Rank the factors that a group raises.

    Args:
        group: What is released of the group.
        candidates: The factors and their conditions, from ``external_factors.candidates``.
        families: What is released of each role family that is shown.

    Returns:
        Strongest first; see ``external_factors.rank``.
    """
    raised = (_raised(group, factor, condition, families) for factor, condition in candidates)
    return tuple(sorted((factor for factor in raised if factor is not None), key=rank))


def degree(condition: Condition, group: Tables, *, negated: bool = False) -> float | None:
    """How far a condition, or with *negated* its opposite, holds for a group, in [0, 1]; None where that is unknown."""
    match condition:
        case Not(part):
            return degree(part, group, negated=not negated)
        case All(parts) | AnyOf(parts):
            known = [found for part in parts if (found := degree(part, group, negated=negated)) is not None]
            if isinstance(condition, All) is negated:  # the opposite of "all" is that some part does not hold
                return max(known, default=None)
            return min(known, default=None) if len(known) == len(parts) or 0.0 in known else None
        case ItemIs() | ScoreIs() | PlacedIn() | Disagree():
            return _atom_degree(condition, group, negated=negated)
        case _:
            assert_never(condition)


def _raised(group: Tables, factor: Factor, condition: Condition, families: Sequence[Tables]) -> RaisedFactor | None:
    strength = degree(condition, group)
    if not strength:
        return None
    because = tuple(dict.fromkeys(_reasons(condition, group)))
    return RaisedFactor(
        factor=factor,
        strength=strength,
        because=because,
        disagreement=max((group.disagreement.get(subject, 0.0) for subject in because), default=0.0),
        families=sum(bool(degree(condition, family)) for family in families),
        known=min((n for subject in because if (n := _known(subject, group)) is not None), default=0),
    )


def _reasons(condition: Condition, group: Tables, *, negated: bool = False) -> Iterator[str]:
    """Subjects of the parts that hold to some degree."""
    match condition:
        case Not(part):
            if degree(part, group, negated=not negated):
                yield from (subject_of(atom) for atom, _ in atoms(part))
        case All(parts) | AnyOf(parts):
            for part in parts:
                if degree(part, group, negated=negated):
                    yield from _reasons(part, group, negated=negated)
        case ItemIs() | ScoreIs() | PlacedIn() | Disagree():
            yield subject_of(condition)
        case _:
            assert_never(condition)


def _known(subject: str, group: Tables) -> int | None:
    """The fewest answers in a table that a subject was looked up in; None if it is not one of the group's tables."""
    if (table := group.items.get(subject)) is not None:
        return table.n
    if (scored := group.dimensions.get(subject)) is not None:
        return scored.n
    counted = [
        table.n for column in group.layout.columns if (table := _table_for(column.item, subject, group)) is not None
    ]
    if counted:
        return min(counted)
    placed = [table.n for table in group.placements.get(subject, {}).get("now", {}).values() if table is not None]
    return min(placed, default=None)


def _table_for(item: Item, dimension: str, group: Tables) -> ItemSummary | None:
    """The table of an item, if it is released and counts in a dimension."""
    return group.items.get(item.id) if dimension in item.scores else None


def _atom_degree(atom: Atom, group: Tables, *, negated: bool) -> float | None:
    match atom:
        case ItemIs(item):
            return _item_degree(atom, group, negated=negated) if item in group.codes else None
        case ScoreIs(dimension, operator, bound):
            scored = group.dimensions.get(dimension)
            return None if scored is None else _compared(scored.mean, operator, bound, (0, 4), negated=negated)
        case Disagree(subject, bound):
            apart = group.disagreement.get(subject)
            return None if apart is None else _compared(apart, "at_least", bound, (0, 1), negated=negated)
        case PlacedIn(placement, place):
            share = _placed(placement, place, group)
            return share if share is None or not negated else 1.0 - share
        case _:
            assert_never(atom)


def _item_degree(atom: ItemIs, group: Tables, *, negated: bool) -> float | None:
    """Mean degree over the answers in the item's table; None where none of them decides the comparison."""
    table = group.items[atom.item]
    if atom.operator == "includes" and table is not None:
        share = table.distribution[str(atom.operand)] / table.n
        return 1.0 - share if negated else share
    counts = group.codes[atom.item].astype(float)
    counts[NOT_ASKED] = 0
    true, false, degrees = item_degrees(group.layout, atom)
    decided = counts * (true | false)
    if not decided.sum():
        return None
    return float((counts * (false if negated else np.where(true, degrees, 0.0))).sum() / decided.sum())


def _compared(value: float, operator: str, bound: float, ends: tuple[int, int], *, negated: bool) -> float:
    holds = (value - bound if operator == "at_least" else bound - value) >= -STEP_TOLERANCE
    if negated:
        return float(not holds)
    return float(depth_of(np.array([value]), operator, bound, ends)[0]) if holds else 0.0


def _placed(placement: str, place: str, group: Tables) -> float | None:
    """The share of those placed on a map now who see the work in a place; None where that is not released."""
    known = group.layout.maps.get(placement)
    if known is None:
        return None
    shares = []
    for table in group.placements.get(placement, {}).get("now", {}).values():
        if table is not None and table.n:
            meant = [n for key, n in table.cells.items() if place in (key, known.cells.get(key))]
            if meant:
                shares.append(min(1.0, sum(meant) / table.n))
    return max(shares, default=None)
