"""Actions and parked remarks."""

import pytest
from support.refusals import refused
from support.stores import (
    TO_REVEAL,
    go,
    room,
)

from cosmos_app.storage import Action, Parked, StoreError
from models.workshop import NotAllowedError


def test_actions_keep_their_order_and_what_became_of_them_after_the_close(store):
    workshop = room(store)
    bus = store.add_action(workshop, "Ask for a bus", "A driver", "May", "demo/q1")
    door = store.add_action(workshop, "Widen the door")
    gone = store.add_action(workshop, "A mistake")
    store.drop_action(workshop, gone)
    store.drop_action(workshop, gone)
    store.drop_action(room(store), door)
    store.change_action(workshop, door, owner="The caretaker", due="June", what="Widen the doors")
    go(store, workshop, *TO_REVEAL, "agreed", "closed")
    store.change_action(workshop, bus, status="done", became="It runs\x00 since June.")
    store.change_action(workshop, door)

    assert store.actions(workshop) == (
        Action(
            id=bus,
            what="Ask for a bus",
            owner="A driver",
            due="May",
            subject="demo/q1",
            status="done",
            became="It runs since June.",
        ),
        Action(
            id=door, what="Widen the doors", owner="The caretaker", due="June", subject="", status="open", became=""
        ),
    )
    with refused(NotAllowedError, match="What became of its actions can still be noted"):
        store.add_action(workshop, "Too late")
    with pytest.raises(NotAllowedError):
        store.drop_action(workshop, bus)
    with refused(StoreError, match="no longer holds"):
        store.change_action(room(store), bus, status="open")


def test_what_is_parked_keeps_its_order(store):
    workshop = room(store)
    one, two = (store.park(workshop, words) for words in ("The budget", "The name\x00"))
    three = store.park(workshop, "The date")
    store.unpark(workshop, one)
    store.unpark(workshop, one)
    assert store.parked(workshop) == (Parked(id=two, words="The name"), Parked(id=three, words="The date"))
    go(store, workshop, *TO_REVEAL, "agreed", "closed")
    with pytest.raises(NotAllowedError):
        store.park(workshop, "Too late")
    with pytest.raises(NotAllowedError):
        store.unpark(workshop, two)
