"""What a room sees of itself: dots in order of disagreement, gaps, its profile; and what it never sees."""

import random
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import SHIPPED, answer_of, factors, sheet_of, small
from support.examples import examples

from cosmos_app.content import catalogue as offers
from cosmos_app.content.loader import read_questionnaire
from models.agreement import RoleGap
from models.answers import KNOWN_BY, AnswerSheet, Response, Value
from models.board import completeness
from models.descriptives import known_by
from models.disclosure import unanimous
from models.external_factors import FactorCard, candidates, raise_factors
from models.items import EXPERIENCES
from models.layout import NOT_ASKED, lay_out
from models.matrix import asked_codes
from models.people import People
from models.reveal import Revealed, group_profile, reveal
from models.scoring import score
from models.silences import DontKnow, NotApplicable
from models.smallest_group import SmallGroupError, threshold
from models.summary import HiddenGroup, summarise

NONE_KNOWN = factors([{"id": "none"}])
FIVE = threshold(5)


def form_of(items, catalogue=NONE_KNOWN, **more):
    definition = small(items, **more)
    return lay_out(definition, also=(condition for _, condition in candidates(catalogue, definition)))


def told(layout, rows, k=FIVE, depth="full", catalogue=NONE_KNOWN, consented=False):
    """What is revealed of rows (how many, their family, their answers)."""
    sheets = [sheet_of(answers) for n, _, answers in rows for _ in range(n)]
    families = [family for n, family, _ in rows for _ in range(n)]
    return reveal(layout, sheets, families, k, depth=depth, catalogue=catalogue, consented=consented)


def ratings(*names):
    return [{"id": name, "scores": {"trust": 1}} for name in names]


def one_item(counts, k=FIVE, **item):
    """The board's only item, answered by so many people per value."""
    layout = form_of([{"id": "q", **({"scores": {"trust": 1}} if "kind" not in item else {}), **item}])
    [place] = told(layout, [(n, None, {"q": value}) for value, n in counts.items()], k=k).board
    return place


def values(*columns):
    """Rows of one person each, from columns of answers by item; a column may stop before the others."""
    size = max(len(column) for _, column in columns)
    return [(1, None, {name: column[row] for name, column in columns if row < len(column)}) for row in range(size)]


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
    board = told(layout, room).board

    assert [one.item.id for one in board] == [
        "camps",
        "even",
        "rather-alike",
        "alike",
        "like",
        "hidden",
        "also-hidden",
    ]
    assert [one.disagreement for one in board] == [1.0, 0.5, 0.0, 0.0, 0.0, None, None]
    assert [one.shape for one in board] == ["camps", "spread", "alike", "alike", "alike", None, None]
    assert [one.flagged for one in board] == [True, True, False, False, False, False, False]


def test_below_five_values_the_widest_comes_first_and_no_index_is_given():
    layout = form_of(ratings("same", "near", "wide"))
    room = values(("same", [2, 2, 2, 2]), ("near", [2, 3, 3, 2]), ("wide", [0, 2, 2, 4]))
    board = told(layout, room, k=threshold(3)).board

    assert [(one.item.id, one.width) for one in board] == [("wide", 1.0), ("near", 0.25), ("same", 0.0)]
    assert {(one.disagreement, one.shape, one.flagged) for one in board} == {(None, None, False)}


def test_a_few_answers_far_apart_come_before_many_that_lie_together():
    layout = form_of(ratings("together", "near", "apart", "split"))
    room = values(
        ("together", [2, 2, 2, 2, 3]), ("near", [2, 3, 3]), ("apart", [0, 4, 4]), ("split", [0, 0, 0, 4, 4, 4])
    )
    board = told(layout, room, k=threshold(3)).board

    assert [one.item.id for one in board] == ["split", "apart", "together", "near"]


def test_completeness_weighs_every_answer_alike_and_leaves_out_what_does_not_apply():
    layout = form_of(ratings("half", "whole", "hidden"))
    half, whole = [3, 3, 2, 2, 2, "DK", "OUT", None, None, None, "NA", "NA"], [1] * 6
    board = told(layout, values(("half", half), ("whole", whole), ("hidden", [2, 2, 2, 2]))).board
    by_id = {one.item.id: one for one in board}

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
    rated, ticks, which, words = told(layout, room).board

    assert [one.item.id for one in (rated, ticks, which, words)] == ["rated", "ticks", "which", "words"]
    assert rated.distribution == {0: 0, 1: 0, 2: 8, 3: 0, 4: 0}
    assert which.distribution == {"a": 3, "b": 0, "c": 2}
    assert ticks.distribution == {"a": 3, "b": 5, "c": 0}
    assert (words.n, words.silences["skipped"], words.distribution, words.by_family) == (5, 3, {}, {None: {}})
    for one in (which, ticks, words):
        assert (one.shape, one.disagreement, one.width, one.minority, one.gap) == (None,) * 5


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


STAFF, CITIZENS = (3, 3, 2, 4, 3), (1, 1, 2, 0, 1, 2)
"""The published gap of professionals and citizens, on 0-4: means 3 and 7/6; see tests/cases/role_gap."""


def two_families():
    return [(1, "staff", {"q": value}) for value in STAFF] + [(1, "citizens", {"q": value}) for value in CITIZENS]


def about(gap):
    return replace(gap, mean_gap=pytest.approx(gap.mean_gap), cliffs_delta=pytest.approx(gap.cliffs_delta))


def test_the_gap_is_between_the_two_families_that_differ_most():
    [place] = told(form_of(ratings("q")), two_families()).board
    expected = RoleGap(mean_gap=11 / 6, cliffs_delta=28 / 30, p=6 / 462, n_first=5, n_second=6)

    assert (place.gap.first, place.gap.second) == ("staff", "citizens")
    assert place.gap.gap == about(expected)


def test_of_several_families_the_two_farthest_apart_are_named_and_of_equals_the_first():
    rows = [(5, name, {"q": value}) for name, value in (("a", 2), ("b", 1), ("c", 4), ("d", 1), (None, 2))]
    [place] = told(form_of(ratings("q")), rows).board
    assert (place.gap.first, place.gap.second, place.gap.gap.mean_gap) == ("c", "b", 3.0)
    [place] = told(form_of(ratings("q")), [(5, name, {"q": 2}) for name in "ab"]).board
    assert (place.gap.first, place.gap.second, place.gap.gap.mean_gap) == ("a", "b", 0.0)


def test_a_gap_is_told_in_what_answers_are_worth():
    turned = [{"id": "q", "scores": {"trust": 1}, "reverse": True}]
    [place] = told(form_of(turned), two_families()).board
    assert (place.gap.first, place.gap.second, place.gap.gap.mean_gap) == ("citizens", "staff", pytest.approx(11 / 6))

    seven = {"seven": {"points": [{"value": value, "label": str(value)} for value in range(1, 8)]}}
    wide = form_of([{"id": "q", "scores": {"trust": 1}, "scale": "seven"}], scales=seven)
    [place] = told(wide, [(5, "staff", {"q": 7}), (5, "citizens", {"q": 4})]).board
    assert place.gap.gap.mean_gap == 2.0


def test_people_who_did_not_say_who_they_are_and_hidden_families_are_in_no_gap():
    few = [(5, None, {"q": 0}), (5, "around", {"q": 4}), (3, "funders", {"q": 0})]
    [place] = told(form_of(ratings("q")), two_families() + few, k=threshold(4)).board

    assert place.by_family["funders"] is None
    assert place.by_family["around"] is None, "the smallest shown keeps the funders company"
    assert place.by_family[None] == {0: 5, 1: 0, 2: 0, 3: 0, 4: 0}
    assert (place.gap.first, place.gap.second) == ("staff", "citizens")


def test_there_is_no_gap_where_fewer_than_two_families_are_shown():
    [place] = told(form_of(ratings("q")), [(6, "staff", {"q": 4}), (6, None, {"q": 0})]).board
    assert (place.by_family, place.gap) == (
        {"staff": {0: 0, 1: 0, 2: 0, 3: 0, 4: 6}, None: {0: 6, 1: 0, 2: 0, 3: 0, 4: 0}},
        None,
    )


def test_a_family_too_small_and_one_that_hides_it_look_the_same():
    [place] = told(form_of(ratings("q")), [(6, "staff", {"q": 4}), (2, "citizens", {"q": 0})]).board
    assert place.by_family == {"citizens": None, "staff": None}
    assert place.distribution == {0: 2, 1: 0, 2: 0, 3: 0, 4: 6}


def test_a_hidden_item_tells_nothing():
    layout = form_of(ratings("q"))
    [place] = told(layout, [(4, "staff", {"q": 4}), (6, "staff", {"q": "OUT"})]).board
    assert not place.is_shown
    assert {name: getattr(place, name) for name in place.__slots__ if name not in ("item", "by_family")} == (
        dict.fromkeys(set(place.__slots__) - {"item", "by_family"})
    )
    assert place.by_family == {"staff": None}


@pytest.mark.parametrize("people", [0, 1, 4])
@pytest.mark.parametrize("consented", [False, True])
def test_a_room_with_too_few_people_sees_nothing_at_all(people, consented):
    layout = form_of(ratings("q"))
    nothing = told(layout, [(people, "staff", {"q": 2})], consented=consented)

    assert nothing == Revealed(layout=layout, depth="full")
    assert (nothing.n, nothing.board, nothing.whole, dict(nothing.families)) == (None, (), None, {})
    assert not nothing.is_shown
    assert group_profile(nothing, AnswerSheet()) is None


def test_small_families_are_shown_where_each_person_agreed():
    layout = form_of(ratings("q"))
    room = [(3, "staff", {"q": 4}), (2, "citizens", {"q": 0}), (1, "funders", {"q": "DK"})]
    hidden, shown = told(layout, room), told(layout, room, consented=unanimous([True] * 6))

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
    room = told(layout, [(1, "staff", {"one": 4}), (5, "staff", {})], consented=True)
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


def test_the_short_form_puts_only_its_own_items_on_the_board():
    layout = form_of([{"id": "core", "core": True, "scores": {"trust": 1}}, *ratings("more")])
    assert [one.item.id for one in told(layout, [(5, None, {"core": 1})], depth="short").board] == ["core"]


def test_one_family_is_needed_for_each_sheet():
    with pytest.raises(ValueError, match="one family per sheet"):
        reveal(form_of(ratings("q")), [AnswerSheet()] * 6, [None] * 5, FIVE, depth="full", catalogue=NONE_KNOWN)


def test_a_threshold_that_was_not_checked_is_refused():
    with pytest.raises(SmallGroupError):
        told(form_of(ratings("q")), [(6, None, {"q": 1})], k=1, consented=True)


def test_families_of_unlike_size_count_alike_in_the_balanced_mean():
    """Published: 3 citizens at 2 and 9 professionals at 4 are 3.5 pooled and 3.0 balanced."""
    room = told(form_of(ratings("q")), [(3, "citizens", {"q": 2}), (9, "staff", {"q": 4})], k=threshold(3))
    [trust] = group_profile(room, AnswerSheet()).dimensions
    assert (trust.pooled.mean, trust.balanced) == (3.5, 3.0)


def test_people_who_did_not_say_who_they_are_weigh_in_the_pooled_mean_only():
    rows = [(4, "citizens", {"q": 2}), (4, "staff", {"q": 4}), (4, None, {"q": 0})]
    [trust] = group_profile(told(form_of(ratings("q")), rows, k=threshold(3)), AnswerSheet()).dimensions
    assert (trust.pooled.mean, trust.balanced, trust.families[None].mean) == (2.0, 3.0, 0.0)
    [trust] = group_profile(told(form_of(ratings("q")), rows[1:], k=threshold(3)), AnswerSheet()).dimensions
    assert trust.balanced is None


def test_a_dimension_counts_people_by_the_stage_of_their_own_answers():
    """4 and 2 reach stage 2; 3 alone, half the weight, reaches 3; 0 and 0 reach 0; who gave no value has no score."""
    rows = [(1, None, answers) for answers in ({"a": 4, "b": 2}, {"a": 3}, {"a": 0, "b": 0}, {"a": "DK", "b": "DK"})]
    [trust] = group_profile(told(form_of(ratings("a", "b")), rows, k=threshold(3)), AnswerSheet()).dimensions

    assert trust.pooled.n == 3
    assert trust.pooled.stages == {0: 1, 1: 0, 2: 1, 3: 1, 4: 0}
    assert trust.pooled.completeness == pytest.approx((1 + 0.5 + 1) / 3)


@pytest.mark.parametrize(
    ("agreed", "depth", "stage"),
    [
        ({"a": Value(4), "b": Value(2), "c": Value(3)}, "full", 2),
        ({"a": Value(4), "b": Value(2)}, "full", None),
        ({"a": Value(4), "b": Value(2), "c": DontKnow()}, "full", None),
        ({"a": Value(4), "b": NotApplicable("no public"), "c": Value(3)}, "full", 3),
        ({name: NotApplicable("no public") for name in "abc"}, "full", None),
        ({"a": Value(4)}, "short", 4),
        ({}, "short", None),
    ],
)
def test_a_room_reaches_a_stage_once_it_agreed_on_every_item_asked(agreed, depth, stage):
    layout = form_of([{"id": name, "scores": {"trust": 1}, "core": name == "a"} for name in "abc"])
    sheet = AnswerSheet({item: Response(answer=answer) for item, answer in agreed.items()})
    [trust] = group_profile(told(layout, [(5, None, {"a": 0, "b": 0, "c": 0})], depth=depth), sheet).dimensions
    assert trust.agreed_stage == stage


def test_an_item_asked_of_one_family_must_be_agreed_on_as_well():
    layout = form_of([*ratings("a"), {"id": "b", "scores": {"trust": 1}, "asked_of": ["staff"]}])
    room = told(layout, [(6, "citizens", {"a": 1})])
    stages = [
        group_profile(room, sheet_of(agreed)).dimensions[0].agreed_stage for agreed in ({"a": 3}, {"a": 3, "b": 1})
    ]
    assert stages == [None, 1]


def test_a_card_is_told_only_where_its_item_is():
    catalogue = factors([{"id": "rules"}])
    items = ratings("free", "hidden")
    layout = form_of([*items, {"id": "ruled", "scores": {"trust": 1}, "outside": ["rules"]}], catalogue)
    rows = [(6, None, {"free": 1, "hidden": "OUT", "ruled": 1}), (6, None, {"free": "OUT", "ruled": "OUT"})]
    profile = group_profile(told(layout, rows, catalogue=catalogue), AnswerSheet())

    assert profile.cards == (FactorCard(item="free", said=6),)
    [raised] = profile.factors
    assert (raised.factor.id, raised.strength, raised.known) == ("rules", 0.5, 12)


def test_places_on_a_map_are_told_past_the_gate_or_to_people_who_all_agreed():
    layout = lay_out(read_questionnaire(SHIPPED / "maps.json"), maps=offers.catalogues().placements)
    rows = [(9, None, {"planning.now": "people", "tasks.now": "people"}), (1, None, {"planning.now": "people"})]

    def told_of(consented):
        profile = group_profile(told(layout, rows, consented=consented), AnswerSheet())
        return profile.placements["cosie-2021"]["now"]["planning/delivery"]

    assert told_of(consented=False) is None, "ten planned and nine are on the map: one would be told apart"
    assert told_of(consented=True).n == 9


def test_of_the_families_that_raise_a_factor_only_those_are_counted_of_which_it_may_be_told():
    catalogue = factors(
        [{"id": one, "raise_if": {"small": {"item": "q", "is": value}}} for one, value in (("first", 0), ("second", 1))]
    )
    layout = form_of(ratings("q"), catalogue, factors=["first", "second"])
    shown = [(5, name, {"q": 4}) for name in ("a", "b")] + [(1, "a", {"q": 0}), (1, "b", {"q": 0})]

    def raised(*few):
        room = told(layout, [*shown, *((n, name, {"q": value}) for n, name, value in few)], catalogue=catalogue)
        return [(one.factor.id, one.families) for one in group_profile(room, AnswerSheet()).factors]

    apart = raised((1, "c", 1), (1, "d", 1), (3, "d", 4))
    together = raised((2, "d", 1), (1, "c", 4), (2, "d", 4))
    assert apart == together == [("first", 2), ("second", 0)]


# Rooms of every kind, and what must hold of each.

FACTORS = factors(
    [
        {"id": "low", "raise_if": {"small": {"item": "q1", "at_most": 1}}},
        {"id": "apart", "raise_if": {"small": {"disagreement": "q2", "at_least": 0.5}}},
        {"id": "poor", "raise_if": {"small": {"dimension": "trust", "at_most": 2}}},
        {"id": "rules"},
        {"id": "ticked", "raise_if": {"small": {"item": "q4", "includes": "b"}}},
    ]
)
ANY_KIND = form_of(
    [
        {"id": "q1", "scores": {"trust": 1}, "outside": ["rules"]},
        {"id": "q2", "scores": {"trust": 1, "power": 2}},
        {"id": "q3", "scores": {"power": 1}, "reverse": True},
        {"id": "q4", "kind": "checklist", "options": [{"value": value} for value in "abc"]},
        {"id": "q5", "kind": "choice", "options": [{"value": value} for value in "xyz"]},
        {"id": "q6", "kind": "experience"},
    ],
    FACTORS,
    factors=["low", "apart", "poor", "ticked"],
)
WRITTEN = {
    **{item: [0, 1, 2, 3, 4, 4, "DK", "OUT", ""] for item in ("q1", "q2", "q3")},
    "q4": [["a"], ["a", "b"], ["c"], "DK", ""],
    "q5": ["x", "y", "z", "DK", "NA"],
    "q6": [-2, 0, 2, "DK"],
}


@st.composite
def rooms(draw, most=30):
    """A room with small and large families, by a seed: so many answers are quickly drawn."""
    families = [
        name for name in ("a", "b", "c", "d", None) for _ in range(draw(st.sampled_from([0, 1, 2, 4, 5, 6, 9])))
    ][:most]
    chance = random.Random(draw(st.integers(0, 2**32)))
    sheets = [
        AnswerSheet(
            {
                item: Response(answer=answer_of(chance.choice(every)), known_by=chance.choice([*KNOWN_BY, None]))
                for item, every in WRITTEN.items()
            }
        )
        for _ in families
    ]
    return sheets, families, threshold(draw(st.integers(3, 6)))


def revealed(sheets, families, k, consented=False):
    return reveal(ANY_KIND, sheets, families, k, depth="full", catalogue=FACTORS, consented=consented)


def shuffled(things, places, seed):
    """The things, those at some places dealt out anew among these."""
    dealt = list(places)
    random.Random(seed).shuffle(dealt)
    result = list(things)
    for place, other in zip(places, dealt, strict=True):
        result[place] = things[other]
    return result


def hidden_people(room, families):
    return [place for place, family in enumerate(families) if room.families.get(family) is None]


@examples(150)
@given(rooms(), st.integers(0, 99))
def test_who_of_the_hidden_said_what_changes_nothing_that_is_told(room, seed):
    sheets, families, k = room
    told = revealed(sheets, families, k)
    among_hidden = shuffled(sheets, hidden_people(told, families), seed)

    assert revealed(among_hidden, families, k) == told


@examples(150)
@given(rooms(), st.integers(0, 99))
def test_item_by_item_the_answers_of_the_hidden_change_nothing_on_the_board(room, seed):
    sheets, families, k = room
    told = revealed(sheets, families, k)
    hidden = hidden_people(told, families)
    anew = [dict(sheet.responses) for sheet in sheets]
    for place, item in enumerate(WRITTEN):
        for row, response in enumerate(shuffled([sheet.response(item) for sheet in sheets], hidden, seed + place)):
            anew[row][item] = response

    assert revealed([AnswerSheet(one) for one in anew], families, k).board == told.board


@examples(150)
@given(rooms())
def test_no_families_told_of_an_item_add_up_or_subtract_to_fewer_than_k_people(room):
    sheets, families, k = room
    told = revealed(sheets, families, k)
    codes = asked_codes(ANY_KIND, ANY_KIND.encode(sheets, "full", families))
    for place in told.board:
        gave = codes[:, ANY_KIND.by_id[place.item.id].first] < NOT_ASKED
        people = {
            name: sum(yes for yes, of in zip(gave, families, strict=True) if of == name) for name in set(families)
        }
        shown = [name for name, distribution in place.by_family.items() if distribution is not None]
        assert place.is_shown or not shown
        assert place.n in (None, sum(people.values()))
        for size in range(1, len(shown) + 1):
            for some in combinations(shown, size):
                together = sum(people[name] for name in some)
                rest = sum(people.values()) - together
                assert together >= k
                assert rest == 0 or rest >= k


@examples(150)
@given(rooms())
def test_without_consent_nothing_of_a_family_below_k_is_ever_shown(room):
    sheets, families, k = room
    told = revealed(sheets, families, k)
    profile = group_profile(told, AnswerSheet())
    for family in set(families):
        if families.count(family) < k:
            assert told.families.get(family) is None
            assert all(place.by_family[family] is None for place in told.board)
            assert all(place.gap is None or family not in (place.gap.first, place.gap.second) for place in told.board)
            assert profile is None or all(one.families[family] is None for one in profile.dimensions)
    for place in told.board:
        assert all(sum(one.values()) >= k for one in place.by_family.values() if one and place.item.kind != "checklist")
    for dimension in profile.dimensions if profile else ():
        assert all(one is None or one.n >= k for one in (dimension.pooled, *dimension.families.values()))


@given(rooms(), st.booleans(), st.integers(0, 99))
def test_the_order_of_people_shows_in_nothing(room, agreed, seed):
    sheets, families, k = room
    order = shuffled(range(len(sheets)), range(len(sheets)), seed)
    told = revealed(sheets, families, k, agreed)
    other = revealed([sheets[place] for place in order], [families[place] for place in order], k, agreed)

    assert other == told
    assert repr(other) == repr(told)
    assert group_profile(other, sheet_of({"q1": 2})) == group_profile(told, sheet_of({"q1": 2}))


@given(rooms())
def test_where_all_agreed_every_value_is_told(room):
    sheets, families, k = room
    told = revealed(sheets, families, k, consented=True)
    for place in told.board:
        by_family = [one for one in place.by_family.values() if one]
        if place.is_shown and place.item.kind != "checklist":
            assert sum(sum(one.values()) for one in by_family) == place.n == sum(place.distribution.values())
    assert all(group is not None for group in told.families.values())


@given(rooms())
def test_with_every_family_shown_factors_are_ranked_as_they_are_for_one_who_sees_all(room):
    sheets, families, k = room
    told = revealed(sheets, families, k, consented=True)
    if told.whole is None:
        return
    answers = ANY_KIND.encode(sheets, "full", families)
    apart = {place.item.id: place.disagreement for place in told.board if place.disagreement is not None}
    of_power = [apart[item] for item in ("q2", "q3") if item in apart]
    of_trust = [apart[item] for item in ("q1", "q2") if item in apart]
    apart |= {name: max(one) for name, one in (("power", of_power), ("trust", of_trust)) if one}
    raisable = candidates(FACTORS, ANY_KIND.questionnaire)
    raised = raise_factors(raisable, asked_codes(ANY_KIND, answers), score(ANY_KIND, answers), families, apart)

    assert told.whole.factors == raised
