"""Who may sit at the facilitator's desk: browsers known by a token, of which only a hash is kept."""

from datetime import date

from sqlalchemy import delete, select

from cosmos_app.storage.edge import today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.seats import hash_of
from cosmos_app.storage.tables import desk


class Desks:
    """The part of the store that knows facilitators' browsers."""

    database: Database

    def add_desk(self, token: str, today: date | None = None) -> None:
        """Let the browser with this token sit at the desk; that it does already is fine."""
        row = {"token_hash": hash_of(token), "since": today or today_here()}
        with self.database.writing() as connection:
            connection.execute(self.database.insert_new(desk), row)

    def is_desk(self, token: str) -> bool:
        """Whether the browser with this token may sit at the desk."""
        query = select(desk.c.token_hash).where(desk.c.token_hash == hash_of(token))
        with self.database.reading() as connection:
            return connection.execute(query).first() is not None

    def drop_desks(self) -> None:
        """Let nobody sit at the desk whom no new link brings there."""
        with self.database.writing() as connection:
            connection.execute(delete(desk))
