"""What a room makes of its answers when it talks: what it asks again, settles and means to do; and how people felt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from cosmos_app.storage.clock_and_ids import new_id
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.row_locks import pinned, pinned_of, pinned_to_change
from cosmos_app.storage.rows import evidence_of, evidence_row, value_of, value_row, writable
from cosmos_app.storage.tables import action as actions
from cosmos_app.storage.tables import feedback, second_round
from cosmos_app.storage.tables import parked as parking
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import settled as agreements
from models.answers import LONGEST_NAME, LONGEST_NOTE, Evidence
from models.workshop import ROUNDS, NotAllowedError

Status = Literal["open", "done", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a room made of an item: an answer it agreed on, or a disagreement it recorded.

    Attributes:
        value: The agreed answer (of a checklist, a tuple); None for a disagreement, or nothing yet.
        one_side: Why some see it one way; "" for nothing. Like the other side, without saying who they are.
        other_side: Why others see it another way; "" for nothing.
        note: What else was said; "" for nothing.
    """

    value: int | float | str | tuple[str, ...] | None = None
    one_side: str = ""
    other_side: str = ""
    note: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something the room means to do.

    Attributes:
        owner: Who sees to it.
        due: By when, in their words.
        subject: What it came from: an item as "questionnaire/item", a factor's id; "" for nothing.
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
    """Something said that needs another time."""

    id: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What somebody thought of the workshop.

    Attributes:
        heard: Whether they felt heard, from 0 (not at all) to 4; None if not said.
        worth: Whether it was worth their time, from 0 (not at all) to 4; None if not said.
        words: What else; "" for nothing.
    """

    heard: int | None = None
    worth: int | None = None
    words: str = ""


class Talk:
    """The part of the store that knows what a room talked about."""

    database: Database

    def ask_again(self, workshop: str, subjects: Iterable[tuple[str, str]]) -> None:
        """Keep what a second round asks, in place of what was picked before.

        Args:
            workshop: In which room.
            subjects: Pairs of a questionnaire's and an item's id.

        Raises:
            NotAllowedError: Unless the first round is revealed and the second not open.
        """
        rows = [{"workshop": workshop, "questionnaire": name, "item": item} for name, item in dict.fromkeys(subjects)]
        with self.database.writing() as connection:
            room = pinned(self.database, connection, workshop)
            if room.phase != "revealed" or room.round != ROUNDS[0]:
                raise NotAllowedError("picked-between-rounds")
            connection.execute(delete(second_round).where(second_round.c.workshop == workshop))
            if rows:
                connection.execute(insert(second_round), rows)

    def asked_again(self, workshop: str) -> frozenset[tuple[str, str]]:
        """What a second round asks, as pairs of a questionnaire's and an item's id."""
        query = select(second_round.c.questionnaire, second_round.c.item).where(second_round.c.workshop == workshop)
        with self.database.reading() as connection:
            return frozenset((row.questionnaire, row.item) for row in connection.execute(query))

    def decide(self, workshop: str, questionnaire: str, item: str, settled: Decision | None) -> None:
        """Keep what the room made of an item, in place of what was kept before; None takes it away.

        Raises:
            NotAllowedError: Unless answers are revealed and the workshop is not closed.
        """
        key = {"workshop": workshop, "questionnaire": questionnaire, "item": item}
        with self.database.writing() as connection:
            if pinned(self.database, connection, workshop).phase not in ("revealed", "agreed"):
                raise NotAllowedError("decided-while-talking")
            if settled is None:
                connection.execute(delete(agreements).where(*(agreements.c[name] == key[name] for name in key)))
            else:
                connection.execute(self.database.upsert(agreements), {**key, **_agreement(settled)})

    def decisions(self, workshop: str) -> Mapping[tuple[str, str], Decision]:
        """What the room made of its items, by questionnaire and item id."""
        query = select(agreements).where(agreements.c.workshop == workshop)
        with self.database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return {
            (row["questionnaire"], row["item"]): Decision(
                value=value_of(row["value"]),
                one_side=row["one_side"],
                other_side=row["other_side"],
                note=row["note"],
                evidence=evidence_of(row["evidence"]),
            )
            for row in rows
        }

    def keep_feedback(self, participant: str, said: Feedback) -> None:
        """Keep what a person thought of the workshop, in place of what they said before.

        Raises:
            NotAllowedError: After the close: what is told then does not change any more.
        """
        row = {"heard": said.heard, "worth": said.worth, "words": writable(said.words)}
        with self.database.writing() as connection:
            if pinned_of(self.database, connection, participant).phase == "closed":
                raise NotAllowedError("talk-closed")
            connection.execute(self.database.upsert(feedback), {"participant": participant, **row})

    def feedbacks(self, workshop: str) -> tuple[Feedback, ...]:
        """What people thought of the workshop, ordered by what they said, so that the order tells nothing else."""
        query = (
            select(feedback.c.heard, feedback.c.worth, feedback.c.words)
            .join_from(feedback, participants, participants.c.id == feedback.c.participant)
            .where(participants.c.workshop == workshop)
        )
        with self.database.reading() as connection:
            said = [Feedback(**row) for row in connection.execute(query).mappings()]
        return tuple(
            sorted(said, key=lambda one: (*(-1 if n is None else n for n in (one.heard, one.worth)), one.words))
        )


class Decisions:
    """The part of the store that knows what a room means to do, and what it left for another time."""

    database: Database

    def add_action(self, workshop: str, what: str, owner: str = "", due: str = "", subject: str = "") -> str:
        """Keep something the room means to do; returns its id.

        Raises:
            NotAllowedError: After the close.
        """
        said = {
            "what": writable(what),
            "owner": writable(owner, LONGEST_NAME),
            "due": writable(due, LONGEST_NAME),
            "subject": writable(subject, LONGEST_NAME),
        }
        with self.database.writing() as connection:
            return self._add(connection, actions, workshop, {**said, "status": "open", "became": ""})

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
        """Keep what an action is now, also after the close; None leaves a part as it is."""
        parts = {"what": what, "owner": owner, "due": due, "subject": subject, "status": status, "became": became}
        short = ("owner", "due", "subject")
        said = {
            name: writable(text, LONGEST_NAME if name in short else LONGEST_NOTE)
            for name, text in parts.items()
            if text is not None
        }
        with self.database.writing() as connection:
            query = update(actions).where(actions.c.workshop == workshop, actions.c.id == action)
            if said and not connection.execute(query.values(said)).rowcount:
                raise StoreError("gone", self.database.place)

    def drop_action(self, workshop: str, action: str) -> None:
        """Forget an action as if it had not been agreed; what is gone already is fine.

        Raises:
            NotAllowedError: After the close.
        """
        self._drop(actions, workshop, action)

    def actions(self, workshop: str) -> tuple[Action, ...]:
        """What the room means to do, in the order it was agreed."""
        names = ("id", "what", "owner", "due", "subject", "status", "became")
        query = select(*(actions.c[name] for name in names)).where(actions.c.workshop == workshop)
        with self.database.reading() as connection:
            return tuple(Action(**row) for row in connection.execute(query.order_by(actions.c.position)).mappings())

    def park(self, workshop: str, words: str) -> str:
        """Keep something that needs another time; returns its id.

        Raises:
            NotAllowedError: After the close.
        """
        with self.database.writing() as connection:
            return self._add(connection, parking, workshop, {"words": writable(words)})

    def unpark(self, workshop: str, parked: str) -> None:
        """Forget something that was left for another time; what is gone already is fine.

        Raises:
            NotAllowedError: After the close.
        """
        self._drop(parking, workshop, parked)

    def parked(self, workshop: str) -> tuple[Parked, ...]:
        """What was left for another time, in the order it came up."""
        query = select(parking.c.id, parking.c.words).where(parking.c.workshop == workshop)
        with self.database.reading() as connection:
            return tuple(Parked(**row) for row in connection.execute(query.order_by(parking.c.position)).mappings())

    def _add(self, connection: Connection, table: Table, workshop: str, said: Mapping[str, str]) -> str:
        self._still_open(connection, workshop)
        last = select(func.coalesce(func.max(table.c.position), 0)).where(table.c.workshop == workshop)
        row = {"id": new_id(), "workshop": workshop, "position": connection.execute(last).scalar_one() + 1}
        connection.execute(insert(table), {**row, **said})
        return str(row["id"])

    def _drop(self, table: Table, workshop: str, one: str) -> None:
        with self.database.writing() as connection:
            self._still_open(connection, workshop)
            connection.execute(delete(table).where(table.c.workshop == workshop, table.c.id == one))

    def _still_open(self, connection: Connection, workshop: str) -> None:
        # To change, although nothing of it changes: two who add at once get two positions.
        if pinned_to_change(self.database, connection, workshop).phase == "closed":
            raise NotAllowedError("talk-closed")


def _agreement(settled: Decision) -> dict[str, Any]:
    return {
        "value": None if settled.value is None else value_row(settled.value),
        "one_side": writable(settled.one_side),
        "other_side": writable(settled.other_side),
        "note": writable(settled.note),
        "evidence": evidence_row(settled.evidence),
    }
