"""What tests of the store are made of: a definition, workshops, seats and answers in short."""

import os
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

import cosmos_app
from cosmos_app.storage import tables
from models.answers import Response
from models.plan import Plan, Promise

CHECKOUT = Path(cosmos_app.__file__).parent.parent
DAY = date(2026, 3, 31)

DOCUMENT = {
    "$schema": "./questionnaire.schema.json",
    "id": "demo",
    "version": "1.0.0",
    "title": "Démo",
    "scales": {"stage": {"points": [{"value": 0, "label": "Not yet"}, {"value": 4, "label": "Always"}]}},
    "dimensions": [{"id": "help", "title": "Help", "about": "Who helps.", "source": "cosie-paper 1.2"}],
    "sections": [{"id": "s", "items": [{"id": "q1", "ask": "Who?", "scores": {"help": 1}, "scale": "stage"}]}],
}

PROMISE = Promise(
    asked_by="The council",
    can_change="The opening hours",
    cannot_change="The budget",
    last_time="The door was widened",
    reward="A meal and the bus fare",
    hear_back="In May, by letter",
    who_sees="Only small numbers of us",
    controller="The council of Harbour, Quay 1",
    data_contact="Ms Rebane, Quay 1",
    legal_basis="You say yes by taking part",
    harm_contact="The nurse at the front desk",
)
PLAN = Plan(site="Harbour", initiative="Home visits", asked={"demo": ()}, depth="full", promise=PROMISE)

TO_REVEAL = ("frozen", "revealed")
TO_SECOND_ROUND = (*TO_REVEAL, "open")


def begin(store, **how):
    """A workshop of one, open."""
    workshop = store.start({"demo": store.keep_definition(DOCUMENT)}, "full", **how)
    store.set_phase(workshop, "open")
    return workshop


def seat(store, token="a token"):
    return store.join(begin(store), token)


def room(store, plan=PLAN, **how):
    """A workshop of several people, open."""
    workshop = store.draft(plan, **how)
    store.open_room(workshop, {"demo": store.keep_definition(DOCUMENT)}, plan.depth)
    return workshop


def go(store, workshop, *phases):
    for phase in phases:
        if phase == "open" and store.room(workshop).workshop.phase == "revealed" and not store.asked_again(workshop):
            store.ask_again(workshop, [("demo", "q1")])
        store.step_to(workshop, phase)


def record(store, person, item, response, **how):
    response = response if isinstance(response, Response) else Response(answer=response)
    return store.record(person, "demo", item, response, **how)


def log(store, person):
    lines = select(tables.answer_log).where(tables.answer_log.c.participant == person)
    with store.engine.connect() as connection:
        return connection.execute(lines.order_by(tables.answer_log.c.id)).mappings().all()


def count(store, *of):
    with store.engine.connect() as connection:
        return [connection.execute(select(func.count()).select_from(table)).scalar() for table in of]


def bytes_in(folder, names="*"):
    return b"".join(path.read_bytes() for path in folder.glob(names))


def environment(**more):
    """For a process that imports this checkout."""
    return {**os.environ, "PYTHONPATH": str(CHECKOUT), **more}


def answers(sheet):
    """The answers of a sheet, by item."""
    return {item: response.answer for item, response in sheet.responses.items()}


def counted(store, person, turn=1):
    """The answers of a person that count in a round."""
    return answers(store.sheet(person, "demo", turn))


def own(store, person, turn=1):
    """The answers of a person as they see them themselves, and the items of those that are held."""
    sheet, held = store.own_sheet(person, "demo", turn)
    return answers(sheet), set(held)


def second_round(store, workshop, *items):
    """Take a room to its second round, which asks these items."""
    go(store, workshop, *TO_REVEAL)
    store.ask_again(workshop, [("demo", item) for item in items])
    go(store, workshop, "open")
