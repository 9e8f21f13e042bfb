"""What a room asks, as documents: a practice case first, then the questionnaires, and its own questions last."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import ceil
from typing import Any

from cosmos_app.content.catalogue import Offer
from cosmos_app.content.subset import subset_of
from cosmos_app.storage import Room
from cosmos_app.texts.room.participants import LOCAL_INTRO, LOCAL_TITLE
from models.plan import LOCAL, LocalQuestion, Plan
from models.workshop import NotAllowedError

QUESTIONS_A_MINUTE = 2
"""Of a room's own questions, which have no long situations to read."""


def documents(plan: Plan, offers: Mapping[str, Offer], cases: Mapping[str, Offer]) -> Mapping[str, Mapping[str, Any]]:
    """The documents that a room keeps when it opens, one for each questionnaire, by id in the order asked.

    Args:
        plan: Complete.
        offers: The questionnaires on offer.
        cases: The practice cases on offer.

    Raises:
        NotAllowedError: If the plan asks what is not on offer.
    """
    practice = [plan.practice] if plan.practice else []
    gone = [*(name for name in practice if name not in cases), *(name for name in plan.asked if name not in offers)]
    if gone:
        raise NotAllowedError("not-on-offer", gone=gone)
    asked = {name: cases[name].document for name in practice}
    for name, chosen in plan.asked.items():
        asked[name] = subset_of(offers[name].questionnaire, offers[name].document, chosen)
    own = [question for question in plan.local if not question.is_blank]
    return asked | ({LOCAL: _local(own, next(iter(asked.values())))} if own else {})


def of_own_work(room: Room) -> tuple[str, ...]:
    """Ids of the questionnaires that a room is asked about its own work, in order; not of the practice case."""
    return tuple(name for name in room.definitions if name != room.plan.practice)


def _local(questions: Sequence[LocalQuestion], first: Mapping[str, Any]) -> Mapping[str, Any]:
    """The document of a room's own questions, at the level and in the language of the *first* of its documents."""
    minutes = ceil(len(questions) / QUESTIONS_A_MINUTE)
    items = [_item(question) for question in questions]
    return {
        "$schema": first["$schema"],
        "id": LOCAL,
        "version": "1.0.0",
        "level": first["level"],
        "language": first["language"],
        "title": LOCAL_TITLE(),
        "minutes": {"short": minutes, "full": minutes},
        "dimensions": [],
        "sections": [{"id": LOCAL, "title": LOCAL_TITLE(), "intro": LOCAL_INTRO(), "items": items}],
        "scoring": {"rule": "weighted-mean"},
    }


def _item(question: LocalQuestion) -> Mapping[str, Any]:
    labels = () if question.kind == "text" else question.options
    # An id stands for the same question in every workshop, so it is made from all of the question.
    digest = sha256(json.dumps([question.kind, question.ask, labels]).encode()).hexdigest()[:10]
    options = [{"value": f"option-{number}", "label": label} for number, label in enumerate(labels, start=1)]
    asked = {"id": f"own-{digest}", "kind": question.kind, "core": True, "ask": question.ask}
    return asked | ({"options": options} if options else {})
