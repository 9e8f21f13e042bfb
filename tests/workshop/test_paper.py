"""The form on paper holds all that the screens ask, and what is typed from it counts like what was pressed."""

import io
import re
from contextlib import suppress
from dataclasses import replace
from functools import cache
from itertools import product

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest
from support.builders import ROLES, document, parsed, small
from support.refusals import refused
from support.room_builders import PLAN, SAYS, SILENT, got, two_worlds
from support.room_screens import drawn

from cosmos_app.cli import main
from cosmos_app.content import catalogue
from cosmos_app.storage import current
from cosmos_app.storage.snapshots import snapshot_of
from cosmos_app.texts.conditions import only_if
from cosmos_app.texts.paper import ONLY_ON_A_PHONE
from cosmos_app.texts.room.promise import TRY_OUT, WHO_SEES
from cosmos_app.web.response_form import apart, revised
from cosmos_app.workshop import rooms
from cosmos_app.workshop.paper import desk
from cosmos_app.workshop.paper.codes import LETTERS, ROLE, Part, printed
from cosmos_app.workshop.paper.entries import MisreadError, entry, read
from cosmos_app.workshop.paper.form import paper_form
from cosmos_app.workshop.paper.sheets import Sheet, differences, settle
from models.answers import AnswerSheet, Response, Value
from models.conditions import All, AnyOf, ItemIs, Not
from models.items import KINDS, Choice
from models.layout import lay_out
from models.plan import Promise
from models.progress import Asking, shown_items
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped
from models.workshop import NotAllowedError

TRIED = {name: line() for name, line in TRY_OUT.items()}
PROMISE = Promise(**TRIED)
OPTIONS = [{"value": name, "label": f"The {name} one"} for name in ("bus", "car", "foot")]
EVERY_KIND = [
    {"id": "rubric", "kind": "rubric", "core": True, "descriptors": [f"Seen {n} times" for n in range(5)]},
    {"id": "rating", "kind": "rating", "core": True},
    {"id": "choice", "kind": "choice", "options": OPTIONS, "ask_as": {"citizens": "And you?"}},
    {"id": "checklist", "kind": "checklist", "options": OPTIONS, "asked_of": ["staff"]},
    {"id": "number", "kind": "number", "min": 0, "max": 99, "unit": "people"},
    {"id": "text", "kind": "text", "show_if": {"item": "choice", "is": "bus"}},
    {"id": "date", "kind": "date"},
    {"id": "experience", "kind": "experience"},
    {"id": "actor", "kind": "actor"},
    {"id": "actors", "kind": "actors"},
    {"id": "links", "kind": "links"},
]
ASKED = small(EVERY_KIND, dimensions=[{"id": "trust", "title": "Trust"}])
CODES = {item["id"]: f"A{place}" for place, item in enumerate(EVERY_KIND, start=1)}


def of(*questionnaires, depth="full", roles=ROLES):
    parts = [Part(layout=lay_out(one), digest=f"{place}f" * 32) for place, one in enumerate(questionnaires)]
    return printed(parts, depth, roles)


FORM = of(ASKED)


def sheet(**entries):
    """A sheet of the small form with these entries, by item id."""
    keys = {ROLE: ROLE} | {name: f"small/{name}" for name in CODES}
    return Sheet(form=FORM, roles=ROLES, entries={keys[name]: text for name, text in entries.items()})


def pages(body):
    """The text of each page, with single spaces."""
    with pypdfium2.PdfDocument(body) as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def letters(body):
    """Every letter that is printed: its page, its size in points, and its box from the left and from below."""
    with pypdfium2.PdfDocument(body) as pdf:
        for number, page in enumerate(pdf):
            text = page.get_textpage()
            for place in range(text.count_chars()):
                if text.get_text_range(place, 1).strip():
                    yield number, pypdfium2.raw.FPDFText_GetFontSize(text, place), text.get_charbox(place)


@cache
def shipped(name, depth="full", large=False):
    every, roles = {**catalogue.offered(), **catalogue.practice()}, catalogue.catalogues().roles
    offer = every[name]
    part = Part(layout=lay_out(offer.questionnaire), digest=snapshot_of(offer.document).hash)
    form = printed([part], depth, roles)
    return form, paper_form(form, roles, PROMISE, code="Home visits", large=large)


SHIPPED = ("project", "ecology", "platform", "maps", "demo", "practice-project")
A4 = (595, 842)
"""Points, left to right and up."""


# --- the form ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_every_question_and_every_answer_is_printed_on_one_page(name):
    form, body = shipped(name)
    texts = pages(body)
    for question in form.questions[1:]:
        [page] = [text for text in texts if f"{question.code} {question.item.ask}" in text]
        rest = page[page.index(f"{question.code} {question.item.ask}") :]
        for mark, choice in question.choices.items():
            assert f"{mark} {choice.label}" in rest, question.code


def test_the_promise_and_where_the_form_goes_come_before_the_first_question():
    form, body = shipped("project")
    text = " ".join(pages(body))
    assert text.index(TRIED["asked_by"]) < text.index("before the round is closed") < text.index("A1 ")
    assert form.parts[0].mark in text


def test_each_page_carries_the_definition_a_place_for_the_number_and_its_own_number():
    form, body = shipped("project")
    texts = pages(body)
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in text
        assert "Sheet no." in text
        assert "Home visits" in text
        assert number == 1 or f"version {form.parts[0].questionnaire.version} · {form.parts[0].mark}" in text


def test_names_of_stages_stay_hidden():
    form, body = shipped("project")
    text = " ".join(pages(body))
    stages = [point.label for scale in form.parts[0].questionnaire.scales.values() for point in scale.points]
    assert len(stages) == 5
    assert not [stage for stage in stages if re.search(rf"\b{stage}\b", text)]


def test_the_pdf_is_tagged_and_says_what_it_is():
    form, body = shipped("project")
    with pikepdf.open(io.BytesIO(body)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo["/Title"]) == "Our project"
        kinds = [str(one.get("/S")) for one in _elements(pdf.Root.StructTreeRoot)]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H4") == len(form.questions), "one heading for each question"
    choices = sum(len(question.choices) for question in form.questions)
    assert kinds.count("/LI") >= choices


def _elements(node):
    children = node.get("/K", [])
    for one in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            yield from _elements(one)


@pytest.mark.parametrize(("name", "large"), [*product(("project", "maps"), (False, True)), ("practice-project", True)])
def test_nothing_lies_beyond_the_margins(name, large):
    edge = 40
    _, body = shipped(name, large=large)
    beyond = [
        box
        for _, _, box in letters(body)
        if box[0] < edge or box[1] < edge / 2 or box[2] > A4[0] - edge or box[3] > A4[1] - edge / 2
    ]
    assert not beyond


@pytest.mark.parametrize("name", ["project", "maps"])
def test_large_print_is_large(name):
    _, body = shipped(name, large=True)
    head_and_foot = 80
    sizes = {round(size, 1) for _, size, box in letters(body) if head_and_foot < box[1] < A4[1] - head_and_foot}
    assert min(sizes) >= 18
    assert min(round(size, 1) for _, size, _ in letters(body)) >= 14


def test_a_question_longer_than_a_page_goes_on_on_the_next():
    long = [{"value": f"v{n}", "label": f"Number {n}: " + "a long way to say a short thing " * 5} for n in range(40)]
    form = of(small([{"id": "q", "kind": "checklist", "options": long}]))
    body = paper_form(form, ROLES, PROMISE, large=True)
    text = " ".join(pages(body))
    assert all(f"Number {n}: a long way" in text for n in range(40))
    assert all(box[1] > 20 for _, _, box in letters(body))


def test_what_a_questionnaire_says_is_never_a_command():
    nasty = '#panic("no") $x$ *bold* _soft_ @ref <label> [box] \\ ~ = // {words}'
    form = of(small([{"id": "q", "ask": nasty}], title=nasty, summary=nasty))
    assert f"A1 {nasty}" in " ".join(pages(paper_form(form, ROLES, PROMISE, title=nasty, code=nasty)))


def test_for_whom_and_when_a_question_is_asked_is_said():
    text = " ".join(pages(paper_form(FORM, ROLES, PROMISE)))
    assert "Only for people of this group: Staff. If you ticked “Rather not say” above, answer it too." in text
    assert "Only if you ticked a in A3." in text
    assert "Citizens: And you?" in text


def test_how_a_question_is_answered_is_said_once():
    items = [
        {"id": "story", "kind": "text", "help": "Please don't name anyone. A line will do."},
        {"id": "age", "kind": "number", "min": 0, "max": 80},
        {"id": "years", "kind": "number", "min": 1},
        {"id": "visits", "kind": "number", "max": 2.5},
        {"id": "any", "kind": "number"},
    ]
    text = " ".join(pages(paper_form(of(small(items)), ROLES, PROMISE)))
    assert text.count("Please don't name anyone.") == 1
    for told in ("From 0 to 80.", "1 or more.", "2.5 at most."):
        assert text.count(f"Write a number. {told}") == 1
    assert text.count("Write a number.") == 4


def test_a_form_promises_no_choice_that_it_does_not_offer():
    assert all(WHO_SEES().count(words) == 1 for words in ONLY_ON_A_PHONE)
    for promise in (None, PROMISE, replace(PROMISE, who_sees=f"{WHO_SEES()} And notes.")):
        text = " ".join(pages(paper_form(FORM, ROLES, promise)))
        assert "Groups that are too small are not shown. The reasons you write" in text
        assert "last time as well" not in text
        assert "The owner of the computer could" in text


def test_the_code_of_the_role_is_printed():
    assert f"{ROLE} Who are you to the service?" in " ".join(pages(paper_form(FORM, ROLES, PROMISE)))


def test_a_form_of_nobodys_workshop_leaves_room_for_its_promise():
    text = " ".join(pages(paper_form(FORM, ROLES, None)))
    assert "Who asked for this?" in text
    assert "the app shows three things only" in text, "what is always true is there"


def test_a_code_means_the_same_question_in_the_short_form():
    short, full = (of(ASKED, depth=depth) for depth in ("short", "full"))
    assert [question.code for question in short.questions] == [ROLE, "A1", "A2"]
    assert all(full.by_code[code] == question for code, question in short.by_code.items())
    assert "Some numbers are missing on purpose" in " ".join(pages(paper_form(of(ASKED, depth="short"), ROLES, None)))


def test_letters_go_on_through_all_questionnaires_of_a_room():
    other = parsed(document(id="other", items=[{"id": "rating"}]))
    form = of(ASKED, other)
    assert form.by_code["B1"].key == "other/rating"
    assert form.by_code["A2"].key == "small/rating"


def test_no_answer_has_the_letter_of_a_silence():
    assert not set("xo?-") & set(LETTERS)
    many = of(small([{"id": "q", "kind": "checklist", "options": [{"value": f"v{n}"} for n in range(30)]}]))
    assert list(many.by_code["A1"].choices)[-1] == "30", "more answers than letters have numbers"
    assert entry(many.by_code["A1"], "30 2").text == "2 30"


CHOICES = {mark: Choice(value=value, label="-") for mark, value in zip("abc", ("bus", "car", "foot"), strict=True)}
STEPS = {mark: Choice(value=value, label="-") for value, mark in enumerate("abcde")}
NAMED = {"how": ("A1", CHOICES), "often": ("B2", STEPS), "many": ("C3", {})}


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (ItemIs("how", "is", "car"), "you ticked b in A1"),
        (ItemIs("how", "is_one_of", ("car", "foot")), "you ticked b or c in A1"),
        (ItemIs("how", "includes", "foot"), "you ticked c in A1"),
        (ItemIs("often", "at_least", 2), "you ticked c, d or e in B2"),
        (ItemIs("often", "at_most", 1), "you ticked a or b in B2"),
        (ItemIs("many", "at_least", 3), "your number in C3 is 3 or more"),
        (ItemIs("many", "at_most", 2.5), "your number in C3 is 2.5 or less"),
        (ItemIs("many", "is", 7), "your number in C3 is 7"),
        (ItemIs("many", "is_one_of", (7, 8)), "your number in C3 is 7 or 8"),
        (ItemIs("how", "answered", True), "you answered A1"),
        (ItemIs("how", "answered", False), "you gave no answer in A1"),
        (ItemIs("how", "not_given", ("DK", "OUT")), "you ticked ? or o in A1"),
        (Not(ItemIs("how", "is", "car")), "you ticked a or c in A1"),
        (Not(ItemIs("how", "includes", "car")), "you ticked something in A1, but not b"),
        (Not(ItemIs("how", "answered", True)), "you gave no answer in A1"),
        (Not(ItemIs("many", "is", 7)), "this is not so: your number in C3 is 7"),
        (
            All((ItemIs("how", "is", "bus"), AnyOf((ItemIs("often", "is", 0), ItemIs("many", "is", 1))))),
            "you ticked a in A1 and (you ticked a in B2 or your number in C3 is 1)",
        ),
        (
            Not(All((ItemIs("how", "is", "bus"), ItemIs("many", "is", 1)))),
            "this is not so: (you ticked a in A1 and your number in C3 is 1)",
        ),
    ],
)
def test_a_condition_is_said_in_words(condition, told):
    assert only_if(condition, NAMED.__getitem__) == f"Only if {told}."


# --- the language of entries ------------------------------------------------------------------------------------------


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
    typed = Sheet(form=FORM, roles=ROLES, entries={})
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
    typed = sheet(role="a")
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
    typed = sheet(role="b", rubric="a", rating="a", choice="a", checklist="a", number="1")
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
    "?": {"choice": "dont-know"},
    "x: no": {"choice": "not-applicable", "note-not-applicable": "no"},
    "o: law": {"choice": "outside", "note-outside": "law"},
    "-": {"choice": "skip"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_typed_is_what_the_screen_would_have_kept(kind):
    question = FORM.by_code[CODES[kind]]
    assert question.item.kind == kind
    pressed, typed = PRESSED[kind]
    for text, parts in ({typed: pressed} | SILENT_PRESSED).items():
        kept = revised(question.item, None, {**apart(question.item, None), **parts})
        assert entry(question, text).response == kept


# --- sheets -----------------------------------------------------------------------------------------------------------


def test_a_sheet_asks_what_the_screens_ask():
    typed = sheet(role="b", choice="a")
    said = AnswerSheet({item: one for (_, item), one in typed.responses.items()})
    asking = Asking(depth="full", family="staff")
    assert [one.item for one in typed.asked[1:]] == [*shown_items(lay_out(ASKED), said, asking)]


def test_what_is_not_asked_of_somebody_is_kept_and_told():
    typed, one = sheet(role="a", choice="b").take("A6 a story all the same")
    assert one.question in typed.unasked
    assert ("small", "text") in typed.responses


def test_whoever_did_not_say_their_role_is_asked_everything():
    for role in ("-", "c"):
        typed = sheet(role=role)
        assert (typed.role, typed.family) == (None, None)
        assert "A4" in [question.code for question in typed.missing]
    assert sheet(role="b").role == "staff-role"
    assert sheet(role="b").family == "staff"


def test_the_rest_can_be_left_blank_and_then_nothing_is_missing():
    typed = sheet(role="b", choice="a").rest_blank()
    assert not typed.missing
    assert typed.entries["small/choice"] == "a"
    assert typed.responses["small", "text"] == Response(answer=Skipped())


def test_two_typings_differ_where_a_finger_slipped_until_each_difference_is_settled():
    first = sheet(role="a", rubric="b", rating="c", number="12")
    second = sheet(role="a", rubric="b", rating="d")
    found = differences(first, second)
    assert [one.question.code for one in found] == ["A2", "A5"]
    assert found[1].second is None
    for one in found:
        first, second = settle(first, second, one.first)
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
    found = differences(*(sheet(**{kind: entry(FORM.by_code[CODES[kind]], said).text}) for said in (first, second)))
    assert bool(found) is differs


# --- in a room --------------------------------------------------------------------------------------------------------

ANSWERS = tuple(
    dict(zip(SAYS, row, strict=True)) for row in zip(*(list(some) * 3 for some in SAYS.values()), strict=False)
)
WHO = ("uses-the-service", "volunteer", None, "uses-the-service", "volunteer", "uses-the-service")


def typed_as(form, answer, item):
    """What a typist writes for an answer."""
    question = form.by_key[f"small/{item}"]
    match answer:
        case Value(tuple(several)):
            return "".join(question.mark_of(one) for one in several)
        case Value(value):
            return question.mark_of(value) or value
        case NotApplicable(note):
            return f"x: {note}"
        case OutsideOurControl(note):
            return f"o: {note}"
        case DontKnow():
            return "?"
        case _:
            return "-"


def on_phones(world):
    for number, (role, said) in enumerate(zip(WHO, ANSWERS, strict=False)):
        world.join(role)
        for place, (item, answer) in enumerate(said.items()):
            world.say(number, item, Response(answer=answer if place != number else SILENT[number % 4]))
        world.finish(number)


def on_paper(world):
    form = desk.form_of(world.now)
    roles = form.by_key[ROLE]
    for number, (role, said) in enumerate(zip(WHO, ANSWERS, strict=False)):
        name = desk.begin(world.now, str(number))
        one = desk.paper(world.now, name)
        typed, _ = desk.sheet(world.now, one, "first").take(f"role {roles.mark_of(role) or '-'}")
        for place, (item, answer) in enumerate(said.items()):
            text = typed_as(form, answer if place != number else SILENT[number % 4], item)
            typed, _ = typed.take(f"{form.by_key[f'small/{item}'].code} {text}")
        desk.keep(one, {"first": typed})
        desk.count(world.now, desk.paper(world.now, name))


def test_a_room_on_paper_is_told_what_a_room_on_phones_is_told(tmp_path):
    def play(world, side):
        (on_phones, on_paper)[side](world)
        before = rooms.counts(world.now)
        world.go("frozen", "revealed", "agreed")
        here = world.now
        return before, got(lambda: rooms.revealed(here, "small")), got(lambda: rooms.profile(here, "small"))

    with two_worlds(tmp_path) as worlds:
        (phones, _), (paper, _) = worlds.both(play)
    assert phones == paper
    assert phones[0].joined == phones[0].finished == len(WHO)
    assert "refused" not in f"{phones}"


@pytest.fixture
def alone(tmp_path):
    """Plays in a room of its own."""
    with two_worlds(tmp_path) as worlds:
        yield worlds.one


def sheet_in(world, label="1", lines=("role a",)):
    one = desk.paper(world.now, desk.begin(world.now, label))
    typed = desk.sheet(world.now, one, "first")
    for line in lines:
        typed, _ = typed.take(line)
    desk.keep(one, {"first": typed})
    return desk.paper(world.now, one.id)


def test_a_sheet_counts_only_when_it_is_complete_and_its_typings_agree(alone):
    def play(world, _side):
        one = sheet_in(world)
        with refused(NotAllowedError, match="Something is missing"):
            desk.count(world.now, one)
        first = desk.sheet(world.now, one, "first").rest_blank()
        desk.keep(one, {"first": first})
        desk.keep(one, {"second": first.put("small/q1", "b")})
        one = desk.paper(world.now, one.id)
        assert [difference.question.code for difference in desk.unsettled(world.now, one)] == ["A1"]
        with refused(NotAllowedError, match="Settle the differences"):
            desk.count(world.now, one)
        desk.keep(one, {"second": first})
        desk.count(world.now, desk.paper(world.now, one.id))
        return rooms.counts(world.now).joined, current.store().papers(world.id)

    assert alone(play) == (1, ())


def test_a_sheet_needs_a_number_of_its_own(alone):
    def play(world, _side):
        desk.begin(world.now, "7 ")
        with refused(NotAllowedError, match="A sheet 7 is being typed in already"):
            desk.begin(world.now, " 7")
        with refused(NotAllowedError, match="Write a number on the paper first"):
            desk.begin(world.now, "  ")

    alone(play)


def test_after_the_freeze_a_sheet_is_held_and_after_the_first_round_refused(alone):
    def play(world, _side):
        told = [desk.standing(world.now)]
        on_phones(world)
        world.go("frozen")
        told.append(desk.standing(world.now))
        one = sheet_in(world)
        desk.keep(one, {"first": desk.sheet(world.now, one, "first").rest_blank()})
        desk.count(world.now, desk.paper(world.now, one.id))
        world.go("revealed")
        n = rooms.revealed(world.now, "small").whole.n
        world.ask_again("q1")
        world.go("open")
        told.append(desk.standing(world.now))
        with pytest.raises(NotAllowedError):
            desk.begin(world.now, "2")
        return told, n

    assert alone(play) == (["counted", "held", "refused"], len(WHO))


def test_a_step_that_leaves_uncounted_sheets_out_says_so_before_it_is_taken(alone):
    def play(world, _side):
        told = [drawn(world.now, steps=("answer",))]
        on_phones(world)
        sheet_in(world)
        told.append(drawn(world.now, steps=("answer",)))
        world.go("frozen")
        told.append(drawn(world.now, steps=("answer",)))
        return ["".join(map(str, one)) for one in told]

    nobody, before, frozen = alone(play)
    assert "not counted: " not in nobody
    assert before.count("not counted: 1") == 2, "beside the counts, and before the round is closed"
    assert "once the round is closed, they count in no result" in before
    assert frozen.count("not counted: 1") == 2
    assert "They will count in no result. To count them, open the round again first." in frozen


def test_the_number_on_a_sheet_is_never_a_command(alone):
    def play(world, _side):
        sheet_in(world, label="7 **bold**")
        app = AppTest.from_function(_list_of_sheets, args=(world.id,)).run()
        assert not app.exception
        return [button.help for button in app.button if button.key.startswith("open-")]

    assert alone(play) == [r"Sheet 7 \*\*bold\*\*"]


def _list_of_sheets(room):
    from cosmos_app.web.views import paper_entry  # noqa: PLC0415
    from cosmos_app.workshop import rooms  # noqa: PLC0415  (this is a page of its own)

    paper_entry.sheets(rooms.room(room))


def test_a_rooms_form_holds_its_promise_and_what_it_is_about(alone):
    def play(world, _side):
        return [" ".join(pages(desk.form_pdf(world.now, large=large))) for large in (False, True)]

    for text in alone(play, replace(PLAN, promise=PROMISE)):
        assert TRIED["can_change"] in text
        assert "Home visits · Harbour" in text


# --- the command ------------------------------------------------------------------------------------------------------


def test_the_command_prints_a_questionnaire(tmp_path):
    out = tmp_path / "form.pdf"
    assert main.main(["paper", "questionnaires/demo.json", "-o", str(out), "--depth", "short", "--large"]) == 0
    assert "A1 Have you ever sat down" in " ".join(pages(out.read_bytes()))


def test_the_command_says_what_is_wrong_and_writes_nothing(tmp_path, capsys):
    broken, out = tmp_path / "broken.json", tmp_path / "form.pdf"
    broken.write_text("{", encoding="utf-8")
    assert main.main(["paper", str(broken), "-o", str(out)]) == 1
    assert "[not-json]" in capsys.readouterr().err
    assert not out.exists()
    assert main.main(["paper", "questionnaires/demo.json", "-o", str(tmp_path / "no" / "form.pdf")]) == 1
    assert main.main(["paper", str(broken), "-o", str(broken)]) == 2
