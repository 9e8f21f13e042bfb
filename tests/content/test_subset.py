import json

import pytest
from support.builders import document, kernel, parsed, sheet_of

from cosmos_app.content.loader import kept_questionnaire
from cosmos_app.content.subset import subset_of
from cosmos_app.settings import QUESTIONNAIRES
from models.answers import Value
from models.layout import lay_out
from models.progress import Asking, shown_items

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


def test_what_an_item_waits_for_is_asked_too_and_counts_in_nothing_else():
    items = [
        {"id": "gate", "kind": "choice", "options": [{"value": "yes"}, {"value": "no"}]},
        {"id": "plan", "scores": {"power": 1}, "show_if": {"item": "gate", "is": "yes"}},
        {"id": "far", "scores": {"trust": 1}, "show_if": {"item": "plan", "at_least": 1}},
        {"id": "other", "scores": {"power": 1}, "show_if": {"item": "far", "at_least": 1}},
    ]
    written = document(items=items)
    some = parsed(subset_of(parsed(written), written, ["trust"]))
    assert [item.id for item in some.items] == ["gate", "plan", "far"]
    assert [dict(item.scores) for item in some.items] == [{}, {}, {"trust": 1}]
    # None of them can be left out: each is shown only by the one before.
    sheet = sheet_of({"gate": "no"})
    assert [item.id for item in shown_items(lay_out(some), sheet, Asking())] == ["gate"]


def test_what_a_rule_table_looks_at_is_asked_too():
    tables = {
        "trust": [{"when": {"item": "plan", "at_least": 2}, "score": 4}, {"score": 1}],
        "power": [{"score": 2}],
    }
    written = document(
        items=[{"id": "plan", "scores": {"power": 1}}, {"id": "far", "scores": {"trust": 1}}],
        scoring={"rule": "rule-table", "tables": tables},
    )
    some = parsed(subset_of(parsed(written), written, ["trust"]))
    assert [item.id for item in some.items] == ["plan", "far"]
    assert kernel(some, {"plan": Value(3), "far": Value(0)})["trust"][0] == 4.0


def test_no_pick_is_the_whole():
    assert subset_of(WHOLE, PROJECT, ()) is PROJECT


@pytest.mark.parametrize("name", ["project", "ecology", "platform"])
def test_every_level_has_subsets(name):
    document = json.loads((QUESTIONNAIRES / f"{name}.json").read_text())
    whole = kept_questionnaire(document, f"{name}.json")
    for dimension in document["dimensions"]:
        some = kept_questionnaire(subset_of(whole, document, [dimension["id"]]), f"{name}.json")
        assert some.items_of(dimension["id"])
