"""Which browsers may lead workshops, and which may compare sites: known by a token, of which only a hash is kept."""

from datetime import date

from sqlalchemy import Table, delete, select

from cosmos_app.settings import days_kept
from cosmos_app.storage.clock_and_ids import days_after, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.seats import token_hash
from cosmos_app.storage.tables import desk, lead


class AccessTokensMixin:
    """The methods of the store about browsers of facilitators (*desks*) and of people who compare sites (*leads*)."""

    database: Database

    def add_desk(self, token: str, today: date | None = None) -> None:
        """Let the browser with this token lead workshops; adding it twice is fine."""
        self._add_browser(desk, token, today)

    def is_desk(self, token: str, today: date | None = None) -> bool:
        """Whether the browser with this token may lead workshops, at most for its period."""
        return self._is_known_browser(desk, token, today)

    def drop_desks(self) -> None:
        """Let no browser lead workshops until it follows a new link."""
        self._drop_browsers(desk)

    def add_lead(self, token: str, today: date | None = None) -> None:
        """Let the browser with this token compare the sites that agreed to it; adding it twice is fine."""
        self._add_browser(lead, token, today)

    def is_lead(self, token: str, today: date | None = None) -> bool:
        """Whether the browser with this token may compare sites, at most for its period."""
        return self._is_known_browser(lead, token, today)

    def drop_leads(self) -> None:
        """Let no browser compare sites until it follows a new link."""
        self._drop_browsers(lead)

    def _add_browser(self, table: Table, token: str, today: date | None) -> None:
        row = {"token_hash": token_hash(token), "since": today or today_here()}
        with self.database.writing() as connection:
            connection.execute(self.database.insert_new(table), row)

    def _is_known_browser(self, table: Table, token: str, today: date | None) -> bool:
        first = days_after(today or today_here(), -days_kept("access"))
        query = select(table.c.token_hash).where(table.c.token_hash == token_hash(token), table.c.since >= first)
        with self.database.reading() as connection:
            return connection.execute(query).first() is not None

    def _drop_browsers(self, table: Table) -> None:
        with self.database.writing() as connection:
            connection.execute(delete(table))
