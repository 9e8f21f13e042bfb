"""Subsets: a questionnaire with only the dimensions that a room has picked, so that it asks and draws no others."""

from collections.abc import Collection, Mapping
from math import ceil
from typing import Any

from models.conditions import atoms, items_named, subject_of
from models.definition import Questionnaire

_WHOLE_ONLY = ("readings", "placements", "canvases")
"""Keys of a questionnaire that make sense of a whole one only."""


def subset_of(
    questionnaire: Questionnaire, document: Mapping[str, Any], dimensions: Collection[str]
) -> Mapping[str, Any]:
    """The document of a questionnaire with some of its dimensions: a document, because that is what a workshop keeps.

    Id, version and item ids stay, so that what both ask can be compared with the whole. What an item of a chosen
    dimension waits for is asked too, through any chain, and so is what a chosen rule table looks at.

    Args:
        questionnaire: The whole.
        document: The same as it is written, free of errors.
        dimensions: Ids of those to keep; none keeps the whole.
    """
    chosen = set(dimensions)
    if not chosen:
        return document
    items = _needed(questionnaire, chosen)
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


def _needed(questionnaire: Questionnaire, chosen: set[str]) -> set[str]:
    """Ids of the items that count in the chosen dimensions, and of those that decide what is asked and scored there."""
    tables = questionnaire.scoring.tables
    rows = [row.when for name in chosen & tables.keys() for row in tables[name] if row.when is not None]
    needed = {name for when in rows for name in items_named(when)}
    for item in reversed(questionnaire.items):  # an item waits for earlier ones only
        if chosen & item.scores.keys():
            needed.add(item.id)
        if item.id in needed and item.show_if is not None:
            needed |= items_named(item.show_if)
    return needed


def _section(section: Mapping[str, Any], items: Collection[str], dimensions: Collection[str]) -> Mapping[str, Any]:
    return {**section, "items": [_item(item, dimensions) for item in section["items"] if item["id"] in items]}


def _item(item: Mapping[str, Any], dimensions: Collection[str]) -> Mapping[str, Any]:
    """An item without the dimensions and maps that are not asked about."""
    scores = {name: weight for name, weight in item.get("scores", {}).items() if name in dimensions}
    kept = {key: value for key, value in item.items() if key not in ("scores", "places")}
    return {**kept, **({"scores": scores} if scores else {})}
