"""Paper: forms that people filled in by hand, while they are typed in, until each counts like any other answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from cosmos_app.storage.answer_writes import keep_answer
from cosmos_app.storage.clock_and_ids import new_id
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.row_locks import pinned, pinned_to_change
from cosmos_app.storage.rows import LONGEST_VALUE, writable
from cosmos_app.storage.seats import CLOSED_TO_NEWCOMERS, take_seat
from cosmos_app.storage.tables import paper as papers
from models.answers import LONGEST_NAME, Response
from models.workshop import ROUNDS, NotAllowedError, Workshop

Which = Literal["first", "second"]
"""Which of two typings of one paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A filled-in form that is being typed in.

    Attributes:
        label: What stands on the paper to find it again.
        first: What was typed, by "questionnaire/item".
        second: What was typed from the same paper once more; None as long as nobody began to.
    """

    id: str
    label: str
    first: Mapping[str, str]
    second: Mapping[str, str] | None


class Papers:
    """The part of the store that knows forms on paper."""

    database: Database

    def papers(self, workshop: str) -> tuple[Paper, ...]:
        """The papers of a room that are not counted yet, in the order they were begun."""
        names = ("id", "label", "first", "second")
        query = select(*(papers.c[name] for name in names)).where(papers.c.workshop == workshop)
        with self.database.reading() as connection:
            return tuple(Paper(**row) for row in connection.execute(query.order_by(papers.c.position)).mappings())

    def keep_paper(self, workshop: str, label: str) -> str:
        """Begin to type in a paper; returns its id.

        Raises:
            NotAllowedError: If it could not be counted any more, or not yet.
        """
        last = select(func.coalesce(func.max(papers.c.position), 0)).where(papers.c.workshop == workshop)
        row = {"id": new_id(), "workshop": workshop, "label": writable(label, LONGEST_NAME)}
        with self.database.writing() as connection:
            _countable(pinned_to_change(self.database, connection, workshop))
            position = connection.execute(last).scalar_one() + 1
            connection.execute(insert(papers), {**row, "first": {}, "second": None, "position": position})
        return str(row["id"])

    def type_paper(self, paper: str, typed: Mapping[Which, Mapping[str, str]]) -> None:
        """Keep what was typed from a paper so far, in one typing of it or in both, in place of what was before.

        Args:
            paper: Which.
            typed: Of each typing, what was typed by "questionnaire/item".
        """
        said = {
            which: {writable(item): writable(entry, LONGEST_VALUE) for item, entry in entries.items()}
            for which, entries in typed.items()
        }
        with self.database.writing() as connection:
            if not connection.execute(update(papers).where(papers.c.id == paper).values(said)).rowcount:
                raise StoreError("gone", self.database.place)

    def drop_paper(self, paper: str) -> None:
        """Forget a paper and what was typed from it; what is gone already is fine."""
        with self.database.writing() as connection:
            connection.execute(delete(papers).where(papers.c.id == paper))
        self.database.scrub()

    def count_paper(
        self,
        paper: str,
        answers: Mapping[tuple[str, str], Response],
        role: str | None,
        family: str | None,
        today: date | None = None,
    ) -> str:
        """Seat the person who filled in a paper, with all they answered, and forget the paper; all or nothing.

        From then on they are one of the others: in time while the first round is open, else late and held.

        Args:
            paper: Which.
            answers: By questionnaire and item, already validated.
            role: As they said it; None if not said.
            family: Id of the role's family; None if unknown.
            today: The day of the log's lines; None means today.

        Returns:
            The participant's id.

        Raises:
            NotAllowedError: If the room takes no answers of the first round any more, or not yet.
            StoreError: If there is no such paper: it may have been counted already.
        """
        person = new_id()
        with self.database.writing() as connection:
            workshop = connection.execute(_WORKSHOP, {"of": paper}).scalar()
            if workshop is None:
                raise StoreError("gone", self.database.place)
            room = _countable(pinned(self.database, connection, workshop))
            if not connection.execute(delete(papers).where(papers.c.id == paper)).rowcount:
                raise StoreError("gone", self.database.place)  # somebody else counted it just now
            said = {"role": _role(role), "family": _role(family)}
            take_seat(connection, room, {"id": person, "workshop": workshop, "finished": True, **said})
            for (questionnaire, item), response in answers.items():
                keep_answer(self.database, connection, (person, questionnaire, item), response, today)
        self.database.scrub()
        return person


def forget_papers(connection: Connection, workshop: str) -> None:
    """Forget the papers of a workshop that nobody counted."""
    connection.execute(delete(papers).where(papers.c.workshop == workshop))


def _countable(room: Workshop) -> Workshop:
    """The room, if a paper may still become one of its people.

    Raises:
        NotAllowedError: If not; its words are for the person at the desk.
    """
    if room.kind != "room":
        raise NotAllowedError("no-paper-alone")
    if room.phase == "draft":
        raise NotAllowedError(CLOSED_TO_NEWCOMERS[room.phase])
    if not room.can_join or room.round != ROUNDS[0]:
        raise NotAllowedError("paper-too-late")
    return room


def _role(said: str | None) -> str | None:
    return None if said is None else writable(said, LONGEST_NAME)


_WORKSHOP = select(papers.c.workshop).where(papers.c.id == bindparam("of"))
