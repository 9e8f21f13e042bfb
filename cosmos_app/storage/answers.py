"""Answers: the latest response of each person to each item, and a log of their changes (see ``answer_writes``)."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from sqlalchemy import RowMapping, and_, bindparam, false, literal, select, union_all

from cosmos_app.storage.answer_writes import matches_params, withdraw_answer, write_answer
from cosmos_app.storage.engine import Database
from cosmos_app.storage.rows import RESPONSE_COLUMNS, response_in
from cosmos_app.storage.tables import answer as answers
from cosmos_app.storage.tables import held_answer
from cosmos_app.storage.tables import participant as participants
from models.answers import AnswerSheet, Response


class AnswersMixin:
    """The methods of the store about answers."""

    database: Database

    def record(
        self,
        participant: str,
        questionnaire: str,
        item: str,
        response: Response,
        today: date | None = None,
    ) -> Literal["counted", "held"]:
        """Keep a response, and its line in the log if it counts, together or neither.

        The round is the workshop's. A response equal to the one kept is no change and adds no line: screens save
        on a click, and once more when they reconcile.

        Args:
            participant: Who answered.
            questionnaire: Id of the questionnaire.
            item: Id of the item.
            response: Already validated against the item.
            today: The day of the log's line; None means today.

        Returns:
            Whether it counts, or is held: kept, and counted in no result.

        Raises:
            NotAllowedError: If the workshop takes no such answer now.
            StoreError: If it could not be kept.
        """
        with self.database.writing() as connection:
            return write_answer(self.database, connection, (participant, questionnaire, item), response, today)

    def record_all(
        self, participant: str, responses: Mapping[tuple[str, str], Response], today: date | None = None
    ) -> None:
        """Keep responses to several items, by questionnaire and item, all or none; see ``record``."""
        with self.database.writing() as connection:
            for (questionnaire, item), response in responses.items():
                write_answer(self.database, connection, (participant, questionnaire, item), response, today)

    def withdraw(self, participant: str, questionnaire: str, item: str, today: date | None = None) -> None:
        """Withdraw a response of the present round, so that the item is open again; this is logged as well.

        Raises:
            NotAllowedError: If it counts and can't be withdrawn any more; a held one can, until the room has agreed.
        """
        with self.database.writing() as connection:
            withdraw_answer(self.database, connection, (participant, questionnaire, item), today)

    def sheet(self, participant: str, questionnaire: str, round: int = 1) -> AnswerSheet:  # noqa: A002
        """One person's responses to a questionnaire that count in a round; empty if there are none."""
        key = {"participant": participant, "questionnaire": questionnaire, "round": round}
        with self.database.reading() as connection:
            rows = connection.execute(_SHEET, key).mappings().all()
        return _sheet(rows)

    def own_sheet(
        self,
        participant: str,
        questionnaire: str,
        round: int,  # noqa: A002
    ) -> tuple[AnswerSheet, frozenset[str]]:
        """One person's responses as they see them themselves: the last one to each item, whether it counts or is held.

        Returns:
            The responses, and the ids of the items whose response is held.
        """
        key = {"participant": participant, "questionnaire": questionnaire, "round": round}
        with self.database.reading() as connection:
            rows = connection.execute(_OWN_SHEET, key).mappings().all()
        late = [row for row in rows if row["held"]]
        return _sheet([*(row for row in rows if not row["held"]), *late]), frozenset(row["item"] for row in late)

    def sheets(self, workshop: str, questionnaire: str, round: int = 1) -> Mapping[str, AnswerSheet]:  # noqa: A002
        """The responses that count in a round, by participant, of everyone who came in time.

        People who answered nothing have an empty sheet; people who joined late are left out, as no result counts them.
        """
        key = {"workshop": workshop, "questionnaire": questionnaire, "round": round}
        with self.database.reading() as connection:
            rows = connection.execute(_SHEETS, key).mappings().all()
        by_person: dict[str, list[RowMapping]] = {}
        for row in rows:
            by_person.setdefault(row["person"], []).extend([row] if row["state"] is not None else [])
        return {person: _sheet(responses) for person, responses in by_person.items()}


def _sheet(rows: Iterable[RowMapping]) -> AnswerSheet:
    return AnswerSheet(MappingProxyType({row["item"]: response_in(dict(row)) for row in rows}))


_SHEET = select(answers).where(*matches_params(answers, "participant", "questionnaire", "round"))
_OWN_SHEET = union_all(
    *(
        select(table.c.item, *(table.c[name] for name in RESPONSE_COLUMNS), literal(late).label("held")).where(
            *matches_params(table, "participant", "questionnaire", "round")
        )
        for table, late in ((answers, False), (held_answer, True))
    )
)
_SHEETS = (
    select(participants.c.id.label("person"), answers.c.item, *(answers.c[name] for name in RESPONSE_COLUMNS))
    .outerjoin(
        answers,
        and_(answers.c.participant == participants.c.id, *matches_params(answers, "questionnaire", "round")),
    )
    .where(participants.c.workshop == bindparam("workshop"), participants.c.late == false())
    .order_by(participants.c.id)
)
