"""Actions: what a room means to do, and the remarks it left for another time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from cosmos_app.storage.clock_and_ids import new_id
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.row_locks import lock_exclusive
from cosmos_app.storage.rows import storable
from cosmos_app.storage.tables import action as actions
from cosmos_app.storage.tables import parked as parking
from models.answers import LONGEST_NAME, LONGEST_NOTE
from models.workshop import NotAllowedError

Status = Literal["open", "done", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something a room means to do.

    Attributes:
        owner: Who takes care of it.
        due: By when, in their words.
        subject: What it is about: an item as "questionnaire/item", a factor's id; "" for nothing.
        status: "open", "done" or "dropped".
        became: What became of it; "" as long as nobody knows.
    """

    id: str
    what: str
    owner: str
    due: str
    subject: str
    status: Status
    became: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """A remark that is left for another time."""

    id: str
    words: str


class ActionsMixin:
    """The methods of the store about actions and parked remarks."""

    database: Database

    def add_action(self, workshop: str, what: str, owner: str = "", due: str = "", subject: str = "") -> str:
        """Keep a new action; returns its id.

        Raises:
            NotAllowedError: After the close.
        """
        columns = {
            "what": storable(what),
            "owner": storable(owner, LONGEST_NAME),
            "due": storable(due, LONGEST_NAME),
            "subject": storable(subject, LONGEST_NAME),
        }
        with self.database.writing() as connection:
            return self._insert(connection, actions, workshop, {**columns, "status": "open", "became": ""})

    def change_action(
        self,
        workshop: str,
        action: str,
        *,
        what: str | None = None,
        owner: str | None = None,
        due: str | None = None,
        subject: str | None = None,
        status: Status | None = None,
        became: str | None = None,
    ) -> None:
        """Change an action, also after the close; None leaves a part as it is."""
        parts = {"what": what, "owner": owner, "due": due, "subject": subject, "status": status, "became": became}
        short = ("owner", "due", "subject")
        changed = {
            name: storable(text, LONGEST_NAME if name in short else LONGEST_NOTE)
            for name, text in parts.items()
            if text is not None
        }
        with self.database.writing() as connection:
            query = update(actions).where(actions.c.workshop == workshop, actions.c.id == action)
            if changed and not connection.execute(query.values(changed)).rowcount:
                raise StoreError("gone", self.database.place)

    def drop_action(self, workshop: str, action: str) -> None:
        """Delete an action; one that is gone already is fine.

        Raises:
            NotAllowedError: After the close.
        """
        self._delete(actions, workshop, action)

    def actions(self, workshop: str) -> tuple[Action, ...]:
        """The actions of a room, in the order they were added."""
        names = ("id", "what", "owner", "due", "subject", "status", "became")
        query = select(*(actions.c[name] for name in names)).where(actions.c.workshop == workshop)
        with self.database.reading() as connection:
            return tuple(Action(**row) for row in connection.execute(query.order_by(actions.c.position)).mappings())

    def park(self, workshop: str, words: str) -> str:
        """Keep a remark for another time; returns its id.

        Raises:
            NotAllowedError: After the close.
        """
        with self.database.writing() as connection:
            return self._insert(connection, parking, workshop, {"words": storable(words)})

    def unpark(self, workshop: str, parked: str) -> None:
        """Delete a parked remark; one that is gone already is fine.

        Raises:
            NotAllowedError: After the close.
        """
        self._delete(parking, workshop, parked)

    def parked(self, workshop: str) -> tuple[Parked, ...]:
        """The parked remarks of a room, in the order they came up."""
        query = select(parking.c.id, parking.c.words).where(parking.c.workshop == workshop)
        with self.database.reading() as connection:
            return tuple(Parked(**row) for row in connection.execute(query.order_by(parking.c.position)).mappings())

    def _insert(self, connection: Connection, table: Table, workshop: str, columns: Mapping[str, str]) -> str:
        self._expect_talk_open(connection, workshop)
        last = select(func.coalesce(func.max(table.c.position), 0)).where(table.c.workshop == workshop)
        row = {"id": new_id(), "workshop": workshop, "position": connection.execute(last).scalar_one() + 1}
        connection.execute(insert(table), {**row, **columns})
        return str(row["id"])

    def _delete(self, table: Table, workshop: str, row: str) -> None:
        with self.database.writing() as connection:
            self._expect_talk_open(connection, workshop)
            connection.execute(delete(table).where(table.c.workshop == workshop, table.c.id == row))

    def _expect_talk_open(self, connection: Connection, workshop: str) -> None:
        # Locked exclusively, although it does not change: two who add at once get two positions.
        if lock_exclusive(self.database, connection, workshop).phase == "closed":
            raise NotAllowedError("talk-closed")
