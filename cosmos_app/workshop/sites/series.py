"""Series: the workshops of one site about one initiative, one after the other, and what changed between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from cosmos_app.storage import ReceivedBundle, Room, Site
from cosmos_app.storage.current import store
from cosmos_app.workshop.sites.imports import questionnaires_in
from cosmos_app.workshop.sites.sharing import SharedSite
from cosmos_app.workshop.sites.wave_cache import SHARED_WAVES, waves_of_series
from models.change import Change, changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The workshops of one site about one initiative that asked the same questionnaire.

    Attributes:
        site: Where they were.
        initiative: What they are about, as it was written last.
        questionnaire: Id of what they all asked.
        rooms: The earliest first; at least two, or none where another server sent them.
        received: What another server sent, likewise.
    """

    site: Site
    initiative: str
    questionnaire: str
    rooms: tuple[Room, ...] = ()
    received: tuple[ReceivedBundle, ...] = ()


def series_of(sites: Sequence[SharedSite], questionnaire: str) -> tuple[Series, ...]:
    """The series of sites on one questionnaire, by site and then by initiative."""
    found = []
    for shared in sites:
        by_initiative: dict[str, list[Room]] = {}
        for room in shared.rooms:
            if questionnaire in room.definitions:
                by_initiative.setdefault(room.plan.initiative.strip().casefold(), []).append(room)
        for _, held in sorted(by_initiative.items()):
            if len(held) > 1:
                initiative = held[-1].plan.initiative.strip()
                found.append(
                    Series(site=shared.site, initiative=initiative, questionnaire=questionnaire, rooms=tuple(held))
                )
        found += _received(shared, questionnaire)
    return tuple(found)


def _received(shared: SharedSite, questionnaire: str) -> list[Series]:
    by_initiative: dict[str, list[ReceivedBundle]] = {}
    for bundle in shared.received:
        if questionnaire in questionnaires_in(bundle):
            by_initiative.setdefault(bundle.body["initiative"].strip().casefold(), []).append(bundle)
    return [
        Series(
            site=shared.site,
            initiative=bundles[-1].body["initiative"].strip(),
            questionnaire=questionnaire,
            received=tuple(bundles),
        )
        for _, bundles in sorted(by_initiative.items())
        if len(bundles) > 1
    ]


def changes_of(series: Series) -> tuple[Change, ...]:
    """What changed from each workshop of a series to the next.

    Workshops before the series count too: what may be shown of people linked to them is decided for all together.
    """
    if series.received:
        return changes(SHARED_WAVES.of_bundles(series.received, series.questionnaire))
    before = [room for room in _before(series.rooms[0]) if _asked(room, series.questionnaire)]
    waves = [
        *waves_of_series(before, series.questionnaire),
        *SHARED_WAVES.of_rooms(series.rooms, series.questionnaire),
    ]
    return changes(waves)[len(before) :]


def change_since_last_time(room: Room, questionnaire: str) -> Change | None:
    """What changed in a room since the workshop it follows; None if that did not ask the same, or has not talked."""
    asking = [earlier for earlier in (*_before(room), room) if _asked(earlier, questionnaire)]
    if len(asking) < 2 or asking[-1].id != room.id or asking[-2].id != room.plan.previous:
        return None
    return changes(waves_of_series(asking, questionnaire))[-1]


def _asked(room: Room, questionnaire: str) -> bool:
    """Whether a room asked a questionnaire, and has talked."""
    return questionnaire in room.definitions and room.workshop.shows_scores


def _before(room: Room) -> list[Room]:
    """The workshops a room follows, the earliest first."""
    found: list[Room] = []
    seen, previous = {room.id}, room.plan.previous
    while previous is not None and previous not in seen:
        seen.add(previous)
        earlier = store().room(previous)
        if earlier is None:
            break
        found.insert(0, earlier)
        previous = earlier.plan.previous
    return found
