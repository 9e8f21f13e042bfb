"""Seats: participants, and the tokens that lead their browsers back to them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from cosmos_app.storage.clock_and_ids import new_id
from cosmos_app.storage.code_key import keyed_hash
from cosmos_app.storage.codes import RESUME_LETTERS
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError, TakenError
from cosmos_app.storage.row_locks import lock_shared
from cosmos_app.storage.rows import storable
from cosmos_app.storage.seat_links import can_link, link
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import removed_seat, workshop_definition
from cosmos_app.storage.tables import resume as tokens
from cosmos_app.storage.tables import workshop as workshops
from models.answers import LONGEST_NAME
from models.definition import Depth
from models.workshop import Kind, NotAllowedError, Phase, Workshop

CLOSED_TO_NEWCOMERS: Mapping[Phase, str] = {
    "draft": "joining-not-open",
    "agreed": "joining-over-after-talk",
    "closed": "joining-over",
}
"""The reason why nobody can join a room now, by its phase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A participant's place in a workshop.

    Attributes:
        round: The workshop's round, counted from 1.
        example: Whether the workshop is a rehearsal with invented answers.
        erase_on: The day the workshop is erased; None in a store of an older release that has not been looked at yet.
        definitions: Hash of each questionnaire's definition, by questionnaire id, in the order asked.
        role: As the participant said it; None if not said.
        family: Id of the role's family; None if unknown.
        second_hat: Another role they also have; None if not said.
        finished: Whether they said that they are done, in the present round.
        name: What they want to be called; None if not asked or not said.
        late: Whether they joined a room too late to count with the others.
        consents: Whether they consent that small families are shown; None if not said.
        helped: Whether somebody else works the device for them.
        idle: Whether the desk asked if they still use this seat, and they have not acted since.
    """

    participant: str
    workshop: str
    kind: Kind
    phase: Phase
    round: int
    depth: Depth
    example: bool
    erase_on: date | None
    definitions: Mapping[str, str]
    role: str | None
    family: str | None
    second_hat: str | None
    finished: bool
    name: str | None
    late: bool
    consents: bool | None
    helped: bool
    idle: bool


class SeatsMixin:
    """The methods of the store about participants."""

    database: Database

    def join(
        self,
        workshop: str,
        token: str,
        role: str | None = None,
        family: str | None = None,
        second_hat: str | None = None,
        *,
        name: str | None = None,
        helped: bool = False,
        came_before: bool | None = None,
        same_as: str | None = None,
        move: bool = False,
    ) -> str:
        """Add a participant, to whom *token* leads from now on; returns the participant's id.

        Args:
            workshop: Id of the workshop.
            token: What their browser is known by.
            role: As they said it; None if not said.
            family: Id of the role's family; None if unknown.
            second_hat: Another role they also have; None if not said.
            name: What they want to be called; None if not asked or not said.
            helped: Whether somebody else works the device for them.
            came_before: Whether they say they were there last time; None if not said.
            same_as: Id of their seat in the workshop before, if they agreed that the two are compared.
            move: Whether the token no longer leads to any seat it led to before.

        Raises:
            NotAllowedError: If nobody can join the room now, or that seat can't be linked.
            TakenError: If the token is somebody's already, and not moved.
        """
        person = new_id()
        with self.database.writing() as connection:
            room = lock_shared(self.database, connection, workshop)
            row = {
                "id": person,
                "workshop": workshop,
                "helped": helped,
                "came_before": same_as is not None or came_before,
                **_texts(role=role, family=family, second_hat=second_hat, name=name),
            }
            insert_participant(connection, room, row)
            if same_as is not None:
                link(self.database, connection, workshop, person, same_as)
            self._add_token(connection, token, person, move=move)
        return person

    def can_link(self, workshop: str) -> bool:
        """Whether people who join can be linked to their seats in the workshop before.

        False also if people of another workshop are linked to that one already.
        """
        with self.database.reading() as connection:
            return can_link(connection, workshop)

    def finish(self, participant: str, done: bool = True) -> None:
        """Keep whether the participant is done answering."""
        with self.database.writing() as connection:
            query = update(participants).where(participants.c.id == participant)
            if not connection.execute(query.values(finished=done, idle=False)).rowcount:
                raise StoreError("gone", self.database.place)

    def resume(self, token: str) -> Seat | None:
        """The seat that a token leads to; None if it leads nowhere."""
        return self._seat(token_hash(token))

    def add_code(self, participant: str, code: str) -> None:
        """Let a resume code lead to a participant, beside their tokens.

        Raises:
            TakenError: If it is somebody else's.
        """
        with self.database.writing() as connection:
            self._add_hash(connection, self._code_hash(code), participant, move=False)

    def resume_by_code(self, code: str) -> Seat | None:
        """The seat that a resume code leads to; None if it leads nowhere.

        A code that was made before codes were hashed under a key is kept under it from its first use on.
        """
        seat = self._seat(self._code_hash(code))
        if seat is not None or len(code) != RESUME_LETTERS:
            return seat
        without_key = self._seat(token_hash(code))
        if without_key is not None:
            with self.database.writing() as connection:
                connection.execute(delete(tokens).where(tokens.c.token_hash == token_hash(code)))
                self._add_hash(connection, self._code_hash(code), without_key.participant, move=True)
        return without_key

    def _code_hash(self, code: str) -> str:
        return keyed_hash(self.database.folder, "resume-code", code)

    def _seat(self, hash: str) -> Seat | None:  # noqa: A002
        with self.database.reading() as connection:
            found = connection.execute(_SEAT, {"token_hash": hash}).mappings().first()
            if found is None:
                return None
            definitions = connection.execute(_DEFINITIONS, {"of": found["workshop"]}).all()
        return Seat(
            participant=found["id"],
            workshop=found["workshop"],
            kind=found["kind"],
            phase=found["phase"],
            round=found["round"],
            depth=found["depth"],
            example=found["example"],
            erase_on=found["erase_on"],
            definitions={row.questionnaire: row.snapshot for row in definitions},
            role=found["role"],
            family=found["family"],
            second_hat=found["second_hat"],
            finished=found["finished"],
            name=found["name"],
            late=found["late"],
            consents=found["agrees"],
            helped=found["helped"],
            idle=found["idle"],
        )

    def add_token(self, participant: str, token: str, *, move: bool = False) -> None:
        """Let another token lead to a participant as well, as of a second device.

        Args:
            participant: Id of the participant.
            token: The token.
            move: Whether it no longer leads to any seat it led to before.

        Raises:
            TakenError: If the token is somebody else's, and not moved.
        """
        with self.database.writing() as connection:
            self._add_token(connection, token, participant, move=move)

    def _add_token(self, connection: Connection, token: str, participant: str, *, move: bool) -> None:
        self._add_hash(connection, token_hash(token), participant, move=move)

    def _add_hash(self, connection: Connection, hash: str, participant: str, *, move: bool) -> None:  # noqa: A002
        row = {"token_hash": hash, "participant": participant}
        if move:
            connection.execute(delete(tokens).where(tokens.c.token_hash == row["token_hash"]))
        connection.execute(delete(removed_seat).where(removed_seat.c.token_hash == row["token_hash"]))
        connection.execute(self.database.insert_new(tokens), row)
        owner = select(tokens.c.participant).where(tokens.c.token_hash == row["token_hash"])
        if connection.execute(owner).scalar_one() != participant:
            raise TakenError(self.database.place)


def insert_participant(connection: Connection, room: Workshop, row: Mapping[str, Any]) -> None:
    """Insert a participant, in time or late by the state of the room.

    Args:
        connection: A transaction in which the room is locked.
        room: Its state.
        row: The columns of ``participant`` except those that follow from the state.

    Raises:
        NotAllowedError: If nobody can join the room now.
    """
    if not room.can_join:
        raise NotAllowedError(CLOSED_TO_NEWCOMERS[room.phase])
    connection.execute(insert(participants), {"finished": False, "late": room.joins_late, **row})


def _texts(**columns: str | None) -> dict[str, str | None]:
    return {name: None if text is None else storable(text, LONGEST_NAME) for name, text in columns.items()}


def token_hash(token: str) -> str:
    """The hash that is kept of a token, so that nobody who reads the database can take a seat with it."""
    return hashlib.sha256(token.encode()).hexdigest()


_OF_WORKSHOP = [workshops.c[name] for name in ("kind", "phase", "round", "depth", "example", "erase_on")]
_SEAT = (
    select(participants, *_OF_WORKSHOP)
    .join(tokens, tokens.c.participant == participants.c.id)
    .join(workshops, workshops.c.id == participants.c.workshop)
    .where(tokens.c.token_hash == bindparam("token_hash"))
)
_DEFINITIONS = (
    select(workshop_definition.c.questionnaire, workshop_definition.c.snapshot)
    .where(workshop_definition.c.workshop == bindparam("of"))
    .order_by(workshop_definition.c.position)
)
