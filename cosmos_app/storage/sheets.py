"""What each person answered: the latest response to each item, and a log of how it came about.

Whether an answer counts is decided where it is kept, from the workshop as it stands at that moment: the workshop's row
is held until the answer is in, so that no freeze slips in between. What came too late is *held*, in a table of its
own that no result reads.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    false,
    insert,
    literal,
    select,
    union_all,
)

from cosmos_app.storage.edge import today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import store_error
from cosmos_app.storage.rows import SAID, WITHDRAWN, response_of, row_of
from cosmos_app.storage.tables import answer as answers
from cosmos_app.storage.tables import answer_log, held_answer, second_round
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import workshop as workshops
from models.answers import AnswerSheet, Response
from models.workshop import ROUNDS, NotAllowedError, Phase, Taken, Workshop

REFUSED: Mapping[Phase, str] = {
    "draft": "This has not begun yet. You can answer as soon as it is open.",
    "open": "The second round asks only a few questions again. What you said to this one before still counts.",
    "frozen": "The answers are closed. What you said before stays as it was.",
    "revealed": "The answers are closed. What you said before stays as it was.",
    "agreed": "The answers are closed: by now everybody has talked and agreed. What you said before stays as it was.",
    "closed": "This is closed by now. What you said before stays as it was.",
}
"""What somebody is told whose answer can't be kept, by the phase it came in."""

COUNTED_FOR_GOOD = (
    "The answers are closed, so this one can't be taken back any more. A new answer would be kept, uncounted."
)


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
        said = row_of(response)
        with self.database.writing() as connection:
            now = self._now(connection, participant, questionnaire, item)
            key = _key(participant, questionnaire, item, now["round"])
            kept = _kept(now)
            taken = _taken(now)
            if taken != "counted":
                return self._come_too_late(connection, key, said, kept, now, taken)
            if not _same(kept, said):
                connection.execute(self.database.upsert(answers), {**key, **said})
                connection.execute(_LOG, {**key, **said, "on_day": today or today_here()})
            return "counted"

    def withdraw(self, participant: str, questionnaire: str, item: str, today: date | None = None) -> None:
        """Take a response of the present round back, so that the item is open again; logged as well.

        Raises:
            NotAllowedError: If it counts and can't be taken out any more; what is held can, until all agreed.
        """
        with self.database.writing() as connection:
            now = self._now(connection, participant, questionnaire, item)
            key = _key(participant, questionnaire, item, now["round"])
            taken = _taken(now)
            if taken == "held" and connection.execute(_LET_GO, key).rowcount:
                return
            if _kept(now) is None:
                return
            if taken != "counted":
                raise NotAllowedError(REFUSED[now["phase"]] if taken == "refused" else COUNTED_FOR_GOOD)
            connection.execute(_WITHDRAW, key)
            connection.execute(_LOG, {**key, **WITHDRAWN, "on_day": today or today_here()})

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

    def _now(self, connection: Connection, participant: str, questionnaire: str, item: str) -> RowMapping:
        """Where the person's workshop stands, held still, and what they said to the item in its round."""
        key = {"participant": participant, "questionnaire": questionnaire, "item": item}
        now = connection.execute(_NOW, key).mappings().first()
        if now is None:
            raise store_error("gone", self.database.place)
        return now

    def _come_too_late(
        self,
        connection: Connection,
        key: Mapping[str, Any],
        said: Mapping[str, Any],
        kept: Mapping[str, Any] | None,
        now: RowMapping,
        taken: Taken,
    ) -> Literal["counted", "held"]:
        waiting = connection.execute(_WAITING, key).mappings().first()
        if _same(dict(waiting) if waiting else kept, said):
            return "held" if waiting else "counted"
        if taken == "refused":
            raise NotAllowedError(REFUSED[now["phase"]])
        if _same(kept, said):  # back at what counts
            connection.execute(_LET_GO, key)
            return "counted"
        connection.execute(self.database.upsert(held_answer), {**key, **said})
        return "held"


def count_what_was_held(connection: Connection, workshop: str, round: int, today: date) -> None:  # noqa: A002
    """Let held answers of a round count, with their lines in the log, but those of people who are late."""
    in_time = select(participants.c.id).where(participants.c.workshop == workshop, ~participants.c.late)
    moved = and_(held_answer.c.participant.in_(in_time), held_answer.c.round == round)
    names = ["participant", "questionnaire", "item", "round", *SAID]
    columns = [held_answer.c[name] for name in names]
    replaced = exists().where(*(held_answer.c[name] == answers.c[name] for name in names[:4]), moved)
    connection.execute(delete(answers).where(replaced))
    connection.execute(insert(answers).from_select(names, select(*columns).where(moved)))
    logged = select(*columns, literal(today)).where(moved)
    connection.execute(insert(answer_log).from_select([*names, "on_day"], logged))
    connection.execute(delete(held_answer).where(moved))


def forget_log(connection: Connection, workshop: str) -> None:
    """Delete the log of a workshop."""
    people = select(participants.c.id).where(participants.c.workshop == workshop)
    connection.execute(delete(answer_log).where(answer_log.c.participant.in_(people)))


def _taken(now: RowMapping) -> Taken:
    if now["kind"] == "room" and now["round"] > ROUNDS[0] and not now["again"]:
        return "refused"
    return Workshop(kind=now["kind"], phase=now["phase"], round=now["round"]).takes(now["late"])


def _kept(now: RowMapping) -> dict[str, Any] | None:
    return None if now["state"] is None else {name: now[name] for name in SAID}


def _same(kept: Mapping[str, Any] | None, said: Mapping[str, Any]) -> bool:
    # As text, because in Python 1, 1.0 and True are equal.
    return kept is not None and json.dumps(dict(kept)) == json.dumps(said)


def _sheet(rows: Iterable[RowMapping]) -> AnswerSheet:
    return AnswerSheet(MappingProxyType({row["item"]: response_of(dict(row)) for row in rows}))


def _key(participant: str, questionnaire: str, item: str, round: int) -> dict[str, Any]:  # noqa: A002
    return {"participant": participant, "questionnaire": questionnaire, "item": item, "round": round}


def _is(table: Table, *names: str) -> list[ColumnElement[bool]]:
    return [table.c[name] == bindparam(name) for name in names]


_AGAIN = (
    exists()
    .where(second_round.c.workshop == workshops.c.id, *_is(second_round, "questionnaire", "item"))
    .correlate(workshops)
    .label("again")
)
_NOW = (
    select(
        workshops.c.kind,
        workshops.c.phase,
        workshops.c.round,
        participants.c.late,
        _AGAIN,
        *(answers.c[name] for name in SAID),
    )
    .join_from(participants, workshops, workshops.c.id == participants.c.workshop)
    .outerjoin(
        answers,
        and_(
            answers.c.participant == participants.c.id,
            answers.c.round == workshops.c.round,
            *_is(answers, "questionnaire", "item"),
        ),
    )
    .where(participants.c.id == bindparam("participant"))
    .with_for_update(read=True, of=workshops)
)
_ONE = ("participant", "questionnaire", "item", "round")
_WAITING = select(*(held_answer.c[name] for name in SAID)).where(*_is(held_answer, *_ONE))
_LET_GO = delete(held_answer).where(*_is(held_answer, *_ONE))
_WITHDRAW = delete(answers).where(*_is(answers, *_ONE))
_SHEET = select(answers).where(*_is(answers, "participant", "questionnaire", "round"))
_OWN_SHEET = union_all(
    *(
        select(table.c.item, *(table.c[name] for name in SAID), literal(late).label("held")).where(
            *_is(table, "participant", "questionnaire", "round")
        )
        for table, late in ((answers, False), (held_answer, True))
    )
)
_SHEETS = (
    select(participants.c.id.label("person"), answers.c.item, *(answers.c[name] for name in SAID))
    .outerjoin(
        answers,
        and_(answers.c.participant == participants.c.id, *_is(answers, "questionnaire", "round")),
    )
    .where(participants.c.workshop == bindparam("workshop"), participants.c.late == false())
    .order_by(participants.c.id)
)
_LOG = insert(answer_log)
