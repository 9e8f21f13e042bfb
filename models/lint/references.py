"""Checks references: whether what an id names exists, and in a condition, whether it is asked before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from models.catalogues import Catalogues, Placement
from models.conditions import VALUE_OPERATORS, Atom, Condition, Disagree, ItemIs, PlacedIn, ScoreIs, atoms
from models.definition import Questionnaire, number_of
from models.items import EXPERIENCES, KINDS, Item
from models.lint.naming import unknown_id
from models.lint.pointers import item_places
from models.problems import Problem, excerpt, nearest, pointer

MOST_CYCLES = 20
"""Circles reported at once; each costs a search, and mending some often mends others."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """What conditions on one questionnaire may name.

    Attributes:
        placements: The maps of the catalogue, by id.
        file: The file that holds the conditions, for messages.
    """

    questionnaire: Questionnaire
    placements: Mapping[str, Placement]
    file: str

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item, by id."""
        return self.questionnaire.by_id

    @cached_property
    def names(self) -> Sequence[str]:
        """Id of every item."""
        return list(self.items)

    @cached_property
    def ambiguous(self) -> Set[str]:
        """Ids that several items have."""
        counts = Counter(item.id for item in self.questionnaire.items)
        return {name for name, count in counts.items() if count > 1}

    @cached_property
    def dimensions(self) -> Sequence[str]:
        """Id of every dimension."""
        return [dimension.id for dimension in self.questionnaire.dimensions]

    @cached_property
    def maps(self) -> Sequence[str]:
        """Id of every map on which the questionnaire places people."""
        placed = [placement for item in self.questionnaire.items for placement in item.places]
        return list(dict.fromkeys([*self.questionnaire.placements, *placed]))


def condition_references(at: str, condition: Condition, named: Named) -> Iterator[Problem]:
    """Report what a condition names that does not exist or can't be compared like this."""
    for atom, steps in atoms(condition):
        yield from _atom_references(at + pointer(*steps), atom, named)


def reference_problems(questionnaire: Questionnaire, catalogues: Catalogues, file: str) -> Iterator[Problem]:
    """Report ids outside conditions that name nothing."""
    dimensions = [dimension.id for dimension in questionnaire.dimensions]
    factors = [factor.id for factor in catalogues.factors.factors]
    for d, dimension in enumerate(questionnaire.dimensions):
        yield from unknown_sources(pointer("dimensions", d, "source"), dimension.source, questionnaire.sources, file)
    for at, item in item_places(questionnaire):
        yield from unknown_sources(f"{at}/source", item.source, questionnaire.sources, file)
        yield from _item_references(at, item, questionnaire, catalogues, file)
    yield from _readings(questionnaire, dimensions, file)
    for name in questionnaire.scoring.tables:
        if name not in dimensions:
            place = pointer("scoring", "tables", name)
            yield unknown_id("unknown-dimension", place, name, dimensions, file)
    for p, name in enumerate(questionnaire.placements):
        yield from _unknown_placement(pointer("placements", p), name, catalogues, file)
    for f, name in enumerate(questionnaire.factors):
        if name not in factors:
            yield unknown_id("unknown-factor", pointer("factors", f), name, factors, file)


def _readings(questionnaire: Questionnaire, dimensions: Sequence[str], file: str) -> Iterator[Problem]:
    for r, reading in enumerate(questionnaire.readings):
        at = pointer("readings", r)
        yield from unknown_sources(f"{at}/source", reading.source, questionnaire.sources, file)
        for p, pillar in enumerate(reading.pillars):
            for n, name in enumerate(pillar.dimensions):
                if name not in dimensions:
                    place = at + pointer("pillars", p, "dimensions", n)
                    yield unknown_id("unknown-dimension", place, name, dimensions, file)


def later_versions(questionnaire: Questionnaire, file: str) -> Iterator[Problem]:
    """Find items that say they have meant the same since a version that this one comes before."""
    for at, item in item_places(questionnaire):
        if item.same_since and number_of(item.same_since) > number_of(questionnaire.version):
            yield Problem(
                message="later-version",
                file=file,
                pointer=f"{at}/same_since",
                values={"later": item.same_since, "version": questionnaire.version},
            )


def unknown_sources(place: str, source: str, known: Iterable[str], file: str) -> Iterator[Problem]:
    """Report each key of a source, as in "cosie-paper 1.2; medtown", that is not listed."""
    keys = [part.split()[0].rstrip(",:") for part in source.split(";") if part.strip()]
    for key in [key for key in keys if key not in known]:
        yield unknown_id("unknown-source", place, key, list(known), file)


def circles_of(questionnaire: Questionnaire) -> list[tuple[str, ...]]:
    """Items that wait for each other, each for the next and the last for the first; no item in two circles."""
    waits_for = {
        item.id: [atom.item for atom, _ in atoms(item.show_if) if isinstance(atom, ItemIs) and atom.item != item.id]
        for item in questionnaire.items
        if item.show_if is not None
    }
    circles: list[tuple[str, ...]] = []
    while len(circles) < MOST_CYCLES:
        try:
            TopologicalSorter(waits_for).prepare()
        except CycleError as error:
            # Each node that graphlib names is waited for by the next one.
            circles.append(tuple(reversed(error.args[1][1:])))
            for name in circles[-1]:
                del waits_for[name]
        else:
            break
    return circles


def order_problems(questionnaire: Questionnaire, circles: Sequence[Sequence[str]], file: str) -> Iterator[Problem]:
    """Report items that wait for themselves, for later ones, in a circle, or for one that the short form omits."""
    places = list(item_places(questionnaire))
    index = {item.id: position for position, (_, item) in reversed(list(enumerate(places)))}
    for circle in circles:
        first = min(circle, key=index.__getitem__)
        turn = circle.index(first)
        path = " → ".join((*circle[turn:], *circle[:turn], first))
        yield Problem(
            message="cycle",
            file=file,
            pointer=f"{places[index[first]][0]}/show_if",
            values={"path": path},
        )
    edges = {(item, other) for circle in circles for item, other in zip(circle, (*circle[1:], circle[0]), strict=True)}
    for position, (at, item) in enumerate(places):
        for atom, steps in atoms(item.show_if) if item.show_if is not None else ():
            if isinstance(atom, ItemIs) and atom.item in index and (item.id, atom.item) not in edges:
                place = f"{at}/show_if{pointer(*steps)}/item"
                yield from _waits(place, item, questionnaire.by_id[atom.item], index[atom.item] - position, file)


def _waits(place: str, item: Item, other: Item, distance: int, file: str) -> Iterator[Problem]:
    def problem(message: str) -> Problem:
        return Problem(message=message, file=file, pointer=place, values={"item": item.id, "other": other.id})

    if other.id == item.id:
        yield problem("self-reference")
    elif distance > 0:
        yield problem("forward-reference")
    elif item.core and not other.core:
        yield problem("core-behind-full")


def _item_references(
    at: str, item: Item, questionnaire: Questionnaire, catalogues: Catalogues, file: str
) -> Iterator[Problem]:
    def unknown(message: str, place: str, name: str, known: Iterable[str], **home: str) -> Iterator[Problem]:
        if name not in (every := list(known)):
            yield unknown_id(message, at + place, name, every, file, **home)

    families = [family.id for family in catalogues.roles.families]
    factors = [factor.id for factor in catalogues.factors.factors]
    dimensions = [dimension.id for dimension in questionnaire.dimensions]
    for family in item.ask_as:
        yield from unknown("unknown-role-family", pointer("ask_as", family), family, families)
    for n, family in enumerate(item.asked_of):
        yield from unknown("unknown-role-family", pointer("asked_of", n), family, families)
    if item.scale:
        yield from unknown("unknown-scale", "/scale", item.scale, questionnaire.scales)
    for name in item.scores:
        yield from unknown("unknown-dimension", pointer("scores", name), name, dimensions)
    for n, factor in enumerate(item.outside):
        yield from unknown("unknown-factor", pointer("outside", n), factor, factors)
    for name, placing in item.places.items():
        place = pointer("places", name)
        yield from _unknown_placement(at + place, name, catalogues, file)
        if name in catalogues.placements:
            axes = catalogues.placements[name].axes
            yield from unknown("unknown-axis", place, placing.axis, axes, placement=name)


def _unknown_placement(place: str, name: str, catalogues: Catalogues, file: str) -> Iterator[Problem]:
    known = list(catalogues.placements)
    if name not in known:
        yield unknown_id("unknown-placement", place, name, known, file)


def _atom_references(at: str, atom: Atom, named: Named) -> Iterator[Problem]:
    def unknown(message: str, key: str, name: str, known: Sequence[str], **home: str) -> Problem:
        home["questionnaire"] = named.questionnaire.id
        return unknown_id(message, f"{at}/{key}", name, known, named.file, **home)

    items, dimensions = named.names, named.dimensions
    match atom:
        case ItemIs(item) if item not in named.items:
            yield unknown("unknown-item", "item", item, items)
        case ItemIs(item) if item not in named.ambiguous:
            yield from _comparison(at, atom, named.items[item], named.file)
        case ScoreIs(dimension) if dimension not in dimensions:
            yield unknown("unknown-dimension.elsewhere", "dimension", dimension, dimensions)
        case Disagree(subject) if subject not in named.items and subject not in dimensions:
            yield unknown("unknown-item.or-dimension", "disagreement", subject, [*items, *dimensions])
        case PlacedIn(placement) if placement not in named.maps:
            yield unknown("unknown-placement.elsewhere", "placement", placement, named.maps)
        case PlacedIn(placement, cell):
            cells = named.placements[placement].cells if placement in named.placements else {}
            places = list(dict.fromkeys([*cells, *cells.values()]))
            if places and cell not in places:
                yield unknown("unknown-option.place", "is", cell, places, placement=placement)
        case _:
            return


def _comparison(at: str, atom: ItemIs, item: Item, file: str) -> Iterator[Problem]:
    """Report an operator that does not fit the item, or a value that can't be its answer."""
    kind = KINDS[item.kind]
    if atom.operator not in VALUE_OPERATORS:
        return
    operands = atom.operand if isinstance(atom.operand, tuple) else (atom.operand,)
    fits = atom.operator in kind.operators
    if not fits or (item.kind == "number" and any(isinstance(operand, str) for operand in operands)):
        usable = tuple(name for name in VALUE_OPERATORS if name in kind.operators)
        yield Problem(
            message="operator-mismatch.number" if fits else "operator-mismatch.kind",
            file=file,
            pointer=f"{at}/{atom.operator}",
            values={
                "operator": atom.operator,
                "item": item.id,
                "kind": item.kind,
                "known": (*usable, "answered", "not_given"),
            },
        )
        return
    choices = EXPERIENCES if item.kind == "experience" else [choice.value for choice in item.choices]
    if item.kind == "number" or not choices or atom.operator in ("at_least", "at_most"):
        return
    for n, operand in enumerate(operands):
        if operand not in choices:
            step = f"/{n}" if isinstance(atom.operand, tuple) else ""
            names = tuple(str(choice) for choice in choices)
            message = "unknown-option.answer"
            if str(operand) in names:
                message = "unknown-option.in-quotes" if isinstance(operand, str) else "unknown-option.without-quotes"
            yield Problem(
                message=message,
                file=file,
                pointer=f"{at}/{atom.operator}{step}",
                values={
                    "option": excerpt(operand),
                    "item": item.id,
                    "known": names,
                    "nearest": nearest(str(operand), names),
                },
            )
