"""Practice cases on offer: each an invented story made into a small questionnaire, answered and kept like any other."""

from collections.abc import Mapping
from typing import Any

from cosmos_app.content.catalogue import Offer, catalogues, offered
from cosmos_app.content.loader import kept_questionnaire
from cosmos_app.texts.practice import HOW_TO_CHOOSE
from models.catalogues import PracticeCase

MINUTES = 6
"""For a page of story and a handful of questions."""

_LEFT_OUT = ("scores", "reverse", "outside", "places", "show_if", "asked_of", "ask_as", "core")
"""Keys of an item that make no sense of a story: it counts nowhere, and nobody lives in it."""

_KEPT = ("$schema", "version", "level", "language", "scales", "sources")
"""Keys of the questionnaire that its items need."""


def practice_offers() -> Mapping[str, Offer]:
    """The practice cases of questionnaires on offer, by case id."""
    every = offered()
    offers = {}
    for case in catalogues().practice.values():
        offer = every.get(case.questionnaire)
        if offer is not None and case.readings.keys() <= offer.questionnaire.by_id.keys():
            document = document_of(case, offer.document)
            offers[case.id] = Offer(questionnaire=kept_questionnaire(document, case.id), document=document)
    return offers


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
            "intro": HOW_TO_CHOOSE(),
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
