"""Conditions that are always or never true, items that are never shown, and tables that leave answers out."""

import pytest
from support.planted_defects import Plant, add, into, item

PLANTS: dict[str, Plant] = {}
plant = into(PLANTS)


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
def a_tension_that_nobody_feels(d):
    d["tensions"][0]["when"] = {"dimension": "power", "at_least": 5}
    return "never-true", "/tensions/0/when"


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_defect_is_told_once_and_at_its_place(name, project, new_problems):
    assert new_problems(project) == set()
    wanted = PLANTS[name](project)
    assert new_problems(project) == {wanted}


def test_a_dimension_without_a_table_is_told_under_the_rule_that_needs_one(project, new_problems):
    rows = [{"when": {"item": item(project)["id"], "at_least": 2}, "score": 4}, {"score": 0}]
    tables = {body["id"]: rows for body in project["dimensions"]}
    project["scoring"] = {"rule": "rule-table", "tables": tables}
    assert new_problems(project) == set()
    last = tables.popitem()[0]
    assert new_problems(project) == {("rule-table-not-total", f"/scoring/tables/{last}")}
    tables[last] = [{"when": {"item": "nothing", "is": 1}, "score": 1}]
    assert new_problems(project) == {("unknown-item", f"/scoring/tables/{last}/0/when/item")}
    tables[last] = [{"when": {"item": item(project)["id"], "at_least": 5}, "score": 1}, {"score": 1}]
    assert new_problems(project) == {("never-true", f"/scoring/tables/{last}/0/when")}
