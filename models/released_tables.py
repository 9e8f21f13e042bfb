"""The tables that are released of a room: of its items and of its maps. Nothing else of many people is released."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from models.asked import asked_codes
from models.conditions import items_named
from models.descriptives import ItemSummary, summarise_item
from models.disclosure import NOTHING, Release, by_consent, obeys_the_law, release
from models.items import MOMENTS, Item, Moment
from models.layout import FIRST_NON_VALUE, NOT_ASKED, Answers, Bools, Ints, Layout
from models.people import People
from models.placements import Located, locate, placing, tables_of
from models.smallest_group import K, threshold


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


class ReleasedTables:
    """Everyone who answered, and which tables of their answers may be shown.

    Attributes:
        codes: Shape (respondents, columns), from ``asked_codes``.
        everyone: What may be shown of everyone asked.
    """

    def __init__(self, layout: Layout, answers: Answers, people: People, k: K, *, consented: bool = False) -> None:
        """Arguments as for ``summary.summarise``."""
        self.layout = layout
        self.answers = answers
        self.people = people
        self.k = threshold(k)
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
        if self.people.typed is not None:  # as in ``_release``: whoever typed answers in can leave those out
            counts += [self.people.count(rest & ~self.people.typed) for rest in left]
        no_cells = replace(whole, cells=frozenset())
        no_waves = replace(no_cells, waves=frozenset())
        no_sites = replace(no_waves, sites=frozenset())
        for gate in (whole, no_cells, no_waves, no_sites, replace(no_sites, families=frozenset())):
            if gate.whole and all(obeys_the_law(gate, count, self.k) for count in counts):
                return gate
        return NOTHING

    def item_tables(self, indices: Mapping[str, int], rows: Ints) -> Mapping[str, ItemSummary | None]:
        """The item tables of the group of these people, by id; None where not released."""
        codes = self.codes[rows]
        return {
            column.item.id: summarise_item(column, codes) if shows(self.items[column.item.id], indices) else None
            for column in self.layout.columns
        }


def released_items(
    layout: Layout, answers: Answers, people: People, k: K, *, consented: bool = False
) -> Mapping[str, ItemSummary | None]:
    """The item tables of everyone together, by id, None where hidden; empty if nothing may be shown of so few.

    Arguments as for ``summary.summarise``.
    """
    if not len(answers):
        return {}
    room = ReleasedTables(layout, answers, people, k, consented=consented)
    return room.item_tables({}, np.arange(len(answers))) if room.everyone.whole else {}


def shows(gate: Release, indices: Mapping[str, int]) -> bool:
    """Whether a gate shows a group, given by its index on each axis."""
    return gate.shows(family=indices.get("role"), site=indices.get("site"), wave=indices.get("wave"))
