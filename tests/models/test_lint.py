"""Each defect planted in a good questionnaire is told at its place; nothing is told of good ones."""

import copy
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from support.examples import examples

from cosmos_app.content.loader import catalogues_in, check_file, check_paths, read_questionnaire
from cosmos_app.settings import QUESTIONNAIRES
from cosmos_app.texts.problems import line_of, wrong_of
from models.lint.wording import asks_twice
from models.problems import CODES

BROKEN = Path(__file__).parents[1] / "broken"
FIRST = "/sections/0/items/0"
EXTRA = "/sections/0/items/{}"

Document = dict[str, Any]


@pytest.fixture
def project() -> Document:
    return json.loads((QUESTIONNAIRES / "project.json").read_bytes())


@pytest.fixture
def told(tmp_path, project) -> Callable[[Document], set[tuple[str, str]]]:
    """Code and pointer of every problem that a changed copy has and the original has not."""
    path = tmp_path / "project.json"

    def check(document: Document) -> set[tuple[str, str]]:
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return {(problem.code, problem.pointer) for problem in check_file(path)}

    before = check(project)
    return lambda document: check(document) - before


def item(document: Document, index: int = 0, section: int = 0) -> Document:
    return document["sections"][section]["items"][index]


def add(document: Document, **body: Any) -> str:
    """Add an item to the first section; give its place."""
    items = document["sections"][0]["items"]
    items.append({"kind": "choice", "ask": "Which one?", "options": options("yes", "no"), **body})
    if body.get("kind") not in (None, "choice", "checklist"):
        del items[-1]["options"]
    return EXTRA.format(len(items) - 1)


def options(*values: str, score: int | None = None) -> list[Document]:
    extra = {} if score is None else {"score": score}
    return [{"value": value, "label": value.title(), **extra} for value in values]


def dimension_of(document: Document) -> str:
    return next(iter(item(document)["scores"]))


# --- defects planted in our own questionnaire ----------------------------------------------------------------------

PLANTS: dict[str, Callable[[Document], tuple[str, str]]] = {}


def plant(function: Callable[[Document], tuple[str, str]]) -> Callable[[Document], tuple[str, str]]:
    """Register a function that plants one defect and gives the code and place by which it must be told."""
    PLANTS[function.__name__] = function
    return function


@plant
def an_item_id_used_twice(d):
    item(d, 1)["id"] = item(d)["id"]
    return "duplicate-id", "/sections/0/items/1/id"


@plant
def a_dimension_id_used_twice(d):
    d["dimensions"].append({**d["dimensions"][0], "title": "Again"})
    return "duplicate-id", f"/dimensions/{len(d['dimensions']) - 1}/id"


@plant
def a_section_id_used_twice(d):
    d["sections"][1]["id"] = d["sections"][0]["id"]
    return "duplicate-id", "/sections/1/id"


@plant
def an_option_used_twice(d):
    return "duplicate-id", add(d, id="x.extra", options=options("yes", "no", "yes")) + "/options/2/value"


@plant
def an_id_with_another_joint(d):
    item(d, 1)["id"] = item(d)["id"].replace("_", "-") if "_" in item(d)["id"] else item(d)["id"] + "s"
    return "near-duplicate-id", "/sections/0/items/1/id"


@plant
def an_id_in_the_plural(d):
    item(d, 1)["id"] = item(d)["id"] + "s"
    return "near-duplicate-id", "/sections/0/items/1/id"


@plant
def a_condition_on_an_item_that_does_not_exist(d):
    return "unknown-item", add(d, id="x.extra", show_if={"item": "x.extr", "is": "yes"}) + "/show_if/item"


@plant
def a_condition_deep_in_a_tree_on_an_item_that_does_not_exist(d):
    known = {"item": item(d)["id"], "at_least": 1}
    tree = {"all": [known, {"not": {"any": [known, {"item": "nothing", "answered": True}]}}]}
    return "unknown-item", add(d, id="x.extra", show_if=tree) + "/show_if/all/1/not/any/1/item"


@plant
def a_condition_on_its_own_item(d):
    return "self-reference", add(d, id="x.extra", show_if={"item": "x.extra", "is": "yes"}) + "/show_if/item"


@plant
def a_condition_on_a_later_item(d):
    place = add(d, id="x.extra", show_if={"item": item(d, 0, 1)["id"], "at_least": 1})
    return "forward-reference", place + "/show_if/item"


@plant
def two_items_that_wait_for_each_other(d):
    place = add(d, id="x.first", show_if={"item": "x.second", "is": "yes"})
    add(d, id="x.second", show_if={"item": "x.first", "is": "yes"})
    return "cycle", f"{place}/show_if"


@plant
def a_condition_on_a_point_that_the_scale_does_not_have(d):
    return "unknown-option", add(d, id="x.extra", show_if={"item": item(d)["id"], "is": 5}) + "/show_if/is"


@plant
def a_condition_on_one_answer_of_several_that_does_not_exist(d):
    place = add(d, id="x.extra", show_if={"item": item(d)["id"], "is_one_of": [0, 7, 1]})
    return "unknown-option", place + "/show_if/is_one_of/1"


@plant
def a_number_where_an_option_is_meant(d):
    add(d, id="x.first")
    return "unknown-option", add(d, id="x.second", show_if={"item": "x.first", "is": 1}) + "/show_if/is"


@plant
def a_bound_on_options(d):
    add(d, id="x.first")
    place = add(d, id="x.second", show_if={"item": "x.first", "at_least": 1})
    return "operator-mismatch", place + "/show_if/at_least"


@plant
def an_option_of_a_rubric_included(d):
    place = add(d, id="x.extra", show_if={"item": item(d)["id"], "includes": "2"})
    return "operator-mismatch", place + "/show_if/includes"


@plant
def a_checklist_compared_as_one_answer(d):
    add(d, id="x.first", kind="checklist")
    place = add(d, id="x.second", show_if={"item": "x.first", "is": "yes"})
    return "operator-mismatch", place + "/show_if/is"


@plant
def a_text_compared(d):
    add(d, id="x.first", kind="text")
    place = add(d, id="x.second", show_if={"item": "x.first", "is": "yes"})
    return "operator-mismatch", place + "/show_if/is"


@plant
def a_number_compared_with_a_word(d):
    add(d, id="x.first", kind="number")
    place = add(d, id="x.second", show_if={"item": "x.first", "is": "three"})
    return "operator-mismatch", place + "/show_if/is"


@plant
def a_condition_that_every_value_meets(d):
    return "always-true", add(d, id="x.extra", show_if={"item": item(d)["id"], "at_least": 0}) + "/show_if"


@plant
def a_bound_out_of_reach(d):
    return "never-true", add(d, id="x.extra", show_if={"item": item(d)["id"], "at_least": 5}) + "/show_if"


@plant
def a_contradiction(d):
    name = item(d)["id"]
    both = {"all": [{"item": name, "at_most": 1}, {"item": name, "at_least": 2}]}
    return "never-true", add(d, id="x.extra", show_if=both) + "/show_if"


@plant
def a_number_beyond_its_limits(d):
    add(d, id="x.first", kind="number", min=0, max=10)
    return "never-true", add(d, id="x.second", show_if={"item": "x.first", "at_least": 11}) + "/show_if"


@plant
def an_item_behind_two_conditions_that_exclude_each_other(d):
    add(d, id="x.first")
    add(d, id="x.second", show_if={"item": "x.first", "is": "yes"})
    both = {"all": [{"item": "x.first", "is": "no"}, {"item": "x.second", "is": "yes"}]}
    return "never-shown", add(d, id="x.third", show_if=both) + "/show_if"


@plant
def a_core_item_behind_one_of_the_full_form(d):
    add(d, id="x.first")
    place = add(d, id="x.second", core=True, show_if={"item": "x.first", "is": "yes"})
    return "core-behind-full", place + "/show_if/item"


@plant
def a_rubric_that_counts_nowhere(d):
    body = copy.deepcopy(item(d))
    del body["scores"]
    d["sections"][0]["items"].append({**body, "id": "x.extra"})
    return "item-without-dimension", EXTRA.format(len(d["sections"][0]["items"]) - 1)


@plant
def a_dimension_in_which_nothing_counts(d):
    d["dimensions"].append({"id": "lasting", "title": "What lasts"})
    return "dimension-without-item", f"/dimensions/{len(d['dimensions']) - 1}"


@plant
def a_heavy_item(d):
    item(d)["scores"] = {dimension_of(d): 50}
    return "dominant-item", f"{FIRST}/scores/{dimension_of(d)}"


@plant
def a_scored_item_behind_a_condition(d):
    item(d, 1)["show_if"] = {"item": item(d)["id"], "at_least": 2}
    return "conditional-scored-item", "/sections/0/items/1/show_if"


@plant
def a_rubric_without_descriptors(d):
    del item(d)["descriptors"]
    return "missing-descriptors", f"{FIRST}/descriptors"


@plant
def a_rubric_with_a_descriptor_too_few(d):
    item(d)["descriptors"].pop()
    return "descriptor-count", f"{FIRST}/descriptors"


@plant
def a_negative_weight(d):
    item(d)["scores"] = {dimension_of(d): -1}
    return "weight-out-of-range", f"{FIRST}/scores/{dimension_of(d)}"


@plant
def a_weight_too_small(d):
    item(d)["scores"] = {dimension_of(d): 0.005}
    return "weight-out-of-range", f"{FIRST}/scores/{dimension_of(d)}"


@plant
def an_option_without_a_score(d):
    scored = [*options("no", score=0), *options("yes")]
    place = add(d, id="x.extra", options=scored, scores={dimension_of(d): 1})
    return "unscored-option", f"{place}/options/1"


@plant
def options_that_are_worth_the_same(d):
    place = add(d, id="x.extra", options=options("yes", "no", score=2), scores={dimension_of(d): 1})
    return "flat-scale", f"{place}/options"


@plant
def a_checklist_in_which_nothing_counts(d):
    scored = options("walk", "talk", score=-1)
    place = add(d, id="x.extra", kind="checklist", options=scored, scores={dimension_of(d): 1})
    return "flat-scale", f"{place}/options"


@plant
def a_scale_that_does_not_rise(d):
    points = next(iter(d["scales"].values()))["points"]
    points[2]["value"] = points[1]["value"]
    return "scale-order", f"/scales/{next(iter(d['scales']))}/points/2/value"


@plant
def least_above_most(d):
    return "empty-range", add(d, id="x.extra", kind="number", min=5, max=4) + "/min"


@plant
def a_weight_in_a_dimension_that_does_not_exist(d):
    item(d)["scores"]["pwoer"] = 1
    return "unknown-dimension", f"{FIRST}/scores/pwoer"


@plant
def a_scale_that_does_not_exist(d):
    item(d)["scale"] = "stages"
    return "unknown-scale", f"{FIRST}/scale"


@plant
def a_source_that_is_not_listed(d):
    item(d)["source"] = "cosie-papre 1.2"
    return "unknown-source", f"{FIRST}/source"


@plant
def a_second_source_that_is_not_listed(d):
    d["dimensions"][0]["source"] = f"{next(iter(d['sources']))} 1.2; medtwon"
    return "unknown-source", "/dimensions/0/source"


@plant
def a_factor_that_does_not_exist(d):
    d["factors"].append("policy-trun")
    return "unknown-factor", f"/factors/{len(d['factors']) - 1}"


@plant
def an_outside_factor_that_does_not_exist(d):
    item(d)["outside"] = ["policy-trun"]
    return "unknown-factor", f"{FIRST}/outside/0"


@plant
def a_pillar_of_a_dimension_that_does_not_exist(d):
    d["readings"][0]["pillars"][0]["dimensions"] = ["strenghts"]
    return "unknown-dimension", "/readings/0/pillars/0/dimensions/0"


@plant
def a_tension_of_a_dimension_that_does_not_exist(d):
    d["tensions"][0]["when"] = {"dimension": "pwoer", "at_least": 3}
    return "unknown-dimension", "/tensions/0/when/dimension"


@plant
def a_tension_that_nobody_feels(d):
    d["tensions"][0]["when"] = {"dimension": "power", "at_least": 5}
    return "never-true", "/tensions/0/when"


@plant
def a_map_that_does_not_exist(d):
    d["placements"] = ["nowhere"]
    return "unknown-placement", "/placements/0"


@plant
def a_role_family_that_does_not_exist(d):
    item(d)["asked_of"] = ["works-face-to-fase"]
    return "unknown-role-family", f"{FIRST}/asked_of/0"


@plant
def a_stem_for_a_role_family_that_does_not_exist(d):
    item(d)["ask_as"] = {"everyone": "What happens here?"}
    return "unknown-role-family", f"{FIRST}/ask_as/everyone"


@plant
def a_table_for_a_dimension_that_does_not_exist(d):
    d["scoring"]["tables"] = {"pwoer": [{"score": 1}]}
    return "unknown-dimension", "/scoring/tables/pwoer"


@plant
def a_tag(d):
    item(d)["why"] = "Because <script>alert(1)</script> it matters."
    return "unsafe-markup", f"{FIRST}/why"


@plant
def a_link(d):
    d["dimensions"][0]["about"] = "See [here](https://example.org) for more."
    return "unsafe-markup", "/dimensions/0/about"


@plant
def a_character_code(d):
    d["title"] = "You &amp; us"
    return "unsafe-markup", "/title"


@plant
def a_trailing_space(d):
    item(d)["descriptors"][1] += " "
    return "white-space", f"{FIRST}/descriptors/1"


@plant
def a_line_break(d):
    d["summary"] = "One line.\nAnother."
    return "white-space", "/summary"


@plant
def two_question_marks(d):
    item(d)["ask"] = "Who decides? Who pays?"
    return "two-questions", f"{FIRST}/ask"


@plant
def two_questions_joined(d):
    item(d)["ask"] = "Do people take part, and are they told what became of it?"
    return "two-questions", f"{FIRST}/ask"


@plant
def a_long_stem(d):
    item(d)["ask"] = "When " + "somebody " * 20 + "asks?"
    return "length", f"{FIRST}/ask"


@plant
def a_long_why(d):
    item(d)["why"] = "We ask it " + "so " * 25 + "that we know."
    return "length", f"{FIRST}/why"


@plant
def a_short_descriptor(d):
    item(d)["descriptors"][2] = "Usually someone does."
    return "length", f"{FIRST}/descriptors/2"


@plant
def words_for_experts(d):
    item(d)["descriptors"] = [
        "Administrative representatives systematically disregard neighbourhood recommendations, despite obligations."
    ] * len(item(d)["descriptors"])
    return "reading-age", FIRST


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_defect_is_told_once_and_at_its_place(name, project, told):
    assert told(project) == set()
    wanted = PLANTS[name](project)
    assert told(project) == {wanted}


def test_too_few_items_too_few_dimensions_and_texts_of_other_languages(project, told):
    dimension = dimension_of(project)
    small = copy.deepcopy(project)
    for body in small["sections"][0]["items"][2:]:
        body["scores"] = {small["dimensions"][1]["id"]: 0.5}
    assert told(small) == {("few-items", "/dimensions/0")}

    few = {**copy.deepcopy(project), "dimensions": project["dimensions"][:2], "sections": project["sections"][:2]}
    few |= {"readings": [], "tensions": []}
    assert told(few) == {("small-radar", "/dimensions")}

    spanish = {**copy.deepcopy(project), "language": "es"}
    item(spanish)["ask"] = "Who decides? Who pays?"
    assert told(spanish) == set()
    assert dimension == project["dimensions"][0]["id"]


def test_a_heavy_item_is_not_told_where_it_is_the_only_one(project, told):
    first, second = (project["dimensions"][index]["id"] for index in (0, 1))
    for body in project["sections"][0]["items"][1:]:
        body["scores"] = {second: 0.1}
    item(project)["scores"] = {first: 3}
    assert told(project) == {("few-items", "/dimensions/0")}


def test_an_item_that_weighs_exactly_half_is_not_dominant(project, told):
    for body, weight in zip(project["sections"][0]["items"], (0.6, 0.1, 0.2, 0.3), strict=True):
        body["scores"] = {dimension_of(project): weight}
    assert told(project) == set()


def test_a_dimension_without_a_table_is_told_under_the_rule_that_needs_one(project, told):
    rows = [{"when": {"item": item(project)["id"], "at_least": 2}, "score": 4}, {"score": 0}]
    tables = {body["id"]: rows for body in project["dimensions"]}
    project["scoring"] = {"rule": "rule-table", "tables": tables}
    assert told(project) == set()
    last = tables.popitem()[0]
    assert told(project) == {("rule-table-not-total", f"/scoring/tables/{last}")}
    tables[last] = [{"when": {"item": "nothing", "is": 1}, "score": 1}]
    assert told(project) == {("unknown-item", f"/scoring/tables/{last}/0/when/item")}
    tables[last] = [{"when": {"item": item(project)["id"], "at_least": 5}, "score": 1}, {"score": 1}]
    assert told(project) == {("never-true", f"/scoring/tables/{last}/0/when")}


# --- order ---------------------------------------------------------------------------------------------------------


def test_a_cycle_names_the_items_in_it_and_no_others(project, tmp_path):
    def waits(name: str, *others: str) -> None:
        add(project, id=name, show_if={"any": [{"item": other, "is": "yes"} for other in others]})

    add(project, id="x.start")
    waits("x.before", "x.start")
    waits("x.one", "x.start", "x.three")
    waits("x.two", "x.one")
    waits("x.three", "x.two", "x.before")
    waits("x.after", "x.three")
    path = tmp_path / "project.json"
    path.write_text(json.dumps(project))
    [problem] = check_file(path)
    assert problem.code == "cycle"
    assert "x.one → x.three → x.two → x.one." in wrong_of(problem)
    assert not any(name in line_of(problem) for name in ("x.start", "x.before", "x.after"))


def test_two_separate_cycles_are_two_problems(project, told):
    places = [
        add(project, id=name, show_if={"item": other, "is": "yes"})
        for name, other in pairwise(("x.one", "x.two", "x.one"))
    ]
    other_places = [
        add(project, id=name, show_if={"item": other, "is": "yes"})
        for name, other in pairwise(("y.up", "y.down", "y.up"))
    ]
    assert told(project) == {("cycle", f"{places[0]}/show_if"), ("cycle", f"{other_places[0]}/show_if")}


def test_a_later_item_outside_the_cycle_is_still_told(project, told):
    first = add(project, id="x.one", show_if={"any": [{"item": n, "is": "yes"} for n in ("x.two", "x.last")]})
    add(project, id="x.two", show_if={"item": "x.one", "is": "yes"})
    add(project, id="x.last")
    assert told(project) == {("cycle", f"{first}/show_if"), ("forward-reference", f"{first}/show_if/any/1/item")}


def test_a_fault_in_one_condition_brings_no_verdict_on_those_that_hang_on_it(project, told):
    first = add(project, id="x.first", show_if={"item": "nothing", "is": "yes"})
    add(project, id="x.second", show_if={"item": "x.first", "is": "yes"})
    mood = add(project, id="x.mood", kind="rating", scale="moods")
    add(project, id="x.third", show_if={"item": "x.mood", "at_least": 9})
    assert told(project) == {("unknown-item", f"{first}/show_if/item"), ("unknown-scale", f"{mood}/scale")}


# --- catalogues ----------------------------------------------------------------------------------------------------

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


# --- no false alarms -----------------------------------------------------------------------------------------------


def test_nothing_is_told_of_what_we_ship():
    assert [line_of(problem) for problem in check_paths([QUESTIONNAIRES])] == []
    assert catalogues_in(QUESTIONNAIRES).roles.families
    assert read_questionnaire(QUESTIONNAIRES / "project.json").id == "project"


@pytest.mark.parametrize(
    "stem",
    [
        "Who is missing and why?",
        "When people disagree, who decides and how?",
        "Do people choose, or do they take what is there?",
        "How do you know who is heard and who is not?",
        "Who decides who is invited and who is not?",
        "How do people find out what happened and how it was decided?",
        "Who plans and does the work?",
        "Can people complain and have it taken seriously?",
        "Who is told and is the first to know?",
        "Some people are never in the room. What happens about that here?",
    ],
)
def test_one_question_is_not_taken_for_two(stem):
    assert not asks_twice(stem)


@pytest.mark.parametrize(
    "stem",
    [
        "Who decides? Who pays?",
        "Who decides and who pays?",
        "Do staff listen and do they act on what they hear?",
        "How do people hear about it, and how often do they answer?",
        "How is it planned or how is it delivered?",
        "Is it free and is the way there paid?",
    ],
)
def test_two_questions_in_one_are_told(stem):
    assert asks_twice(stem)


def test_ids_that_differ_in_a_number_or_a_word_are_not_near(project, told):
    names = (
        "x.q1",
        "x.q2",
        "x.q11",
        "x.q1.1",
        "x.heard",
        "x.heart",
        "x.a",
        "x.b",
        "x.staff",
        "x.stuff",
        "x.no",
        "x.now",
    )
    for name in names:
        add(project, id=name)
    assert told(project) == set()


# --- files of every sort -------------------------------------------------------------------------------------------

CLEAN = (BROKEN / "clean.json").read_bytes()


def check_bytes(folder: Path, raw: bytes) -> None:
    """Whatever a file holds, its problems are told: known codes, one line each, printable."""
    path = folder / "file.json"
    path.write_bytes(raw)
    for problem in check_file(path):
        assert problem.code in CODES
        assert line_of(problem).isprintable()
        assert len(line_of(problem)) < 2000


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("files")
    for name in ("roles.json", "factors.json", "placements.json"):
        (place / name).write_bytes((BROKEN / name).read_bytes())
    return place


def test_a_file_cut_off_anywhere_is_told(folder):
    for end in range(0, len(CLEAN), 7):
        check_bytes(folder, CLEAN[:end])


@examples(300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(flips=st.lists(st.tuples(st.integers(0, len(CLEAN) - 1), st.integers(0, 7)), min_size=1, max_size=3))
def test_a_file_with_flipped_bits_is_told_or_read(flips, folder):
    raw = bytearray(CLEAN)
    for place, bit in flips:
        raw[place] ^= 1 << bit
    check_bytes(folder, bytes(raw))


@examples(200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=200))
def test_a_file_of_any_bytes_is_told(raw, folder):
    check_bytes(folder, raw)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NEAR = st.sampled_from(
    ["about.known", "yes", "listening", "care", "rubric", "number", 0, 1, -1, 1e300, 10**200, "", " ", [], {}, ["x"]]
)


@examples(400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_document_with_anything_anywhere_is_told_or_read(data, folder):
    document = json.loads(CLEAN)
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = None, None
        value: Any = document
        while isinstance(value, dict | list) and value and (holder is None or data.draw(st.integers(0, 6))):
            holder, key = (
                value,
                data.draw(st.sampled_from(sorted(value) if isinstance(value, dict) else range(len(value)))),
            )
            value = holder[key]
        if data.draw(st.booleans()):
            holder[key] = copy.deepcopy(data.draw(NEAR | JSON))
        elif isinstance(holder, dict):
            del holder[key]
        else:
            holder.append(copy.deepcopy(value))
    check_bytes(folder, json.dumps(document).encode())


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'"' + b'\\"' * 2_000_000,
        b"[" + b"1," * 1_000_000 + b"1]",
        b"9" * 100_000,
        b"-1e99999",
        b"[NaN, Infinity]",
        b'{"$schema": "\\ud800"}',
        b"\xef\xbb\xbf" + CLEAN,
        CLEAN.decode().encode("utf-16"),
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"null",
        b'"questionnaire.schema.json"',
        b'{"$schema": ["questionnaire.schema.json"]}',
        CLEAN.replace(b"365", b"1e400"),
        CLEAN.replace(b'"is": "yes"', b'"is": "' + b"y" * 100_000 + b'"'),
        CLEAN.replace(b'"id": "clean"', b'"id": "' + b"a-" * 50_000 + b'"'),
    ],
    ids=range(17),
)
def test_deep_huge_and_foreign_files_are_told(raw, folder):
    check_bytes(folder, raw)
