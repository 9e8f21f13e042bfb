"""What tests of forms on paper are made of: a small form with a question of every kind, and what stands on a page."""

import pypdfium2

from cosmos_app.texts.room.promise import TRY_OUT
from cosmos_app.workshop.paper.question_codes import ROLE, Part, coded
from cosmos_app.workshop.paper.typings import Typing
from models.layout import lay_out
from models.plan import Promise
from support.builders import ROLES, small

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


def paper_form(*questionnaires, depth="full", roles=ROLES):
    parts = [Part(layout=lay_out(one), digest=f"{place}f" * 32) for place, one in enumerate(questionnaires)]
    return coded(parts, depth, roles)


FORM = paper_form(ASKED)


def typing_of(**entries):
    """A sheet of the small form with these entries, by item id."""
    keys = {ROLE: ROLE} | {name: f"small/{name}" for name in CODES}
    return Typing(form=FORM, roles=ROLES, entries={keys[name]: text for name, text in entries.items()})


def pages(body):
    """The text of each page, with single spaces."""
    with pypdfium2.PdfDocument(body) as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
