"""The steps a room takes, and what each brings with it; in one transaction, with the workshop pinned all along."""

from collections.abc import Callable, Mapping
from copy import copy
from datetime import date
from typing import Any, Self

from sqlalchemy import Connection, bindparam, insert, select, update

from cosmos_app.storage.answer_writes import count_what_was_held, forget_log
from cosmos_app.storage.clock_and_ids import today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.paper_sheets import forget_papers
from cosmos_app.storage.results import KeptResult, write_result
from cosmos_app.storage.row_locks import pinned_to_change
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import plan as plans
from cosmos_app.storage.tables import second_round, workshop_definition
from cosmos_app.storage.tables import workshop as workshops
from models.definition import Depth
from models.workshop import ROUNDS, NotAllowedError, Phase, Workshop


class Steps:
    """The part of the store that knows how a room goes on."""

    database: Database

    def open_room(self, workshop: str, definitions: Mapping[str, str], depth: Depth) -> Workshop:
        """Open a draft, and keep with it what it asks.

        Args:
            workshop: Which.
            definitions: Hash of each definition, by questionnaire id, in the order asked.
            depth: How much is asked.

        Raises:
            NotAllowedError: If it is no draft any more.
        """
        with self.database.writing() as connection:
            was = pinned_to_change(self.database, connection, workshop)
            if was.phase != "draft":
                raise NotAllowedError("opened-already")
            now = was.to("open")
            _stand(connection, workshop, now, depth=depth)
            keep_asked(connection, workshop, definitions)
        return now

    def reveal(
        self,
        workshop: str,
        engine: str,
        compute: Callable[[Self, Workshop], Mapping[str, Any]],
        today: date | None = None,
    ) -> Workshop:
        """Reveal a frozen round and keep its results, together or neither; returns where the workshop is then.

        Args:
            workshop: Which.
            engine: Version of the engine that computes the results.
            compute: Given this store as the transaction sees it (to read only) and the workshop as it will be, gives
                the results as JSON, by questionnaire id. Nobody answers, joins or changes a consent meanwhile.
            today: The day the results are kept; None means today.

        Raises:
            NotAllowedError: If the workshop is not frozen.
        """
        with self.database.writing() as connection:
            now = pinned_to_change(self.database, connection, workshop).to("revealed")
            reader = copy(self)
            reader.database = self.database.within(connection)
            day = today or today_here()
            for questionnaire, body in compute(reader, now).items():
                kept = KeptResult(questionnaire=questionnaire, round=now.round, engine=engine, body=body, kept_on=day)
                write_result(self.database, connection, workshop, kept)
            _stand(connection, workshop, now)
        return now

    def step_to(self, workshop: str, phase: Phase, today: date | None = None) -> Workshop:
        """Take a step that follows the present one; returns where the workshop is then.

        Once this has returned ``frozen``, no answer counts any more that is not in by then. Opening a frozen round
        again counts what was held meanwhile; the close forgets the log, the papers that nobody
        counted, and when the last step began.

        Args:
            workshop: Which.
            phase: Where to; a draft opens through ``open_room``, and ``reveal`` keeps the results of a frozen room too.
            today: The day of the log's lines; None means today.

        Raises:
            NotAllowedError: If this phase can't follow the present one.
        """
        with self.database.writing() as connection:
            was = pinned_to_change(self.database, connection, workshop)
            now = was.to(phase)
            if was.phase == "draft":
                raise NotAllowedError("draft-opens-from-plan")
            if now.round != was.round and not connection.execute(_PICKED, {"of": workshop}).first():
                raise NotAllowedError("nothing-asked-again")
            _stand(connection, workshop, now)
            if was.phase == "frozen" and now.phase == "open":
                _open_again(connection, workshop, now, today or today_here())
            if now.round != was.round:
                anew = update(participants).where(participants.c.workshop == workshop, ~participants.c.late)
                connection.execute(anew.values(finished=False))
            if now.phase == "closed":
                connection.execute(update(plans).where(plans.c.workshop == workshop).values(step_since=None))
                forget_log(connection, workshop)
                forget_papers(connection, workshop)
        if now.phase == "closed":
            self.database.scrub()
        return now


def keep_asked(connection: Connection, workshop: str, definitions: Mapping[str, str]) -> None:
    """Keep which definitions a workshop asks, in their order."""
    asked = [
        {"workshop": workshop, "questionnaire": questionnaire, "snapshot": kept, "position": position}
        for position, (questionnaire, kept) in enumerate(definitions.items())
    ]
    if asked:
        connection.execute(insert(workshop_definition), asked)


def _stand(connection: Connection, workshop: str, now: Workshop, **more: str) -> None:
    values = {"phase": now.phase, "round": now.round, **more}
    connection.execute(update(workshops).where(workshops.c.id == workshop).values(values))


def _open_again(connection: Connection, workshop: str, now: Workshop, today: date) -> None:
    if now.round == ROUNDS[0]:
        everyone = update(participants).where(participants.c.workshop == workshop)
        connection.execute(everyone.values(late=False))
    count_what_was_held(connection, workshop, now.round, today)


_PICKED = select(second_round.c.item).where(second_round.c.workshop == bindparam("of")).limit(1)
