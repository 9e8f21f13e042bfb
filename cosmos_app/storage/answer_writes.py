"""Writing answers within a transaction, by the state of the workshop at that moment.

Whether an answer counts is decided in the transaction that writes it: the workshop's row is locked until then, so that
no freeze comes in between. An answer that comes too late is *held*: kept in a table of its own that no result reads.
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
    update,
)

from cosmos_app.storage.clock_and_ids import today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.rows import RESPONSE_COLUMNS, WITHDRAWN, response_row
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


def write_answer(
    database: Database, connection: Connection, of: tuple[str, str, str], response: Response, today: date | None = None
) -> Literal["counted", "held"]:
    """Write a response within a transaction, as ``AnswersMixin.record`` describes.

    Args:
        database: The database.
        connection: The transaction.
        of: Whose response it is, to which questionnaire and item.
        response: Already validated against the item.
        today: The day of the log's line; None means today.
    """
    row = response_row(response)
    state = _state_of(database, connection, *of)
    if state["idle"]:
        mark_active(connection, of[0])
    key = _key(*of, state["round"])
    counted = _counted_response(state)
    acceptance = _acceptance(state)
    if acceptance != "counted":
        return _hold_answer(database, connection, key, row, counted, state, acceptance)
    if not _is_same(counted, row):
        connection.execute(database.upsert(answers), {**key, **row})
        connection.execute(_LOG, {**key, **row, "on_day": today or today_here()})
    return "counted"


def withdraw_answer(
    database: Database, connection: Connection, of: tuple[str, str, str], today: date | None = None
) -> None:
    """Withdraw a response of the present round within a transaction, as ``AnswersMixin.withdraw`` describes."""
    state = _state_of(database, connection, *of)
    key = _key(*of, state["round"])
    acceptance = _acceptance(state)
    if acceptance == "held" and connection.execute(_DELETE_HELD, key).rowcount:
        return
    if _counted_response(state) is None:
        return
    if acceptance != "counted":
        raise NotAllowedError(REFUSED[state["phase"]] if acceptance == "refused" else "answer-counts")
    connection.execute(_DELETE_COUNTED, key)
    connection.execute(_LOG, {**key, **WITHDRAWN, "on_day": today or today_here()})


def count_held_answers(connection: Connection, workshop: str, round: int, today: date) -> None:  # noqa: A002
    """Let the held answers of a round count, with their lines in the log; not those of people who joined late."""
    in_time = select(participants.c.id).where(participants.c.workshop == workshop, ~participants.c.late)
    moved = and_(held_answer.c.participant.in_(in_time), held_answer.c.round == round)
    names = ["participant", "questionnaire", "item", "round", *RESPONSE_COLUMNS]
    columns = [held_answer.c[name] for name in names]
    replaced = exists().where(*(held_answer.c[name] == answers.c[name] for name in names[:4]), moved)
    connection.execute(delete(answers).where(replaced))
    connection.execute(insert(answers).from_select(names, select(*columns).where(moved)))
    logged = select(*columns, literal(today)).where(moved)
    connection.execute(insert(answer_log).from_select([*names, "on_day"], logged))
    connection.execute(delete(held_answer).where(moved))


def delete_log(connection: Connection, workshop: str) -> None:
    """Delete the log of a workshop."""
    people = select(participants.c.id).where(participants.c.workshop == workshop)
    connection.execute(delete(answer_log).where(answer_log.c.participant.in_(people)))


def mark_active(connection: Connection, participant: str) -> bool:
    """Keep within a transaction that a person still uses their seat; False if there is none."""
    query = update(participants).where(participants.c.id == participant).values(idle=False)
    return bool(connection.execute(query).rowcount)


def matches_params(table: Table, *names: str) -> list[ColumnElement[bool]]:
    """Conditions that these columns equal the query's parameters of the same names."""
    return [table.c[name] == bindparam(name) for name in names]


def _state_of(
    database: Database, connection: Connection, participant: str, questionnaire: str, item: str
) -> RowMapping:
    """The state of the person's workshop, locked from here on, and their response that counts in its round."""
    key = {"participant": participant, "questionnaire": questionnaire, "item": item}
    state = connection.execute(_STATE, key).mappings().first()
    if state is None:
        raise StoreError("gone", database.place)
    return state


def _hold_answer(
    database: Database,
    connection: Connection,
    key: Mapping[str, Any],
    row: Mapping[str, Any],
    counted: Mapping[str, Any] | None,
    state: RowMapping,
    acceptance: Acceptance,
) -> Literal["counted", "held"]:
    """Hold a response that comes too late; if it equals the one that counts, nothing is held any more."""
    held = connection.execute(_HELD, key).mappings().first()
    if _is_same(dict(held) if held else counted, row):
        return "held" if held else "counted"
    if acceptance == "refused":
        raise NotAllowedError(REFUSED[state["phase"]])
    if _is_same(counted, row):
        connection.execute(_DELETE_HELD, key)
        return "counted"
    connection.execute(database.upsert(held_answer), {**key, **row})
    return "held"


def _acceptance(state: RowMapping) -> Acceptance:
    if state["kind"] == "room" and state["round"] > ROUNDS[0] and not state["again"]:
        return "refused"
    return Workshop(kind=state["kind"], phase=state["phase"], round=state["round"]).accepts(state["late"])


def _counted_response(state: RowMapping) -> dict[str, Any] | None:
    return None if state["state"] is None else {name: state[name] for name in RESPONSE_COLUMNS}


def _is_same(stored: Mapping[str, Any] | None, row: Mapping[str, Any]) -> bool:
    # As text, because in Python 1, 1.0 and True are equal.
    return stored is not None and json.dumps(dict(stored)) == json.dumps(row)


def _key(participant: str, questionnaire: str, item: str, round: int) -> dict[str, Any]:  # noqa: A002
    return {"participant": participant, "questionnaire": questionnaire, "item": item, "round": round}


_AGAIN = (
    exists()
    .where(second_round.c.workshop == workshops.c.id, *matches_params(second_round, "questionnaire", "item"))
    .correlate(workshops)
    .label("again")
)
_STATE = (
    select(
        workshops.c.kind,
        workshops.c.phase,
        workshops.c.round,
        participants.c.late,
        participants.c.idle,
        _AGAIN,
        *(answers.c[name] for name in RESPONSE_COLUMNS),
    )
    .join_from(participants, workshops, workshops.c.id == participants.c.workshop)
    .outerjoin(
        answers,
        and_(
            answers.c.participant == participants.c.id,
            answers.c.round == workshops.c.round,
            *matches_params(answers, "questionnaire", "item"),
        ),
    )
    .where(participants.c.id == bindparam("participant"))
    .with_for_update(read=True, of=workshops)
)
_KEY = ("participant", "questionnaire", "item", "round")
_HELD = select(*(held_answer.c[name] for name in RESPONSE_COLUMNS)).where(*matches_params(held_answer, *_KEY))
_DELETE_HELD = delete(held_answer).where(*matches_params(held_answer, *_KEY))
_DELETE_COUNTED = delete(answers).where(*matches_params(answers, *_KEY))
_LOG = insert(answer_log)
