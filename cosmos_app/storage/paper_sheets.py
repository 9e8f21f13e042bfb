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
from cosmos_app.storage.tables import participant as participants
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
        round: Which round it belongs to.
    """

    id: str
    label: str
    first: Mapping[str, str]
    second: Mapping[str, str] | None
    round: int = ROUNDS[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedSeat:
    """The seat of somebody who answered on paper in the first round, found by the number on their sheet.

    Attributes:
        family: Id of their role's family; None if unknown.
        finished: Whether a sheet of theirs was counted in the present round.
    """

    participant: str
    family: str | None
    finished: bool


class PaperSheetsMixin:
    """The methods of the store about forms on paper."""

    database: Database

    def papers(self, workshop: str) -> tuple[PaperSheet, ...]:
        """The sheets of a room that are not counted yet, in the order they were begun."""
        names = ("id", "label", "first", "second", "round")
        query = select(*(papers.c[name] for name in names)).where(papers.c.workshop == workshop)
        with self.database.reading() as connection:
            return tuple(PaperSheet(**row) for row in connection.execute(query.order_by(papers.c.position)).mappings())

    def numbered_seats(self, workshop: str) -> Mapping[str, NumberedSeat]:
        """Who answered on paper in time, by what is written on their sheets; nobody after the close."""
        with self.database.reading() as connection:
            return {
                row.sheet: NumberedSeat(participant=row.id, family=row.family, finished=row.finished)
                for row in connection.execute(_NUMBERED, {"of": workshop})
            }

    def keep_paper(self, workshop: str, label: str) -> str:
        """Begin to type in a sheet of the present round; returns its id.

        Args:
            workshop: Id of the room.
            label: What is written on it; in a second round, what is written on the first sheet of the same person.

        Raises:
            NotAllowedError: If it could not be counted any more, or not yet, or no first sheet bears this label.
        """
        last = select(func.coalesce(func.max(papers.c.position), 0)).where(papers.c.workshop == workshop)
        row = {"id": new_id(), "workshop": workshop, "label": storable(label, LONGEST_NAME)}
        with self.database.writing() as connection:
            room = _countable(lock_exclusive(self.database, connection, workshop))
            if room.round != ROUNDS[0]:
                _first_seat(connection, workshop, row["label"])
            position = connection.execute(last).scalar_one() + 1
            empty = {"first": {}, "second": None, "position": position, "round": room.round}
            connection.execute(insert(papers), {**row, **empty})
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
        A sheet of the second round makes nobody new: its answers are those of whoever had the first of the same label.

        Args:
            paper: Its id.
            answers: By questionnaire and item, already validated.
            role: As they said it; None if not said.
            family: Id of the role's family; None if unknown.
            today: The day of the log's lines; None means today.

        Returns:
            The participant's id.

        Raises:
            NotAllowedError: If the room takes no answers of the sheet's round any more, or not yet.
            StoreError: If there is no such sheet: it may have been counted already.
        """
        person = new_id()
        with self.database.writing() as connection:
            sheet = connection.execute(_SHEET, {"of": paper}).first()
            if sheet is None:
                raise StoreError("gone", self.database.place)
            room = _countable(lock_shared(self.database, connection, sheet.workshop))
            if room.round != sheet.round:
                raise NotAllowedError("paper-too-late")
            if not connection.execute(delete(papers).where(papers.c.id == paper)).rowcount:
                raise StoreError("gone", self.database.place)  # somebody else counted it just now
            if room.round == ROUNDS[0]:
                told = {"role": _role(role), "family": _role(family), "finished": True, "typed": True}
                row = {"id": person, "workshop": sheet.workshop, "sheet": sheet.label, **told}
                insert_participant(connection, room, row)
            else:
                person = _first_seat(connection, sheet.workshop, sheet.label)
                connection.execute(update(participants).where(participants.c.id == person).values(finished=True))
            for (questionnaire, item), response in answers.items():
                write_answer(self.database, connection, (person, questionnaire, item), response, today)
        self.database.scrub()
        return person


def delete_papers(connection: Connection, workshop: str) -> None:
    """Delete the sheets of a workshop that nobody counted, and what is written on those that were."""
    connection.execute(delete(papers).where(papers.c.workshop == workshop))
    connection.execute(update(participants).where(participants.c.workshop == workshop).values(sheet=None))


def _countable(room: Workshop) -> Workshop:
    """The room, if a sheet may still be counted in it.

    Raises:
        NotAllowedError: If not.
    """
    if room.kind != "room":
        raise NotAllowedError("no-paper-alone")
    if room.phase == "draft":
        raise NotAllowedError(CLOSED_TO_NEWCOMERS[room.phase])
    if not room.can_join or (room.phase == "revealed" and room.round != ROUNDS[0]):
        raise NotAllowedError("paper-too-late")
    return room


def _first_seat(connection: Connection, workshop: str, label: str) -> str:
    """The id of whoever had the sheet of this label in the first round.

    Raises:
        NotAllowedError: If nobody had.
    """
    for row in connection.execute(_NUMBERED, {"of": workshop}):
        if row.sheet == label:
            return str(row.id)
    raise NotAllowedError("no-first-sheet", label=label)


def _role(role: str | None) -> str | None:
    return None if role is None else storable(role, LONGEST_NAME)


_SHEET = select(papers.c.workshop, papers.c.label, papers.c.round).where(papers.c.id == bindparam("of"))
_NUMBERED = (
    select(participants.c.id, participants.c.sheet, participants.c.family, participants.c.finished)
    .where(participants.c.workshop == bindparam("of"), participants.c.sheet.is_not(None), ~participants.c.late)
    .order_by(participants.c.id)
)
