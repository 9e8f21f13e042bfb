"""Changes of linked people beside each other, from the seats to what is told: what two reports withhold, none tells."""

from dataclasses import replace

import pytest
from support.builders import document, parsed
from support.room_builders import PLAN
from support.stores import TO_REVEAL, go

from cosmos_app.content.catalogue import Offer
from cosmos_app.storage import current
from cosmos_app.workshop import rooms, sites
from cosmos_app.workshop.rooms import joining
from models.answers import Response, Value
from models.workshop import NotAllowedError

ONE = document(
    items=[{"id": "q1", "core": True, "scores": {"trust": 1}}], dimensions=[{"id": "trust", "title": "Trust"}]
)


@pytest.fixture
def here(on_file, monkeypatch):
    monkeypatch.setattr(current, "open_store", lambda _address: on_file)
    monkeypatch.setattr(joining, "offered", lambda: {"small": Offer(questionnaire=parsed(ONE), document=ONE)})
    current.store.cache_clear()
    yield on_file
    current.store.cache_clear()


def workshop(store, people, *, previous=None, links=()):
    """A workshop that has talked, of people who answer by number, and their seats; *links* are those they had before.

    Where somebody can't be linked, they join without.
    """
    room = store.draft(replace(PLAN, previous=previous))
    rooms.open_room(current.store().room(room))
    seats = []
    for number in range(people):
        token = f"{room} {number}"
        try:
            seats.append(store.join(room, token, same_as=links[number] if number < len(links) else None))
        except NotAllowedError:
            seats.append(store.join(room, token, came_before=True))
        store.record(seats[-1], "small", "q1", Response(answer=Value(number % 5)))
    go(store, room, *TO_REVEAL, "agreed", "closed")
    return room, seats


def told(room):
    """How many linked people a room's report tells of; None where it tells of none."""
    (theme,) = sites.change_since_last_time(current.store().room(room), "small").themes
    return None if theme.linked is None else theme.linked.n


def test_of_two_workshops_that_follow_the_same_one_the_first_alone_tells_of_linked_people(here):
    first, then = workshop(here, 13)
    second, _ = workshop(here, 6, previous=first, links=then[:6])
    beside, _ = workshop(here, 7, previous=first, links=then[:7])
    assert (told(second), told(beside)) == (6, None)


def test_erasing_the_first_workshop_opens_nothing_that_was_withheld_because_of_it(here):
    first, then = workshop(here, 6)
    second, middle = workshop(here, 12, previous=first, links=then)
    third, _ = workshop(here, 6, previous=second, links=[*middle[:5], middle[6]])
    assert (told(second), told(third)) == (6, None)
    here.erase(first)
    assert told(third) is None


def test_without_those_who_came_back_the_same_change_is_told(here):
    second, middle = workshop(here, 12)
    third, _ = workshop(here, 6, previous=second, links=[*middle[:5], middle[6]])
    assert told(third) == 6


def test_one_newcomer_is_not_told_of_by_how_many_are_linked(here):
    first, then = workshop(here, 15)
    second, _ = workshop(here, 11, previous=first, links=then[:10])
    assert told(second) is None
