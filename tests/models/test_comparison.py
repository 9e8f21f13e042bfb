"""Comparing rooms: scored alike, past the gate, in the order given; a change of nothing is nothing."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.builders import document, families, parsed, questionnaires, sheets_for, small
from support.waves import FORM, TWO, said, wave

from models.answers import AnswerSheet, Response
from models.change import change, changes
from models.comparability import Lost
from models.layout import lay_out
from models.scoring import score
from models.side_by_side import between
from models.smallest_group import threshold
from models.wave import disclose

CASES = Path(__file__).parents[1] / "cases" / "change"


def cases():
    return [pytest.param(json.loads(file.read_text("utf-8")), id=file.stem) for file in sorted(CASES.glob("*.json"))]


def only(found, dimension="trust"):
    return next(theme for theme in found.themes if theme.dimension == dimension)


@pytest.mark.parametrize("case", cases())
def test_a_change_follows_the_worked_example(case):
    old, new = (lay_out(parsed(document(**case[which]))) for which in ("old", "new"))
    links = [f"a{place}" for place in range(len(case["after"]))] if case.get("linked") else None
    found = change(wave(case["before"], old, "a"), wave(case["after"], new, "b", links))
    for dimension, asked in case["expected"].items():
        theme = only(found, dimension)
        got = (theme.before.mean, theme.after.mean, theme.difference, theme.lower, theme.upper)
        assert dict(zip(asked, got, strict=True)) == pytest.approx(asked)
    for dimension, asked in case.get("expected_linked", {}).items():
        linked = only(found, dimension).linked
        assert {"n": linked.n, "mean": linked.mean, "p": linked.p} == pytest.approx(asked)
    assert {one.id: one.why for one in found.shared.lost} == case.get("expected_lost", {})


def test_what_is_told_of_a_theme_is_its_summary_with_bounds_and_an_interval():
    told = only(change(wave([{"q1": 4}, *said(2, 1)]), wave(said(1, 1, 1), name="b"))).before
    assert (told.n, told.median, told.completeness) == (3, 2.0, pytest.approx(2.5 / 3))
    assert told.stages == {0: 0, 1: 1, 2: 1, 3: 0, 4: 1}
    assert (told.lower, told.upper) == (pytest.approx(5 / 3), pytest.approx(7 / 3))
    assert told.interval[0] < told.mean < told.interval[1]


def test_fewer_than_the_smallest_group_are_not_told_nor_their_difference():
    theme = only(change(wave(said(1, 2)), wave(said(1, 2, 3), name="b")))
    assert (theme.before, theme.difference, theme.lower, theme.linked) == (None, None, None, None)
    assert theme.after.n == 3
    [row] = between([wave(said(1, 2))]).rows
    assert (row.n, row.themes) == (None, {"trust": None})


def test_where_nothing_is_known_of_the_people_they_may_be_others():
    told = change(wave(said(1, 2)), wave(said(1, 2), name="b"))
    assert (told.before.n, told.after.n, told.overlap.linked) == (None, None, None)
    assert told.cautions == ("standards", "other-people", "few")


def test_rooms_are_scored_by_the_newest_definition_whichever_is_at_hand():
    old = replace(FORM.questionnaire, version="1.0.0")
    newer = lay_out(parsed(document(items=[{**TWO[0], "scores": {"trust": 3}}, TWO[1]], version="2.0.0")))
    waves = [wave([{"q1": 4, "q2": 0}] * 3), wave([{"q1": 4, "q2": 0}] * 3, newer, name="b")]
    told = between(waves, old)
    assert told.questionnaire is newer.questionnaire
    assert [row.themes["trust"].mean for row in told.rows] == [3.0, 3.0]
    [changed] = changes(waves)
    assert (only(changed).before.mean, only(changed).after.mean) == (3.0, 3.0)


def test_a_theme_on_which_few_have_a_score_is_not_told_in_a_room_that_is():
    assert only(change(wave([*said(1, 2), {}]), wave(said(1, 2, 3), name="b"))).before is None


def test_each_room_keeps_the_smallest_group_it_was_promised():
    rows = between([wave(said(1, 2, 3, 4)), wave(said(1, 2, 3, 4), name="b", k=threshold(5))]).rows
    assert [row.n for row in rows] == [4, None]


def test_links_are_told_for_people_enough_and_only_where_no_few_are_left_over():
    before = wave(said(1, 1, 1, 1, 1, 1), name="a")

    def linked(n, after):
        links = [f"a{place}" if place < n else None for place in range(after)]
        return only(change(before, wave(said(*[2] * after), name="b", links=links))).linked

    assert linked(6, 6).mean == 1.0
    assert linked(6, 9).n == 6
    assert linked(3, 6).n == 3
    assert linked(2, 6) is None
    assert linked(6, 7) is None
    assert linked(5, 6) is None


def test_a_family_that_its_room_shows_counts_as_a_cell_of_its_own():
    names = ["staff"] * 3 + ["citizens"] * 3
    before = wave(said(*[1] * 6), name="a", families=names)
    links = [f"a{place}" for place in range(6)]
    after = wave(said(*[2] * 9), name="b", families=[*names, *["staff"] * 3], links=[*links, None, None, None])
    assert only(change(before, after)).linked.n == 6
    # One newcomer in each family, and one who did not say.
    scattered = wave(
        said(*[2] * 9), name="b", families=[*names, "staff", "citizens", None], links=[*links] + [None] * 3
    )
    assert only(change(before, scattered)).linked.n == 6
    alone = wave(said(*[2] * 8), name="b", families=[*names, "staff", "citizens"], links=[*links, None, None])
    assert only(change(before, alone)).linked is None


def test_a_link_to_somebody_who_was_not_there_is_no_link():
    after = wave(said(*[2] * 3), name="b", links=["x", "y", "z"])
    found = change(wave(said(1, 1, 1), name="a"), after)
    assert (only(found).linked, found.overlap.linked) == (None, None)


def test_of_two_who_say_that_they_are_the_same_person_one_is_believed():
    before = wave(said(1, 1, 1), name="a")
    found = change(before, wave(said(2, 2, 2, 2), name="b", links=["a0", "a1", "a2", "a2"]))
    assert only(found).linked is None


@pytest.mark.parametrize(
    ("links", "came", "overlap"),
    [
        (6, [True] * 6, (6, 6)),
        (0, [True] * 3 + [False] * 3, (None, 3)),
        (0, [True] * 4 + [False] * 2, (None, None)),
        (0, [None] * 6, (None, None)),
        (3, [True] * 4 + [None] * 2, (3, None)),
        (3, [True] * 6, (3, 6)),
        (5, [True] * 5 + [False], (None, None)),
    ],
)
def test_how_many_were_there_before_is_told_unless_it_tells_of_a_few(links, came, overlap):
    same = [f"a{place}" if place < links else None for place in range(6)]
    found = change(wave(said(*[1] * 6), name="a"), wave(said(*[1] * 6), name="b", links=same, came_before=came))
    assert (found.overlap.linked, found.overlap.came_before) == overlap


def test_a_change_says_what_to_keep_in_mind():
    many = said(*[1] * 12)
    links = [f"a{place}" for place in range(12)]
    assert change(wave(many, name="a"), wave(many, name="b", links=links)).cautions == ("standards",)
    assert change(wave(many, name="a"), wave(many, name="b")).cautions == ("standards", "other-people")
    assert change(wave(many, name="a"), wave(said(1, 1, 1), name="b")).cautions == ("standards", "other-people", "few")


def test_of_a_short_and_a_full_form_the_short_one_compares():
    short = wave([{"q1": 4}] * 3, name="a", depth="short")
    found = change(short, wave([{"q1": 4, "q2": 0}] * 3, name="b"))
    assert only(found).difference == 0.0
    assert found.shared.dimensions == {"trust": (1, 2)}
    assert found.shared.lost == (Lost(kind="item", id="q2", why="depth"),)


def test_a_room_that_met_later_with_an_older_form_is_scored_by_the_newer():
    newer = lay_out(small([TWO[0], {**TWO[1], "scores": {"trust": 3}}], version="2.0.0"))
    written = [{"q1": 4, "q2": 0}] * 3
    assert only(change(wave(written, newer, "a"), wave(written, name="b"))).after.mean == 1.0


def test_a_question_behind_a_condition_is_scored_as_in_its_own_room():
    layout = lay_out(
        small(
            [
                {"id": "size", "kind": "number"},
                {"id": "q1", "scores": {"trust": 1}},
                {"id": "q2", "scores": {"trust": 1}, "show_if": {"item": "size", "at_least": 10}},
            ]
        )
    )
    room = wave([{"size": size, "q1": 4, "q2": 0} for size in (9, 10, 11)], layout)
    assert only(change(room, replace(room, id="b"))).before.mean == pytest.approx((4 + 2 + 2) / 3)


def test_a_number_that_is_known_as_a_band_is_missing_where_a_new_bound_cuts_the_band():
    def layout(bound, version):
        table = {"trust": [{"when": {"item": "size", "at_least": bound}, "score": 4}, {"score": 0}]}
        items = [{"id": "size", "kind": "number"}, {"id": "q1", "scores": {"trust": 1}}]
        return lay_out(small(items, version=version, scoring={"rule": "rule-table", "tables": table}))

    written = [{"size": 12, "q1": 1}] * 3
    found = only(change(wave(written, layout(10, "1.0.0"), "a"), wave(written, layout(11, "2.0.0"), "b")))
    assert (found.before, found.after.mean) == (None, 4.0)


def figures(told, n=5, **more):
    """A room of another server, of which only figures are known."""
    room = wave([], name="far", **more)
    return replace(room, answers=None, figures={"trust": told}, figures_n=n)


def test_figures_compare_where_they_were_computed_in_the_same_way():
    told = replace(only(change(wave(said(1, 2, 3)), wave(said(1, 2, 3), name="b"))).before, lower=None, upper=None)
    theme = only(change(figures(told), wave(said(2, 3, 4), name="b")))
    assert (theme.before, theme.difference, theme.lower) == (told, 1.0, None)
    assert between([figures(told), wave(said(1, 1, 1))]).rows[0].themes == {"trust": told}


def test_figures_that_were_computed_otherwise_do_not_compare():
    told = only(change(wave(said(1, 2, 3)), wave(said(1, 2, 3), name="b"))).before
    newer = lay_out(small([TWO[0], {**TWO[1], "scores": {"trust": 3}}], version="2.0.0"))
    row, other = between([figures(told), wave(said(1, 2, 3), newer, "b")]).rows
    assert (row.n, row.themes) == (5, {})
    assert Lost(kind="dimension", id="trust", why="only-figures") in row.shared.lost
    assert other.themes["trust"].n == 3
    assert change(figures(told), wave(said(1, 2, 3), newer, "b")).themes == ()
    assert between([figures(told), wave([{"q1": 1}] * 3, depth="short")]).rows[0].themes == {}


def test_rooms_stand_in_the_order_given_and_each_as_if_it_stood_alone():
    older = lay_out(small([{"id": "q1", "scores": {"trust": 1}}], version="0.9.0"))
    rooms = [
        wave(said(4, 4, 3)),
        wave([{"q1": 1}] * 3, older, "b"),
        wave(said(0, 1, 1, 2), name="c"),
        wave([], name="d"),
    ]
    told = {row.wave.id: row.themes for row in between(rooms).rows}
    for order in (rooms[::-1], [rooms[2], rooms[0], rooms[3], rooms[1]]):
        found = between(order)
        assert [row.wave for row in found.rows] == order
        assert {row.wave.id: row.themes for row in found.rows} == told
        assert found.questionnaire is FORM.questionnaire
    for room in rooms:
        assert between([room], FORM.questionnaire).rows[0].themes == told[room.id]


def test_a_few_rooms_of_many_are_told_as_among_the_many():
    rooms = [wave([{"q1": 4, "q2": 0}] * 3), wave([{"q1": 4}] * 3, name="b", depth="short")]
    alone = between(rooms[:1], depths={"short", "full"})
    assert alone.rows[0].themes == between(rooms).rows[0].themes
    assert alone.rows[0].themes["trust"].mean == 4.0
    assert between(rooms[:1]).rows[0].themes["trust"].mean == 2.0


def test_without_a_room_there_must_be_a_definition():
    assert between([], FORM.questionnaire).rows == ()
    with pytest.raises(ValueError, match="Give waves"):
        between([])


@pytest.mark.parametrize(
    "wrong",
    [{"families": [None]}, {"people": ["a", "a", "b"]}, {"same_as": ["x"]}, {"came_before": [True]}, {"k": 2}],
)
def test_a_wave_is_refused_that_is_not_whole(wrong):
    with pytest.raises(ValueError, match=r"Give|twice|^2$"):
        wave(said(1, 1, 1), **wrong)


def test_changes_that_together_tell_of_a_few_are_not_both_told():
    # All six came back, and six others with them; of the twelve five of the first and one of the others came again.
    again = [f"b{place}" for place in (0, 1, 2, 3, 4, 6)]
    thread = [
        wave(said(*[1] * 6), name="a"),
        wave(said(*[2] * 12), name="b", links=[*(f"a{place}" for place in range(6)), *[None] * 6]),
        wave(said(*[3] * 6), name="c", links=again),
    ]
    assert only(change(thread[0], thread[1])).linked.n == 6
    first, second = changes(thread)
    assert (only(first).linked.n, only(second).linked) == (6, None)
    assert only(change(thread[1], thread[2])).linked is None
    assert only(second).difference == 1.0


@st.composite
def rooms(draw):
    """A drawn questionnaire, and a room that answered it, with the families of its people."""
    layout = lay_out(draw(questionnaires()))
    sheets = [
        AnswerSheet({name: Response(answer=answer) for name, answer in draw(sheets_for(layout.questionnaire)).items()})
        for _ in range(draw(st.integers(0, 6)))
    ]
    depth = draw(st.sampled_from(["short", "full"]))
    return wave(sheets, layout, "a", depth=depth, families=[draw(families) for _ in sheets])


@given(rooms())
def test_nothing_changed_between_a_room_and_itself(room):
    again = replace(room, id="b", people=tuple(f"b{one}" for one in room.people), same_as=room.people)
    found = change(room, again)
    for theme in found.themes:
        assert theme.before == theme.after
        assert theme.difference in (None, 0.0)
        if theme.linked is not None:
            assert (theme.linked.mean, theme.linked.p) == (0.0, None)
            assert theme.linked.n >= 3


@given(st.lists(rooms(), min_size=1, max_size=3))
def test_nothing_is_told_of_fewer_than_the_smallest_group(drawn):
    for row in between(drawn).rows:
        assert row.n is None or row.n >= 3
        for told in row.themes.values():
            assert told is None or (row.n is not None and 3 <= told.n <= row.n)


@given(rooms())
def test_a_room_compared_by_its_own_definition_is_told_as_it_was_scored(room):
    room = replace(room, depth="full", answers=replace(room.answers, short=room.answers.short & False))
    scores = score(room.layout, room.answers)
    told = between([room]).rows[0].themes
    for place, dimension in enumerate(room.questionnaire.dimensions):
        expected = disclose(scores, place, room.k) if dimension.id in told else None
        hidden = told.get(dimension.id) is None and room.layout.families  # for whom its items ask; see test_room_law
        assert hidden or told.get(dimension.id) == expected


@given(rooms(), st.data())
def test_choices_in_another_order_and_people_in_another_order_change_nothing(room, data):
    definition = room.questionnaire
    assume(room.people)
    turned = replace(
        definition,
        sections=tuple(
            replace(section, items=tuple(replace(item, choices=item.choices[::-1]) for item in section.items))
            for section in definition.sections
        ),
    )
    order = data.draw(st.permutations(range(len(room.people))))
    mixed = replace(
        room,
        people=tuple(room.people[place] for place in order),
        families=tuple(room.families[place] for place in order),
        answers=replace(
            room.answers,
            codes=room.answers.codes[order],
            short=room.answers.short[order],
            family=room.answers.family[order],
        ),
    )
    assert between([room], turned).rows[0].themes == between([mixed], definition).rows[0].themes
