"""The store of rooms: joining, answers that count or are held, steps, talk, and what is erased."""

from dataclasses import replace
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

from cosmos_app.storage import Action, Decision, Feedback, Parked, Person, Sitting, StoreError, open_store, tables
from cosmos_app.storage import sittings as sittings_module
from cosmos_app.storage.clock_and_ids import CODE_LETTERS
from cosmos_app.texts.refusals import refusal
from models.answers import AnswerSheet, Evidence, Response, Value
from models.plan import LocalQuestion, Plan, Promise
from models.silences import DontKnow, NotApplicable
from models.sites import SiteCard
from models.smallest_group import SmallGroupError
from models.workshop import NotAllowedError, Workshop


def answers(sheet):
    return {item: response.answer for item, response in sheet.responses.items()}


def counted(store, person, turn=1):
    return answers(store.sheet(person, "demo", turn))


def own(store, person, turn=1):
    sheet, held = store.own_sheet(person, "demo", turn)
    return answers(sheet), set(held)


def second_round(store, workshop, *items):
    go(store, workshop, *TO_REVEAL)
    store.ask_again(workshop, [("demo", item) for item in items])
    go(store, workshop, "open")


# The plan


def test_a_draft_is_kept_as_it_was_planned_with_one_way_to_join(store):
    kept = replace(
        PLAN,
        asked={"zeta": (), "alpha": ("a", "b", "c")},
        wave="Spring",
        agenda="2x60",
        named=True,
        smallest_group=7,
        languages="English, Łódzki",
        local=(
            LocalQuestion(ask="Which door?", options=("Front", "Łódź")),
            LocalQuestion(ask="What did we forget?", kind="text"),
        ),
        practice="two-stories",
    )
    workshop = store.draft(kept, example=True, today=DAY)
    found = store.room(workshop)
    assert (found.id, found.plan, found.depth, found.example, found.started_on) == (workshop, kept, "full", True, DAY)
    assert list(found.plan.asked) == ["zeta", "alpha"]
    assert found.workshop == Workshop(kind="room", phase="draft", round=1)
    assert (found.definitions, found.step, found.focus, found.step_since) == ({}, "", "", None)
    (sitting,) = store.sittings(workshop)
    assert (sitting.name, sitting.remote, len(sitting.code)) == ("", False, 6)
    assert set(sitting.code) <= set(CODE_LETTERS)


def test_an_empty_plan_can_be_kept_and_filled_in_later(store):
    workshop = store.draft(Plan())
    assert store.room(workshop).plan == Plan()
    store.keep_plan(workshop, replace(PLAN, depth="short", site="Har\x00bour", promise=Promise(asked_by="\ud83dus")))
    assert store.room(workshop).plan == replace(PLAN, depth="short", promise=Promise(asked_by="us"))
    assert store.room(workshop).depth == "short"


def test_a_plan_stays_as_it_was_when_people_began_to_answer_by_it(store):
    workshop = room(store)
    with refused(NotAllowedError, match=r"its plan stays as it is\. Prepare another workshop"):
        store.keep_plan(workshop, replace(PLAN, named=True))
    assert store.room(workshop).plan == PLAN


def test_a_group_so_small_that_people_can_be_recognised_is_not_kept(store):
    with pytest.raises(SmallGroupError):
        store.draft(replace(PLAN, smallest_group=2))
    assert store.rooms() == ()
    assert count(store, tables.workshop, tables.sitting) == [0, 0]


def test_a_room_opens_once_with_the_definitions_it_asks(store):
    kept = store.keep_definition(DOCUMENT)
    workshop = store.draft(PLAN)
    assert store.open_room(workshop, {"zeta": kept, "alpha": kept}, "short") == Workshop(phase="open")
    found = store.room(workshop)
    assert (found.workshop.phase, found.depth, list(found.definitions)) == ("open", "short", ["zeta", "alpha"])
    with refused(NotAllowedError, match="opened already"):
        store.open_room(workshop, {"other": kept}, "full")
    assert store.room(workshop) == found


def test_a_room_whose_definitions_are_not_kept_stays_a_draft(store):
    workshop = store.draft(PLAN)
    with refused(StoreError, match="no longer holds"):
        store.open_room(workshop, {"demo": "unknown"}, "full")
    assert store.room(workshop).workshop.phase == "draft"
    assert store.room(workshop).definitions == {}


def test_rooms_come_newest_first_and_people_alone_are_not_among_them(store):
    old = room(store, today=DAY)
    new = store.draft(PLAN, today=DAY.replace(year=2027))
    begin(store)
    begin(store, kind="shared")
    assert [one.id for one in store.rooms()] == [new, old]
    assert [dict(one.definitions) for one in store.rooms()] == [{}, {"demo": store.keep_definition(DOCUMENT)}]
    assert store.room(begin(store)) is None
    assert store.room("never") is None


def test_erasing_a_workshop_leaves_the_one_that_followed_it(store):
    first = room(store)
    second = store.draft(replace(PLAN, previous=first))
    assert store.room(second).plan.previous == first
    store.erase(first)
    assert store.room(second).plan == replace(PLAN, previous=None)


# Sittings


def test_each_sitting_has_a_code_that_leads_to_it(store):
    workshop = room(store)
    (only,) = store.sittings(workshop)
    remote = store.add_sitting(workshop, "From\x00 afar", remote=True)
    assert store.sittings(workshop) == (only, remote)
    assert (remote.name, remote.remote) == ("From afar", True)
    assert store.sitting_by_code(remote.code) == (remote, workshop)
    assert store.sitting_by_code(only.code) == (only, workshop)
    assert store.sitting_by_code("NEVER2") is None


def test_a_code_that_another_room_has_is_made_anew(store, monkeypatch):
    codes = iter(["AAAAAA", "AAAAAA", "AAAAAA", "BBBBBB"])
    monkeypatch.setattr(sittings_module, "new_code", lambda length: next(codes))
    first, second = store.draft(PLAN), store.draft(PLAN)
    assert [store.sittings(one)[0].code for one in (first, second)] == ["AAAAAA", "BBBBBB"]


# Joining


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


# Answers


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


# A second round


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


# Steps


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


def test_the_timer_starts_when_the_step_changes_and_not_with_the_focus(store):
    def seen():
        here = store.room(workshop)
        return here.step, here.focus, here.step_since

    workshop = room(store)
    store.look_at(workshop, step="discuss", now=1000)
    store.look_at(workshop, focus="demo/q1", now=1100)
    store.look_at(workshop, step="discuss", now=1200)
    assert seen() == ("discuss", "demo/q1", 1000)
    store.look_at(workshop, step="agree", focus="", now=1300)
    store.look_at(workshop)
    assert seen() == ("agree", "", 1300)
    store.look_at(workshop, step="actions")
    assert seen()[2] > 1_700_000_000


# People


def test_people_agree_privately_until_the_first_reveal(store):
    workshop = room(store)
    person, other = store.join(workshop, "t"), store.join(workshop, "u")
    for consents in (True, False, None, True):
        store.say_consent(person, consents)
        assert store.resume("t").consents == consents
    go(store, workshop, "frozen")
    store.say_consent(other, True)
    go(store, workshop, "revealed")
    for step in ("open", "frozen", "revealed", "agreed", "closed"):
        with refused(NotAllowedError, match="shown already"):
            store.say_consent(person, False)
        go(store, workshop, step)
    assert [one.consents for one in store.people(workshop)] == [True, True]


def test_somebody_who_leaves_takes_everything_with_them(store, address):
    workshop = room(store)
    person, other = store.join(workshop, "t", name="my own name"), store.join(workshop, "u")
    for one in (person, other):
        record(store, one, "q1", Value(1))
    record(store, person, "q1", Response(answer=Value(2), why="my own words"))
    store.keep_thought(person, "demo", "help", "my own words")
    store.leave(person)

    assert store.resume("t") is None
    assert [one.id for one in store.people(workshop)] == [other]
    assert count(store, tables.answer, tables.answer_log, tables.thought, tables.resume) == [1, 1, 0, 1]
    if address.startswith("sqlite"):
        assert b"my own" not in bytes_in(Path(make_url(address).database).parent)
    with refused(StoreError, match="no longer holds"):
        store.leave(person)


@pytest.mark.parametrize("phases", [("frozen",), TO_REVEAL, TO_SECOND_ROUND, (*TO_REVEAL, "agreed", "closed")])
def test_nobody_leaves_once_the_first_round_is_closed(store, phases):
    workshop = room(store)
    person = store.join(workshop, "t")
    go(store, workshop, *phases)
    with refused(NotAllowedError, match="only while the first round is open"):
        store.leave(person)
    assert store.resume("t").participant == person


def test_a_workshop_of_one_is_erased_as_a_whole(store):
    person = store.join(begin(store), "t")
    with refused(NotAllowedError, match="as a whole"):
        store.leave(person)


# Talk


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


def test_feedback_is_the_last_of_each_person_in_an_order_that_tells_nothing(store):
    workshop = room(store)
    people = [store.join(workshop, f"t{number}") for number in range(4)]
    said = [Feedback(heard=4, worth=0), Feedback(words="Too long."), Feedback(heard=1, worth=4, words="Thank you.")]
    store.keep_feedback(people[0], Feedback(words="first try"))
    for person, one in zip(people, said, strict=False):
        store.keep_feedback(person, one)
    store.keep_feedback(store.join(room(store), "elsewhere"), Feedback(heard=2))
    assert store.feedbacks(workshop) == (said[1], said[2], said[0])
    go(store, workshop, *TO_REVEAL, "agreed")
    store.keep_feedback(people[3], Feedback(heard=0))
    told = (said[1], Feedback(heard=0), said[2], said[0])
    assert store.feedbacks(workshop) == told
    go(store, workshop, "closed")
    with pytest.raises(NotAllowedError):
        store.keep_feedback(people[3], Feedback(heard=4))
    assert store.feedbacks(workshop) == told


# Desks


def test_a_desk_is_known_by_its_token_until_all_are_dropped(store, address):
    for _ in range(2):
        store.add_desk("the facilitator's token")
    store.add_desk("another", today=DAY)
    assert store.is_desk("the facilitator's token")
    assert not store.is_desk("a guess")
    if address.startswith("sqlite"):
        assert b"facilitator's token" not in bytes_in(Path(make_url(address).database).parent)
    store.drop_desks()
    assert not store.is_desk("another")


# Erasing


def test_erasing_a_room_leaves_no_trace_of_it_and_others_as_they_were(store, address):
    def everything(words):
        workshop = room(store, replace(PLAN, site=words))
        person = store.join(workshop, words, role=words, name=words)
        store.add_sitting(workshop, words)
        record(store, person, "q1", Response(answer=Value(words), why=words))
        store.say_consent(person, True)
        store.keep_thought(person, "demo", "help", words)
        go(store, workshop, *TO_REVEAL)
        record(store, person, "q1", Value(f"{words} " * 1500))
        store.ask_again(workshop, [("demo", "q1")])
        store.decide(workshop, "demo", "q1", Decision(value=words, note=words))
        store.keep_result(workshop, "demo", "1.0", {"said": words})
        store.set_target(workshop, "demo", "help", 3)
        store.set_locus(workshop, "law", "concern")
        store.add_own_factor(workshop, words)
        store.add_action(workshop, words)
        store.park(workshop, words)
        store.keep_feedback(person, Feedback(words=words))
        after = room(store, replace(PLAN, previous=workshop))
        store.keep_paper(after, words)
        store.join(after, f"{words} again", same_as=person)
        return workshop, after

    kept, _ = everything("other")
    store.add_desk("desk")
    store.add_lead("lead")
    store.keep_card("Harbour", SiteCard())
    store.receive("Elsewhere", {})
    before, seen = count(store, *tables.metadata.sorted_tables), store.room(kept)
    assert 0 not in before
    workshop, after = everything("my own words")
    for _ in range(2):
        store.erase(workshop)
        store.erase(after)

    assert count(store, *tables.metadata.sorted_tables) == before
    assert (store.room(workshop), store.resume("my own words")) == (None, None)
    assert store.room(kept) == seen
    if address.startswith("sqlite"):
        assert b"own words" not in bytes_in(Path(make_url(address).database).parent)


def test_a_room_s_own_questions_are_erased_with_the_last_room_that_asked_them(store, address):
    def asking(words):
        kept = {"demo": store.keep_definition(DOCUMENT), "local": store.keep_definition({**DOCUMENT, "title": words})}
        workshop = store.draft(PLAN)
        store.open_room(workshop, kept, "full")
        return workshop, kept["local"]

    (first, mine), (second, same), (third, other) = (asking(words) for words in ("my words", "my words", "others"))
    assert mine == same
    store.erase(first)
    assert store.definition(mine)["title"] == "my words"
    store.erase(second)
    with refused(StoreError, match="holds no definition"):
        store.definition(mine)
    assert dict(store.room(third).definitions) == {"demo": store.keep_definition(DOCUMENT), "local": other}
    if address.startswith("sqlite"):
        assert b"my words" not in bytes_in(Path(make_url(address).database).parent)


def test_changing_a_room_that_was_erased_is_refused(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    (sitting,) = store.sittings(workshop)
    paper = store.keep_paper(workshop, "7")
    store.erase(workshop)
    for change in (
        lambda: store.keep_plan(workshop, PLAN),
        lambda: store.open_room(workshop, {}, "full"),
        lambda: store.step_to(workshop, "frozen"),
        lambda: store.look_at(workshop, step="agree"),
        lambda: store.join(workshop, "t"),
        lambda: store.add_sitting(workshop, "x"),
        lambda: store.say_consent(person, True),
        lambda: store.leave(person),
        lambda: record(store, person, "q1", Value(1)),
        lambda: store.withdraw(person, "demo", "q1"),
        lambda: store.ask_again(workshop, []),
        lambda: store.decide(workshop, "demo", "q1", None),
        lambda: store.add_action(workshop, "x"),
        lambda: store.change_action(workshop, "x", what="x"),
        lambda: store.keep_paper(workshop, "x"),
        lambda: store.type_paper(paper, {"first": {}}),
        lambda: store.count_paper(paper, {}, None, None),
        lambda: store.park(workshop, "x"),
        lambda: store.keep_feedback(person, Feedback()),
    ):
        with refused(StoreError, match="no longer holds what this belongs to"):
            change()
    assert sum(count(store, *tables.metadata.sorted_tables)) == 1  # the definition
    assert store.sitting_by_code(sitting.code) is None


def test_two_stores_on_one_database_see_each_other_s_writes_at_once(address):
    with open_store(address) as one, open_store(address) as other:
        workshop = room(one)
        person = other.join(workshop, "t")
        assert record(one, person, "q1", Value(1)) == "counted"
        assert counted(other, person) == {"q1": Value(1)}
        go(other, workshop, "frozen")
        assert one.room(workshop).workshop.phase == "frozen"
        assert record(one, person, "q1", Value(2)) == "held"
        go(one, workshop, "open")
        assert counted(other, person) == {"q1": Value(2)}
        assert isinstance(other.sittings(workshop)[0], Sitting)


def test_what_a_room_agreed_stays_as_it_is_after_the_close(store):
    workshop = room(store)
    go(store, workshop, *TO_REVEAL, "agreed", "closed")
    changes = (
        lambda: store.set_target(workshop, "demo", "help", 3.0),
        lambda: store.set_locus(workshop, "rules", "control"),
        lambda: store.add_own_factor(workshop, "Rain"),
    )
    for change in changes:
        with refused(NotAllowedError, match="closed"):
            change()
