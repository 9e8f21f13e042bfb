"""Rooms of every kind, and what must hold of each: what is told tells nothing of the hidden."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import answer_of, factors, sheet_of
from support.examples import examples
from support.revealed_rooms import form_of

from models.answers import KNOWN_BY, AnswerSheet, Response
from models.asked import asked_codes
from models.external_factors import rank
from models.layout import NOT_ASKED
from models.reveal import group_profile, reveal
from models.smallest_group import threshold

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
    seen = revealed(sheets, families, k)
    among_hidden = shuffled(sheets, hidden_people(seen, families), seed)

    assert revealed(among_hidden, families, k) == seen


@examples(150)
@given(rooms(), st.integers(0, 99))
def test_item_by_item_the_answers_of_the_hidden_change_nothing_on_the_board(room, seed):
    sheets, families, k = room
    seen = revealed(sheets, families, k)
    hidden = hidden_people(seen, families)
    anew = [dict(sheet.responses) for sheet in sheets]
    for place, item in enumerate(WRITTEN):
        for row, response in enumerate(shuffled([sheet.response(item) for sheet in sheets], hidden, seed + place)):
            anew[row][item] = response

    assert revealed([AnswerSheet(one) for one in anew], families, k).board == seen.board


@examples(150)
@given(rooms())
def test_no_families_told_of_an_item_add_up_or_subtract_to_fewer_than_k_people(room):
    sheets, families, k = room
    seen = revealed(sheets, families, k)
    codes = asked_codes(ANY_KIND, ANY_KIND.encode(sheets, "full", families))
    for place in seen.board:
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
    seen = revealed(sheets, families, k)
    profile = group_profile(seen, AnswerSheet())
    for family in set(families):
        if families.count(family) < k:
            assert seen.families.get(family) is None
            assert all(place.by_family[family] is None for place in seen.board)
            assert all(place.gap is None or family not in (place.gap.first, place.gap.second) for place in seen.board)
            assert profile is None or all(one.families[family] is None for one in profile.dimensions)
    for place in seen.board:
        assert all(sum(one.values()) >= k for one in place.by_family.values() if one and place.item.kind != "checklist")
    for dimension in profile.dimensions if profile else ():
        assert all(one is None or one.n >= k for one in (dimension.pooled, *dimension.families.values()))


@given(rooms(), st.booleans(), st.integers(0, 99))
def test_the_order_of_people_shows_in_nothing(room, agreed, seed):
    sheets, families, k = room
    order = shuffled(range(len(sheets)), range(len(sheets)), seed)
    seen = revealed(sheets, families, k, agreed)
    other = revealed([sheets[place] for place in order], [families[place] for place in order], k, agreed)

    assert other == seen
    assert repr(other) == repr(seen)
    assert group_profile(other, sheet_of({"q1": 2})) == group_profile(seen, sheet_of({"q1": 2}))


@given(rooms())
def test_where_all_agreed_every_value_is_told(room):
    sheets, families, k = room
    seen = revealed(sheets, families, k, consented=True)
    for place in seen.board:
        by_family = [one for one in place.by_family.values() if one]
        if place.is_shown and place.item.kind != "checklist":
            assert sum(sum(one.values()) for one in by_family) == place.n == sum(place.distribution.values())
    assert all(group is not None for group in seen.families.values())


def strengths_of(group):
    """How strongly a group raises each factor, worked out by hand from the tables that are told of it."""
    q1, q2, q4, trust = group.items["q1"], group.items["q2"], group.items["q4"], group.dimensions["trust"]
    strengths = {}
    if q1:  # 0 is two steps from not being at most 1, and 1 is one of two
        strengths["low"] = (q1.distribution[0] + q1.distribution[1] / 2) / q1.n
        asked = q1.n + sum(q1.silences.values())
        strengths["rules"] = q1.silences["outside_our_control"] / asked
    if q2 and q2.agreement is not None and (1 - q2.agreement) / 2 >= 0.5:
        strengths["apart"] = ((1 - q2.agreement) / 2 - 0.5 + 1) / (1 - 0.5 + 1)
    if trust and trust.mean <= 2:
        strengths["poor"] = (2 - trust.mean + 1) / (2 + 1)
    if q4:
        strengths["ticked"] = q4.distribution["b"] / q4.n
    return {name: strength for name, strength in strengths.items() if strength}


@given(rooms(), st.booleans())
def test_factors_can_be_worked_out_from_the_tables_told_and_so_can_the_families_that_raise_them(room, agreed):
    sheets, families, k = room
    seen = revealed(sheets, families, k, agreed)
    if seen.whole is None:
        return
    by_hand = strengths_of(seen.whole)
    raising = [strengths_of(group) for name, group in seen.families.items() if group and name is not None]

    assert {one.factor.id: one.strength for one in seen.whole.factors} == pytest.approx(by_hand)
    for one in seen.whole.factors:
        assert one.families == sum(one.factor.id in family for family in raising)
    assert sorted(seen.whole.factors, key=rank) == list(seen.whole.factors)
