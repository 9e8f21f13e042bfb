"""Rehearsal: a room of invented people, so that a facilitator has pressed every button before anybody comes."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random
from typing import Any

from cosmos_app import rooms
from cosmos_app.interchange.records import response_from_json
from cosmos_app.settings import QUESTIONNAIRES
from cosmos_app.shelf import catalogues
from cosmos_app.storage import Room
from cosmos_app.visits import new_token, store
from models.answers import DontKnow, OutsideOurControl, Response, Value
from models.items import Item
from models.plan import Plan, Promise
from models.scoring import worth_of

SEED = 20211
"""Every rehearsal has the same people, so that two facilitators can talk about it."""

SPREAD = 0.9
"""How far invented people of one leaning differ, in steps of 0-4 (standard deviation)."""


@cache
def invented() -> Mapping[str, Any]:
    """The invented site, its workshops and the people of the rehearsal."""
    file = QUESTIONNAIRES / "examples" / "workshops.json"
    body: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return body


def plan_of(site: Mapping[str, Any], plan: Mapping[str, Any]) -> Plan:
    """The plan that a document of examples holds."""
    told = {
        name: plan[name]
        for name in ("wave", "depth", "agenda", "named", "smallest_group", "languages", "previous")
        if name in plan
    }
    asked = {name: tuple(chosen) for name, chosen in plan["asked"].items()}
    promise = Promise(**plan["promise"])
    return Plan(site=site["site"], initiative=site["initiative"], asked=asked, promise=promise, **told)


def rehearse() -> str:
    """Open a room in which nine invented people have answered all but a few questions; returns its id.

    Raises:
        StoreError: If it could not be kept.
    """
    body = invented()["rehearsal"]
    here = begin(plan_of(body, body["plan"]))
    for number, (one, said) in enumerate(zip(body["participants"], _answers(here, body["participants"]), strict=True)):
        seat(here, one["role"], said, finished=number > 0)
    return here.id


def begin(plan: Plan) -> Room:
    """Open a room marked as an example."""
    workshop = store().draft(plan, example=True)
    drafted = rooms.room(workshop)
    assert drafted is not None  # noqa: S101  (it was kept one line above)
    rooms.open_room(drafted)
    opened = rooms.room(workshop)
    assert opened is not None  # noqa: S101
    return opened


def seat(
    here: Room,
    role: str | None,
    answers: Mapping[tuple[str, str], Response],
    *,
    second_hat: str | None = None,
    finished: bool = True,
) -> str:
    """Seat one invented person, who answers at once; returns the participant's id."""
    family = catalogues().roles.family_of(role)
    person = store().join(here.id, new_token(), role=role, family=family, second_hat=second_hat)
    for (questionnaire, item), response in answers.items():
        store().record(person, questionnaire, item, response)
    if finished:
        store().finish(person)
    return person


def said_in(questionnaire: str, answers: Mapping[str, Any]) -> dict[tuple[str, str], Response]:
    """Answers to a questionnaire as documents of examples hold them."""
    return {(questionnaire, item): response_from_json(said) for item, said in answers.items()}


def _answers(here: Room, people: Sequence[Mapping[str, Any]]) -> list[dict[tuple[str, str], Response]]:
    chance = Random(SEED)  # noqa: S311  (invented people need no secrets)
    every: list[dict[tuple[str, str], Response]] = [{} for _ in people]
    for name, form in rooms.forms(here).items():
        for item in form.questionnaire.at_depth(here.depth):
            usual = chance.uniform(1.2, 2.8)
            for one, said in zip(people, every, strict=True):
                if (response := _answer(item, usual + one["leaning"], chance)) is not None:
                    said[name, item.id] = response
    return every


def _answer(item: Item, around: float, chance: Random) -> Response | None:
    """What an invented person says who sees things *around* so far, in 0-4; None for what needs words."""
    if not item.choices or item.kind == "checklist":
        return None
    luck = chance.random()
    if luck < 0.06:
        return Response(answer=DontKnow())
    if luck < 0.09:
        return Response(answer=OutsideOurControl())
    if not item.is_scored:
        return Response(answer=Value(chance.choice(item.choices).value))
    wanted = chance.gauss(around, SPREAD)
    nearest = min(item.choices, key=lambda choice: abs(worth_of(item, choice) - wanted))
    return Response(answer=Value(nearest.value), known_by=chance.choice(("seen", "seen", "heard", "guess", None)))
