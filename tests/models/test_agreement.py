"""Agreement on one question, and the gap between two roles."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.agreement import FEWEST, MOST_COUNTED, agreement, consensus, disagreement, role_gap, shape

CASES = Path(__file__).parents[1] / "cases"

scales = st.lists(st.integers(0, 20), min_size=3, max_size=11).filter(lambda counts: sum(counts) >= FEWEST)
groups = st.lists(st.integers(1, 5), min_size=1, max_size=4)


def cases(kind):
    files = sorted((CASES / kind).glob("*.json"))
    return [pytest.param(json.loads(file.read_text("utf-8")), id=file.stem) for file in files]


def assert_close(found, expected):
    """Compare to the sixth decimal, the last that the files give."""
    assert {name: value if value is None else round(value, 6) for name, value in found.items()} == {
        name: value if value is None else round(value, 6) for name, value in expected.items()
    }


@pytest.mark.parametrize("case", cases("agreement"))
def test_agreement_follows_the_worked_example(case):
    counts = case["counts"]
    found = {
        "agreement": agreement(counts),
        "consensus": consensus(counts, case.get("values")),
        "disagreement": disagreement(counts),
    }

    assert shape(counts) == case["expected"].pop("shape")
    assert_close(found, case["expected"])


@pytest.mark.parametrize("case", cases("role_gap"))
def test_role_gap_follows_the_worked_example(case):
    gap = role_gap(case["first"], case["second"])

    if case["expected"] is None:
        assert gap is None
    else:
        found = {name: getattr(gap, name) for name in case["expected"]}
        assert_close(found, case["expected"])


@given(counts=scales)
def test_agreement_stays_between_two_camps_and_unanimity(counts):
    assert -1 <= agreement(counts) <= 1


@given(counts=scales)
def test_agreement_reads_the_same_from_either_end_of_the_scale(counts):
    assert agreement(counts) == agreement(counts[::-1])


@given(people=st.integers(FEWEST, 50), size=st.integers(3, 11), data=st.data())
def test_a_unanimous_answer_is_full_agreement_wherever_it_lies(people, size, data):
    counts = [0] * size
    counts[data.draw(st.integers(0, size - 1))] = people
    tenths = [i / 10 for i in range(size)]

    assert (agreement(counts), disagreement(counts), shape(counts)) == (1, 0, "alike")
    assert (consensus(counts), consensus(counts, tenths)) == (1, 1)


@given(counts=scales, times=st.integers(2, 9))
def test_agreement_is_about_shares_not_numbers(counts, times):
    assert agreement([n * times for n in counts]) == agreement(counts)


@given(counts=scales, step=st.floats(0.01, 100), start=st.floats(-100, 100))
def test_consensus_stays_between_none_and_full(counts, step, start):
    assert 0 <= consensus(counts, [start + step * i for i in range(len(counts))]) <= 1


def test_consensus_needs_one_value_for_each_count():
    with pytest.raises(ValueError, match="one value per count"):
        consensus([5, 5, 5], [0, 1])


def test_a_scale_of_one_worth_has_no_consensus():
    assert consensus([5, 5, 5], [1, 1, 1]) is None


@pytest.mark.parametrize("measure", [agreement, consensus, disagreement, shape])
def test_a_negative_count_is_refused(measure):
    with pytest.raises(ValueError, match="cannot be negative"):
        measure([6, -1, 3])


@given(first=groups, second=groups)
def test_swapping_the_groups_turns_the_gap_round(first, second):
    there, back = role_gap(first, second), role_gap(second, first)

    assert (there.mean_gap, there.cliffs_delta) == (-back.mean_gap, -back.cliffs_delta)
    assert (there.p, there.n_first, there.n_second) == (back.p, back.n_second, back.n_first)


@given(first=groups, second=groups)
def test_delta_is_the_share_of_pairs_won_less_those_lost(first, second):
    pairs = [(x > y) - (x < y) for x in first for y in second]

    assert role_gap(first, second).cliffs_delta == sum(pairs) / len(pairs)


@given(first=groups, second=groups)
def test_p_counts_every_way_to_deal_the_ranks_out(first, second):
    values = [*first, *second]
    ranks = [2 * sum(y < x for y in values) + values.count(x) + 1 for x in values]
    expected = len(first) * (len(values) + 1)
    distance = abs(sum(ranks[: len(first)]) - expected)
    deals = list(combinations(ranks, len(first)))

    assert role_gap(first, second).p == sum(abs(sum(d) - expected) >= distance for d in deals) / len(deals)


def test_p_is_left_out_where_counting_would_keep_people_waiting():
    half = [1.0, 2.0, 3.0] * (MOST_COUNTED // 6)

    assert role_gap(half, half).p == 1
    assert role_gap(half, [*half, 4.0]).p is None
