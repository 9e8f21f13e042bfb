"""Rehearsal: a room of invented people, so that facilitators can practise before anybody comes."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from random import Random
from statistics import fmean
from typing import Any

from cosmos_app.content.catalogue import catalogues
from cosmos_app.interchange.records import response_from_json
from cosmos_app.settings import QUESTIONNAIRES
from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import new_token
from models.answers import Response, Value
from models.items import Item
from models.plan import LocalQuestion, Plan, Promise
from models.scoring import worth_of
from models.silences import DontKnow, OutsideOurControl

SEED = 20211
"""Every rehearsal has the same answers, so that two facilitators can talk about it."""

SPREAD = 0.9
"""Standard deviation of the answers of invented people of one leaning, on the scale 0-4."""


@cache
def invented(file: str = "workshops.json") -> Mapping[str, Any]:
    """A document of examples: an invented site with its workshops and the people of the rehearsal, or several sites."""
    body: Mapping[str, Any] = json.loads((QUESTIONNAIRES / "examples" / file).read_text(encoding="utf-8"))
    return body


def plan_of(site: Mapping[str, Any], plan: Mapping[str, Any]) -> Plan:
    """The plan of a workshop in a document of examples; promises that hold for all of a site stand with the site."""
    names = ("wave", "depth", "agenda", "named", "smallest_group", "languages", "previous", "practice")
    known = {name: plan[name] for name in names if name in plan}
    asked = {name: tuple(chosen) for name, chosen in plan["asked"].items()}
    questions = plan.get("local", ())
    local = tuple(LocalQuestion(**{**question, "options": tuple(question["options"])}) for question in questions)
    promise = Promise(**{**site.get("promise", {}), **plan["promise"]})
    return Plan(site=site["site"], initiative=site["initiative"], asked=asked, local=local, promise=promise, **known)


def rehearse() -> str:
    """Open a room in which nine invented people have answered all but a few questions; returns its id.

    Raises:
        StoreError: If it could not be kept.
    """
    body = invented()["rehearsal"]
    room = begin(plan_of(body, body["plan"]))
    people = body["participants"]
    for number, (person, responses) in enumerate(zip(people, answers(room, people), strict=True)):
        seat(room, person["role"], responses, finished=number > 0)
    return room.id


def begin(plan: Plan, today: date | None = None) -> Room:
    """Open a room marked as an example, begun today unless another day is given."""
    workshop = store().draft(plan, example=True, today=today)
    drafted = store().room(workshop)
    assert drafted is not None  # noqa: S101  (it was stored one line above)
    rooms.open_room(drafted)
    opened = store().room(workshop)
    assert opened is not None  # noqa: S101
    return opened


def seat(
    room: Room,
    role: str | None,
    responses: Mapping[tuple[str, str], Response],
    *,
    finished: bool = True,
    **more: Any,
) -> str:
    """Add one invented person with their answers; *more* as for ``Store.join``; returns the participant's id."""
    family = catalogues().roles.family_of(role)
    person = store().join(room.id, new_token(), role=role, family=family, **more)
    store().record_all(person, responses)
    if finished:
        store().finish(person)
    return person


def responses_in(questionnaire: str, answers: Mapping[str, Any]) -> dict[tuple[str, str], Response]:
    """The responses to a questionnaire in a document of examples."""
    return {(questionnaire, item): response_from_json(answer) for item, answer in answers.items()}


def answers(
    room: Room, people: Sequence[Mapping[str, Any]], themes: Mapping[str, float] | None = None
) -> list[dict[tuple[str, str], Response]]:
    """What invented people answer in a room.

    An answer depends only on the person and the question, so people who come again give the same answers, except where
    *themes* differ.

    Args:
        room: The room.
        people: With the leaning of each, and a name where they come again.
        themes: The mean answer to a dimension, in 0-4, by dimension id; of other questions it is near the middle.
    """
    every: list[dict[tuple[str, str], Response]] = [{} for _ in people]
    for name, form in rooms.layouts(room).items():
        for item in form.questionnaire.at_depth(room.depth):
            usual = _usual(name, item, themes or {})
            for number, (person, responses) in enumerate(zip(people, every, strict=True)):
                chance = _chance(room.plan.site, person.get("who", number), item.id)
                if (response := _answer(item, usual, person["leaning"], chance)) is not None:
                    responses[name, item.id] = response
    return every


def _chance(*of: object) -> Random:
    return Random(f"{SEED} {of}")  # noqa: S311  (invented people need no secrets)


def _usual(questionnaire: str, item: Item, themes: Mapping[str, float]) -> float:
    """The mean of the answers to a question, in 0-4; to one of a practice case, the mean of its readings."""
    case = catalogues().practice.get(questionnaire)
    if case is not None:
        return fmean(reading.value for reading in case.readings[item.id])
    known = [themes[name] for name in item.scores if name in themes]
    return fmean(known) if known else _chance(item.id).uniform(1.2, 2.8)


def _answer(item: Item, usual: float, leaning: float, chance: Random) -> Response | None:
    """An invented person's answer, near *usual* plus their *leaning*, in 0-4; None for a question that needs words."""
    if not item.choices or item.kind == "checklist":
        return None
    luck = chance.random()
    if luck < 0.06:
        return Response(answer=DontKnow())
    if luck < 0.09 and item.is_scored:
        return Response(answer=OutsideOurControl())
    if not item.scale:
        return Response(answer=Value(chance.choice(item.choices).value))
    wanted = chance.gauss(usual + (leaning if item.is_scored else 0.0), SPREAD)
    nearest = min(item.choices, key=lambda choice: abs(worth_of(item, choice) - wanted))
    return Response(answer=Value(nearest.value), known_by=chance.choice(("seen", "seen", "heard", "guess", None)))
