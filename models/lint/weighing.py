"""Scored items: whether every dimension rests on enough, and every answer is worth something."""

from collections.abc import Iterator, Sequence
from math import fsum, isfinite

from models.definition import FEWEST_RADAR_AXES, Questionnaire
from models.items import SMALLEST_WEIGHT, Item
from models.lint.pointers import item_places
from models.problems import Problem, pointer

FEWEST_ITEMS = 3
"""Items below which one answer moves an axis too far."""


def weighing_problems(questionnaire: Questionnaire, file: str) -> Iterator[Problem]:
    """Report what makes scores impossible, or rest on too little."""
    yield from _scales(questionnaire, file)
    axes = len(questionnaire.dimensions)
    if axes < FEWEST_RADAR_AXES and (axes or not questionnaire.placements):
        yield Problem(
            code="small-radar",
            file=file,
            pointer="/dimensions",
            wrong=f"A profile needs at least {FEWEST_RADAR_AXES} dimensions; there are {axes}.",
            mend="Add dimensions, or split one that holds two ideas.",
        )
    weighted = questionnaire.scoring.rule == "weighted-mean"
    for d, dimension in enumerate(questionnaire.dimensions):
        members = [(at, item) for at, item in item_places(questionnaire) if item.scores.get(dimension.id, 0) != 0]
        if len(members) < FEWEST_ITEMS:
            yield _too_few(pointer("dimensions", d), dimension.id, len(members), file)
        if weighted and len(members) > 1:
            yield from _dominant(members, dimension.id, file)
    for at, item in item_places(questionnaire):
        yield from _weights(at, item, file)
        yield from _role_of(at, item, file)
        yield from _descriptors(at, item, questionnaire, file)
        if item.scores and item.kind in ("choice", "checklist"):
            yield from _option_scores(at, item, file)


def is_weight(weight: float) -> bool:
    """Whether an item may carry this weight.

    >>> [is_weight(weight) for weight in (0, 0.01, 0.001, -1)]
    [True, True, False, False]
    """
    return weight == 0 or (isfinite(weight) and weight >= SMALLEST_WEIGHT)


def _scales(questionnaire: Questionnaire, file: str) -> Iterator[Problem]:
    for name, scale in questionnaire.scales.items():
        for p, point in enumerate(scale.points[1:], start=1):
            if point.value <= scale.points[p - 1].value:
                yield Problem(
                    code="scale-order",
                    file=file,
                    pointer=pointer("scales", name, "points", p, "value"),
                    wrong=f"{point.value} does not come after {scale.points[p - 1].value}.",
                    mend="List the points from least to most, each value once.",
                )


def _too_few(at: str, dimension: str, count: int, file: str) -> Problem:
    if count == 0:
        return Problem(
            code="dimension-without-item",
            file=file,
            pointer=at,
            wrong=f'No item counts in "{dimension}", so it never has a score.',
            mend=f'Name "{dimension}" in the `scores` of some items, or drop the dimension.',
        )
    return Problem(
        code="few-items",
        file=file,
        pointer=at,
        wrong=f'"{dimension}" rests on {count} item{"s" if count > 1 else ""}.',
        mend=f"Ask at least {FEWEST_ITEMS}: one answer should not move an axis by half its length.",
    )


def _dominant(members: Sequence[tuple[str, Item]], dimension: str, file: str) -> Iterator[Problem]:
    weights = [item.scores[dimension] for _, item in members]
    if not all(map(is_weight, weights)):
        return
    total = fsum(weights)
    for (at, item), weight in zip(members, weights, strict=True):
        # A hair more, because a half that is exact on paper may be rounded.
        if weight > total / 2 * (1 + 1e-9):
            yield Problem(
                code="dominant-item",
                file=file,
                pointer=at + pointer("scores", dimension),
                wrong=f'"{item.id}" carries {weight / total:.0%} of "{dimension}".',
                mend="Lower its weight to at most half of the sum, or weigh the other items more.",
            )


def _weights(at: str, item: Item, file: str) -> Iterator[Problem]:
    for dimension, weight in item.scores.items():
        if not is_weight(weight):
            yield Problem(
                code="weight-out-of-range",
                file=file,
                pointer=at + pointer("scores", dimension),
                wrong=f"{weight} is no weight.",
                mend=f"Use 0, or {SMALLEST_WEIGHT} and more; for an answer that speaks against, set `reverse`.",
            )


def _role_of(at: str, item: Item, file: str) -> Iterator[Problem]:
    """Report an item that counts nowhere, twice, or only for some."""

    def problem(code: str, place: str, wrong: str, mend: str) -> Problem:
        return Problem(code=code, file=file, pointer=at + place, wrong=wrong, mend=mend)

    if item.kind == "rubric" and not item.scores and not item.places:
        wrong = f'"{item.id}" counts in no dimension and places nobody on a map.'
        yield problem("item-without-dimension", "", wrong, "Add `scores`, or make it a rating or a choice.")
    if item.scores and item.places:
        wrong = f'"{item.id}" both scores and places; a place on a map is no better or worse than another.'
        yield problem("scored-and-placed", "/places", wrong, "Drop `places` or `scores`.")
    if item.scores and item.show_if is not None:
        wrong = f'"{item.id}" is scored, yet hidden from some: those who would answer low may be left out.'
        mend = 'Ask everyone, and say in `help` when it makes sense, as in "usually from prototypes on".'
        yield problem("conditional-scored-item", "/show_if", wrong, mend)
    if item.smallest is not None and item.largest is not None and item.smallest > item.largest:
        wrong = f"No number is both at least {item.smallest:g} and at most {item.largest:g}."
        yield problem("empty-range", "/min", wrong, "Exchange `min` and `max`.")


def _descriptors(at: str, item: Item, questionnaire: Questionnaire, file: str) -> Iterator[Problem]:
    def problem(code: str, wrong: str, mend: str) -> Problem:
        return Problem(code=code, file=file, pointer=f"{at}/descriptors", wrong=wrong, mend=mend)

    if item.kind == "rubric" and not item.descriptors:
        wrong = f'"{item.id}" describes no situations to choose from.'
        yield problem("missing-descriptors", wrong, "Add one for each point of its scale.")
    elif item.kind == "rubric" and item.scale in questionnaire.scales:
        points, told = len(questionnaire.scales[item.scale].points), len(item.descriptors)
        if points != told:
            wrong = f'Scale "{item.scale}" has {points} points, but there are {told} descriptors.'
            yield problem("descriptor-count", wrong, "Describe each point once, from least to most.")


def _option_scores(at: str, item: Item, file: str) -> Iterator[Problem]:
    def problem(code: str, place: str, wrong: str, mend: str) -> Problem:
        return Problem(code=code, file=file, pointer=at + place, wrong=wrong, mend=mend)

    scores = [choice.score for choice in item.choices if choice.score is not None]
    if len(scores) < len(item.choices):
        for o, choice in enumerate(item.choices):
            if choice.score is None:
                wrong = f'"{choice.value}" has no score, though "{item.id}" is scored.'
                yield problem("unscored-option", pointer("options", o), wrong, "Add `score`, in any unit.")
    elif item.kind == "choice" and min(scores) == max(scores):
        wrong = f'Every answer to "{item.id}" is worth the same.'
        yield problem("flat-scale", "/options", wrong, "Give the options different scores, or drop `scores`.")
    elif item.kind == "checklist" and not any(score > 0 for score in scores):
        wrong = f'Nothing that can be ticked in "{item.id}" speaks for its dimension.'
        yield problem("flat-scale", "/options", wrong, "Give at least one option a score above 0.")
