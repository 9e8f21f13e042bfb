import json

import pytest

from cosmos_app.content.loader import kept_questionnaire
from cosmos_app.content.subset import excerpt_of
from cosmos_app.settings import QUESTIONNAIRES

PROJECT = json.loads((QUESTIONNAIRES / "project.json").read_text())


def excerpt(*dimensions):
    return kept_questionnaire(excerpt_of(PROJECT, dimensions), "project.json")


def test_only_the_picked_dimensions_are_asked_and_drawn():
    some = excerpt("power", "risk", "results")
    assert [one.id for one in some.dimensions] == ["power", "risk", "results"]
    assert {name for item in some.items for name in item.scores} == {"power", "risk", "results"}
    assert len(some.items) == sum(
        bool({"power", "risk", "results"} & item["scores"].keys()) for s in PROJECT["sections"] for item in s["items"]
    )


def test_what_is_asked_keeps_its_ids_and_the_questionnaire_its_version():
    some, whole = excerpt("power", "risk", "results"), excerpt()
    assert (some.id, some.version) == (whole.id, whole.version)
    assert some.by_id.keys() < whole.by_id.keys()


def test_tensions_that_need_another_dimension_are_not_put():
    assert "results-without-reflection" in [one.id for one in excerpt("results", "reflection", "power").tensions]
    assert "results-without-reflection" not in [one.id for one in excerpt("results", "power", "risk").tensions]


def test_it_takes_less_time_than_the_whole():
    assert 0 < excerpt("power", "risk", "results").minutes.full < excerpt().minutes.full


def test_no_pick_is_the_whole():
    assert excerpt_of(PROJECT, ()) is PROJECT


@pytest.mark.parametrize("name", ["project", "ecology", "platform"])
def test_every_level_can_be_excerpted(name):
    document = json.loads((QUESTIONNAIRES / f"{name}.json").read_text())
    for dimension in document["dimensions"]:
        some = kept_questionnaire(excerpt_of(document, [dimension["id"]]), f"{name}.json")
        assert some.items_of(dimension["id"])
