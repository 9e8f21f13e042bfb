"""The gap between the two families that differ most on an item, and which families are in none."""

from dataclasses import replace

import pytest
from support.revealed_rooms import form_of, ratings, revealed_of

from models.agreement import RoleGap
from models.smallest_group import threshold

STAFF, CITIZENS = (3, 3, 2, 4, 3), (1, 1, 2, 0, 1, 2)
"""The published gap of professionals and citizens, on 0-4: means 3 and 7/6; see tests/cases/role_gap."""


def two_families():
    return [(1, "staff", {"q": value}) for value in STAFF] + [(1, "citizens", {"q": value}) for value in CITIZENS]


def about(gap):
    return replace(gap, mean_gap=pytest.approx(gap.mean_gap), cliffs_delta=pytest.approx(gap.cliffs_delta))


def test_the_gap_is_between_the_two_families_that_differ_most():
    [place] = revealed_of(form_of(ratings("q")), two_families()).board
    expected = RoleGap(mean_gap=11 / 6, cliffs_delta=28 / 30, p=6 / 462, n_first=5, n_second=6)

    assert (place.gap.first, place.gap.second) == ("staff", "citizens")
    assert place.gap.gap == about(expected)


def test_of_several_families_the_two_farthest_apart_are_named_and_of_equals_the_first():
    rows = [(5, name, {"q": value}) for name, value in (("a", 2), ("b", 1), ("c", 4), ("d", 1), (None, 2))]
    [place] = revealed_of(form_of(ratings("q")), rows).board
    assert (place.gap.first, place.gap.second, place.gap.gap.mean_gap) == ("c", "b", 3.0)
    [place] = revealed_of(form_of(ratings("q")), [(5, name, {"q": 2}) for name in "ab"]).board
    assert (place.gap.first, place.gap.second, place.gap.gap.mean_gap) == ("a", "b", 0.0)


def test_a_gap_is_told_in_what_answers_are_worth():
    turned = [{"id": "q", "scores": {"trust": 1}, "reverse": True}]
    [place] = revealed_of(form_of(turned), two_families()).board
    assert (place.gap.first, place.gap.second, place.gap.gap.mean_gap) == ("citizens", "staff", pytest.approx(11 / 6))

    seven = {"seven": {"points": [{"value": value, "label": str(value)} for value in range(1, 8)]}}
    wide = form_of([{"id": "q", "scores": {"trust": 1}, "scale": "seven"}], scales=seven)
    [place] = revealed_of(wide, [(5, "staff", {"q": 7}), (5, "citizens", {"q": 4})]).board
    assert place.gap.gap.mean_gap == 2.0


def test_people_who_did_not_say_who_they_are_and_hidden_families_are_in_no_gap():
    few = [(5, None, {"q": 0}), (5, "around", {"q": 4}), (3, "funders", {"q": 0})]
    [place] = revealed_of(form_of(ratings("q")), two_families() + few, k=threshold(4)).board

    assert place.by_family["funders"] is None
    assert place.by_family["around"] is None, "the smallest shown keeps the funders company"
    assert place.by_family[None] == {0: 5, 1: 0, 2: 0, 3: 0, 4: 0}
    assert (place.gap.first, place.gap.second) == ("staff", "citizens")


def test_there_is_no_gap_where_fewer_than_two_families_are_shown():
    [place] = revealed_of(form_of(ratings("q")), [(6, "staff", {"q": 4}), (6, None, {"q": 0})]).board
    assert (place.by_family, place.gap) == (
        {"staff": {0: 0, 1: 0, 2: 0, 3: 0, 4: 6}, None: {0: 6, 1: 0, 2: 0, 3: 0, 4: 0}},
        None,
    )


def test_a_family_too_small_and_one_that_hides_it_look_the_same():
    [place] = revealed_of(form_of(ratings("q")), [(6, "staff", {"q": 4}), (2, "citizens", {"q": 0})]).board
    assert place.by_family == {"citizens": None, "staff": None}
    assert place.distribution == {0: 2, 1: 0, 2: 0, 3: 0, 4: 6}
