"""What scores rest on: enough items, weights in range, and answers that differ in what they are worth."""

import copy

import pytest
from support.planted_defects import EXTRA, FIRST, Plant, add, dimension_of, into, item, options

PLANTS: dict[str, Plant] = {}
plant = into(PLANTS)


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
def weights_that_are_nearly_equal(d):
    item(d)["scores"] = {dimension_of(d): 1.0137}
    return "irregular-weights", f"{FIRST}/scores/{dimension_of(d)}"


@plant
def weights_in_no_simple_proportion(d):
    item(d)["scores"] = {dimension_of(d): 1.3781}
    return "irregular-weights", f"{FIRST}/scores/{dimension_of(d)}"


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


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_defect_is_told_once_and_at_its_place(name, project, new_problems):
    assert new_problems(project) == set()
    wanted = PLANTS[name](project)
    assert new_problems(project) == {wanted}


def test_too_few_items_too_few_dimensions_and_texts_of_other_languages(project, new_problems):
    dimension = dimension_of(project)
    small = copy.deepcopy(project)
    for body in small["sections"][0]["items"][2:]:
        body["scores"] = {small["dimensions"][1]["id"]: 0.5}
    assert new_problems(small) == {("few-items", "/dimensions/0")}

    few = {**copy.deepcopy(project), "dimensions": project["dimensions"][:2], "sections": project["sections"][:2]}
    few |= {"readings": [], "tensions": []}
    assert new_problems(few) == {("small-radar", "/dimensions")}

    spanish = {**copy.deepcopy(project), "language": "es"}
    item(spanish)["ask"] = "Who decides? Who pays?"
    assert new_problems(spanish) == set()
    assert dimension == project["dimensions"][0]["id"]


def test_a_heavy_item_is_not_told_where_it_is_the_only_one(project, new_problems):
    first, second = (project["dimensions"][index]["id"] for index in (0, 1))
    for body in project["sections"][0]["items"][1:]:
        body["scores"] = {second: 0.1}
    item(project)["scores"] = {first: 3}
    assert new_problems(project) == {("few-items", "/dimensions/0")}


def test_an_item_that_weighs_exactly_half_is_not_dominant(project, new_problems):
    for body, weight in zip(project["sections"][0]["items"], (0.6, 0.1, 0.2, 0.3), strict=True):
        body["scores"] = {dimension_of(project): weight}
    assert new_problems(project) == set()


@pytest.mark.parametrize("weights", [(1, 2, 3, 4), (0.1, 0.2, 0.3, 0.4), (1, 1.25, 1.5, 2), (0.01, 0.01, 0.02, 0.02)])
def test_weights_in_a_simple_proportion_are_fine(weights, project, new_problems):
    for body, weight in zip(project["sections"][0]["items"], weights, strict=True):
        body["scores"] = {dimension_of(project): weight}
    assert new_problems(project) == set()
