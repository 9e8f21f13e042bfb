"""Pictures of a room: a dot for each answer, words for each picture, and nothing of what may not be shown."""

import re
from dataclasses import asdict, replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.colours import THEMES, contrast

from cosmos_app.design.tokens import DARK, LIGHT, VARIABLES
from cosmos_app.outputs.charts.alt import (
    families_alt,
    group_dots_alt,
    group_radar_alt,
    item_alt,
    stage_counts_alt,
    strip_alt,
)
from cosmos_app.outputs.charts.dot_stacks import stack_layout
from cosmos_app.outputs.charts.group_profile_svg import group_dots_svg, group_radar_svg, stage_counts_svg
from cosmos_app.outputs.charts.group_view_models import GroupRow, Spoke, choice_letters
from cosmos_app.outputs.charts.item_dots_svg import families_dots_svg, item_dots_svg, strip_svg
from cosmos_app.outputs.charts.radar_svg import wheel_svg
from cosmos_app.texts.charts import SHAPES
from models.agreement import shape


def lettered(situations):
    """Choices, each with its letter."""
    return list(zip(choice_letters(len(situations)), situations, strict=True))


NASTY = '<b onclick="x">"it\'s" & </svg>'
FIVE = lettered(
    ["Managers decide.", "Once, a leader gave way.", "Some share.", "Usually shared.", "It outlasted a leader."]
)
STAGES = ("Not yet", "Exploring", "Developing", "Established", "Embedded")
SILENT = {"don't know": 2, "skipped": 1, "say it does not apply": 1, "call it outside our control": 1}
ROOMS = (
    [1, 0, 2, 0, 0],
    [2, 3, 1, 2, 1],
    [0, 0, 9, 0, 0],
    [4, 1, 0, 0, 4],
    [12] * 5,
    [0, 60, 0, 0, 0],
    [29, 1, 0, 0, 30],
)
LONG = "Verantwortungsübernahme für alle, die noch nie jemand danach gefragt hat"

SPOKES = (
    Spoke(title="Purpose", scores=(2.0, 2.5), target=3.0, ns=(9, 5)),
    Spoke(title="Power", scores=(1.0, 1.0), target=3.0, ns=(9, 5)),
    Spoke(title="Trust", scores=(3.0, None), ns=(8, None)),
    Spoke(title="Money", scores=(None, None), target=2.0, ns=(None, None)),
)
ONE = tuple(replace(spoke, scores=spoke.scores[:1], ns=spoke.ns[:1]) for spoke in SPOKES)
ROWS = (
    GroupRow(title="Purpose", score=2.0, median=2.5, balanced=1.8, target=3.0, n=9),
    GroupRow(title="Power", score=4.0, median=4.0, balanced=4.0, target=4.0, n=60),
    GroupRow(title="Money", score=None, target=2.0),
)
FAMILIES = (("Lives with the service", [2, 2, 1, 0, 0]), ("Works face to face", [0, 0, 1, 3, 1]), ("Around it", None))
STAGED = (("Purpose", [2, 3, 3, 1, 0]), ("Power", [0, 9, 0, 0, 0]), ("Money", None))


def pictures(palette):
    """One of each."""
    return (
        item_dots_svg(FIVE, [2, 3, 1, 2, 1], palette, minority=4, silences=SILENT, shape="spread"),
        item_dots_svg(FIVE, None, palette),
        strip_svg("ABCDE", [2, 3, 1, 2, 1], palette),
        families_dots_svg(FAMILIES, choice_letters(5), palette),
        group_radar_svg(SPOKES, ["First round", "Second round"], palette),
        group_dots_svg(ROWS, palette),
        stage_counts_svg(STAGES, STAGED, palette),
    )


def shapes(svg, name):
    return [one for one in ElementTree.fromstring(svg).iter() if one.tag.endswith(f"}}{name}")]


def discs(svg):
    """Middle and radius of each disc, but that of a key."""
    every = [tuple(float(one.get(name)) for name in ("cx", "cy", "r")) for one in shapes(svg, "circle")]
    return every[:-1] if "One answer" in said(svg) else every


def said(svg):
    """The words that are drawn."""
    return ["".join(one.itertext()) for one in shapes(svg, "text")]


def extents(node, left=0.0, top=0.0):
    """The least and most of x and y that each shape reaches, texts by about the width of their letters."""
    moved = re.match(r"translate\((\S+) (\S+)\)", node.get("transform", ""))
    left, top = (left + float(moved[1]), top + float(moved[2])) if moved else (left, top)
    kind, number = node.tag.rpartition("}")[2], lambda name: float(node.get(name))
    xs, ys = [], []
    if kind == "circle":
        xs, ys = ([number(middle) - number("r"), number(middle) + number("r")] for middle in ("cx", "cy"))
    elif kind == "line":
        xs, ys = [number("x1"), number("x2")], [number("y1"), number("y2")]
    elif kind == "rect":
        xs, ys = [number("x"), number("x") + number("width")], [number("y"), number("y") + number("height")]
    elif kind == "polygon":
        xs, ys = zip(*(map(float, place.split(",")) for place in node.get("points").split()), strict=True)
    elif kind == "text":
        size, y = number("font-size"), number("y")
        for row in node:
            y += float(row.get("dy"))
            wide = 0.5 * size * len(row.text or "")
            share = {"start": 0, "middle": 0.5, "end": 1}[node.get("text-anchor")]
            xs += [float(row.get("x")) - wide * share, float(row.get("x")) + wide * (1 - share)]
            ys += [y - 0.75 * size, y + 0.25 * size]
    if xs:
        yield kind, min(xs) + left, max(xs) + left, min(ys) + top, max(ys) + top
    for child in node:
        yield from extents(child, left, top)


def outside(svg):
    """Shapes that leave the picture; the half of a line's width may."""
    picture = ElementTree.fromstring(svg)
    _, _, wide, high = map(float, picture.get("viewBox").split())
    return [one for one in extents(picture) if one[1] < -1 or one[2] > wide + 1 or one[3] < -1 or one[4] > high + 1]


# --- dots ------------------------------------------------------------------------------------------------------------


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


# --- what may not be shown -------------------------------------------------------------------------------------------


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


def test_without_a_score_neither_people_nor_other_marks_are_told():
    kept = GroupRow(title="Money", score=None, target=2.0)
    leaking = GroupRow(title="Money", score=None, median=1.0, balanced=1.5, target=2.0, n=2)
    assert group_dots_svg([ROWS[0], leaking], LIGHT) == group_dots_svg([ROWS[0], kept], LIGHT)
    few = (*ONE[:3], replace(ONE[3], ns=(2,)))
    assert group_radar_svg(few, ["Everyone"], LIGHT) == group_radar_svg(ONE, ["Everyone"], LIGHT)
    assert "no score" in said(group_dots_svg(ROWS, LIGHT))
    assert "no score" in said(group_radar_svg(ONE, ["Everyone"], LIGHT))


def test_a_room_where_all_is_hidden_is_drawn_without_a_dot():
    assert discs(families_dots_svg([("One", None), ("Two", None)], choice_letters(5), LIGHT)) == []
    assert discs(stage_counts_svg(STAGES, [("One", None)], LIGHT)) == []


# --- the profile -----------------------------------------------------------------------------------------------------


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
    assert "Index: the mean of everyone's scores" in few
    assert not any("Median" in one or "counting alike" in one or "want to be" in one for one in few)


# --- all of them -----------------------------------------------------------------------------------------------------


def test_long_words_stay_in_the_picture():
    assert (
        outside(item_dots_svg([("Ja, meistens", LONG), (LONG, LONG), ("Nein", "")], [1, 2, 3], LIGHT, minority=0)) == []
    )
    assert outside(families_dots_svg([(LONG, [1, 0, 0, 0, 0]), (LONG, None)], choice_letters(5), LIGHT)) == []
    assert outside(stage_counts_svg(["Selbstverständlich"] * 5, [(LONG, [1, 1, 1, 0, 0]), (LONG, None)], LIGHT)) == []


@pytest.mark.parametrize("place", range(5))
def test_silences_and_the_words_for_who_is_first_stay_in_the_picture(place):
    assert outside(item_dots_svg(FIVE, [1] * 5, LIGHT, minority=place, silences=SILENT)) == []


def test_any_text_is_held_as_text():
    for svg in (
        item_dots_svg([(NASTY, NASTY), ("B", NASTY)], [1, 2], LIGHT, silences={NASTY: 1}),
        strip_svg([NASTY, "B"], [1, 2], LIGHT),
        families_dots_svg([(NASTY, [1, 2]), (NASTY, None)], [NASTY, "B"], LIGHT),
        group_radar_svg([replace(one, title=NASTY) for one in SPOKES], [NASTY, "b"], LIGHT),
        group_radar_svg([replace(one, title=NASTY) for one in SPOKES[:2]], [NASTY, "b"], LIGHT),
        group_dots_svg([replace(one, title=NASTY) for one in ROWS], LIGHT),
        stage_counts_svg([NASTY] * 5, [(NASTY, [1, 0, 0, 0, 0])], LIGHT),
    ):
        assert shapes(svg, "b") == []
        assert "<b" not in svg


def test_every_picture_says_what_to_see_in_it():
    for svg in pictures(LIGHT):
        picture = ElementTree.fromstring(svg)
        assert picture.get("role") == "img"
        assert len(picture.get("aria-label")) > 20


@THEMES
def test_every_mark_and_word_of_a_room_can_be_seen(palette):
    """What only separates, and grounds, need no contrast; all else has it on every ground it may stand on."""
    quiet = {palette.line, palette.sunk, palette.warm_soft, palette.card, "none"}
    for svg in pictures(palette):
        used = set(re.findall(r"(?:fill|stroke):(#\w{6}|none)", svg))
        assert used <= {*asdict(palette).values(), "none"}
        for colour in used - quiet:
            assert min(contrast(colour, ground) for ground in (palette.card, palette.paper, palette.warm_soft)) >= 3
        words = {re.search(r"fill:(\S+)", one.get("style"))[1] for one in shapes(svg, "text")}
        for colour in words:
            assert min(contrast(colour, ground) for ground in (palette.card, palette.paper, palette.sunk)) >= 4.5


def test_a_picture_for_a_page_names_no_colour_of_its_own():
    assert not [svg for svg in pictures(VARIABLES) if re.search(r"#[0-9A-Fa-f]{6}", svg)]
    assert pictures(LIGHT) != pictures(DARK)


# --- words -----------------------------------------------------------------------------------------------------------


def test_words_tell_where_dots_heap_up_and_where_there_are_none():
    told = item_alt(FIVE, [4, 1, 0, 0, 4], minority=1, silences=SILENT, shape=shape([4, 1, 0, 0, 4]))
    assert "Dots: 9 answers" in told
    assert "Chosen most often: A and E, 4 each." in told
    assert "Nobody chose C or D." in told
    assert SHAPES["camps"]() in told
    assert "To be heard first: B, chosen by one person." in told
    assert "Beside them: 2 don't know, 1 skipped" in told
    assert told.endswith("All: A 4, B 1, C 0, D 0, E 4.")


def test_words_for_answers_all_alike_make_up_no_minority():
    told = item_alt(FIVE, [0, 0, 9, 0, 0], shape="alike")
    assert "All chose C." in told
    assert SHAPES["alike"]() in told
    assert "first" not in told
    assert "Nobody chose any of them." in item_alt(FIVE, [0] * 5)


def test_words_for_families_say_which_are_not_shown_and_never_why():
    told = families_alt(FAMILIES, choice_letters(5))
    assert "Works face to face: 5 answers, A 0, B 0, C 1, D 3, E 1." in told
    assert told.endswith("Around it: not shown here.")
    assert "Money: not shown here." in stage_counts_alt(STAGES, STAGED)
    assert "Purpose: Not yet 2, Exploring 3, Developing 3, Established 1, Embedded 0." in stage_counts_alt(
        STAGES, STAGED
    )


def test_words_for_two_profiles_compare_them():
    told = group_radar_alt(SPOKES, ["First round", "Second round"])
    assert "First round: Highest: Trust, 3.0. Lowest: Power, 1.0. No score, so a gap: Money." in told
    assert "Farthest apart in Purpose: 0.5." in told
    assert "Trust: First round 3.0 from 8 people, Second round no score" in told
    same = [replace(one, scores=(2.0, 2.0)) for one in SPOKES]
    assert "Both are alike wherever both have a score." in group_radar_alt(same, ["a", "b"])


def test_words_for_a_group_give_the_index_the_median_and_how_each_group_counts():
    told = group_dots_alt(ROWS)
    assert "Highest: Power, 4.0. Lowest: Purpose, 2.0." in told
    assert "Purpose: index 2.0 from 9 people, each group counting alike 1.8, median 2.5, target 3.0" in told
    assert "Money: no score, target 2.0" in told
