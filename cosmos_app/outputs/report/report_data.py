"""What a room's report is made of: everything that may be told of the room, read once; all of it past the gate."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cosmos_app.content import catalogue
from cosmos_app.storage import Decision, Room
from cosmos_app.storage.current import store
from cosmos_app.texts.families import family_titles
from cosmos_app.texts.report import Words, words_of
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import definition
from models.answers import AnswerSheet
from models.board import BoardItem, completeness
from models.catalogues import Placement
from models.definition import Questionnaire
from models.items import Item
from models.reveal import GroupProfile, Revealed, group_profile

FIRST_ROUND = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What was told of one round.

    Attributes:
        told: What was revealed.
        profile: What it gives together; None before the room has talked, and if too few answered.
    """

    told: Revealed
    profile: GroupProfile | None

    @property
    def completeness(self) -> float | None:
        """Share of the answers to all its questions that hold a value, in [0, 1]; None where none is told."""
        return completeness(self.told.board)

    def item(self, item: Item) -> BoardItem:
        """How a question was answered."""
        return next(one for one in self.told.board if one.item.id == item.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One questionnaire that a room was asked, and what came of it.

    Attributes:
        digest: Hash of its text as the room was asked it.
        is_practice: Whether it is an invented story, on which people practised first.
        last: The last round that was revealed.
        first: The round before that; None if there is none.
        again: Ids of the items that were answered twice.
        settled: What the room made of its items, by item id.
        targets: Where it wants to be, in 0-4, by dimension id.
        maps: The maps it places people on.
    """

    questionnaire: Questionnaire
    digest: str
    is_practice: bool
    last: Round
    first: Round | None
    again: frozenset[str]
    settled: Mapping[str, Decision]
    targets: Mapping[str, float]
    maps: tuple[Placement, ...]

    def before(self, item: Item) -> BoardItem | None:
        """How a question was answered the first time, if it was answered twice."""
        return self.first.item(item) if self.first is not None and item.id in self.again else None

    @property
    def is_scored(self) -> bool:
        """Whether it has themes, so that there is a profile at all."""
        return bool(self.questionnaire.dimensions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A room, and everything that may be told of it.

    Attributes:
        words: In which the report speaks.
        today: The day it is written.
        asked: In the order asked; but a story that people practised on stands last.
        families: What each role family is called; None stands for people who did not say.
        loci: Whose hands things are in, by what is kept.
    """

    here: Room
    words: Words
    today: date
    asked: tuple[Asked, ...]
    families: Mapping[str | None, str]
    loci: Mapping[str, str]

    @property
    def n(self) -> int | None:
        """People whose answers count, the same for each questionnaire; None if they are too few to be told."""
        return next((one.last.told.n for one in self.asked), None)

    def people(self, n: int | None) -> str:
        """How many people, in words; hidden alike for every reason."""
        return self.words.hidden if n is None else self.words.people.format(n=n)

    def hand(self, subject: str) -> str:
        """Whose hands something is in, in words; "" if the room did not say."""
        mark = self.loci.get(subject)
        return self.words.marks[mark] if mark else ""

    def source(self, asked: Asked, n: int | None, completeness: float | None) -> str:
        """What a figure rests on.

        Args:
            asked: The questionnaire it comes from.
            n: People behind it; None where that may not be told.
            completeness: Share answered, in [0, 1]; None likewise.
        """
        of = asked.questionnaire
        told, day = f"{of.id} {of.version} ({asked.digest[:8]})", self.here.started_on.isoformat()
        return self.words.rests_on(self.people(n), completeness, told, day)

    def source_of_room(self) -> str:
        """What stands below what the room wrote down together, which no single questionnaire gives."""
        words = self.words
        every = (one.questionnaire for one in self.asked if not one.is_practice)
        return words.of_room.format(
            people=self.people(self.n),
            definition=" + ".join(f"{one.id} {one.version}" for one in every),
            date=self.here.started_on.isoformat(),
            caution=words.short_caution,
        )


def gather(here: Room, today: date) -> Material:
    """Read what may be told of a room.

    Raises:
        NotAllowedError: If nothing is revealed yet.
    """
    settled, again = store().decisions(here.id), rooms.asked_again(here)
    asked = tuple(
        Asked(
            questionnaire=definition(digest)[0],
            digest=digest,
            is_practice=name == here.plan.practice,
            last=_last(here, name),
            first=_first(here, name),
            again=frozenset(item for of, item in again if of == name),
            settled={item: one for (of, item), one in settled.items() if of == name},
            targets=store().targets(here.id, name),
            maps=rooms.maps_of(here, name),
        )
        for name, digest in here.definitions.items()
    )
    words = words_of(next((one.questionnaire.language for one in asked), ""))
    return Material(
        here=here,
        words=words,
        today=today,
        asked=tuple(sorted(asked, key=lambda one: one.is_practice)),
        families=family_titles(catalogue.catalogues().roles),
        loci=store().loci(here.id),
    )


def _last(here: Room, name: str) -> Round:
    shown = here.workshop.shows_scores
    return Round(told=rooms.revealed(here, name), profile=rooms.profile(here, name) if shown else None)


def _first(here: Room, name: str) -> Round | None:
    if max(here.workshop.rounds_shown, default=0) <= FIRST_ROUND:
        return None
    told = rooms.revealed(here, name, FIRST_ROUND)
    # What was agreed came after both rounds, and belongs to the last.
    return Round(told=told, profile=group_profile(told, AnswerSheet()) if here.workshop.shows_scores else None)
