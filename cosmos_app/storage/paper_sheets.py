"""Paper sheets: forms filled in by hand, kept while they are typed in, until each counts like any other answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from cosmos_app.storage.answer_writes import write_answer
from cosmos_app.storage.clock_and_ids import new_id
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.row_locks import lock_exclusive, lock_shared
from cosmos_app.storage.rows import LONGEST_VALUE, storable
from cosmos_app.storage.seats import CLOSED_TO_NEWCOMERS, insert_participant
from cosmos_app.storage.tables import paper as papers
from models.answers import LONGEST_NAME, Response
from models.workshop import ROUNDS, NotAllowedError, Workshop

EntryPass = Literal["first", "second"]
"""Which of two entries of one sheet: double data entry finds typing errors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSheet:
    """A filled-in form that is being typed in.

    Attributes:
        label: What is written on the sheet, to find it again.
        first: What was typed, by "questionnaire/item".
        second: What was typed from the same sheet a second time; None until somebody begins to.
    """

    id: str
    label: str
    first: Mapping[str, str]
    second: Mapping[str, str] | None


class PaperSheetsMixin:
    """The methods of the store about forms on paper."""

    database: Database

    def papers(self, workshop: str) -> tuple[PaperSheet, ...]:
        """The sheets of a room that are not counted yet, in the order they were begun."""
        names = ("id", "label", "first", "second")
        query = select(*(papers.c[name] for name in names)).where(papers.c.workshop == workshop)
        with self.database.reading() as connection:
            return tuple(PaperSheet(**row) for row in connection.execute(query.order_by(papers.c.position)).mappings())

    def keep_paper(self, workshop: str, label: str) -> str:
        """Begin to type in a sheet; returns its id.

        Raises:
            NotAllowedError: If it could not be counted any more, or not yet.
        """
        last = select(func.coalesce(func.max(papers.c.position), 0)).where(papers.c.workshop == workshop)
        row = {"id": new_id(), "workshop": workshop, "label": storable(label, LONGEST_NAME)}
        with self.database.writing() as connection:
            _countable(lock_exclusive(self.database, connection, workshop))
            position = connection.execute(last).scalar_one() + 1
            connection.execute(insert(papers), {**row, "first": {}, "second": None, "position": position})
        return str(row["id"])

    def type_paper(self, paper: str, typed: Mapping[EntryPass, Mapping[str, str]]) -> None:
        """Keep what was typed from a sheet so far, in one entry of it or in both, in place of what was typed before.

        Args:
            paper: Its id.
            typed: Of each entry, what was typed, by "questionnaire/item".
        """
        columns = {
            name: {storable(item): storable(text, LONGEST_VALUE) for item, text in entry.items()}
            for name, entry in typed.items()
        }
        with self.database.writing() as connection:
            if not connection.execute(update(papers).where(papers.c.id == paper).values(columns)).rowcount:
                raise StoreError("gone", self.database.place)

    def drop_paper(self, paper: str) -> None:
        """Delete a sheet and what was typed from it; one that is gone already is fine."""
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
        """Make the person who filled in a sheet a participant with their answers, and delete the sheet; all or nothing.

        From then on they are like any other: in time while the first round is open, later late and their answers held.

        Args:
            paper: Its id.
            answers: By questionnaire and item, already validated.
            role: As they said it; None if not said.
            family: Id of the role's family; None if unknown.
            today: The day of the log's lines; None means today.

        Returns:
            The participant's id.

        Raises:
            NotAllowedError: If the room takes no answers of the first round any more, or not yet.
            StoreError: If there is no such sheet: it may have been counted already.
        """
        person = new_id()
        with self.database.writing() as connection:
            workshop = connection.execute(_WORKSHOP, {"of": paper}).scalar()
            if workshop is None:
                raise StoreError("gone", self.database.place)
            room = _countable(lock_shared(self.database, connection, workshop))
            if not connection.execute(delete(papers).where(papers.c.id == paper)).rowcount:
                raise StoreError("gone", self.database.place)  # somebody else counted it just now
            told = {"role": _role(role), "family": _role(family), "finished": True, "typed": True}
            insert_participant(connection, room, {"id": person, "workshop": workshop, **told})
            for (questionnaire, item), response in answers.items():
                write_answer(self.database, connection, (person, questionnaire, item), response, today)
        self.database.scrub()
        return person


def delete_papers(connection: Connection, workshop: str) -> None:
    """Delete the sheets of a workshop that nobody counted."""
    connection.execute(delete(papers).where(papers.c.workshop == workshop))


def _countable(room: Workshop) -> Workshop:
    """The room, if a sheet may still be counted in it.

    Raises:
        NotAllowedError: If not.
    """
    if room.kind != "room":
        raise NotAllowedError("no-paper-alone")
    if room.phase == "draft":
        raise NotAllowedError(CLOSED_TO_NEWCOMERS[room.phase])
    if not room.can_join or room.round != ROUNDS[0]:
        raise NotAllowedError("paper-too-late")
    return room


def _role(role: str | None) -> str | None:
    return None if role is None else storable(role, LONGEST_NAME)


_WORKSHOP = select(papers.c.workshop).where(papers.c.id == bindparam("of"))
