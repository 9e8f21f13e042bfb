"""What a room is asked, as documents: an invented story first, the questionnaires, and its own questions last."""

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
    """What a room keeps of its questions when it opens: a document for each questionnaire, by id in the order asked.

    Args:
        plan: Complete.
        offers: The questionnaires on offer.
        cases: The practice cases on offer.

    Raises:
        NotAllowedError: If the plan asks what is not on offer.
    """
    practised = [plan.practice] if plan.practice else []
    gone = [*(name for name in practised if name not in cases), *(name for name in plan.asked if name not in offers)]
    if gone:
        raise NotAllowedError("not-on-offer", gone=gone)
    asked = {name: cases[name].document for name in practised}
    for name, chosen in plan.asked.items():
        asked[name] = subset_of(offers[name].questionnaire, offers[name].document, chosen)
    own = [one for one in plan.local if not one.is_blank]
    return asked | ({LOCAL: _local(own, next(iter(asked.values())))} if own else {})


def of_own_work(here: Room) -> tuple[str, ...]:
    """Ids of what a room is asked of its own work, in order; so not of the story it practised on."""
    return tuple(name for name in here.definitions if name != here.plan.practice)


def _local(questions: Sequence[LocalQuestion], beside: Mapping[str, Any]) -> Mapping[str, Any]:
    """The document of a room's own questions, at the level and in the language of what is asked beside them."""
    minutes = ceil(len(questions) / QUESTIONS_A_MINUTE)
    items = [_item(one) for one in questions]
    return {
        "$schema": beside["$schema"],
        "id": LOCAL,
        "version": "1.0.0",
        "level": beside["level"],
        "language": beside["language"],
        "title": LOCAL_TITLE(),
        "minutes": {"short": minutes, "full": minutes},
        "dimensions": [],
        "sections": [{"id": LOCAL, "title": LOCAL_TITLE(), "intro": LOCAL_INTRO(), "items": items}],
        "scoring": {"rule": "weighted-mean"},
    }


def _item(one: LocalQuestion) -> Mapping[str, Any]:
    labels = () if one.kind == "text" else one.options
    # An id stands for one question for ever, in whatever workshop; so it is made of all that the question is.
    mark = sha256(json.dumps([one.kind, one.ask, labels]).encode()).hexdigest()[:10]
    options = [{"value": f"option-{number}", "label": label} for number, label in enumerate(labels, start=1)]
    asked = {"id": f"own-{mark}", "kind": one.kind, "core": True, "ask": one.ask}
    return asked | ({"options": options} if options else {})
