"""What widgets hold becomes a response and comes back from one, for every kind of item."""

import pytest
from support.builders import small

from cosmos_app.web.response_form import answer_in, apart, displaced, faults, revised
from models.answers import Evidence, Response, Value
from models.items import KINDS
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped

OPTIONS = [{"value": "tea"}, {"value": "rain"}]
VALUES = {
    "rubric": 3,
    "rating": 0,
    "choice": "rain",
    "checklist": ("tea", "rain"),
    "number": 2.5,
    "text": "Tea,\nand rain",
    "date": "2026-05-31",
    "experience": -2,
    "actor": "A neighbour",
    "actors": ("A neighbour", "The office"),
    "links": ("https://example.org/a", "https://example.org/b"),
}
SILENCES = (DontKnow(), NotApplicable("not here"), OutsideOurControl("the law"), Skipped())


def item_of(kind):
    more = {"rubric": {"descriptors": ["a", "b", "c", "d", "e"]}}.get(kind, {})
    if KINDS[kind].choices == "options":
        more = {"options": OPTIONS}
    return small([{"id": "one", "kind": kind, **more}]).items[0]


def test_there_is_an_example_of_every_kind():
    assert set(VALUES) == set(KINDS)


@pytest.mark.parametrize("kind", VALUES)
def test_a_response_nobody_touches_comes_back_as_it_was(kind):
    item = item_of(kind)
    for answer in (Value(VALUES[kind]), *SILENCES):
        kept = Response(
            answer=answer,
            why="I was there",
            known_by="seen",
            evidence=Evidence(link="https://example.org", date="2026-05-31", note="Minutes"),
        )
        assert revised(item, kept, {}) == kept
        assert faults(item, apart(item, kept)) == []
    assert revised(item, None, {}) is None


@pytest.mark.parametrize("kind", VALUES)
def test_a_silence_takes_the_place_of_a_value_and_the_other_way_round(kind):
    item = item_of(kind)
    value = Response(answer=Value(VALUES[kind]), why="so")
    silent = revised(item, value, {"choice": "dont_know"})
    assert silent == Response(answer=DontKnow(), why="so")
    part = next(name for name, held in apart(item, value).items() if held and name != "why")
    spoken = revised(item, silent, {part: apart(item, value)[part]})
    assert isinstance(spoken.answer, Value)
    if part != "choice":
        assert displaced(item, {part: "anything"}) == {"choice": None}


def test_a_change_leaves_alone_what_another_window_wrote():
    item = item_of("rating")
    elsewhere = Response(answer=Value(1), why="written on the other screen")
    assert revised(item, elsewhere, {"choice": "value:4"}) == Response(answer=Value(4), why=elsewhere.why)


def test_what_can_t_be_kept_is_said_and_what_was_kept_stands():
    item = item_of("date")
    kept = Response(answer=Value("2026-05-31"), evidence=Evidence(link="https://example.org"))
    wrong = {"open": "in spring"}
    assert revised(item, kept, wrong) == kept
    (fault,) = faults(item, {**apart(item, kept), **wrong})
    assert fault.endswith("It is not kept yet.")
    assert revised(item, kept, {"evidence-link": "javascript:alert(1)", "why": "new"}).evidence == kept.evidence
    assert revised(item, kept, {"evidence-link": "javascript:alert(1)", "why": "new"}).why == "new"


def test_an_emptied_field_is_no_answer():
    for kind in ("text", "actors", "number", "checklist"):
        item = item_of(kind)
        kept = Response(answer=Value(VALUES[kind]))
        empty = {part: start for part, start in apart(item, None).items() if part in apart(item, kept)}
        assert answer_in(item, empty) is None
        assert revised(item, kept, empty) is None
