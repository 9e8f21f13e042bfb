"""What an id names exists, fits, and in a condition is asked before."""

import json
from itertools import pairwise

import pytest
from support.planted_defects import FIRST, Plant, add, into, item

from cosmos_app.content.loader import check_file
from cosmos_app.texts.problems import line_of, wrong_of

PLANTS: dict[str, Plant] = {}
plant = into(PLANTS)


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
def a_core_item_behind_one_of_the_full_form(d):
    add(d, id="x.first")
    place = add(d, id="x.second", core=True, show_if={"item": "x.first", "is": "yes"})
    return "core-behind-full", place + "/show_if/item"


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


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_defect_is_told_once_and_at_its_place(name, project, new_problems):
    assert new_problems(project) == set()
    wanted = PLANTS[name](project)
    assert new_problems(project) == {wanted}


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


def test_two_separate_cycles_are_two_problems(project, new_problems):
    places = [
        add(project, id=name, show_if={"item": other, "is": "yes"})
        for name, other in pairwise(("x.one", "x.two", "x.one"))
    ]
    other_places = [
        add(project, id=name, show_if={"item": other, "is": "yes"})
        for name, other in pairwise(("y.up", "y.down", "y.up"))
    ]
    assert new_problems(project) == {("cycle", f"{places[0]}/show_if"), ("cycle", f"{other_places[0]}/show_if")}


def test_a_later_item_outside_the_cycle_is_still_told(project, new_problems):
    first = add(project, id="x.one", show_if={"any": [{"item": n, "is": "yes"} for n in ("x.two", "x.last")]})
    add(project, id="x.two", show_if={"item": "x.one", "is": "yes"})
    add(project, id="x.last")
    assert new_problems(project) == {
        ("cycle", f"{first}/show_if"),
        ("forward-reference", f"{first}/show_if/any/1/item"),
    }


def test_a_fault_in_one_condition_brings_no_verdict_on_those_that_hang_on_it(project, new_problems):
    first = add(project, id="x.first", show_if={"item": "nothing", "is": "yes"})
    add(project, id="x.second", show_if={"item": "x.first", "is": "yes"})
    mood = add(project, id="x.mood", kind="rating", scale="moods")
    add(project, id="x.third", show_if={"item": "x.mood", "at_least": 9})
    assert new_problems(project) == {("unknown-item", f"{first}/show_if/item"), ("unknown-scale", f"{mood}/scale")}
