"""Links between a person's seats in two workshops, one of which follows the other.

The change of linked people is a table across both workshops. The difference of two such tables from one workshop would
be about the few people who are in one and not in the other; so only one following workshop can link back to a workshop.
That somebody was linked is kept even when the seat they were linked to is erased: what was withheld because of the link
must stay withheld.
"""

from sqlalchemy import Connection, bindparam, delete, select

from cosmos_app.storage.engine import Database
from cosmos_app.storage.tables import came_back, followed
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import plan as plans
from cosmos_app.storage.tables import workshop as workshops
from models.workshop import NotAllowedError, Workshop


def link(database: Database, connection: Connection, workshop: str, person: str, earlier: str) -> None:
    """Link a person to a seat of the workshop before: each seat once, and from one following workshop only.

    Raises:
        NotAllowedError: If there is no such seat, or it or that workshop is linked otherwise already.
    """
    before = connection.execute(_SAT_BEFORE, {"of": workshop, "earlier": earlier}).scalar()
    if before is None:
        raise NotAllowedError("no-such-seat-last-time")
    # The second of two transactions waits here for the first, and then reads what that wrote.
    connection.execute(database.insert_new(followed), {"workshop": before, "later": workshop})
    if connection.execute(select(followed.c.later).where(followed.c.workshop == before)).scalar() != workshop:
        raise NotAllowedError("linked-from-elsewhere")
    row = {"participant": person, "workshop": workshop, "earlier": earlier}
    connection.execute(database.insert_new(came_back), row)
    linked = select(came_back.c.participant).where(came_back.c.workshop == workshop, came_back.c.earlier == earlier)
    if connection.execute(linked).scalar_one() != person:
        raise NotAllowedError("linked-already")


def can_link(connection: Connection, workshop: str) -> bool:
    """Whether people of a workshop can be linked: it follows a workshop to which no other is linked."""
    row = connection.execute(_FOLLOWS, {"of": workshop}).first()
    return row is not None and (row.workshop is None or row.later == workshop)


def delete_links_to(connection: Connection, participant: str) -> None:
    """Delete the links to a seat of which no result was ever shown; the people linked to it count as newcomers."""
    connection.execute(delete(came_back).where(came_back.c.earlier == participant))


def free_follow_up(connection: Connection, workshop: str) -> None:
    """Let another workshop link back in place of one that is being erased, if that has revealed nothing."""
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
