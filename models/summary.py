"""Summaries of groups: what may be disclosed of many people, whichever table is asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

import numpy as np

from models.agreement import disagreement
from models.catalogues import Factor
from models.conditions import Condition, PlacedIn, atoms
from models.descriptives import DimensionSummary, ItemSummary, MapSummary, by_step, summarise_item, summarise_scores
from models.disclosure import NOTHING, Release, by_consent, obeys_the_law, release
from models.external_factors import RaisedFactor, decidable, dimension_disagreement, raise_factors, rank
from models.findings import Findings
from models.items import MOMENTS, Moment
from models.layout import FIRST_NON_VALUE, Answers, Bools, Codes, Ints, Layout
from models.people import Labels, People
from models.placements import Located, locate, placing, tables_of
from models.routing_subgroups import disclosable
from models.scoring import score
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
        dimensions: By dimension id, in authored order; None where too few have a score (or see ``routing_subgroups``).
        items: By item id, in authored order; None where too few gave a value, or it singles out the few it asks.
        placements: Counts on each map, by map id, moment and table; None where too few placed themselves, or where,
            together with its items or another map, it would disclose too few.
        factors: The external factors it raises, strongest first; each counts only families that may be disclosed.
    """

    by: Mapping[str, str | None]
    n: int
    dimensions: Mapping[str, DimensionSummary | None]
    items: Mapping[str, ItemSummary | None]
    placements: Mapping[str, Mapping[Moment, Mapping[str, MapSummary | None]]]
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


class _Room:
    """Everyone who answered, and what may be shown of them."""

    def __init__(
        self, layout: Layout, answers: Answers, people: People, k: K, raisable: Raisable, *, consented: bool
    ) -> None:
        self.layout = layout
        self.people = people
        self.k = k
        self.raisable = raisable
        self.consented = consented is True
        self.scores = score(layout, answers)
        self.everyone = self._release(np.ones(len(answers), dtype=bool), None)
        self.disclosable = disclosable(layout, answers, people, None if self.consented else self.everyone, k)
        self.codes = self.disclosable.codes

    def gate(self, among: Bools) -> Release:
        """What may be shown of those among whom something is known."""
        return self._release(among, self.everyone)

    def _release(self, among: Bools, within: Release | None) -> Release:
        counts = self.people.count(among)
        if self.consented:  # as all did, those who are counted here did too
            return by_consent(counts, (True,) * int(counts.sum())) or NOTHING
        return release(counts, self.k, within=within)

    @cached_property
    def items(self) -> tuple[Release, ...]:
        """What may be shown of each item."""
        return tuple(self.gate(self.codes[:, column.first] < FIRST_NON_VALUE) for column in self.layout.columns)

    @cached_property
    def dimensions(self) -> tuple[Release, ...]:
        """What may be shown of each dimension."""
        gates = (self.gate(~np.isnan(scores)) for scores in self.scores.score.T)
        names = (dimension.id for dimension in self.layout.questionnaire.dimensions)
        return tuple(map(self.disclosable.theme, names, gates))

    @cached_property
    def factors(self) -> Mapping[str, Release]:
        """What may be shown of each factor, given how many people's answers decide whether it is raised."""
        summaries = {
            column.item.id: summarise_item(column, self.codes)
            for column, gate in zip(self.layout.columns, self.items, strict=True)
            if gate.whole
        }
        apart = self.disagreement(summaries)
        return {
            factor.id: self.gate(decidable(condition, self.codes, self.scores, apart))
            for factor, condition in self.raisable
        }

    @cached_property
    def located(self) -> Mapping[tuple[str, Moment], Located]:
        """Where everyone is on each map at each moment."""
        maps = self.layout.maps
        return {(name, at): locate(self.layout, maps[name], at, self.codes) for name in maps for at in MOMENTS}

    @cached_property
    def tables(self) -> Mapping[tuple[str, Moment, str], MapTable]:
        """The tables of every map, each gated together with its items and the other tables made from these."""
        found: dict[tuple[str, Moment, str], MapTable] = {}
        for (name, at), located in self.located.items():
            for table, inside in tables_of(located.placement).items():
                known = np.asarray(located.known[:, inside].all(axis=1))
                columns = {column.first for column in placing(self.layout, name, at, table)}
                left = [(self.codes[:, first] < FIRST_NON_VALUE) & ~known for first in columns]
                for other in found.values():
                    if other.gate.whole and columns & other.columns:
                        left += [other.known & ~known, known & ~other.known]
                found[name, at, table] = MapTable(inside, known, frozenset(columns), self._beside(known, left))
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

    def disagreement(self, summaries: Mapping[str, ItemSummary | None]) -> Mapping[str, float]:
        by_item = {
            column.item.id: apart
            for column in self.layout.columns
            if (known := summaries.get(column.item.id)) is not None
            and (apart := disagreement(by_step(column.item, known))) is not None
        }
        return dimension_disagreement(self.layout.questionnaire, by_item)

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
        inside = np.ones(len(self.codes), dtype=bool)
        for axis, index in indices.items():
            inside &= self._labels(axis).index == index
        rows = np.flatnonzero(inside)
        codes = self.codes[rows]
        items = {
            column.item.id: summarise_item(column, codes) if _shows(gate, indices) else None
            for column, gate in zip(self.layout.columns, self.items, strict=True)
        }
        return GroupSummary(
            by=by,
            n=len(rows),
            dimensions={
                dimension.id: self._scored(number, rows) if _shows(gate, indices) else None
                for number, (dimension, gate) in enumerate(
                    zip(self.layout.questionnaire.dimensions, self.dimensions, strict=True)
                )
            },
            items=items,
            placements=self._placed(indices, rows),
            factors=self._raised(indices, rows, codes, self.disagreement(items)),
        )

    def _scored(self, dimension: int, rows: Ints) -> DimensionSummary:
        of = self.scores
        return summarise_scores(*(part[rows, dimension] for part in (of.score, of.completeness, of.stage)))

    def _placed(
        self, indices: Mapping[str, int], rows: Ints
    ) -> Mapping[str, Mapping[Moment, Mapping[str, MapSummary | None]]]:
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

    def _may_show(self, factor: str, condition: Condition, indices: Mapping[str, int]) -> bool:
        """Whether a factor may be shown of a group: its own gate must allow it, and that of every map it looks at."""
        named = {atom.placement for atom, _ in atoms(condition) if isinstance(atom, PlacedIn)}
        maps = [held.gate for (name, at, _), held in self.tables.items() if name in named and at == "now"]
        return all(_shows(gate, indices) for gate in (self.factors[factor], *maps))

    def _raised(
        self, indices: Mapping[str, int], rows: Ints, codes: Codes, apart: Mapping[str, float]
    ) -> tuple[RaisedFactor, ...]:
        if not self.raisable:
            return ()
        scores, role = self.scores.of(rows), self.people.role
        conditions = {factor.id: condition for factor, condition in self.raisable}
        findings = Findings(self.layout, codes, scores, apart)
        shown = []
        for raised in raise_factors(self.raisable, codes, scores, disagreement=apart):
            name, condition = raised.factor.id, conditions[raised.factor.id]
            if (self.consented or raised.known >= self.k) and self._may_show(name, condition, indices):
                raising = np.unique(role.index[rows][findings.truth(condition)[0]]).tolist()
                named = (index for index in raising if role.names[index] is not None)
                families = [index for index in named if self._may_show(name, condition, {**indices, "role": index})]
                shown.append(replace(raised, families=len(families)))
        # Hidden families don't count for the order either: a rank in the list would disclose them.
        return tuple(sorted(shown, key=rank))


def _shows(gate: Release, indices: Mapping[str, int]) -> bool:
    return gate.shows(family=indices.get("role"), site=indices.get("site"), wave=indices.get("wave"))
