"""The answers of revealed workshops, as comparisons take them; kept in memory, for they never change."""

from collections.abc import Iterable, Sequence
from threading import Lock

from cosmos_app.storage import CountedPerson, ReceivedBundle, Room
from cosmos_app.storage.current import store
from cosmos_app.workshop.participation import definition
from cosmos_app.workshop.rooms import layout_for_groups
from cosmos_app.workshop.sites.imports import questionnaires_in, wave_in
from models.disclosure import unanimous
from models.rounds import second_round
from models.smallest_group import threshold
from models.wave import Wave, wave_of

Key = tuple[str, str, int]
"""A workshop, a questionnaire, and the round that was revealed last; 0 of another server's."""


class WaveCache:
    """Reads each wave once, and drops it as soon as its workshop is erased or no longer shared."""

    def __init__(self) -> None:
        self._kept: dict[Key, Wave] = {}
        self._lock = Lock()

    def of_rooms(self, rooms: Sequence[Room], questionnaire: str) -> list[Wave]:
        """The waves of rooms that asked a questionnaire, in their order.

        Args:
            rooms: Rooms whose scores may be seen, as they are at this moment.
            questionnaire: Its id; a room that did not ask it is left out.
        """
        asking = {_key(room, questionnaire): room for room in rooms if questionnaire in room.definitions}
        with self._lock:  # of two threads that ask at once, one reads and the other waits for it
            fresh = [room for key, room in asking.items() if key not in self._kept]
            people = store().counted_answers([room.id for room in fresh], questionnaire) if fresh else {}
            for room in fresh:
                if room.id in people:
                    self._kept[_key(room, questionnaire)] = _wave(room, questionnaire, people[room.id])
            return [self._kept[key] for key in asking if key in self._kept]

    def of_bundles(self, bundles: Sequence[ReceivedBundle], questionnaire: str) -> list[Wave]:
        """The waves that other servers sent on a questionnaire, in their order."""
        with self._lock:
            for bundle in bundles:
                if questionnaire in questionnaires_in(bundle) and (bundle.id, questionnaire, 0) not in self._kept:
                    self._kept[bundle.id, questionnaire, 0] = wave_in(bundle, questionnaire)
            keys = [(bundle.id, questionnaire, 0) for bundle in bundles]
            return [self._kept[key] for key in keys if key in self._kept]

    def keep_only(self, ids: Iterable[str]) -> None:
        """Drop the waves of every workshop but these."""
        kept = {*ids}
        with self._lock:
            self._kept = {key: wave for key, wave in self._kept.items() if key[0] in kept}


SHARED_WAVES = WaveCache()
"""Waves that are shared with people who compare sites, of this process."""


SERIES_WAVES = WaveCache()
"""Waves of the series of workshops that was looked at last in this process; some of them may not be shared."""


def waves_of_series(rooms: Sequence[Room], questionnaire: str) -> list[Wave]:
    """The waves of workshops that follow each other, in the order of the rooms, whether or not they are shared.

    In a cache of their own: ``SHARED_WAVES`` drops all that is not shared whenever people compare sites.
    """
    SERIES_WAVES.keep_only(room.id for room in rooms)
    return SERIES_WAVES.of_rooms(rooms, questionnaire)


def _key(room: Room, questionnaire: str) -> Key:
    return room.id, questionnaire, max(room.workshop.rounds_shown)


def _wave(room: Room, questionnaire: str, people: Sequence[CountedPerson]) -> Wave:
    """What a room answered in the last round that was revealed, of the people whose answers its own screens count."""
    layout = definition(room.definitions[questionnaire])[1]
    counted, k = [person for person in people if person.answered], threshold(room.plan.smallest_group)
    families = [person.family for person in counted]
    sheets = [person.first for person in counted]
    if max(room.workshop.rounds_shown) > 1:
        # Laid out with the maps, as the room's own screens have it: an answer counts in both or in neither.
        asked = layout_for_groups(room.definitions[questionnaire])
        sheets = [*second_round(asked, sheets, [person.second for person in counted], families, room.depth)]
    return wave_of(
        layout,
        sheets,
        id=room.id,
        site=room.plan.site,
        initiative=room.plan.initiative,
        name=room.plan.wave,
        on=room.started_on.isoformat(),
        depth=room.depth,
        k=k,
        people=[person.participant for person in counted],
        families=families,
        same_as=[person.same_as for person in counted],
        came_before=[person.came_before for person in counted],
        consented=unanimous([person.consents for person in counted]),
        example=room.example,
        typed=[person.typed for person in counted],
    )
