"""Sittings: the occasions on which people join a room, each with a code of its own; they share one reveal."""

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, func, select

from cosmos_app.storage.clock_and_ids import new_id
from cosmos_app.storage.codes import JOIN_LETTERS, new_code
from cosmos_app.storage.engine import Database
from cosmos_app.storage.row_locks import lock_exclusive
from cosmos_app.storage.rows import storable
from cosmos_app.storage.tables import sitting as sittings
from models.answers import LONGEST_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One occasion to join.

    Attributes:
        name: What the facilitator called it; "" where there is only one.
        code: What people type to join, in letters of ``codes.CODE_LETTERS``.
        remote: Whether its people join from somewhere else.
    """

    id: str
    name: str
    code: str
    remote: bool


class SittingsMixin:
    """The methods of the store about sittings."""

    database: Database

    def sittings(self, workshop: str) -> tuple[Sitting, ...]:
        """The sittings of a room, in the order they were added."""
        query = select(*_COLUMNS).where(sittings.c.workshop == workshop).order_by(sittings.c.position)
        with self.database.reading() as connection:
            return tuple(Sitting(**row) for row in connection.execute(query).mappings())

    def add_sitting(self, workshop: str, name: str, remote: bool = False) -> Sitting:
        """Add a sitting to a room, with a new code."""
        with self.database.writing() as connection:
            lock_exclusive(self.database, connection, workshop)
            return insert_sitting(self.database, connection, workshop, name, remote)

    def sitting_by_code(self, code: str) -> tuple[Sitting, str] | None:
        """The sitting that a code is for, and its workshop's id; None if it is for none.

        Args:
            code: As stored: see ``codes.clean_code``.
        """
        query = select(*_COLUMNS, sittings.c.workshop).where(sittings.c.code == code)
        with self.database.reading() as connection:
            found = connection.execute(query).mappings().first()
        if found is None:
            return None
        sitting = Sitting(id=found["id"], name=found["name"], code=found["code"], remote=found["remote"])
        return sitting, str(found["workshop"])


def insert_sitting(database: Database, connection: Connection, workshop: str, name: str, remote: bool) -> Sitting:
    """Insert a sitting; its code is made again until no other sitting has it."""
    last = select(func.coalesce(func.max(sittings.c.position), 0)).where(sittings.c.workshop == workshop)
    position = connection.execute(last).scalar_one() + 1
    while True:
        sitting = Sitting(id=new_id(), name=storable(name, LONGEST_NAME), code=new_code(JOIN_LETTERS), remote=remote)
        row = {**asdict(sitting), "workshop": workshop, "position": position}
        connection.execute(database.insert_new(sittings), row)
        if connection.execute(select(sittings.c.id).where(sittings.c.code == sitting.code)).scalar_one() == sitting.id:
            return sitting


_COLUMNS = [sittings.c[name] for name in ("id", "name", "code", "remote")]
