"""Subsets: a questionnaire with only the dimensions that a room has picked, so that it asks and draws no others."""

from collections.abc import Collection, Mapping
from math import ceil
from typing import Any

from models.conditions import atoms, subject_of
from models.definition import Questionnaire

_WHOLE_ONLY = ("readings", "placements", "canvases")
"""Keys of a questionnaire that make sense of a whole one only."""


def subset_of(
    questionnaire: Questionnaire, document: Mapping[str, Any], dimensions: Collection[str]
) -> Mapping[str, Any]:
    """The document of a questionnaire with some of its dimensions: a document, because that is what a workshop keeps.

    Id, version and item ids stay, so that what both ask can be compared with the whole.

    Args:
        questionnaire: The whole.
        document: The same as it is written, free of errors.
        dimensions: Ids of those to keep; none keeps the whole.
    """
    chosen = set(dimensions)
    if not chosen:
        return document
    items = {item.id for item in questionnaire.items if chosen & item.scores.keys()}
    subjects = items | chosen
    tensions = {
        tension.id
        for tension in questionnaire.tensions
        if all(subject_of(atom) in subjects for atom, _ in atoms(tension.when))
    }
    subset = {key: value for key, value in document.items() if key not in _WHOLE_ONLY}
    subset |= {
        "dimensions": [dimension for dimension in document["dimensions"] if dimension["id"] in chosen],
        "sections": [section for whole in document["sections"] if (section := _section(whole, items, chosen))["items"]],
        "minutes": {
            depth: ceil(minutes * len(items) / len(questionnaire.items))
            for depth, minutes in document["minutes"].items()
        },
        "tensions": [tension for tension in document.get("tensions", ()) if tension["id"] in tensions],
    }
    if tables := document["scoring"].get("tables"):
        kept = {name: table for name, table in tables.items() if name in chosen}
        subset["scoring"] = {**document["scoring"], "tables": kept}
    return subset


def _section(section: Mapping[str, Any], items: Collection[str], dimensions: Collection[str]) -> Mapping[str, Any]:
    return {**section, "items": [_item(item, dimensions) for item in section["items"] if item["id"] in items]}


def _item(item: Mapping[str, Any], dimensions: Collection[str]) -> Mapping[str, Any]:
    return {**item, "scores": {name: weight for name, weight in item["scores"].items() if name in dimensions}}
