"""Checks maps: every cell has a place, every position can be reached, and places name what exists."""

from collections.abc import Iterable, Iterator, Mapping

from models.catalogues import GRID_AXES, Factors, Placement
from models.definition import Questionnaire
from models.items import KINDS, Item
from models.lint.naming import unknown_id
from models.lint.pointers import item_places
from models.problems import Problem, nearest, pointer


def map_problems(
    at: str, placement: Placement, factors: Factors, questionnaires: Mapping[str, Questionnaire], file: str
) -> Iterator[Problem]:
    """Report what is wrong with the map at the JSON Pointer *at*."""
    yield from _cells(at, placement, file)
    known_factors = [factor.id for factor in factors.factors]
    for n, place in enumerate(placement.places.values()):
        here = at + pointer("places", n)
        for f, name in enumerate(place.factors):
            if name not in known_factors:
                yield unknown_id("unknown-factor", here + pointer("factors", f), name, known_factors, file)
        for name, dimensions in place.dimensions.items():
            spot = here + pointer("dimensions", name)
            if name not in questionnaires:
                yield unknown_id("unknown-questionnaire", spot, name, list(questionnaires), file)
                continue
            known = [dimension.id for dimension in questionnaires[name].dimensions]
            for d, dimension in enumerate(dimensions):
                if dimension not in known:
                    at_dimension = f"{spot}/{d}"
                    yield unknown_id(
                        "unknown-dimension.elsewhere", at_dimension, dimension, known, file, questionnaire=name
                    )


def _cells(at: str, placement: Placement, file: str) -> Iterator[Problem]:
    if placement.kind == "grid" and len(placement.axes) != GRID_AXES:
        yield Problem(message="map-axes", file=file, pointer=f"{at}/axes", values={"axes": len(placement.axes)})
        return
    keys, places = list(placement.keys), list(placement.places)
    for key, place in placement.cells.items():
        here = pointer("cells", key)
        if key not in keys:
            message = "unknown-cell.grid" if placement.kind == "grid" else "unknown-cell.axis"
            values = {"cell": key, "example": keys[0], "nearest": nearest(key, keys)}
            yield Problem(message=message, file=file, pointer=at + here, values=values)
        if place not in places:
            yield unknown_id("unknown-place", at + here, place, places, file)
    if missing := tuple(key for key in keys if key not in placement.cells):
        yield Problem(message="missing-cell", file=file, pointer=f"{at}/cells", values={"cells": missing})


def placing_problems(questionnaire: Questionnaire, placements: Mapping[str, Placement], file: str) -> Iterator[Problem]:
    """Report answers that can't place anybody on a map, and positions that no answer leads to."""
    for at, item in item_places(questionnaire):
        for name, placing in item.places.items():
            axis = placements[name].axes.get(placing.axis) if name in placements else None
            if axis is not None:
                yield from _reads(at + pointer("places", name), item, placing.reads, axis.positions, file)
    for p, name in enumerate(questionnaire.placements):
        # Where an axis is misspelt, missing positions on the right one are only a consequence.
        axes = {item.places[name].axis for item in questionnaire.items if name in item.places}
        if name in placements and axes <= placements[name].axes.keys():
            yield from _unreached(pointer("placements", p), questionnaire, placements[name], file)


def _reads(at: str, item: Item, reads: Mapping[str, str], positions: Iterable[str], file: str) -> Iterator[Problem]:
    values, known = [str(choice.value) for choice in item.choices], list(positions)
    if KINDS[item.kind].choices == "none":
        yield Problem(message="unplaceable-item", file=file, pointer=at, values={"item": item.id, "kind": item.kind})
        return
    for value, position in reads.items():
        place = at + pointer("as", value)
        if value not in values:
            yield unknown_id("unknown-option.of-item", place, value, values, file, item=item.id)
        if position not in known:
            yield unknown_id("unknown-option.position", place, position, known, file)


def _unreached(at: str, questionnaire: Questionnaire, placement: Placement, file: str) -> Iterator[Problem]:
    """Positions that no answer leads to, at each moment the questionnaire asks about."""
    placing = [(item, item.places[placement.id]) for item in questionnaire.items if placement.id in item.places]
    for moment in dict.fromkeys(("now", *(placed.at for _, placed in placing))):
        for name, axis in placement.axes.items():
            reached = {
                placed.position(choice.value)
                for item, placed in placing
                if (placed.axis, placed.at) == (name, moment)
                for choice in item.choices
            }
            if lacking := tuple(position for position in axis.positions if position not in reached):
                message = "unplaced-position.start" if moment == "start" else "unplaced-position.now"
                values = {"positions": lacking, "axis": name, "placement": placement.id}
                yield Problem(message=message, file=file, pointer=at, values=values)
