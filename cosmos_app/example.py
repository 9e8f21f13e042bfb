"""The example: an invented visit, put into a store so that a newcomer sees a finished profile at once."""

import json
from typing import Any

from cosmos_app import visits
from cosmos_app.interchange.records import response_from_json
from cosmos_app.settings import QUESTIONNAIRES

EXAMPLE = QUESTIONNAIRES / "examples" / "visit.json"


def put_example(token: str) -> None:
    """Keep the invented visit, and let *token* lead to it.

    Raises:
        StoreError: If it could not be kept.
    """
    body: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    visit = visits.begin(token, body["questionnaire"], body["depth"], body["role"], example=True)
    for item, said in body["answers"].items():
        visit, _ = visit.record(item, response_from_json(said))
    store, workshop = visits.store(), visit.seat.workshop
    for dimension, target in body["targets"].items():
        store.set_target(workshop, body["questionnaire"], dimension, target)
    for subject, mark in body["marks"].items():
        store.mark(workshop, subject, mark)
    for subject, words in body["thoughts"].items():
        store.keep_thought(visit.seat.participant, body["questionnaire"], subject, words)
    for own in body["own_factors"]:
        store.add_own_factor(workshop, own["name"], own["note"])
