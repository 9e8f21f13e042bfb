"""Rooms beside each other: each as if it stood alone, scored by the newest definition, in the order given."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.builders import document, parsed, small
from support.revealed_rooms import NONE_KNOWN
from support.waves import FORM, TWO, drawn_rooms, drawn_waves, figures_only, only, said, wave

from models.change import change, changes
from models.comparability import Lost
from models.layout import lay_out
from models.reveal import reveal
from models.side_by_side import between
from models.smallest_group import threshold


def test_fewer_than_the_smallest_group_are_not_told():
    [row] = between([wave(said(1, 2))]).rows
    assert (row.n, row.themes) == (None, {"trust": None})


def test_rooms_are_scored_by_the_newest_definition_whichever_is_at_hand():
    old = replace(FORM.questionnaire, version="1.0.0")
    newer = lay_out(parsed(document(items=[{**TWO[0], "scores": {"trust": 3}}, TWO[1]], version="2.0.0")))
    waves = [wave([{"q1": 4, "q2": 0}] * 3), wave([{"q1": 4, "q2": 0}] * 3, newer, name="b")]
    told = between(waves, old)
    assert told.questionnaire is newer.questionnaire
    assert [row.themes["trust"].mean for row in told.rows] == [3.0, 3.0]
    [changed] = changes(waves)
    assert (only(changed).before.mean, only(changed).after.mean) == (3.0, 3.0)


def test_each_room_keeps_the_smallest_group_it_was_promised():
    rows = between([wave(said(1, 2, 3, 4)), wave(said(1, 2, 3, 4), name="b", k=threshold(5))]).rows
    assert [row.n for row in rows] == [4, None]


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


def test_figures_that_were_computed_otherwise_do_not_compare():
    told = only(change(wave(said(1, 2, 3)), wave(said(1, 2, 3), name="b"))).before
    newer = lay_out(small([TWO[0], {**TWO[1], "scores": {"trust": 3}}], version="2.0.0"))
    row, other = between([figures_only(told), wave(said(1, 2, 3), newer, "b")]).rows
    assert (row.n, row.themes) == (5, {})
    assert Lost(kind="dimension", id="trust", why="only-figures") in row.shared.lost
    assert other.themes["trust"].n == 3
    assert change(figures_only(told), wave(said(1, 2, 3), newer, "b")).themes == ()
    assert between([figures_only(told), wave([{"q1": 1}] * 3, depth="short")]).rows[0].themes == {}
    assert between([figures_only(told), wave(said(1, 1, 1))]).rows[0].themes == {"trust": told}


@given(st.lists(drawn_waves(), min_size=1, max_size=3))
def test_nothing_is_told_of_fewer_than_the_smallest_group(drawn):
    for row in between(drawn).rows:
        assert row.n is None or row.n >= 3
        for told in row.themes.values():
            assert told is None or (row.n is not None and 3 <= told.n <= row.n)


@given(drawn_rooms(), st.booleans())
def test_a_room_compared_by_its_own_definition_is_told_as_it_is_shown_without_consent(drawn, consented):
    layout, sheets, families = drawn
    told = between([wave(sheets, layout, families=families, consented=consented)]).rows[0].themes
    shown = reveal(layout, sheets, families, threshold(3), depth="full", catalogue=NONE_KNOWN)
    for dimension in layout.questionnaire.dimensions:
        assert told.get(dimension.id) == (shown.whole.dimensions[dimension.id] if shown.whole else None)


@given(drawn_rooms(), st.data())
def test_choices_in_another_order_and_people_in_another_order_change_nothing(drawn, data):
    layout, sheets, families = drawn
    assume(sheets)
    turned = replace(
        layout.questionnaire,
        sections=tuple(
            replace(section, items=tuple(replace(item, choices=item.choices[::-1]) for item in section.items))
            for section in layout.questionnaire.sections
        ),
    )
    order = data.draw(st.permutations(range(len(sheets))))
    room = wave(sheets, layout, families=families)
    mixed = wave([sheets[place] for place in order], layout, families=[families[place] for place in order])
    assert between([room], turned).rows[0].themes == between([mixed], layout.questionnaire).rows[0].themes
