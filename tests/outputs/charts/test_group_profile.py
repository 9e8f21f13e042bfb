"""The profile of a room in a wheel and in rows of marks: lines, gaps, and how many people each stands on."""

from dataclasses import replace

import pytest
from support.room_pictures import LONG, ONE, ROWS, SPOKES
from support.svg_shapes import outside, said, shapes

from cosmos_app.design.tokens import LIGHT
from cosmos_app.outputs.charts.group_profile_svg import group_dots_svg, group_radar_svg
from cosmos_app.outputs.charts.group_view_models import GroupRow, Spoke
from cosmos_app.outputs.charts.radar_svg import wheel_svg


def test_without_a_score_neither_people_nor_other_marks_are_told():
    kept = GroupRow(title="Money", score=None, target=2.0)
    leaking = GroupRow(title="Money", score=None, median=1.0, balanced=1.5, target=2.0, n=2)
    assert group_dots_svg([ROWS[0], leaking], LIGHT) == group_dots_svg([ROWS[0], kept], LIGHT)
    few = (*ONE[:3], replace(ONE[3], ns=(2,)))
    assert group_radar_svg(few, ["Everyone"], LIGHT) == group_radar_svg(ONE, ["Everyone"], LIGHT)
    assert "no score" in said(group_dots_svg(ROWS, LIGHT))
    assert "no score" in said(group_radar_svg(ONE, ["Everyone"], LIGHT))


def test_two_profiles_differ_by_line_and_by_mark():
    svg = group_radar_svg(SPOKES, ["First round", "Second round"], LIGHT)
    dashes = {one.get("stroke-dasharray") for one in shapes(svg, "line")}
    assert len(dashes) == 3, "solid, dotted, and dashed for the target"
    assert {"First round", "Second round", "Where we want to be"} <= set(said(svg))


def test_a_third_profile_is_refused():
    spokes = [replace(one, scores=(1.0, 2.0, 3.0), ns=()) for one in SPOKES]
    with pytest.raises(ValueError, match="At most 2 profiles"):
        wheel_svg(spokes, ["One", "Two", "Three"], LIGHT, "")


def test_a_missing_score_is_a_gap_in_its_own_line_only():
    whole = tuple(replace(one, scores=(1.0, 2.0), target=None) for one in SPOKES)
    gap = (*whole[:2], replace(whole[2], scores=(1.0, None)), whole[3])
    lines = [len(shapes(group_radar_svg(spokes, ["a", "b"], LIGHT), "line")) for spokes in (whole, gap)]
    assert lines[0] - lines[1] == 2, "the pieces to it and from it"


def test_each_axis_says_how_many_people_it_stands_on():
    assert {"n 9", "n 8", "no score"} <= set(said(group_radar_svg(ONE, ["Everyone"], LIGHT)))
    assert {"n 9 · 5", "n 8 · –"} <= set(said(group_radar_svg(SPOKES, ["a", "b"], LIGHT)))
    assert not any(
        one.startswith("n ") for one in said(group_radar_svg([replace(s, ns=()) for s in ONE], ["a"], LIGHT))
    )


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 8])
@pytest.mark.parametrize("title", ["What changed", LONG], ids=["short", "long"])
def test_any_number_of_axes_stays_in_the_picture(count, title):
    spokes = [Spoke(title=title, scores=(4.0, 0.0), target=4.0, ns=(60, 55)) for _ in range(count)]
    assert outside(group_radar_svg(spokes, ["First round", "Second round"], LIGHT)) == []
    closed = shapes(group_radar_svg(spokes, ["a", "b"], LIGHT), "polygon")
    web = [one for one in closed if "fill:none" in one.get("style")]
    assert len(web) == (4 if count >= 3 else 0), "fewer than three axes enclose nothing"


def test_marks_of_a_group_stay_in_the_picture_and_only_those_that_occur_are_explained():
    rows = [GroupRow(title=LONG, score=score, median=score, balanced=score, target=score, n=60) for score in (0.0, 4.0)]
    assert outside(group_dots_svg(rows, LIGHT)) == []
    few = said(group_dots_svg([GroupRow(title="Purpose", score=2.0)], LIGHT))
    assert "Index: the mean of the questions shown" in few
    assert not any("Median" in one or "counting alike" in one or "want to be" in one for one in few)
