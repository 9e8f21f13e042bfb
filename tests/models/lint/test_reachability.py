"""Conditions that are always or never true, items that are never shown, and tables that leave answers out."""

import pytest
from support.condition_forms import choice, form, verdicts
from support.planted_defects import Plant, add, into, item

from models.conditions import All, AnyOf, Condition, ItemIs, Not
from models.definition import Questionnaire

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
def an_item_for_one_family_behind_one_for_another(d):
    add(d, id="x.first", asked_of=["runs-leads-or-funds"])
    waits = {"item": "x.first", "is": "yes"}
    return "never-shown", add(d, id="x.second", asked_of=["around-it"], show_if=waits) + "/show_if"


@plant
def an_item_behind_two_for_families_that_never_meet(d):
    add(d, id="x.first", asked_of=["runs-leads-or-funds"])
    add(d, id="x.second", show_if={"item": "x.first", "is": "yes"})
    add(d, id="x.third", asked_of=["around-it"])
    both = {"all": [{"item": "x.second", "is": "yes"}, {"item": "x.third", "is": "no"}]}
    return "never-shown", add(d, id="x.fourth", show_if=both) + "/show_if"


@plant
def a_tension_that_nobody_feels(d):
    d["tensions"][0]["when"] = {"dimension": "power", "at_least": 5}
    return "never-true", "/tensions/0/when"


def test_families_meet_where_one_of_two_ways_is_enough_or_nothing_was_asked(project, new_problems):
    add(project, id="x.first", asked_of=["runs-leads-or-funds"])
    either = {"any": [{"item": "x.first", "is": "yes"}, {"item": item(project)["id"], "at_least": 2}]}
    add(project, id="x.second", asked_of=["around-it"], show_if=either)
    add(project, id="x.third", asked_of=["around-it"], show_if={"item": "x.first", "answered": False})
    add(project, id="x.fourth", show_if={"item": "x.first", "is": "yes"})
    assert new_problems(project) == set()


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


def test_asking_only_whether_something_was_answered_is_always_true_of_values():
    questionnaire = form(choice("a", "yes", "no"), choice("b", "yes", "no", show_if=ItemIs("a", "answered", True)))
    assert verdicts(questionnaire) == {"b": "always-true"}


def test_asking_those_who_gave_no_value_is_neither_always_nor_never_true():
    unanswered = choice("b", "yes", "no", show_if=ItemIs("a", "answered", False))
    unknown = choice("c", "yes", "no", show_if=ItemIs("a", "not_given", ("DK",)))
    assert verdicts(form(choice("a", "yes", "no"), unanswered, unknown)) == {}


def test_two_answers_to_one_choice_are_never_given_at_once():
    both = All((ItemIs("a", "is", "yes"), ItemIs("a", "is", "no")))
    assert verdicts(form(choice("a", "yes", "no"), choice("b", "yes", "no", show_if=both))) == {"b": "never-true"}


def test_two_options_of_a_checklist_may_be_ticked_together_but_never_none_of_all():
    both = All((ItemIs("a", "includes", "red"), ItemIs("a", "includes", "green")))
    none = All((Not(ItemIs("a", "includes", "red")), Not(ItemIs("a", "includes", "green"))))
    ticks = choice("a", "red", "green", kind="checklist")
    questionnaire = form(ticks, choice("b", "yes", "no", show_if=both), choice("c", "yes", "no", show_if=none))
    assert verdicts(questionnaire) == {"c": "never-true"}


def test_an_item_that_waits_for_a_hidden_one_is_never_shown():
    questionnaire = form(
        choice("a", "yes", "no"),
        choice("b", "yes", "no", show_if=ItemIs("a", "is", "yes")),
        choice("c", "yes", "no", show_if=All((ItemIs("b", "is", "yes"), ItemIs("a", "is", "no")))),
    )
    assert verdicts(questionnaire) == {"c": "never-shown"}


def test_a_long_chain_and_a_dead_one_are_decided_at_once():
    def chain_of(start: Condition | None) -> Questionnaire:
        items = [choice("i0", "yes", "no"), choice("i1", "yes", "no", show_if=start)]
        for n in range(2, 200):
            either = AnyOf((ItemIs(f"i{n - 1}", "is", "yes"), ItemIs(f"i{n - 2}", "is", "yes")))
            items.append(choice(f"i{n}", "yes", "no", show_if=All((either, ItemIs(f"i{n - 1}", "is", "yes")))))
        return form(*items)

    assert verdicts(chain_of(ItemIs("i0", "is", "yes"))) == {}
    dead = chain_of(All((ItemIs("i0", "is", "yes"), ItemIs("i0", "is", "no"))))
    assert verdicts(dead) == {"i1": "never-true", **{f"i{n}": "never-shown" for n in range(2, 200)}}


def test_a_checklist_of_forty_options_is_no_burden():
    options = [f"o{n}" for n in range(40)]
    ticks = choice("a", *options, kind="checklist")
    any_of = AnyOf(tuple(ItemIs("a", "includes", option) for option in options))
    none = All(tuple(Not(ItemIs("a", "includes", option)) for option in options))
    items = (choice("b", "yes", "no", show_if=any_of), choice("c", "yes", "no", show_if=none))
    assert verdicts(form(ticks, *items)) == {"b": "always-true", "c": "never-true"}
