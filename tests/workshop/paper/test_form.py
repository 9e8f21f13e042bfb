"""The form on paper holds all that the screens ask, and says how it is filled in."""

import io
import re
from dataclasses import replace
from functools import cache
from itertools import product

import pikepdf
import pypdfium2
import pytest
from support.builders import ROLES, document, parsed, small
from support.paper_forms import ASKED, FORM, PROMISE, TRIED, pages, paper_form

from cosmos_app.content import catalogue
from cosmos_app.storage.snapshots import snapshot_of
from cosmos_app.texts.paper import ONLY_ON_A_PHONE
from cosmos_app.texts.room.promise import WHO_SEES
from cosmos_app.workshop.paper.entries import entry
from cosmos_app.workshop.paper.form import form_as_pdf
from cosmos_app.workshop.paper.question_codes import PAPER_LETTERS, ROLE, Part, coded
from cosmos_app.workshop.practice import practice_offers
from models.layout import lay_out


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
    every, roles = {**catalogue.offered(), **practice_offers()}, catalogue.catalogues().roles
    offer = every[name]
    part = Part(layout=lay_out(offer.questionnaire), digest=snapshot_of(offer.document).hash)
    form = coded([part], depth, roles)
    return form, form_as_pdf(form, roles, PROMISE, foot="Home visits", large=large)


SHIPPED = ("project", "ecology", "platform", "maps", "demo", "practice-project")
A4 = (595, 842)
"""Points, left to right and up."""


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
    assert form.parts[0].fingerprint in text


def test_each_page_carries_the_definition_a_place_for_the_number_and_its_own_number():
    form, body = shipped("project")
    texts = pages(body)
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in text
        assert "Sheet no." in text
        assert "Home visits" in text
        assert number == 1 or f"version {form.parts[0].questionnaire.version} · {form.parts[0].fingerprint}" in text


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
    form = paper_form(small([{"id": "q", "kind": "checklist", "options": long}]))
    body = form_as_pdf(form, ROLES, PROMISE, large=True)
    text = " ".join(pages(body))
    assert all(f"Number {n}: a long way" in text for n in range(40))
    assert all(box[1] > 20 for _, _, box in letters(body))


def test_what_a_questionnaire_says_is_never_a_command():
    nasty = '#panic("no") $x$ *bold* _soft_ @ref <label> [box] \\ ~ = // {words}'
    form = paper_form(small([{"id": "q", "ask": nasty}], title=nasty, summary=nasty))
    assert f"A1 {nasty}" in " ".join(pages(form_as_pdf(form, ROLES, PROMISE, title=nasty, foot=nasty)))


def test_for_whom_and_when_a_question_is_asked_is_said():
    text = " ".join(pages(form_as_pdf(FORM, ROLES, PROMISE)))
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
    text = " ".join(pages(form_as_pdf(paper_form(small(items)), ROLES, PROMISE)))
    assert text.count("Please don't name anyone.") == 1
    for told in ("From 0 to 80.", "1 or more.", "2.5 at most."):
        assert text.count(f"Write a number. {told}") == 1
    assert text.count("Write a number.") == 4


def test_a_form_promises_no_choice_that_it_does_not_offer():
    assert all(WHO_SEES().count(words()) == 1 for words in ONLY_ON_A_PHONE)
    for promise in (None, PROMISE, replace(PROMISE, who_sees=f"{WHO_SEES()} And notes.")):
        text = " ".join(pages(form_as_pdf(FORM, ROLES, promise)))
        assert "Groups that are too small are not shown. The reasons you write" in text
        assert "last time as well" not in text
        assert "The owner of the computer could" in text


def test_a_form_says_what_others_can_find_out_with_the_smallest_group_of_its_room():
    text = " ".join(pages(form_as_pdf(FORM, ROLES, PROMISE, k=8)))
    assert "Answers of fewer than 8 people are not shown. But if all of us chose the same" in text
    assert "Answers of fewer" not in " ".join(pages(form_as_pdf(FORM, ROLES, PROMISE)))


def test_the_code_of_the_role_is_printed():
    assert f"{ROLE} Who are you to the service?" in " ".join(pages(form_as_pdf(FORM, ROLES, PROMISE)))


def test_a_form_of_nobodys_workshop_leaves_room_for_its_promise():
    text = " ".join(pages(form_as_pdf(FORM, ROLES, None)))
    assert "Who asked for this?" in text
    assert "the app shows counts only" in text, "what is always true is there"


def test_a_code_means_the_same_question_in_the_short_form():
    short, full = (paper_form(ASKED, depth=depth) for depth in ("short", "full"))
    assert [question.code for question in short.questions] == [ROLE, "A1", "A2"]
    assert all(full.by_code[code] == question for code, question in short.by_code.items())
    assert "Some numbers are missing on purpose" in " ".join(
        pages(form_as_pdf(paper_form(ASKED, depth="short"), ROLES, None))
    )


def test_letters_go_on_through_all_questionnaires_of_a_room():
    other = parsed(document(id="other", items=[{"id": "rating"}]))
    form = paper_form(ASKED, other)
    assert form.by_code["B1"].key == "other/rating"
    assert form.by_code["A2"].key == "small/rating"


def test_no_answer_has_the_letter_of_a_silence():
    assert not set("xo?-") & set(PAPER_LETTERS)
    many = paper_form(small([{"id": "q", "kind": "checklist", "options": [{"value": f"v{n}"} for n in range(30)]}]))
    assert list(many.by_code["A1"].choices)[-1] == "30", "more answers than letters have numbers"
    assert entry(many.by_code["A1"], "30 2").text == "2 30"
