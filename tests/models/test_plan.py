"""What a facilitator prepares, and what keeps it from opening."""

from dataclasses import fields, replace

import pytest

from cosmos_app.texts.room.plan import lacking
from models.plan import (
    LONGEST_OPTION,
    MOST_LOCAL,
    MOST_OPTIONS,
    LocalQuestion,
    Plan,
    Promise,
    missing,
    responsible,
)
from models.smallest_group import DEFAULT_K, SMALLEST_K

PROMISE = Promise(**{part.name: f"our {part.name}" for part in fields(Promise)})
COMPLETE = Plan(site="Harbour", initiative="Home visits", asked={"project": ()}, promise=PROMISE)


def test_an_empty_plan_lacks_everything_it_needs_in_the_order_of_the_form():
    assert missing(Plan()) == ("site", "initiative", "asked", *(f"promise.{part.name}" for part in fields(Promise)))


def test_a_complete_plan_lacks_nothing_and_may_leave_wave_and_languages_open():
    assert missing(COMPLETE) == ()
    assert (COMPLETE.wave, COMPLETE.languages) == ("", "")


@pytest.mark.parametrize("name", ["site", "initiative"])
def test_a_place_of_blanks_is_none(name):
    assert missing(replace(COMPLETE, **{name: " \n"})) == (name,)


@pytest.mark.parametrize("part", [part.name for part in fields(Promise)])
def test_every_part_of_the_promise_is_owed(part):
    assert missing(replace(COMPLETE, promise=replace(PROMISE, **{part: "  "}))) == (f"promise.{part}",)


@pytest.mark.parametrize("part", ["controller", "data_contact", "legal_basis"])
def test_a_promise_of_an_older_release_names_nobody_who_is_responsible(part):
    assert responsible(PROMISE)
    assert not responsible(replace(PROMISE, **{part: ""}))
    assert not responsible(replace(PROMISE, **{part: "[Who] is."}))


@pytest.mark.parametrize(
    ("chosen", "fits"),
    [((), True), (("a", "b", "c"), True), (tuple("abcd"), True), (("a", "b"), False), (tuple("abcde"), False)],
)
def test_a_room_takes_the_whole_form_or_three_or_four_dimensions_of_it(chosen, fits):
    plan = replace(COMPLETE, asked={"ecology": (), "project": chosen})
    assert missing(plan) == (() if fits else ("asked",))


def test_a_dimension_chosen_twice_is_one():
    assert missing(replace(COMPLETE, asked={"project": ("a", "b", "b")})) == ("asked",)


def test_chosen_dimensions_are_asked_in_full():
    assert replace(COMPLETE, depth="short").depth == "short"
    assert replace(COMPLETE, depth="short", asked={"ecology": (), "project": ("a", "b", "c")}).depth == "full"


@pytest.mark.parametrize("k", [0, 2])
def test_a_group_so_small_that_people_can_be_recognised_keeps_a_plan_from_opening(k):
    assert missing(replace(COMPLETE, smallest_group=k)) == ("smallest_group",)


def test_the_plan_and_the_gate_mean_the_same_smallest_group():
    assert Plan().smallest_group == DEFAULT_K
    assert missing(replace(COMPLETE, smallest_group=SMALLEST_K)) == ()


def asks(*questions):
    return missing(replace(COMPLETE, local=questions))


WHICH = LocalQuestion(ask="Which evening suits you?", options=("Monday", "Tuesday"))
WORDS = LocalQuestion(ask="What else?", kind="text")


def test_up_to_three_whole_questions_of_its_own_keep_no_plan_from_opening():
    assert asks(WHICH, replace(WHICH, ask="What helps?", kind="checklist"), WORDS) == ()


def test_blank_lines_between_questions_are_not_owed():
    assert asks(LocalQuestion(ask=""), WHICH) == ()


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"ask": ""}, "ask"),
        ({"options": ()}, "few"),
        ({"options": ("Monday",)}, "few"),
        ({"options": tuple(f"Day {number}" for number in range(MOST_OPTIONS + 1))}, "many"),
        ({"options": ("Monday", "MONDAY")}, "twice"),
        ({"options": ("Monday", "T" * (LONGEST_OPTION + 1))}, "long"),
    ],
)
def test_a_question_of_its_own_that_is_not_whole_is_named_by_its_number(changed, fault):
    assert asks(WORDS, replace(WHICH, **changed)) == (f"local.2.{fault}",)


def test_own_words_need_no_choices_and_mind_none_that_were_typed_before():
    assert asks(replace(WORDS, options=("Monday", "Monday"))) == ()


def test_the_same_question_is_not_asked_twice():
    assert asks(WHICH, replace(WHICH, ask="WHICH evening suits you?")) == ("local.2.again",)


def test_every_fault_of_every_question_is_named_at_once():
    assert asks(LocalQuestion(ask="", options=("A",)), replace(WHICH, options=("B", "b"))) == (
        "local.1.ask",
        "local.1.few",
        "local.2.twice",
    )


def test_more_than_three_questions_would_be_a_questionnaire():
    assert "local" in asks(*(replace(WHICH, ask=f"Question {number}?") for number in range(MOST_LOCAL + 1)))


def test_there_are_words_for_all_that_may_be_lacking():
    found = {
        *missing(Plan(smallest_group=1)),
        *asks(*[LocalQuestion(ask="", options=("A" * (LONGEST_OPTION + 1),) * (MOST_OPTIONS + 1))] * 4),
        *asks(LocalQuestion(ask="?", options=("A",)), LocalQuestion(ask="?")),
    }
    assert len(found) > 14
    assert all(lacking(part) for part in found)
