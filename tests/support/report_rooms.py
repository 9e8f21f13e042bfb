"""Rooms to write reports of, and what can be read back of a report in each format."""

import re
from contextlib import contextmanager
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO

import docx
import pptx
import pypdfium2
import pytest

from cosmos_app.content.catalogue import Offer, offered
from cosmos_app.storage import current
from cosmos_app.workshop import rehearsal, rooms
from cosmos_app.workshop.rooms import joining
from models.answers import Response, Value
from models.items import EXPERIENCES
from models.plan import Plan
from models.silences import DontKnow
from support.builders import document, parsed
from support.opened_rooms import reveal
from support.stores import PROMISE

PLAN = Plan(site="Harbour", initiative="Home visits", wave="Spring", asked={"project": ()}, promise=PROMISE)
FAMILIES = ("uses-the-service",) * 6 + ("team-manager",) * 2
"""Six who live with the service, and two who lead it: too few to be shown."""

FELT = document(items=[{"id": "felt", "kind": "experience"}, {"id": "words", "kind": "text"}])
"""Asks for an experience, and for words of one's own."""


@contextmanager
def a_store(folder):
    """A store of its own in a folder; what the process knew of others is forgotten."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COSMOS_DATA", str(folder))
        patch.delenv("COSMOS_DATABASE_URL", raising=False)
        _forget()
        try:
            yield
        finally:
            current.store().close()
            _forget()


def _forget():
    current.store.cache_clear()
    rooms.forget()


def core_items(questionnaire="project"):
    return offered()[questionnaire].questionnaire.at_depth("short")


def a_room(plan=PLAN, families=FAMILIES, says=lambda number, item: 2):
    """A room that has closed its first round; *says* gives the place of the choice of each, None for "don't know"."""
    here = rehearsal.begin(plan)
    for number, role in enumerate(families):
        answers = {}
        for name, form in rooms.layouts(here).items():
            for item in form.questionnaire.at_depth(here.depth):
                answers[name, item.id] = _said(item, says(number, item))
        rehearsal.seat(here, role, {key: one for key, one in answers.items() if one is not None})
    current.store().step_to(here.id, "frozen")
    return current.store().room(here.id)


def _said(item, place):
    if isinstance(place, Response):
        return place
    if place is None:
        return Response(answer=DontKnow())
    if not item.choices:
        return None
    value = item.choices[place % len(item.choices)].value
    return Response(answer=Value((value,) if item.kind == "checklist" else value))


def a_felt_room(patch):
    """A room that is asked ``FELT``: eight people told of an experience, from very bad to very good, and in words."""
    patch.setattr(joining, "offered", lambda: {"small": Offer(questionnaire=parsed(FELT), document=FELT)})

    def says(number, item):
        feeling = EXPERIENCES[number % len(EXPERIENCES)]
        return Response(answer=Value(feeling if item.kind == "experience" else "So it was."))

    return a_room(replace(PLAN, asked={"small": ()}, depth="full"), says=says)


def talked(here):
    """The same room after the reveal and the talk."""
    reveal(here)
    current.store().step_to(here.id, "agreed")
    return current.store().room(here.id)


class _Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words, self.tags, self.links = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("src", "href", "data") and not value.startswith("#")]

    def handle_data(self, data):
        self.words.append(data)


def read_page(body):
    page = _Words()
    page.feed(body.decode())
    return page


def _of_pdf(body):
    pages = pypdfium2.PdfDocument(body)
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def _of_word(body):
    document = docx.Document(BytesIO(body))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(one.text for one in document.paragraphs), *cells])


def _of_slides(body):
    words = []
    for slide in pptx.Presentation(BytesIO(body)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                words.append(shape.text_frame.text)
            if shape.has_table:
                words += [cell.text for row in shape.table.rows for cell in row.cells]
        if slide.has_notes_slide:
            words.append(slide.notes_slide.notes_text_frame.text)
    return " ".join(words)


READ = {
    ".pdf": _of_pdf,
    ".docx": _of_word,
    ".pptx": _of_slides,
    ".html": lambda body: " ".join(read_page(body).words),
}
"""What people read of a file, by its ending."""


def joined(text):
    """A text without what a format may put between its letters: spaces, breaks, and what only allows a break."""
    return re.sub(r"[\s\u200b\u00ad\u2022\ufffe]+", "", text)
