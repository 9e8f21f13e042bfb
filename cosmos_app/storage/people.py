"""The people of a room, as those who count them need them; and what each may still decide about themselves."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.links import forget_links_to
from cosmos_app.storage.row_locks import pinned_of
from cosmos_app.storage.tables import came_back
from cosmos_app.storage.tables import participant as participants
from models.workshop import ROUNDS, NotAllowedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in a room; never what they answered.

    Attributes:
        family: Id of their role's family; None if unknown.
        finished: Whether they said that they are done, in the present round.
        late: Whether they joined too late to count with the others.
        consents: Whether they agree that small families are shown; None if not said.
        name: What they want to be called; None if not asked or not said.
        came_before: Whether they say they were there last time; None if not said.
        same_as: Id of their seat in the workshop before, which they agreed to have compared; None for none, or
            where it was erased.
    """

    id: str
    family: str | None
    finished: bool
    late: bool
    consents: bool | None
    name: str | None
    came_before: bool | None
    same_as: str | None


class People:
    """The part of the store that knows who is in a room."""

    database: Database

    def people(self, workshop: str) -> tuple[Person, ...]:
        """Everyone who took a seat, in an order that tells nothing."""
        query = _PEOPLE.where(participants.c.workshop == workshop).order_by(participants.c.id)
        with self.database.reading() as connection:
            return tuple(Person(**row) for row in connection.execute(query).mappings())

    def say_consent(self, participant: str, consents: bool | None) -> None:
        """Keep whether a person agrees, privately, that small families are shown; None takes it back.

        Raises:
            NotAllowedError: After the first reveal, which settled it.
        """
        with self.database.writing() as connection:
            if pinned_of(self.database, connection, participant).rounds_shown:
                raise NotAllowedError("consent-stays")
            connection.execute(update(participants).where(participants.c.id == participant).values(agrees=consents))

    def leave(self, participant: str) -> None:
        """Erase one person of a room with everything they said, the log included.

        Raises:
            NotAllowedError: If the first round is closed, or this is no room.
            StoreError: If there is no such participant.
        """
        with self.database.writing() as connection:
            room = pinned_of(self.database, connection, participant)
            if room.kind != "room":
                raise NotAllowedError("erased-as-a-whole")
            if room.phase != "open" or room.round != ROUNDS[0]:
                raise NotAllowedError("answers-stay")
            forget_links_to(connection, participant)
            if not connection.execute(delete(participants).where(participants.c.id == participant)).rowcount:
                raise StoreError("gone", self.database.place)
        self.database.scrub()


_ABOUT = ("id", "family", "finished", "late", "name", "came_before")
_PEOPLE = select(
    *(participants.c[name] for name in _ABOUT),
    participants.c.agrees.label("consents"),
    came_back.c.earlier.label("same_as"),
).outerjoin(came_back, came_back.c.participant == participants.c.id)
