"""Practice: an invented story made into a small questionnaire, so that it is answered and kept like any other."""

from collections.abc import Mapping
from typing import Any

from models.catalogues import PracticeCase

HOW_TO_CHOOSE = (
    "An invented story, to practise on: nothing of it counts. Choose what the story shows. If only part of a situation "
    "is true, choose the one before it."
)
MINUTES = 6
"""For a page of story and a handful of questions."""

_LEFT_OUT = ("scores", "reverse", "outside", "places", "show_if", "asked_of", "ask_as", "core")
"""Keys of an item that make no sense of a story: it counts nowhere, and nobody lives in it."""

_KEPT = ("$schema", "version", "level", "language", "scales", "sources")
"""Keys of the questionnaire that its items need."""


def document_of(case: PracticeCase, document: Mapping[str, Any]) -> Mapping[str, Any]:
    """The document of the questionnaire that a case is rated with: a document, because that is what a visit keeps.

    Args:
        case: The case.
        document: Of the questionnaire whose items it uses; both free of errors.
    """
    items = {item["id"]: item for section in document["sections"] for item in section["items"]}
    pages = [
        {
            "id": f"question-{number}",
            "title": case.title,
            "intro": HOW_TO_CHOOSE,
            "story": list(case.story),
            "items": [
                {key: value for key, value in items[name].items() if key not in _LEFT_OUT} | {"core": True},
            ],
        }
        for number, name in enumerate(case.readings, start=1)
    ]
    return {
        **{key: document[key] for key in _KEPT if key in document},
        "id": case.id,
        "title": case.title,
        **({"summary": case.about} if case.about else {}),
        "minutes": {"short": MINUTES, "full": MINUTES},
        "dimensions": [],
        "sections": pages,
        "scoring": {"rule": "weighted-mean"},
    }
