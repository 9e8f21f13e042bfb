"""Joining a room: in time, late, or not at all."""

import pytest
from support.refusals import refused
from support.stores import (
    PLAN,
    TO_REVEAL,
    TO_SECOND_ROUND,
    go,
    room,
)

from cosmos_app.storage import Person
from models.workshop import NotAllowedError


@pytest.mark.parametrize(
    ("phases", "late"),
    [
        ((), False),
        (("frozen",), True),
        (TO_REVEAL, True),
        (("frozen", "open"), False),
        (TO_SECOND_ROUND, True),
        ((*TO_SECOND_ROUND, *TO_REVEAL), True),
    ],
)
def test_whoever_joins_after_the_first_freeze_is_late(store, phases, late):
    workshop = room(store)
    go(store, workshop, *phases)
    person = store.join(workshop, "t", role="nurse", family="staff", name="Ann\x00a", helped=True)
    seat = store.resume("t")
    assert (seat.late, seat.name, seat.helped, seat.consents) == (late, "Anna", True, None)
    assert store.people(workshop) == (
        Person(
            id=person,
            family="staff",
            helped=True,
            typed=False,
            finished=False,
            late=late,
            consents=None,
            name="Anna",
            came_before=None,
            same_as=None,
        ),
    )


@pytest.mark.parametrize("phases", [(*TO_REVEAL, "agreed"), (*TO_REVEAL, "agreed", "closed")])
def test_nobody_joins_a_room_that_is_past_its_questions(store, phases):
    workshop = room(store)
    go(store, workshop, *phases)
    with refused(NotAllowedError, match="nobody can join any more"):
        store.join(workshop, "t")
    assert store.resume("t") is None


def test_nobody_joins_a_draft(store):
    with refused(NotAllowedError, match=r"not begun yet\. You can join as soon as it is open"):
        store.join(store.draft(PLAN), "t")
