"""Rooms rescored on common questions: by another definition's weights, and from the tables they may be told of."""

import numpy as np
import pytest
from support.builders import small
from support.waves import TWO, only, said, wave

from models.change import change
from models.comparability import Lost, shared
from models.layout import lay_out
from models.rescoring import rescore
from models.side_by_side import between


def rescored(room, newer=None):
    definition = newer or room.questionnaire
    [found] = rescore([room], shared(room.questionnaire, definition, {room.depth}))
    return found


def test_what_is_told_of_a_theme_comes_from_its_tables_with_bounds():
    """q1: 4, 2, 1, 0, mean 7/4. q2: 2, 1, 0 and one silent, mean 1; at worst 3/4, at best (3 + 4) / 4 = 7/4.

    (7/4 + 1) / 2 = 1.375; (7/4 + 3/4) / 2 = 1.25; (7/4 + 7/4) / 2 = 1.75; of 8 answers 7 hold a value.
    """
    told = only(change(wave([{"q1": 4}, *said(2, 1, 0)]), wave(said(1, 1, 1), name="b"))).before
    assert (told.n, told.items, told.asked) == (3, 2, 2)
    assert (told.mean, told.lower, told.upper) == (1.4, 1.3, 1.8)
    assert told.completeness == pytest.approx(7 / 8)
    assert told.stages == {"q1": {0: 1, 1: 1, 2: 1, 3: 0, 4: 1}, "q2": {0: 1, 1: 1, 2: 1, 3: 0, 4: 0}}
    assert (told.median, told.sd, told.interval) == (None, None, None)


def test_the_spread_of_ten_who_answered_everything_is_told():
    """0 to 4, twice each: mean 2, squares 4 x 4 + 4 x 1 = 20, / 9, root 1.4907.

    The interval reaches t(9) 1.508 x 1.4907 / root 10 = 0.71.
    """
    ten = said(*range(5), *range(5))
    told = rescored(wave(ten)).themes()["trust"]
    assert (told.n, told.mean, told.median, told.sd, told.interval) == (10, 2.0, 2.0, 1.5, (1.3, 2.7))
    for others in (ten[:9], [*ten[:9], {"q1": 4}], [*ten, {"q1": 2, "q2": "NA"}]):
        told = rescored(wave(others)).themes()["trust"]
        assert (told.median, told.sd, told.interval) == (None, None, None)


def test_a_theme_can_be_told_by_the_questions_that_another_room_shows_too():
    room = rescored(wave([{"q1": 4, "q2": 0}] * 3))
    assert room.shown == {"q1", "q2"}
    assert room.themes()["trust"].mean == 2.0
    among = room.themes({"q1"})["trust"]
    assert (among.mean, among.items, among.asked) == (4.0, 1, 2)
    assert room.themes(set()) == {"trust": None}
    # What a room hides is not told because another one shows it.
    hiding = rescored(wave([*[{"q1": 4}] * 2, *said(1, 1)]))
    assert hiding.shown == {"q1"}
    assert hiding.themes({"q2"}) == {"trust": None}


def test_a_question_that_nobody_in_the_room_is_asked_is_not_counted_among_those_asked():
    layout = lay_out(small([TWO[0], {"id": "q2", "scores": {"trust": 3}, "asked_of": ["staff"]}]))
    told = rescored(wave([{"q1": 4}] * 3, layout, families=["citizens"] * 3)).themes()["trust"]
    assert (told.mean, told.items, told.asked) == (4.0, 1, 1)
    # Somebody who did not say who they are is asked everything; then q1 is a quarter of the weight.
    assert rescored(wave([{"q1": 4}] * 3, layout)).themes() == {"trust": None}


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


def behind_a_size(sizes):
    """A room in which only those of size 10 or more are asked q2."""
    layout = lay_out(
        small(
            [
                {"id": "size", "kind": "number"},
                {"id": "q1", "scores": {"trust": 1}},
                {"id": "q2", "scores": {"trust": 1}, "show_if": {"item": "size", "at_least": 10}},
            ]
        )
    )
    return rescored(wave([{"size": size, "q1": 4, "q2": 4 if size == 9 else 1} for size in sizes], layout))


def test_a_question_behind_a_condition_is_told_of_those_whom_it_asks():
    """Those of size 9 were not asked q2, so that what they once said to it counts for nothing: (4 + 1) / 2 = 2.5."""
    told = behind_a_size([9, 9, 9, 10, 11, 12]).themes()["trust"]
    assert (told.n, told.mean, told.items, told.lower, told.upper) == (3, 2.5, 2, 2.5, 2.5)


def test_a_question_behind_a_condition_that_few_meet_is_left_out():
    told = behind_a_size([9, 10, 11]).themes()["trust"]
    assert (told.n, told.mean, told.items, told.asked) == (3, 4.0, 1, 2)


def test_a_number_that_is_known_as_a_band_is_missing_where_a_new_bound_cuts_the_band():
    """Of a group a rule table tells nothing, as it reads one person's answers together."""

    def layout(bound, version):
        table = {"trust": [{"when": {"item": "size", "at_least": bound}, "score": 4}, {"score": 0}]}
        items = [{"id": "size", "kind": "number"}, {"id": "q1", "scores": {"trust": 1}}]
        return lay_out(small(items, version=version, scoring={"rule": "rule-table", "tables": table}))

    old, new = layout(10, "1.0.0"), layout(11, "2.0.0")
    before, after = wave([{"size": 12, "q1": 1}] * 3, old, "a"), wave([{"size": 12, "q1": 1}] * 3, new, "b")

    assert np.isnan(rescored(before, new.questionnaire).scores.score).all()
    assert rescored(after).scores.score.tolist() == [[4.0]] * 3
    assert [row.themes for row in between([before, after]).rows] == [{"trust": None}] * 2
    theme = only(change(before, after))
    assert (theme.before, theme.after, theme.difference, theme.linked) == (None, None, None, None)


def test_an_answer_is_worth_what_the_newer_definition_says_and_silence_nothing():
    room = wave([{"q1": 1, "q2": 1}, {"q1": "DK"}, {"q1": 4, "q2": "NA"}])
    turned = small([TWO[0], {**TWO[1], "reverse": True}], version="2.0.0")
    found = rescored(room, turned)
    np.testing.assert_array_equal(found.worth("q1"), [1.0, np.nan, 4.0])
    np.testing.assert_array_equal(found.worth("q2"), [3.0, np.nan, np.nan])
