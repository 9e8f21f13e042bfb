"""The store: one class with the methods of all parts, over one database."""

from types import TracebackType
from typing import Self

from sqlalchemy import Engine, select

from cosmos_app.storage.access_tokens import AccessTokensMixin
from cosmos_app.storage.actions import ActionsMixin
from cosmos_app.storage.answers import AnswersMixin
from cosmos_app.storage.audit import AuditMixin
from cosmos_app.storage.bulk_answers import BulkAnswersMixin
from cosmos_app.storage.decisions import DecisionsMixin
from cosmos_app.storage.engine import BUSY_SECONDS, Database, open_database
from cosmos_app.storage.head_counts import HeadCountsMixin
from cosmos_app.storage.migrate import bring_up_to_date
from cosmos_app.storage.paper_sheets import PaperSheetsMixin
from cosmos_app.storage.people import PeopleMixin
from cosmos_app.storage.results import ResultsMixin
from cosmos_app.storage.retention import RetentionMixin
from cosmos_app.storage.rooms import RoomsMixin
from cosmos_app.storage.seats import SeatsMixin
from cosmos_app.storage.sites import SitesMixin
from cosmos_app.storage.sittings import SittingsMixin
from cosmos_app.storage.stories import StoriesMixin
from cosmos_app.storage.tables import workshop
from cosmos_app.storage.transitions import TransitionsMixin
from cosmos_app.storage.workshops import WorkshopsMixin


class Store(
    WorkshopsMixin,
    SeatsMixin,
    AnswersMixin,
    ResultsMixin,
    RoomsMixin,
    SittingsMixin,
    TransitionsMixin,
    PeopleMixin,
    DecisionsMixin,
    ActionsMixin,
    AccessTokensMixin,
    PaperSheetsMixin,
    BulkAnswersMixin,
    HeadCountsMixin,
    SitesMixin,
    StoriesMixin,
    AuditMixin,
    RetentionMixin,
):
    """Everything people entered; one per process, shared by its threads.

    Every method is one transaction. When it returns, its changes survive a crash of the process and a power failure;
    when it raises, nothing has changed: ``StoreError``, or ``NotAllowedError`` if the workshop's state forbids it.
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
        StoreError: If there can be no store there.
    """
    database = open_database(address, busy_seconds)
    try:
        bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return Store(database)
