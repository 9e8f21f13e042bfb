"""What we ship says what it must: complete, in its limits, in our own words, and raising what it should."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from cosmos_app import shelf
from cosmos_app.definitions import check_paths, read_questionnaire
from models.external_factors import candidates, raise_factors
from models.layout import DONT_KNOW, NOT_APPLICABLE, OUTSIDE, SKIPPED, Answers, lay_out
from models.matrix import asked_codes
from models.scoring import score

QUESTIONNAIRES = Path(__file__).parent.parent / "questionnaires"
DIMENSIONS = ["purpose", "strengths", "power", "inclusion", "roles", "reflection", "risk", "results"]


@pytest.fixture(scope="module")
def project():
    return read_questionnaire(QUESTIONNAIRES / "project.json")


def test_everything_we_ship_passes_the_linter_in_silence():
    assert check_paths([QUESTIONNAIRES]) == ()


def test_the_project_level_has_its_eight_dimensions_with_three_or_four_rubric_items_and_one_core_each(project):
    assert [dimension.id for dimension in project.dimensions] == DIMENSIONS
    assert all(item.kind == "rubric" and len(item.descriptors) == 5 for item in project.items)
    assert 24 <= len(project.items) <= 30
    for dimension in DIMENSIONS:
        items = project.items_of(dimension)
        assert len(items) in (3, 4)
        assert sum(item.core for item in items) == 1


def test_no_scored_item_is_conditional(project):
    assert all(item.show_if is None for item in project.items if item.is_scored)


def test_every_item_and_dimension_says_where_it_comes_from_and_why_it_is_asked(project):
    assert all(item.source and item.why for item in project.items)
    assert all(dimension.source and dimension.about and dimension.discuss for dimension in project.dimensions)


def test_the_words_that_hurt_are_not_used():
    banned = ("hard to reach", "vulnerable", "beneficiar", "empower", "give a voice", "giving a voice")
    for name in ("project", "demo", "factors", "roles"):
        text = (QUESTIONNAIRES / f"{name}.json").read_text().casefold()
        assert [word for word in banned if word in text] == []


def test_the_four_families_are_there_and_saying_nothing_is_a_role():
    roles = shelf.catalogues().roles
    assert len(roles.families) == 4
    assert roles.family_of(roles.unsaid.id) is None


def test_there_are_thirty_factors_and_ten_of_them_can_help():
    factors = shelf.catalogues().factors.factors
    assert len(factors) >= 30
    assert sum(factor.direction != "hinders" for factor in factors) >= 10
    assert len({factor.category for factor in factors}) == 13


def _varied(form, size, rng):
    codes = rng.integers(0, 5, size=(size, form.width), dtype=np.uint8)
    silent = rng.random(codes.shape) < 0.1
    codes[silent] = rng.choice(np.array([OUTSIDE, NOT_APPLICABLE, DONT_KNOW, SKIPPED], dtype=np.uint8), silent.sum())
    return np.asfortranarray(codes)


@pytest.mark.parametrize("depth", ["full", "short"])
def test_every_factor_fires_for_somebody_and_none_for_everybody(project, depth):
    raisable = candidates(shelf.catalogues().factors, project)
    form = lay_out(project, also=[condition for _, condition in raisable])
    size = 1000
    codes = _varied(form, size, np.random.default_rng(20261122))
    counts: Counter[str] = Counter()
    for row in range(size):
        one = Answers(codes=codes[[row]], short=np.array([depth == "short"]), family=np.array([-1]))
        for raised in raise_factors(raisable, asked_codes(form, one), score(form, one)):
            counts[raised.factor.id] += 1
    fired = {factor.id for factor, _ in raisable if counts[factor.id]}
    assert all(count < size for count in counts.values())
    if depth == "full":
        assert fired == {factor.id for factor, _ in raisable}
    else:
        assert len(fired) >= 30


def test_the_demo_is_small_and_shows_a_condition():
    demo = read_questionnaire(QUESTIONNAIRES / "demo.json")
    assert len(demo.dimensions) == 3
    assert [item.id for item in demo.items if item.show_if is not None] == ["about.story"]
