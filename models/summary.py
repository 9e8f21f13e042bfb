"""Summaries of groups: what may be disclosed of many people, whichever table is asked for.

The gate decides on the tables of items and maps. Dimensions and factors are computed from those that it releases, see
``group_scores`` and ``group_factors``, so they tell nothing that these tables don't.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

import numpy as np

from models.agreement import disagreement
from models.asked import asked_codes, meant_for
from models.catalogues import Factor
from models.conditions import Condition, items_named
from models.descriptives import ItemSummary, MapSummary, by_step, summarise_item
from models.disclosure import NOTHING, Release, by_consent, obeys_the_law, release
from models.external_factors import RaisedFactor, dimension_disagreement
from models.group_factors import Placements, Tables, raised_by
from models.group_scores import DimensionSummary, summarise_dimension, tells_spread, with_spread
from models.items import MOMENTS, Item, Moment
from models.layout import FIRST_NON_VALUE, NOT_ASKED, Answers, Bools, Ints, Layout
from models.people import Labels, People
from models.placements import Located, locate, placing, tables_of
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


@dataclass(frozen=True, slots=True)
class MapTable:
    """One table of a map over everyone.

    Attributes:
        inside: Which cells of the map it holds, shape (cells,).
        known: Who said where they see it, shape (respondents,).
        columns: First column of each item it is drawn from.
        gate: What may be shown of it.
    """

    inside: Bools
    known: Bools
    columns: frozenset[int]
    gate: Release


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


def released_items(
    layout: Layout, answers: Answers, people: People, k: K, *, consented: bool = False
) -> Mapping[str, ItemSummary | None]:
    """The item tables of everyone together, by id, None where hidden; empty if nothing may be shown of so few.

    Arguments as for ``summarise``.
    """
    if not len(answers):
        return {}
    room = _Room(layout, answers, people, threshold(k), (), consented=consented)
    return room.item_tables({}, np.arange(len(answers))) if room.everyone.whole else {}


class _Room:
    """Everyone who answered, and what may be shown of them."""

    def __init__(
        self, layout: Layout, answers: Answers, people: People, k: K, raisable: Raisable, *, consented: bool
    ) -> None:
        self.layout = layout
        self.answers = answers
        self.people = people
        self.k = k
        self.raisable = raisable
        self.consented = consented is True
        self.codes = asked_codes(layout, answers)
        self.everyone = self._release(np.ones(len(answers), dtype=bool), None)

    def gate(self, among: Bools) -> Release:
        """What may be shown of those among whom something is known."""
        return self._release(among, self.everyone)

    def _release(self, among: Bools, within: Release | None) -> Release:
        counts = self.people.count(among)
        if self.consented:  # as all did, those who are counted here did too
            return by_consent(counts, (True,) * int(counts.sum())) or NOTHING
        shown = release(counts, self.k, within=within)
        if self.people.typed is None:
            return shown
        # Whoever typed answers in knows them: for them, only the other people are in a table.
        others = self.people.count(among & ~self.people.typed)
        return release(others, self.k, within=shown) if others.any() else shown

    @cached_property
    def items(self) -> Mapping[str, Release]:
        """What may be shown of each item, by id.

        Whom an item asks may depend on the answers to another; then it is shown only where that one is.
        """
        gates: dict[str, Release] = {}

        def gate_of(item: Item) -> Release:
            if item.id not in gates:
                gate = self.gate(self.codes[:, self.layout.by_id[item.id].first] < FIRST_NON_VALUE)
                gates[item.id] = NOTHING  # whatever waits for itself is asked of nobody
                for name in items_named(item.show_if) if item.show_if is not None else ():
                    gate = gate.within(gate_of(self.layout.by_id[name].item))
                gates[item.id] = gate
            return gates[item.id]

        return {column.item.id: gate_of(column.item) for column in self.layout.columns}

    @cached_property
    def scores(self) -> Scores:
        """Everybody's scores; only for the spread of groups in which nothing is hidden."""
        return score(self.layout, self.answers)

    @cached_property
    def located(self) -> Mapping[tuple[str, Moment], Located]:
        """Where everyone is on each map at each moment, by the answers to items that are shown."""
        codes = self.codes.copy(order="F")
        for column in self.layout.columns:
            if not self.items[column.item.id].whole:
                codes[:, column.first : column.first + column.width] = NOT_ASKED
        maps = self.layout.maps
        return {(name, at): locate(self.layout, maps[name], at, codes) for name in maps for at in MOMENTS}

    @cached_property
    def tables(self) -> Mapping[tuple[str, Moment, str], MapTable]:
        """The tables of every map, each gated together with its items and the other tables made from these."""
        found: dict[tuple[str, Moment, str], MapTable] = {}
        for (name, at), located in self.located.items():
            for table, inside in tables_of(located.placement).items():
                known = np.asarray(located.known[:, inside].all(axis=1))
                drawn_from = [
                    column for column in placing(self.layout, name, at, table) if self.items[column.item.id].whole
                ]
                columns = frozenset(column.first for column in drawn_from)
                left = [(self.codes[:, first] < FIRST_NON_VALUE) & ~known for first in columns]
                for other in found.values():
                    if other.gate.whole and columns & other.columns:
                        left += [other.known & ~known, known & ~other.known]
                gate = self._beside(known, left)
                for column in drawn_from:
                    gate = gate.within(self.items[column.item.id])
                found[name, at, table] = MapTable(inside, known, columns, gate)
        return found

    def _beside(self, known: Bools, left: Sequence[Bools]) -> Release:
        """What may be shown of a table of those *known*, together with other tables that hold the same answers.

        Args:
            known: Who is in the table.
            left: Who remains when this table is subtracted from another, or the other way round; they too must be
                nobody or k in every group shown. If not, cells are hidden first, then waves, sites, families.
        """
        whole = self.gate(known)
        if self.consented:
            return whole
        counts = [self.people.count(rest) for rest in left]
        no_cells = replace(whole, cells=frozenset())
        no_waves = replace(no_cells, waves=frozenset())
        no_sites = replace(no_waves, sites=frozenset())
        for gate in (whole, no_cells, no_waves, no_sites, replace(no_sites, families=frozenset())):
            if gate.whole and all(obeys_the_law(gate, count, self.k) for count in counts):
                return gate
        return NOTHING

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
        if not _shows(self.everyone, indices):
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

    def item_tables(self, indices: Mapping[str, int], rows: Ints) -> Mapping[str, ItemSummary | None]:
        """The item tables of the group of these people, by id; None where not released."""
        codes = self.codes[rows]
        return {
            column.item.id: summarise_item(column, codes) if _shows(self.items[column.item.id], indices) else None
            for column in self.layout.columns
        }

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
            shows = _shows(held.gate, indices)
            summary = MapSummary(n=int(held.known[rows].sum()), cells=counts) if shows else None
            summaries.setdefault(name, {}).setdefault(at, {})[table] = summary
        return summaries

    def _raised(self, tables: Tables, indices: Mapping[str, int]) -> tuple[RaisedFactor, ...]:
        if not self.raisable:
            return ()
        families = [
            self._tables({**indices, "role": index})[0]
            for index, name in enumerate(self.people.role.names)
            if name is not None and "role" not in indices and _shows(self.everyone, {**indices, "role": index})
        ]
        return raised_by(tables, self.raisable, families)


def _shows(gate: Release, indices: Mapping[str, int]) -> bool:
    return gate.shows(family=indices.get("role"), site=indices.get("site"), wave=indices.get("wave"))
