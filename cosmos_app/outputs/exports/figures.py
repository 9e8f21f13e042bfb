"""The figures of a room: everything that may leave it, all of it past the gate, before any format is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cosmos_app.outputs.exports.cells import Group, groups_of
from cosmos_app.storage import Action, Decision, OwnFactor, Room
from cosmos_app.storage.current import store
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import definition, engine_version
from models.definition import Questionnaire
from models.sites import SharingAgreement, SiteCard
from models.workshop import NotAllowedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A questionnaire that the room was asked, and what it told of it.

    Attributes:
        questionnaire: As it was asked.
        document: The same as its definition, in JSON.
        hash: SHA-256 of the document, in hexadecimal.
        rounds: What each group told, by round.
        settled: What the room made of its items, by item id, in authored order.
        targets: Where the room wants to be, in 0-4, by dimension id, in authored order.
    """

    questionnaire: Questionnaire = field(repr=False)
    document: Mapping[str, Any] = field(repr=False)
    hash: str
    rounds: Mapping[int, tuple[Group, ...]]
    settled: Mapping[str, Decision]
    targets: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything that may leave a room.

    Attributes:
        site: Where it is, as are ``initiative`` and ``wave`` of its plan.
        started_on: ISO date on which it was begun.
        phase: Where the workshop is.
        depth: Which form was asked.
        smallest_group: Smallest group shown, in people.
        practice: Id of the practice case that was rated first; "" for none.
        example: Whether its answers are invented.
        engine: Version of the engine that computed the figures.
        card: What is told of the site; None if nothing is.
        agreement: What the site agreed to share with whoever compares sites.
        asked: In the order asked.
        loci: Whose hands something is in, by what it is about.
        own_factors: What the room named itself.
        actions: What it means to do.
        parked: What it left for another time.
    """

    site: str
    initiative: str
    wave: str
    started_on: str
    phase: str
    depth: str
    smallest_group: int
    practice: str
    example: bool
    engine: str
    card: SiteCard | None
    agreement: SharingAgreement
    asked: tuple[Asked, ...]
    loci: Mapping[str, str]
    own_factors: tuple[OwnFactor, ...]
    actions: tuple[Action, ...]
    parked: tuple[str, ...]


def figures_of(here: Room) -> Figures:
    """Gather what a room may take with it.

    Raises:
        NotAllowedError: If nothing is revealed yet.
        StoreError: If the store can't be read.
    """
    if not here.workshop.shows_results:
        raise NotAllowedError("Nothing is revealed yet, so there is nothing to take away.")
    held, plan = store(), here.plan
    place = held.site(plan.site)
    return Figures(
        site=plan.site,
        initiative=plan.initiative,
        wave=plan.wave,
        started_on=here.started_on.isoformat(),
        phase=here.workshop.phase,
        depth=here.depth,
        smallest_group=plan.smallest_group,
        practice=plan.practice,
        example=here.example,
        engine=engine_version(),
        card=place.card if place and place.card != SiteCard() else None,
        agreement=place.agreement if place else SharingAgreement(),
        asked=tuple(_asked(here, name) for name in here.definitions),
        loci=dict(sorted(held.loci(here.id).items())),
        own_factors=held.own_factors(here.id),
        actions=held.actions(here.id),
        parked=tuple(one.words for one in held.parked(here.id)),
    )


def _asked(here: Room, name: str) -> Asked:
    digest = here.definitions[name]
    questionnaire = definition(digest)[0]
    settled, targets = store().decisions(here.id), store().targets(here.id, name)
    shown = here.workshop.rounds_shown
    return Asked(
        questionnaire=questionnaire,
        document=store().definition(digest),
        hash=digest,
        rounds={number: _told(here, name, number, is_last=number == shown[-1]) for number in shown},
        settled={item.id: settled[name, item.id] for item in questionnaire.items if (name, item.id) in settled},
        targets={one.id: targets[one.id] for one in questionnaire.dimensions if one.id in targets},
    )


def _told(here: Room, name: str, number: int, *, is_last: bool) -> tuple[Group, ...]:
    profile = rooms.profile(here, name, number) if here.workshop.shows_scores else None
    return groups_of(rooms.revealed(here, name, number), profile, is_last=is_last)
