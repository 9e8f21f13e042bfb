"""Workshops, and the definitions they keep from their start to their end."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, update

from cosmos_app.settings import days_kept
from cosmos_app.storage.audit import Deed, write_audit
from cosmos_app.storage.clock_and_ids import days_after, new_id, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.row_locks import lock_exclusive
from cosmos_app.storage.seat_links import free_follow_up
from cosmos_app.storage.snapshots import snapshot_of
from cosmos_app.storage.tables import snapshot as snapshots
from cosmos_app.storage.tables import workshop as workshops
from cosmos_app.storage.tables import workshop_definition
from cosmos_app.storage.transitions import insert_definitions
from models.definition import Depth
from models.plan import LOCAL
from models.workshop import Kind, NotAllowedError, Phase, Workshop


class WorkshopsMixin:
    """The methods of the store about workshops and definitions."""

    database: Database

    def keep_definition(self, document: Mapping[str, Any]) -> str:
        """Keep a definition, once even if it is given again; returns its hash."""
        kept = snapshot_of(document)
        with self.database.writing() as connection:
            connection.execute(self.database.insert_new(snapshots), asdict(kept))
        return kept.hash

    def definition(self, hash: str) -> Mapping[str, Any]:  # noqa: A002
        """The definition of a hash; equal to the one that was kept, with its keys sorted."""
        with self.database.reading() as connection:
            body = connection.execute(select(snapshots.c.body).where(snapshots.c.hash == hash)).scalar()
        if body is None:
            raise StoreError("no-definition", self.database.place, hash=hash[:12])
        document: Mapping[str, Any] = json.loads(body)
        return document

    def start(
        self,
        definitions: Mapping[str, str],
        depth: Depth,
        kind: Kind = "alone",
        example: bool = False,
        today: date | None = None,
    ) -> str:
        """Start a workshop of one, in draft (a room begins with ``draft``); returns its id.

        Args:
            definitions: Hash of each definition, by questionnaire id, in the order asked.
            depth: How much is asked.
            kind: One person alone, or several at one screen.
            example: Whether its answers are invented.
            today: The day it started, from which it is kept for its period; None means today.
        """
        workshop, new, day = new_id(), Workshop(kind=kind), today or today_here()
        row = {
            "id": workshop,
            "kind": kind,
            "phase": new.phase,
            "round": new.round,
            "depth": depth,
            "example": example,
            "started_on": day,
            "erase_on": days_after(day, days_kept("visit")),
        }
        with self.database.writing() as connection:
            connection.execute(insert(workshops), row)
            insert_definitions(connection, workshop, definitions)
        return workshop

    def set_phase(self, workshop: str, phase: Phase) -> None:
        """Keep the phase of a workshop of one person; the caller has checked that it may follow (``models.workshop``).

        Raises:
            NotAllowedError: If it is a room: more changes with its phase, so that is for ``step_to`` and ``reveal``.
        """
        with self.database.writing() as connection:
            if lock_exclusive(self.database, connection, workshop).kind == "room":
                raise NotAllowedError("room-goes-step-by-step")
            connection.execute(update(workshops).where(workshops.c.id == workshop).values(phase=phase))

    def erase(self, workshop: str, by: str | None = None, today: date | None = None) -> None:
        """Erase a workshop with its plan, people, answers, log and results; one that is gone already is fine.

        Definitions stay, for they say nothing about anyone; but the room's own questions, which might, are erased too.

        Args:
            workshop: Id of the workshop.
            by: Who erases it, for the audit log, which names it in the same transaction; None for the one person
                whose visit it is, which is logged nowhere.
            today: The day of the line in the audit log; None means today.
        """
        with self.database.writing() as connection:
            if delete_workshop(connection, workshop) and by is not None:
                write_audit(connection, Deed(deed="erased", doer=by, workshop=workshop), today)
        self.database.scrub()


def delete_workshop(connection: Connection, workshop: str) -> bool:
    """Delete a workshop with all that belongs to it; False if it was gone already."""
    free_follow_up(connection, workshop)
    own = connection.execute(_OWN_QUESTIONS, {"of": workshop}).scalars().all()
    found = connection.execute(delete(workshops).where(workshops.c.id == workshop)).rowcount
    connection.execute(delete(snapshots).where(snapshots.c.hash.in_(own), ~_ASKED_ELSEWHERE))
    return bool(found)


_OWN_QUESTIONS = select(workshop_definition.c.snapshot).where(
    workshop_definition.c.workshop == bindparam("of"), workshop_definition.c.questionnaire == LOCAL
)
_ASKED_ELSEWHERE = exists().where(workshop_definition.c.snapshot == snapshots.c.hash).correlate(snapshots)
