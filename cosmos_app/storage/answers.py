"""What each person answered: the latest response to each item, and a log of how it came about (see ``keeping``)."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from sqlalchemy import RowMapping, and_, bindparam, false, literal, select, union_all

from cosmos_app.storage.answer_writes import bound, forget_log, keep_answer, take_back
from cosmos_app.storage.engine import Database
from cosmos_app.storage.rows import SAID, response_of
from cosmos_app.storage.tables import answer as answers
from cosmos_app.storage.tables import held_answer
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
        today: date | None = None,
    ) -> Literal["counted", "held"]:
        """Keep a response, and its line in the log if it counts, together or neither.

        The round is the workshop's own. A response equal to the one kept is no change and adds no line: screens save
        on a click and once more when they reconcile.

        Args:
            participant: Who answered.
            questionnaire: Id of the questionnaire.
            item: Id of the item.
            response: Already validated against the item.
            today: The day of the log's line; None means today.

        Returns:
            Whether it counts, or is held: kept, and counted in no result.

        Raises:
            NotAllowedError: If the workshop takes no such answer now; its words are for the person.
            StoreError: If it could not be kept.
        """
        with self.database.writing() as connection:
            return keep_answer(self.database, connection, (participant, questionnaire, item), response, today)

    def record_all(
        self, participant: str, responses: Mapping[tuple[str, str], Response], today: date | None = None
    ) -> None:
        """Keep all responses of somebody who answers at once, by questionnaire and item, or none; see ``record``."""
        with self.database.writing() as connection:
            for (questionnaire, item), response in responses.items():
                keep_answer(self.database, connection, (participant, questionnaire, item), response, today)

    def withdraw(self, participant: str, questionnaire: str, item: str, today: date | None = None) -> None:
        """Take a response of the present round back, so that the item is open again; logged as well.

        Raises:
            NotAllowedError: If it counts and can't be taken out any more; what is held can, until all agreed.
        """
        with self.database.writing() as connection:
            take_back(self.database, connection, (participant, questionnaire, item), today)

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
        """One person's responses as they see them themselves: the last they gave, whether it counts or is held.

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

        Whoever said nothing has an empty sheet; whoever came late is not there, for they belong to no result.
        """
        key = {"workshop": workshop, "questionnaire": questionnaire, "round": round}
        with self.database.reading() as connection:
            rows = connection.execute(_SHEETS, key).mappings().all()
        of: dict[str, list[RowMapping]] = {}
        for row in rows:
            of.setdefault(row["person"], []).extend([row] if row["state"] is not None else [])
        return {person: _sheet(said) for person, said in of.items()}

    def erase_log(self, workshop: str) -> None:
        """Forget how the answers of a workshop came about; the answers stay."""
        with self.database.writing() as connection:
            forget_log(connection, workshop)
        self.database.scrub()


def _sheet(rows: Iterable[RowMapping]) -> AnswerSheet:
    return AnswerSheet(MappingProxyType({row["item"]: response_of(dict(row)) for row in rows}))


_SHEET = select(answers).where(*bound(answers, "participant", "questionnaire", "round"))
_OWN_SHEET = union_all(
    *(
        select(table.c.item, *(table.c[name] for name in SAID), literal(late).label("held")).where(
            *bound(table, "participant", "questionnaire", "round")
        )
        for table, late in ((answers, False), (held_answer, True))
    )
)
_SHEETS = (
    select(participants.c.id.label("person"), answers.c.item, *(answers.c[name] for name in SAID))
    .outerjoin(
        answers,
        and_(answers.c.participant == participants.c.id, *bound(answers, "questionnaire", "round")),
    )
    .where(participants.c.workshop == bindparam("workshop"), participants.c.late == false())
    .order_by(participants.c.id)
)
