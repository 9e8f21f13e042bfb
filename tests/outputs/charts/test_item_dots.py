"""Dots of an item, of families and of stages: one for each answer, and none where they may not be shown."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.room_pictures import FAMILIES, FIVE, ROOMS, SILENT, STAGED, STAGES, lettered
from support.svg_shapes import discs, outside, said, shapes

from cosmos_app.design.tokens import LIGHT
from cosmos_app.outputs.charts.alt import item_alt, strip_alt
from cosmos_app.outputs.charts.dot_stacks import stack_layout
from cosmos_app.outputs.charts.group_profile_svg import stage_counts_svg
from cosmos_app.outputs.charts.group_view_models import choice_letters
from cosmos_app.outputs.charts.item_dots_svg import families_dots_svg, item_dots_svg, strip_svg


@pytest.mark.parametrize("counts", ROOMS, ids=str)
def test_there_is_a_dot_for_each_answer_over_what_it_chose(counts):
    for svg, wide in ((item_dots_svg(FIVE, counts, LIGHT), 340), (strip_svg("ABCDE", counts, LIGHT), 120)):
        places = [int(x / (wide / 5)) for x, _, _ in discs(svg)]
        assert [places.count(place) for place in range(5)] == counts


@given(counts=st.lists(st.integers(0, 60), min_size=2, max_size=11).filter(lambda counts: sum(counts) <= 60))
def test_no_dot_hides_another_and_none_leaves_the_picture(counts):
    choices = lettered(["Words"] * len(counts))
    for svg in (
        item_dots_svg(choices, counts, LIGHT, minority=0),
        strip_svg(choice_letters(len(counts)), counts, LIGHT),
    ):
        dots = discs(svg)
        assert len(dots) == sum(counts)
        assert len({radius for _, _, radius in dots}) <= 1, "a dot counts the same wherever it lies"
        assert all(
            (ax - bx) ** 2 + (ay - by) ** 2 >= (2 * r) ** 2 for (ax, ay, r), (bx, by, _) in combinations(dots, 2)
        )
        assert outside(svg) == []


def test_dots_are_large_where_there_are_few_and_still_to_be_seen_where_there_are_sixty():
    few, many = (discs(item_dots_svg(FIVE, counts, LIGHT))[0][2] for counts in (ROOMS[1], ROOMS[5]))
    assert few > 9
    assert many > 4


def test_a_heap_is_a_stack_while_it_has_room():
    assert stack_layout([6, 1], 56, 132, 22).across == 1
    assert stack_layout([7, 1], 56, 132, 22).across == 2
    assert stack_layout([], 56, 132, 22).rows == 1


@pytest.mark.parametrize("counts", ROOMS, ids=str)
def test_the_numbers_stand_above_the_heaps_and_nobody_is_no_number(counts):
    drawn = said(item_dots_svg(FIVE, counts, LIGHT))
    assert sorted(one for one in drawn if one.isdigit()) == sorted(str(count) for count in counts if count)
    assert [one for one in drawn if one in choice_letters(5)] == list(choice_letters(5))


def test_who_is_to_be_heard_first_is_told_in_words_and_by_a_frame():
    marked = item_dots_svg(FIVE, [4, 4, 0, 0, 1], LIGHT, minority=4)
    plain = item_dots_svg(FIVE, [4, 4, 0, 0, 1], LIGHT)
    assert "Hear this first" in said(marked)
    assert "Hear this first" not in said(plain)
    frame = shapes(marked, "rect")[0]
    (lonely,) = [x for x, _, _ in discs(marked) if x > 340 * 4 / 5]
    assert float(frame.get("x")) < lonely < float(frame.get("x")) + float(frame.get("width"))
    assert shapes(plain, "rect") == []


def test_who_gave_no_value_is_counted_beside_the_dots_and_zeros_are_left_out():
    svg = item_dots_svg(FIVE, ROOMS[1], LIGHT, silences={"don't know": 2, "skipped": 0})
    assert "Beside them: 2 don't know" in said(svg)
    assert "skipped" not in svg
    assert len(discs(svg)) == 9


def test_full_texts_are_told_when_pointed_at_and_not_drawn():
    svg = item_dots_svg(FIVE, ROOMS[1], LIGHT)
    assert not any("Managers decide" in one for one in said(svg))
    assert "A. Managers decide. (2 people)" in [one.text for one in shapes(svg, "title")]


def test_families_stand_in_rows_over_the_same_letters():
    svg = families_dots_svg(FAMILIES, choice_letters(5), LIGHT)
    rows = sorted({round(y, 1) for _, y, _ in discs(svg)})
    assert len(discs(svg)) == 10
    titles = [float(one.get("y")) for one in shapes(svg, "text") if "".join(one.itertext()) == FAMILIES[1][0]]
    assert sum(y < titles[0] for _, y, _ in discs(svg)) == 5
    assert rows[0] < titles[0] < rows[-1]


def test_a_dot_stands_for_each_person_at_each_stage():
    assert len(discs(stage_counts_svg(STAGES, STAGED, LIGHT))) == 18
    assert {"0Not yet", "4Embedded"} <= set(said(stage_counts_svg(STAGES, STAGED, LIGHT)))


def test_a_hidden_question_tells_nothing_whatever_is_said_about_it():
    bare = item_dots_svg(FIVE, None, LIGHT)
    assert item_dots_svg(FIVE, None, LIGHT, minority=3, silences=SILENT, shape="camps") == bare
    assert "not shown here" in said(bare)
    assert discs(bare) == []
    assert item_alt(FIVE, None, minority=3, silences=SILENT, shape="camps") == item_alt(FIVE, None)
    assert said(strip_svg("ABCDE", None, LIGHT)) == ["not shown here"]
    assert strip_alt("ABCDE", None) == "Not shown here"


def test_a_hidden_row_has_its_title_and_no_more():
    for svg, shown in (
        (
            families_dots_svg(FAMILIES, choice_letters(5), LIGHT),
            families_dots_svg(FAMILIES[:2], choice_letters(5), LIGHT),
        ),
        (stage_counts_svg(STAGES, STAGED, LIGHT), stage_counts_svg(STAGES, STAGED[:2], LIGHT)),
    ):
        assert discs(svg) == discs(shown)
        assert [one for one in said(svg) if one not in said(shown)] == [
            "Around it" if "Around it" in svg else "Money",
            "not shown here",
        ]


def test_a_room_where_all_is_hidden_is_drawn_without_a_dot():
    assert discs(families_dots_svg([("One", None), ("Two", None)], choice_letters(5), LIGHT)) == []
    assert discs(stage_counts_svg(STAGES, [("One", None)], LIGHT)) == []


@pytest.mark.parametrize("place", range(5))
def test_silences_and_the_words_for_who_is_first_stay_in_the_picture(place):
    assert outside(item_dots_svg(FIVE, [1] * 5, LIGHT, minority=place, silences=SILENT)) == []
