"""Retention: every workshop has a day on which it is erased; this erases what is due."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, select, update

from cosmos_app.settings import Kept, days_kept
from cosmos_app.storage.audit import BY_SERVER, Deed, write_audit
from cosmos_app.storage.clock_and_ids import days_after, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.standing_tables import audit_log
from cosmos_app.storage.tables import desk, lead
from cosmos_app.storage.tables import workshop as workshops
from cosmos_app.storage.workshops import delete_workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was due and is erased.

    Attributes:
        rooms: Workshops of several people.
        visits: Workshops of one person, or at one screen.
    """

    rooms: int
    visits: int


class RetentionMixin:
    """The method of the store that erases what is due."""

    database: Database

    def erase_due(self, by: str = BY_SERVER, today: date | None = None) -> Erased:
        """Erase every workshop whose day has come, closed or not, and what is past its period otherwise.

        A workshop that an older release began has no day yet. It gets one, a whole period from today: nobody was told
        of an earlier one.

        Args:
            by: Who does it, for the audit log.
            today: The day; None means today.
        """
        day = today or today_here()
        with self.database.writing() as connection:
            _date(connection, day)
            # Locked in one order, so that two servers that do this at once wait for each other.
            due = select(workshops.c.id, workshops.c.kind).where(workshops.c.erase_on <= day)
            found = connection.execute(due.order_by(workshops.c.id).with_for_update()).all()
            for row in found:
                delete_workshop(connection, row.id)
            rooms = [row.id for row in found if row.kind == "room"]
            for room in rooms:
                write_audit(connection, Deed(deed="erased-when-due", doer=by, workshop=room), day)
            if visits := len(found) - len(rooms):
                write_audit(connection, Deed(deed="erased-visits-when-due", doer=by, detail=str(visits)), day)
            for table in (desk, lead):
                connection.execute(delete(table).where(table.c.since < _first_day(day, "access")))
            connection.execute(delete(audit_log).where(audit_log.c.on_day < _first_day(day, "audit")))
        if found:
            self.database.scrub()
        return Erased(rooms=len(rooms), visits=visits)


def _date(connection: Connection, today: date) -> None:
    """Give a day to each workshop that has none."""
    undated: Any = update(workshops).where(workshops.c.erase_on.is_(None))
    rooms, visits = undated.where(workshops.c.kind == "room"), undated.where(workshops.c.kind != "room")
    connection.execute(rooms.values(erase_on=days_after(today, days_kept("room"))))
    connection.execute(visits.values(erase_on=days_after(today, days_kept("visit"))))


def _first_day(today: date, what: Kept) -> date:
    """The day from which on something is still kept."""
    return days_after(today, -days_kept(what))
