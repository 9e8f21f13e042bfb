"""Summaries of groups: what may be disclosed of many people, whichever table is asked for.

The gate decides on the tables of items and maps. Dimensions and factors are computed from those that it releases, see
``group_scores`` and ``group_factors``, so they tell nothing that these tables don't.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np

from models.agreement import disagreement
from models.asked import meant_for
from models.catalogues import Factor
from models.conditions import Condition
from models.descriptives import ItemSummary, MapSummary, by_step
from models.external_factors import RaisedFactor, dimension_disagreement
from models.group_factors import Placements, Tables, raised_by
from models.group_scores import DimensionSummary, summarise_dimension, tells_spread, with_spread
from models.items import Item, Moment
from models.layout import Answers, Ints, Layout
from models.people import Labels, People
from models.released_tables import ReleasedTables, shows
from models.scoring import Scores, score
from models.smallest_group import K, threshold

TABLES: tuple[tuple[str, ...], ...] = ((), ("role",), ("site",), ("wave",), ("site", "wave"))
"""The tables that are published; the gate decides on all of them together."""

Raisable = Sequence[tuple[Factor, Condition]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSummary:
    """What may be disclosed of one group.

    Attributes:
        by: The group: its name by kind; empty for everyone.
        n: Respondents in it.
        dimensions: By dimension id, in authored order, from the item tables; None where too few of them are released.
        items: By item id, in authored order; None where too few gave a value, or where whom it asks depends on an item
            of which that is so.
        placements: Counts on each map, by map id, moment and table; None where too few placed themselves, where an item
            it is drawn from is hidden, or where, together with its items or another map, it would disclose too few.
        factors: The external factors that its tables raise, strongest first.
    """

    by: Mapping[str, str | None]
    n: int
    dimensions: Mapping[str, DimensionSummary | None]
    items: Mapping[str, ItemSummary | None]
    placements: Placements
    factors: tuple[RaisedFactor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenGroup:
    """A group of which only the name may be disclosed."""

    by: Mapping[str, str | None]


def summarise(
    layout: Layout,
    answers: Answers,
    people: People,
    k: K,
    *,
    by: Sequence[str] = (),
    raisable: Raisable = (),
    consented: bool = False,
) -> tuple[GroupSummary | HiddenGroup, ...]:
    """Summarise the groups of one table.

    Args:
        layout: The layout, which must know the conditions in *raisable*.
        answers: The respondents.
        people: Their groups.
        k: Smallest group that may be shown, from ``smallest_group.threshold``.
        by: One of TABLES.
        raisable: External factors and when they are raised, from ``external_factors.candidates``.
        consented: Whether each of the respondents privately consented that every group is shown, however small.

    Returns:
        The groups that hold anyone, sorted by name.

    Raises:
        ValueError: If *by* is no published table, or *k* too small.
        TooManyGroupsError: If the gate can't look through so many groups.
    """
    if tuple(by) not in TABLES:
        raise ValueError(f"no table by {', '.join(by)} is published")
    room = _Room(layout, answers, people, threshold(k), raisable, consented=consented)
    return tuple(room.group(dict(zip(by, indices, strict=True))) for indices in room.groups(by))


class _Room(ReleasedTables):
    """The groups of a room, computed from its released tables."""

    def __init__(
        self, layout: Layout, answers: Answers, people: People, k: K, raisable: Raisable, *, consented: bool
    ) -> None:
        super().__init__(layout, answers, people, k, consented=consented)
        self.raisable = raisable

    @cached_property
    def scores(self) -> Scores:
        """Everybody's scores; only for the spread of groups in which nothing is hidden."""
        return score(self.layout, self.answers)

    def groups(self, by: Sequence[str]) -> list[tuple[int, ...]]:
        """The groups that hold anyone, each by its indices along *by*."""
        if not by:
            return [()]
        axes = [self._labels(axis) for axis in by]
        held = set(zip(*(labels.index.tolist() for labels in axes), strict=True))
        return [indices for indices in product(*(range(len(labels.names)) for labels in axes)) if indices in held]

    def _labels(self, axis: str) -> Labels:
        return {"role": self.people.role, "site": self.people.site, "wave": self.people.wave}[axis]

    def group(self, indices: Mapping[str, int]) -> GroupSummary | HiddenGroup:
        """Summarise one group, given by its index on each axis."""
        by = {axis: self._labels(axis).names[index] for axis, index in indices.items()}
        if not shows(self.everyone, indices):
            return HiddenGroup(by=by)
        tables, rows = self._tables(indices)
        return GroupSummary(
            by=by,
            n=len(rows),
            dimensions=tables.dimensions,
            items=tables.items,
            placements=tables.placements,
            factors=self._raised(tables, indices),
        )

    def _tables(self, indices: Mapping[str, int]) -> tuple[Tables, Ints]:
        """Everything that is released of one group, and the indices of its people."""
        inside = np.ones(len(self.codes), dtype=bool)
        for axis, index in indices.items():
            inside &= self._labels(axis).index == index
        rows = np.flatnonzero(inside)
        items = self.item_tables(indices, rows)
        codes = self.codes[rows]
        shown = [self.layout.by_id[name] for name, table in items.items() if table is not None]
        tables = Tables(
            layout=self.layout,
            items=items,
            codes={column.item.id: np.bincount(codes[:, column.first], minlength=256) for column in shown},
            dimensions=self._dimensions(items, rows),
            placements=self._placed(indices, rows),
            disagreement=self._disagreement(items),
        )
        return tables, rows

    def _dimensions(self, items: Mapping[str, ItemSummary | None], rows: Ints) -> Mapping[str, DimensionSummary | None]:
        questionnaire = self.layout.questionnaire
        asked = self._asked(rows)
        found: dict[str, DimensionSummary | None] = {}
        for number, dimension in enumerate(questionnaire.dimensions):
            summary = summarise_dimension(dimension, asked, items, rule=questionnaire.scoring.rule)
            if summary is not None and tells_spread(summary, len(rows)):
                summary = with_spread(summary, self.scores.score[rows, number])
            found[dimension.id] = summary
        return found

    def _asked(self, rows: Ints) -> list[Item]:
        """The items that some of these people are asked, by their form and their family."""
        some = Answers(codes=self.answers.codes[rows], short=self.answers.short[rows], family=self.answers.family[rows])
        return [
            item
            for item in self.layout.questionnaire.items
            if (meant_for(self.layout, item, some) & (~some.short | item.core)).any()
        ]

    def _disagreement(self, items: Mapping[str, ItemSummary | None]) -> Mapping[str, float]:
        by_item = {
            column.item.id: apart
            for column in self.layout.columns
            if (known := items.get(column.item.id)) is not None
            and (apart := disagreement(by_step(column.item, known))) is not None
        }
        return dimension_disagreement(self.layout.questionnaire, by_item)

    def _placed(self, indices: Mapping[str, int], rows: Ints) -> Placements:
        summaries: dict[str, dict[Moment, dict[str, MapSummary | None]]] = {}
        for (name, at, table), held in self.tables.items():
            cells = self.located[name, at].cells[rows][:, held.inside]
            keys = [
                key for key, inside in zip(self.layout.maps[name].keys, held.inside.tolist(), strict=True) if inside
            ]
            counts = dict(zip(keys, cells.sum(axis=0).tolist(), strict=True))
            is_shown = shows(held.gate, indices)
            summary = MapSummary(n=int(held.known[rows].sum()), cells=counts) if is_shown else None
            summaries.setdefault(name, {}).setdefault(at, {})[table] = summary
        return summaries

    def _raised(self, tables: Tables, indices: Mapping[str, int]) -> tuple[RaisedFactor, ...]:
        if not self.raisable:
            return ()
        families = [
            self._tables({**indices, "role": index})[0]
            for index, name in enumerate(self.people.role.names)
            if name is not None and "role" not in indices and shows(self.everyone, {**indices, "role": index})
        ]
        return raised_by(tables, self.raisable, families)
