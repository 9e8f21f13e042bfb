"""Catalogues of roles, factors, maps and practice cases: each defect is told at its place."""

import json

import pytest
from support.builders import ROOT

from cosmos_app.content.loader import check_file

BROKEN = ROOT / "tests" / "broken"
IN_SHARED = {"placement": "care", "is": "shared"}


def care(document):
    return document["placements"][0]


def rated(document):
    return document["cases"][0]["items"][0]


@pytest.mark.parametrize(
    ("condition", "code", "below"),
    [
        ({"item": "ideas.herad", "at_most": 1}, "unknown-item", "/item"),
        ({"item": "ideas.heard", "is": 3}, "unknown-option", "/is"),
        ({"item": "about.story", "at_least": 3}, "operator-mismatch", "/at_least"),
        ({"dimension": "lerning", "at_most": 1}, "unknown-dimension", "/dimension"),
        ({"disagreement": "lerning", "at_least": 0.5}, "unknown-item", "/disagreement"),
        ({"placement": "map", "is": "town"}, "unknown-placement", "/placement"),
        ({"placement": "care", "is": "city"}, "unknown-option", "/is"),
        ({"dimension": "learning", "at_least": 4.5}, "never-true", ""),
        ({"disagreement": "learning", "at_least": 1.1}, "never-true", ""),
        ({"placement": "care", "is": "who/town"}, None, ""),
        ({"placement": "care", "is": "who/city"}, "unknown-option", "/is"),
        ({"all": [IN_SHARED, {"not": IN_SHARED}]}, "never-true", ""),
        ({"dimension": "learning", "at_most": 4}, "always-true", ""),
    ],
)
def test_what_raises_a_factor_is_checked_against_the_questionnaire(condition, code, below, tmp_path):
    for name in ("clean.json", "roles.json", "placements.json"):
        (tmp_path / name).write_bytes((BROKEN / name).read_bytes())
    factors = json.loads((BROKEN / "factors.json").read_bytes())
    factors["factors"][0]["raise_if"]["clean"] = condition
    path = tmp_path / "factors.json"
    path.write_text(json.dumps(factors))
    found = [(problem.code, problem.pointer) for problem in check_file(path)]
    assert found == ([(code, f"/factors/0/raise_if/clean{below}")] if code else [])


@pytest.mark.parametrize(
    ("file", "change", "code", "place"),
    [
        ("factors", lambda d: d["factors"].append(d["factors"][0]), "duplicate-id", "/factors/1/id"),
        ("factors", lambda d: d["categories"].append(d["categories"][0]), "duplicate-id", "/categories/1/id"),
        ("factors", lambda d: d["factors"][0].update(source="dairy 1"), "unknown-source", "/factors/0/source"),
        ("factors", lambda d: d["factors"][0].update(name="The <i>money</i> ends"), "unsafe-markup", "/factors/0/name"),
        ("roles", lambda d: d["families"].append(d["families"][0]), "duplicate-id", "/families/2/id"),
        ("roles", lambda d: d["unsaid"].update(id="gardener"), "duplicate-id", "/unsaid/id"),
        ("roles", lambda d: d["families"][1].update(title="Looks  after it"), "white-space", "/families/1/title"),
        ("placements", lambda d: d["placements"].append(d["placements"][0]), "duplicate-id", "/placements/1/id"),
        ("placements", lambda d: care(d)["places"].append(care(d)["places"][0]), "duplicate-id", "/places/2/id"),
        (
            "placements",
            lambda d: care(d)["places"][0].update(factors=["mony"]),
            "unknown-factor",
            "/places/0/factors/0",
        ),
        (
            "placements",
            lambda d: care(d)["places"][0].update(dimensions={"clean": ["lisening"]}),
            "unknown-dimension",
            "/places/0/dimensions/clean/0",
        ),
        (
            "placements",
            lambda d: care(d)["places"][1].update(dimensions={"cleen": ["listening"]}),
            "unknown-questionnaire",
            "/places/1/dimensions/cleen",
        ),
        ("practice", lambda d: d["cases"].append(d["cases"][0]), "duplicate-id", "/cases/1/id"),
        (
            "practice",
            lambda d: d["cases"][0]["items"].append(d["cases"][0]["items"][0]),
            "duplicate-id",
            "/items/1/item",
        ),
        ("practice", lambda d: d["cases"][0].update(questionnaire="cleen"), "unknown-questionnaire", "/questionnaire"),
        ("practice", lambda d: rated(d).update(item="ideas.herad"), "unknown-item", "/items/0/item"),
        ("practice", lambda d: rated(d)["readings"][1].update(value=4), "unknown-option", "/readings/1/value"),
        ("practice", lambda d: rated(d)["readings"][1].update(because="So  they say."), "white-space", "/1/because"),
        ("placements", lambda d: care(d)["places"][1].update(about="A <b>bold</b> one"), "unsafe-markup", "/1/about"),
    ],
)
def test_a_defect_of_a_catalogue_is_told_at_its_place(file, change, code, place, tmp_path):
    for name in ("clean", "roles", "factors", "placements", "practice"):
        (tmp_path / f"{name}.json").write_bytes((BROKEN / f"{name}.json").read_bytes())
    path = tmp_path / f"{file}.json"
    document = json.loads(path.read_bytes())
    change(document)
    path.write_text(json.dumps(document))
    found = check_file(path)
    assert found
    assert {problem.code for problem in found} == {code}
    assert any(problem.pointer.endswith(place) for problem in found)
