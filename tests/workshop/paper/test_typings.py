"""A typing of a paper asks what the screens ask; two typings differ where a finger slipped."""

import pytest
from support.builders import ROLES, small
from support.paper_forms import ASKED, CODES, FORM, paper_form, typing_of

from cosmos_app.workshop.paper.entries import entry
from cosmos_app.workshop.paper.question_codes import ROLE
from cosmos_app.workshop.paper.typings import Typing, differences, resolve
from models.answers import AnswerSheet, Response
from models.layout import lay_out
from models.progress import Asking, shown_items
from models.silences import Skipped


def test_a_sheet_asks_what_the_screens_ask():
    typed = typing_of(role="b", choice="a")
    said = AnswerSheet({item: one for (_, item), one in typed.responses.items()})
    asking = Asking(depth="full", family="staff")
    assert [one.item for one in typed.asked[1:]] == [*shown_items(lay_out(ASKED), said, asking)]


def test_what_is_not_asked_of_somebody_is_kept_and_told():
    typed, one = typing_of(role="a", choice="b").take("A6 a story all the same")
    assert one.question in typed.unasked
    assert ("small", "text") in typed.responses


def test_what_waits_for_a_question_for_others_is_not_missing_on_paper():
    plan = {"id": "plan", "asked_of": ["staff"]}
    waits = {"id": "far", "scores": {"trust": 1}, "show_if": {"item": "plan", "at_least": 1}}
    form = paper_form(small([plan, waits, {"id": "open", "scores": {"trust": 1}}]))

    def missing(**entries):
        entries = {key if key == ROLE else f"small/{key}": text for key, text in entries.items()}
        return [one.item.id for one in Typing(form=form, roles=ROLES, entries=entries).missing if one.code != ROLE]

    of_role = {text: missing(**{ROLE: text}) for text in form.by_key[ROLE].choices}
    assert ["plan", "open"] in of_role.values()
    assert ["open"] in of_role.values()
    citizen = next(text for text, left in of_role.items() if left == ["open"])
    assert missing(**{ROLE: citizen, "open": "c"}) == []


def test_whoever_did_not_say_their_role_is_asked_everything():
    for role in ("-", "c"):
        typed = typing_of(role=role)
        assert (typed.role, typed.family) == (None, None)
        assert "A4" in [question.code for question in typed.missing]
    assert typing_of(role="b").role == "staff-role"
    assert typing_of(role="b").family == "staff"


def test_the_rest_can_be_left_blank_and_then_nothing_is_missing():
    typed = typing_of(role="b", choice="a").rest_blank()
    assert not typed.missing
    assert typed.entries["small/choice"] == "a"
    assert typed.responses["small", "text"] == Response(answer=Skipped())


def test_two_typings_differ_where_a_finger_slipped_until_each_difference_is_settled():
    first = typing_of(role="a", rubric="b", rating="c", number="12")
    second = typing_of(role="a", rubric="b", rating="d")
    found = differences(first, second)
    assert [one.question.code for one in found] == ["A2", "A5"]
    assert found[1].second is None
    for one in found:
        first, second = resolve(first, second, one.first)
    assert differences(first, second) == ()
    assert second.entries["small/number"] == "12"


@pytest.mark.parametrize(
    ("kind", "first", "second", "differs"),
    [
        ("text", "It went well.", "it  went well", False),
        ("text", "It went well", "It went so well", True),
        ("actors", "Nurses; parents", "nurses; Parents.", False),
        ("text", "x: Not here.", "x: not here", False),
        ("text", "x", "-", True),
        ("date", "2026-03-31", "2026-03-30", True),
        ("rubric", "b: They asked me", "c: They asked me", True),
    ],
)
def test_free_words_differ_only_in_their_words(kind, first, second, differs):
    found = differences(*(typing_of(**{kind: entry(FORM.by_code[CODES[kind]], said).text}) for said in (first, second)))
    assert bool(found) is differs
