"""Maps: whether every cell is a place, every position can be reached, and places lead to what exists."""

from collections.abc import Iterable, Iterator, Mapping

from models.catalogues import GRID_AXES, Factors, Placement
from models.definition import Questionnaire
from models.items import KINDS, Item
from models.lint.naming import unknown_id
from models.lint.pointers import item_places
from models.problems import Problem, did_you_mean, listing, pointer


def map_problems(
    at: str, placement: Placement, factors: Factors, questionnaires: Mapping[str, Questionnaire], file: str
) -> Iterator[Problem]:
    """Report what is wrong with one map that stands at *at*."""
    yield from _cells(at, placement, file)
    known_factors = [factor.id for factor in factors.factors]
    for n, place in enumerate(placement.places.values()):
        here = at + pointer("places", n)
        for f, name in enumerate(place.factors):
            if name not in known_factors:
                spot, home = here + pointer("factors", f), "factors.json"
                yield unknown_id("unknown-factor", spot, "factor", name, known_factors, home=home, file=file)
        for name, dimensions in place.dimensions.items():
            spot = here + pointer("dimensions", name)
            if name not in questionnaires:
                known, what = list(questionnaires), "questionnaire"
                yield unknown_id("unknown-questionnaire", spot, what, name, known, home="this folder", file=file)
                continue
            known = [dimension.id for dimension in questionnaires[name].dimensions]
            for d, dimension in enumerate(dimensions):
                if dimension not in known:
                    home = f'the dimensions of "{name}"'
                    yield unknown_id(
                        "unknown-dimension", f"{spot}/{d}", "dimension", dimension, known, home=home, file=file
                    )


def _cells(at: str, placement: Placement, file: str) -> Iterator[Problem]:
    def problem(code: str, place: str, wrong: str, mend: str) -> Problem:
        return Problem(code=code, file=file, pointer=at + place, wrong=wrong, mend=mend)

    if placement.kind == "grid" and len(placement.axes) != GRID_AXES:
        wrong = f"A grid has two axes, its columns and its rows; this has {len(placement.axes)}."
        yield problem("map-axes", "/axes", wrong, "Give it two, or choose another `kind`.")
        return
    keys, places = list(placement.keys), list(placement.places)
    for key, place in placement.cells.items():
        here = pointer("cells", key)
        if key not in keys:
            shape = "column/row" if placement.kind == "grid" else "axis/position"
            mend = f'{did_you_mean(key, keys)}Write "{shape}", as in {keys[0]}.'
            yield problem("unknown-cell", here, f'"{key}" is no cell of this map.', mend)
        if place not in places:
            yield unknown_id("unknown-place", at + here, "place", place, places, home="`places`", file=file)
    if missing := [key for key in keys if key not in placement.cells]:
        wrong = f"These cells have no place: {listing(missing)}."
        yield problem("missing-cell", "/cells", wrong, "Name the place of each; several cells may be one place.")


def placing_problems(questionnaire: Questionnaire, placements: Mapping[str, Placement], file: str) -> Iterator[Problem]:
    """Report what answers say of maps that makes no sense, and positions that no answer leads to."""
    for at, item in item_places(questionnaire):
        for name, placing in item.places.items():
            axis = placements[name].axes.get(placing.axis) if name in placements else None
            if axis is not None:
                yield from _reads(at + pointer("places", name), item, placing.reads, axis.positions, file)
    for p, name in enumerate(questionnaire.placements):
        # Where an axis is misspelt, what is lacking on the right one follows from it.
        axes = {item.places[name].axis for item in questionnaire.items if name in item.places}
        if name in placements and axes <= placements[name].axes.keys():
            yield from _unreached(pointer("placements", p), questionnaire, placements[name], file)


def _reads(at: str, item: Item, reads: Mapping[str, str], positions: Iterable[str], file: str) -> Iterator[Problem]:
    values, known = [str(choice.value) for choice in item.choices], list(positions)
    if KINDS[item.kind].choices == "none":
        yield Problem(
            code="unplaceable-item",
            file=file,
            pointer=at,
            wrong=f'"{item.id}" is a {item.kind} item, so its answers stand for no position.',
            mend="Make it a choice or a checklist, or drop `places`.",
        )
        return
    for value, position in reads.items():
        place = at + pointer("as", value)
        if value not in values:
            home = f'the options of "{item.id}"'
            yield unknown_id("unknown-option", place, "option", value, values, home=home, file=file)
        if position not in known:
            yield unknown_id("unknown-option", place, "position", position, known, home="the axis", file=file)


def _unreached(at: str, questionnaire: Questionnaire, placement: Placement, file: str) -> Iterator[Problem]:
    """Positions that can't be reached, at every moment the questionnaire asks about."""
    placing = [(item, item.places[placement.id]) for item in questionnaire.items if placement.id in item.places]
    for moment in dict.fromkeys(("now", *(one.at for _, one in placing))):
        for name, axis in placement.axes.items():
            reached = {
                one.position(choice.value)
                for item, one in placing
                if (one.axis, one.at) == (name, moment)
                for choice in item.choices
            }
            if lacking := [position for position in axis.positions if position not in reached]:
                when = "at the start" if moment == "start" else "now"
                yield Problem(
                    code="unplaced-position",
                    file=file,
                    pointer=at,
                    wrong=f'No answer stands for {listing(lacking)} on the axis "{name}" of "{placement.id}", {when}.',
                    mend="Give an option this value, or name it in `as` of an item's `places`.",
                )
