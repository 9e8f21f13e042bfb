"""The example: invented sites with their workshops, and one person's profile, for newcomers to see it all at once."""

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
from cosmos_app.workshop.rehearsal import invented, plan_of, said_in, seat
from models.answers import Evidence
from models.plan import Plan
from models.sites import SharingAgreement, SiteCard

VISIT = QUESTIONNAIRES / "examples" / "visit.json"


def put_example(token: str) -> None:
    """Keep the invented sites, and let *token* lead to the profile of one invented person.

    Raises:
        StoreError: If it could not be kept.
    """
    _put_visit(token)
    put_workshops()
    put_sites()


def put_workshops() -> Mapping[str, str]:
    """Keep a finished, a running and a draft workshop of one site; returns their ids by what they are.

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
    """Keep the sites that can be compared, each with two closed workshops; returns the workshops' ids by their keys.

    Raises:
        StoreError: If it could not be kept.
    """
    ids: dict[str, str] = {}
    for site in invented("sites.json")["sites"]:
        _put_site(site)
        before: dict[str, str] = {}
        for wave in site["waves"]:
            plan = plan_of(site, wave["plan"])
            here = rehearsal.begin(replace(plan, previous=ids.get(plan.previous or "")), _day(wave))
            before = _answered(here, wave, before)
            _close(here, wave, list(before.values()))
            ids[wave["key"]] = here.id
    return ids


def _put_site(site: Mapping[str, Any]) -> None:
    """Keep what is told of a site, and what it agreed to share, one agreement after the other."""
    store().keep_card(site["site"], SiteCard(**site["card"]))
    for agreed in site["agreed"]:
        shared = {name: told for name, told in agreed.items() if name != "on"}
        store().agree_to_share(site["site"], SharingAgreement(**shared), _day(agreed))


def _day(body: Mapping[str, Any]) -> date:
    return date.fromisoformat(body["on"])


def _answered(here: Room, wave: Mapping[str, Any], before: Mapping[str, str]) -> dict[str, str]:
    """Seat the people of a wave, who answer at once; gives their ids by who they are, *before* those of last time."""
    people = wave["participants"]
    seats: dict[str, str] = {}
    for one, said in zip(people, rehearsal.answers(here, people, wave["themes"]), strict=True):
        who, back = one["who"], one.get("back")
        said.update(said_in("project", one.get("said", {})))
        same_as = before[who] if back == "linked" else None
        came_before = None if back is None else back != "no"
        seats[who] = seat(here, one["role"], said, same_as=same_as, came_before=came_before)
    return seats


def _put_finished(plan: Plan, body: Mapping[str, Any]) -> str:
    here = rehearsal.begin(plan, _day(body))
    people = [_seat(here, one) for one in body["participants"]]
    for person, one in zip(people, body["participants"], strict=True):
        store().say_consent(person, one.get("agrees"))
    _close(here, body, people)
    return here.id


def _close(here: Room, body: Mapping[str, Any], people: Sequence[str]) -> None:
    """Take a room in which all have answered to its end."""
    _reveal(here)
    if again := body.get("second_round"):
        store().ask_again(here.id, {("project", item) for one in again for item in one["answers"]})
        store().step_to(here.id, "open")
        for one in again:
            store().record_all(people[one["participant"]], said_in("project", one["answers"]))
        _reveal(here)
    _agree(here, body)
    for person, said in zip(people, body["feedback"], strict=False):
        store().keep_feedback(person, Feedback(**said))
    store().look_at(here.id, step="close")
    store().step_to(here.id, "closed")


def _agree(here: Room, body: Mapping[str, Any]) -> None:
    """Keep what came of the talk."""
    for one in body["settled"]:
        evidence = Evidence(**one["evidence"]) if "evidence" in one else None
        words = {name: one.get(name, "") for name in ("one_side", "other_side", "note")}
        store().decide(
            here.id, one["questionnaire"], one["item"], Decision(value=one["value"], evidence=evidence, **words)
        )
    store().step_to(here.id, "agreed")
    for questionnaire, targets in body["targets"].items():
        for dimension, target in targets.items():
            store().set_target(here.id, questionnaire, dimension, target)
    for subject, mark in body["marks"].items():
        store().set_locus(here.id, subject, mark)
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
    here = rehearsal.begin(plan, _day(body))
    for one in body["participants"]:
        _seat(here, one)
    store().look_at(here.id, step="answer")
    return here.id


def _put_draft(plan: Plan, body: Mapping[str, Any]) -> str:
    return store().draft(plan, example=True, today=_day(body))


_PUT = {"finished": _put_finished, "running": _put_running, "draft": _put_draft}


def _seat(here: Room, one: Mapping[str, Any]) -> str:
    answers = said_in("project", one["answers"])
    finished = one.get("finished", len(answers) > 0)
    return seat(here, one["role"], answers, second_hat=one.get("second_hat"), finished=finished)


def _put_visit(token: str) -> None:
    body: dict[str, Any] = json.loads(VISIT.read_text(encoding="utf-8"))
    participation = begin(token, body["questionnaire"], body["depth"], body["role"], example=True)
    for item, said in body["answers"].items():
        participation, _ = participation.record(item, response_from_json(said))
    workshop = participation.seat.workshop
    for dimension, target in body["targets"].items():
        store().set_target(workshop, body["questionnaire"], dimension, target)
    for subject, mark in body["marks"].items():
        store().set_locus(workshop, subject, mark)
    for subject, words in body["thoughts"].items():
        store().keep_thought(participation.seat.participant, body["questionnaire"], subject, words)
    for own in body["own_factors"]:
        store().add_own_factor(workshop, own["name"], own["note"])
