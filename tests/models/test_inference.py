"""Intervals and tests for few people, beside the formulas and SciPy."""

from itertools import product
from statistics import fmean, stdev

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from support.examples import examples

from models.inference import EYE_LEVEL, interval, sign_flip, t_quantile

steps = st.integers(-16, 16).map(lambda quarter: quarter / 4)


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 5, 6, 7, 11, 30, 199])
@pytest.mark.parametrize("level", [0.5, EYE_LEVEL, 0.95, 0.99])
def test_students_t_is_that_of_scipy(freedom, level):
    assert t_quantile(freedom, level) == pytest.approx(stats.t.ppf((1 + level) / 2, freedom), rel=1e-9)


def test_for_many_people_the_interval_reaches_1_386_standard_errors_as_goldstein_and_healy_say():
    low, high = interval(2.0, 1.0, 10_000)
    assert (high - low) / 2 * 100 == pytest.approx(1.386, abs=1e-3)


def test_the_interval_of_the_worked_example():
    # n=7 [2,3,3,4,5,4,3]: mean 3.4286, 95 % from 2.526 to 4.331.
    low, high = interval(24 / 7, 0.9759000729, 7, level=0.95, lowest=1, highest=5)
    assert (low, high) == (pytest.approx(2.526, abs=5e-4), pytest.approx(4.331, abs=5e-4))


@given(st.lists(st.floats(0, 4), min_size=2, max_size=30))
def test_an_interval_holds_its_mean_and_stays_on_the_scale(scores):
    mean = fmean(scores)
    low, high = interval(mean, stdev(scores), len(scores))
    assert 0 <= low <= mean + 1e-9
    assert mean - 1e-9 <= high <= 4


def test_one_person_has_no_interval():
    assert interval(2.0, None, 1) is None


@pytest.mark.parametrize(
    ("differences", "p"),
    [
        ([1, 1, 0, 2, 1, 0, 1], 8 / 128),
        ([1, 1, 1, 1], 2 / 16),
        ([1, 1, 1, 1, 1], 2 / 32),
        ([-1] * 6, 2 / 64),
        ([1, -1, 1, -1], 1.0),
    ],
)
def test_the_sign_flip_test_gives_the_worked_numbers(differences, p):
    assert sign_flip(differences) == pytest.approx(p, rel=1e-12)


def test_fewer_than_four_pairs_that_differ_have_no_p():
    assert sign_flip([]) is None
    assert sign_flip([4, 4, 4, 0, 0, 0]) is None


@given(st.lists(steps, max_size=10))
def test_it_counts_every_turning_of_the_signs(differences):
    moved = [one for one in differences if one]
    assume(len(moved) >= 4)
    turned = [
        sum(sign * one for sign, one in zip(signs, moved, strict=True)) for signs in product((1, -1), repeat=len(moved))
    ]
    as_far = sum(abs(one) >= abs(sum(moved)) for one in turned)
    assert sign_flip(differences) == pytest.approx(as_far / len(turned), rel=1e-12)


@examples(20)
@given(st.lists(steps.filter(bool), min_size=4, max_size=9))
def test_it_is_the_permutation_test_of_scipy(differences):
    found = stats.permutation_test((differences,), sum, permutation_type="samples", n_resamples=10_000)
    assert sign_flip(differences) == pytest.approx(found.pvalue, rel=1e-9)


@given(st.lists(steps, min_size=4, max_size=12))
def test_turning_everything_round_changes_nothing(differences):
    assert sign_flip(differences) == sign_flip([-one for one in differences]) == sign_flip(differences[::-1])


def test_sixty_pairs_are_no_trouble():
    assert 0 < sign_flip([(-1) ** place * 4 * place / 60 for place in range(61)]) <= 1
