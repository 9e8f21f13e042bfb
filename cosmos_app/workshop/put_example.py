"""The example of ``cosmos demo``: invented sites with their workshops, and one person's profile."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cosmos_app.interchange.records import response_from_json
from cosmos_app.settings import QUESTIONNAIRES
from cosmos_app.storage import Decision, Feedback, Room
from cosmos_app.storage.current import store
from cosmos_app.workshop import rehearsal, rooms
from cosmos_app.workshop.participation import begin
from cosmos_app.workshop.rehearsal import invented, plan_of, responses_in, seat
from models.answers import Evidence
from models.plan import Plan
from models.sites import SharingAgreement, SiteCard

VISIT = QUESTIONNAIRES / "examples" / "visit.json"


def put_example(token: str) -> None:
    """Store the invented sites, and let *token* lead to the profile of one invented person.

    Raises:
        StoreError: If it could not be kept.
    """
    _put_visit(token)
    put_workshops()
    put_sites()


def put_workshops() -> Mapping[str, str]:
    """Store a finished, a running and a draft workshop of one site; returns their ids by those names.

    Raises:
        StoreError: If it could not be kept.
    """
    site = invented()
    _put_site(site)
    ids: dict[str, str] = {}
    for body in site["workshops"]:
        plan = plan_of(site, body["plan"])
        plan = replace(plan, previous=ids.get(plan.previous or ""))
        ids[body["key"]] = _PUT[body["key"]](plan, body)
    return ids


def put_sites() -> Mapping[str, str]:
    """Store the sites that can be compared, each with two closed workshops; returns the workshops' ids by their keys.

    Raises:
        StoreError: If it could not be kept.
    """
    ids: dict[str, str] = {}
    for site in invented("sites.json")["sites"]:
        _put_site(site)
        before: dict[str, str] = {}
        for wave in site["waves"]:
            plan = plan_of(site, wave["plan"])
            room = rehearsal.begin(replace(plan, previous=ids.get(plan.previous or "")), _day(wave))
            before = _answered(room, wave, before)
            _close(room, wave, list(before.values()))
            ids[wave["key"]] = room.id
    return ids


def _put_site(site: Mapping[str, Any]) -> None:
    """Store the card of a site and its sharing agreements, one after the other."""
    store().keep_card(site["site"], SiteCard(**site["card"]))
    for agreed in site["agreed"]:
        shared = {name: value for name, value in agreed.items() if name != "on"}
        store().agree_to_share(site["site"], SharingAgreement(**shared), _day(agreed))


def _day(body: Mapping[str, Any]) -> date:
    return date.fromisoformat(body["on"])


def _answered(room: Room, wave: Mapping[str, Any], before: Mapping[str, str]) -> dict[str, str]:
    """Add the people of a wave with their answers; returns their ids by name; *before* holds those of last time."""
    people = wave["participants"]
    seats: dict[str, str] = {}
    for person, responses in zip(people, rehearsal.answers(room, people, wave["themes"]), strict=True):
        who, back = person["who"], person.get("back")
        responses.update(responses_in("project", person.get("said", {})))
        same_as = before[who] if back == "linked" else None
        came_before = None if back is None else back != "no"
        seats[who] = seat(room, person["role"], responses, same_as=same_as, came_before=came_before)
    return seats


def _put_finished(plan: Plan, body: Mapping[str, Any]) -> str:
    room = rehearsal.begin(plan, _day(body))
    people = [_seat(room, person) for person in body["participants"]]
    for participant, person in zip(people, body["participants"], strict=True):
        store().say_consent(participant, person.get("agrees"))
    _close(room, body, people)
    return room.id


def _close(room: Room, body: Mapping[str, Any], people: Sequence[str]) -> None:
    """Take a room in which all have answered through all phases to its close."""
    _reveal(room)
    if again := body.get("second_round"):
        store().ask_again(room.id, {("project", item) for sheet in again for item in sheet["answers"]})
        store().step_to(room.id, "open")
        for sheet in again:
            store().record_all(people[sheet["participant"]], responses_in("project", sheet["answers"]))
        _reveal(room)
    _talk(room, body)
    for person, given in zip(people, body["feedback"], strict=False):
        store().keep_feedback(person, Feedback(**given))
    store().look_at(room.id, step="close")
    store().step_to(room.id, "closed")


def _talk(room: Room, body: Mapping[str, Any]) -> None:
    """Store what came of the talk: decisions, targets, loci, factors, actions and parked remarks."""
    for decided in body["settled"]:
        evidence = Evidence(**decided["evidence"]) if "evidence" in decided else None
        words = {name: decided.get(name, "") for name in ("one_side", "other_side", "note")}
        decision = Decision(value=decided["value"], evidence=evidence, **words)
        store().decide(room.id, decided["questionnaire"], decided["item"], decision)
    store().step_to(room.id, "agreed")
    for questionnaire, targets in body["targets"].items():
        for dimension, target in targets.items():
            store().set_target(room.id, questionnaire, dimension, target)
    for subject, locus in body["marks"].items():
        store().set_locus(room.id, subject, locus)
    for own in body["own_factors"]:
        store().add_own_factor(room.id, own["name"], own["note"])
    for action in body["actions"]:
        outcome = {name: action[name] for name in ("status", "became")}
        agreed = {name: value for name, value in action.items() if name not in outcome}
        store().change_action(room.id, store().add_action(room.id, **agreed), **outcome)
    for words in body["parked"]:
        store().park(room.id, words if isinstance(words, str) else words["words"])


def _reveal(room: Room) -> None:
    store().step_to(room.id, "frozen")
    frozen = store().room(room.id)
    assert frozen is not None  # noqa: S101  (it was stored a moment ago)
    if frozen.workshop.round == 1:
        store().confirm_heads(room.id, rooms.counts(frozen).seats.seats)
    rooms.reveal_room(frozen)


def _put_running(plan: Plan, body: Mapping[str, Any]) -> str:
    room = rehearsal.begin(plan, _day(body))
    for person in body["participants"]:
        _seat(room, person)
    store().look_at(room.id, step="answer")
    return room.id


def _put_draft(plan: Plan, body: Mapping[str, Any]) -> str:
    return store().draft(plan, example=True, today=_day(body))


_PUT = {"finished": _put_finished, "running": _put_running, "draft": _put_draft}


def _seat(room: Room, person: Mapping[str, Any]) -> str:
    responses = responses_in("project", person["answers"])
    finished = person.get("finished", len(responses) > 0)
    return seat(room, person["role"], responses, second_hat=person.get("second_hat"), finished=finished)


def _put_visit(token: str) -> None:
    body: dict[str, Any] = json.loads(VISIT.read_text(encoding="utf-8"))
    participation = begin(token, body["questionnaire"], body["depth"], body["role"], example=True)
    for item, answer in body["answers"].items():
        participation, _ = participation.record(item, response_from_json(answer))
    workshop = participation.seat.workshop
    for dimension, target in body["targets"].items():
        store().set_target(workshop, body["questionnaire"], dimension, target)
    for subject, locus in body["marks"].items():
        store().set_locus(workshop, subject, locus)
    for subject, words in body["thoughts"].items():
        store().keep_thought(participation.seat.participant, body["questionnaire"], subject, words)
    for own in body["own_factors"]:
        store().add_own_factor(workshop, own["name"], own["note"])
