"""The store: every answer is kept with its trace, whole or not at all."""

from types import TracebackType
from typing import Self

from sqlalchemy import Engine, select

from cosmos_app.storage.access_tokens import Desks
from cosmos_app.storage.answers import Sheets
from cosmos_app.storage.bulk_answers import Counted
from cosmos_app.storage.decisions import Decisions, Talk
from cosmos_app.storage.engine import BUSY_SECONDS, Database, open_database
from cosmos_app.storage.paper_sheets import Papers
from cosmos_app.storage.people import People
from cosmos_app.storage.results import Outcomes
from cosmos_app.storage.rooms import Rooms
from cosmos_app.storage.schema import bring_up_to_date
from cosmos_app.storage.seats import Seats
from cosmos_app.storage.sites import SitesMixin
from cosmos_app.storage.sittings import Sittings
from cosmos_app.storage.stories import Stories
from cosmos_app.storage.tables import workshop
from cosmos_app.storage.transitions import Steps
from cosmos_app.storage.workshops import Workshops


class Store(
    Workshops,
    Seats,
    Sheets,
    Outcomes,
    Rooms,
    Sittings,
    Steps,
    People,
    Talk,
    Decisions,
    Desks,
    Papers,
    Counted,
    SitesMixin,
    Stories,
):
    """Everything people entered; one per process, shared by its threads.

    Every method is one transaction. It returns once what it was given would survive the end of the process
    and of the power, or has kept nothing and raises: ``StoreError``, or ``NotAllowedError`` where the workshop's
    state is against it.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    @property
    def engine(self) -> Engine:
        """SQLAlchemy's engine, for tools and tests."""
        return self.database.engine

    def ping(self) -> None:
        """Return if the store answers.

        Raises:
            StoreError: If it does not.
        """
        with self.database.reading() as connection:
            connection.execute(select(workshop.c.id).limit(1))

    def close(self) -> None:
        """Close the connections; the store is not to be used afterwards."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(address: str, busy_seconds: float = BUSY_SECONDS) -> Store:
    """Open the store at an address (``settings.database_url``), making or migrating it as needed.

    Args:
        address: ``sqlite:///path`` (%-encoded) or ``postgresql+psycopg://…``.
        busy_seconds: How long a write waits for its turn before it is refused.

    Raises:
        StoreError: If there can be no store there; it says why and what to do.
    """
    database = open_database(address, busy_seconds)
    try:
        bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return Store(database)
