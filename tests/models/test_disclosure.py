"""The gate: which groups may be shown, and the law that all tables together must obey."""

import json
import random
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.examples import examples
from support.rank import few_isolated

from models.disclosure import NOTHING, Release, by_consent, obeys_the_law, release, suppressed, unanimous
from models.min_cut import cheapest_cuts
from models.smallest_group import DEFAULT_K, SMALLEST_K, SmallGroupError, threshold

CASES = Path(__file__).parents[1] / "cases" / "disclosure"


def cases():
    return [pytest.param(json.loads(f.read_text("utf-8")), id=f.stem) for f in sorted(CASES.glob("*.json"))]


@st.composite
def populations(draw, most=8):
    shape = draw(st.tuples(st.integers(1, 3), st.integers(1, 3), st.integers(1, 2)))
    size = int(np.prod(shape))
    return np.array(draw(st.lists(st.integers(0, most), min_size=size, max_size=size))).reshape(shape)


@st.composite
def answered(draw):
    """People asked, and those of them who gave a value."""
    people = draw(populations())
    blanks = draw(st.lists(st.integers(0, 2), min_size=people.size, max_size=people.size))
    return people, np.maximum(people - np.array(blanks).reshape(people.shape), 0)


@st.composite
def any_release(draw, shape):
    """A release that nobody weighed."""
    families, sites, waves = (list(range(n)) for n in shape)
    groups = (families, sites, waves, list(product(sites, waves)))
    kinds = ("families", "sites", "waves", "cells")
    shown = {k: draw(st.frozensets(st.sampled_from(g))) for k, g in zip(kinds, groups, strict=True)}
    return Release(whole=True, **shown)


@st.composite
def tables(draw, groups, blocks):
    """People of each group in each block, at most so many of both; many groups share no block with some others."""
    shape = draw(st.integers(1, groups)), draw(st.integers(1, blocks))
    chance = random.Random(draw(st.integers(0, 2**32)))
    empty = draw(st.sampled_from([0, 0.4, 0.7]))
    return np.array(
        [0 if chance.random() < empty else chance.randint(0, 9) for _ in range(shape[0] * shape[1])]
    ).reshape(shape)


thresholds = st.sampled_from([threshold(k) for k in (3, 4, 5)])


def groups_shown(gate, shape):
    """Ask the gate about every group there could be, published or not."""
    families, sites, waves = ([None, *range(n)] for n in shape)
    groups = product(families, sites, waves)
    return [(f, s, w) for f, s, w in groups if gate.shows(family=f, site=s, wave=w)]


def isolated(gate, people, k):
    """Find fewer than k people whom some combination of the groups shown tells apart from all others."""
    atoms = [tuple(atom) for atom in np.argwhere(people)]
    belongs = [
        [all(asked is None or asked == has for asked, has in zip(group, atom, strict=True)) for atom in atoms]
        for group in groups_shown(gate, people.shape)
    ]
    shown = np.array(belongs, dtype=np.int64).reshape(len(belongs), len(atoms), 1)
    crowd = few_isolated(shown, [people[atom] for atom in atoms], k)
    return None if crowd is None else [atoms[one] for one in crowd]


@pytest.mark.parametrize("case", cases())
def test_the_gate_follows_the_worked_example(case):
    k = threshold(case["k"])
    names, people = list(case["families"]), np.array(list(case["families"].values()))
    within = release(np.array(list(case["asked"].values())), k) if "asked" in case else None
    gate = release(people, k, within=within)

    assert case["expected"] == {
        "whole": gate.whole,
        "families": [names[f] for f in sorted(gate.families)],
        "sites": sorted(gate.sites),
        "waves": sorted(gate.waves),
        "cells": [list(cell) for cell in sorted(gate.cells)],
    }


@examples(500)
@given(people=populations(), k=thresholds)
def test_no_combination_of_released_tables_isolates_fewer_than_k_people(people, k):
    assert isolated(release(people, k), people, k) is None


@examples(200)
@given(people_and_values=answered(), k=thresholds)
def test_an_item_shows_only_what_its_group_shows_and_obeys_the_law(people_and_values, k):
    people, values = people_and_values
    group = release(people, k)
    item = release(values, k, within=group)

    assert set(groups_shown(item, people.shape)) <= set(groups_shown(group, people.shape))
    assert isolated(item, values, k) is None


@examples(500)
@given(people=populations(), k=thresholds, data=st.data())
def test_the_check_finds_every_breach_of_the_law(people, k, data):
    shown = data.draw(any_release(people.shape))

    assert not (obeys_the_law(shown, people, k) and isolated(shown, people, k))


def test_hiding_only_the_small_groups_would_break_the_law():
    people = np.array([[[8]], [[2]]])
    one = frozenset({0})
    naive = Release(whole=True, families=one, sites=one, waves=one, cells=frozenset({(0, 0)}))

    assert isolated(naive, people, 5) == [(1, 0, 0)]
    assert not obeys_the_law(naive, people, threshold(5))


@given(people=tables(6, 5), k=st.integers(SMALLEST_K, 30))
@example(people=np.array([[2, 6, 0], [9, 0, 0], [0, 0, 7]]), k=5)
def test_families_at_several_sites_are_as_safe_as_the_cheapest_way_to_part_them(people, k):
    families, sites = people.shape
    people = people[:, :, None]
    everyone = people.sum(axis=0)
    crowds = [n for part in range(1, families) for n in combinations(people, part)]
    parted = [np.minimum(sum(crowd), everyone - sum(crowd)).sum() for crowd in crowds]
    shown = Release(
        whole=True,
        families=frozenset(range(families)),
        sites=frozenset(range(sites)),
        waves=frozenset(),
        cells=frozenset(),
    )

    assert obeys_the_law(shown, people, k) == all(n == 0 or n >= k for n in [*parted, *everyone.flat])


@examples(300)
@given(people=tables(7, 5))
def test_the_cuts_found_hold_the_least_and_the_least_that_is_not_nothing(people):
    groups = people[people.any(axis=1)]
    numbers = range(1, len(groups))
    cuts = [
        np.minimum(part, groups.sum(axis=0) - part).sum()
        for size in numbers
        for part in (groups[list(some)].sum(axis=0) for some in combinations(range(len(groups)), size))
    ]
    found = cheapest_cuts(people).tolist()

    assert len(found) == max(0, len(groups) - 1)
    assert min(found, default=None) == min(cuts, default=None)
    assert min(filter(None, found), default=None) == min(filter(None, cuts), default=None)


@given(people=populations(), k=thresholds)
def test_sites_and_waves_never_cost_a_family_its_place(people, k):
    alone = release(people.sum(axis=(1, 2), keepdims=True), k)

    assert release(people, k).families == alone.families


@given(ns=st.dictionaries(st.text(max_size=3), st.integers(0, 12), max_size=6), k=thresholds)
def test_one_grouping_by_name_is_hidden_as_families_are(ns, k):
    gate = release(np.array(list(ns.values()), dtype=np.int64).reshape(-1, 1, 1), k)

    assert suppressed(ns, k) == {name for i, name in enumerate(ns) if i not in gate.families}


@given(people=populations(), k=thresholds)
def test_a_place_with_five_of_each_family_is_shown_entirely(people, k):
    gate = release(np.maximum(people, 5), k)

    assert len(groups_shown(gate, people.shape)) == 1 + sum(people.shape) + people[0].size


def test_of_equally_small_groups_the_earlier_is_hidden():
    assert suppressed({"a": 6, "b": 2, "c": 6}, threshold(5)) == {"a", "b"}


def test_many_families_over_many_sites_are_all_shown():
    gate = release(np.full((40, 30, 2), 3), threshold(5))

    assert (len(gate.families), len(gate.cells)) == (40, 60)


@given(data=st.data(), people=populations(), k=thresholds)
def test_who_of_the_hidden_families_gave_no_value_decides_about_no_other(data, people, k):
    people = people.sum(axis=(1, 2), keepdims=True)
    group = release(people, k)
    hidden = [family for family in range(len(people)) if family not in group.families]
    who = [family for family in hidden for _ in range(people[family, 0, 0])]
    silent = data.draw(st.integers(0, len(who)))
    shown = set()
    for _ in range(3):
        values = people.copy()
        for family in data.draw(st.permutations(who))[:silent]:
            values[family] -= 1
        shown.add(release(values, k, within=group))

    assert len(shown) == 1


def test_where_each_person_agreed_every_group_that_holds_anyone_is_shown():
    people = np.array([[[2, 0], [0, 1]], [[0, 0], [0, 0]], [[0, 3], [0, 0]]])
    gate = by_consent(people, [True] * 6)

    assert gate == Release(
        whole=True,
        families=frozenset({0, 2}),
        sites=frozenset({0, 1}),
        waves=frozenset({0, 1}),
        cells=frozenset({(0, 0), (0, 1), (1, 1)}),
    )
    assert not gate.shows(family=0, site=0), "what is never published is not shown with consent either"


@pytest.mark.parametrize(
    "consents",
    [
        [],
        [True, True, False],
        [True, True, None],
        [True, True],
        [True, True, True, True],
        [True, True, 1],
        [True, True, "yes"],
        [True, True, np.True_],
    ],
)
def test_anything_but_a_yes_from_each_person_leaves_the_gate_as_it_is(consents):
    assert by_consent(np.array([[[2]], [[1]]]), consents) is None


def test_nobody_agrees_to_nothing():
    assert by_consent(np.zeros((2, 1, 1), dtype=np.int64), []) is None
    assert not unanimous([])


def test_a_group_across_two_axes_that_is_never_published_is_never_shown():
    gate = release(np.full((2, 2, 2), 50), threshold(5))

    assert gate.shows(site=1, wave=1)
    assert not gate.shows(family=0, site=0)
    assert not gate.shows(family=0, wave=0)
    assert not gate.shows(family=0, site=0, wave=0)


def test_one_group_that_may_not_be_shown_is_not_found_by_subtraction():
    people = np.array([[[8]], [[6]], [[7]]])
    two_of_three = replace(release(people, threshold(5)), families=frozenset({0, 1}))

    assert release(people, threshold(5), within=two_of_three).families == {0}


def test_nothing_is_shown_of_a_group_that_is_hidden():
    assert release(np.full((2, 2, 2), 50), threshold(5), within=NOTHING) == NOTHING


@pytest.mark.parametrize("shape", [(0, 1, 1), (1, 0, 1), (1, 1, 0)])
def test_nothing_is_shown_of_nobody(shape):
    assert release(np.zeros(shape, dtype=np.int64), threshold(5)) == NOTHING


def test_the_smallest_group_shown_is_five_unless_someone_says_otherwise():
    assert threshold(None) == DEFAULT_K == 5
    assert threshold(3) == SMALLEST_K == 3
    assert threshold(12) == 12


@pytest.mark.parametrize("value", [2, 0, -5, True, 5.0, "5", np.nan])
def test_a_threshold_that_protects_nobody_is_refused_with_the_mend(value):
    with pytest.raises(SmallGroupError) as refused:
        threshold(value)
    assert refused.value.args[0] is value


def test_the_gate_does_not_trust_a_threshold_that_was_not_checked():
    with pytest.raises(SmallGroupError):
        release(np.full((2, 1, 1), 50), 1)


@pytest.mark.parametrize(
    "counts", [np.full((2, 1, 1), 5.0), np.full((2, 1), 5), np.full((2, 1, 1), -5), np.full((2, 1, 1), True)]
)
def test_what_is_not_a_table_of_counts_is_refused(counts):
    with pytest.raises(ValueError, match="over 3 axes"):
        release(counts, threshold(5))
