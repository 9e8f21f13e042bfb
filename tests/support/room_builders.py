"""What tests of rooms are made of: worlds in which the same things happen, and all that an onlooker gets of them."""

import logging
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from random import Random
from types import MappingProxyType
from uuid import UUID

import pytest
from sqlalchemy import event

from cosmos_app.content.catalogue import Offer
from cosmos_app.outputs.released import gather
from cosmos_app.outputs.report.room_report import report
from cosmos_app.storage import clock_and_ids, codes, current, open_store
from cosmos_app.texts.refusals import refusal
from cosmos_app.web import step_clock
from cosmos_app.workshop import participation, rooms, sites, throttle
from cosmos_app.workshop.rooms import joining
from cosmos_app.workshop.sites.wave_cache import SERIES_WAVES, SHARED_WAVES
from models.answers import Response, Value
from models.plan import Plan
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped
from models.sites import SharingAgreement
from models.workshop import NotAllowedError
from support.builders import document, parsed
from support.room_screens import STEPS, drawn
from support.stores import DAY, PROMISE

RATED = ("q1", "q2", "q3")
ITEMS = (*RATED, "q4", "q5", "q6", "planning.now", "tasks.now")
SMALL = document(
    dimensions=[{"id": name, "title": name.title(), "min_answered": 0.5} for name in ("trust", "power")],
    items=[
        {"id": "q1", "core": True, "scores": {"trust": 1}, "outside": ["policy-turn"]},
        {"id": "q2", "core": True, "scores": {"trust": 1, "power": 2}},
        {"id": "q3", "scores": {"power": 1}, "reverse": True},
        {"id": "q4", "kind": "checklist", "options": [{"value": value} for value in "abc"]},
        {"id": "q5", "kind": "choice", "options": [{"value": value} for value in "xyz"]},
        {"id": "q6", "kind": "text"},
        *(
            {
                "id": f"{name}.now",
                "kind": "choice",
                "places": {"cosie-2021": {"axis": axis, "at": "now"}},
                "options": [{"value": value} for value in options],
            }
            for name, axis, options in (
                ("planning", "planning", ("professionals", "together", "people")),
                ("tasks", "delivery", ("professionals", "shared", "people")),
            )
        ),
    ],
    placements=["cosie-2021"],
    factors=[],
)
"""A questionnaire with a question of each kind that is told in a way of its own."""

SAYS = MappingProxyType(
    {
        **dict.fromkeys(RATED, tuple(map(Value, range(5)))),
        "q4": (Value(("a",)), Value(("a", "b")), Value(("c",))),
        "q5": tuple(map(Value, "xyz")),
        "q6": (Value("So it is."), Value("No.")),
        "planning.now": tuple(map(Value, ("professionals", "together", "people"))),
        "tasks.now": tuple(map(Value, ("professionals", "shared", "people"))),
    }
)
SILENT = (DontKnow(), NotApplicable("not here"), OutsideOurControl("the law"), Skipped())

ROLES = {
    None: None,
    "volunteer": "works-face-to-face",
    "business": "around-it",
    "uses-the-service": "lives-with-the-service",
    "team-manager": "runs-leads-or-funds",
}
"""A role of each family by its id, and people who did not say."""

PLAN = Plan(
    site="Harbour", initiative="Home visits", asked={"small": ()}, depth="full", promise=PROMISE, smallest_group=3
)


EVERYTHING = SharingAgreement(figures=True, stories=True, asked=True, contact="The harbour office")
"""What a site can agree to at most."""

UNSERVED = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""Streamlit's logger that complains at each run that it is not served by a server."""


class Chance:
    """Ids and codes by a seed: worlds begun alike differ in nothing that was not said in them."""

    def __init__(self, seed):
        self.of = Random(seed)

    def uuid4(self):
        return UUID(int=self.of.getrandbits(128))

    def choice(self, letters):
        return self.of.choice(letters)


@contextmanager
def two_worlds(folder):
    """Two stores in a folder for the same room, in which one thing may be otherwise."""
    places = [f"sqlite:///{folder}/{side}.sqlite3" for side in ("left", "right")]
    with open_store(places[0]) as left, open_store(places[1]) as right:
        for store in (left, right):
            event.listen(store.engine, "connect", _hurry)
            store.engine.dispose()
        yield Worlds((left, right))


def _hurry(connection, _record):
    """What these tests keep need not survive a power cut."""
    connection.execute("PRAGMA synchronous = OFF")


class Worlds:
    """Makes one world after the other; each forgets what the process knew of the one before."""

    def __init__(self, stores):
        self.stores, self.seed = stores, 0

    def both(self, play, plan=PLAN):
        """What *play* gives, and what is logged, in a room on either side; it is told the room and the side."""
        self.seed += 1
        return [self._play(side, play, plan) for side in range(len(self.stores))]

    def one(self, play, plan=PLAN):
        """The same on one side only, without the log."""
        self.seed += 1
        return self._play(0, play, plan)[0]

    def _play(self, side, play, plan):
        chance = Chance(self.seed)
        with pytest.MonkeyPatch.context() as patch, logged() as log:
            patch.setattr(current, "open_store", lambda _address: self.stores[side])
            patch.setattr(joining, "offered", lambda: {"small": Offer(questionnaire=parsed(SMALL), document=SMALL)})
            patch.setattr(throttle, "BY_ADDRESS", throttle.Throttle())
            patch.setattr(step_clock, "time", lambda: 1_000.0)
            patch.setattr(logging.getLogger(UNSERVED), "disabled", True)
            patch.setattr(clock_and_ids, "uuid4", chance.uuid4)
            patch.setattr(codes, "secrets", chance)
            _forget()
            try:
                return play(World(self.seed, plan), side), log
            finally:
                _forget()


def _forget():
    current.store.cache_clear()
    SHARED_WAVES.keep_only([])
    SERIES_WAVES.keep_only([])
    rooms.forget()


@contextmanager
def logged():
    """Everything that is logged meanwhile, but for Streamlit's own complaint that it does not run on a server."""
    lines = []

    class Keep(logging.Handler):
        def emit(self, record):
            if not record.name.startswith("streamlit"):
                lines.append((record.name, record.getMessage()))

    keep, root = Keep(), logging.getLogger()
    root.addHandler(keep)
    try:
        yield lines
    finally:
        root.removeHandler(keep)


class World:
    """A room that things happen in, and what is seen of them."""

    def __init__(self, seed, plan):
        self.seed, self.people, self.told = seed, [], []
        self.plan = replace(plan, site=f"{plan.site} {seed}")  # stores hold many rooms, and each is a site of its own
        current.store().agree_to_share(self.plan.site, EVERYTHING, DAY)
        self.id = current.store().draft(self.plan)
        rooms.open_room(self.now)

    @property
    def now(self):
        return current.store().room(self.id)

    def token(self, number):
        return f"token {self.seed} {number}"

    def join(self, role=None, name="Somebody"):
        """Take a seat; whoever is refused is nobody, and does nothing from then on."""
        token = self.token(len(self.people))
        refused = self._try(lambda: rooms.take_seat(self.now, token, role, None, name))
        self.people.append(None if refused else current.store().resume(token).participant)

    def talks(self, roles, seed, agreed):
        """Seat people who answer most questions by chance, and go on until scores are shown."""
        for number, role in enumerate(roles):
            chance = Random(f"{seed} {number}")
            self.join(role)
            self.agree(number, agreed)
            for item in ITEMS:
                if chance.random() < 0.8:
                    self.say(number, item, said_at_random(chance, item))
        self.go("frozen", "revealed", "agreed")

    def say(self, number, item, response):
        """Answer, or take an answer back (None); what comes of it is told to that person alone."""
        if person := self.people[number]:
            with suppress(NotAllowedError):
                if response is None:
                    current.store().withdraw(person, "small", item)
                else:
                    current.store().record(person, "small", item, response)

    def agree(self, number, consents):
        """Say in private whether small groups may be shown."""
        if person := self.people[number]:
            with suppress(NotAllowedError):
                current.store().say_consent(person, consents)

    def finish(self, number):
        if person := self.people[number]:
            current.store().finish(person)

    def leave(self, number):
        if (person := self.people[number]) and self._try(lambda: current.store().leave(person)) is None:
            self.people[number] = None

    def go(self, *phases):
        for phase in phases:
            if phase == "revealed":
                self._try(lambda: current.store().confirm_heads(self.id, rooms.counts(self.now).seats.seats))
                self._try(lambda: rooms.reveal_room(self.now))
            else:
                self._try(lambda step=phase: current.store().step_to(self.id, step))

    def ask_again(self, *items):
        self._try(lambda: current.store().ask_again(self.id, [("small", item) for item in items]))

    def look(self, step="", focus=""):
        current.store().look_at(self.id, step=step, focus=focus and f"small/{focus}", now=900)

    def settle(self, item, settled):
        self._try(lambda: current.store().decide(self.id, "small", item, settled))

    def _try(self, action):
        self.told.append(got(action))
        return None if self.told[-1] == "None" else self.told[-1]

    def figures(self):
        """Everything that ``rooms`` tells of several people."""
        here = self.now
        return {
            "revealed": [got(partial(rooms.revealed, here, "small", number)) for number in (None, 1, 2)],
            "profile": got(lambda: rooms.profile(here, "small")),
            "export": got(lambda: gather(here)),
            "report": got(lambda: report(here, today=DAY)),
            "beside others": got(self._beside_others),
            "reasons": [got(partial(rooms.reasons, here, "small", item)) for item in ITEMS],
            "feedback": got(lambda: rooms.feedback(here)),
        }

    def _beside_others(self):
        """What whoever compares sites gets of the room, which has agreed to share all there is to share."""
        shared = [one for one in sites.shared_sites() if one.site.name == self.plan.site]
        wanted = sites.Selection(questionnaire="small")
        beside = sites.comparison_page(shared, wanted) if sites.selected_sites(shared, wanted) else None
        told = sites.experiences(shared, "small")
        return (
            [(row.n, row.themes) for one in beside.sites for row in one.rows] if beside else None,
            told,
            [sites.matches(told, None, theme) for theme in ("trust", "power")],
        )

    def seen(self, *others):
        """Everything that anybody gets of the room, but for what only those get who are not among the *others*."""
        here = self.now
        codes = [one.code for one in current.store().sittings(self.id)]
        return {
            **self.figures(),
            "told": list(self.told),
            "room": got(lambda: here),
            "counts": got(lambda: rooms.counts(here)),
            "again": sorted(current.store().asked_again(here.id)),
            "way in": [got(partial(rooms.by_code, code, "here")) for code in codes],
            "others": [got(partial(participation.resume, self.token(number))) for number in others],
        }

    def screens(self, other=None, steps=STEPS):
        """The screens of the room as the browser is sent them; with the phone of one *other* person."""
        return drawn(self.now, participation.resume(self.token(other)) if other is not None else None, steps)


def got(ask):
    """What is told in full, the private parts of objects too; or why it is refused."""
    try:
        return repr(ask())
    except NotAllowedError as error:
        return f"refused: {refusal(error)}"


def said_at_random(chance, item):
    """A response to an item; often a value."""
    answer = chance.choice(SAYS[item]) if chance.random() < 0.8 else chance.choice(SILENT)
    why = chance.choice(["", "", "I saw it.", "They told me."])
    return Response(answer=answer, why=why, known_by=chance.choice(["seen", "heard", "guess", None]))
