"""The form on paper: a questionnaire, or all that a room is asked, as a PDF to be filled in with a pen."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from cosmos_app.design.typesetting import pdf
from cosmos_app.texts import paper as texts
from cosmos_app.texts.conditions import only_if
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.room.promise import WHO_SEES, promise_lines
from cosmos_app.texts.silences import SILENCE_TEXTS
from cosmos_app.workshop.paper.question_codes import ROLE, PaperForm, Part, Question
from models.answers import MOST_ENTRIES
from models.catalogues import Roles
from models.items import Item
from models.plan import Promise

TEMPLATE = Path(__file__).parent / "form.typ"

LINES: Mapping[str, int] = {"text": 4, "date": 1, "actor": 1, "actors": MOST_ENTRIES // 2, "links": 3}
"""Lines to write on, by kind of question."""

UNDER_EACH_OTHER = 12
"""Choices that stand in one column; more stand in two."""


def form_as_pdf(
    form: PaperForm,
    roles: Roles,
    promise: Promise | None,
    *,
    erase_on: date | None = None,
    k: int | None = None,
    title: str = "",
    foot: str = "",
    large: bool = False,
) -> bytes:
    """Set a form as a tagged PDF.

    Args:
        form: What is asked.
        roles: The catalogue of roles, as in ``form``.
        promise: What people can rely on; None leaves lines to write it in.
        erase_on: The day on which all is erased; None leaves a line to write it in.
        k: Smallest group that is shown, in people; None likewise.
        title: What the form is about; "" for the title of its first questionnaire.
        foot: What stands at the foot of each page, to find pages that belong together.
        large: Whether it is for people who see little: everything in 18 point.
    """
    content = _content(form, roles, _promise(promise or Promise(who_sees=WHO_SEES()), erase_on, k))
    head = {"title": title or form.parts[0].questionnaire.title}
    body = json.dumps({**content, **head, "foot": foot, "large": large}, ensure_ascii=False)
    return pdf(TEMPLATE.read_text(encoding="utf-8"), {"form.json": body.encode()})


def _content(form: PaperForm, roles: Roles, promise: list[dict[str, str]]) -> dict[str, Any]:
    """All that a form says, as its template reads it."""
    first = form.parts[0].questionnaire
    return {
        "language": first.language,
        "lead": first.summary if len(form.parts) == 1 and not form.is_second else "",
        "promise": [] if form.is_second else promise,
        "how": _how(form),
        "role": None if form.is_second else _role(form, roles),
        "parts": [
            {
                "title": part.questionnaire.title,
                "definition": _definition(part),
                "sections": list(_sections(form, part, roles)),
            }
            for part in form.parts
        ],
        "words": {
            "promise": texts.SECOND_TITLE() if form.is_second else texts.PROMISE_TITLE(),
            "on_paper": paragraph(*(line() for line in texts.SECOND)) if form.is_second else texts.ON_PAPER(),
            "how": texts.TO_FILL_IN_TITLE(),
            "back_title": texts.BACK_TITLE(),
            "back": texts.BACK(),
            "fits": texts.FITS(),
            "sheet": texts.FIRST_SHEET_NUMBER() if form.is_second else texts.SHEET_NUMBER(),
            "page": texts.PAGE(page="{page}", pages="{pages}"),  # filled in by the template, which counts the pages
            "thanks": texts.THANKS(),
        },
    }


def _role(form: PaperForm, roles: Roles) -> dict[str, Any]:
    """The question for the person's role."""
    asked = _question(form, form.by_key[ROLE], roles)
    return {**asked, "code": ROLE, "ask": texts.ROLE_ASKED(), "notes": [texts.ROLE_WHY()]}


def _promise(promise: Promise, erase_on: date | None, k: int | None) -> list[dict[str, str]]:
    """What people can rely on, without what holds on a phone only."""
    lines = promise_lines(promise, erase_on, k)
    return [{"asked": line.asked, "answer": _on_paper(line.answer)} for line in lines]


def _on_paper(answer: str) -> str:
    """A line of the promise without the choices that a form does not ask for."""
    for words in texts.ONLY_ON_A_PHONE:
        answer = answer.replace(words(), "")
    return answer


def _how(form: PaperForm) -> list[str]:
    """How to fill the form in."""
    if form.is_second:
        return [line() for line in texts.TO_FILL_IN]
    minutes = sum(part.questionnaire.minutes.of(form.depth) for part in form.parts)
    skips = len(form.questions) - 1 < sum(len(part.questionnaire.items) for part in form.parts)
    lines = [*(line() for line in texts.TO_FILL_IN), texts.NEEDS_MINUTES(minutes)]
    return [*lines, texts.SHORT_FORM()] if skips else lines


def _definition(part: Part) -> str:
    questionnaire = part.questionnaire
    return texts.DEFINITION(title=questionnaire.title, version=questionnaire.version, fingerprint=part.fingerprint)


def _sections(form: PaperForm, part: Part, roles: Roles) -> Iterator[dict[str, Any]]:
    """The sections of a questionnaire; what equals the section before is left out."""
    last: dict[str, Any] = {"title": part.questionnaire.title, "intro": "", "story": ()}
    for section, questions in form.sections(part):
        now = {"title": section.title, "intro": section.intro, "story": section.story}
        new = {name: words if words != last[name] else type(words)() for name, words in now.items()}
        last = now
        yield {**new, "questions": [_question(form, question, roles) for question in questions]}


def _question(form: PaperForm, question: Question, roles: Roles) -> dict[str, Any]:
    item = question.item
    return {
        "code": question.code,
        "ask": item.ask,
        "only": list(only_for(form, question, roles)),
        "notes": [*_asked_as(item, roles), *_hints(item)],
        "options": [
            {"letter": letter, "label": choice.label, "help": choice.help}
            for letter, choice in question.choices.items()
        ],
        "columns": 2 if len(question.choices) > UNDER_EACH_OTHER else 1,
        "unit": (item.unit or " ") if item.kind == "number" else "",
        "lines": LINES.get(item.kind, 0),
        "silences": _silences() if question.questionnaire else [],
        "why": texts.WHY_LINE() if question.choices and question.questionnaire else "",
    }


def _silences() -> list[dict[str, str]]:
    return [
        {"letter": silence.letter, "label": silence.printed()}
        for silence in SILENCE_TEXTS.values()
        if silence.printed is not None
    ]


def _hints(item: Item) -> Iterator[str]:
    """How a question is answered; what its own help says already is not repeated."""
    if item.help:
        yield item.help
    hint = texts.HINTS.get(item.kind)
    if hint is not None and hint() not in item.help:
        yield hint()
    match item.smallest, item.largest:
        case None, None:
            pass
        case None, high:
            yield texts.AT_MOST(high=f"{high:g}")
        case low, None:
            yield texts.AT_LEAST(low=f"{low:g}")
        case low, high:
            yield texts.BETWEEN(low=f"{low:g}", high=f"{high:g}")


def only_for(form: PaperForm, question: Question, roles: Roles) -> Iterator[str]:
    """For whom a question is, and when."""
    item = question.item
    if item.asked_of:
        families = [family.title for family in roles.families if family.id in item.asked_of]
        yield texts.ONLY_FOR(families=", ".join(families), unsaid=roles.unsaid.title)
    if item.show_if is not None:
        yield only_if(item.show_if, lambda name: _named(form.named(f"{question.questionnaire}/{name}")))


def _named(question: Question) -> tuple[str, Mapping[str, Any]]:
    return question.code, question.choices


def _asked_as(item: Item, roles: Roles) -> Iterator[str]:
    """The wordings that differ for some families."""
    for family in roles.families:
        if (stem := item.stem(family.id)) != item.ask:
            yield texts.ASKED_AS(family=family.title, stem=stem)
