"""What a facilitator prepares, and what keeps it from opening."""

from dataclasses import fields, replace

import pytest

from models.disclosure import DEFAULT_K, SMALLEST_K
from models.plan import SMALLEST_GROUP, USUAL_GROUP, Plan, Promise, missing

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
    assert (USUAL_GROUP, SMALLEST_GROUP) == (DEFAULT_K, SMALLEST_K)
    assert missing(replace(COMPLETE, smallest_group=SMALLEST_K)) == ()
