"""Threads: the workshops of one place about one piece of work, one after the other, and what changed between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from cosmos_app.storage import Received, Room, Site
from cosmos_app.workshop import rooms
from cosmos_app.workshop.sites.imports import asked_in
from cosmos_app.workshop.sites.sharing import Sharing
from cosmos_app.workshop.sites.wave_cache import WAVES, line_of
from models.comparison import Change, changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The workshops of one site about one piece of work that asked the same questionnaire.

    Attributes:
        site: Where they were.
        initiative: What they are about, as it was written last.
        questionnaire: Id of what they all asked.
        rooms: The earliest first; at least two, or none where another server handed them over.
        received: What it handed over, likewise.
    """

    site: Site
    initiative: str
    questionnaire: str
    rooms: tuple[Room, ...] = ()
    received: tuple[Received, ...] = ()


def threads(sites: Sequence[Sharing], questionnaire: str) -> tuple[Thread, ...]:
    """The threads of sites on one questionnaire, by site and then by what they are about."""
    found = []
    for one in sites:
        of: dict[str, list[Room]] = {}
        for room in one.rooms:
            if questionnaire in room.definitions:
                of.setdefault(room.plan.initiative.strip().casefold(), []).append(room)
        for _, some in sorted(of.items()):
            if len(some) > 1:
                named = some[-1].plan.initiative.strip()
                found.append(Thread(site=one.site, initiative=named, questionnaire=questionnaire, rooms=tuple(some)))
        found += _received(one, questionnaire)
    return tuple(found)


def _received(one: Sharing, questionnaire: str) -> list[Thread]:
    of: dict[str, list[Received]] = {}
    for other in one.received:
        if questionnaire in asked_in(other):
            of.setdefault(other.body["initiative"].strip().casefold(), []).append(other)
    return [
        Thread(
            site=one.site,
            initiative=some[-1].body["initiative"].strip(),
            questionnaire=questionnaire,
            received=tuple(some),
        )
        for _, some in sorted(of.items())
        if len(some) > 1
    ]


def changes_of(thread: Thread) -> tuple[Change, ...]:
    """What changed from each workshop of a thread to the next.

    What may be told of people linked to workshops before the thread is settled together with it.
    """
    if thread.received:
        return changes(WAVES.handed_over(thread.received, thread.questionnaire))
    before = [room for room in _before(thread.rooms[0]) if _asked(room, thread.questionnaire)]
    waves = [*line_of(before, thread.questionnaire), *WAVES.of(thread.rooms, thread.questionnaire)]
    return changes(waves)[len(before) :]


def since_last_time(here: Room, questionnaire: str) -> Change | None:
    """What changed in a room since the workshop it follows; None if that did not ask the same, or has not talked."""
    line = [*_before(here), here]
    asking = [one for one in line if _asked(one, questionnaire)]
    if len(asking) < 2 or asking[-1].id != here.id or asking[-2].id != here.plan.previous:
        return None
    return changes(line_of(asking, questionnaire))[-1]


def _asked(room: Room, questionnaire: str) -> bool:
    """Whether a room asked a questionnaire, and has talked."""
    return questionnaire in room.definitions and room.workshop.shows_scores


def _before(here: Room) -> list[Room]:
    """The workshops a room follows, the earliest first."""
    found: list[Room] = []
    seen, previous = {here.id}, here.plan.previous
    while previous is not None and previous not in seen:
        seen.add(previous)
        earlier = rooms.room(previous)
        if earlier is None:
            break
        found.insert(0, earlier)
        previous = earlier.plan.previous
    return found
