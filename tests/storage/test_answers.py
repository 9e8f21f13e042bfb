"""Answers of one person: what was recorded comes back exactly, with its trace."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.refusals import refused
from support.stores import DAY, begin, log, record, seat

from cosmos_app.storage import StoreError
from cosmos_app.storage.rows import LONGEST_VALUE
from models.answers import LONGEST_NOTE, AnswerSheet, Evidence, Response, Value
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped
from models.workshop import NotAllowedError

words = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))


answers = st.one_of(
    st.builds(
        Value,
        st.one_of(
            st.integers(),
            st.floats(allow_nan=False, allow_infinity=False),
            words,
            st.lists(words, max_size=8).map(tuple),
        ),
    ),
    st.builds(DontKnow),
    st.builds(NotApplicable, words),
    st.builds(OutsideOurControl, words),
    st.builds(Skipped),
)


responses = st.builds(
    Response,
    answer=answers,
    why=words,
    evidence=st.none() | st.builds(Evidence, link=words, date=words, note=words),
    known_by=st.sampled_from([None, "seen", "heard", "guess"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.dictionaries(st.sampled_from(["q1", "q2", "q3"]), responses))
def test_what_was_recorded_comes_back_exactly(store, said):
    person = seat(store, uuid.uuid4().hex)
    sheet = AnswerSheet()
    for item, response in said.items():
        sheet = sheet.record(item, response)
        record(store, person, item, response)

    back = store.sheet(person, "demo")
    assert back == sheet
    assert {item: repr(r) for item, r in back.responses.items()} == {item: repr(r) for item, r in said.items()}


def test_a_person_who_said_nothing_has_an_empty_sheet(store):
    assert store.sheet(seat(store), "demo") == AnswerSheet()


def test_the_latest_answer_stands_and_the_log_keeps_how_it_came_about(store):
    person = seat(store)
    record(store, person, "q1", Value(1), today=DAY)
    record(store, person, "q1", Response(answer=NotApplicable("no public"), why="as yet"), today=DAY)

    assert store.sheet(person, "demo").response("q1") == Response(answer=NotApplicable("no public"), why="as yet")
    assert [
        (line["state"], line["value"], line["note"], line["why"], line["on_day"]) for line in log(store, person)
    ] == [
        ("value", 1, "", "", DAY),
        ("not_applicable", None, "no public", "as yet", DAY),
    ]


def test_saving_the_same_again_is_no_change(store):
    person = seat(store)
    for _ in range(3):
        record(store, person, "q1", Value(("bus", "car")))
    assert len(log(store, person)) == 1


def test_one_and_one_point_nought_are_two_answers(store):
    person = seat(store)
    record(store, person, "q1", Value(1))
    record(store, person, "q1", Value(1.0))
    assert repr(store.sheet(person, "demo").answer("q1")) == "Value(value=1.0)"


def test_an_answer_taken_back_leaves_the_item_open_and_a_line_in_the_log(store):
    person = seat(store)
    record(store, person, "q1", Value(1))
    store.withdraw(person, "demo", "q1")
    store.withdraw(person, "demo", "q1")

    assert store.sheet(person, "demo").is_open("q1")
    assert [line["state"] for line in log(store, person)] == ["value", "withdrawn"]


@pytest.mark.parametrize("phase", ["draft", "frozen", "revealed"])
def test_one_person_alone_answers_while_it_is_open_and_is_told_when_not(store, phase):
    workshop = begin(store, kind="shared")
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))
    store.set_phase(workshop, phase)
    with refused(NotAllowedError, match=r"not begun yet|stays as it was"):
        record(store, person, "q1", Value(2))
    with pytest.raises(NotAllowedError):
        store.withdraw(person, "demo", "q1")
    assert record(store, person, "q1", Value(1)) == "counted"
    assert store.own_sheet(person, "demo", 1) == (store.sheet(person, "demo"), frozenset())
    assert store.sheet(person, "demo").answer("q1") == Value(1)


def test_what_no_database_can_hold_is_left_out_of_a_text(store):
    person = store.join(begin(store), "t", role="nur\x00se")
    record(store, person, "q1", Response(answer=Value("in\x00side \ud83d"), why="\x00"))
    assert store.sheet(person, "demo").response("q1") == Response(answer=Value("inside "))
    assert store.resume("t").role == "nurse"


@pytest.mark.parametrize(
    "said",
    [
        Value("x" * (LONGEST_VALUE + 1)),
        NotApplicable("x" * (LONGEST_NOTE + 1)),
        Response(answer=DontKnow(), why="x" * (LONGEST_NOTE + 1)),
        Response(answer=DontKnow(), evidence=Evidence(link="x" * (LONGEST_NOTE + 1))),
    ],
)
def test_a_text_longer_than_any_page_asks_for_changes_nothing(store, said):
    person = seat(store)
    record(store, person, "q1", Value(1))
    with refused(StoreError, match=r"at most \d+ are kept here, and nothing was changed\. Shorten it"):
        record(store, person, "q1", said)
    assert store.sheet(person, "demo").response("q1") == Response(answer=Value(1))
