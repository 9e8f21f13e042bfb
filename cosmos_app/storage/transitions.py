"""Transitions of a room from phase to phase, each with all that belongs to it in one transaction."""

from collections.abc import Callable, Mapping
from copy import copy
from datetime import date
from typing import Any, Self

from sqlalchemy import Connection, bindparam, insert, select, update

from cosmos_app.settings import days_kept
from cosmos_app.storage.answer_writes import count_held_answers, delete_log
from cosmos_app.storage.clock_and_ids import days_after, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.head_counts import expect_heads, forget_heads, forget_when_asked
from cosmos_app.storage.paper_sheets import delete_papers
from cosmos_app.storage.results import KeptResult, write_result
from cosmos_app.storage.row_locks import lock_exclusive
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import plan as plans
from cosmos_app.storage.tables import second_round, workshop_definition
from cosmos_app.storage.tables import workshop as workshops
from models.definition import Depth
from models.workshop import ROUNDS, NotAllowedError, Phase, Workshop


class TransitionsMixin:
    """The methods of the store that change the phase of a room."""

    database: Database

    def open_room(
        self, workshop: str, definitions: Mapping[str, str], depth: Depth, today: date | None = None
    ) -> Workshop:
        """Open a draft, and keep with it what it asks, and the day on which it is erased.

        Args:
            workshop: Id of the room.
            definitions: Hash of each definition, by questionnaire id, in the order asked.
            depth: How much is asked.
            today: The day from which it is kept for its period; None means today.

        Raises:
            NotAllowedError: If it is no draft any more.
        """
        with self.database.writing() as connection:
            draft = lock_exclusive(self.database, connection, workshop)
            if draft.phase != "draft":
                raise NotAllowedError("opened-already")
            now = draft.to("open")
            erase_on = days_after(today or today_here(), days_kept("room"))
            _write_state(connection, workshop, now, depth=depth, erase_on=erase_on)
            insert_definitions(connection, workshop, definitions)
        return now

    def reveal(
        self,
        workshop: str,
        engine: str,
        compute: Callable[[Self, Workshop], Mapping[str, Any]],
        today: date | None = None,
    ) -> Workshop:
        """Reveal a frozen round and keep its results, together or neither; returns the state of the workshop then.

        Args:
            workshop: Id of the room.
            engine: Version of the engine that computes the results.
            compute: Given this store as the transaction sees it, to read only, and the state after the reveal, returns
                the results as JSON, by questionnaire id. Nobody answers, joins or changes a consent meanwhile.
            today: The day the results are kept; None means today.

        Raises:
            NotAllowedError: If the workshop is not frozen, its people were not counted, or it has more seats than
                people.
        """
        with self.database.writing() as connection:
            now = lock_exclusive(self.database, connection, workshop).to("revealed")
            if now.round == ROUNDS[0]:
                expect_heads(connection, workshop)
            forget_when_asked(connection, workshop)
            reader = copy(self)
            reader.database = self.database.within(connection)
            day = today or today_here()
            for questionnaire, body in compute(reader, now).items():
                kept = KeptResult(questionnaire=questionnaire, round=now.round, engine=engine, body=body, kept_on=day)
                write_result(self.database, connection, workshop, kept)
            _write_state(connection, workshop, now)
        return now

    def step_to(self, workshop: str, phase: Phase, today: date | None = None) -> Workshop:
        """Move a room to its next phase; returns the state of the workshop then.

        Once this has frozen the answers, no later answer counts. Reopening a frozen round counts the answers that were
        held meanwhile. Closing deletes the log, the paper sheets that nobody counted, and the time of the last step.

        Args:
            workshop: Id of the room.
            phase: Where to; a draft opens through ``open_room``, and ``reveal`` keeps the results of a frozen room too.
            today: The day of the log's lines; None means today.

        Raises:
            NotAllowedError: If this phase can't follow the present one.
        """
        with self.database.writing() as connection:
            was = lock_exclusive(self.database, connection, workshop)
            now = was.to(phase)
            if was.phase == "draft":
                raise NotAllowedError("draft-opens-from-plan")
            if now.round != was.round and not connection.execute(_ASKED_AGAIN, {"of": workshop}).first():
                raise NotAllowedError("nothing-asked-again")
            _write_state(connection, workshop, now)
            if was.phase == "frozen" and now.phase == "open":
                _reopen(connection, workshop, now, today or today_here())
            if now.round != was.round:
                in_time = update(participants).where(participants.c.workshop == workshop, ~participants.c.late)
                connection.execute(in_time.values(finished=False))
            if now.phase == "closed":
                connection.execute(update(plans).where(plans.c.workshop == workshop).values(step_since=None))
                delete_log(connection, workshop)
                delete_papers(connection, workshop)
        if now.phase == "closed":
            self.database.scrub()
        return now


def insert_definitions(connection: Connection, workshop: str, definitions: Mapping[str, str]) -> None:
    """Insert which definitions a workshop asks, in their order."""
    asked = [
        {"workshop": workshop, "questionnaire": questionnaire, "snapshot": digest, "position": position}
        for position, (questionnaire, digest) in enumerate(definitions.items())
    ]
    if asked:
        connection.execute(insert(workshop_definition), asked)


def _write_state(connection: Connection, workshop: str, now: Workshop, **more: Any) -> None:
    values = {"phase": now.phase, "round": now.round, **more}
    connection.execute(update(workshops).where(workshops.c.id == workshop).values(values))


def _reopen(connection: Connection, workshop: str, now: Workshop, today: date) -> None:
    if now.round == ROUNDS[0]:
        everyone = update(participants).where(participants.c.workshop == workshop)
        connection.execute(everyone.values(late=False))
        forget_heads(connection, workshop)
    count_held_answers(connection, workshop, now.round, today)


_ASKED_AGAIN = select(second_round.c.item).where(second_round.c.workshop == bindparam("of")).limit(1)
