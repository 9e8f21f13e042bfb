"""Forms on paper in the store: typed in bit by bit, counted once and whole, forgotten when it is too late."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, make_url
from support.refusals import refused
from support.stores import (
    DAY,
    DOCUMENT,
    PLAN,
    TO_REVEAL,
    TO_SECOND_ROUND,
    begin,
    bytes_in,
    count,
    go,
    log,
    record,
    room,
)

from cosmos_app.storage import PaperSheet, StoreError, open_store, tables
from models.answers import AnswerSheet, Response, Value
from models.silences import DontKnow, NotApplicable
from models.workshop import NotAllowedError

SAID = {
    ("demo", "q1"): Response(answer=Value(3), why="So it is."),
    ("demo", "q2"): Response(answer=NotApplicable("no public")),
    ("local", "door"): Response(answer=Value(("front", "back"))),
}


@contextmanager
def before_writing(store, seen):
    """Collect the changes of papers that are written."""

    def write(connection, cursor, statement, *rest):
        if statement.startswith("UPDATE paper"):
            seen.append(statement)

    event.listen(store.database.engine, "before_cursor_execute", write)
    try:
        yield
    finally:
        event.remove(store.database.engine, "before_cursor_execute", write)


def test_what_is_typed_from_a_paper_is_there_when_somebody_goes_on(address):
    with open_store(address) as store:
        workshop = room(store)
        paper = store.keep_paper(workshop, "7\x00")
        assert store.papers(workshop) == (PaperSheet(id=paper, label="7", first={}, second=None),)
        store.type_paper(paper, {"first": {"demo/q1": "c"}})
        store.type_paper(paper, {"first": {"demo/q1": "d", "demo/q2": "Łó\x00dź"}})
        store.type_paper(paper, {"second": {}})
    with open_store(address) as store:
        assert store.papers(workshop) == (
            PaperSheet(id=paper, label="7", first={"demo/q1": "d", "demo/q2": "Łódź"}, second={}),
        )


def test_both_typings_of_a_paper_are_kept_together_or_neither(store):
    paper = store.keep_paper(workshop := room(store), "7")
    store.type_paper(paper, {"first": {"demo/q1": "a"}, "second": {"demo/q1": "b"}})
    writes = []
    with before_writing(store, writes):
        store.type_paper(paper, {"first": {"demo/q1": "c"}, "second": {"demo/q1": "c"}})
    assert len(writes) == 1
    (one,) = store.papers(workshop)
    assert one.first == one.second == {"demo/q1": "c"}


def test_papers_keep_their_order_and_stay_with_their_room(store):
    workshop, other = room(store), room(store)
    kept = [store.keep_paper(workshop, label) for label in ("10", "2", "2")]
    store.keep_paper(other, "1")
    store.drop_paper(kept[1])
    store.drop_paper(kept[1])
    assert [paper.id for paper in store.papers(workshop)] == [kept[0], kept[2]]
    assert [paper.label for paper in store.papers(other)] == ["1"]


def test_a_paper_that_is_counted_is_a_person_like_any_other(store):
    workshop, twin = room(store), room(store)
    paper = store.keep_paper(workshop, "7")
    person = store.count_paper(paper, SAID, "nurse", "staff", today=DAY)
    phone = store.join(twin, "t", role="nurse", family="staff")
    for (questionnaire, item), response in SAID.items():
        store.record(phone, questionnaire, item, response, today=DAY)

    assert store.papers(workshop) == ()
    for questionnaire in ("demo", "local"):
        assert store.sheet(person, questionnaire) == store.sheet(phone, questionnaire)
    lines = [[{**line, "participant": "", "id": 0} for line in log(store, one)] for one in (person, phone)]
    assert lines[0] == lines[1]
    (one,) = store.people(workshop)
    assert (one.id, one.family, one.finished, one.late, one.consents, one.name) == (
        person,
        "staff",
        True,
        False,
        None,
        None,
    )


def test_a_paper_without_answers_is_a_person_who_said_nothing(store):
    workshop = room(store)
    person = store.count_paper(store.keep_paper(workshop, "7"), {}, None, None)
    assert store.sheets(workshop, "demo") == {person: AnswerSheet()}


@pytest.mark.parametrize("phases", [("frozen",), TO_REVEAL])
def test_a_paper_that_comes_after_the_freeze_is_held_as_late_as_any_answer(store, phases):
    workshop = room(store)
    go(store, workshop, *phases)
    person = store.count_paper(store.keep_paper(workshop, "7"), SAID, None, None)
    assert store.people(workshop)[0].late
    assert store.sheets(workshop, "demo") == {}
    sheet, held = store.own_sheet(person, "demo", 1)
    assert (sheet.answer("q1"), held) == (Value(3), {"q1", "q2"})
    assert log(store, person) == []


def test_a_paper_held_after_a_freeze_counts_when_the_round_opens_again(store):
    workshop = room(store)
    go(store, workshop, "frozen")
    person = store.count_paper(store.keep_paper(workshop, "7"), SAID, None, None)
    go(store, workshop, "open")
    assert store.sheet(person, "demo").answer("q1") == Value(3)
    assert not store.people(workshop)[0].late


@pytest.mark.parametrize("phases", [TO_SECOND_ROUND, (*TO_SECOND_ROUND, *TO_REVEAL), (*TO_REVEAL, "agreed")])
def test_a_paper_of_a_round_that_is_over_is_not_counted_and_not_lost(store, phases):
    workshop = room(store)
    paper = store.keep_paper(workshop, "7")
    store.type_paper(paper, {"first": {"demo/q1": "c"}})
    go(store, workshop, *phases)
    with refused(NotAllowedError, match="belongs to a round that is over"):
        store.count_paper(paper, SAID, None, None)
    with refused(NotAllowedError, match="belongs to a round that is over|No sheet 8 was counted in the first round"):
        store.keep_paper(workshop, "8")
    assert store.people(workshop) == ()
    assert [kept.first for kept in store.papers(workshop)] == [{"demo/q1": "c"}]


def second_round_of(store, *labels):
    """A room whose second round asks one question again, and the people whose sheets were counted in the first."""
    workshop = room(store)
    people = [store.count_paper(store.keep_paper(workshop, label), SAID, "nurse", "staff") for label in labels]
    go(store, workshop, *TO_SECOND_ROUND)
    return workshop, people


AGAIN = {("demo", "q1"): Response(answer=Value(4))}


def test_a_second_sheet_is_that_of_whoever_had_the_first_of_its_number(store):
    workshop, [one, other] = second_round_of(store, "7", "8")
    assert {label: seat.participant for label, seat in store.numbered_seats(workshop).items()} == {"7": one, "8": other}
    paper = store.keep_paper(workshop, "8")
    assert [sheet.round for sheet in store.papers(workshop)] == [2]
    assert store.count_paper(paper, AGAIN, None, None) == other
    assert (store.papers(workshop), len(store.people(workshop))) == ((), 2)
    assert [store.sheet(person, "demo", 2).responses.get("q1") for person in (one, other)] == [
        None,
        AGAIN["demo", "q1"],
    ]
    assert store.sheet(other, "demo").answer("q1") == Value(3), "the first round stays"
    assert {person.id: person.finished for person in store.people(workshop)} == {one: False, other: True}
    assert [person.family for person in store.people(workshop)] == ["staff", "staff"]


def test_a_second_sheet_asks_only_what_is_asked_again(store):
    workshop, _ = second_round_of(store, "7")
    paper = store.keep_paper(workshop, "7")
    with refused(NotAllowedError, match="asks only a few questions again"):
        store.count_paper(paper, SAID, None, None)
    assert len(store.papers(workshop)) == 1, "nothing was kept of it"


def test_a_second_sheet_without_a_first_one_is_refused(store):
    workshop = room(store)
    store.join(workshop, "a phone")
    go(store, workshop, "frozen")
    store.count_paper(store.keep_paper(workshop, "late"), SAID, None, None)
    go(store, workshop, "revealed", "open")
    for label in ("7", "late"):
        with refused(NotAllowedError, match=f"No sheet {label} was counted in the first round"):
            store.keep_paper(workshop, label)


def test_a_second_sheet_after_the_freeze_is_held_and_after_the_dots_refused(store):
    workshop, [one] = second_round_of(store, "7")
    go(store, workshop, "frozen")
    store.count_paper(store.keep_paper(workshop, "7"), AGAIN, None, None)
    assert store.own_sheet(one, "demo", 2)[1] == {"q1"}
    go(store, workshop, "open")
    assert store.sheet(one, "demo", 2).answer("q1") == Value(4)
    paper = store.keep_paper(workshop, "7")
    go(store, workshop, *TO_REVEAL)
    for change in (lambda: store.keep_paper(workshop, "7"), lambda: store.count_paper(paper, AGAIN, None, None)):
        with refused(NotAllowedError, match="belongs to a round that is over"):
            change()


def test_the_close_forgets_the_numbers_of_sheets(store):
    workshop, _ = second_round_of(store, "7")
    go(store, workshop, *TO_REVEAL, "agreed")
    assert list(store.numbered_seats(workshop)) == ["7"]
    go(store, workshop, "closed")
    assert store.numbered_seats(workshop) == {}


def test_a_draft_and_a_workshop_of_one_take_no_paper(store):
    with refused(NotAllowedError, match="not begun yet"):
        store.keep_paper(store.draft(PLAN), "7")
    with refused(NotAllowedError, match="several people"):
        store.keep_paper(begin(store), "7")


def test_a_paper_counts_once(store):
    workshop = room(store)
    paper = store.keep_paper(workshop, "7")
    store.count_paper(paper, SAID, None, None)
    for change in (
        lambda: store.count_paper(paper, SAID, None, None),
        lambda: store.type_paper(paper, {"first": {}}),
    ):
        with refused(StoreError, match="no longer holds"):
            change()
    assert len(store.people(workshop)) == 1


@pytest.mark.parametrize("words", ["INTO participant", "INTO answer_log", "DELETE FROM paper"])
def test_a_paper_that_fails_half_way_seats_nobody_and_stays(store, words):
    workshop = room(store)
    paper = store.keep_paper(workshop, "7")
    store.type_paper(paper, {"first": {"demo/q1": "c"}})

    def fail(connection, cursor, statement, *rest):
        if words in statement:
            raise RuntimeError("the power failed")

    event.listen(store.engine, "before_cursor_execute", fail)
    with pytest.raises(RuntimeError):
        store.count_paper(paper, SAID, None, None)
    event.remove(store.engine, "before_cursor_execute", fail)

    assert count(store, tables.participant, tables.answer, tables.answer_log) == [0, 0, 0]
    assert [kept.first for kept in store.papers(workshop)] == [{"demo/q1": "c"}]
    assert store.count_paper(paper, SAID, None, None)


def test_the_close_forgets_papers_that_nobody_counted(store, address):
    workshop, other = room(store), room(store)
    for one in (workshop, other):
        record(store, store.join(one, one), "q1", DontKnow())
        store.type_paper(store.keep_paper(one, "7"), {"first": {"demo/q1": f"my own words {one}"}})
    go(store, workshop, *TO_REVEAL, "agreed", "closed")
    assert (store.papers(workshop), len(store.papers(other))) == ((), 1)
    if address.startswith("sqlite"):
        assert f"words {workshop}".encode() not in bytes_in(Path(make_url(address).database).parent)


def test_what_was_typed_is_not_in_the_file_any_more_once_it_counts(store, address):
    workshop = room(store)
    paper = store.keep_paper(workshop, "the label")
    store.type_paper(paper, {"first": {"demo/q1": "as it was typed"}})
    store.count_paper(paper, SAID, None, None)
    if address.startswith("sqlite"):
        assert b"as it was typed" not in bytes_in(Path(make_url(address).database).parent)
    assert store.definition(store.room(workshop).definitions["demo"]) == DOCUMENT
