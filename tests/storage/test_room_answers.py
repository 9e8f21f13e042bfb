"""Answers in a room: they count until the freeze, and are held or refused after it."""

import pytest
from sqlalchemy import event
from support.refusals import refused
from support.stores import (
    DAY,
    TO_REVEAL,
    answers,
    counted,
    go,
    log,
    own,
    record,
    room,
    second_round,
)

from models.answers import AnswerSheet, Evidence, Response, Value
from models.silences import DontKnow, NotApplicable
from models.workshop import NotAllowedError


def test_an_answer_counts_until_the_freeze_and_is_held_after_it(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    assert record(store, person, "q1", Value(1)) == "counted"
    go(store, workshop, "frozen")
    assert record(store, person, "q1", Value(2)) == "held"
    assert record(store, person, "q2", DontKnow()) == "held"
    go(store, workshop, "revealed")
    assert record(store, person, "q3", Value(("bus", "car"))) == "held"

    assert counted(store, person) == {"q1": Value(1)}
    assert own(store, person) == (
        {"q1": Value(2), "q2": DontKnow(), "q3": Value(("bus", "car"))},
        {"q1", "q2", "q3"},
    )
    assert store.sheets(workshop, "demo")[person] == store.sheet(person, "demo")
    assert [line["item"] for line in log(store, person)] == ["q1"]


def test_saving_once_more_what_counted_before_the_freeze_holds_nothing(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    said = Response(answer=NotApplicable("no public"), why="as yet", evidence=Evidence(note="n"), known_by="seen")
    record(store, person, "q1", said)
    go(store, workshop, "frozen")
    assert record(store, person, "q1", said) == "counted"
    assert own(store, person)[1] == set()


def test_going_back_to_what_counts_lets_go_of_what_is_held(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))
    go(store, workshop, "frozen")
    assert [record(store, person, "q1", Value(n)) for n in (2, 2, 1)] == ["held", "held", "counted"]
    assert own(store, person) == ({"q1": Value(1)}, set())


@pytest.mark.parametrize(("phases", "words"), [(("agreed",), "talked and agreed"), (("agreed", "closed"), "closed by")])
def test_an_answer_after_all_agreed_is_refused_in_words_for_the_person(store, phases, words):
    workshop = room(store)
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))
    go(store, workshop, *TO_REVEAL)
    record(store, person, "q1", Value(2))
    go(store, workshop, *phases)
    with refused(NotAllowedError, match=f"{words}.*What you said before stays as it was"):
        record(store, person, "q1", Value(3))
    with pytest.raises(NotAllowedError):
        store.withdraw(person, "demo", "q1")
    assert record(store, person, "q1", Value(2)) == "held"  # a page that saves once more
    assert own(store, person) == ({"q1": Value(2)}, {"q1"})
    assert counted(store, person) == {"q1": Value(1)}


def test_all_answers_of_somebody_come_in_at_once_or_not_at_all(store):
    workshop = room(store)
    person, other = store.join(workshop, "t"), store.join(workshop, "other")
    said = {("demo", "q1"): Response(answer=Value(1), why="So."), ("demo", "q2"): Response(answer=DontKnow())}
    store.record_all(person, said, today=DAY)
    for (_, item), response in said.items():
        record(store, other, item, response, today=DAY)
    assert store.sheet(person, "demo") == store.sheet(other, "demo")
    assert [(line["item"], line["state"], line["on_day"]) for line in log(store, person)] == [
        ("q1", "value", DAY),
        ("q2", "dont_know", DAY),
    ]
    second_round(store, workshop, "q1")
    with refused(NotAllowedError, match="asks only a few questions again"):
        store.record_all(person, {key: Response(answer=Value(4)) for key in said})
    assert counted(store, person, 2) == {}


def test_what_counts_can_be_taken_back_until_the_freeze_and_what_is_held_after_it(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    for item in ("q1", "q2"):
        record(store, person, item, Value(1))
    store.withdraw(person, "demo", "q2")
    assert counted(store, person) == {"q1": Value(1)}

    go(store, workshop, "frozen")
    record(store, person, "q1", Value(2))
    record(store, person, "q2", Value(2))
    store.withdraw(person, "demo", "q2")
    store.withdraw(person, "demo", "q2")
    store.withdraw(person, "demo", "q1")
    assert own(store, person) == ({"q1": Value(1)}, set())
    with refused(NotAllowedError, match="can't be taken back"):
        store.withdraw(person, "demo", "q1")
    assert counted(store, person) == {"q1": Value(1)}
    assert [line["state"] for line in log(store, person)] == ["value", "value", "withdrawn"]


def test_everyone_s_answers_come_in_one_reading_and_whoever_is_late_is_not_among_them(store):
    workshop = room(store)
    one, silent = store.join(workshop, "one"), store.join(workshop, "silent")
    stranger = store.join(room(store), "stranger")
    record(store, one, "q1", Value(1))
    record(store, one, "q2", Value((" a", "b")))
    record(store, stranger, "q1", Value(4))
    store.record(one, "other", "q1", Response(answer=Value(3)))
    go(store, workshop, "frozen")
    record(store, one, "q1", Value(2))
    record(store, store.join(workshop, "late"), "q1", Value(0))

    said = []
    event.listen(store.engine, "before_cursor_execute", lambda *of: said.append(of[2]))
    sheets = store.sheets(workshop, "demo")
    assert len([statement for statement in said if "SELECT" in statement]) == 1
    assert sheets == {one: store.sheet(one, "demo"), silent: AnswerSheet()}
    assert answers(sheets[one]) == {"q1": Value(1), "q2": Value((" a", "b"))}
    assert list(sheets) == sorted(sheets)
    assert store.sheets(workshop, "demo", 2) == {one: AnswerSheet(), silent: AnswerSheet()}
