"""What each person answered: the latest response to each item, and a log of how it came about."""

import json
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, insert, select

from cosmos_app.storage.edge import today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.rows import SAID, WITHDRAWN, response_of, row_of
from cosmos_app.storage.tables import answer as answers
from cosmos_app.storage.tables import answer_log
from cosmos_app.storage.tables import participant as participants
from models.answers import AnswerSheet, Response


class Sheets:
    """The part of the store that knows answers."""

    database: Database

    def record(
        self,
        participant: str,
        questionnaire: str,
        item: str,
        response: Response,
        round: int = 1,  # noqa: A002
        today: date | None = None,
    ) -> None:
        """Keep a response and its line in the log together, or neither.

        A response equal to the one kept is no change and adds no line: screens save on a click and once
        more when they reconcile.

        Args:
            participant: Who answered.
            questionnaire: Id of the questionnaire.
            item: Id of the item.
            response: Already validated against the item.
            round: Of the workshop, counted from 1.
            today: The day of the log's line; None means today.
        """
        key = _key(participant, questionnaire, item, round)
        said = row_of(response)
        with self.database.writing() as connection:
            kept = connection.execute(_KEPT, key).mappings().first()
            # As text, because in Python 1, 1.0 and True are equal.
            if kept is None or json.dumps(dict(kept)) != json.dumps(said):
                connection.execute(self.database.upsert(answers), {**key, **said})
                connection.execute(_LOG, {**key, **said, "on_day": today or today_here()})

    def withdraw(
        self,
        participant: str,
        questionnaire: str,
        item: str,
        round: int = 1,  # noqa: A002
        today: date | None = None,
    ) -> None:
        """Take a response back, so that the item is open again; logged as well."""
        key = _key(participant, questionnaire, item, round)
        with self.database.writing() as connection:
            if connection.execute(_WITHDRAW, key).rowcount:
                connection.execute(_LOG, {**key, **WITHDRAWN, "on_day": today or today_here()})

    def sheet(self, participant: str, questionnaire: str, round: int = 1) -> AnswerSheet:  # noqa: A002
        """One person's responses to a questionnaire; empty if there are none."""
        key = {"participant": participant, "questionnaire": questionnaire, "round": round}
        with self.database.reading() as connection:
            rows = connection.execute(_SHEET, key).mappings().all()
        return AnswerSheet(MappingProxyType({row["item"]: response_of(dict(row)) for row in rows}))

    def erase_log(self, workshop: str) -> None:
        """Forget how the answers of a workshop came about; the answers stay."""
        people = select(participants.c.id).where(participants.c.workshop == workshop)
        with self.database.writing() as connection:
            connection.execute(delete(answer_log).where(answer_log.c.participant.in_(people)))
        self.database.scrub()


def _key(participant: str, questionnaire: str, item: str, round: int) -> dict[str, Any]:  # noqa: A002
    return {"participant": participant, "questionnaire": questionnaire, "item": item, "round": round}


def _is(*names: str) -> list[ColumnElement[bool]]:
    return [answers.c[name] == bindparam(name) for name in names]


_ONE = _is("participant", "questionnaire", "item", "round")
_KEPT = select(*(answers.c[name] for name in SAID)).where(*_ONE)
_WITHDRAW = delete(answers).where(*_ONE)
_SHEET = select(answers).where(*_is("participant", "questionnaire", "round"))
_LOG = insert(answer_log)
