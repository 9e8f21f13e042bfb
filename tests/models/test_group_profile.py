"""The profile of a room: scores of families and of all, the stage agreed on, cards, maps and factors."""

import pytest
from support.builders import SHIPPED, factors, sheet_of
from support.revealed_rooms import form_of, ratings, revealed_of

from cosmos_app.content import catalogue as offers
from cosmos_app.content.loader import read_questionnaire
from models.answers import AnswerSheet, Response, Value
from models.external_factors import FactorCard
from models.layout import lay_out
from models.reveal import group_profile
from models.silences import DontKnow, NotApplicable
from models.smallest_group import threshold


def test_families_of_unlike_size_count_alike_in_the_balanced_mean():
    """Published: 3 citizens at 2 and 9 professionals at 4 are 3.5 pooled and 3.0 balanced."""
    room = revealed_of(form_of(ratings("q")), [(3, "citizens", {"q": 2}), (9, "staff", {"q": 4})], k=threshold(3))
    [trust] = group_profile(room, AnswerSheet()).dimensions
    assert (trust.pooled.mean, trust.balanced) == (3.5, 3.0)


def test_people_who_did_not_say_who_they_are_weigh_in_the_pooled_mean_only():
    rows = [(4, "citizens", {"q": 2}), (4, "staff", {"q": 4}), (4, None, {"q": 0})]
    [trust] = group_profile(revealed_of(form_of(ratings("q")), rows, k=threshold(3)), AnswerSheet()).dimensions
    assert (trust.pooled.mean, trust.balanced, trust.families[None].mean) == (2.0, 3.0, 0.0)
    [trust] = group_profile(revealed_of(form_of(ratings("q")), rows[1:], k=threshold(3)), AnswerSheet()).dimensions
    assert trust.balanced is None


def test_a_dimension_counts_the_answers_to_each_question_by_the_step_they_reach():
    """a: 4, 3, 0, mean 7/3, one silent; b: 2, 0, 1 and 1, mean 1: (7/3 + 1) / 2 = 1.67; of 8 answers 7 hold a value."""
    rows = [(1, None, answers) for answers in ({"a": 4, "b": 2}, {"a": 3, "b": 0}, {"a": 0, "b": 1}, {"b": 1})]
    room = revealed_of(form_of(ratings("a", "b")), rows, k=threshold(3))
    [trust] = group_profile(room, AnswerSheet()).dimensions

    assert (trust.pooled.n, trust.pooled.mean) == (3, 1.7)
    assert trust.pooled.stages == {"a": {0: 1, 1: 0, 2: 0, 3: 1, 4: 1}, "b": {0: 1, 1: 2, 2: 1, 3: 0, 4: 0}}
    assert trust.pooled.answers_by_stage == {0: 2, 1: 2, 2: 1, 3: 1, 4: 1}
    assert trust.pooled.completeness == pytest.approx(7 / 8)


def test_a_question_of_which_few_gave_a_value_counts_in_nothing_of_its_dimension():
    """a: 4, 3, 0, one silent; b has two values, fewer than three."""
    rows = [(1, None, answers) for answers in ({"a": 4, "b": 2}, {"a": 3}, {"a": 0, "b": 0}, {"a": "DK", "b": "DK"})]
    [trust] = group_profile(revealed_of(form_of(ratings("a", "b")), rows, k=threshold(3)), AnswerSheet()).dimensions

    assert (trust.pooled.n, trust.pooled.mean, trust.pooled.items, trust.pooled.asked) == (3, 2.3, 1, 2)
    assert trust.pooled.stages == {"a": {0: 1, 1: 0, 2: 0, 3: 1, 4: 1}}
    assert trust.pooled.completeness == 3 / 4


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
    [trust] = group_profile(revealed_of(layout, [(5, None, {"a": 0, "b": 0, "c": 0})], depth=depth), sheet).dimensions
    assert trust.agreed_stage == stage


def test_an_item_asked_of_one_family_must_be_agreed_on_as_well():
    layout = form_of([*ratings("a"), {"id": "b", "scores": {"trust": 1}, "asked_of": ["staff"]}])
    room = revealed_of(layout, [(6, "citizens", {"a": 1})])
    stages = [
        group_profile(room, sheet_of(agreed)).dimensions[0].agreed_stage for agreed in ({"a": 3}, {"a": 3, "b": 1})
    ]
    assert stages == [None, 1]


def test_a_card_is_told_only_where_its_item_is():
    catalogue = factors([{"id": "rules"}])
    items = ratings("free", "hidden")
    layout = form_of([*items, {"id": "ruled", "scores": {"trust": 1}, "outside": ["rules"]}], catalogue)
    rows = [(6, None, {"free": 1, "hidden": "OUT", "ruled": 1}), (6, None, {"free": "OUT", "ruled": "OUT"})]
    profile = group_profile(revealed_of(layout, rows, catalogue=catalogue), AnswerSheet())

    assert profile.cards == (FactorCard(item="free", said=6),)
    [raised] = profile.factors
    assert (raised.factor.id, raised.strength) == ("rules", 0.5), "six of the twelve said so"
    assert raised.known == 6, "as many values are in the table that it stands on"


def test_places_on_a_map_are_told_past_the_gate_or_to_people_who_all_agreed():
    layout = lay_out(read_questionnaire(SHIPPED / "maps.json"), maps=offers.catalogues().placements)
    rows = [(9, None, {"planning.now": "people", "tasks.now": "people"}), (1, None, {"planning.now": "people"})]

    def told_of(consented):
        profile = group_profile(revealed_of(layout, rows, consented=consented), AnswerSheet())
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
        room = revealed_of(layout, [*shown, *((n, name, {"q": value}) for n, name, value in few)], catalogue=catalogue)
        return [(one.factor.id, one.families) for one in group_profile(room, AnswerSheet()).factors]

    apart = raised((1, "c", 1), (1, "d", 1), (3, "d", 4))
    together = raised((2, "d", 1), (1, "c", 4), (2, "d", 4))
    assert apart == together == [("first", 2), ("second", 0)]
