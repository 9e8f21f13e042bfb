"""Questions of a room's own and a story to practise on: asked like any other, counted in no score."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest
from support.browsers import at_desk
from support.opened_rooms import reveal
from support.refusals import refused
from support.room_screens import drawn
from support.stores import PROMISE

from cosmos_app.content import catalogue
from cosmos_app.content.loader import kept_questionnaire
from cosmos_app.outputs import exports
from cosmos_app.storage import current
from cosmos_app.workshop import participation, rooms
from cosmos_app.workshop.practice import practice_offers
from cosmos_app.workshop.rehearsal import begin, seat
from cosmos_app.workshop.rooms import LastTime, joining
from cosmos_app.workshop.rooms.documents import LOCAL, documents
from cosmos_app.workshop.throttle import TooSoonError
from models.answers import Response, Value
from models.lint import lint_questionnaire
from models.plan import LONGEST_OPTION, MOST_LOCAL, MOST_OPTIONS, LocalQuestion, Plan, Promise, missing
from models.problems import InvalidDefinitionError
from models.silences import OutsideOurControl
from models.workshop import NotAllowedError

WHICH = LocalQuestion(ask="Which evening suits you?", options=("Monday", "Tuesday", "None of them"))
HELPS = LocalQuestion(ask="What would help you come?", kind="checklist", options=("A bus", "Childcare", "Food"))
WORDS = LocalQuestion(ask="What else?", kind="text")
CASE = "practice-project"
PLAN = Plan(
    site="Harbour",
    initiative="Home visits",
    asked={"project": ()},
    promise=PROMISE,
    smallest_group=3,
    local=(WHICH, LocalQuestion(ask=""), WORDS),
    practice=CASE,
)
OWN_WORDS = "zwölf Boxkämpfer"


@pytest.fixture
def here(stored):
    return stored


OFFERS, CASES = catalogue.offered(), practice_offers()


def local_of(*questions):
    asked = documents(replace(PLAN, local=questions), OFFERS, CASES)
    return kept_questionnaire(asked[LOCAL], LOCAL)


typed = st.builds(
    LocalQuestion,
    ask=st.text(max_size=120).map(str.strip),
    kind=st.sampled_from(["choice", "checklist", "text"]),
    options=st.lists(st.text(max_size=LONGEST_OPTION + 1).map(str.strip).filter(bool), max_size=MOST_OPTIONS + 1).map(
        tuple
    ),
)


@given(st.lists(typed, min_size=1, max_size=MOST_LOCAL))
def test_whatever_a_plan_may_open_with_is_a_questionnaire_free_of_faults(questions):
    plan = replace(PLAN, local=tuple(questions))
    if missing(plan) or all(one.is_blank for one in questions):
        return
    questionnaire = local_of(*questions)
    asked = [one for one in questions if not one.is_blank]
    assert [(item.ask, item.kind) for item in questionnaire.items] == [(one.ask, one.kind) for one in asked]
    assert [len(item.choices) for item in questionnaire.items] == [
        0 if one.kind == "text" else len(one.options) for one in asked
    ]
    found = {one.code for one in lint_questionnaire(questionnaire, catalogue.catalogues(), LOCAL)}
    # It has no profile, as a story to practise on has none; and whatever was typed is shown as it was typed.
    assert found - {"unsafe-markup", "white-space"} == {"small-radar"}


def test_the_story_comes_first_and_own_questions_last_and_both_forms_ask_them():
    asked = documents(PLAN, OFFERS, CASES)
    assert list(asked) == [CASE, "project", LOCAL]
    questionnaire = kept_questionnaire(asked[LOCAL], LOCAL)
    assert [item.ask for item in questionnaire.at_depth("short")] == [WHICH.ask, WORDS.ask]
    assert not questionnaire.dimensions
    assert (questionnaire.level, questionnaire.language) == ("project", "en")


def test_an_id_stands_for_one_question_in_whatever_workshop():
    [one, other] = local_of(WHICH, HELPS).items
    [_, again] = local_of(WORDS, WHICH).items
    assert one.id == again.id
    assert one.id != other.id
    for changed in ({"options": ("Tuesday", "Monday", "None of them")}, {"kind": "checklist"}, {"ask": "Which day?"}):
        assert local_of(replace(WHICH, **changed)).items[0].id != one.id


def test_choices_typed_before_own_words_were_wanted_change_nothing():
    assert local_of(replace(WORDS, options=("A", "B"))) == local_of(WORDS)


def test_a_story_that_is_gone_keeps_a_room_from_opening(here):
    workshop = here.draft(replace(PLAN, practice="practice-of-old"))
    with refused(NotAllowedError, match=r"practice-of-old.*Choose what to ask anew"):
        rooms.open_room(current.store().room(workshop))


def test_the_time_it_takes_is_told_with_all_parts():
    alone = rooms.minutes_to_answer(replace(PLAN, local=(), practice=""))
    assert rooms.minutes_to_answer(replace(PLAN, practice="")) == alone + 1
    assert rooms.minutes_to_answer(PLAN) > alone + 1
    assert rooms.minutes_to_answer(replace(PLAN, asked={})) == 0


def test_a_draft_keeps_them_as_typed(here):
    workshop = here.draft(PLAN)
    assert current.store().room(workshop).plan == PLAN


def _draw_plan(workshop):
    from cosmos_app.storage import current  # noqa: PLC0415  (this is a page of its own)
    from cosmos_app.web.views.desk import plan as plan_view  # noqa: PLC0415

    room = current.store().room(workshop)
    plan_view.form(plan_view.draft(room), room)


def page_of(workshop):
    page = AppTest.from_function(_draw_plan, args=(workshop,)).run(timeout=60)
    assert not page.exception, page.exception
    return page


def test_looking_at_a_plan_changes_nothing_in_it_also_while_the_workshop_before_it_is_open(here):
    before, closed = (begin(replace(PLAN, practice="", local=())) for _ in range(2))
    for phase in ("frozen", "revealed", "agreed", "closed"):
        here.step_to(closed.id, phase)
    workshop = here.draft(replace(PLAN, previous=before.id))
    page_of(workshop)
    assert current.store().room(workshop).plan == replace(PLAN, previous=before.id)


def test_a_plan_may_begin_with_what_was_prepared_for_the_workshop_before_it(here):
    before = begin(replace(PLAN, wave="Spring", promise=replace(PROMISE, last_time="We met.")))
    workshop = here.draft(Plan(previous=before.id, wave="Autumn", promise=Promise(last_time="Little came of it.")))
    with at_desk():
        page_of(workshop).button("like-last-time").click().run(timeout=60)
    kept = replace(PROMISE, last_time="Little came of it.")
    assert current.store().room(workshop).plan == replace(PLAN, previous=before.id, wave="Autumn", promise=kept)


def test_a_story_goes_with_the_questionnaire_it_is_of(here):
    workshop = here.draft(PLAN)
    with at_desk():
        page_of(workshop).checkbox(f"ask-project:plan-{workshop}").uncheck().run(timeout=60)
    assert (current.store().room(workshop).plan.asked, current.store().room(workshop).plan.practice) == ({}, "")


@pytest.fixture
def revealed(here):
    """A room of five who answered all they were asked, one of them that it is outside their control."""
    room = begin(replace(PLAN, local=(WHICH, HELPS, WORDS)))
    for number in range(5):
        said = {}
        for name, form in rooms.layouts(room).items():
            for item in form.questionnaire.at_depth("short"):
                said[name, item.id] = Response(answer=_answer(item, number))
        seat(room, "uses-the-service", said)
    here.step_to(room.id, "frozen")
    reveal(room)
    return current.store().room(room.id)


def _answer(item, number):
    if number == 4:
        return OutsideOurControl("the law")
    if item.kind == "text":
        return Value(OWN_WORDS)
    value = item.choices[number % len(item.choices)].value
    return Value((value,) if item.kind == "checklist" else value)


def test_a_room_goes_all_the_way_with_them_and_own_words_are_never_shown(here, revealed):
    own = [one.item.id for one in rooms.revealed(revealed, LOCAL).board]
    here.ask_again(revealed.id, [(LOCAL, item) for item in own])
    for phase in ("open", "frozen", "revealed", "agreed", "closed"):
        if phase == "revealed":
            reveal(revealed)
        else:
            here.step_to(revealed.id, phase)
        room = current.store().room(revealed.id)
        for item in own:
            screens = drawn(replace(room, focus=f"{LOCAL}/{item}"), steps=("again", "close"))
            assert OWN_WORDS not in str(screens)
    assert drawn(room), "every step of the script"
    for suffix in (".csv", ".json"):
        written = exports.export(room, suffix).decode()
        assert WHICH.ask in written
        assert OWN_WORDS not in written
    rows = list(csv.DictReader(io.StringIO(exports.export(room, ".csv").decode("utf-8-sig"))))
    assert {row["questionnaire"] for row in rows if row["practice"] == "1"} == {CASE}
    assert {row["questionnaire"] for row in rows if row["practice"] == "0"} == {"project", LOCAL}


def test_what_was_chosen_is_shown_as_dots(revealed):
    told = {one.item.kind: one for one in rooms.revealed(revealed, LOCAL).board}
    assert told["choice"].distribution == {"option-1": 2, "option-2": 1, "option-3": 1}
    assert told["checklist"].distribution == {"option-1": 2, "option-2": 1, "option-3": 1}
    assert told["text"].distribution == {}


def test_a_story_and_own_questions_tell_nothing_of_what_is_around_the_work(here, revealed):
    here.step_to(revealed.id, "agreed")
    room = current.store().room(revealed.id)
    assert {name: rooms.profile(room, name) is None for name in room.definitions} == {
        CASE: True,
        "project": False,
        LOCAL: True,
    }
    assert rooms.of_own_work(room) == ("project", LOCAL)


def test_below_the_dots_of_a_story_stand_the_story_and_how_others_read_it(revealed):
    case = catalogue.catalogues().practice[CASE]
    item, readings = next(iter(case.readings.items()))
    page = str(drawn(replace(revealed, focus=f"{CASE}/{item}"), steps=("discuss",)))
    assert f"about the invented story “{case.title}”" in page
    for words in (case.story[0], readings[0].because):
        assert words.split(",")[0].replace("'", "&#x27;").split('"')[0] in page


# Were you here last time?


@pytest.fixture
def twice(here):
    """A room, and the one that follows it; somebody sat in the first."""
    first = begin(replace(PLAN, practice="", local=()))
    rooms.take_seat(first, "then" * 10, "volunteer", None, "")
    for phase in ("frozen", "revealed", "agreed", "closed"):
        here.step_to(first.id, phase)
    return here.resume("then" * 10), begin(replace(PLAN, practice="", local=(), previous=first.id))


def test_a_browser_that_sat_there_last_time_is_known_and_any_other_is_not(here, twice):
    then, room = twice
    assert rooms.seat_of_last_time(room, "then" * 10) == then.participant
    assert rooms.seat_of_last_time(room, "other" * 10) is None
    assert rooms.seat_of_last_time(room, "") is None
    rooms.take_seat(room, "then" * 10, None, None, "")
    assert rooms.seat_of_last_time(room, "then" * 10) is None, "it sits in this room now"


@pytest.mark.parametrize("came", [True, False, None])
def test_what_people_say_of_last_time_is_kept_and_may_be_left_open(here, twice, came):
    _, room = twice
    rooms.take_seat(room, "now" * 20, None, None, "", last_time=LastTime(came_before=came))
    [person] = here.people(room.id)
    assert (person.came_before, person.same_as) == (came, None)


def test_a_code_of_last_time_links_the_two_seats(here, twice):
    then, room = twice
    code = participation.new_code(participation.resume("then" * 10))
    rooms.take_seat(room, "now" * 20, None, None, "", last_time=LastTime(came_before=True, code=code.lower()))
    [person] = here.people(room.id)
    assert (person.came_before, person.same_as) == (True, then.participant)


def test_a_wrong_code_of_last_time_is_told_seats_nobody_and_is_counted_at_the_door(here, twice, monkeypatch):
    _, room = twice
    monkeypatch.setattr(joining.throttle, "BY_ADDRESS", joining.throttle.Throttle(free=2))
    wrong = LastTime(came_before=True, code="ABCD-2345")
    for _ in range(2):
        with refused(NotAllowedError, match="leads to no seat"):
            rooms.take_seat(room, "now" * 20, None, None, "", last_time=wrong, address="there")
    with pytest.raises(TooSoonError):
        rooms.take_seat(room, "now" * 20, None, None, "", last_time=wrong, address="there")
    assert here.people(room.id) == ()


def test_a_code_into_another_workshop_than_the_one_before_links_nothing(here, twice):
    _, room = twice
    elsewhere = begin(replace(PLAN, practice="", local=()))
    rooms.take_seat(elsewhere, "else" * 20, None, None, "")
    code = participation.new_code(participation.resume("else" * 20))
    with refused(NotAllowedError, match="leads to no seat"):
        rooms.take_seat(room, "now" * 20, None, None, "", last_time=LastTime(came_before=True, code=code))


def test_a_definition_of_own_questions_is_refused_like_any_other_if_it_is_broken():
    with pytest.raises(InvalidDefinitionError):
        local_of(replace(WHICH, options=("Only one",)))
