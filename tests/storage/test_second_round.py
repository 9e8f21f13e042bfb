"""A second round asks what was picked, of those who were in time, and leaves the first as it was."""

import pytest
from support.refusals import refused
from support.stores import (
    answers,
    counted,
    go,
    own,
    record,
    room,
    second_round,
)

from models.answers import Response, Value
from models.workshop import NotAllowedError


def test_a_second_round_asks_only_what_was_picked_and_leaves_the_first_as_it_was(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))
    record(store, person, "q2", Value(1))
    second_round(store, workshop, "q1")

    assert record(store, person, "q1", Value(3)) == "counted"
    with refused(NotAllowedError, match="second round asks only a few questions again"):
        record(store, person, "q2", Value(3))
    with refused(NotAllowedError, match="second round"):
        store.record(person, "other", "q1", Response(answer=Value(3)))
    store.withdraw(person, "demo", "q2")

    assert counted(store, person, 1) == {"q1": Value(1), "q2": Value(1)}
    assert counted(store, person, 2) == {"q1": Value(3)}
    assert answers(store.sheets(workshop, "demo", 2)[person]) == {"q1": Value(3)}
    go(store, workshop, "frozen")
    assert record(store, person, "q1", Value(4)) == "held"
    with pytest.raises(NotAllowedError):
        record(store, person, "q2", Value(3))
    assert own(store, person, 2) == ({"q1": Value(4)}, {"q1"})
    assert own(store, person, 1) == ({"q1": Value(1), "q2": Value(1)}, set())


def test_an_answer_of_the_second_round_can_be_taken_back_while_it_is_open(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))
    second_round(store, workshop, "q1")
    record(store, person, "q1", Value(2))
    store.withdraw(person, "demo", "q1")
    assert (counted(store, person, 1), counted(store, person, 2)) == ({"q1": Value(1)}, {})


def test_a_newcomer_in_the_second_round_is_held_for_two_rounds_could_be_subtracted(store):
    workshop = room(store)
    early = store.join(workshop, "early")
    record(store, early, "q1", Value(1))
    second_round(store, workshop, "q1")
    newcomer = store.join(workshop, "newcomer")

    assert record(store, newcomer, "q1", Value(0)) == "held"
    assert record(store, early, "q1", Value(2)) == "counted"
    assert set(store.sheets(workshop, "demo", 1)) == set(store.sheets(workshop, "demo", 2)) == {early}
    assert own(store, newcomer, 2) == ({"q1": Value(0)}, {"q1"})
    store.withdraw(newcomer, "demo", "q1")
    assert own(store, newcomer, 2) == ({}, set())


def test_whoever_was_late_for_the_first_round_is_late_for_the_second(store):
    workshop = room(store)
    go(store, workshop, "frozen")
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))
    go(store, workshop, "revealed")
    store.ask_again(workshop, [("demo", "q1")])
    go(store, workshop, "open")
    assert record(store, person, "q1", Value(2)) == "held"
    assert (own(store, person, 1), own(store, person, 2)) == (({"q1": Value(1)}, {"q1"}), ({"q1": Value(2)}, {"q1"}))
    assert store.sheets(workshop, "demo", 2) == {}


def test_a_second_round_asks_everyone_who_is_in_time_to_finish_again(store):
    workshop = room(store)
    early = store.join(workshop, "early")
    store.finish(early)
    go(store, workshop, "frozen")
    late = store.join(workshop, "late")
    store.finish(late)
    go(store, workshop, "revealed", "open")
    assert {one.id: one.finished for one in store.people(workshop)} == {early: False, late: True}
    store.finish(early)
    store.finish(early, done=False)
    assert not store.resume("early").finished


def test_questions_are_picked_again_only_between_the_first_reveal_and_the_second_round(store):
    workshop = room(store)
    for step in ("frozen", "revealed"):
        with refused(NotAllowedError, match="between the first reveal and the second round"):
            store.ask_again(workshop, [("demo", "q1")])
        go(store, workshop, step)
    store.ask_again(workshop, [("demo", "q1"), ("demo", "q2"), ("demo", "q1")])
    store.ask_again(workshop, (pair for pair in [("demo", "q2"), ("other", "q2")]))
    assert store.asked_again(workshop) == {("demo", "q2"), ("other", "q2")}
    for step in ("open", "frozen", "revealed"):
        go(store, workshop, step)
        with pytest.raises(NotAllowedError):
            store.ask_again(workshop, [])
    assert store.asked_again(workshop) == {("demo", "q2"), ("other", "q2")}
