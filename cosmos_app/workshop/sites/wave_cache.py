"""The answers of workshops that were revealed, as comparisons take them; kept in memory, for they never change."""

from collections.abc import Iterable, Sequence
from threading import Lock

from cosmos_app.storage import CountedPerson, Received, Room
from cosmos_app.storage.current import store
from cosmos_app.workshop.participation import definition
from cosmos_app.workshop.rooms import layout_for_groups
from cosmos_app.workshop.sites.imports import asked_in
from cosmos_app.workshop.sites.imports import wave as received_wave
from models.disclosure import threshold, unanimous
from models.rounds import second_round
from models.waves import Wave, wave_of

Key = tuple[str, str, int]
"""A workshop, a questionnaire, and the round that was revealed last; 0 of another server's."""


class Waves:
    """Reads each wave once, and lets go of it as soon as its workshop is gone or no longer shared."""

    def __init__(self) -> None:
        self._kept: dict[Key, Wave] = {}
        self._lock = Lock()

    def of(self, rooms: Sequence[Room], questionnaire: str) -> list[Wave]:
        """The waves of rooms that asked a questionnaire, in their order.

        Args:
            rooms: Rooms whose scores may be seen, as they are at this moment.
            questionnaire: Its id; a room that did not ask it is left out.
        """
        asking = {_key(room, questionnaire): room for room in rooms if questionnaire in room.definitions}
        with self._lock:  # two who ask at once: one reads, the other finds it read
            fresh = [room for key, room in asking.items() if key not in self._kept]
            people = store().counted_answers([room.id for room in fresh], questionnaire) if fresh else {}
            for room in fresh:
                if room.id in people:
                    self._kept[_key(room, questionnaire)] = _wave(room, questionnaire, people[room.id])
            return [self._kept[key] for key in asking if key in self._kept]

    def handed_over(self, some: Sequence[Received], questionnaire: str) -> list[Wave]:
        """The waves that other servers handed over on a questionnaire, in their order."""
        with self._lock:
            for one in some:
                if questionnaire in asked_in(one) and (one.id, questionnaire, 0) not in self._kept:
                    self._kept[one.id, questionnaire, 0] = received_wave(one, questionnaire)
            return [self._kept[key] for one in some if (key := (one.id, questionnaire, 0)) in self._kept]

    def keep_only(self, ids: Iterable[str]) -> None:
        """Forget the waves of every workshop but these."""
        here = {*ids}
        with self._lock:
            self._kept = {key: wave for key, wave in self._kept.items() if key[0] in here}


WAVES = Waves()
"""Those of this process that are shared with whoever compares sites."""


LINE = Waves()
"""Those of the line of workshops that was looked at last in this process; not all of them may be shared."""


def line_of(rooms: Sequence[Room], questionnaire: str) -> list[Wave]:
    """The waves of one piece of work, in the order of the rooms, whether or not they are shared.

    Apart from ``WAVES``, which whoever compares sites empties of all that is not.
    """
    LINE.keep_only(room.id for room in rooms)
    return LINE.of(rooms, questionnaire)


def _key(room: Room, questionnaire: str) -> Key:
    return room.id, questionnaire, max(room.workshop.rounds_shown)


def _wave(room: Room, questionnaire: str, people: Sequence[CountedPerson]) -> Wave:
    """What a room said, in the last round that was revealed; of the same people as its own screens tell of."""
    layout = definition(room.definitions[questionnaire])[1]
    counted, k = [one for one in people if one.answered], threshold(room.plan.smallest_group)
    families = [one.family for one in counted]
    sheets = [one.first for one in counted]
    if max(room.workshop.rounds_shown) > 1:
        # With the maps, as the room itself takes it: an answer counts in both places or in neither.
        asked = layout_for_groups(room.definitions[questionnaire])
        sheets = [*second_round(asked, sheets, [one.second for one in counted], families, room.depth)]
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
        people=[one.participant for one in counted],
        families=families,
        same_as=[one.same_as for one in counted],
        came_before=[one.came_before for one in counted],
        consented=unanimous([one.consents for one in counted]),
        example=room.example,
    )
