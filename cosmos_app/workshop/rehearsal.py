"""Rehearsal: a room of invented people, so that a facilitator has pressed every button before anybody comes."""

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
"""Every rehearsal has the same people, so that two facilitators can talk about it."""

SPREAD = 0.9
"""How far invented people of one leaning differ, in steps of 0-4 (standard deviation)."""


@cache
def invented(file: str = "workshops.json") -> Mapping[str, Any]:
    """A document of examples: an invented site with its workshops and the people of the rehearsal, or more sites."""
    body: Mapping[str, Any] = json.loads((QUESTIONNAIRES / "examples" / file).read_text(encoding="utf-8"))
    return body


def plan_of(site: Mapping[str, Any], plan: Mapping[str, Any]) -> Plan:
    """The plan that a document of examples holds; lines of the promise that a site shares stand with the site."""
    names = ("wave", "depth", "agenda", "named", "smallest_group", "languages", "previous", "practice")
    told = {name: plan[name] for name in names if name in plan}
    asked = {name: tuple(chosen) for name, chosen in plan["asked"].items()}
    local = tuple(LocalQuestion(**{**one, "options": tuple(one["options"])}) for one in plan.get("local", ()))
    promise = Promise(**{**site.get("promise", {}), **plan["promise"]})
    return Plan(site=site["site"], initiative=site["initiative"], asked=asked, local=local, promise=promise, **told)


def rehearse() -> str:
    """Open a room in which nine invented people have answered all but a few questions; returns its id.

    Raises:
        StoreError: If it could not be kept.
    """
    body = invented()["rehearsal"]
    here = begin(plan_of(body, body["plan"]))
    for number, (one, said) in enumerate(zip(body["participants"], answers(here, body["participants"]), strict=True)):
        seat(here, one["role"], said, finished=number > 0)
    return here.id


def begin(plan: Plan, today: date | None = None) -> Room:
    """Open a room marked as an example, begun today unless another day is given."""
    workshop = store().draft(plan, example=True, today=today)
    drafted = rooms.room(workshop)
    assert drafted is not None  # noqa: S101  (it was kept one line above)
    rooms.open_room(drafted)
    opened = rooms.room(workshop)
    assert opened is not None  # noqa: S101
    return opened


def seat(
    here: Room,
    role: str | None,
    said: Mapping[tuple[str, str], Response],
    *,
    finished: bool = True,
    **more: Any,
) -> str:
    """Seat one invented person, who answers at once; *more* as for ``join``; returns the participant's id."""
    family = catalogues().roles.family_of(role)
    person = store().join(here.id, new_token(), role=role, family=family, **more)
    store().record_all(person, said)
    if finished:
        store().finish(person)
    return person


def said_in(questionnaire: str, answers: Mapping[str, Any]) -> dict[tuple[str, str], Response]:
    """Answers to a questionnaire as documents of examples hold them."""
    return {(questionnaire, item): response_from_json(said) for item, said in answers.items()}


def answers(
    here: Room, people: Sequence[Mapping[str, Any]], themes: Mapping[str, float] | None = None
) -> list[dict[tuple[str, str], Response]]:
    """What invented people answer in a room.

    Each answer hangs on who gives it and on the question only: whoever comes again answers alike, but for what moved.

    Args:
        here: The room.
        people: With the leaning of each, and who they are where they come again.
        themes: Where people usually stand, in 0-4, by dimension id; any other question lies somewhere in the middle.
    """
    every: list[dict[tuple[str, str], Response]] = [{} for _ in people]
    for name, form in rooms.layouts(here).items():
        for item in form.questionnaire.at_depth(here.depth):
            usual = _usual(name, item, themes or {})
            for number, (one, said) in enumerate(zip(people, every, strict=True)):
                chance = _chance(here.plan.site, one.get("who", number), item.id)
                if (response := _answer(item, usual, one["leaning"], chance)) is not None:
                    said[name, item.id] = response
    return every


def _chance(*of: object) -> Random:
    return Random(f"{SEED} {of}")  # noqa: S311  (invented people need no secrets)


def _usual(questionnaire: str, item: Item, themes: Mapping[str, float]) -> float:
    """Where people usually stand on a question, in 0-4; on a story where its readings do."""
    case = catalogues().practice.get(questionnaire)
    if case is not None:
        return fmean(reading.value for reading in case.readings[item.id])
    known = [themes[name] for name in item.scores if name in themes]
    return fmean(known) if known else _chance(item.id).uniform(1.2, 2.8)


def _answer(item: Item, usual: float, leaning: float, chance: Random) -> Response | None:
    """What an invented person of a leaning says where people stand at *usual*, in 0-4; None for what needs words."""
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
