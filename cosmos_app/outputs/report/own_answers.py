"""A copy of what one person said in a room, for that person: a page to read, and the same for other programs.

It holds what they said and nothing of anybody else: no figures of the room, and no scores. Feedback is not in it: it is
told to nobody by name, not even to whoever gave it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cosmos_app.content.catalogue import catalogues
from cosmos_app.interchange.records import response_json
from cosmos_app.outputs.report.sections.cover import Cover, bound
from cosmos_app.outputs.report.solo_data import said_beside
from cosmos_app.outputs.report.tree import Block, Document, Facts, Paragraph, Section
from cosmos_app.storage.current import store
from cosmos_app.texts import own_answers as texts
from cosmos_app.texts import report as report_texts
from cosmos_app.texts import solo_report as solo_texts
from cosmos_app.texts.days import day_in_words
from cosmos_app.texts.numbers import NOTHING
from cosmos_app.texts.values import answer_read
from cosmos_app.workshop.participation import Participation, definition, engine_version
from models.answers import AnswerSheet
from models.definition import Questionnaire
from models.workshop import ROUNDS, NotAllowedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person said to one questionnaire in one round.

    Attributes:
        held: Items whose answers came too late: kept, and counted in no result.
        thoughts: What they thought of their answers, by what it is about.
    """

    questionnaire: Questionnaire
    digest: str
    round: int
    sheet: AnswerSheet
    held: frozenset[str]
    thoughts: Mapping[str, str]


def own_answers(participation: Participation, today: date | None = None) -> Document:
    """Write the page.

    Args:
        participation: The person, in a room.
        today: The day it is written; None for today.

    Raises:
        NotAllowedError: If they can still erase what they said: until then nobody is to ask them for a copy.
    """
    said = _said(participation)
    seat, written_on = participation.seat, today or date.today()  # noqa: DTZ011  (the day on the wall)
    room = store().room(seat.workshop)
    roles = {role.id: role.title for family in catalogues().roles.families for role in family.roles}
    facts = (
        (texts.WORKSHOP(), "" if room is None else room.plan.initiative),
        (texts.MY_ROLE(), roles.get(seat.role or "", "")),
        (texts.MY_OTHER_ROLE(), texts.LIVED_EXPERIENCE() if seat.second_hat else ""),
        (texts.MY_NAME(), seat.name or ""),
        (texts.SMALL_GROUPS(), "" if seat.consents is None else texts.CONSENT[seat.consents]()),
        (report_texts.WRITTEN_ON(), day_in_words(written_on)),
    )
    cover = Cover(
        title=texts.TITLE(),
        subtitle=texts.ABOUT(),
        facts=tuple(fact for fact in facts if fact[1]),
        example=solo_texts.EXAMPLE() if seat.example else "",
        caution=texts.YOURS_ALONE(),
    )
    sections = tuple(_section(part, seat.family) for part in said)
    return bound(participation.questionnaire.language, written_on, cover, sections)


def own_answers_json(participation: Participation) -> str:
    """Write the same as JSON; refused as ``own_answers``."""
    seat = participation.seat
    body = {
        "engine": engine_version(),
        "example": seat.example,
        "role": seat.role,
        "second_role": seat.second_hat,
        "name": seat.name,
        "small_groups": seat.consents,
        "said": [_json(part) for part in _said(participation)],
    }
    return json.dumps(body, ensure_ascii=False, indent=2)


def _said(participation: Participation) -> tuple[Said, ...]:
    if participation.seat.kind != "room" or participation.workshop.can_leave:
        raise NotAllowedError("copy-after-the-round")
    return tuple(_each(participation))


def _each(participation: Participation) -> Iterator[Said]:
    """What a person said, by questionnaire and round; where they said nothing there is nothing."""
    seat = participation.seat
    for name, digest in seat.definitions.items():
        for turn in ROUNDS[: seat.round]:
            sheet, held = store().own_sheet(seat.participant, name, turn)
            thoughts = store().thoughts(seat.participant, name) if turn == ROUNDS[0] else {}
            if sheet.responses or thoughts:
                yield Said(
                    questionnaire=definition(digest)[0],
                    digest=digest,
                    round=turn,
                    sheet=sheet,
                    held=held,
                    thoughts=thoughts,
                )


def _section(part: Said, family: str | None) -> Section:
    title = part.questionnaire.title
    rows = []
    for item in part.questionnaire.items:
        if (response := part.sheet.responses.get(item.id)) is not None:
            answer = answer_read(item, response.answer) or NOTHING
            uncounted = (texts.NOT_COUNTED(),) if item.id in part.held else ()
            rows.append((item.stem(family), "\n".join((answer, *said_beside(response), *uncounted))))
    blocks: list[Block] = [Facts(rows=tuple(rows))] if rows else []
    blocks += [Paragraph(text=words) for words in part.thoughts.values()]
    return Section(title=texts.SECOND_ROUND(title=title) if part.round > ROUNDS[0] else title, blocks=tuple(blocks))


def _json(part: Said) -> Mapping[str, Any]:
    return {
        "questionnaire": part.questionnaire.id,
        "version": part.questionnaire.version,
        "hash": part.digest,
        "round": part.round,
        "answers": {item: response_json(response) for item, response in sorted(part.sheet.responses.items())},
        "not_counted": sorted(part.held),
        "thoughts": dict(part.thoughts),
    }
