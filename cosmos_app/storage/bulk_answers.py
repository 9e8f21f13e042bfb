"""What counted in many rooms at once: the answers of revealed rounds, read quickly so that rooms can be compared."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from sqlalchemy import BindParameter, Connection, Text, bindparam, exists, false, select, type_coerce

from cosmos_app.storage.engine import Database
from cosmos_app.storage.rows import answer_of
from cosmos_app.storage.tables import answer as answers
from cosmos_app.storage.tables import came_back
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import workshop as workshops
from models.answers import AnswerSheet, Response
from models.workshop import ROUNDS, Workshop

AT_ONCE = 500
"""Workshops asked for in one query; SQLite takes no more than 32,766 values."""

NOTHING = AnswerSheet()

ERASED = "erased"
"""In place of the id of a seat that was erased; no seat has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedPerson:
    """Somebody whose answers count, with what they said where everybody may see it told.

    Attributes:
        participant: Their id.
        family: Id of their role's family; None if unknown.
        consents: Whether they agree that small families are shown; None if not said.
        came_before: Whether they say they were there last time; None if not said.
        same_as: Id of their seat in the workshop before, which they agreed to have compared; None for none,
            ``ERASED`` where that workshop was erased.
        answered: Whether they answered anything at all in the first round, this questionnaire or another.
        first: Their answers in the first round, without reasons.
        second: What they answered anew in the second; nothing until that is revealed.
    """

    participant: str
    family: str | None
    consents: bool | None
    came_before: bool | None
    same_as: str | None
    answered: bool
    first: AnswerSheet
    second: AnswerSheet


class Counted:
    """The part of the store that reads many rooms at once."""

    database: Database

    def counted_answers(
        self, workshops: Collection[str], questionnaire: str
    ) -> Mapping[str, tuple[CountedPerson, ...]]:
        """Who counts in each room, with their answers to a questionnaire in the rounds that were revealed.

        Args:
            workshops: Ids of rooms; one that is gone, or of which nothing is revealed, is left out.
            questionnaire: Id of a questionnaire.

        Returns:
            By workshop, everyone who came in time, in an order that tells nothing.
        """
        every = list(dict.fromkeys(workshops))
        found: dict[str, list[CountedPerson]] = {}
        with self.database.reading() as connection:
            for start in range(0, len(every), AT_ONCE):
                found.update(_read(connection, every[start : start + AT_ONCE], questionnaire))
        return {one: tuple(found[one]) for one in every if one in found}


def _read(connection: Connection, some: list[str], questionnaire: str) -> Mapping[str, list[CountedPerson]]:
    asked = {"some": some, "questionnaire": questionnaire}
    rounds = {
        row.id: Workshop(kind=row.kind, phase=row.phase, round=row.round).rounds_shown
        for row in connection.execute(_ROOMS, asked)
    }
    shown = {**asked, "some": [one for one in some if rounds.get(one)]}
    of: dict[tuple[str, int], dict[str, Response]] = {}
    for person, item, number, *said in connection.execute(_ANSWERS, shown):
        of.setdefault((person, number), {})[item] = _response(*said)
    people: dict[str, list[CountedPerson]] = {one: [] for one in shown["some"]}
    for row in connection.execute(_PEOPLE, shown):
        first, second = (
            AnswerSheet(MappingProxyType(of[row.id, number]))
            if number in rounds[row.workshop] and (row.id, number) in of
            else NOTHING
            for number in ROUNDS
        )
        people[row.workshop].append(
            CountedPerson(
                participant=row.id,
                family=row.family,
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
    """Most people choose among few answers, so few are ever decoded."""
    return Response(answer=answer_of(state, None if value is None else json.loads(value), note))


_SOME: BindParameter[str] = bindparam("some", expanding=True)
_ROOMS = select(workshops.c.id, workshops.c.kind, workshops.c.phase, workshops.c.round).where(
    workshops.c.id.in_(_SOME), workshops.c.kind == "room"
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
        participants.c.agrees,
        participants.c.came_before,
        came_back.c.earlier,
        came_back.c.participant.label("linked"),
        _ANSWERED,
    )
    .outerjoin(came_back, came_back.c.participant == participants.c.id)
    .where(participants.c.workshop.in_(_SOME), participants.c.late == false())
    .order_by(participants.c.id)
)
_ANSWERS = (
    # The value as its text, which is what makes two answers the same here.
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
        participants.c.workshop.in_(_SOME),
        participants.c.late == false(),
        answers.c.questionnaire == bindparam("questionnaire"),
    )
)
