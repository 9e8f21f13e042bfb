"""Turns the JSON document of a catalogue into objects; ``parsing`` does the same for questionnaires."""

from collections.abc import Mapping
from typing import Any

from models.catalogues import (
    Anchor,
    Factor,
    Factors,
    Family,
    MapAxis,
    MapPlace,
    Placement,
    PracticeCase,
    Role,
    Roles,
)
from models.parsing import build, citations, condition
from models.structure import Document


def parse_roles(document: Any, schema: Document, file: str) -> Roles:
    """Build the catalogue of roles; raises as ``parse_questionnaire`` does."""
    return build(document, schema, file, _roles)


def parse_factors(document: Any, schema: Document, file: str) -> Factors:
    """Build the catalogue of external factors; raises as ``parse_questionnaire`` does."""
    return build(document, schema, file, _factors, keyed="categories")


def parse_placements(document: Any, schema: Document, file: str) -> Mapping[str, Placement]:
    """Build the catalogue of maps, by id; raises as ``parse_questionnaire`` does."""
    return build(document, schema, file, _placements, keyed="placements", inner=("places", "id"))


def parse_practice(document: Any, schema: Document, file: str) -> Mapping[str, PracticeCase]:
    """Build the catalogue of practice cases, by id; raises as ``parse_questionnaire`` does."""
    return build(document, schema, file, _practice, keyed="cases", inner=("items", "item"))


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
        sources=citations(document),
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
                raise_if={name: condition(rule) for name, rule in body["raise_if"].items()},
                source=body.get("source", ""),
            )
            for body in document["factors"]
        ),
    )


def _placements(document: Document) -> Mapping[str, Placement]:
    return {body["id"]: _placement(body) for body in document["placements"]}


def _placement(body: Document) -> Placement:
    return Placement(
        id=body["id"],
        kind=body["kind"],
        title=body["title"],
        about=body.get("about", ""),
        axes={
            name: MapAxis(title=axis["title"], positions=dict(axis["positions"])) for name, axis in body["axes"].items()
        },
        places={place["id"]: _place(place) for place in body["places"]},
        cells=dict(body["cells"]),
        source=body.get("source", ""),
    )


def _place(body: Document) -> MapPlace:
    return MapPlace(
        id=body["id"],
        title=body["title"],
        about=body.get("about", ""),
        prompts=tuple(body.get("prompts", ())),
        dimensions={name: tuple(dimensions) for name, dimensions in body.get("dimensions", {}).items()},
        factors=tuple(body.get("factors", ())),
    )


def _practice(document: Document) -> Mapping[str, PracticeCase]:
    return {
        body["id"]: PracticeCase(
            id=body["id"],
            questionnaire=body["questionnaire"],
            title=body["title"],
            about=body.get("about", ""),
            story=tuple(body["story"]),
            readings={item["item"]: tuple(Anchor(**reading) for reading in item["readings"]) for item in body["items"]},
        )
        for body in document["cases"]
    }
