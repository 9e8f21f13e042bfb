"""Who sits where: participants, and the tokens that bring them back to their seat."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from cosmos_app.storage.edge import new_id
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import store_error
from cosmos_app.storage.rows import writable
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import resume as tokens
from cosmos_app.storage.tables import workshop as workshops
from cosmos_app.storage.tables import workshop_definition
from models.definition import Depth
from models.workshop import Kind, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A participant's place in a workshop.

    Attributes:
        round: The workshop's round, counted from 1.
        example: Whether the workshop is a rehearsal with invented answers.
        definitions: Hash of each questionnaire's definition, by questionnaire id, in the order asked.
        role: As the participant said it; None if not said.
        family: Id of the role's family; None if unknown.
        second_hat: Another role they also have; None if not said.
        finished: Whether they said that they are done.
    """

    participant: str
    workshop: str
    kind: Kind
    phase: Phase
    round: int
    depth: Depth
    example: bool
    definitions: Mapping[str, str]
    role: str | None
    family: str | None
    second_hat: str | None
    finished: bool


class Seats:
    """The part of the store that knows participants."""

    database: Database

    def join(
        self,
        workshop: str,
        token: str,
        role: str | None = None,
        family: str | None = None,
        second_hat: str | None = None,
        *,
        move: bool = False,
    ) -> str:
        """Seat a new participant, who comes back with *token*; returns the participant's id.

        Args:
            workshop: Where they sit.
            token: What brings them back.
            role: As they said it; None if not said.
            family: Id of the role's family; None if unknown.
            second_hat: Another role they also have; None if not said.
            move: Whether the token no longer leads to any seat it led to before.

        Raises:
            TakenError: If the token is somebody's already, and not moved.
        """
        person = new_id()
        with self.database.writing() as connection:
            row = {"id": person, "workshop": workshop, "finished": False}
            connection.execute(insert(participants), {**row, **_hats(role, family, second_hat)})
            self._give(connection, token, person, move=move)
        return person

    def say_role(self, participant: str, role: str | None, family: str | None, second_hat: str | None = None) -> None:
        """Keep who the participant is to the service, in place of what was said before."""
        self._change(participant, **_hats(role, family, second_hat))

    def finish(self, participant: str) -> None:
        """Keep that the participant is done answering."""
        self._change(participant, finished=True)

    def resume(self, token: str) -> Seat | None:
        """The seat that a token leads to; None if it leads nowhere."""
        with self.database.reading() as connection:
            found = connection.execute(_SEAT, {"token_hash": _hash(token)}).mappings().first()
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
            definitions={row.questionnaire: row.snapshot for row in definitions},
            role=found["role"],
            family=found["family"],
            second_hat=found["second_hat"],
            finished=found["finished"],
        )

    def add_token(self, participant: str, token: str, *, move: bool = False) -> None:
        """Let another token lead to the participant's seat: a second device, a short code.

        Args:
            participant: Whose seat.
            token: The token.
            move: Whether it no longer leads to any seat it led to before.

        Raises:
            TakenError: If the token is somebody else's, and not moved.
        """
        with self.database.writing() as connection:
            self._give(connection, token, participant, move=move)

    def drop_token(self, token: str) -> None:
        """Make a token lead nowhere."""
        with self.database.writing() as connection:
            connection.execute(delete(tokens).where(tokens.c.token_hash == _hash(token)))

    def _give(self, connection: Connection, token: str, participant: str, *, move: bool) -> None:
        row = {"token_hash": _hash(token), "participant": participant}
        if move:
            connection.execute(delete(tokens).where(tokens.c.token_hash == row["token_hash"]))
        connection.execute(self.database.insert_new(tokens), row)
        owner = select(tokens.c.participant).where(tokens.c.token_hash == row["token_hash"])
        if connection.execute(owner).scalar_one() != participant:
            raise store_error("taken", self.database.place)

    def _change(self, participant: str, **columns: str | bool | None) -> None:
        with self.database.writing() as connection:
            changed = connection.execute(update(participants).where(participants.c.id == participant).values(columns))
            if not changed.rowcount:
                raise store_error("gone", self.database.place)


def _hats(role: str | None, family: str | None, second_hat: str | None) -> dict[str, str | None]:
    said = {"role": role, "family": family, "second_hat": second_hat}
    return {name: None if text is None else writable(text) for name, text in said.items()}


def _hash(token: str) -> str:
    """What is kept of a token: whoever reads the database can't take a seat with it."""
    return hashlib.sha256(token.encode()).hexdigest()


_OF_WORKSHOP = [workshops.c[name] for name in ("kind", "phase", "round", "depth", "example")]
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
