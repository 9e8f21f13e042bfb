"""From a JSON document to objects. Structure is checked before, references after: by ``structure`` and ``lint``."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from models.catalogues import Factor, Factors, Family, Placement, Role, Roles
from models.conditions import All, AnyOf, Condition, Disagree, ItemIs, Not, PlacedIn, ScoreIs
from models.definition import Choice, Dimension, Item, Minutes, Point, Questionnaire, Rule, Scale, Scoring, Section
from models.problems import InvalidDefinitionError, pointer
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
    return _parse(document, schema, file, _questionnaire)


def parse_roles(document: Any, schema: Document, file: str) -> Roles:
    """Build the catalogue of roles; raises as ``parse_questionnaire`` does."""
    return _parse(document, schema, file, _roles)


def parse_factors(document: Any, schema: Document, file: str) -> Factors:
    """Build the catalogue of external factors; raises as ``parse_questionnaire`` does."""
    return _parse(document, schema, file, _factors, keyed="categories")


def parse_placements(document: Any, schema: Document, file: str) -> Mapping[str, Placement]:
    """Build the catalogue of maps, by id; raises as ``parse_questionnaire`` does."""
    return _parse(document, schema, file, _placements, keyed="placements")


def _parse(document: Any, schema: Document, file: str, build: Callable[[Document], Built], *, keyed: str = "") -> Built:
    if problems := tuple(structure_problems(document, schema, file)):
        raise InvalidDefinitionError(problems)
    # What is kept by id would lose one of two with the same id before ``lint`` sees them.
    named = [(pointer(keyed, index, "id"), body["id"]) for index, body in enumerate(document[keyed] if keyed else ())]
    if problems := tuple(duplicate_ids(named, keyed, file)):
        raise InvalidDefinitionError(problems)
    return build(document)


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
        sources=_citations(document),
        scales=scales,
        dimensions=tuple(_dimension(body) for body in document["dimensions"]),
        sections=tuple(_section(body, scales) for body in document["sections"]),
        scoring=_scoring(document["scoring"]),
        placements=tuple(document.get("placements", ())),
        factors=tuple(document.get("factors", ())),
        canvases=tuple(document.get("canvases", ())),
    )


def _citations(document: Document) -> Mapping[str, str]:
    return {key: body["citation"] for key, body in document.get("sources", {}).items()}


def _scale(name: str, body: Document) -> Scale:
    return Scale(id=name, points=tuple(Point(**point) for point in body["points"]))


def _dimension(body: Document) -> Dimension:
    return Dimension(
        id=body["id"],
        title=body["title"],
        about=body.get("about", ""),
        min_answered=body.get("min_answered", 0.5),
        discuss=tuple(body.get("discuss", ())),
        source=body.get("source", ""),
    )


def _section(body: Document, scales: Mapping[str, Scale]) -> Section:
    return Section(
        id=body["id"],
        title=body["title"],
        intro=body.get("intro", ""),
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
        places=dict(body.get("places", {})),
        show_if=_condition(body["show_if"]) if "show_if" in body else None,
        smallest=body.get("min"),
        largest=body.get("max"),
        unit=body.get("unit", ""),
        longest=body.get("max_length", 2000),
        source=body.get("source", ""),
    )


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
                Rule(when=_condition(row["when"]) if "when" in row else None, score=row["score"]) for row in rows
            )
            for dimension, rows in body.get("tables", {}).items()
        },
    )


def _condition(body: Document) -> Condition:
    match body:
        case {"all": parts}:
            return All(tuple(map(_condition, parts)))
        case {"any": parts}:
            return AnyOf(tuple(map(_condition, parts)))
        case {"not": part}:
            return Not(_condition(part))
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


def _roles(document: Document) -> Roles:
    return Roles(
        families=tuple(
            Family(id=body["id"], title=body["title"], roles=tuple(Role(**role) for role in body["roles"]))
            for body in document["families"]
        ),
        unsaid=Role(**document["unsaid"]),
    )


def _factors(document: Document) -> Factors:
    return Factors(
        categories={body["id"]: body["title"] for body in document["categories"]},
        sources=_citations(document),
        factors=tuple(
            Factor(
                id=body["id"],
                category=body["category"],
                direction=body["direction"],
                name=body["name"],
                why=body["why"],
                questions=tuple(body["questions"]),
                levels=tuple(body["levels"]),
                stages=tuple(body["stages"]),
                raise_if={name: _condition(condition) for name, condition in body["raise_if"].items()},
                source=body.get("source", ""),
            )
            for body in document["factors"]
        ),
    )


def _placements(document: Document) -> Mapping[str, Placement]:
    return {
        body["id"]: Placement(
            id=body["id"],
            kind=body["kind"],
            title=body["title"],
            axes={axis: tuple(positions) for axis, positions in body["axes"].items()},
            cells=dict(body["cells"]),
            source=body.get("source", ""),
        )
        for body in document["placements"]
    }
