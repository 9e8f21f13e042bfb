import json

import pytest

from cosmos_app.content.loader import kept_questionnaire
from cosmos_app.content.subset import subset_of
from cosmos_app.settings import QUESTIONNAIRES

PROJECT = json.loads((QUESTIONNAIRES / "project.json").read_text())


WHOLE = kept_questionnaire(PROJECT, "project.json")


def subset(*dimensions):
    return kept_questionnaire(subset_of(WHOLE, PROJECT, dimensions), "project.json")


def test_only_the_picked_dimensions_are_asked_and_drawn():
    some = subset("power", "risk", "results")
    assert [dimension.id for dimension in some.dimensions] == ["power", "risk", "results"]
    assert {name for item in some.items for name in item.scores} == {"power", "risk", "results"}
    assert len(some.items) == sum(
        bool({"power", "risk", "results"} & item["scores"].keys()) for s in PROJECT["sections"] for item in s["items"]
    )


def test_what_is_asked_keeps_its_ids_and_the_questionnaire_its_version():
    some, whole = subset("power", "risk", "results"), subset()
    assert (some.id, some.version) == (whole.id, whole.version)
    assert some.by_id.keys() < whole.by_id.keys()


def test_tensions_that_need_another_dimension_are_not_put():
    assert "results-without-reflection" in [tension.id for tension in subset("results", "reflection", "power").tensions]
    assert "results-without-reflection" not in [tension.id for tension in subset("results", "power", "risk").tensions]


def test_it_takes_less_time_than_the_whole():
    assert 0 < subset("power", "risk", "results").minutes.full < subset().minutes.full


def test_no_pick_is_the_whole():
    assert subset_of(WHOLE, PROJECT, ()) is PROJECT


@pytest.mark.parametrize("name", ["project", "ecology", "platform"])
def test_every_level_has_subsets(name):
    document = json.loads((QUESTIONNAIRES / f"{name}.json").read_text())
    whole = kept_questionnaire(document, f"{name}.json")
    for dimension in document["dimensions"]:
        some = kept_questionnaire(subset_of(whole, document, [dimension["id"]]), f"{name}.json")
        assert some.items_of(dimension["id"])
