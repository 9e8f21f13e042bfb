"""The state of a workshop, with its row locked until the transaction ends."""

from sqlalchemy import Connection, Row, Select, bindparam, select

from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import workshop as workshops
from models.workshop import Workshop

# SQLite has no row locks and needs none: there, one transaction writes at a time.
_STATE = select(workshops.c.kind, workshops.c.phase, workshops.c.round)
_SHARED: Select[tuple[str, str, int]] = _STATE.where(workshops.c.id == bindparam("of")).with_for_update(read=True)
_EXCLUSIVE: Select[tuple[str, str, int]] = _STATE.where(workshops.c.id == bindparam("of")).with_for_update()
_OF_PERSON: Select[tuple[str, str, int]] = (
    _STATE.join_from(participants, workshops, workshops.c.id == participants.c.workshop)
    .where(participants.c.id == bindparam("of"))
    .with_for_update(read=True, of=workshops)
)


def lock_shared(database: Database, connection: Connection, workshop: str) -> Workshop:
    """The state of a workshop, which nobody changes until the transaction ends; others may lock it shared as well.

    Raises:
        StoreError: If there is no such workshop.
    """
    return _state_in(database, connection.execute(_SHARED, {"of": workshop}).first())


def lock_exclusive(database: Database, connection: Connection, workshop: str) -> Workshop:
    """The state of a workshop, which nobody else locks or changes until the transaction ends.

    Raises:
        StoreError: If there is no such workshop.
    """
    return _state_in(database, connection.execute(_EXCLUSIVE, {"of": workshop}).first())


def lock_shared_of(database: Database, connection: Connection, participant: str) -> Workshop:
    """As ``lock_shared``, for the workshop of a participant.

    Raises:
        StoreError: If there is no such participant.
    """
    return _state_in(database, connection.execute(_OF_PERSON, {"of": participant}).first())


def _state_in(database: Database, row: Row[tuple[str, str, int]] | None) -> Workshop:
    if row is None:
        raise StoreError("gone", database.place)
    return Workshop(kind=row.kind, phase=row.phase, round=row.round)
