"""The form on paper: a questionnaire, or all that a room is asked, as a PDF to be filled in with a pen."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cosmos_app.design.typesetting import pdf
from cosmos_app.texts.conditions import only_if
from cosmos_app.texts.paper import (
    ASKED_AS,
    AT_LEAST,
    AT_MOST,
    BACK,
    BACK_TITLE,
    BETWEEN,
    DEFINITION,
    FITS,
    ON_PAPER,
    ONLY_FOR,
    ONLY_ON_A_PHONE,
    PAGE,
    PROMISE_TITLE,
    ROLE_ASKED,
    ROLE_WHY,
    SHEET_NUMBER,
    SHORT_FORM,
    THANKS,
    TICK,
    TO_FILL_IN,
    TO_FILL_IN_TITLE,
    WHY_LINE,
)
from cosmos_app.texts.room.promise import PROMISE, WHO_SEES
from cosmos_app.texts.silences import SILENCE_TEXTS
from cosmos_app.workshop.paper.codes import ROLE, Part, Printed, Question
from models.answers import MOST_ENTRIES
from models.catalogues import Roles
from models.items import Item
from models.plan import Promise

TEMPLATE = Path(__file__).parent / "form.typ"

LINES: Mapping[str, int] = {"text": 4, "date": 1, "actor": 1, "actors": MOST_ENTRIES // 2, "links": 3}
"""Lines to write on, by kind of question."""

UNDER_EACH_OTHER = 12
"""Choices that stand in one column; more stand in two."""


def paper_form(
    form: Printed, roles: Roles, promise: Promise | None, *, title: str = "", code: str = "", large: bool = False
) -> bytes:
    """Set a form as a tagged PDF.

    Args:
        form: What is asked.
        roles: The catalogue of roles, as in ``form``.
        promise: What people can rely on; None leaves lines to write it in.
        title: What the form is about; "" for the title of its first questionnaire.
        code: What stands at the foot of each page, to find pages that belong together.
        large: Whether it is for people who see little: everything in 18 point.
    """
    told = {**_told(form, roles, promise), "title": title or form.parts[0].questionnaire.title}
    body = json.dumps({**told, "code": code, "large": large}, ensure_ascii=False)
    return pdf(TEMPLATE.read_text(encoding="utf-8"), {"form.json": body.encode()})


def _told(form: Printed, roles: Roles, promise: Promise | None) -> dict[str, Any]:
    """All that a form says."""
    first = form.parts[0].questionnaire
    minutes = sum(part.questionnaire.minutes.of(form.depth) for part in form.parts)
    lines: dict[str, str] = asdict(promise or Promise(who_sees=WHO_SEES()))
    for words in ONLY_ON_A_PHONE:
        lines["who_sees"] = lines["who_sees"].replace(words, "")
    skips = len(form.questions) - 1 < sum(len(part.questionnaire.items) for part in form.parts)
    return {
        "language": first.language,
        "lead": first.summary if len(form.parts) == 1 else "",
        "promise": [{"asked": line.asked(), "told": lines[name]} for name, line in PROMISE.items()],
        "how": [*(line.format(minutes=minutes) for line in TO_FILL_IN), *([SHORT_FORM] if skips else [])],
        "role": {**_question(form, form.by_key[ROLE], roles), "code": ROLE, "ask": ROLE_ASKED, "notes": [ROLE_WHY]},
        "parts": [
            {
                "title": part.questionnaire.title,
                "definition": _definition(part),
                "sections": list(_sections(form, part, roles)),
            }
            for part in form.parts
        ],
        "words": {
            "promise": PROMISE_TITLE,
            "on_paper": ON_PAPER,
            "how": TO_FILL_IN_TITLE,
            "back_title": BACK_TITLE,
            "back": BACK,
            "fits": FITS,
            "sheet": SHEET_NUMBER,
            "page": PAGE,
            "thanks": THANKS,
        },
    }


def _definition(part: Part) -> str:
    asked = part.questionnaire
    return DEFINITION.format(title=asked.title, version=asked.version, mark=part.mark)


def _sections(form: Printed, part: Part, roles: Roles) -> Iterator[dict[str, Any]]:
    """The sections of a questionnaire; what the section before said is not said again."""
    told: dict[str, Any] = {"title": part.questionnaire.title, "intro": "", "story": ()}
    for section, questions in form.sections(part):
        now = {"title": section.title, "intro": section.intro, "story": section.story}
        new = {name: words if words != told[name] else type(words)() for name, words in now.items()}
        told = now
        yield {**new, "questions": [_question(form, one, roles) for one in questions]}


def _question(form: Printed, question: Question, roles: Roles) -> dict[str, Any]:
    item = question.item
    return {
        "code": question.code,
        "ask": item.ask,
        "only": list(only_for(form, question, roles)),
        "notes": [*_asked_as(item, roles), *_hints(item)],
        "options": [
            {"mark": mark, "label": choice.label, "help": choice.help} for mark, choice in question.choices.items()
        ],
        "columns": 2 if len(question.choices) > UNDER_EACH_OTHER else 1,
        "unit": (item.unit or " ") if item.kind == "number" else "",
        "lines": LINES.get(item.kind, 0),
        "silences": [
            {"mark": texts.letter, "label": texts.printed()}
            for texts in SILENCE_TEXTS.values()
            if texts.printed is not None
        ]
        if question.questionnaire
        else [],
        "why": WHY_LINE if question.choices and question.questionnaire else "",
    }


def _hints(item: Item) -> Iterator[str]:
    """What is said of how a question is answered, nothing of it twice."""
    if item.help:
        yield item.help
    if TICK[item.kind] and TICK[item.kind] not in item.help:
        yield TICK[item.kind]
    match item.smallest, item.largest:
        case None, None:
            pass
        case None, high:
            yield AT_MOST.format(high=f"{high:g}")
        case low, None:
            yield AT_LEAST.format(low=f"{low:g}")
        case low, high:
            yield BETWEEN.format(low=f"{low:g}", high=f"{high:g}")


def only_for(form: Printed, question: Question, roles: Roles) -> Iterator[str]:
    """For whom a question is, and when."""
    item = question.item
    if item.asked_of:
        families = [family.title for family in roles.families if family.id in item.asked_of]
        yield ONLY_FOR.format(families=", ".join(families), unsaid=roles.unsaid.title)
    if item.show_if is not None:
        yield only_if(item.show_if, lambda name: _named(form.by_key[f"{question.questionnaire}/{name}"]))


def _named(question: Question) -> tuple[str, Mapping[str, Any]]:
    return question.code, question.choices


def _asked_as(item: Item, roles: Roles) -> Iterator[str]:
    """The question as it is put to families, where that is otherwise."""
    for family in roles.families:
        if (stem := item.stem(family.id)) != item.ask:
            yield ASKED_AS.format(family=family.title, stem=stem)
