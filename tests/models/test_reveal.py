"""What a room sees of itself, and what it never sees: too few people, small families, and what each agreed to."""

import pytest
from support.builders import answer_of, sheet_of
from support.revealed_rooms import FIVE, NONE_KNOWN, form_of, ratings, revealed_of

from models.answers import KNOWN_BY, AnswerSheet, Response, Value
from models.descriptives import known_by
from models.disclosure import unanimous
from models.people import People
from models.reveal import Revealed, group_profile, reveal
from models.smallest_group import SmallGroupError
from models.summary import HiddenGroup, summarise


@pytest.mark.parametrize("people", [0, 1, 4])
@pytest.mark.parametrize("consented", [False, True])
def test_a_room_with_too_few_people_sees_nothing_at_all(people, consented):
    layout = form_of(ratings("q"))
    nothing = revealed_of(layout, [(people, "staff", {"q": 2})], consented=consented)

    assert nothing == Revealed(layout=layout, depth="full")
    assert (nothing.n, nothing.board, nothing.whole, dict(nothing.families)) == (None, (), None, {})
    assert not nothing.is_shown
    assert group_profile(nothing, AnswerSheet()) is None


def test_small_families_are_shown_where_each_person_agreed():
    layout = form_of(ratings("q"))
    room = [(3, "staff", {"q": 4}), (2, "citizens", {"q": 0}), (1, "funders", {"q": "DK"})]
    hidden, shown = revealed_of(layout, room), revealed_of(layout, room, consented=unanimous([True] * 6))

    assert hidden.families == dict.fromkeys(["citizens", "funders", "staff"])
    assert {name: group.n for name, group in shown.families.items()} == {"citizens": 2, "funders": 1, "staff": 3}
    [place] = shown.board
    assert place.by_family["citizens"] == {0: 2, 1: 0, 2: 0, 3: 0, 4: 0}
    assert place.by_family["funders"] is None, "nobody of them gave a value"
    assert place.gap.gap.mean_gap == 4.0
    [trust] = group_profile(shown, AnswerSheet()).dimensions
    assert (trust.balanced, trust.families["funders"]) == (2.0, None)


def test_where_all_agreed_a_value_of_one_person_is_shown_and_that_of_nobody_is_not():
    layout = form_of(ratings("one", "nobody"))
    room = revealed_of(layout, [(1, "staff", {"one": 4}), (5, "staff", {})], consented=True)
    assert [(place.item.id, place.n) for place in room.board] == [("one", 1), ("nobody", None)]


@pytest.mark.parametrize("not_true", [None, "yes", 1, [True]])
def test_only_true_is_consent(not_true):
    layout = form_of(ratings("q"))
    answers = layout.encode([sheet_of({"q": 1})] * 6, "full", ["a"] * 5 + ["b"])
    groups = summarise(layout, answers, People.in_one_place(["a"] * 5 + ["b"]), FIVE, by=["role"], consented=not_true)
    assert groups == (HiddenGroup(by={"role": "a"}), HiddenGroup(by={"role": "b"}))


def test_how_people_know_is_counted_among_those_who_gave_a_value():
    sheets = [
        AnswerSheet().record("q", Response(answer=answer_of(written), known_by=how))
        for written, how in ((2, "seen"), (2, "seen"), (3, "guess"), (1, None), ("DK", "heard"), ("", "seen"))
    ]
    assert known_by(sheets, "q") == {"seen": 2, "heard": 0, "guess": 1, "": 1}
    assert set(known_by(sheets, "q")) == {*KNOWN_BY, ""}


def test_how_people_know_what_a_condition_hides_does_not_count():
    layout = form_of([*ratings("knows"), {"id": "how", "scores": {"trust": 1}, "show_if": {"item": "knows", "is": 1}}])
    how = Response(answer=Value(3), known_by="seen")
    sheets = [sheet_of({"knows": int(n < 5)}).record("how", how) for n in range(9)]
    place = {
        one.item.id: one for one in reveal(layout, sheets, [None] * 9, FIVE, depth="full", catalogue=NONE_KNOWN).board
    }
    assert (place["how"].n, place["how"].known_by) == (5, {"seen": 5, "heard": 0, "guess": 0, "": 0})
    assert place["knows"].known_by == {"seen": 0, "heard": 0, "guess": 0, "": 9}


def test_one_family_is_needed_for_each_sheet():
    with pytest.raises(ValueError, match="one family per sheet"):
        reveal(form_of(ratings("q")), [AnswerSheet()] * 6, [None] * 5, FIVE, depth="full", catalogue=NONE_KNOWN)


def test_a_threshold_that_was_not_checked_is_refused():
    with pytest.raises(SmallGroupError):
        revealed_of(form_of(ratings("q")), [(6, None, {"q": 1})], k=1, consented=True)
