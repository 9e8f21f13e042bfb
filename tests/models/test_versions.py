"""Versions: every change between two of them is told and weighed, and what still compares is found."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import QUESTIONNAIRE_SCHEMA, document, parsed, questionnaires, shipped, small
from support.examples import examples

from cosmos_app.content.subset import subset_of
from cosmos_app.texts.versions import EDIT_TEXTS, NEEDED_TEXTS, REASON_TEXTS
from models.comparability import REASONS, Lost, shared
from models.definition import Scoring, number_of
from models.edit_kinds import EDITS, NEEDED
from models.edits import edits
from models.items import Item
from models.versions import differences

YES_NO = [{"value": "yes", "score": 1}, {"value": "no", "score": 0}]
BEFORE = {
    "items": [
        {"id": "known", "kind": "choice", "options": [{"value": "yes"}, {"value": "no"}]},
        {"id": "listens", "scores": {"trust": 1}},
        {"id": "explains", "kind": "choice", "options": YES_NO, "scores": {"trust": 1}, "core": True},
        {"id": "decides", "scores": {"power": 1}, "show_if": {"item": "known", "is": "yes"}},
    ]
}


def revised(*, version="2.0.0", dimensions=(), **changes):
    """The questionnaire above with some items given anew; one given as None is gone, and others are added."""
    kept = [item for item in BEFORE["items"] if changes.get(item["id"], item) is not None]
    items = [{**item, **changes.pop(item["id"], {})} for item in kept]
    new = [{"id": name, **body} for name, body in changes.items() if body is not None]
    body = document(items=[*items, *new], dimensions=dimensions, version=version)
    return parsed(body)


OLD = revised(version="1.0.0")


def told(old, new):
    return [(one.code, one.subject, one.part) for one in edits(old, new)]


def why(old, new, name, depths=("full",)):
    return next((one.why for one in shared(old, new, depths).lost if one.id == name), "")


def test_nothing_differs_from_itself():
    found = differences(OLD, OLD)
    assert found.edits == ()
    assert (found.needed, found.least, found.is_enough) == ("none", "1.0.0", True)
    assert found.shared.lost == ()
    assert found.shared.items == tuple(OLD.by_id)


@pytest.mark.parametrize(
    ("changes", "edit", "needed"),
    [
        ({"listens": {"ask": "Do we listen?"}}, ("wording", "listens", "ask"), "patch"),
        ({"listens": {"ask_as": {"staff": "Do you listen?"}}}, ("wording", "listens", "ask_as.staff"), "patch"),
        ({"listens": {"help": "Think of last week."}}, ("wording", "listens", "help"), "patch"),
        ({"listens": {"why": "It matters."}}, ("wording", "listens", "why"), "patch"),
        ({"listens": {"same_since": "1.0.0"}}, ("same-since", "listens", ""), "patch"),
        ({"explains": {"options": YES_NO[::-1]}}, ("order", "explains", "choices"), "patch"),
        (
            {"explains": {"options": [{**YES_NO[0], "label": "Yes!"}, YES_NO[1]]}},
            ("wording", "explains", "choices.yes"),
            "patch",
        ),
        ({"asks": {}}, ("item-added", "asks", ""), "minor"),
        ({"listens": {"core": True}}, ("into-short", "listens", ""), "minor"),
        ({"explains": {"core": False}}, ("out-of-short", "explains", ""), "major"),
        ({"listens": None}, ("item-removed", "listens", ""), "major"),
        ({"listens": {"scores": {"trust": 2}}}, ("weight", "listens", "trust"), "major"),
        ({"listens": {"scores": {"trust": 1, "power": 1}}}, ("weighs", "listens", "power"), "major"),
        ({"decides": {"scores": {"trust": 1}}}, ("weighs-not", "decides", "power"), "major"),
        ({"listens": {"reverse": True}}, ("reverse", "listens", ""), "major"),
        ({"listens": {"asked_of": ["staff"]}}, ("asked-of", "listens", ""), "major"),
        ({"listens": {"show_if": {"item": "known", "is": "no"}}}, ("condition", "listens", ""), "major"),
        (
            {"explains": {"options": [*YES_NO, {"value": "part", "score": 0.5}]}},
            ("option-added", "explains", "part"),
            "major",
        ),
        ({"known": {"options": [{"value": "yes"}, {"value": "never"}]}}, ("option-removed", "known", "no"), "major"),
        (
            {"explains": {"options": [YES_NO[0], {"value": "no", "score": -1}]}},
            ("option-score", "explains", "no"),
            "major",
        ),
        ({"known": {"kind": "checklist"}}, ("kind", "known", ""), "major"),
        ({"listens": {"outside": ["law"]}}, ("listed", "listens", "outside"), "minor"),
    ],
)
def test_a_change_of_an_item_is_told_and_weighed(changes, edit, needed):
    new = revised(**changes)
    assert edit in told(OLD, new)
    assert differences(OLD, new).needed == needed


@pytest.mark.parametrize(
    ("more", "edit"),
    [
        ({"title": "Another"}, ("wording", "", "title")),
        ({"summary": "Short."}, ("wording", "", "summary")),
        ({"minutes": {"short": 1, "full": 3}}, ("minutes", "", "full")),
        ({"level": "ecology"}, ("level", "", "")),
        ({"language": "nl"}, ("language", "", "")),
        ({"factors": ["law"]}, ("listed", "", "factors")),
        ({"placements": ["here"]}, ("listed", "", "placements")),
        (
            {"tensions": [{"id": "both", "when": {"item": "listens", "is": 4}, "ask": "Why?"}]},
            ("listed", "", "tensions"),
        ),
        ({"dimensions": [{"id": "trust", "about": "New."}, {"id": "power"}]}, ("wording", "trust", "about")),
        ({"dimensions": [{"id": "trust", "min_answered": 0.7}, {"id": "power"}]}, ("min-answered", "trust", "")),
        ({"dimensions": [{"id": "power"}, {"id": "trust"}]}, ("order", "", "dimensions")),
        ({"dimensions": [{"id": "trust"}, {"id": "power"}, {"id": "hope"}]}, ("dimension-added", "hope", "")),
        ({"dimensions": [{"id": "trust"}]}, ("dimension-removed", "power", "")),
    ],
)
def test_a_change_of_the_whole_is_told(more, edit):
    assert edit in told(OLD, parsed(document(items=BEFORE["items"], **more)))


def test_a_rule_table_is_compared_row_by_row():
    def with_table(score):
        table = {"trust": [{"when": {"item": "listens", "at_least": 3}, "score": score}, {"score": 0}]}
        return small([{"id": "listens", "scores": {"trust": 1}}], scoring={"rule": "rule-table", "tables": table})

    [edit] = edits(with_table(4), with_table(3))
    assert (edit.code, edit.subject) == ("table", "trust")
    assert edit.before == '{"item": "listens", "at_least": 3}: 4; else: 0'


@pytest.mark.parametrize(
    ("limits", "edit", "needed"),
    [
        ({"min": 0, "max": 90}, ("limits-wider", "0 to 80", "0 to 90"), "minor"),
        ({"min": 0}, ("limits-wider", "0 to 80", "0 to …"), "minor"),
        ({"min": 10, "max": 90}, ("limits-narrower", "0 to 80", "10 to 90"), "major"),
        ({"min": 0, "max": 79}, ("limits-narrower", "0 to 80", "0 to 79"), "major"),
    ],
)
def test_limits_that_let_less_through_change_what_answers_can_mean(limits, edit, needed):
    old, new = (small([{"id": "age", "kind": "number", **one}]) for one in ({"min": 0, "max": 80}, limits))
    [found] = edits(old, new)
    assert (found.code, found.before, found.after) == edit
    assert found.needed == needed


def test_a_shorter_text_is_narrower_and_a_longer_one_wider():
    short, long = (small([{"id": "why", "kind": "text", "max_length": length}]) for length in (100, 200))
    assert [one.code for one in edits(short, long)] == ["limits-wider"]
    assert [one.code for one in edits(long, short)] == ["limits-narrower"]


def test_a_dimension_under_another_id_is_taken_for_the_same_and_told_once():
    items = [{"id": "listens", "scores": {"trust": 1}}, {"id": "explains", "scores": {"trust": 2}}]
    hope = [{**item, "scores": {"hope": weight}} for item, weight in zip(items, (1, 3), strict=True)]
    old, new = small(items), small(hope, dimensions=[{"id": "hope", "title": "trust"}])
    assert told(old, new) == [("dimension-renamed", "hope", ""), ("weight", "explains", "hope")]
    assert why(old, new, "trust") == why(old, new, "hope") == "renamed"


def test_an_item_under_another_id_is_taken_for_the_same_and_the_old_id_is_asked_back():
    new = revised(listens=None, we_listen={"ask": "What about listens?", "scores": {"trust": 1}})
    [edit] = [one for one in edits(OLD, new) if one.code.startswith("item")]
    assert (edit.code, edit.before, edit.after) == ("item-renamed", "listens", "we_listen")
    assert why(OLD, new, "listens") == why(OLD, new, "we_listen") == "renamed"


@pytest.mark.parametrize(
    ("version", "changes", "is_enough"),
    [
        ("1.0.0", {"listens": {"ask": "Do we listen?"}}, False),
        ("1.0.1", {"listens": {"ask": "Do we listen?"}}, True),
        ("1.0.9", {"asks": {}}, False),
        ("1.1.0", {"asks": {}}, True),
        ("1.9.9", {"listens": {"reverse": True}}, False),
        ("2.0.0", {"listens": {"reverse": True}}, True),
        ("0.9.0", {}, False),
    ],
)
def test_a_version_must_rise_by_as_much_as_its_changes_ask(version, changes, is_enough):
    assert differences(OLD, revised(version=version, **changes)).is_enough is is_enough


def test_what_only_scores_differently_still_compares():
    new = revised(
        listens={"scores": {"trust": 3}, "reverse": True},
        explains={"options": [YES_NO[1], {**YES_NO[0], "score": 5}]},
        dimensions=[{"id": "trust", "min_answered": 1}, {"id": "power"}],
    )
    assert shared(OLD, new).lost == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": "checklist", "options": YES_NO}, "kind"),
        ({"options": [*YES_NO, {"value": "part", "score": 0.5}]}, "choices"),
        ({"asked_of": ["staff"]}, "asked-of"),
        ({"show_if": {"item": "known", "is": "yes"}}, "condition"),
        ({"ask": "Do we explain?"}, "wording"),
    ],
)
def test_an_item_that_asks_something_else_no_longer_compares(changes, reason):
    assert why(OLD, revised(explains=changes), "explains") == reason


def test_other_words_compare_while_the_first_number_stays_or_the_item_says_since_when():
    reworded = {"ask": "Do we explain?"}
    assert shared(OLD, revised(version="1.0.1", explains=reworded)).reworded == ("explains",)
    assert why(OLD, revised(version="2.0.0", explains=reworded), "explains") == "wording"
    assert why(OLD, revised(explains={**reworded, "same_since": "1.0.0"}), "explains") == ""
    assert why(OLD, revised(explains={**reworded, "same_since": "1.0.1"}), "explains") == "wording"


def test_an_item_behind_one_that_is_lost_is_lost_and_what_waits_for_that_too():
    chain = {"led": {"scores": {"power": 1}, "show_if": {"item": "decides", "at_least": 1}}}
    old, new = revised(version="1.0.0", **chain), revised(known=None, **chain)
    assert why(old, new, "known") == "removed"
    assert why(old, new, "decides") == why(old, new, "led") == "condition-item"
    assert Lost(kind="dimension", id="power", why="no-item") in shared(old, new).lost


def test_a_dimension_tells_how_many_of_its_items_compare():
    new = revised(explains={"asked_of": ["staff"]}, asks={"scores": {"trust": 1}})
    assert shared(OLD, new).dimensions == {"trust": (1, 3), "power": (1, 1)}


def test_a_rule_table_that_names_a_lost_item_takes_its_dimension_along():
    table = {"trust": [{"when": {"item": "asks", "at_least": 3}, "score": 4}, {"score": 0}]}
    scoring = {"rule": "rule-table", "tables": table}
    items = [{"id": "listens", "scores": {"trust": 1}}, {"id": "asks", "scores": {"trust": 1}}]
    old, new = small(items, scoring=scoring), small([items[0], {**items[1], "asked_of": ["staff"]}], scoring=scoring)
    assert why(old, new, "trust") == "table"
    assert shared(old, new).questionnaire is None


def test_forms_of_two_depths_share_what_both_hold_in_the_short_one():
    found = shared(OLD, OLD, {"short", "full"})
    assert found.items == ("explains",)
    assert why(OLD, OLD, "listens", {"short", "full"}) == "depth"
    assert found.dimensions == {"trust": (1, 2)}


def test_a_subset_compares_on_the_dimensions_it_asked_and_no_others():
    whole = shipped("project.json")
    subset = parsed(subset_of(parsed(whole), whole, ["power", "roles", "risk"]))
    assert set(shared(subset, parsed(whole)).dimensions) == {"power", "roles", "risk"}
    assert set(shared(parsed(whole), subset).dimensions) == {"power", "roles", "risk"}


def test_two_questionnaires_share_nothing():
    other = replace(OLD, id="other")
    assert {one.why for one in shared(OLD, other).lost} == {"other-questionnaire"}
    assert shared(OLD, other).questionnaire is None


def test_versions_compare_as_numbers():
    assert number_of("1.10.0") > number_of("1.9.3")


@st.composite
def revisions(draw):
    """A questionnaire and what became of it: items changed, gone, come, moved; numbered as high as that asks."""
    old = draw(questionnaires(rules=["weighted-mean"]))
    changed = []
    for item in old.items:
        match draw(st.sampled_from(["same", "same", "words", "weight", "core", "gone", "choices", "asked", "since"])):
            case "same":
                changed.append(item)
            case "words":
                changed.append(replace(item, ask="Otherwise"))
            case "weight":
                changed.append(replace(item, scores=dict.fromkeys(item.scores, 2.5)))
            case "core":
                changed.append(replace(item, core=not item.core))
            case "choices":
                changed.append(replace(item, choices=item.choices[1:] if len(item.choices) > 2 else item.choices[::-1]))
            case "asked":
                changed.append(replace(item, asked_of=("neighbours",)))
            case "since":
                changed.append(replace(item, ask="Otherwise", same_since="1.0.0"))
    if draw(st.booleans()):
        changed.append(Item(id="new", kind="text", ask="What else?"))
    section = replace(old.sections[0], items=tuple(draw(st.permutations(changed)) if draw(st.booleans()) else changed))
    new = replace(old, sections=(section,), scoring=Scoring())
    return old, replace(new, version=differences(old, new).least)


@examples(200)
@given(revisions(), st.sampled_from([("full",), ("short",), ("short", "full")]))
def test_every_item_and_dimension_of_either_is_shared_or_lost_and_none_is_both(pair, depths):
    old, new = pair
    found = shared(old, new, depths)
    lost = {kind: [one.id for one in found.lost if one.kind == kind] for kind in ("item", "dimension")}
    assert sorted([*found.items, *lost["item"]]) == sorted({*old.by_id, *new.by_id})
    dimensions = {one.id for one in (*old.dimensions, *new.dimensions)}
    assert sorted([*found.dimensions, *lost["dimension"]]) == sorted(dimensions)
    assert {one.why for one in found.lost} <= set(REASONS)


@examples(200)
@given(revisions())
def test_what_asks_for_less_than_a_new_first_number_takes_no_comparison_away(pair):
    old, new = pair
    found = differences(old, new)
    assert found.is_enough
    if found.needed != "major":
        assert set(old.by_id) <= set(found.shared.items)


@given(revisions())
def test_what_is_shared_is_whole_in_itself(pair):
    if (common := shared(*pair).questionnaire) is not None:
        assert shared(common, common).lost == ()
        assert all(item.core for item in common.items)


def test_every_edit_and_every_reason_has_its_words():
    assert set(EDIT_TEXTS) == set(EDITS)
    assert set(REASON_TEXTS) == set(REASONS)
    assert set(NEEDED_TEXTS) == set(NEEDED) == {*EDITS.values(), "none"}


def test_the_schema_takes_same_since_as_a_version():
    pattern = QUESTIONNAIRE_SCHEMA["$defs"]["item"]["properties"]["same_since"]["pattern"]
    assert pattern == QUESTIONNAIRE_SCHEMA["properties"]["version"]["pattern"]
    assert small([{"id": "a", "same_since": "1.0.0"}]).by_id["a"].same_since == "1.0.0"
