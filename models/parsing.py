"""Turns a JSON document into objects. Structure is checked before by ``structure``, references after by ``lint``."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from models.conditions import All, AnyOf, Condition, Disagree, ItemIs, Not, PlacedIn, ScoreIs
from models.definition import (
    Dimension,
    Lens,
    Minutes,
    Pillar,
    Questionnaire,
    Rule,
    Scoring,
    Section,
    Tension,
)
from models.items import Choice, Item, Placing, Point, Scale
from models.min_answered import MIN_ANSWERED
from models.problems import IdKind, InvalidDefinitionError, Problem, pointer
from models.structure import Document, duplicate_ids, structure_problems

Built = TypeVar("Built")


def parse_questionnaire(document: Any, schema: Document, file: str) -> Questionnaire:
    """Build the questionnaire that *document* describes.

    Args:
        document: What the JSON file holds.
        schema: The questionnaire schema.
        file: Name of the file, for messages.

    Raises:
        InvalidDefinitionError: With every structural problem found, not only the first.
    """
    return build(document, schema, file, _questionnaire)


def build(
    document: Any,
    schema: Document,
    file: str,
    make: Callable[[Document], Built],
    *,
    keyed: IdKind | None = None,
    inner: tuple[str, str] = ("", ""),
) -> Built:
    """Make what *document* describes.

    Args:
        document: What the JSON file holds.
        schema: The schema of this kind of file.
        file: Name of the file, for messages.
        make: Makes it of a document that keeps to the schema.
        keyed: For a catalogue: the key of the list of entries, each with its "id"; None for a questionnaire.
        inner: The key of a list in each entry, and the key by which its parts are identified.

    Raises:
        InvalidDefinitionError: With every structural problem found.
    """
    if problems := tuple(structure_problems(document, schema, file)):
        raise InvalidDefinitionError(problems)
    # Objects kept by id would lose one of two with the same id before ``lint`` sees them.
    if keyed is not None and (problems := tuple(_doubled_ids(document, keyed, inner, file))):
        raise InvalidDefinitionError(problems)
    return make(document)


def _doubled_ids(document: Document, keyed: IdKind, inner: tuple[str, str], file: str) -> Iterator[Problem]:
    listed = document[keyed]
    parts, key = inner
    yield from duplicate_ids([(pointer(keyed, n, "id"), body["id"]) for n, body in enumerate(listed)], keyed, file)
    for index, body in enumerate(listed):
        named = [(pointer(keyed, index, parts, n, key), part[key]) for n, part in enumerate(body.get(parts, ()))]
        yield from duplicate_ids(named, keyed, file)


def _questionnaire(document: Document) -> Questionnaire:
    scales = {name: _scale(name, body) for name, body in document.get("scales", {}).items()}
    return Questionnaire(
        id=document["id"],
        version=document["version"],
        level=document["level"],
        language=document["language"],
        title=document["title"],
        summary=document.get("summary", ""),
        minutes=Minutes(**document["minutes"]),
        sources=citations(document),
        scales=scales,
        dimensions=tuple(_dimension(body) for body in document["dimensions"]),
        sections=tuple(_section(body, scales) for body in document["sections"]),
        scoring=_scoring(document["scoring"]),
        readings=tuple(map(_reading, document.get("readings", ()))),
        tensions=tuple(map(_tension, document.get("tensions", ()))),
        placements=tuple(document.get("placements", ())),
        factors=tuple(document.get("factors", ())),
        canvases=tuple(document.get("canvases", ())),
    )


def citations(document: Document) -> Mapping[str, str]:
    """The full references of a document, by source key."""
    return {key: body["citation"] for key, body in document.get("sources", {}).items()}


def _scale(name: str, body: Document) -> Scale:
    return Scale(id=name, points=tuple(Point(**point) for point in body["points"]))


def _dimension(body: Document) -> Dimension:
    return Dimension(
        id=body["id"],
        title=body["title"],
        about=body.get("about", ""),
        min_answered=body.get("min_answered", MIN_ANSWERED),
        discuss=tuple(body.get("discuss", ())),
        source=body.get("source", ""),
    )


def _section(body: Document, scales: Mapping[str, Scale]) -> Section:
    return Section(
        id=body["id"],
        title=body["title"],
        intro=body.get("intro", ""),
        story=tuple(body.get("story", ())),
        mode=body.get("mode", "alone"),
        items=tuple(_item(item, scales) for item in body["items"]),
    )


def _item(body: Document, scales: Mapping[str, Scale]) -> Item:
    return Item(
        id=body["id"],
        kind=body["kind"],
        ask=body["ask"],
        core=body.get("core", False),
        ask_as=dict(body.get("ask_as", {})),
        asked_of=tuple(body.get("asked_of", ())),
        why=body.get("why", ""),
        help=body.get("help", ""),
        choices=_choices(body, scales),
        descriptors=tuple(body.get("descriptors", ())),
        scale=body.get("scale", ""),
        scores=dict(body.get("scores", {})),
        reverse=body.get("reverse", False),
        outside=tuple(body.get("outside", ())),
        places={name: _placing(placing) for name, placing in body.get("places", {}).items()},
        show_if=condition(body["show_if"]) if "show_if" in body else None,
        smallest=body.get("min"),
        largest=body.get("max"),
        unit=body.get("unit", ""),
        longest=body.get("max_length", 2000),
        source=body.get("source", ""),
        same_since=body.get("same_since", ""),
    )


def _placing(body: Document | str) -> Placing:
    if isinstance(body, str):
        return Placing(axis=body)
    return Placing(axis=body["axis"], at=body.get("at", "now"), reads=dict(body.get("as", {})))


def _reading(body: Document) -> Lens:
    return Lens(
        id=body["id"],
        title=body["title"],
        about=body["about"],
        pillars=tuple(
            Pillar(title=pillar["title"], about=pillar["about"], dimensions=tuple(pillar.get("dimensions", ())))
            for pillar in body["pillars"]
        ),
        source=body.get("source", ""),
    )


def _tension(body: Document) -> Tension:
    return Tension(id=body["id"], when=condition(body["when"]), ask=body["ask"])


def _choices(body: Document, scales: Mapping[str, Scale]) -> tuple[Choice, ...]:
    if "options" in body:
        return tuple(Choice(**option) for option in body["options"])
    if (scale := scales.get(body.get("scale", ""))) is None:
        return ()
    labels = dict(enumerate(body.get("descriptors", ())))
    return tuple(
        Choice(value=point.value, label=labels.get(index, point.label), score=point.value)
        for index, point in enumerate(scale.points)
    )


def _scoring(body: Document) -> Scoring:
    return Scoring(
        rule=body["rule"],
        tables={
            dimension: tuple(
                Rule(when=condition(row["when"]) if "when" in row else None, score=row["score"]) for row in rows
            )
            for dimension, rows in body.get("tables", {}).items()
        },
    )


def condition(body: Document) -> Condition:
    """The condition that an object of a document stands for."""
    match body:
        case {"all": parts}:
            return All(tuple(map(condition, parts)))
        case {"any": parts}:
            return AnyOf(tuple(map(condition, parts)))
        case {"not": part}:
            return Not(condition(part))
        case {"dimension": dimension, **rest}:
            [(operator, bound)] = rest.items()
            return ScoreIs(dimension, operator, bound)
        case {"placement": placement, "is": cell}:
            return PlacedIn(placement, cell)
        case {"disagreement": subject, "at_least": bound}:
            return Disagree(subject, bound)
        case {"item": item, **rest}:
            [(operator, operand)] = rest.items()
            return ItemIs(item, operator, tuple(operand) if isinstance(operand, list) else operand)
        case _:
            raise ValueError(f"not a condition: {body}")
