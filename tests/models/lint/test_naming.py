"""Ids that are used twice, or are easily taken for another."""

import pytest
from support.planted_defects import Plant, add, into, item, options

PLANTS: dict[str, Plant] = {}
plant = into(PLANTS)


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


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_defect_is_told_once_and_at_its_place(name, project, new_problems):
    assert new_problems(project) == set()
    wanted = PLANTS[name](project)
    assert new_problems(project) == {wanted}


def test_ids_that_differ_in_a_number_or_a_word_are_not_near(project, new_problems):
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
    assert new_problems(project) == set()
