"""The answers of many rooms, read in a few queries: those that count in revealed rounds, for comparisons."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from sqlalchemy import BindParameter, Connection, Text, bindparam, exists, false, select, type_coerce

from cosmos_app.storage.engine import Database
from cosmos_app.storage.rows import answer_in
from cosmos_app.storage.tables import answer as answers
from cosmos_app.storage.tables import came_back
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import workshop as workshops
from models.answers import AnswerSheet, Response
from models.workshop import ROUNDS, Workshop

AT_ONCE = 500
"""Workshops in one query; SQLite takes no more than 32,766 values."""

NOTHING = AnswerSheet()

ERASED = "erased"
"""Stands for the id of a seat that was erased; no seat has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedPerson:
    """Somebody whose answers count, with their answers of revealed rounds.

    Attributes:
        participant: Their id.
        family: Id of their role's family; None if unknown.
        typed: Whether they answered on paper, and somebody typed it in.
        consents: Whether they consent that small families are shown; None if not said.
        came_before: Whether they say they were there last time; None if not said.
        same_as: Id of their seat in the workshop before, which they agreed to have compared; None for none,
            ``ERASED`` where that workshop was erased.
        answered: Whether they answered anything at all in the first round, this questionnaire or another.
        first: Their answers in the first round, without their reasons.
        second: Their answers in the second round; empty until that is revealed.
    """

    participant: str
    family: str | None
    typed: bool
    consents: bool | None
    came_before: bool | None
    same_as: str | None
    answered: bool
    first: AnswerSheet
    second: AnswerSheet


class BulkAnswersMixin:
    """The method of the store that reads the answers of many rooms."""

    database: Database

    def counted_answers(
        self, workshops: Collection[str], questionnaire: str
    ) -> Mapping[str, tuple[CountedPerson, ...]]:
        """The people of each room, with their answers to a questionnaire in the rounds that were revealed.

        Args:
            workshops: Ids of rooms; a room that was erased, or of which nothing is revealed, is left out.
            questionnaire: Id of a questionnaire.

        Returns:
            By workshop, everyone who joined in time, by their random ids.
        """
        every = list(dict.fromkeys(workshops))
        found: dict[str, list[CountedPerson]] = {}
        with self.database.reading() as connection:
            for start in range(0, len(every), AT_ONCE):
                found.update(_read(connection, every[start : start + AT_ONCE], questionnaire))
        return {workshop: tuple(found[workshop]) for workshop in every if workshop in found}


def _read(connection: Connection, workshops: list[str], questionnaire: str) -> Mapping[str, list[CountedPerson]]:
    asked = {"workshops": workshops, "questionnaire": questionnaire}
    rounds = {
        row.id: Workshop(kind=row.kind, phase=row.phase, round=row.round).rounds_shown
        for row in connection.execute(_ROOMS, asked)
    }
    revealed = [workshop for workshop in workshops if rounds.get(workshop)]
    shown = {**asked, "workshops": revealed}
    responses: dict[tuple[str, int], dict[str, Response]] = {}
    for person, item, number, *columns in connection.execute(_ANSWERS, shown):
        responses.setdefault((person, number), {})[item] = _response(*columns)
    people: dict[str, list[CountedPerson]] = {workshop: [] for workshop in revealed}
    for row in connection.execute(_PEOPLE, shown):
        first, second = (
            AnswerSheet(MappingProxyType(responses[row.id, number]))
            if number in rounds[row.workshop] and (row.id, number) in responses
            else NOTHING
            for number in ROUNDS
        )
        people[row.workshop].append(
            CountedPerson(
                participant=row.id,
                family=row.family,
                typed=row.typed,
                consents=row.agrees,
                came_before=row.came_before,
                same_as=row.earlier or (ERASED if row.linked else None),
                answered=row.answered,
                first=first,
                second=second,
            )
        )
    return people


@lru_cache(maxsize=4096)
def _response(state: str, value: str | None, note: str) -> Response:
    """A response; cached, because most people choose among the same few answers."""
    return Response(answer=answer_in(state, None if value is None else json.loads(value), note))


_THESE: BindParameter[str] = bindparam("workshops", expanding=True)
_ROOMS = select(workshops.c.id, workshops.c.kind, workshops.c.phase, workshops.c.round).where(
    workshops.c.id.in_(_THESE), workshops.c.kind == "room"
)
_ANSWERED = (
    exists()
    .where(answers.c.participant == participants.c.id, answers.c.round == ROUNDS[0])
    .correlate(participants)
    .label("answered")
)
_PEOPLE = (
    select(
        participants.c.id,
        participants.c.workshop,
        participants.c.family,
        participants.c.typed,
        participants.c.agrees,
        participants.c.came_before,
        came_back.c.earlier,
        came_back.c.participant.label("linked"),
        _ANSWERED,
    )
    .outerjoin(came_back, came_back.c.participant == participants.c.id)
    .where(participants.c.workshop.in_(_THESE), participants.c.late == false())
    .order_by(participants.c.id)
)
_ANSWERS = (
    # The value as its text: by it, two answers are the same in the cache.
    select(
        answers.c.participant,
        answers.c.item,
        answers.c.round,
        answers.c.state,
        type_coerce(answers.c.value, Text).label("value"),
        answers.c.note,
    )
    .join_from(participants, answers, answers.c.participant == participants.c.id)
    .where(
        participants.c.workshop.in_(_THESE),
        participants.c.late == false(),
        answers.c.questionnaire == bindparam("questionnaire"),
    )
)
