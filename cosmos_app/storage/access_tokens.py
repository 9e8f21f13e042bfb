"""Which browsers may lead workshops, and which may compare sites: known by a token, of which only a hash is kept.

Beside the tokens stand the keys that links end in, likewise hashed: a link lets browsers in as long as its key is
there, so that whoever sends all others away ends their links too, in whatever process these were made.
"""

import hashlib
from datetime import date
from typing import Literal

from sqlalchemy import Connection, Table, delete, select

from cosmos_app.settings import days_kept
from cosmos_app.storage.clock_and_ids import days_after, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.seats import token_hash
from cosmos_app.storage.tables import desk, lead
from models.workshop import NotAllowedError

Access = Literal["desk", "lead"]

_TABLES = {"desk": desk, "lead": lead}


def link_hash(key: str) -> str:
    """The hash that is kept of a link's key; no text begins with this byte, so a key is never taken for a token."""
    return hashlib.sha256(b"\xff" + key.encode()).hexdigest()


class AccessTokensMixin:
    """The methods of the store about browsers of facilitators (*desks*) and of people who compare sites (*leads*)."""

    database: Database

    def add_desk(self, token: str, today: date | None = None) -> None:
        """Let the browser with this token lead workshops; adding it twice is fine."""
        self._add(desk, token_hash(token), today)

    def is_desk(self, token: str, today: date | None = None) -> bool:
        """Whether the browser with this token may lead workshops, at most for its period."""
        return self._is_there(desk, token_hash(token), today)

    def drop_desks(self) -> None:
        """Let no browser lead workshops until it follows a new link."""
        self._replace(desk)

    def keep_only_desk(self, token: str, key: str) -> None:
        """Let no browser but this one lead workshops, and no link but that with this key let others in.

        Raises:
            NotAllowedError: If this browser was sent away itself.
        """
        self._replace(desk, token, key)

    def add_lead(self, token: str, today: date | None = None) -> None:
        """Let the browser with this token compare the sites that agreed to it; adding it twice is fine."""
        self._add(lead, token_hash(token), today)

    def is_lead(self, token: str, today: date | None = None) -> bool:
        """Whether the browser with this token may compare sites, at most for its period."""
        return self._is_there(lead, token_hash(token), today)

    def drop_leads(self, key: str | None = None) -> None:
        """Let no browser compare sites until it follows a new link: that with this key, if one is given."""
        self._replace(lead, key=key)

    def open_link(self, access: Access, key: str) -> None:
        """Let the link that ends in this key give access, until all browsers that have it are dropped."""
        self._add(_TABLES[access], link_hash(key), None)

    def is_open_link(self, access: Access, key: str) -> bool:
        """Whether the link that ends in this key gives access."""
        return self._is_there(_TABLES[access], link_hash(key))

    def admit(self, access: Access, key: str, token: str) -> bool:
        """Give access to the browser with this token, if the link it followed is still open; whether it was."""
        table = _TABLES[access]
        link = select(table.c.token_hash).where(table.c.token_hash == link_hash(key)).with_for_update(read=True)
        with self.database.writing() as connection:
            if connection.execute(link).first() is None:
                return False
            self._let_in(connection, table, token_hash(token), None)
        return True

    def _add(self, table: Table, what: str, today: date | None) -> None:
        with self.database.writing() as connection:
            self._let_in(connection, table, what, today)

    def _let_in(self, connection: Connection, table: Table, what: str, today: date | None) -> None:
        connection.execute(self.database.insert_new(table), {"token_hash": what, "since": today or today_here()})

    def _is_there(self, table: Table, what: str, today: date | None = None) -> bool:
        first = days_after(today or today_here(), -days_kept("access"))
        query = select(table.c.token_hash).where(table.c.token_hash == what, table.c.since >= first)
        with self.database.reading() as connection:
            return connection.execute(query).first() is not None

    def _replace(self, table: Table, token: str | None = None, key: str | None = None) -> None:
        """Drop every browser and link but the browser with this token, and open the link with this key."""
        with self.database.writing() as connection:
            if token is not None:
                own = select(table.c.token_hash).where(table.c.token_hash == token_hash(token)).with_for_update()
                if connection.execute(own).first() is None:
                    raise NotAllowedError("not-at-desk")
            others = delete(table).where(table.c.token_hash != ("" if token is None else token_hash(token)))
            # Twice: on PostgreSQL the first waits for whoever is just being let in, and only the second sees them.
            connection.execute(others)
            connection.execute(others)
            if key is not None:
                self._let_in(connection, table, link_hash(key), None)
