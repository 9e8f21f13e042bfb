"""Who came back: links between a person's seats in two workshops, one of which follows the other.

A change of linked people is a table across both workshops. Two such tables from one workshop would tell by their
difference of the few who are in one and not in the other, so one following workshop alone can link back to it. Whether
somebody was linked outlives the seat they were linked to: what was withheld because of it must stay withheld.
"""

from sqlalchemy import Connection, bindparam, delete, select

from cosmos_app.storage.engine import Database
from cosmos_app.storage.tables import came_back, followed
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import plan as plans
from cosmos_app.storage.tables import workshop as workshops
from models.workshop import NotAllowedError, Workshop


def link(database: Database, connection: Connection, workshop: str, person: str, earlier: str) -> None:
    """Keep that somebody sat in the workshop before: of one seat there once, and from one workshop after it alone.

    Raises:
        NotAllowedError: If that can't be; the reason says why.
    """
    before = connection.execute(_SAT_BEFORE, {"of": workshop, "earlier": earlier}).scalar()
    if before is None:
        raise NotAllowedError("no-such-seat-last-time")
    # Whoever comes second waits here for the first to be kept, and then reads what was kept.
    connection.execute(database.insert_new(followed), {"workshop": before, "later": workshop})
    if connection.execute(select(followed.c.later).where(followed.c.workshop == before)).scalar() != workshop:
        raise NotAllowedError("linked-from-elsewhere")
    row = {"participant": person, "workshop": workshop, "earlier": earlier}
    connection.execute(database.insert_new(came_back), row)
    taken_up = select(came_back.c.participant).where(came_back.c.workshop == workshop, came_back.c.earlier == earlier)
    if connection.execute(taken_up).scalar_one() != person:
        raise NotAllowedError("linked-already")


def can_link(connection: Connection, workshop: str) -> bool:
    """Whether people of a workshop can be linked back: it follows one, to which no other is linked."""
    row = connection.execute(_FOLLOWS, {"of": workshop}).first()
    return row is not None and (row.workshop is None or row.later == workshop)


def forget_links_to(connection: Connection, participant: str) -> None:
    """Forget who came back to a seat of which nothing was ever told: those people are newcomers."""
    connection.execute(delete(came_back).where(came_back.c.earlier == participant))


def leave_to_another(connection: Connection, workshop: str) -> None:
    """Let another workshop link back in place of one that is being erased, if that has shown nothing."""
    row = connection.execute(_STATE, {"of": workshop}).first()
    if row is not None and not Workshop(kind=row.kind, phase=row.phase, round=row.round).rounds_shown:
        connection.execute(delete(followed).where(followed.c.later == workshop))


_SAT_BEFORE = (
    select(participants.c.workshop)
    .join_from(participants, plans, plans.c.previous == participants.c.workshop)
    .where(plans.c.workshop == bindparam("of"), participants.c.id == bindparam("earlier"))
)
_FOLLOWS = (
    select(followed.c.workshop, followed.c.later)
    .select_from(plans.outerjoin(followed, followed.c.workshop == plans.c.previous))
    .where(plans.c.workshop == bindparam("of"), plans.c.previous.is_not(None))
)
_STATE = (
    select(workshops.c.kind, workshops.c.phase, workshops.c.round)
    .where(workshops.c.id == bindparam("of"))
    .with_for_update()
)
