"""What a group scores on a dimension, worked out by hand from item tables."""

import numpy as np
import pytest
from support.builders import small

from models.descriptives import ItemSummary
from models.group_scores import DimensionSummary, one_decimal, summarise_dimension, tells_spread, with_spread

SILENT = {"skipped": 0, "dont_know": 0, "not_applicable": 0, "outside_our_control": 0}
TWO = [{"id": "q1", "scores": {"trust": 1}}, {"id": "q2", "scores": {"trust": 3}}]


def table(counts, n=None, **silences):
    """A table of counts by value; *n* for a checklist, where they don't add up to the people."""
    return ItemSummary(
        n=sum(counts.values()) if n is None else n,
        distribution=counts,
        agreement=None,
        consensus=None,
        silences=SILENT | silences,
    )


def ratings(**counts):
    """Counts of 0 to 4 in short: ``q1="1 0 0 0 3"``."""
    return {name: table(dict(enumerate(map(int, written.split())))) for name, written in counts.items()}


def told_of(items, tables, rule="weighted-mean", **dimension):
    definition = small(items, dimensions=[{"id": "trust", **dimension}])
    return summarise_dimension(definition.dimension("trust"), definition.items, tables, rule=rule)


def test_the_mean_weighs_the_means_of_the_questions():
    """q1: 3 x 4 / 4 = 3. q2: 2 / 4 = 0.5. (1 x 3 + 3 x 0.5) / 4 = 1.125."""
    told = told_of(TWO, ratings(q1="1 0 0 0 3", q2="2 2 0 0 0"))
    assert (told.n, told.mean, told.lower, told.upper) == (4, 1.1, 1.1, 1.1)
    assert (told.items, told.asked, told.completeness) == (2, 2, 1.0)


def test_a_question_of_which_fewer_gave_a_value_weighs_as_much_as_any():
    """q1: 4 of one person. q2: 0 of nine. (4 + 3 x 0) / 4 = 1, whoever said what; the fewest are one."""
    told = told_of(TWO, ratings(q1="0 0 0 0 1", q2="9 0 0 0 0"))
    assert (told.n, told.mean) == (1, 1.0)


def test_a_question_asked_the_other_way_round_is_turned():
    """3 of 4 said 4, which is worth nothing: 4 / 4 = 1."""
    told = told_of([{**TWO[0], "reverse": True}], ratings(q1="1 0 0 0 3"))
    assert (told.mean, told.stages) == (1.0, {"q1": {0: 3, 1: 0, 2: 0, 3: 0, 4: 1}})


def test_options_of_uneven_worth_are_laid_on_0_to_4_and_steps_are_whole_ones():
    """Worth 0, 4 x 1 / 2.5 = 1.6 and 4: (0 + 2 x 1.6 + 4) / 4 = 1.8; 1.6 reaches step 1."""
    options = [{"value": name, "score": score} for name, score in (("often", 2.5), ("never", 0), ("some", 1))]
    item = {"id": "q1", "kind": "choice", "options": options, "scores": {"trust": 1}}
    told = told_of([item], {"q1": table({"often": 1, "never": 1, "some": 2})})
    assert (told.mean, told.stages) == (1.8, {"q1": {0: 1, 1: 2, 2: 0, 3: 0, 4: 1}})


def test_a_scale_that_starts_elsewhere_is_laid_on_0_to_4():
    """On 1 to 5, 3 said 2 and 9 said 4: 1 and 3 on 0 to 4: (3 x 1 + 9 x 3) / 12 = 2.5. Published: 3.5 on 1 to 5."""
    five = {"five": {"points": [{"value": value, "label": str(value)} for value in range(1, 6)]}}
    definition = small([{"id": "q1", "scale": "five", "scores": {"trust": 1}}], scales=five)
    tables = {"q1": table({1: 0, 2: 3, 3: 0, 4: 9, 5: 0})}
    told = summarise_dimension(definition.dimension("trust"), definition.items, tables)
    assert (told.mean, told.stages) == (2.5, {"q1": {0: 0, 1: 3, 2: 0, 3: 9, 4: 0}})


def checklist(**more):
    options = [{"value": name, "score": score} for name, score in (("a", 1), ("b", 2), ("c", -1))]
    return [{"id": "q1", "kind": "checklist", "options": options, "scores": {"trust": 1}, **more}]


@pytest.mark.parametrize(
    ("ticks", "mean", "why"),
    [
        ({"a": 3, "b": 1, "c": 2}, 1.0, "(3 x 1 + 1 x 2 - 2 x 1) of 4 x 3 that four can reach: 3/12, x 4"),
        ({"a": 0, "b": 0, "c": 4}, 0.0, "-4 of 12, and nothing is below nothing"),
        ({"a": 4, "b": 4, "c": 0}, 4.0, "12 of 12"),
    ],
)
def test_a_checklist_is_worth_the_share_of_what_can_be_reached_and_has_no_steps(ticks, mean, why):
    told = told_of(checklist(), {"q1": table(ticks, n=4)})
    assert (told.n, told.mean, told.stages) == (4, mean, {}), why
    assert told_of(checklist(reverse=True), {"q1": table(ticks, n=4)}).mean == 4 - mean


def test_what_is_missing_widens_the_bounds_and_what_does_not_apply_does_not():
    """Four said 2; one skipped, one does not know, two call it out of hand; to three it does not apply.

    At worst 4 x 2 / 8 = 1, at best (8 + 4 x 4) / 8 = 3; of eight answers four hold a value.
    """
    silences = {"skipped": 1, "dont_know": 1, "outside_our_control": 2, "not_applicable": 3}
    tables = {"q1": table(dict.fromkeys(range(5), 0) | {2: 4}, **silences)}
    told = told_of(TWO[:1], tables)
    assert (told.n, told.mean, told.lower, told.upper, told.completeness) == (4, 2.0, 1.0, 3.0, 0.5)


def test_the_bounds_of_a_turned_question_are_turned_too():
    """Three said 4, worth 0, and one skipped: at worst 0, at best 4 / 4 = 1."""
    tables = {"q1": table(dict.fromkeys(range(5), 0) | {4: 3}, skipped=1)}
    told = told_of([{**TWO[0], "reverse": True}], tables)
    assert (told.mean, told.lower, told.upper) == (0.0, 0.0, 1.0)


def test_bounds_and_completeness_weigh_questions_as_the_mean_does():
    """q1 (weight 1): all 4 said 4. q2 (weight 3): two said 0, two skipped: 0, at worst 0, at best 2 x 4 / 4 = 2.

    (4 + 0) / 4 = 1; at best (4 + 3 x 2) / 4 = 2.5; (1 x 4 + 3 x 2) of (1 x 4 + 3 x 4) answers: 10/16.
    """
    tables = ratings(q1="0 0 0 0 4") | {"q2": table(dict.fromkeys(range(5), 0) | {0: 2}, skipped=2)}
    told = told_of(TWO, tables)
    assert (told.n, told.mean, told.lower, told.upper, told.completeness) == (2, 1.0, 1.0, 2.5, 10 / 16)


@pytest.mark.parametrize(
    ("min_answered", "shown", "told"),
    [
        (0.5, ["q1", "q2"], True),
        (0.5, ["q1"], False),
        (2 / 3, ["q1", "q2"], True),
        (2 / 3, ["q3"], False),
        (1, ["q1", "q2"], False),
        (1, ["q1", "q2", "q3"], True),
        (0, ["q3"], True),
        (0, [], False),
    ],
)
def test_as_much_of_the_weight_must_be_shown_as_one_person_must_answer(min_answered, shown, told):
    """Three questions of one weight: two are 2/3, exactly enough though floats fall a little short of it."""
    items = [{"id": name, "scores": {"trust": 0.1}} for name in ("q1", "q2", "q3")]
    tables = {name: ratings(q="0 0 4 0 0")["q"] if name in shown else None for name in ("q1", "q2", "q3")}
    found = told_of(items, tables, min_answered=min_answered)
    assert (found is not None) == told
    assert found is None or (found.items, found.asked, found.mean) == (len(shown), 3, 2.0)


def test_a_hidden_question_changes_nothing_but_how_many_are_shown():
    """q1 is a quarter of the weight: alone it is not enough; q2 alone is."""
    tables = ratings(q1="4 0 0 0 0", q2="0 0 0 4 0")
    told = told_of(TWO, tables | {"q1": None})
    assert (told.mean, told.items, told.asked, told.lower, told.upper) == (3.0, 1, 2, 3.0, 3.0)
    assert set(told.stages) == {"q2"}
    assert told_of(TWO, tables | {"q2": None}) is None
    assert told_of(TWO, {"q2": tables["q2"]}) == told, "a table that is not there is hidden"


def test_a_question_without_weight_and_one_of_another_dimension_count_for_nothing():
    items = [TWO[0], {"id": "free", "scores": {"trust": 0}}, {"id": "other", "scores": {"power": 1}}]
    definition = small(items)
    tables = ratings(q1="0 0 0 0 4", free="1 0 0 0 0", other="1 0 0 0 0")
    told = summarise_dimension(definition.dimension("trust"), definition.items, tables)
    assert (told.n, told.mean, told.items, told.asked, set(told.stages)) == (4, 4.0, 1, 1, {"q1"})


def test_a_group_has_no_summary_where_people_are_scored_by_a_table_of_rules():
    assert told_of(TWO[:1], ratings(q1="0 0 4 0 0"), rule="rule-table") is None
    assert told_of(TWO[:1], ratings(q1="0 0 4 0 0")) is not None


def test_answers_by_stage_add_the_questions_up():
    told = told_of(TWO, ratings(q1="1 0 0 0 3", q2="2 2 0 0 0"))
    assert told.stages == {"q1": {0: 1, 1: 0, 2: 0, 3: 0, 4: 3}, "q2": {0: 2, 1: 2, 2: 0, 3: 0, 4: 0}}
    assert told.answers_by_stage == {0: 3, 1: 2, 2: 0, 3: 0, 4: 3}


@pytest.mark.parametrize(
    ("people", "n", "items", "told"),
    [(10, 10, 2, True), (11, 11, 2, True), (9, 9, 2, False), (11, 10, 2, False), (10, 10, 1, False)],
)
def test_a_spread_is_told_of_ten_or_more_none_of_whom_left_anything_out(people, n, items, told):
    summary = DimensionSummary(n=n, mean=2.0, items=items, asked=2, completeness=1.0, stages={}, lower=2.0, upper=2.0)
    assert tells_spread(summary, people) == told


def test_nothing_of_a_spread_is_told_by_the_tables_alone():
    told = told_of(TWO, ratings(q1="0 0 0 0 12", q2="12 0 0 0 0"))
    assert (told.median, told.sd, told.interval) == (None, None, None)


def test_median_deviation_and_interval_are_told_to_one_decimal():
    """0 to 4, twice each: median 2; squares 2 x (4 + 1 + 0 + 1 + 4) = 20, / 9 = 2.222, root 1.4907.

    The interval reaches t(9) 1.508 x 1.4907 / root 10 = 0.711.
    """
    summary = told_of(TWO[:1], ratings(q1="2 2 2 2 2"))
    found = with_spread(summary, np.array([4.0, 0, 1, 2, 3, 0, 1, 2, 3, 4]))
    assert (found.median, found.sd, found.interval) == (2.0, 1.5, (1.3, 2.7))
    assert (found.n, found.mean, found.stages) == (summary.n, summary.mean, summary.stages)


def test_people_in_another_order_have_the_same_spread():
    summary = told_of(TWO[:1], ratings(q1="2 2 2 2 2"))
    scores = np.array([0.1, 0.7, 1.3, 3.9, 2.2, 2.2, 0.3, 1.1, 4.0, 3.3])
    assert with_spread(summary, scores) == with_spread(summary, scores[::-1])


@pytest.mark.parametrize(
    ("value", "told"),
    [(2.25, 2.3), (1.95, 2.0), (2.2499999999999996, 2.3), (2.24, 2.2), (-0.25, -0.2), (-1.26, -1.3), (4.0, 4.0)],
)
def test_a_figure_is_told_to_one_decimal_halves_up(value, told):
    assert one_decimal(value) == told
