"""What we ship says what it must: complete, in its limits, in our own words, and raising what it should."""

import json
from pathlib import Path

import numpy as np
import pytest
from support.builders import sheet_of

from cosmos_app.content import catalogue
from cosmos_app.content.loader import check_paths, read_questionnaire
from models.asked import asked_codes
from models.external_factors import candidates, raise_factors
from models.findings import Findings
from models.layout import DONT_KNOW, NOT_APPLICABLE, OUTSIDE, SKIPPED, UNKNOWN_FAMILY, Answers, lay_out
from models.scoring import score

QUESTIONNAIRES = Path(__file__).parents[2] / "questionnaires"
LEVELS = ("project", "ecology", "platform", "maps")
RAISED = Path(__file__).parents[1] / "cases" / "raised"


def test_everything_we_ship_passes_the_linter_in_silence():
    assert check_paths([QUESTIONNAIRES]) == ()


def test_the_words_that_hurt_are_not_used():
    banned = ("hard to reach", "vulnerable", "beneficiar", "empower", "give a voice", "giving a voice")
    for path in QUESTIONNAIRES.glob("*.json"):
        text = path.read_text(encoding="utf-8").casefold()
        assert [word for word in banned if word in text] == [], path.name


def test_the_four_families_are_there_and_saying_nothing_is_a_role():
    roles = catalogue.catalogues().roles
    assert len(roles.families) == 4
    assert roles.family_of(roles.unsaid.id) is None


def test_there_are_thirty_factors_and_ten_of_them_can_help():
    factors = catalogue.catalogues().factors.factors
    assert len(factors) >= 30
    assert sum(factor.direction != "hinders" for factor in factors) >= 10
    assert len({factor.category for factor in factors}) == 13


@pytest.fixture(scope="module", params=LEVELS)
def level(request):
    return read_questionnaire(QUESTIONNAIRES / f"{request.param}.json")


def _raisable(questionnaire):
    """The factors a questionnaire can raise, and the layout of the answers that raise them."""
    catalogues = catalogue.catalogues()
    raisable = candidates(catalogues.factors, questionnaire)
    also = [condition for _, condition in raisable]
    return raisable, lay_out(questionnaire, also=also, maps=catalogues.placements)


def test_each_level_raises_at_least_ten_factors_that_help_and_that_hinder(level):
    raisable, _ = _raisable(level)
    assert len(raisable) >= 10
    assert {"helps", "hinders"} <= {factor.direction for factor, _ in raisable}
    assert all(level.level in factor.levels for factor, _ in raisable)


def _varied(layout, size, rng):
    """Invented respondents who answer as they like: a tenth is silence, and who ticks ticks something."""
    codes = np.zeros((size, layout.width), dtype=np.uint8, order="F")
    for column in layout.columns:
        part = codes[:, column.first : column.first + column.width]
        if column.item.kind == "checklist":
            part[:] = rng.random(part.shape) < 0.4
            bare = ~part.any(axis=1)
            part[bare, rng.integers(0, column.width, bare.sum())] = 1
        else:
            part[:] = rng.integers(0, len(column.values), part.shape)
        silent = rng.random(size) < 0.1
        part[silent] = rng.choice(np.array([OUTSIDE, NOT_APPLICABLE, DONT_KNOW, SKIPPED]), (silent.sum(), 1))
    return codes


@pytest.mark.parametrize("depth", ["full", "short"])
def test_every_factor_fires_for_somebody_and_none_for_everybody(level, depth):
    raisable, layout = _raisable(level)
    size = 1000
    respondents = Answers(
        codes=_varied(layout, size, np.random.default_rng(20261122)),
        short=np.full(size, depth == "short"),
        family=np.full(size, UNKNOWN_FAMILY),
    )
    findings = Findings(layout, asked_codes(layout, respondents), score(layout, respondents), {})
    fired = {factor.id: int(findings.truth(condition)[0].sum()) for factor, condition in raisable}
    assert max(fired.values()) < size / 2
    silent = [factor for factor, count in fired.items() if count == 0]
    if depth == "full":
        assert silent == []
    else:
        assert len(fired) - len(silent) >= (30 if level.id == "project" else 10)


def _people(questionnaire):
    return json.loads((RAISED / f"{questionnaire.id}.json").read_text(encoding="utf-8"))


def test_invented_people_raise_what_was_worked_out_by_hand(level):
    raisable, layout = _raisable(level)
    for person in _people(level):
        answers = layout.encode([sheet_of(person["answers"])], person["depth"], [None])
        raised = raise_factors(raisable, asked_codes(layout, answers), score(layout, answers))
        assert [one.factor.id for one in raised] == person["raises"], person["who"]
        assert all(one.because for one in raised)


def test_between_them_the_invented_people_raise_every_factor(level):
    raisable, _ = _raisable(level)
    assert {name for person in _people(level) for name in person["raises"]} == {factor.id for factor, _ in raisable}


def test_the_demo_is_small_and_shows_a_condition():
    demo = read_questionnaire(QUESTIONNAIRES / "demo.json")
    assert len(demo.dimensions) == 3
    assert [item.id for item in demo.items if item.show_if is not None] == ["about.story"]
