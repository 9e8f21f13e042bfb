"""The people of a room, without their answers; and what each may decide: consent, and leaving."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.row_locks import lock_shared_of
from cosmos_app.storage.seat_links import delete_links_to
from cosmos_app.storage.tables import came_back
from cosmos_app.storage.tables import participant as participants
from models.workshop import NotAllowedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in a room; never what they answered.

    Attributes:
        family: Id of their role's family; None if unknown.
        helped: Whether they took their seat on a device that somebody else had used.
        typed: Whether they answered on paper, and somebody typed it in.
        finished: Whether they said that they are done, in the present round.
        late: Whether they joined too late to count with the others.
        consents: Whether they consent that small families are shown; None if not said.
        name: What they want to be called; None if not asked or not said.
        came_before: Whether they say they were there last time; None if not said.
        same_as: Id of their seat in the workshop before, if they agreed that the two are compared; None also where
            that was erased.
    """

    id: str
    family: str | None
    helped: bool
    typed: bool
    finished: bool
    late: bool
    consents: bool | None
    name: str | None
    came_before: bool | None
    same_as: str | None


class PeopleMixin:
    """The methods of the store about the people of a room."""

    database: Database

    def people(self, workshop: str) -> tuple[Person, ...]:
        """Everyone who took a seat, by their random ids, which hide who came first."""
        query = _PEOPLE.where(participants.c.workshop == workshop).order_by(participants.c.id)
        with self.database.reading() as connection:
            return tuple(Person(**row) for row in connection.execute(query).mappings())

    def say_consent(self, participant: str, consents: bool | None) -> None:
        """Keep whether a person consents, privately, that small families are shown; None withdraws what they said.

        Raises:
            NotAllowedError: After the first reveal, which used it.
        """
        with self.database.writing() as connection:
            if lock_shared_of(self.database, connection, participant).rounds_shown:
                raise NotAllowedError("consent-stays")
            connection.execute(update(participants).where(participants.c.id == participant).values(agrees=consents))

    def leave(self, participant: str) -> None:
        """Erase one person of a room with their answers and the log of them.

        Raises:
            NotAllowedError: If the first round is closed, or this is no room.
            StoreError: If there is no such participant.
        """
        with self.database.writing() as connection:
            room = lock_shared_of(self.database, connection, participant)
            if room.kind != "room":
                raise NotAllowedError("erased-as-a-whole")
            if not room.can_leave:
                raise NotAllowedError("answers-stay")
            delete_links_to(connection, participant)
            if not connection.execute(delete(participants).where(participants.c.id == participant)).rowcount:
                raise StoreError("gone", self.database.place)
        self.database.scrub()


_COLUMNS = ("id", "family", "helped", "typed", "finished", "late", "name", "came_before")
_PEOPLE = select(
    *(participants.c[name] for name in _COLUMNS),
    participants.c.agrees.label("consents"),
    came_back.c.earlier.label("same_as"),
).outerjoin(came_back, came_back.c.participant == participants.c.id)
