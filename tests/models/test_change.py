"""What changed from one wave to the next: on the questions shown both times, scored alike; nothing is nothing."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from support.builders import document, parsed, small
from support.waves import drawn_waves, figures_only, only, said, wave

from models.change import change, changes
from models.layout import lay_out

CASES = Path(__file__).parents[1] / "cases" / "change"


def cases():
    return [pytest.param(json.loads(file.read_text("utf-8")), id=file.stem) for file in sorted(CASES.glob("*.json"))]


def linked_to(name, n, after):
    """Links of a room of *after* people, whose first *n* were in the room before."""
    return [f"{name}{place}" if place < n else None for place in range(after)]


@pytest.mark.parametrize("case", cases())
def test_a_change_follows_the_worked_example(case):
    old, new = (lay_out(parsed(document(**case[which]))) for which in ("old", "new"))
    links = [f"a{place}" for place in range(len(case["after"]))] if case.get("linked") else None
    found = change(wave(case["before"], old, "a"), wave(case["after"], new, "b", links))
    for dimension, asked in case["expected"].items():
        theme = only(found, dimension)
        got = (theme.before.mean, theme.after.mean, theme.difference, theme.lower, theme.upper)
        assert dict(zip(asked, got, strict=True)) == asked, "to one decimal, and exactly so"
    for dimension, asked in case.get("expected_linked", {}).items():
        linked = only(found, dimension).linked
        assert {"n": linked.n, "mean": linked.mean, "p": linked.p} == pytest.approx(asked)
    assert {one.id: one.why for one in found.shared.lost} == case.get("expected_lost", {})


def test_fewer_than_the_smallest_group_are_not_told_nor_their_difference():
    """What may be told of the later room is told of it alone; beside a hidden room there is nothing to compare."""
    theme = only(change(wave(said(1, 2)), wave(said(1, 2, 3), name="b")))
    assert (theme.before, theme.after, theme.difference, theme.lower, theme.linked) == (None,) * 5


def test_a_theme_of_which_few_gave_a_value_is_not_told_in_a_room_that_is():
    theme = only(change(wave([*said(1, 2), {}]), wave(said(1, 2, 3), name="b")))
    assert (theme.before, theme.after, theme.difference) == (None, None, None)


def test_where_nothing_is_known_of_the_people_they_may_be_others():
    told = change(wave(said(1, 2)), wave(said(1, 2), name="b"))
    assert (told.before.n, told.after.n, told.overlap.linked) == (None, None, None)
    assert told.cautions == ("standards", "other-people", "few")


def test_links_are_told_for_people_enough_and_only_where_no_few_are_left_over():
    before = wave(said(1, 1, 1, 1, 1, 1), name="a")

    def linked(n, after):
        return only(change(before, wave(said(*[2] * after), name="b", links=linked_to("a", n, after)))).linked

    assert linked(6, 6).mean == 1.0
    assert linked(6, 9).n == 6
    assert linked(3, 6).n == 3
    assert linked(2, 6) is None
    assert linked(6, 7) is None
    assert linked(5, 6) is None


def test_the_linked_are_followed_question_by_question_and_by_weight():
    """q1 weighs 1 and moved by 1, q2 weighs 3 and moved by 2: (1 x 1 + 3 x 2) / 4 = 1.75, to one decimal 1.8."""
    weighed = [{"id": "q1", "scores": {"trust": 1}}, {"id": "q2", "scores": {"trust": 3}}]
    layout = lay_out(small(weighed))
    before, after = [{"q1": 1, "q2": 0}] * 6, [{"q1": 2, "q2": 2}] * 6

    def linked(after):
        return only(change(wave(before, layout, "a"), wave(after, layout, "b", linked_to("a", 6, 6)))).linked

    assert (linked(after).n, linked(after).mean) == (6, 1.8)
    # Three left q2 out after: three are followed on it, and the other three who said it before are enough.
    assert (linked([*after[:3], *[{"q1": 2}] * 3]).n, linked([*after[:3], *[{"q1": 2}] * 3]).mean) == (3, 1.8)
    # One left it out: the six before less the five followed would be this one; q1 alone is a quarter of the weight.
    assert linked([*after[:5], {"q1": 2}]) is None
    # The other way round q2 alone is enough.
    assert (linked([*after[:5], {"q2": 2}]).n, linked([*after[:5], {"q2": 2}]).mean) == (6, 2.0)


def test_a_test_of_the_linked_is_told_only_where_everybody_answered_everything():
    """Six of ten moved by 1 on both questions: all to one side, 2 of 2^6 ways to choose the signs, 0.03125."""
    before, after, links = said(*[1] * 10), said(*[2] * 6, *[1] * 4), linked_to("a", 10, 10)
    linked = only(change(wave(before, name="a"), wave(after, name="b", links=links))).linked
    assert (linked.n, linked.mean, linked.p) == (10, 0.6, 0.03125)
    for was, now in ((before, [*after[:9], {"q1": 1}]), ([*before[:9], {"q1": 1}], after)):
        linked = only(change(wave(was, name="a"), wave(now, name="b", links=links))).linked
        assert (linked.n, linked.mean, linked.p) == (10, 0.6, None), "q2 is followed for nine of ten: q1 alone is told"
    nine = only(change(wave(before[:9], name="a"), wave(after[:9], name="b", links=links[:9]))).linked
    assert (nine.n, nine.mean, nine.p) == (9, 0.7, None)
    # Both rooms are many, but those who came again are not: a test of theirs would tell of nine.
    rooms = wave(said(*[1] * 12), name="a"), wave(said(*[2] * 6, *[1] * 6), name="b", links=linked_to("a", 9, 12))
    linked = only(change(*rooms)).linked
    assert (linked.n, linked.mean, linked.p) == (9, 0.7, None)


def test_a_question_that_nobody_in_the_room_is_asked_counts_for_none_of_the_linked():
    items = [{"id": "q1", "scores": {"trust": 1}}, {"id": "q2", "scores": {"trust": 3}, "asked_of": ["staff"]}]
    layout, names = lay_out(small(items)), ["citizens"] * 10
    before = wave([{"q1": 1}] * 10, layout, "a", families=names)
    after = wave([{"q1": 2}] * 6 + [{"q1": 1}] * 4, layout, "b", linked_to("a", 10, 10), families=names)
    theme = only(change(before, after))
    assert (theme.before.items, theme.before.asked, theme.difference) == (1, 1, 0.6)
    assert (theme.linked.n, theme.linked.mean, theme.linked.p) == (10, 0.6, 0.03125)


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
    same = linked_to("a", links, 6)
    found = change(wave(said(*[1] * 6), name="a"), wave(said(*[1] * 6), name="b", links=same, came_before=came))
    assert (found.overlap.linked, found.overlap.came_before) == overlap


def test_a_change_says_what_to_keep_in_mind():
    many = said(*[1] * 12)
    links = linked_to("a", 12, 12)
    assert change(wave(many, name="a"), wave(many, name="b", links=links)).cautions == ("standards",)
    assert change(wave(many, name="a"), wave(many, name="b")).cautions == ("standards", "other-people")
    assert change(wave(many, name="a"), wave(said(1, 1, 1), name="b")).cautions == ("standards", "other-people", "few")


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


def test_figures_compare_where_they_were_computed_in_the_same_way():
    told = replace(only(change(wave(said(1, 2, 3)), wave(said(1, 2, 3), name="b"))).before, lower=None, upper=None)
    theme = only(change(figures_only(told), wave(said(2, 3, 4), name="b")))
    assert (theme.before, theme.difference, theme.lower) == (told, 1.0, None)


@given(drawn_waves())
def test_nothing_changed_between_a_room_and_itself(room):
    again = replace(room, id="b", people=tuple(f"b{one}" for one in room.people), same_as=room.people)
    found = change(room, again)
    for theme in found.themes:
        assert theme.before == theme.after
        assert theme.difference in (None, 0.0)
        if theme.linked is not None:
            assert (theme.linked.mean, theme.linked.p) == (0.0, None)
            assert theme.linked.n >= 3


def test_whoever_typed_paper_in_does_not_hide_the_phones_that_are_not_linked():
    """Of eight people four are linked, and three of the others came on paper: who typed it knows the eighth."""
    was, links = wave(said(0, 1, 2, 3), name="was"), [f"was{place}" for place in range(4)]
    links += [None] * 4

    def change_with(typed):
        after = wave(said(1, 2, 3, 4, 0, 0, 0, 4), name="now", links=links, typed=typed)
        found = change(was, after)
        return found.overlap.linked, only(found).linked is not None

    assert change_with([False] * 8) == (4, True)
    assert change_with([*[False] * 4, True, True, True, False]) == (None, False)
    assert change_with([*[False] * 4, True, True, True, True]) == (4, True)
