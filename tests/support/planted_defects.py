"""Defects planted in a questionnaire that we ship: parts of its document, what is added to it, and tables of plants."""

from collections.abc import Callable
from typing import Any

FIRST = "/sections/0/items/0"
EXTRA = "/sections/0/items/{}"
Document = dict[str, Any]
Plant = Callable[[Document], tuple[str, str]]


def item(document: Document, index: int = 0, section: int = 0) -> Document:
    return document["sections"][section]["items"][index]


def add(document: Document, **body: Any) -> str:
    """Add an item to the first section; give its place."""
    items = document["sections"][0]["items"]
    items.append({"kind": "choice", "ask": "Which one?", "options": options("yes", "no"), **body})
    if body.get("kind") not in (None, "choice", "checklist"):
        del items[-1]["options"]
    return EXTRA.format(len(items) - 1)


def options(*values: str, score: int | None = None) -> list[Document]:
    extra = {} if score is None else {"score": score}
    return [{"value": value, "label": value.title(), **extra} for value in values]


def dimension_of(document: Document) -> str:
    return next(iter(item(document)["scores"]))


def into(plants: dict[str, Plant]) -> Callable[[Plant], Plant]:
    """A decorator for functions that plant one defect and give the code and place by which it must be told."""

    def plant(function: Plant) -> Plant:
        plants[function.__name__] = function
        return function

    return plant
