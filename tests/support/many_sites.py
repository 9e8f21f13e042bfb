"""Many sites at once, written straight into the tables: what a comparison meets in a large programme."""

import json
from datetime import date, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import insert

from cosmos_app.settings import QUESTIONNAIRES
from cosmos_app.storage import tables
from cosmos_app.storage.rooms import _columns
from models.plan import Plan
from models.sites import SharingAgreement, SiteCard
from support.stores import PLAN, PROMISE

SHARES_FIGURES = SharingAgreement(figures=True)
BEGIN = date(2025, 3, 3)
COUNTRIES = ("Estonia", "Italy", "Spain", "Sweden")


def document(name="project"):
    return json.loads((QUESTIONNAIRES / f"{name}.json").read_text(encoding="utf-8"))


FAMILIES = ("lives-with-the-service", "works-face-to-face")
FEW = 2
"""People of the second family in every room: fewer than any room may show."""
OWN_WORDS = "Somebody said this and nobody else"


def fill(store, sites, waves, people, *, seed=5, agreement=SHARES_FIGURES):
    """Keep sites that have talked so many times, each time so many people; gives their workshops' ids, by site.

    In every room two sit who are of a family of their own, and at every second time all agree that it shows them.
    """
    chance = Random(seed)
    asked = document()
    digest = store.keep_definition(asked)
    items = [one["id"] for section in asked["sections"] for one in section["items"] if one.get("core")]
    rows = {table: [] for table in (tables.workshop, tables.plan, tables.workshop_definition)}
    rows |= {tables.participant: [], tables.answer: []}
    ids = {}

    def new_id():
        return UUID(int=chance.getrandbits(128)).hex

    for number in range(sites):
        name = f"Site {number + 1:03}"
        store.keep_card(name, SiteCard(service="Home visits", country=COUNTRIES[number % len(COUNTRIES)]))
        store.agree_to_share(name, agreement, BEGIN)
        for wave in range(waves):
            workshop = new_id()
            ids.setdefault(name, []).append(workshop)
            _add_workshop(rows, workshop, name, wave, digest)
            for place in range(people):
                person = new_id()
                family = FAMILIES[place < FEW]
                rows[tables.participant].append(_person(person, workshop, family, consents=wave % 2 == 1))
                leaning = chance.gauss(1.6 + 0.3 * wave, 0.6)
                rows[tables.answer] += [_answer(person, item, chance, leaning) for item in items]
    with store.engine.begin() as connection:
        for table, several in rows.items():
            connection.execute(insert(table), several)
    return ids


def _add_workshop(rows, workshop, site, wave, digest):
    day = BEGIN + timedelta(days=180 * wave)
    rows[tables.workshop].append(
        {"id": workshop, "kind": "room", "phase": "closed", "round": 1, "depth": "short", "example": False}
        | {"started_on": day}
    )
    plan = Plan(
        site=site,
        initiative=PLAN.initiative,
        wave=f"Time {wave + 1}",
        asked={"project": ()},
        depth="short",
        promise=PROMISE,
    )
    rows[tables.plan].append({"workshop": workshop, "step": "", "focus": "", "step_since": None} | _columns(plan))
    rows[tables.workshop_definition].append(
        {"workshop": workshop, "questionnaire": "project", "snapshot": digest, "position": 0}
    )


def _person(person, workshop, family, *, consents):
    blank = dict.fromkeys(("role", "second_hat", "name", "came_before"))
    said = {"family": family, "agrees": consents}
    return {"id": person, "workshop": workshop, "finished": True, "late": False, "helped": False} | blank | said


def _answer(person, item, chance, leaning):
    value = min(4, max(0, round(chance.gauss(leaning, 0.9))))
    said = {"state": "value", "value": value} if chance.random() > 0.05 else {"state": "dont_know", "value": None}
    beside = {"note": "", "why": OWN_WORDS, "evidence": None, "known_by": None}
    return {"participant": person, "questionnaire": "project", "item": item, "round": 1} | said | beside
