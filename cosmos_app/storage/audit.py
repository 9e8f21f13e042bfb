"""The audit log: what was exported and erased, by whom, on which day; no answers, no names of people."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection, insert, select

from cosmos_app.storage.clock_and_ids import new_id, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.rows import storable
from cosmos_app.storage.seats import token_hash
from cosmos_app.storage.standing_tables import audit_log
from models.answers import LONGEST_NAME

DeedKind = Literal[
    "exported", "reported", "shared", "backed-up", "erased", "erased-seat", "erased-when-due", "erased-visits-when-due"
]

BY_COMMAND, BY_SERVER = "command", "server"
"""Doers that are no desk: somebody at the command line, and the server of its own accord."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that was exported or erased.

    Attributes:
        deed: What was done.
        doer: ``BY_COMMAND``, ``BY_SERVER``, or the number of a desk: see ``desk_number``.
        workshop: Id of the workshop; None where it concerns no single one.
        detail: The format of what was exported, or how many were erased.
    """

    deed: DeedKind
    doer: str
    workshop: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine(Deed):
    """A deed in the log, with its day."""

    on_day: date


class AuditMixin:
    """The methods of the store about the audit log."""

    database: Database

    def audit(self, deed: Deed, today: date | None = None) -> None:
        """Keep a line about a deed; *today* is its day, None means today."""
        with self.database.writing() as connection:
            write_audit(connection, deed, today)

    def audit_lines(self) -> tuple[AuditLine, ...]:
        """The audit log, the newest day first; within a day in no order."""
        columns = [column for column in audit_log.c if column.name != "id"]
        query = select(*columns).order_by(audit_log.c.on_day.desc(), audit_log.c.id)
        with self.database.reading() as connection:
            return tuple(AuditLine(**row) for row in connection.execute(query).mappings())


def write_audit(connection: Connection, deed: Deed, today: date | None = None) -> None:
    """Insert a line about a deed, in the transaction that does it."""
    row = {**asdict(deed), "detail": storable(deed.detail, LONGEST_NAME)}
    connection.execute(insert(audit_log), {"id": new_id(), "on_day": today or today_here(), **row})


def desk_number(token: str) -> str:
    """What a desk is called in the log: the first eight digits of the hash that is kept of its token."""
    return token_hash(token)[:8]
