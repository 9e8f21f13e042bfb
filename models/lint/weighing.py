"""Checks scored items: whether every dimension rests on enough items, and answers differ in what they are worth."""

from collections.abc import Iterator, Sequence
from math import fsum, isfinite

from models.definition import FEWEST_RADAR_AXES, Questionnaire
from models.items import SMALLEST_WEIGHT, Item
from models.lint.pointers import item_places
from models.problems import Problem, pointer

FEWEST_ITEMS = 3
"""Number of items below which one answer moves an axis too far."""

NEAREST_WEIGHTS = 1.15
"""How many times a weight must be as large as the next smaller one of its axis."""

STEPS_OF_WEIGHT = 4
"""Weights of an axis are multiples of the smallest one's quarter."""


def weighing_problems(questionnaire: Questionnaire, file: str) -> Iterator[Problem]:
    """Report what makes scores impossible, or lets them rest on too little."""
    yield from _scales(questionnaire, file)
    axes = len(questionnaire.dimensions)
    if axes < FEWEST_RADAR_AXES and (axes or not questionnaire.placements):
        yield Problem(
            message="small-radar",
            file=file,
            pointer="/dimensions",
            values={"fewest": FEWEST_RADAR_AXES, "axes": axes},
        )
    weighted = questionnaire.scoring.rule == "weighted-mean"
    for d, dimension in enumerate(questionnaire.dimensions):
        members = [(at, item) for at, item in item_places(questionnaire) if item.scores.get(dimension.id, 0) != 0]
        if len(members) < FEWEST_ITEMS:
            yield _too_few(pointer("dimensions", d), dimension.id, len(members), file)
        if weighted and len(members) > 1:
            yield from _dominant(members, dimension.id, file)
            yield from _irregular(members, dimension.id, file)
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
                    message="scale-order",
                    file=file,
                    pointer=pointer("scales", name, "points", p, "value"),
                    values={"value": point.value, "before": scale.points[p - 1].value},
                )


def _too_few(at: str, dimension: str, count: int, file: str) -> Problem:
    if count == 0:
        return Problem(message="dimension-without-item", file=file, pointer=at, values={"dimension": dimension})
    values = {"dimension": dimension, "n": count, "fewest": FEWEST_ITEMS}
    return Problem(message="few-items", file=file, pointer=at, values=values)


def _dominant(members: Sequence[tuple[str, Item]], dimension: str, file: str) -> Iterator[Problem]:
    weights = [item.scores[dimension] for _, item in members]
    if not all(map(is_weight, weights)):
        return
    total = fsum(weights)
    for (at, item), weight in zip(members, weights, strict=True):
        # Slightly more, because a half that is exact on paper may be rounded.
        if weight > total / 2 * (1 + 1e-9):
            yield Problem(
                message="dominant-item",
                file=file,
                pointer=at + pointer("scores", dimension),
                values={"item": item.id, "share": weight / total, "dimension": dimension},
            )


def _irregular(members: Sequence[tuple[str, Item]], dimension: str, file: str) -> Iterator[Problem]:
    """Report weights from whose sums single answers can be worked out: then a mean or median tells what a person chose.

    With weights such as 1.0, 1.0137, 1.0291 nearly every combination of answers has a sum of its own.
    """
    seen: list[float] = []
    weights = [item.scores[dimension] for _, item in members]
    if not all(map(is_weight, weights)):
        return
    smallest = min(weights)
    for (at, _), weight in zip(members, weights, strict=True):
        steps = weight / smallest * STEPS_OF_WEIGHT
        near = next((other for other in seen if _is_near(weight, other)), None)
        if near is not None or abs(steps - round(steps)) > 1e-6 * steps:
            yield Problem(
                message="irregular-weights",
                file=file,
                pointer=at + pointer("scores", dimension),
                values={"weight": weight, "other": smallest if near is None else near, "dimension": dimension},
            )
            return
        seen.append(weight)


def _is_near(weight: float, other: float) -> bool:
    """Whether two weights differ, but by so little that nobody could say why."""
    low, high = sorted((weight, other))
    return 1 + 1e-6 < high / low < NEAREST_WEIGHTS


def _weights(at: str, item: Item, file: str) -> Iterator[Problem]:
    for dimension, weight in item.scores.items():
        if not is_weight(weight):
            yield Problem(
                message="weight-out-of-range",
                file=file,
                pointer=at + pointer("scores", dimension),
                values={"weight": weight, "smallest": SMALLEST_WEIGHT},
            )


def _role_of(at: str, item: Item, file: str) -> Iterator[Problem]:
    """Report an item that counts nowhere, scores and places, or counts only for some people."""

    def problem(message: str, place: str, **values: object) -> Problem:
        return Problem(message=message, file=file, pointer=at + place, values={"item": item.id} | values)

    if item.kind == "rubric" and not item.scores and not item.places:
        yield problem("item-without-dimension", "")
    if item.scores and item.places:
        yield problem("scored-and-placed", "/places")
    if item.scores and item.show_if is not None:
        yield problem("conditional-scored-item", "/show_if")
    if item.smallest is not None and item.largest is not None and item.smallest > item.largest:
        yield problem("empty-range", "/min", smallest=item.smallest, largest=item.largest)


def _descriptors(at: str, item: Item, questionnaire: Questionnaire, file: str) -> Iterator[Problem]:
    place = f"{at}/descriptors"
    if item.kind == "rubric" and not item.descriptors:
        yield Problem(message="missing-descriptors", file=file, pointer=place, values={"item": item.id})
    elif item.kind == "rubric" and item.scale in questionnaire.scales:
        points, descriptors = len(questionnaire.scales[item.scale].points), len(item.descriptors)
        if points != descriptors:
            values = {"scale": item.scale, "points": points, "descriptors": descriptors}
            yield Problem(message="descriptor-count", file=file, pointer=place, values=values)


def _option_scores(at: str, item: Item, file: str) -> Iterator[Problem]:
    def problem(message: str, place: str, **values: object) -> Problem:
        return Problem(message=message, file=file, pointer=at + place, values={"item": item.id} | values)

    scores = [choice.score for choice in item.choices if choice.score is not None]
    if len(scores) < len(item.choices):
        for o, choice in enumerate(item.choices):
            if choice.score is None:
                yield problem("unscored-option", pointer("options", o), option=choice.value)
    elif item.kind == "choice" and min(scores) == max(scores):
        yield problem("flat-scale.choice", "/options")
    elif item.kind == "checklist" and not any(score > 0 for score in scores):
        yield problem("flat-scale.checklist", "/options")
