"""Places: what is told of a site, what it agreed to share, and what other servers sent of theirs."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Select, delete, insert, select, update

from cosmos_app.storage.clock_and_ids import new_id, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.rows import writable
from cosmos_app.storage.tables import received
from cosmos_app.storage.tables import site as sites
from models.answers import LONGEST_NAME
from models.sites import SharingAgreement, SiteCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place where people work on a service; workshops belong to it by the name in their plan (``site_key``).

    Attributes:
        name: As it was first written.
        card: What is told of it.
        agreement: What it shares; nothing before it agreed, or after it withdrew.
        agreed_on: The day it last agreed; None if it never did.
        withdrawn_on: The day it withdrew; None if it did not, or agreed again since.
    """

    name: str
    card: SiteCard
    agreement: SharingAgreement
    agreed_on: date | None
    withdrawn_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What another server told of a site, past its own gate.

    Attributes:
        site: The site's name, as it was sent.
        body: What was sent, as JSON.
    """

    id: str
    site: str
    body: Any
    received_on: date


class Places:
    """The part of the store that knows sites."""

    database: Database

    def keep_card(self, name: str, card: SiteCard) -> None:
        """Keep what is told of a site, in place of what was before; a new name makes a new site."""
        said = {part: writable(text) for part, text in asdict(card).items()}
        self._change(name, card=said)

    def agree(self, name: str, agreement: SharingAgreement, today: date | None = None) -> None:
        """Keep what a site agreed to share, in place of what it agreed before; a new name makes a new site.

        Args:
            name: Of the site.
            agreement: What it shares; whom to ask is kept only if it may be asked.
            today: The day it agreed; None means today.
        """
        contact = writable(agreement.contact) if agreement.asked else ""
        said = asdict(replace(agreement, contact=contact))
        self._change(name, agreement=said, agreed_on=today or today_here(), withdrawn_on=None)
        self.database.scrub()

    def withdraw_agreement(self, name: str, today: date | None = None) -> None:
        """Share nothing of a site from now on, and forget whom to ask; an unknown site shares nothing anyway."""
        nothing = {"agreement": asdict(SharingAgreement()), "withdrawn_on": today or today_here()}
        with self.database.writing() as connection:
            connection.execute(update(sites).where(sites.c.key == site_key(name)).values(nothing))
        self.database.scrub()

    def site(self, name: str) -> Site | None:
        """A site; None if nothing was ever kept of it."""
        found = self._sites(select(sites).where(sites.c.key == site_key(name)))
        return found[0] if found else None

    def sites(self) -> tuple[Site, ...]:
        """Every site of which anything was kept, by name."""
        return tuple(sorted(self._sites(select(sites)), key=lambda one: (one.name.casefold(), one.name)))

    def receive(self, site: str, body: Mapping[str, Any], today: date | None = None) -> str:
        """Keep what another server told of a site, already checked; returns its id."""
        row = {"id": new_id(), "site": _named(site), "body": dict(body), "received_on": today or today_here()}
        with self.database.writing() as connection:
            connection.execute(insert(received), row)
        return str(row["id"])

    def received(self) -> tuple[Received, ...]:
        """All that other servers told, by site, the oldest first."""
        with self.database.reading() as connection:
            rows = [Received(**row) for row in connection.execute(select(received)).mappings()]
        return tuple(sorted(rows, key=lambda one: (one.site.casefold(), one.received_on, one.id)))

    def drop_received(self, id: str) -> None:  # noqa: A002
        """Forget what another server told; what is gone already is fine."""
        with self.database.writing() as connection:
            connection.execute(delete(received).where(received.c.id == id))
        self.database.scrub()

    def _change(self, name: str, **said: Any) -> None:
        empty = {
            "card": asdict(SiteCard()),
            "agreement": asdict(SharingAgreement()),
            "agreed_on": None,
            "withdrawn_on": None,
        }
        row = {"key": site_key(name), "name": _named(name), **empty}
        with self.database.writing() as connection:
            connection.execute(self.database.insert_new(sites), row)
            connection.execute(update(sites).where(sites.c.key == row["key"]).values(said))

    def _sites(self, query: Select[Any]) -> list[Site]:
        with self.database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return [
            Site(
                name=row["name"],
                card=SiteCard(**row["card"]),
                agreement=SharingAgreement(**row["agreement"]),
                agreed_on=row["agreed_on"],
                withdrawn_on=row["withdrawn_on"],
            )
            for row in rows
        ]


def site_key(name: str) -> str:
    """What two spellings of a site's name share.

    >>> site_key(" Harbour ") == site_key("HARBOUR")
    True
    """
    return writable(name, LONGEST_NAME).strip().casefold()


def _named(name: str) -> str:
    named = writable(name, LONGEST_NAME).strip()
    if not named:
        raise StoreError("nameless-site")
    return named
