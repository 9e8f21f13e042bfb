"""Laying out what a room answered: of its answers only the item tables that the room may see are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import depths
from support.revealed_rooms import NONE_KNOWN
from support.waves import drawn_rooms, said, wave

from models.reveal import reveal
from models.smallest_group import threshold


@pytest.mark.parametrize(
    "wrong",
    [{"families": [None]}, {"people": ["a", "a", "b"]}, {"same_as": ["x"]}, {"came_before": [True]}, {"k": 2}],
)
def test_a_wave_is_refused_that_is_not_whole(wrong):
    with pytest.raises(ValueError, match=r"Give|twice|^2$"):
        wave(said(1, 1, 1), **wrong)


@given(drawn_rooms(), depths, st.booleans())
def test_its_item_tables_are_those_that_the_room_is_shown_without_consent(room, depth, consented):
    """People agree to small groups for the room alone."""
    layout, sheets, families = room
    found = wave(sheets, layout, families=families, depth=depth, consented=consented)
    told = reveal(layout, sheets, families, threshold(3), catalogue=NONE_KNOWN, depth=depth)

    assert found.items == (told.whole.items if told.whole else {})
    assert found.n == (told.whole.n if told.whole else None)


def test_what_was_typed_in_from_paper_hides_in_a_comparison_what_it_hides_in_the_room():
    """Of four people three were typed in: whoever did that knows the fourth from any table of all."""
    typed = [True, True, True, False]
    assert wave(said(1, 2, 3, 4)).items["q1"].n == 4
    assert wave(said(1, 2, 3, 4), typed=typed).items == {}
    assert wave(said(1, 2, 3, 4), typed=[True] * 4).items["q1"].n == 4
    few = wave([*said(1, 2, 3), {"q1": 4}, {"q1": 1}, {"q1": 2}], typed=[*[True] * 3, *[False] * 3])
    assert (few.items["q1"].n, few.items["q2"].n) == (6, 3)
