"""The board of a room: dots in order of disagreement, how much was answered, and who is heard first."""

import pytest
from support.revealed_rooms import FIVE, form_of, ratings, revealed_of, values

from models.board import completeness
from models.items import EXPERIENCES
from models.smallest_group import threshold


def one_item(counts, k=FIVE, **item):
    """The board's only item, answered by so many people per value."""
    layout = form_of([{"id": "q", **({"scores": {"trust": 1}} if "kind" not in item else {}), **item}])
    [place] = revealed_of(layout, [(n, None, {"q": value}) for value, n in counts.items()], k=k).board
    return place


def test_items_stand_in_the_order_in_which_to_talk_about_them():
    layout = form_of([*ratings("hidden", "alike", "camps", "rather-alike", "also-hidden", "even", "like")])
    room = values(
        ("hidden", [0, 0, 4, 4]),
        ("alike", [3] * 10),
        ("camps", [0] * 5 + [4] * 5),
        ("rather-alike", [3] * 9 + ["DK"]),
        ("also-hidden", [2, 2, 2, 2]),
        ("even", [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]),
        ("like", [2] * 10),
    )
    board = revealed_of(layout, room).board

    assert [place.item.id for place in board] == [
        "camps",
        "even",
        "rather-alike",
        "alike",
        "like",
        "hidden",
        "also-hidden",
    ]
    assert [place.disagreement for place in board] == [1.0, 0.5, 0.0, 0.0, 0.0, None, None]
    assert [place.shape for place in board] == ["camps", "spread", "alike", "alike", "alike", None, None]
    assert [place.flagged for place in board] == [True, True, False, False, False, False, False]


def test_below_five_values_the_widest_comes_first_and_no_index_is_given():
    layout = form_of(ratings("same", "near", "wide"))
    room = values(("same", [2, 2, 2, 2]), ("near", [2, 3, 3, 2]), ("wide", [0, 2, 2, 4]))
    board = revealed_of(layout, room, k=threshold(3)).board

    assert [(place.item.id, place.width) for place in board] == [("wide", 1.0), ("near", 0.25), ("same", 0.0)]
    assert {(place.disagreement, place.shape, place.flagged) for place in board} == {(None, None, False)}


def test_a_few_answers_far_apart_come_before_many_that_lie_together():
    layout = form_of(ratings("together", "near", "apart", "split"))
    room = values(
        ("together", [2, 2, 2, 2, 3]), ("near", [2, 3, 3]), ("apart", [0, 4, 4]), ("split", [0, 0, 0, 4, 4, 4])
    )
    board = revealed_of(layout, room, k=threshold(3)).board

    assert [place.item.id for place in board] == ["split", "apart", "together", "near"]


def test_completeness_weighs_every_answer_alike_and_leaves_out_what_does_not_apply():
    layout = form_of(ratings("half", "whole", "hidden"))
    half, whole = [3, 3, 2, 2, 2, "DK", "OUT", None, None, None, "NA", "NA"], [1] * 6
    board = revealed_of(layout, values(("half", half), ("whole", whole), ("hidden", [2, 2, 2, 2]))).board
    by_id = {place.item.id: place for place in board}

    assert by_id["half"].completeness == 5 / 10, "5 values, 1 don't know, 1 outside, 3 skipped; 2 don't apply"
    assert by_id["whole"].completeness == 6 / 12, "half of the room left it out"
    assert by_id["hidden"].completeness is None
    assert completeness(board) == 11 / 22
    assert completeness(()) is None


def test_what_has_no_order_comes_after_what_has_one():
    options = [{"value": value} for value in "abc"]
    layout = form_of(
        [
            {"id": "ticks", "kind": "checklist", "options": options},
            {"id": "which", "kind": "choice", "options": options},
            {"id": "words", "kind": "text"},
            *ratings("rated"),
        ]
    )
    room = [
        (3, None, {"ticks": ["a", "b"], "which": "a", "rated": 2}),
        (2, None, {"ticks": ["b"], "which": "c", "rated": 2, "words": "So it is."}),
        (3, None, {"ticks": "DK", "which": "DK", "rated": 2, "words": "No."}),
    ]
    rated, ticks, which, words = revealed_of(layout, room).board

    assert [place.item.id for place in (rated, ticks, which, words)] == ["rated", "ticks", "which", "words"]
    assert rated.distribution == {0: 0, 1: 0, 2: 8, 3: 0, 4: 0}
    assert which.distribution == {"a": 3, "b": 0, "c": 2}
    assert ticks.distribution == {"a": 3, "b": 5, "c": 0}
    assert (words.n, words.silences["skipped"], words.distribution, words.by_family) == (5, 3, {}, {None: {}})
    for place in (which, ticks, words):
        assert (place.shape, place.disagreement, place.width, place.minority, place.gap) == (None,) * 5


@pytest.mark.parametrize(
    ("counts", "voiced_first", "because"),
    [
        ({2: 1, 3: 5, 4: 2}, 2, "the fewest"),
        ({0: 1, 3: 7, 4: 1}, 0, "of one and one, 0 is three from the median 3, and 4 is one"),
        ({1: 1, 2: 6, 3: 1}, 1, "of one and one, both a step from the median 2, the lowest"),
        ({0: 1, 1: 1, 4: 4, 3: 2}, 0, "the median lies between 3 and 4: 0 is farther from it than 1"),
        ({0: 3, 4: 3}, None, "as many chose the one as the other"),
        ({3: 8}, None, "all chose the same"),
    ],
)
def test_the_minority_is_voiced_first(counts, voiced_first, because):
    assert one_item(counts).minority == voiced_first, because


def test_the_minority_follows_the_worth_of_options_and_not_the_order_in_which_they_are_listed():
    options = [{"value": "much", "score": 10}, {"value": "nothing", "score": 0}, {"value": "some", "score": 1}]
    place = one_item({"much": 1, "nothing": 1, "some": 4}, kind="choice", options=options)
    assert (place.minority, place.width) == ("much", 1.0)
    assert one_item({"much": 3, "nothing": 1, "some": 1}, kind="choice", options=options).minority == "nothing"


def test_experiences_are_ordered_from_very_bad_to_very_good():
    place = one_item(dict.fromkeys(EXPERIENCES, 1) | {2: 4}, kind="experience")
    assert (place.minority, place.distribution) == (-2, {-2: 1, -1: 1, 0: 1, 1: 1, 2: 4})
    assert place.disagreement is not None


def test_a_hidden_item_tells_nothing():
    layout = form_of(ratings("q"))
    [place] = revealed_of(layout, [(4, "staff", {"q": 4}), (6, "staff", {"q": "OUT"})]).board
    assert not place.is_shown
    assert {name: getattr(place, name) for name in place.__slots__ if name not in ("item", "by_family")} == (
        dict.fromkeys(set(place.__slots__) - {"item", "by_family"})
    )
    assert place.by_family == {"staff": None}


def test_the_short_form_puts_only_its_own_items_on_the_board():
    layout = form_of([{"id": "core", "core": True, "scores": {"trust": 1}}, *ratings("more")])
    assert [place.item.id for place in revealed_of(layout, [(5, None, {"core": 1})], depth="short").board] == ["core"]
