"""The example: an invented site with three workshops and one person's profile, for newcomers to see it all at once."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cosmos_app import rehearsal, rooms, visits
from cosmos_app.interchange.records import response_from_json
from cosmos_app.rehearsal import invented, plan_of, said_in, seat
from cosmos_app.settings import QUESTIONNAIRES
from cosmos_app.storage import Feedback, Room, Settled
from cosmos_app.visits import store
from models.answers import Evidence
from models.plan import Plan

VISIT = QUESTIONNAIRES / "examples" / "visit.json"


def put_example(token: str) -> None:
    """Keep the invented site, and let *token* lead to the profile of one invented person.

    Raises:
        StoreError: If it could not be kept.
    """
    _put_visit(token)
    put_workshops()


def put_workshops() -> Mapping[str, str]:
    """Keep a finished, a running and a draft workshop; returns their ids by what they are.

    Raises:
        StoreError: If it could not be kept.
    """
    site = invented()
    ids: dict[str, str] = {}
    for body in site["workshops"]:
        plan = plan_of(site, body["plan"])
        plan = replace(plan, previous=ids.get(plan.previous or ""))
        ids[body["key"]] = _PUT[body["key"]](plan, body)
    return ids


def _put_finished(plan: Plan, body: Mapping[str, Any]) -> str:
    here = rehearsal.begin(plan)
    people = [_seat(here, one) for one in body["participants"]]
    for person, one in zip(people, body["participants"], strict=True):
        store().say_agrees(person, one.get("agrees"))
    _reveal(here)
    if again := body.get("second_round"):
        subjects = {("project", item) for one in again for item in one["answers"]}
        store().ask_again(here.id, subjects)
        store().step_to(here.id, "open")
        for one in again:
            for (questionnaire, item), response in said_in("project", one["answers"]).items():
                store().record(people[one["participant"]], questionnaire, item, response)
        _reveal(here)
    _agree(here, body)
    for person, said in zip(people, body["feedback"], strict=False):
        store().keep_feedback(person, Feedback(**said))
    store().look_at(here.id, step="close")
    store().step_to(here.id, "closed")
    return here.id


def _agree(here: Room, body: Mapping[str, Any]) -> None:
    """Keep what came of the talk."""
    for one in body["settled"]:
        evidence = Evidence(**one["evidence"]) if "evidence" in one else None
        words = {name: one.get(name, "") for name in ("one_side", "other_side", "note")}
        store().settle(
            here.id, one["questionnaire"], one["item"], Settled(value=one["value"], evidence=evidence, **words)
        )
    store().step_to(here.id, "agreed")
    for questionnaire, targets in body["targets"].items():
        for dimension, target in targets.items():
            store().set_target(here.id, questionnaire, dimension, target)
    for subject, mark in body["marks"].items():
        store().mark(here.id, subject, mark)
    for own in body["own_factors"]:
        store().add_own_factor(here.id, own["name"], own["note"])
    for one in body["actions"]:
        told = dict(one)
        came = {name: told.pop(name) for name in ("status", "became")}
        store().change_action(here.id, store().add_action(here.id, **told), **came)
    for words in body["parked"]:
        store().park(here.id, words if isinstance(words, str) else words["words"])


def _reveal(here: Room) -> None:
    store().step_to(here.id, "frozen")
    frozen = rooms.room(here.id)
    assert frozen is not None  # noqa: S101  (it was opened a moment ago)
    rooms.reveal_room(frozen)


def _put_running(plan: Plan, body: Mapping[str, Any]) -> str:
    here = rehearsal.begin(plan)
    for one in body["participants"]:
        _seat(here, one)
    store().look_at(here.id, step="answer")
    return here.id


def _put_draft(plan: Plan, _body: Mapping[str, Any]) -> str:
    return store().draft(plan, example=True)


_PUT = {"finished": _put_finished, "running": _put_running, "draft": _put_draft}


def _seat(here: Room, one: Mapping[str, Any]) -> str:
    answers = said_in("project", one["answers"])
    finished = one.get("finished", len(answers) > 0)
    return seat(here, one["role"], answers, second_hat=one.get("second_hat"), finished=finished)


def _put_visit(token: str) -> None:
    body: dict[str, Any] = json.loads(VISIT.read_text(encoding="utf-8"))
    visit = visits.begin(token, body["questionnaire"], body["depth"], body["role"], example=True)
    for item, said in body["answers"].items():
        visit, _ = visit.record(item, response_from_json(said))
    workshop = visit.seat.workshop
    for dimension, target in body["targets"].items():
        store().set_target(workshop, body["questionnaire"], dimension, target)
    for subject, mark in body["marks"].items():
        store().mark(workshop, subject, mark)
    for subject, words in body["thoughts"].items():
        store().keep_thought(visit.seat.participant, body["questionnaire"], subject, words)
    for own in body["own_factors"]:
        store().add_own_factor(workshop, own["name"], own["note"])
