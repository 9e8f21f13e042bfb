"""Placements: where people see an initiative on a map, at the start of the work and now. Counted, never averaged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from models.catalogues import MapPlace, Placement
from models.conditions import Truth
from models.definition import Questionnaire
from models.items import MOMENTS, Moment
from models.layout import FIRST_NON_VALUE, Bools, Codes, Column, Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Where respondents are on one map at one moment.

    Attributes:
        placement: The map.
        cells: Shape (respondents, cells), in the order of ``Placement.keys``: who is in which.
        known: The same shape: of whom that is known.
    """

    placement: Placement
    cells: Bools
    known: Bools

    def truth(self, place: str) -> Truth:
        """Who is in a place, given by its id or a cell's key: (is true, is false), each of shape (respondents,)."""
        meant = [place in (key, self.placement.cells.get(key)) for key in self.placement.keys]
        true = self.cells[:, meant].any(axis=1)
        return true, ~true & self.known[:, meant].all(axis=1) & any(meant)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where one person sees the initiative on one map.

    Attributes:
        cells: Keys of the cells they see it in, by moment; none where they did not say.
    """

    placement: Placement
    cells: Mapping[Moment, tuple[str, ...]]

    def places(self, at: Moment) -> tuple[MapPlace, ...]:
        """The places they see it in at a moment, each once."""
        return tuple({(found := self.placement.place(key)).id: found for key in self.cells[at]}.values())

    @property
    def counts(self) -> Mapping[Moment, Mapping[str, int]]:
        """How many people see it in each cell: one, wherever this person does."""
        return {at: dict.fromkeys(keys, 1) for at, keys in self.cells.items()}

    @property
    def is_known(self) -> bool:
        """Whether they placed it at all."""
        return any(self.cells.values())


def locate(layout: Layout, placement: Placement, at: Moment, codes: Codes) -> Located:
    """Find respondents on a map.

    Args:
        layout: The layout of *codes*.
        placement: The map.
        at: Whether as it was at the start of the work or as it is now.
        codes: Shape (respondents, columns), from ``asked_codes``.
    """
    found = [on_axis(layout, placement, axis, at, codes) for axis in placement.axes]
    if placement.kind == "grid":
        (columns, column_known), (rows, row_known) = found
        cells = (rows[:, :, None] & columns[:, None, :]).reshape(len(codes), -1)
        known = np.repeat((column_known & row_known)[:, None], cells.shape[1], axis=1)
    else:
        cells = np.hstack([hits for hits, _ in found])
        known = np.hstack([np.repeat(known[:, None], hits.shape[1], axis=1) for hits, known in found])
    return Located(placement=placement, cells=cells, known=known)


def place(layout: Layout, codes: Codes) -> tuple[Placed, ...]:
    """Place one person on every map of the form, in the questionnaire's order.

    Args:
        layout: The layout, with the maps.
        codes: Shape (1, columns), from ``asked_codes``.
    """
    return tuple(
        Placed(
            placement=placement,
            cells={
                at: tuple(
                    key
                    for key, inside in zip(placement.keys, locate(layout, placement, at, codes).cells[0], strict=True)
                    if inside
                )
                for at in MOMENTS
            },
        )
        for placement in layout.maps.values()
    )


def sharing_questions(every: Sequence[Placed], questionnaire: Questionnaire) -> list[list[Placed]]:
    """Group maps that use the same answers: after each map, those that need no question of their own."""
    names = [placed.placement.id for placed in every]
    asked = {name: {item.id for item in questionnaire.items if name in item.places} for name in names}
    groups: list[list[Placed]] = []
    for name, placed in zip(names, every, strict=True):
        alike = next((group for group in groups if asked[name] <= asked[group[0].placement.id]), None)
        if alike is None:
            groups.append([placed])
        else:
            alike.append(placed)
    return groups


def tables_of(placement: Placement) -> Mapping[str, Bools]:
    """The tables of counts of a map: a grid is one table, named by both axes; else each axis is one.

    Returns:
        Shape (cells,) each: which cells of the map are in the table.
    """
    axes = [key.partition("/")[0] for key in placement.keys]
    if placement.kind == "grid":
        return {"/".join(placement.axes): np.ones(len(axes), dtype=bool)}
    return {name: np.array([axis == name for axis in axes]) for name in placement.axes}


def placing(layout: Layout, placement: str, at: Moment, table: str) -> tuple[Column, ...]:
    """The columns whose answers make a table of a map; *table* is a name from ``tables_of``."""
    axes = table.split("/")
    return tuple(
        column
        for column in layout.columns
        if (placed := column.item.places.get(placement)) is not None and placed.at == at and placed.axis in axes
    )


def on_axis(layout: Layout, placement: Placement, axis: str, at: Moment, codes: Codes) -> tuple[Bools, Bools]:
    """Who is at which position of an axis, shape (respondents, positions), and of whom that is known."""
    hits = np.zeros((len(codes), len(placement.axes[axis].positions)), dtype=bool)
    known = np.zeros(len(codes), dtype=bool)
    for column in placing(layout, placement.id, at, axis):
        by_this, known_by_this = by_item(column, placement, codes)
        hits |= by_this
        known |= known_by_this
    return hits, known


def by_item(column: Column, placement: Placement, codes: Codes) -> tuple[Bools, Bools]:
    """Who is at which position of the axis that one item is about, and of whom that is known, by this item alone."""
    said = column.item.places[placement.id]
    positions = list(placement.axes[said.axis].positions)
    hits = np.zeros((len(codes), len(positions)), dtype=bool)
    for value, chosen in _chosen(column, codes):
        if (position := said.position(value)) in positions:
            hits[:, positions.index(position)] |= chosen
    known = np.asarray(hits.any(axis=1))
    if column.item.kind == "checklist":
        # Whoever ticked something else has answered that none of the positions applies.
        known |= codes[:, column.first] < FIRST_NON_VALUE
    return hits, known


def _chosen(column: Column, codes: Codes) -> list[tuple[int | str, Bools]]:
    """Who chose each option of an item."""
    if column.item.kind == "checklist":
        return [(choice.value, codes[:, column.first + index] == 1) for index, choice in enumerate(column.item.choices)]
    return [(value, codes[:, column.first] == code) for code, value in enumerate(column.values)]
