"""Edits: whatever differs between two definitions is told, whatever part of them it is in."""

import json
from copy import deepcopy
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import document, parsed

from models.definition import Dimension, Lens, Minutes, Pillar, Questionnaire, Rule, Scoring, Section, Tension
from models.edits import edits
from models.items import Choice, Item, Placing, Point, Scale
from models.problems import InvalidDefinitionError

YES_NO = [{"value": "yes", "label": "Yes", "score": 1, "help": "Always."}, {"value": "no", "label": "No", "score": 0}]
POINTS = [{"value": value, "label": f"Stage {value}"} for value in range(3)]
DESCRIBED = ["Nobody is asked.", "Some are asked.", "Everyone is asked."]
TABLE = [{"when": {"all": [{"item": "listens", "at_least": 1}]}, "score": 3.1234567}, {"score": 0}]
FULL = {
    **document(items=[{"id": "unused"}]),
    "summary": "A summary.",
    "sources": {"one": {"citation": "One (2001)."}, "two": {"citation": "Two (2002)."}},
    "scales": {"stage": {"points": POINTS}, "same": {"points": POINTS}, "other": {"points": POINTS[:2]}},
    "dimensions": [
        {"id": "trust", "title": "Trust", "about": "On trust.", "min_answered": 0.7, "discuss": ["Why?", "And?"]},
        {"id": "power", "title": "Power", "about": "On power.", "source": "one"},
    ],
    "sections": [
        {
            "id": "first",
            "title": "First",
            "intro": "To begin.",
            "story": ["Once.", "Later."],
            "mode": "alone",
            "items": [
                {
                    "id": "known",
                    "kind": "choice",
                    "ask": "Is it known?",
                    "options": [{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No"}],
                    "places": {"map": {"axis": "x", "at": "start", "as": {"yes": "here"}}, "grid": "y"},
                    "outside": ["law", "money"],
                },
                {
                    "id": "listens",
                    "kind": "rubric",
                    "ask": "Do we listen?",
                    "ask_as": {"staff": "Do you listen?", "citizens": "Do they listen?"},
                    "asked_of": ["staff", "citizens"],
                    "scale": "stage",
                    "descriptors": DESCRIBED,
                    "scores": {"trust": 1, "power": 0.5},
                    "why": "It matters.",
                    "help": "Last week.",
                    "source": "one",
                    "same_since": "0.9.0",
                    "core": True,
                    "reverse": False,
                    "show_if": {"item": "known", "is_one_of": ["yes", "no"]},
                },
            ],
        },
        {
            "id": "second",
            "title": "Second",
            "items": [
                {"id": "explains", "kind": "checklist", "ask": "What?", "options": YES_NO, "scores": {"trust": 1}},
                {"id": "people", "kind": "number", "ask": "How many?", "min": 0, "max": 9, "unit": "people"},
                {"id": "words", "kind": "text", "ask": "What else?", "max_length": 100},
            ],
        },
    ],
    "scoring": {"rule": "rule-table", "tables": {"trust": TABLE, "power": [{"score": 1}]}},
    "readings": [
        {
            "id": name,
            "title": name,
            "about": "About it.",
            "pillars": [
                {"title": "Both", "about": "Of both.", "dimensions": ["trust", "power"]},
                {"title": "None", "about": "Asked elsewhere."},
            ],
            "source": "two",
        }
        for name in ("one", "another")
    ],
    "tensions": [
        {"id": "both", "when": {"not": {"dimension": "trust", "at_most": 2}}, "ask": "Why?"},
        {"id": "neither", "when": {"item": "listens", "is": 2}, "ask": "How?"},
    ],
    "placements": ["map", "grid"],
    "factors": ["law", "money"],
    "canvases": ["one", "two"],
}
OLD = parsed(FULL)
KNOWN_WORDS = {
    "level": ["ecology"],
    "language": ["nl"],
    "mode": ["together"],
    "kind": ["date", "rating"],
    "rule": ["staged"],
    "at": ["now"],
    "scale": ["same", "other"],
    "same_since": ["0.8.0"],
}
"""What can stand in the place of words that not any other may replace, by their key."""


def places(node, path=()):
    """The path of everything in a document."""
    yield path
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, part in inside:
        yield from places(part, (*path, key))


def at(body, path):
    for key in path:
        body = body[key]
    return body


def alternatives(path):
    """What could stand in the place of something; ``GONE`` for nothing."""
    value = at(FULL, path)
    match value:
        case bool():
            others = [not value]
        case int() | float():
            others = [value + 1, value + 1e-9]
        case str():
            others = KNOWN_WORDS.get(path[-1], [f"{value}x", f"{value} too"])
        case list():
            others = [value[::-1], *(value[:gone] + value[gone + 1 :] for gone in range(len(value)))]
        case _:
            others = []
    return [GONE, *others]


def changed(body, path, alternative):
    """A document with something else at a place; None if it is no questionnaire then."""
    body = deepcopy(body)
    try:
        if alternative is GONE:
            del at(body, path[:-1])[path[-1]]
        else:
            at(body, path[:-1])[path[-1]] = alternative
        parsed(body)
    except (InvalidDefinitionError, LookupError, TypeError):  # another change may have taken the place away
        return None
    return body


GONE = object()
PLACES = [path for path in places(FULL) if path and path != ("version",)]


def test_the_questionnaire_that_is_changed_here_says_something_in_every_field():
    seen = {kind: set() for kind in (Questionnaire, Section, Dimension, Rule, Scoring, Pillar, Lens, Tension)}
    seen |= {kind: set() for kind in (Minutes, Item, Choice, Placing, Point, Scale)}

    def look(one):
        if type(one) in seen:
            for field in fields(one):
                value = getattr(one, field.name)
                seen[type(one)] |= {field.name} if value not in (None, "", (), {}) else set()
                look(value)
        for part in one.values() if isinstance(one, dict) else one if isinstance(one, tuple) else ():
            look(part)

    look(OLD)
    assert seen == {kind: {field.name for field in fields(kind)} for kind in seen}


def test_every_single_change_of_a_questionnaire_is_told():
    learnt, untold = set(), []
    for path in PLACES:
        for alternative in alternatives(path):
            body = changed(FULL, path, alternative)
            if body and (new := parsed(body)) != OLD:
                learnt.add(path)
                untold += [] if edits(OLD, new) else [(path, alternative)]
    assert untold == []
    keys = {path for path in PLACES if not isinstance(path[-1], int) and path[0] != "$schema"}
    assert len(learnt & keys) > 0.8 * len(keys)


@given(st.data())
def test_changes_made_together_do_not_hide_one_another(data):
    body = FULL
    for path in data.draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=4, unique=True)):
        body = changed(body, path, data.draw(st.sampled_from(alternatives(path)))) or body
    new = parsed(body)
    assert bool(edits(OLD, new)) is (new != OLD)


def moved(mode, to="second"):
    """The questionnaire with its last item of the first section put before the others of another."""
    first, second = deepcopy(FULL["sections"])
    second |= {"mode": mode, "id": to}
    second["items"].insert(0, first["items"].pop())
    before = deepcopy(FULL)
    before["sections"][1] |= {"mode": mode}
    return parsed(before), parsed({**FULL, "sections": [first, second]})


@pytest.mark.parametrize(
    ("mode", "codes"),
    [("alone", [("item-moved", "patch")]), ("together", [("item-moved", "patch"), ("mode-of-item", "major")])],
)
def test_an_item_in_another_section_is_told_though_the_order_is_the_same(mode, codes):
    found = edits(*moved(mode))
    assert [(one.code, one.needed) for one in found] == codes
    assert {one.subject for one in found} == {"listens"}


def test_a_section_with_another_id_and_another_mode_does_not_hide_that_its_items_are_answered_otherwise():
    new = deepcopy(FULL)
    new["sections"][1] |= {"id": "another", "mode": "together"}
    found = edits(OLD, parsed(new))
    assert {one.subject for one in found if one.code == "mode-of-item"} == {"explains", "people", "words"}


def test_sources_come_and_go():
    new = {**FULL, "sources": {"two": FULL["sources"]["two"], "three": {"citation": "Three (2003)."}}}
    assert [(one.code, one.subject, one.needed) for one in edits(OLD, parsed(new))] == [
        ("source-removed", "one", "patch"),
        ("source-added", "three", "patch"),
    ]


def test_an_item_under_another_id_is_compared_in_all_else():
    new = json.loads(json.dumps(FULL).replace('"explains"', '"tells"'))
    new["sections"][1]["items"][0]["scores"] = {"trust": 2}
    assert [(one.code, one.subject) for one in edits(OLD, parsed(new))] == [
        ("item-renamed", "tells"),
        ("weight", "tells"),
    ]
