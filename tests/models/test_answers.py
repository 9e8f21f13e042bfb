"""What each kind of item takes as an answer, and how a sheet keeps it."""

import pytest
from support.builders import small

from cosmos_app.texts.problems.answers import answer_fault
from models.answers import (
    KNOWN_BY,
    LONGEST_NOTE,
    VALID,
    AnswerSheet,
    Evidence,
    Response,
    Value,
    code_of,
    fault_of,
    link_fault,
)
from models.items import KINDS
from models.silences import BY_CODE, SILENCES, DontKnow, NotApplicable, OutsideOurControl, Skipped

ITEMS = small(
    [
        {"id": "rubric", "kind": "rubric", "descriptors": list("abcde"), "scores": {"trust": 1}},
        {"id": "rating", "scores": {"trust": 1}},
        {"id": "choice", "kind": "choice", "options": [{"value": "yes"}, {"value": "no"}]},
        {"id": "checklist", "kind": "checklist", "options": [{"value": "bus"}, {"value": "car"}]},
        {"id": "number", "kind": "number", "min": 0, "max": 10.5},
        {"id": "text", "kind": "text", "max_length": 20},
        {"id": "date", "kind": "date"},
        {"id": "experience", "kind": "experience"},
        {"id": "actor", "kind": "actor"},
        {"id": "actors", "kind": "actors"},
        {"id": "links", "kind": "links"},
    ]
).by_id

TAKEN = {
    "rubric": [0, 4, 2.0],
    "rating": [0, 3],
    "choice": ["yes", "no"],
    "checklist": [("bus",), ("car", "bus")],
    "number": [0, 10.5, 3, 2.25],
    "text": ["A small story.", "x" * 20, "  x "],
    "date": ["2026-02-28", "2024-02-29"],
    "experience": [-2, 0, 2],
    "actor": ["the night team", "x" * 120],
    "actors": [("a",), tuple("abcdefgh")],
    "links": [("https://example.org/a?b=c",), ("http://example.org",)],
}

REFUSED = {
    "rubric": [5, -1, 2.5, "2", True, None],
    "rating": [5, "low", (1,)],
    "choice": ["maybe", "", 1, "Yes"],
    "checklist": [(), "bus", ("bus", "tram"), ("bus", "bus"), ["bus"]],
    "number": [-0.1, 10.6, float("nan"), float("inf"), True, "3", None],
    "text": ["", "   ", "x" * 21, 3],
    "date": ["2026-02-29", "28.2.2026", "20260228", "2026-W09-6", "", 20260228, None],
    "experience": [3, 0.5, True, "1"],
    "actor": ["", "x" * 121],
    "actors": [(), ("",), tuple("abcdefghi"), "a"],
    "links": [("javascript:alert(1)",), ("example.org",), ("http://[",), (3,), (), ("https://x.org/" + "a" * 2000,)],
}


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, taken in TAKEN.items() for value in taken])
def test_a_kind_takes(kind, value):
    assert fault_of(ITEMS[kind], Value(value)) is None


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, refused in REFUSED.items() for value in refused])
def test_a_kind_refuses(kind, value):
    assert answer_fault(fault_of(ITEMS[kind], Value(value))).endswith((".", "kept."))


def test_every_kind_is_tried_above():
    assert set(TAKEN) == set(REFUSED) == set(VALID) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("silence", [DontKnow(), NotApplicable(), OutsideOurControl(), Skipped()])
def test_every_kind_takes_every_silence(kind, silence):
    assert fault_of(ITEMS[kind], silence) is None


def test_a_note_has_an_end():
    assert fault_of(ITEMS["text"], NotApplicable("x" * LONGEST_NOTE)) is None
    assert "longer" in answer_fault(fault_of(ITEMS["text"], NotApplicable("x" * (LONGEST_NOTE + 1))))
    assert "longer" in answer_fault(fault_of(ITEMS["text"], OutsideOurControl("x" * (LONGEST_NOTE + 1))))


def test_a_fault_does_not_repeat_a_whole_novel():
    assert len(answer_fault(fault_of(ITEMS["choice"], Value("x" * 10_000)))) < 120


@pytest.mark.parametrize("link", ["https://example.org", "http://localhost:8501/x"])
def test_addresses_of_the_web_are_kept(link):
    assert link_fault(link) is None


def test_codes_in_files_lead_back_to_their_answers():
    assert {code_of(silence.answer()): silence for silence in SILENCES.values()} == BY_CODE
    assert code_of(Skipped()) == ""
    assert code_of(Value(0)) is None


def test_recording_gives_a_new_sheet_and_keeps_what_stood_beside():
    empty = AnswerSheet()
    first = empty.record("rating", Response(answer=Value(1), why="It was so.", known_by=KNOWN_BY[0]))
    second = first.record("rating", Value(3))
    assert empty.is_open("rating")
    assert first.answer("rating") == Value(1)
    assert second.response("rating") == Response(answer=Value(3), why="It was so.", known_by="seen")
    assert (
        second.record("rating", Response(answer=DontKnow(), evidence=Evidence(note="n"))).response("rating").why == ""
    )


def test_passing_over_is_not_the_same_as_not_having_come_there():
    sheet = AnswerSheet().record("rating", Skipped())
    assert sheet.answer("rating") == sheet.answer("choice") == Skipped()
    assert not sheet.is_open("rating")
    assert sheet.is_open("choice")
