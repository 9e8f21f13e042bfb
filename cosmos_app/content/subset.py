"""Excerpts: a questionnaire with only the dimensions a room has picked, so that it asks and draws no others."""

from collections.abc import Collection, Iterator, Mapping
from math import ceil
from typing import Any

_NAMES = ("item", "dimension", "disagreement", "placement")
"""Keys of a condition under which it names what it looks at."""

_WHOLE_ONLY = ("readings", "placements", "canvases")
"""What makes sense of a whole questionnaire only."""


def excerpt_of(document: Mapping[str, Any], dimensions: Collection[str]) -> Mapping[str, Any]:
    """The document of a questionnaire with some of its dimensions: a document, because that is what a workshop keeps.

    Id, version and item ids stay, so that what both ask can be compared with the whole.

    Args:
        document: Of the questionnaire, free of errors.
        dimensions: Ids of those to keep; none keeps the whole.
    """
    chosen = set(dimensions)
    if not chosen:
        return document
    sections = [
        {**section, "items": items}
        for section in document["sections"]
        if (items := [_item(item, chosen) for item in section["items"] if chosen & item.get("scores", {}).keys()])
    ]
    kept = {item["id"] for section in sections for item in section["items"]} | chosen
    asked = sum(len(section["items"]) for section in sections)
    every = sum(len(section["items"]) for section in document["sections"])
    excerpt = {key: value for key, value in document.items() if key not in _WHOLE_ONLY}
    excerpt |= {
        "dimensions": [one for one in document["dimensions"] if one["id"] in dimensions],
        "sections": sections,
        "minutes": {depth: ceil(minutes * asked / every) for depth, minutes in document["minutes"].items()},
        "tensions": [one for one in document.get("tensions", ()) if kept.issuperset(_named(one["when"]))],
    }
    if tables := document["scoring"].get("tables"):
        scoring = {**document["scoring"], "tables": {name: tables[name] for name in tables if name in dimensions}}
        excerpt["scoring"] = scoring
    return excerpt


def _item(item: Mapping[str, Any], dimensions: Collection[str]) -> Mapping[str, Any]:
    return {**item, "scores": {name: weight for name, weight in item["scores"].items() if name in dimensions}}


def _named(condition: Any) -> Iterator[str]:
    """Ids of all that a condition names."""
    match condition:
        case list():
            for part in condition:
                yield from _named(part)
        case dict():
            yield from (condition[key] for key in _NAMES if key in condition)
            for part in condition.values():
                if isinstance(part, dict | list):
                    yield from _named(part)
