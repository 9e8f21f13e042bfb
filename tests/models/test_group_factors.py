"""Which factors a group raises, and how strongly, worked out by hand from its tables."""

import numpy as np
import pytest
from support.builders import factors, small

from cosmos_app.content.catalogue import catalogues
from models.conditions import All, AnyOf, Disagree, ItemIs, Not, PlacedIn, ScoreIs
from models.descriptives import ItemSummary, MapSummary
from models.external_factors import candidates
from models.group_factors import Tables, degree, raised_by
from models.group_scores import DimensionSummary
from models.layout import NOT_ASKED, lay_out
from models.silences import BY_CODE, SILENCES

OVER_TEN = ItemIs("size", "at_least", 10)
DEFINITION = small(
    [
        {"id": "q1", "scores": {"trust": 1}},
        {"id": "q2", "scores": {"trust": 1}},
        {"id": "hidden", "scores": {"power": 1}},
        {"id": "ways", "kind": "checklist", "options": [{"value": value} for value in "abc"]},
        {"id": "place", "kind": "choice", "options": [{"value": value} for value in "xyz"]},
        {"id": "size", "kind": "number"},
    ],
    placements=["cosie-2021"],
)
LAYOUT = lay_out(DEFINITION, also=[OVER_TEN], maps=catalogues().placements)


def group(disagreement=None, places=None, ticked=None, **counts):
    """A group of which some items are told: how many gave each value or silence, ``q1={0: 2, 4: 3, "DK": 1}``.

    Of a checklist *ticked* says who ticked what, and *counts* how many gave a value. A dimension is given by its mean.
    """
    items, codes, dimensions = dict.fromkeys(LAYOUT.by_id), {}, {"trust": None, "power": None}
    for name, given in counts.items():
        if name in dimensions:
            dimensions[name] = DimensionSummary(
                n=6, mean=given, items=1, asked=1, completeness=1.0, stages={}, lower=given, upper=given
            )
            continue
        column, by_code = LAYOUT.by_id[name], np.zeros(256, dtype=np.int64)
        values = {value: n for value, n in given.items() if value not in (*BY_CODE, "not asked")}
        for value, n in given.items():
            if value == "not asked":
                by_code[NOT_ASKED] = n
            elif value in BY_CODE:
                by_code[BY_CODE[value].number] = n
            elif column.item.kind == "number":
                by_code[column.bands(np.array([float(value)]))[0]] += n
            elif column.item.kind != "checklist":
                by_code[column.values.index(value)] = n
        told = {choice.value: values.get(choice.value, 0) for choice in column.item.choices}
        items[name] = ItemSummary(
            n=sum(values.values()),
            distribution=ticked if column.item.kind == "checklist" else told,
            agreement=None,
            consensus=None,
            silences={name: given.get(silence.code, 0) for name, silence in SILENCES.items()},
        )
        codes[name] = by_code
    return Tables(
        layout=LAYOUT,
        items=items,
        codes=codes,
        dimensions=dimensions,
        placements={"cosie-2021": {"now": places or {}}},
        disagreement=disagreement or {},
    )


HIGH, LOW = ItemIs("q1", "at_least", 3), ItemIs("q2", "at_most", 1)
UNKNOWN = ItemIs("hidden", "at_least", 0)
ROOM = group(q1={0: 1, 3: 2, 4: 1}, q2={0: 1, 1: 2, 2: 1})
"""HIGH: 3 is one of the two steps from 2 to 4, 4 is both: (0 + 2 x 1/2 + 1) / 4 = 1/2; it does not hold for 1 of 4.
LOW: 0 is both of two steps, 1 is one: (1 + 2 x 1/2 + 0) / 4 = 1/2; it does not hold for 1 of 4."""


def test_a_comparison_holds_as_far_as_it_does_on_average():
    assert (degree(HIGH, ROOM), degree(LOW, ROOM)) == (0.5, 0.5)
    assert degree(ItemIs("q1", "is", 3), ROOM) == 2 / 4
    assert degree(ItemIs("q1", "is_one_of", (0, 3)), ROOM) == 3 / 4
    assert degree(ItemIs("place", "is", "x"), group(place={"x": 1, "y": 3, "z": 1})) == 1 / 5


def test_the_opposite_holds_wherever_a_comparison_does_not():
    assert (degree(Not(HIGH), ROOM), degree(Not(Not(HIGH)), ROOM)) == (1 / 4, 0.5)
    assert degree(Not(ItemIs("place", "is", "x")), group(place={"x": 1, "y": 3, "z": 1})) == 4 / 5


def test_who_gave_no_value_decides_nothing_and_who_was_not_asked_is_not_there():
    """Of the six who said something, four gave a value, and 1/2 is the mean of theirs."""
    silent = group(q1={0: 1, 3: 2, 4: 1, "DK": 1, "NA": 2, "": 3, "not asked": 7})
    assert (degree(HIGH, silent), degree(Not(HIGH), silent)) == (0.5, 1 / 4)


def test_a_silence_counts_where_it_is_asked_about():
    """Of ten who were asked three said OUT, and five gave a value."""
    room = group(q1={2: 5, "OUT": 3, "DK": 2, "not asked": 7})
    out = ItemIs("q1", "not_given", ("OUT",))
    assert (degree(out, room), degree(Not(out), room)) == (3 / 10, 7 / 10)
    assert degree(ItemIs("q1", "not_given", ("OUT", "DK")), room) == 5 / 10
    assert degree(ItemIs("q1", "answered", True), room) == 5 / 10
    assert degree(ItemIs("q1", "answered", False), room) == 5 / 10


def test_what_looks_at_a_hidden_table_is_unknown_either_way():
    for condition in (UNKNOWN, ItemIs("hidden", "not_given", ("OUT",)), ItemIs("hidden", "answered", False)):
        assert degree(condition, ROOM) is None
        assert degree(Not(condition), ROOM) is None


ALL_SAY_FOUR = group(q1={4: 4}, q2={0: 1, 1: 2, 2: 1})


@pytest.mark.parametrize(
    ("condition", "room", "holds"),
    [
        (All((HIGH, LOW)), ALL_SAY_FOUR, 0.5),
        (AnyOf((HIGH, LOW)), ALL_SAY_FOUR, 1.0),
        (All((HIGH, UNKNOWN)), ALL_SAY_FOUR, None),
        (AnyOf((HIGH, UNKNOWN)), ALL_SAY_FOUR, 1.0),
        (AnyOf((LOW, UNKNOWN)), ALL_SAY_FOUR, 0.5),
        (AnyOf((UNKNOWN,)), ALL_SAY_FOUR, None),
        (All((HIGH, UNKNOWN)), group(q1={0: 4}), 0.0),
        # The opposite of all is that some part does not hold, and of any that none does.
        (Not(All((HIGH, LOW))), ALL_SAY_FOUR, 1 / 4),
        (Not(AnyOf((HIGH, LOW))), ALL_SAY_FOUR, 0.0),
        (Not(AnyOf((HIGH, LOW))), ROOM, 1 / 4),
        (Not(All((LOW, UNKNOWN))), ALL_SAY_FOUR, 1 / 4),
        (Not(AnyOf((LOW, UNKNOWN))), ALL_SAY_FOUR, None),
        (Not(AnyOf((HIGH, UNKNOWN))), ALL_SAY_FOUR, 0.0),
        (All((AnyOf((HIGH, UNKNOWN)), Not(LOW))), ALL_SAY_FOUR, 1 / 4),
    ],
)
def test_of_several_all_is_the_weakest_and_any_the_strongest_as_far_as_they_are_known(condition, room, holds):
    assert degree(condition, room) == holds


def test_what_a_checklist_includes_is_the_share_that_ticked_it():
    """Four gave a value, three ticked a, one b; they may tick several."""
    room = group(ways={"a": 4, "DK": 2}, ticked={"a": 3, "b": 1, "c": 0})
    assert degree(ItemIs("ways", "includes", "a"), room) == 3 / 4
    assert degree(Not(ItemIs("ways", "includes", "a")), room) == 1 / 4
    assert degree(ItemIs("ways", "includes", "c"), room) == 0.0


def test_a_number_counts_by_its_band_and_wholly():
    """Three are below ten, one on it, two above: 3/6."""
    room = group(size={9: 3, 10: 1, 40: 2})
    assert (degree(OVER_TEN, room), degree(Not(OVER_TEN), room)) == (3 / 6, 3 / 6)
    assert degree(OVER_TEN, group()) is None


@pytest.mark.parametrize(
    ("condition", "mean", "holds", "opposite", "why"),
    [
        (ScoreIs("trust", "at_most", 2), 1.0, 2 / 3, 0.0, "(2 - 1 + 1) / (2 - 0 + 1)"),
        (ScoreIs("trust", "at_most", 2), 2.0, 1 / 3, 0.0, "(2 - 2 + 1) / (2 - 0 + 1)"),
        (ScoreIs("trust", "at_most", 2), 2.1, 0.0, 1.0, "more than 2"),
        (ScoreIs("trust", "at_least", 3), 3.5, 3 / 4, 0.0, "(3.5 - 3 + 1) / (4 - 3 + 1)"),
    ],
)
def test_a_score_is_that_of_the_group_as_it_is_told(condition, mean, holds, opposite, why):
    room = group(trust=mean)
    assert degree(condition, room) == pytest.approx(holds), why
    assert degree(Not(condition), room) == opposite
    assert (degree(condition, group()), degree(Not(condition), group())) == (None, None)


def test_a_disagreement_counts_where_it_is_known():
    """(0.75 - 0.5 + 1) / (1 - 0.5 + 1) = 5/6."""
    apart = Disagree("q1", 0.5)
    room = group({"q1": 0.75})
    assert (degree(apart, room), degree(Not(apart), room)) == (pytest.approx(5 / 6), 0.0)
    assert (degree(apart, group({"q1": 0.25})), degree(Not(apart), group({"q1": 0.25}))) == (0.0, 1.0)
    assert degree(apart, group()) is None


def test_a_place_on_a_map_counts_by_the_share_of_those_placed():
    """Ten are placed: three and two in two cells of one place, five in a cell of another."""
    cells = {"professionals/professionals": 3, "consulted/professionals": 2, "together/professionals": 5}
    room = group(places={"planning/delivery": MapSummary(n=10, cells=cells)})
    assert degree(PlacedIn("cosie-2021", "traditional"), room) == 5 / 10
    assert degree(PlacedIn("cosie-2021", "professionals/professionals"), room) == 3 / 10
    assert degree(Not(PlacedIn("cosie-2021", "professionals/professionals")), room) == pytest.approx(7 / 10)
    assert degree(PlacedIn("cosie-2021", "self-organised"), room) is None, "no cell of it is in the table"
    for unknown in (None, MapSummary(n=0, cells=dict.fromkeys(cells, 0))):
        assert degree(PlacedIn("cosie-2021", "traditional"), group(places={"planning/delivery": unknown})) is None
    assert degree(PlacedIn("four-cos", "co-design"), room) is None


RATINGS = [{"id": name, "scores": {"trust": 1}} for name in ("q1", "q2", "hidden")]


def raised(room, families=(), **conditions):
    """What a room raises of factors that are raised under these conditions."""
    catalogue = factors([{"id": name, "raise_if": {"small": when}} for name, when in conditions.items()])
    return raised_by(room, candidates(catalogue, small(RATINGS, factors=list(conditions))), families)


def test_factors_come_strongest_first_with_what_raised_them():
    """low: q2 alone, 1/2. either: q1 holds for 1, q2 for 1/2. never: nobody said 4 to q2. dark: hidden."""
    low, high = {"item": "q2", "at_most": 1}, {"item": "q1", "at_least": 3}
    found = raised(
        ALL_SAY_FOUR,
        low=low,
        never={"item": "q2", "at_least": 4},
        dark={"item": "hidden", "at_most": 4},
        either={"any": [low, high, {"item": "hidden", "at_most": 4}]},
        both={"all": [high, {"not": low}]},
    )
    assert [(one.factor.id, one.strength, one.because) for one in found] == [
        ("either", 1.0, ("q2", "q1")),
        ("low", 0.5, ("q2",)),
        ("both", 0.25, ("q1", "q2")),
    ]


def test_a_part_that_does_not_hold_is_no_reason():
    [found] = raised(ALL_SAY_FOUR, any={"any": [{"item": "q1", "at_most": 1}, {"item": "q2", "at_most": 1}]})
    assert found.because == ("q2",)


def test_a_factor_stands_on_as_many_answers_as_the_smallest_table_it_looks_at():
    both = {"all": [{"item": "q1", "at_least": 3}, {"item": "q2", "at_most": 1}]}
    [found] = raised(group(q1={4: 7, "DK": 4}, q2={0: 5}), both=both)
    assert found.known == 5
    [found] = raised(group(trust=1.0), poor={"dimension": "trust", "at_most": 2})
    assert found.known == 6, "of a theme, as many as gave a value to the question that fewest did"


def test_a_factor_carries_the_greatest_disagreement_about_what_raised_it():
    both = {"all": [{"item": "q1", "at_least": 3}, {"item": "q2", "at_most": 1}]}
    room = group({"q1": 0.2, "q2": 0.4, "hidden": 0.9}, q1={4: 4}, q2={0: 4})
    [found] = raised(room, both=both)
    assert found.disagreement == 0.4


def test_of_equal_strength_what_people_disagree_on_comes_first_then_what_more_families_raise():
    low = [group(q1={0: 3}), group(q2={0: 3}), group(q2={0: 3}), group(q1={4: 3}, q2={4: 3}), group()]
    conditions = {"one": {"item": "q1", "at_most": 0}, "two": {"item": "q2", "at_most": 0}}
    room = group(q1={0: 9}, q2={0: 9})
    assert [(one.factor.id, one.families) for one in raised(room, low, **conditions)] == [("two", 2), ("one", 1)]
    apart = group({"q1": 0.1}, q1={0: 9}, q2={0: 9})
    assert [one.factor.id for one in raised(apart, low, **conditions)] == ["one", "two"]
