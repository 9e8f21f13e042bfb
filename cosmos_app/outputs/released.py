"""What may leave a room: all that reports and exports are made of, read once, and past disclosure control."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cosmos_app.storage import Action, Decision, OwnFactor, Room
from cosmos_app.storage.current import store
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import definition, engine_version
from models.answers import AnswerSheet
from models.board import BoardItem, completeness
from models.catalogues import Placement
from models.definition import Questionnaire
from models.items import Item
from models.reveal import GroupProfile, Revealed, group_profile
from models.sites import SharingAgreement, SiteCard
from models.workshop import NotAllowedError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedRound:
    """One round of a questionnaire, as the room may see it.

    Attributes:
        number: From 1.
        revealed: Its dots and its groups.
        profile: What they give together; None before the room has talked, and where too few answered. What was agreed
            came after all rounds: it is in the profile of the last one only.
        is_last: Whether no round comes after it.
    """

    number: int
    revealed: Revealed
    profile: GroupProfile | None
    is_last: bool

    @property
    def completeness(self) -> float | None:
        """Share of the answers to all its questions that hold a value, in [0, 1]; None where none is shown."""
        return completeness(self.revealed.board)

    def item(self, item: Item) -> BoardItem:
        """How a question was answered."""
        return next(result for result in self.revealed.board if result.item.id == item.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestionnaire:
    """A questionnaire that the room was asked, and what came of it.

    Attributes:
        questionnaire: As it was asked.
        document: The same as its definition, in JSON.
        hash: SHA-256 of the document, in hexadecimal.
        is_practice: Whether it is an invented story, on which people practised first.
        rounds: Those that are revealed, in their order; at least one.
        again: Ids of the items that were answered twice.
        decisions: What the room made of its items, by item id, in authored order.
        targets: Where the room wants to be, in 0-4, by dimension id, in authored order.
        maps: The maps it places people on.
    """

    questionnaire: Questionnaire = field(repr=False)
    document: Mapping[str, Any] = field(repr=False)
    hash: str
    is_practice: bool
    rounds: tuple[ReleasedRound, ...]
    again: frozenset[str]
    decisions: Mapping[str, Decision]
    targets: Mapping[str, float]
    maps: tuple[Placement, ...]

    @property
    def last(self) -> ReleasedRound:
        """The last round that was revealed."""
        return self.rounds[-1]

    @property
    def first(self) -> ReleasedRound | None:
        """The round before the last; None if there is one only."""
        return self.rounds[0] if len(self.rounds) > 1 else None

    @property
    def is_scored(self) -> bool:
        """Whether it has themes, so that there is a profile at all."""
        return bool(self.questionnaire.dimensions)

    def before(self, item: Item) -> BoardItem | None:
        """How a question was answered the first time, if it was answered twice."""
        return self.first.item(item) if self.first is not None and item.id in self.again else None

    def decision(self, item: Item) -> Decision:
        """What the room made of a question; an empty one if nothing."""
        return self.decisions.get(item.id, Decision())


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomFigures:
    """Everything that may leave a room.

    Attributes:
        room: The room, with its plan.
        engine: Version of the engine that computed the figures.
        card: What is known of the site; None if nothing is.
        agreement: What the site agreed to share with whoever compares sites.
        asked: In the order asked.
        loci: Whose hands something is in, by what it is about.
        own_factors: What the room named itself.
        actions: What it means to do.
        parked: What it left for another time.
    """

    room: Room
    engine: str
    card: SiteCard | None
    agreement: SharingAgreement
    asked: tuple[AskedQuestionnaire, ...]
    loci: Mapping[str, str]
    own_factors: tuple[OwnFactor, ...]
    actions: tuple[Action, ...]
    parked: tuple[str, ...]

    @property
    def own_work_first(self) -> tuple[AskedQuestionnaire, ...]:
        """In the order asked, but a story that people practised on stands last."""
        return tuple(sorted(self.asked, key=lambda asked: asked.is_practice))

    @property
    def n(self) -> int | None:
        """People whose answers count, the same for each questionnaire; None if they are too few to be shown."""
        return next((asked.last.revealed.n for asked in self.own_work_first), None)


def gather(room: Room) -> RoomFigures:
    """Read what may leave a room.

    Raises:
        NotAllowedError: If nothing is revealed yet.
        StoreError: If the store can't be read.
    """
    if not room.workshop.shows_results:
        raise NotAllowedError("nothing-to-take-away")
    site = store().site(room.plan.site)
    return RoomFigures(
        room=room,
        engine=engine_version(),
        card=site.card if site and site.card != SiteCard() else None,
        agreement=site.sharing_agreement if site else SharingAgreement(),
        asked=tuple(_asked(room, name) for name in room.definitions),
        loci=dict(sorted(store().loci(room.id).items())),
        own_factors=store().own_factors(room.id),
        actions=store().actions(room.id),
        parked=tuple(parked.words for parked in store().parked(room.id)),
    )


def _asked(room: Room, name: str) -> AskedQuestionnaire:
    digest = room.definitions[name]
    questionnaire = definition(digest)[0]
    decisions, targets = store().decisions(room.id), store().targets(room.id, name)
    return AskedQuestionnaire(
        questionnaire=questionnaire,
        document=store().definition(digest),
        hash=digest,
        is_practice=name == room.plan.practice,
        rounds=tuple(_rounds(room, name)),
        again=frozenset(item for questionnaire_id, item in store().asked_again(room.id) if questionnaire_id == name),
        decisions={item.id: decisions[name, item.id] for item in questionnaire.items if (name, item.id) in decisions},
        targets={theme.id: targets[theme.id] for theme in questionnaire.dimensions if theme.id in targets},
        maps=rooms.maps_of(room, name),
    )


def _rounds(room: Room, name: str) -> Iterable[ReleasedRound]:
    last = room.workshop.rounds_shown[-1]
    for number in room.workshop.rounds_shown:
        revealed = rooms.revealed(room, name, number)
        profile = rooms.profile(room, name) if room.workshop.shows_scores else None
        if profile is not None and number != last:
            profile = group_profile(revealed, AnswerSheet())
        yield ReleasedRound(number=number, revealed=revealed, profile=profile, is_last=number == last)
