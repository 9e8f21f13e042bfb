"""How an answer is kept: within a transaction, from where the workshop stands at that moment.

Whether an answer counts is decided where it is kept: the workshop's row is held until the answer is in, so that no
freeze slips in between. What came too late is *held*, in a table of its own that no result reads.
"""

import json
from collections.abc import Mapping
from datetime import date
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
    insert,
    literal,
    select,
)

from cosmos_app.storage.clock_and_ids import today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.rows import SAID, WITHDRAWN, row_of
from cosmos_app.storage.tables import answer as answers
from cosmos_app.storage.tables import answer_log, held_answer, second_round
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import workshop as workshops
from models.answers import Response
from models.workshop import ROUNDS, Acceptance, NotAllowedError, Phase, Workshop

REFUSED: Mapping[Phase, str] = {
    "draft": "answers-not-open",
    "open": "not-asked-again",
    "frozen": "answers-closed",
    "revealed": "answers-closed",
    "agreed": "answers-closed-by-talk",
    "closed": "answers-closed-for-good",
}
"""The reason why an answer can't be kept, by the phase it comes in."""


def keep_answer(
    database: Database, connection: Connection, of: tuple[str, str, str], response: Response, today: date | None = None
) -> Literal["counted", "held"]:
    """Keep a response within a transaction, as ``Sheets.record`` says.

    Args:
        database: The database.
        connection: The transaction.
        of: Whose response it is, to which questionnaire and item.
        response: Already validated against the item.
        today: The day of the log's line; None means today.
    """
    said = row_of(response)
    now = _now(database, connection, *of)
    key = _key(*of, now["round"])
    kept = _kept(now)
    taken = _taken(now)
    if taken != "counted":
        return _come_too_late(database, connection, key, said, kept, now, taken)
    if not _same(kept, said):
        connection.execute(database.upsert(answers), {**key, **said})
        connection.execute(_LOG, {**key, **said, "on_day": today or today_here()})
    return "counted"


def take_back(database: Database, connection: Connection, of: tuple[str, str, str], today: date | None = None) -> None:
    """Take a response of the present round back within a transaction, as ``Sheets.withdraw`` says."""
    now = _now(database, connection, *of)
    key = _key(*of, now["round"])
    taken = _taken(now)
    if taken == "held" and connection.execute(_LET_GO, key).rowcount:
        return
    if _kept(now) is None:
        return
    if taken != "counted":
        raise NotAllowedError(REFUSED[now["phase"]] if taken == "refused" else "answer-counts")
    connection.execute(_WITHDRAW, key)
    connection.execute(_LOG, {**key, **WITHDRAWN, "on_day": today or today_here()})


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


def bound(table: Table, *names: str) -> list[ColumnElement[bool]]:
    """Conditions that these columns are what the query is told under their names."""
    return [table.c[name] == bindparam(name) for name in names]


def _now(database: Database, connection: Connection, participant: str, questionnaire: str, item: str) -> RowMapping:
    """Where the person's workshop stands, held still, and what they said to the item in its round."""
    key = {"participant": participant, "questionnaire": questionnaire, "item": item}
    now = connection.execute(_NOW, key).mappings().first()
    if now is None:
        raise StoreError("gone", database.place)
    return now


def _come_too_late(
    database: Database,
    connection: Connection,
    key: Mapping[str, Any],
    said: Mapping[str, Any],
    kept: Mapping[str, Any] | None,
    now: RowMapping,
    taken: Acceptance,
) -> Literal["counted", "held"]:
    waiting = connection.execute(_WAITING, key).mappings().first()
    if _same(dict(waiting) if waiting else kept, said):
        return "held" if waiting else "counted"
    if taken == "refused":
        raise NotAllowedError(REFUSED[now["phase"]])
    if _same(kept, said):  # back at what counts
        connection.execute(_LET_GO, key)
        return "counted"
    connection.execute(database.upsert(held_answer), {**key, **said})
    return "held"


def _taken(now: RowMapping) -> Acceptance:
    if now["kind"] == "room" and now["round"] > ROUNDS[0] and not now["again"]:
        return "refused"
    return Workshop(kind=now["kind"], phase=now["phase"], round=now["round"]).accepts(now["late"])


def _kept(now: RowMapping) -> dict[str, Any] | None:
    return None if now["state"] is None else {name: now[name] for name in SAID}


def _same(kept: Mapping[str, Any] | None, said: Mapping[str, Any]) -> bool:
    # As text, because in Python 1, 1.0 and True are equal.
    return kept is not None and json.dumps(dict(kept)) == json.dumps(said)


def _key(participant: str, questionnaire: str, item: str, round: int) -> dict[str, Any]:  # noqa: A002
    return {"participant": participant, "questionnaire": questionnaire, "item": item, "round": round}


_AGAIN = (
    exists()
    .where(second_round.c.workshop == workshops.c.id, *bound(second_round, "questionnaire", "item"))
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
            *bound(answers, "questionnaire", "item"),
        ),
    )
    .where(participants.c.id == bindparam("participant"))
    .with_for_update(read=True, of=workshops)
)
_ONE = ("participant", "questionnaire", "item", "round")
_WAITING = select(*(held_answer.c[name] for name in SAID)).where(*bound(held_answer, *_ONE))
_LET_GO = delete(held_answer).where(*bound(held_answer, *_ONE))
_WITHDRAW = delete(answers).where(*bound(answers, *_ONE))
_LOG = insert(answer_log)
