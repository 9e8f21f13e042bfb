"""Summaries of groups: what may be told about many people, past the gate, whichever table is asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

import numpy as np

from models.agreement import disagreement
from models.catalogues import Factor
from models.conditions import Condition, PlacedIn, atoms
from models.disclosure import NOTHING, K, Release, obeys_the_law, release
from models.external_factors import RaisedFactor, can_tell, dimension_disagreement, raise_factors
from models.items import MOMENTS, Moment
from models.layout import NOT_ASKED, Answers, Bools, Codes, Form, Ints
from models.matrix import asked_codes
from models.people import Labels, People
from models.placements import Located, locate, placing, tables_of
from models.scoring import score
from models.tallies import DimensionSummary, ItemSummary, MapSummary, by_step, summarise_item, summarise_scores

TABLES: tuple[tuple[str, ...], ...] = ((), ("role",), ("site",), ("wave",), ("site", "wave"))
"""The tables that are published; the gate settles all of them together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSummary:
    """What may be told about one group.

    Attributes:
        by: The group: its name by kind; empty for everyone.
        n: Respondents in it.
        dimensions: By dimension id, in authored order; None where too few have a score.
        items: By item id, in authored order; None where too few gave a value.
        placements: Counts on each map, by map id, moment and table; None where too few placed themselves, or where
            beside its items or another map it would tell of too few.
        factors: The external factors it raises, strongest first.
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
        inside: Which cells of the map it holds.
        known: Who said where they see it.
        columns: First column of each item it is drawn from.
        gate: What may be shown of it.
    """

    inside: Bools
    known: Bools
    columns: frozenset[int]
    gate: Release


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenGroup:
    """A group of which only the name may be told."""

    by: Mapping[str, str | None]


def summarise(
    form: Form,
    answers: Answers,
    people: People,
    k: K,
    *,
    by: Sequence[str] = (),
    raisable: Sequence[tuple[Factor, Condition]] = (),
) -> tuple[GroupSummary | HiddenGroup, ...]:
    """Summarise the groups of one table.

    Args:
        form: The layout, which must know the conditions in *raisable*.
        answers: The respondents.
        people: Their groups.
        k: Smallest group that may be shown, from ``disclosure.threshold``.
        by: One of TABLES.
        raisable: External factors and when they are raised, from ``external_factors.candidates``.

    Returns:
        The groups that hold anyone, sorted by name.

    Raises:
        ValueError: If *by* is no published table.
        TooManyGroupsError: If the gate can't look through so many groups.
    """
    if tuple(by) not in TABLES:
        raise ValueError(f"no table by {', '.join(by)} is published")
    room = _Room(form, answers, people, k, raisable)
    return tuple(room.group(dict(zip(by, place, strict=True))) for place in room.places(by))


class _Room:
    """Everyone who answered, and the gate before them."""

    def __init__(
        self, form: Form, answers: Answers, people: People, k: K, raisable: Sequence[tuple[Factor, Condition]]
    ) -> None:
        self.form = form
        self.people = people
        self.k = k
        self.raisable = raisable
        self.codes = asked_codes(form, answers)
        self.scores = score(form, answers)
        self.everyone = release(people.count(np.ones(len(answers), dtype=bool)), k)

    def gate(self, among: Bools) -> Release:
        """What may be shown of those among whom something is known."""
        return release(self.people.count(among), self.k, within=self.everyone)

    @cached_property
    def items(self) -> tuple[Release, ...]:
        """What may be shown of each item."""
        return tuple(self.gate(self.codes[:, column.first] < NOT_ASKED) for column in self.form.columns)

    @cached_property
    def dimensions(self) -> tuple[Release, ...]:
        """What may be shown of each dimension."""
        return tuple(self.gate(~np.isnan(scores)) for scores in self.scores.score.T)

    @cached_property
    def factors(self) -> Mapping[str, Release]:
        """What may be shown of each factor, by how many people's answers settle it."""
        summaries = {
            column.item.id: summarise_item(column, self.codes)
            for column, gate in zip(self.form.columns, self.items, strict=True)
            if gate.whole
        }
        apart = self.disagreement(summaries)
        return {
            factor.id: self.gate(can_tell(condition, self.codes, self.scores, apart))
            for factor, condition in self.raisable
        }

    @cached_property
    def located(self) -> Mapping[tuple[str, Moment], Located]:
        """Where everyone is on each map at each moment."""
        maps = self.form.maps
        return {(name, at): locate(self.form, maps[name], at, self.codes) for name in maps for at in MOMENTS}

    @cached_property
    def tables(self) -> Mapping[tuple[str, Moment, str], MapTable]:
        """The tables of every map, each gated beside the items it is drawn from and the tables drawn from them too."""
        found: dict[tuple[str, Moment, str], MapTable] = {}
        for (name, at), located in self.located.items():
            for table, inside in tables_of(located.placement).items():
                known = np.asarray(located.known[:, inside].all(axis=1))
                columns = {one.first for one in placing(self.form, name, at, table)}
                left = [(self.codes[:, first] < NOT_ASKED) & ~known for first in columns]
                for one in found.values():
                    if one.gate.whole and columns & one.columns:
                        left += [one.known & ~known, known & ~one.known]
                found[name, at, table] = MapTable(inside, known, frozenset(columns), self._beside(known, left))
        return found

    def _beside(self, known: Bools, left: Sequence[Bools]) -> Release:
        """What may be shown of a table of those *known*, beside other tables that hold the same answers.

        Args:
            known: Who is in the table.
            left: Whom another table leaves when this one is taken from it, or the other way round; they too must be
                nobody or many in every group that is shown. If not, cells go first, then waves, sites, families.
        """
        counts = [self.people.count(one) for one in left]
        whole = self.gate(known)
        no_cells = replace(whole, cells=frozenset())
        no_waves = replace(no_cells, waves=frozenset())
        no_sites = replace(no_waves, sites=frozenset())
        for gate in (whole, no_cells, no_waves, no_sites, replace(no_sites, families=frozenset())):
            if gate.whole and all(obeys_the_law(gate, one, self.k) for one in counts):
                return gate
        return NOTHING

    def disagreement(self, summaries: Mapping[str, ItemSummary | None]) -> Mapping[str, float]:
        by_item = {
            column.item.id: apart
            for column in self.form.columns
            if (known := summaries.get(column.item.id)) is not None
            and (apart := disagreement(by_step(column, known))) is not None
        }
        return dimension_disagreement(self.form.questionnaire, by_item)

    def places(self, by: Sequence[str]) -> list[tuple[int, ...]]:
        """The groups that hold anyone, each by its place along *by*."""
        if not by:
            return [()]
        axes = [self._labels(axis) for axis in by]
        held = set(zip(*(labels.index.tolist() for labels in axes), strict=True))
        return [place for place in product(*(range(len(labels.names)) for labels in axes)) if place in held]

    def _labels(self, axis: str) -> Labels:
        return {"role": self.people.role, "site": self.people.site, "wave": self.people.wave}[axis]

    def group(self, place: Mapping[str, int]) -> GroupSummary | HiddenGroup:
        """Summarise one group, given by its place on each axis."""
        by = {axis: self._labels(axis).names[index] for axis, index in place.items()}
        if not _shows(self.everyone, place):
            return HiddenGroup(by=by)
        inside = np.ones(len(self.codes), dtype=bool)
        for axis, index in place.items():
            inside &= self._labels(axis).index == index
        rows = np.flatnonzero(inside)
        codes = self.codes[rows]
        items = {
            column.item.id: summarise_item(column, codes) if _shows(gate, place) else None
            for column, gate in zip(self.form.columns, self.items, strict=True)
        }
        return GroupSummary(
            by=by,
            n=len(rows),
            dimensions={
                dimension.id: summarise_scores(scores[rows]) if _shows(gate, place) else None
                for dimension, scores, gate in zip(
                    self.form.questionnaire.dimensions, self.scores.score.T, self.dimensions, strict=True
                )
            },
            items=items,
            placements=self._placed(place, rows),
            factors=self._raised(place, rows, codes, self.disagreement(items)),
        )

    def _placed(
        self, place: Mapping[str, int], rows: Ints
    ) -> Mapping[str, Mapping[Moment, Mapping[str, MapSummary | None]]]:
        told: dict[str, dict[Moment, dict[str, MapSummary | None]]] = {}
        for (name, at, table), held in self.tables.items():
            cells = self.located[name, at].cells[rows][:, held.inside]
            keys = [key for key, one in zip(self.form.maps[name].keys, held.inside.tolist(), strict=True) if one]
            counts = dict(zip(keys, cells.sum(axis=0).tolist(), strict=True))
            shows = _shows(held.gate, place)
            summary = MapSummary(n=int(held.known[rows].sum()), cells=counts) if shows else None
            told.setdefault(name, {}).setdefault(at, {})[table] = summary
        return told

    def _tells_of_maps(self, condition: Condition, place: Mapping[str, int]) -> bool:
        """Whether every map that a condition looks at may be shown; what is hidden there is not told by a factor."""
        named = {atom.placement for atom, _ in atoms(condition) if isinstance(atom, PlacedIn)}
        return all(
            _shows(held.gate, place) for (name, at, _), held in self.tables.items() if name in named and at == "now"
        )

    def _raised(
        self, place: Mapping[str, int], rows: Ints, codes: Codes, apart: Mapping[str, float]
    ) -> tuple[RaisedFactor, ...]:
        """A factor stands on answers like an item, so it passes the gate by how many of them settle it."""
        if not self.raisable:
            return ()
        names = self.people.role.names
        families = [names[index] for index in self.people.role.index[rows].tolist()]
        raised = raise_factors(self.raisable, codes, self.scores.of(rows), families, apart)
        conditions = {factor.id: condition for factor, condition in self.raisable}
        return tuple(
            one
            for one in raised
            if one.known >= self.k
            and _shows(self.factors[one.factor.id], place)
            and self._tells_of_maps(conditions[one.factor.id], place)
        )


def _shows(gate: Release, place: Mapping[str, int]) -> bool:
    return gate.shows(family=place.get("role"), site=place.get("site"), wave=place.get("wave"))
