"""Numbers that a person can check on paper: every file in tests/cases about scores, factors and summaries."""

import json
from pathlib import Path

import numpy as np
import pytest
from support.builders import ROLES, answer_of, document, factors, kernel, parsed, sheet_of

from cosmos_app.interchange.records import groups_json
from models.asked import asked_codes
from models.external_factors import candidates, cards, raise_factors
from models.layout import Answers, lay_out
from models.people import Labels, People
from models.scoring import score
from models.smallest_group import threshold
from models.summary import summarise

CASES = Path(__file__).parents[1] / "cases"


def cases(kind):
    files = sorted((CASES / kind).glob("*.json"))
    return [pytest.param(json.loads(file.read_text(encoding="utf-8")), id=file.stem) for file in files]


def definition_of(case, kind):
    written = case["questionnaire"]
    if isinstance(written, str):
        return parsed(json.loads((CASES / kind / written).read_text(encoding="utf-8")))
    return parsed(document(**written))


def about(expected):
    """Numbers hold to ten digits; so many fit on paper."""
    if isinstance(expected, dict):
        return {key: about(value) for key, value in expected.items()}
    if isinstance(expected, list):
        return [about(value) for value in expected]
    return pytest.approx(expected, rel=1e-9, abs=1e-9) if isinstance(expected, float) else expected


def only(asked, found):
    """As much of what was found as a case speaks about."""
    if isinstance(asked, dict) and isinstance(found, dict):
        return {key: only(value, found.get(key, "not there")) for key, value in asked.items()}
    if isinstance(asked, list) and isinstance(found, list) and len(asked) == len(found):
        return [only(one, other) for one, other in zip(asked, found, strict=True)]
    return found


@pytest.mark.parametrize("case", cases("scoring"))
def test_a_score_follows_the_worked_example(case):
    answers = {item: answer_of(written) for item, written in case["answers"].items()}
    found = kernel(definition_of(case, "scoring"), answers, case.get("depth", "full"), case.get("family"))
    names = ("score", "completeness", "lower", "upper", "stage", "blocked_by")
    told = {dimension: dict(zip(names, result, strict=True)) for dimension, result in found.items()}
    assert only(case["expected"], told) == about(case["expected"])


@pytest.mark.parametrize("case", cases("factors"))
def test_factors_follow_the_worked_example(case):
    definition, catalogue = definition_of(case, "factors"), factors(case["factors"])
    raisable = candidates(catalogue, definition)
    form = lay_out(definition, also=(condition for _, condition in raisable))
    families = case.get("families", [None] * len(case["answers"]))
    answers = form.encode([sheet_of(written) for written in case["answers"]], "full", families)
    codes = asked_codes(form, answers)
    raised = raise_factors(raisable, codes, score(form, answers), families, case.get("disagreement"))
    told = [{"id": one.factor.id, "strength": one.strength, "because": list(one.because)} for one in raised]
    assert told == about(case["expected"])
    if "expected_cards" in case:
        found = cards(form, codes, catalogue)
        assert [{"item": card.item, "said": card.said} for card in found] == case["expected_cards"]


@pytest.mark.parametrize("case", cases("summary"))
def test_a_summary_follows_the_worked_example(case):
    definition, catalogue = definition_of(case, "summary"), factors(case.get("factors", [{"id": "none"}]))
    raisable = candidates(catalogue, definition)
    form = lay_out(definition, also=(condition for _, condition in raisable))
    rows = [row for row in case["rows"] for _ in range(row.get("times", 1))]
    families = [ROLES.family_of(row.get("role")) for row in rows]
    people = People(**{kind: Labels.of([row.get(kind) for row in rows]) for kind in ("role", "site", "wave")})
    parts = [
        form.encode([sheet_of(row["answers"])], row.get("depth", "full"), [family])
        for row, family in zip(rows, families, strict=True)
    ]
    answers = Answers(
        codes=np.vstack([part.codes for part in parts]),
        short=np.concatenate([part.short for part in parts]),
        family=np.concatenate([part.family for part in parts]),
    )
    groups = summarise(form, answers, people, threshold(case.get("k")), by=tuple(case.get("by", ())), raisable=raisable)
    told = json.loads(json.dumps(groups_json(groups), allow_nan=False))["groups"]
    assert only(case["expected"], told) == about(case["expected"])
    for group, asked in zip(told, case["expected"], strict=True):
        if asked["n"] is None:
            assert group == asked
