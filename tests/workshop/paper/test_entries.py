"""The language of entries: what can be typed for an answer, and what is said of a line that is none."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import ROLES
from support.paper_forms import CODES, FORM, typing_of

from cosmos_app.web.response_form import apart, revised
from cosmos_app.workshop.paper.entries import MisreadError, entry, read
from cosmos_app.workshop.paper.question_codes import ROLE
from cosmos_app.workshop.paper.typings import Typing
from models.answers import Response, Value
from models.items import KINDS
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped


@pytest.mark.parametrize(
    ("line", "item", "text", "response"),
    [
        ("A1 c", "rubric", "c", Response(answer=Value(2))),
        ("a1c", "rubric", "c", Response(answer=Value(2))),
        (" A1:  C ", "rubric", "c", Response(answer=Value(2))),
        (
            "A2 e: They asked: twice",
            "rating",
            "e: They asked: twice",
            Response(answer=Value(4), why="They asked: twice"),
        ),
        ("A3 b", "choice", "b", Response(answer=Value("car"))),
        ("A4 ca", "checklist", "ac", Response(answer=Value(("bus", "foot")))),
        ("A4 c, a, c", "checklist", "ac", Response(answer=Value(("bus", "foot")))),
        ("A5 12", "number", "12", Response(answer=Value(12))),
        ("A5 0.30000000000000004", "number", "0.30000000000000004", Response(answer=Value(0.1 + 0.2))),
        ("A5 2,5: half of us", "number", "2.5: half of us", Response(answer=Value(2.5), why="half of us")),
        ("A6 It went well: mostly.", "text", "It went well: mostly.", Response(answer=Value("It went well: mostly."))),
        ("A7 2026-03-31", "date", "2026-03-31", Response(answer=Value("2026-03-31"))),
        ("A8 a", "experience", "a", Response(answer=Value(-2))),
        ("A9 the nurses", "actor", "the nurses", Response(answer=Value("the nurses"))),
        ("A10 nurses; parents;", "actors", "nurses; parents", Response(answer=Value(("nurses", "parents")))),
        ("A11 https://a.org", "links", "https://a.org", Response(answer=Value(("https://a.org",)))),
        ("A1 ?", "rubric", "?", Response(answer=DontKnow())),
        ("A1 ?: new here", "rubric", "?: new here", Response(answer=DontKnow(), why="new here")),
        ("A1 X", "rubric", "x", Response(answer=NotApplicable())),
        ("A6 x: no story", "text", "x: no story", Response(answer=NotApplicable("no story"))),
        ("A5 o : the law", "number", "o: the law", Response(answer=OutsideOurControl("the law"))),
        ("A1 -", "rubric", "-", Response(answer=Skipped())),
        ("A1 –", "rubric", "-", Response(answer=Skipped())),
        ("role b", ROLE, "b", Response(answer=Value("staff-role"))),
        ("ROLE -", ROLE, "-", Response(answer=Skipped())),
    ],
)
def test_a_line_is_understood(line, item, text, response):
    found = read(line, FORM, None)
    assert (found.question.item.id, found.text, found.response) == (item, text, response)
    assert read(f"{found.question.code} {found.text}", FORM, None) == found, "its short form says the same"


@pytest.mark.parametrize(
    ("line", "wrong", "mend"),
    [
        ("A1 f", 'A1 has no answer "f".', "Type one of a, b, c, d, e"),
        ("A1 ab", "A1 takes one answer, and you typed 2.", "type - for a blank"),
        ("A4 ad", 'A4 has no answer "d".', "Type all that are ticked, of a, b, c"),
        ("A4 : why", 'A4 has no answer "w".', "Type all that are ticked"),
        ("A1", "A1 stands here without an answer.", "A1 a"),
        ("Z9 a", "There is no question Z9 on this form.", "a letter and a number"),
        ("A5 many", 'A5: "many" is not a number.', "A5 12"),
        ("A5 100", 'A5: "100" is above 99.', "A5 12"),
        ("A5 nan", 'A5: "nan" is not a number.', "A5 12"),
        ("A7 31.3.2026", 'A7: "31.3.2026" is not a date such as 2026-03-31.', "A7 2026-03-31"),
        ("A11 example.org", "A11: Only addresses that start with http:// or https:// are kept.", "https://"),
        ("A10 ;", "A10: The list is empty.", "nurses; parents"),
        ("A9 " + "n" * 200, "A9: The text has 200 characters; at most 120 are kept.", "the nurses"),
        ("A1 a: " + "w" * 2001, "A1: the reason has 2001 characters; at most 2000 are kept.", "Shorten it."),
        ("A1 x: " + "w" * 2001, "A1: The note is longer than 2000 characters.", "Type one of"),
        ("role x", 'role has no answer "x".', "if nothing is ticked"),
        ("role a: my name is", "Who somebody is takes no reason.", "Type one of a, b, c"),
        ("b", "Everything on this sheet is typed in", "A1 b"),
    ],
)
def test_a_line_that_is_not_understood_says_what_to_type(line, wrong, mend):
    with pytest.raises(MisreadError) as error:
        read(line, FORM, None)
    assert error.value.wrong.startswith(wrong)
    assert mend in error.value.mend


def test_a_line_without_a_code_answers_what_comes_next():
    typed = Typing(form=FORM, roles=ROLES, entries={})
    for line in ("b", "c", "a: so", "b", "ab", "12", "2026-03-31", "e", "staff", "a; b", "https://a.org"):
        typed, _ = typed.take(line)
    assert [*typed.entries.values()] == [
        "b",
        "c",
        "a: so",
        "b",
        "ab",
        "12",
        "2026-03-31",
        "e",
        "staff",
        "a; b",
        "https://a.org",
    ]
    assert not typed.missing
    assert typed.following is None


def test_what_comes_next_follows_what_was_reached_and_a_correction_does_not_lead_back():
    typed = typing_of(role="a")
    typed, _ = typed.take("A3 b")
    assert typed.following.code == "A5", "A4 is not asked of citizens"
    typed, _ = typed.take("A5 3")
    typed, _ = typed.take("A3 c")
    assert typed.following.code == "A7", "A6 is hidden by the answer to A3"
    for line in ("-", "-", "-", "-", "-"):
        typed, _ = typed.take(line)
    assert [question.code for question in typed.missing] == ["A1", "A2"]
    assert typed.following.code == "A1"


def test_own_words_may_begin_like_a_code_that_no_question_has():
    typed = typing_of(role="b", rubric="a", rating="a", choice="a", checklist="a", number="1")
    assert typed.following.code == "A6"
    after, one = typed.take("B12 was the bus we took")
    assert one.text == "B12 was the bus we took"
    assert after.entries["small/text"] == "B12 was the bus we took"


@given(st.data())
def test_no_line_breaks_the_language_and_what_is_understood_reads_the_same_again(data):
    question = data.draw(st.sampled_from(FORM.questions))
    said = data.draw(st.text(max_size=30) | st.text("abcdex?o-:;, 0123456789", max_size=12))
    with suppress(MisreadError):
        found = read(f"{question.code} {said}", FORM, None)
        assert entry(found.question, found.text) == found


PRESSED = {
    "rubric": ({"choice": "value:2"}, "c"),
    "rating": ({"choice": "value:4", "why": "so"}, "e: so"),
    "choice": ({"choice": "value:car"}, "b"),
    "checklist": ({"tick-bus": True, "tick-foot": True}, "ac"),
    "number": ({"open": 12.0}, "12"),
    "text": ({"open": " It went well "}, "It went well"),
    "date": ({"open": "2026-03-31"}, "2026-03-31"),
    "experience": ({"choice": "value:-2"}, "a"),
    "actor": ({"open": "the nurses"}, "the nurses"),
    "actors": ({"open": "nurses\nparents\n"}, "nurses; parents"),
    "links": ({"open": "https://a.org\nhttps://b.org"}, "https://a.org; https://b.org"),
}
SILENT_PRESSED = {
    "?": {"choice": "dont_know"},
    "x: no": {"choice": "not_applicable", "note-not_applicable": "no"},
    "o: law": {"choice": "outside_our_control", "note-outside_our_control": "law"},
    "-": {"choice": "skipped"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_typed_is_what_the_screen_would_have_kept(kind):
    question = FORM.by_code[CODES[kind]]
    assert question.item.kind == kind
    pressed, typed = PRESSED[kind]
    for text, parts in ({typed: pressed} | SILENT_PRESSED).items():
        kept = revised(question.item, None, {**apart(question.item, None), **parts})
        assert entry(question, text).response == kept
