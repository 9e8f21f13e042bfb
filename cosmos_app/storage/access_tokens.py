"""Who may sit at the facilitator's desk, and who may compare sites: browsers known by a token, kept as a hash only."""

from datetime import date

from sqlalchemy import Table, delete, select

from cosmos_app.storage.clock_and_ids import today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.seats import hash_of
from cosmos_app.storage.tables import desk, lead


class Desks:
    """The part of the store that knows the browsers of facilitators, and of those who lead an exchange of sites."""

    database: Database

    def add_desk(self, token: str, today: date | None = None) -> None:
        """Let the browser with this token sit at the desk; that it does already is fine."""
        self._admit(desk, token, today)

    def is_desk(self, token: str) -> bool:
        """Whether the browser with this token may sit at the desk."""
        return self._admitted(desk, token)

    def drop_desks(self) -> None:
        """Let nobody sit at the desk whom no new link brings there."""
        self._send_away(desk)

    def add_lead(self, token: str, today: date | None = None) -> None:
        """Let the browser with this token compare the sites that agreed to it; that it does already is fine."""
        self._admit(lead, token, today)

    def is_lead(self, token: str) -> bool:
        """Whether the browser with this token may compare sites."""
        return self._admitted(lead, token)

    def drop_leads(self) -> None:
        """Let nobody compare sites whom no new link brings there."""
        self._send_away(lead)

    def _admit(self, table: Table, token: str, today: date | None) -> None:
        row = {"token_hash": hash_of(token), "since": today or today_here()}
        with self.database.writing() as connection:
            connection.execute(self.database.insert_new(table), row)

    def _admitted(self, table: Table, token: str) -> bool:
        query = select(table.c.token_hash).where(table.c.token_hash == hash_of(token))
        with self.database.reading() as connection:
            return connection.execute(query).first() is not None

    def _send_away(self, table: Table) -> None:
        with self.database.writing() as connection:
            connection.execute(delete(table))
