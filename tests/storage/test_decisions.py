"""Decisions of a room, and feedback on it."""

from dataclasses import replace

import pytest
from support.refusals import refused
from support.stores import (
    TO_REVEAL,
    go,
    room,
)

from cosmos_app.storage import Decision, Feedback
from models.answers import Evidence
from models.workshop import NotAllowedError


def test_what_was_settled_comes_back_and_can_be_taken_away(store):
    workshop = room(store)
    go(store, workshop, *TO_REVEAL)
    split = Decision(one_side="It\x00 is slow.", other_side="It is careful.", note="Again in May.")
    agreed = Decision(value=3, evidence=Evidence(link="https://a.b", date="2026-03-31", note="Minutes"))
    ticks = Decision(value=("bus", "car"))
    store.decide(workshop, "demo", "q1", Decision(value=1))
    for item, settled in (("q1", split), ("q2", agreed), ("q3", ticks), ("q4", Decision(value=2.0))):
        store.decide(workshop, "demo", item, settled)
    store.decide(workshop, "other", "q1", Decision(value="yes"))
    go(store, workshop, "agreed")
    store.decide(workshop, "demo", "q4", None)
    assert store.decisions(workshop) == {
        ("demo", "q1"): replace(split, one_side="It is slow."),
        ("demo", "q2"): agreed,
        ("demo", "q3"): ticks,
        ("other", "q1"): Decision(value="yes"),
    }


def test_a_room_settles_nothing_before_a_reveal_or_after_the_close(store):
    workshop = room(store)
    for step in ("frozen", "revealed"):
        with refused(NotAllowedError, match="after a reveal and before the close"):
            store.decide(workshop, "demo", "q1", Decision(value=1))
        go(store, workshop, step)
    for step in ("open", "frozen", "revealed"):
        go(store, workshop, step)
        if step != "revealed":
            with pytest.raises(NotAllowedError):
                store.decide(workshop, "demo", "q1", Decision(value=1))
    store.decide(workshop, "demo", "q1", Decision(value=1))
    go(store, workshop, "agreed", "closed")
    with pytest.raises(NotAllowedError):
        store.decide(workshop, "demo", "q1", None)
    assert store.decisions(workshop) == {("demo", "q1"): Decision(value=1)}


def test_feedback_is_the_last_of_each_person_in_an_order_that_tells_nothing(store):
    workshop = room(store)
    people = [store.join(workshop, f"t{number}") for number in range(4)]
    said = [Feedback(heard=4, worth=0), Feedback(words="Too long."), Feedback(heard=1, worth=4, words="Thank you.")]
    store.keep_feedback(people[0], Feedback(words="first try"))
    for person, one in zip(people, said, strict=False):
        store.keep_feedback(person, one)
    store.keep_feedback(store.join(room(store), "elsewhere"), Feedback(heard=2))
    assert store.feedbacks(workshop) == (said[1], said[2], said[0])
    assert [store.gave_feedback(person) for person in people] == [True, True, True, False]
    go(store, workshop, *TO_REVEAL, "agreed")
    store.keep_feedback(people[3], Feedback(heard=0))
    told = (said[1], Feedback(heard=0), said[2], said[0])
    assert store.feedbacks(workshop) == told
    go(store, workshop, "closed")
    with pytest.raises(NotAllowedError):
        store.keep_feedback(people[3], Feedback(heard=4))
    assert store.feedbacks(workshop) == told
