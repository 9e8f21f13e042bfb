"""Where a workshop stands, pinned until the transaction that asked is over."""

from sqlalchemy import Connection, Row, Select, bindparam, select

from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import workshop as workshops
from models.workshop import Workshop

# SQLite needs no locks and is given none: there, one transaction writes at a time.
_STATE = select(workshops.c.kind, workshops.c.phase, workshops.c.round)
_PINNED: Select[tuple[str, str, int]] = _STATE.where(workshops.c.id == bindparam("of")).with_for_update(read=True)
_TO_CHANGE: Select[tuple[str, str, int]] = _STATE.where(workshops.c.id == bindparam("of")).with_for_update()
_OF_PERSON: Select[tuple[str, str, int]] = (
    _STATE.join_from(participants, workshops, workshops.c.id == participants.c.workshop)
    .where(participants.c.id == bindparam("of"))
    .with_for_update(read=True, of=workshops)
)


def pinned(database: Database, connection: Connection, workshop: str) -> Workshop:
    """Where the workshop is; it takes no step until the transaction ends, while others may pin it too.

    Raises:
        StoreError: If there is no such workshop.
    """
    return _stands(database, connection.execute(_PINNED, {"of": workshop}).first())


def pinned_to_change(database: Database, connection: Connection, workshop: str) -> Workshop:
    """Where the workshop is; nobody else pins or changes it until the transaction ends.

    Raises:
        StoreError: If there is no such workshop.
    """
    return _stands(database, connection.execute(_TO_CHANGE, {"of": workshop}).first())


def pinned_of(database: Database, connection: Connection, participant: str) -> Workshop:
    """As ``pinned``, for the workshop that a participant sits in.

    Raises:
        StoreError: If there is no such participant.
    """
    return _stands(database, connection.execute(_OF_PERSON, {"of": participant}).first())


def _stands(database: Database, row: Row[tuple[str, str, int]] | None) -> Workshop:
    if row is None:
        raise StoreError("gone", database.place)
    return Workshop(kind=row.kind, phase=row.phase, round=row.round)
