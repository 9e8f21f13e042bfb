"""A questionnaire that changes between two workshops: what can be compared is, and what was found stays to the byte."""

import json
from dataclasses import replace

import pytest
from support.builders import document
from support.opened_rooms import reveal
from support.stores import PLAN as A_PLAN

from cosmos_app.content import catalogue
from cosmos_app.outputs import exports
from cosmos_app.outputs.report.room_report import report
from cosmos_app.storage import current
from cosmos_app.workshop import rooms, sites
from models.answers import Response, Value

PLAN = replace(A_PLAN, asked={"small": ()}, smallest_group=3, wave="Spring")
OPTIONS = [{"value": "a", "label": "Alone", "score": 0}, {"value": "b", "label": "Both", "score": 2}]

FIRST = document(
    version="1.0.0",
    dimensions=[{"id": name, "title": name.title(), "min_answered": 0.5} for name in ("trust", "power", "calm")],
    items=[
        {"id": "kept", "scores": {"trust": 1}},
        {"id": "weighed", "scores": {"trust": 1}},
        {"id": "reworded", "scores": {"trust": 1}, "ask": "Who comes?"},
        {"id": "declared", "scores": {"power": 1}, "ask": "Who speaks?"},
        {"id": "options", "kind": "choice", "options": OPTIONS, "scores": {"power": 1}},
        {"id": "named", "scores": {"power": 1}, "ask": "Who is asked?"},
        {"id": "same", "scores": {"calm": 1}, "core": True},
    ],
)

SECOND = document(
    version="2.0.0",
    dimensions=FIRST["dimensions"],
    items=[
        {"id": "kept", "scores": {"trust": 1}},
        {"id": "weighed", "scores": {"trust": 3}},
        {"id": "reworded", "scores": {"trust": 1}, "ask": "Who stays away?"},
        {"id": "declared", "scores": {"power": 1}, "ask": "Who speaks up?", "same_since": "1.0.0"},
        {
            "id": "options",
            "kind": "choice",
            "options": [*OPTIONS, {"value": "c", "label": "None", "score": 4}],
            "scores": {"power": 1},
        },
        {"id": "named_anew", "scores": {"power": 1}, "ask": "Who is asked?"},
        {"id": "same", "scores": {"calm": 1}, "core": True},
    ],
)

BEFORE = {"kept": 1, "weighed": 3, "reworded": 0, "declared": 2, "options": "a", "named": 4, "same": 2}
AFTER = {"kept": 2, "weighed": 4, "reworded": 0, "declared": 3, "options": "c", "named_anew": 0, "same": 2}


@pytest.fixture
def designer(stored, tmp_path, monkeypatch):
    """Writes a version of the questionnaire into a designer's own folder."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("COSMOS_QUESTIONNAIRES", str(folder))

    def write(body):
        (folder / "small.json").write_text(json.dumps(body), encoding="utf-8")
        assert not catalogue.refused()

    return write


def workshop(answers, people=5, **plan):
    """Five people say the same and close; gives the room."""
    store = current.store()
    here = current.store().room(store.draft(replace(PLAN, **plan)))
    rooms.open_room(here)
    for number in range(people):
        person = store.join(here.id, f"token {here.id} {number}")
        for item, value in answers.items():
            store.record(person, "small", item, Response(answer=Value(value)))
    store.step_to(here.id, "frozen")
    reveal(here)
    for phase in ("agreed", "closed"):
        store.step_to(here.id, phase)
    return current.store().room(here.id)


def leaves_behind(room):
    """Everything a workshop hands out, and what the store keeps of it."""
    rooms.forget()
    store = current.store()
    return {
        "kept": store.results(room.id),
        "definition": store.definition(room.definitions["small"]),
        "report": report(room),
        **{suffix: exports.export(room, suffix) for suffix in (".csv", ".json", ".zip")},
    }


@pytest.fixture
def waves(designer):
    designer(FIRST)
    first = workshop(BEFORE)
    was = leaves_behind(first)
    designer(SECOND)
    second = workshop(AFTER, wave="Autumn", previous=first.id)
    return first, was, second


def test_what_the_first_workshop_found_stays_to_the_byte(waves):
    first, was, _ = waves
    assert leaves_behind(first) == was


def test_both_are_scored_anew_on_what_both_asked_with_the_newer_weights(waves):
    _, _, second = waves
    change = sites.change_since_last_time(second, "small")
    trust, power, calm = change.themes

    # trust: kept 1 and weighed 3, by 1 and 3: (1 + 9) / 4 = 2.5 before; (2 + 12) / 4 = 3.5 after.
    assert (trust.before.mean, trust.after.mean, trust.difference) == (2.5, 3.5, 1.0)
    # power: only the question whose new words were declared to mean the same.
    assert (power.before.mean, power.after.mean, power.difference) == (2.0, 3.0, 1.0)
    assert calm.difference == 0.0
    assert change.shared.items == ("kept", "weighed", "declared", "same")
    assert change.shared.dimensions == {"trust": (2, 3), "power": (1, 3), "calm": (1, 1)}


def test_what_could_not_be_compared_is_named_with_its_reason(waves):
    _, _, second = waves
    change = sites.change_since_last_time(second, "small")

    assert change.shared.reworded == ("declared",)
    assert {one.id: one.why for one in change.shared.lost} == {
        "reworded": "wording",
        "options": "choices",
        "named": "renamed",
        "named_anew": "renamed",
    }


def test_the_room_itself_keeps_the_scores_of_its_own_definition(waves):
    first, _, second = waves
    means = [
        {one.dimension.id: one.pooled.mean for one in rooms.profile(room, "small").dimensions}
        for room in (first, second)
    ]
    # To one decimal. trust: (1 + 3 + 0) / 3, then (2 + 3 x 4 + 0) / 5; power: (2 + 0 + 4) / 3, then (3 + 4 + 0) / 3.
    assert means == [
        {"trust": 1.3, "power": 2.0, "calm": 2.0},
        {"trust": 2.8, "power": 2.3, "calm": 2.0},
    ]
