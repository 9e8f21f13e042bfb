"""Transitions: which phase follows which, and what belongs to each."""

import pytest
from sqlalchemy import event
from support.refusals import refused
from support.stores import (
    DAY,
    PLAN,
    TO_REVEAL,
    TO_SECOND_ROUND,
    count,
    counted,
    go,
    log,
    own,
    record,
    room,
    seat,
)

from cosmos_app.storage import tables
from cosmos_app.texts.refusals import refusal
from models.answers import Evidence, Response, Value
from models.workshop import NotAllowedError, Workshop


def test_opening_a_frozen_round_again_counts_what_was_held_and_nobody_was_late(store):
    workshop = room(store)
    other = room(store)
    early = store.join(workshop, "early")
    record(store, early, "q1", Value(1), today=DAY)
    record(store, early, "q2", Value(1), today=DAY)
    go(store, workshop, "frozen")
    go(store, other, "frozen")
    late = store.join(workshop, "late")
    elsewhere = store.join(other, "elsewhere")
    said = Response(answer=Value(("a", "b")), why="So.", evidence=Evidence(link="http://a"), known_by="seen")
    for person in (late, elsewhere):
        record(store, person, "q1", said)
    record(store, early, "q1", Value(2))

    store.step_to(workshop, "open", today=DAY)
    assert counted(store, early) == {"q1": Value(2), "q2": Value(1)}
    assert store.sheet(late, "demo").response("q1") == said
    assert own(store, late)[1] == own(store, early)[1] == set()
    assert [(line["item"], line["value"], line["on_day"]) for line in log(store, early)] == [
        ("q1", 1, DAY),
        ("q2", 1, DAY),
        ("q1", 2, DAY),
    ]
    assert [line["value"] for line in log(store, late)] == [["a", "b"]]
    assert not any(one.late for one in store.people(workshop))
    assert record(store, late, "q2", Value(0)) == "counted"
    assert (counted(store, elsewhere), store.resume("elsewhere").late) == ({}, True)


def test_opening_a_frozen_second_round_again_counts_only_people_who_are_in_time(store):
    workshop = room(store)
    early = store.join(workshop, "early")
    record(store, early, "q1", Value(1))
    go(store, workshop, "frozen")
    record(store, early, "q1", Value(0))
    go(store, workshop, "revealed")
    store.ask_again(workshop, [("demo", "q1")])
    go(store, workshop, "open")
    late = store.join(workshop, "late")
    record(store, late, "q1", Value(4))
    go(store, workshop, "frozen")
    record(store, early, "q1", Value(3))
    go(store, workshop, "open")

    assert (counted(store, early, 1), counted(store, early, 2)) == ({"q1": Value(1)}, {"q1": Value(3)})
    assert own(store, early, 1) == ({"q1": Value(0)}, {"q1"})  # held in the first round, which is seen
    assert (counted(store, late, 2), own(store, late, 2)[1]) == ({}, {"q1"})
    assert store.resume("late").late
    assert record(store, late, "q1", Value(3)) == "held"


@pytest.mark.parametrize(
    ("phases", "refused"),
    [
        ((), ("open", "revealed", "agreed", "closed", "draft")),
        (("frozen",), ("frozen", "agreed", "closed")),
        (TO_REVEAL, ("frozen", "revealed", "closed")),
        ((*TO_SECOND_ROUND, *TO_REVEAL), ("open", "frozen", "closed")),
        ((*TO_REVEAL, "agreed"), ("open", "frozen", "revealed")),
        ((*TO_REVEAL, "agreed", "closed"), ("open", "agreed", "closed")),
    ],
)
def test_a_step_that_does_not_follow_is_refused_and_changes_nothing(store, phases, refused):
    workshop = room(store)
    go(store, workshop, *phases)
    was = store.room(workshop)
    for phase in refused:
        with pytest.raises(NotAllowedError) as error:
            store.step_to(workshop, phase)
        assert "Possible now" in refusal(error.value)
    assert store.room(workshop) == was


def test_a_step_says_where_the_room_is_then(store):
    workshop = room(store)
    assert store.step_to(workshop, "frozen") == Workshop(phase="frozen")
    assert store.step_to(workshop, "revealed") == Workshop(phase="revealed")
    with refused(NotAllowedError, match="Choose first"):
        store.step_to(workshop, "open")
    store.ask_again(workshop, [("demo", "q1")])
    assert store.step_to(workshop, "open") == Workshop(phase="open", round=2) == store.room(workshop).workshop


def test_a_draft_opens_only_with_what_it_asks_and_a_room_s_phase_is_never_set(store):
    workshop = store.draft(PLAN)
    with refused(NotAllowedError, match="Open it from its plan"):
        store.step_to(workshop, "open")
    with refused(NotAllowedError, match="step by step"):
        store.set_phase(workshop, "open")
    assert store.room(workshop).workshop.phase == "draft"


def test_a_step_that_fails_half_way_is_not_taken(store):
    workshop = room(store)
    go(store, workshop, "frozen")
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))

    def fail(connection, cursor, statement, *rest):
        if "INTO answer_log" in statement:
            raise RuntimeError("the log is out of order")

    event.listen(store.engine, "before_cursor_execute", fail)
    with pytest.raises(RuntimeError):
        go(store, workshop, "open")
    event.remove(store.engine, "before_cursor_execute", fail)
    assert store.room(workshop).workshop.phase == "frozen"
    assert (counted(store, person), own(store, person)[1], store.resume("t").late) == ({}, {"q1"}, True)


def test_the_close_forgets_how_answers_came_about_and_when_the_last_step_began(store):
    workshop, other = room(store), room(store)
    person, neighbour = store.join(workshop, "t"), store.join(other, "u")
    record(store, person, "q1", Value(1))
    record(store, neighbour, "q1", Value(1))
    store.look_at(workshop, step="close", now=1000)
    go(store, workshop, *TO_REVEAL, "agreed")
    assert len(log(store, person)) == 1
    go(store, workshop, "closed")
    assert (log(store, person), len(log(store, neighbour))) == ([], 1)
    assert counted(store, person) == {"q1": Value(1)}
    assert (store.room(workshop).step, store.room(workshop).step_since) == ("close", None)

    store.look_at(workshop, step="actions", now=2000)
    assert (store.room(workshop).step, store.room(workshop).step_since) == ("actions", None)


def test_closing_a_room_erases_its_log_and_leaves_the_answers(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))
    record(store, seat(store, "other"), "q1", Value(1))
    assert count(store, tables.answer_log) == [2]
    go(store, workshop, *TO_REVEAL, "agreed", "closed")
    assert store.sheet(person, "demo").answer("q1") == Value(1)
    assert count(store, tables.answer_log) == [1]
