"""Sites: their cards, their sharing agreements, and the bundles that other servers sent."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Select, delete, insert, select, update

from cosmos_app.storage.clock_and_ids import new_id, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.rows import storable
from cosmos_app.storage.standing_tables import received
from cosmos_app.storage.standing_tables import site as sites
from models.answers import LONGEST_NAME
from models.sites import SharingAgreement, SiteCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where people work on a service; workshops belong to it by the name in their plan (``site_key``).

    Attributes:
        name: As it was first written.
        card: What it is.
        sharing_agreement: What it shares; nothing before it agreed, or after it withdrew.
        agreed_on: The day it last agreed; None if it never did.
        withdrawn_on: The day it withdrew; None if it did not, or agreed again since.
    """

    name: str
    card: SiteCard
    sharing_agreement: SharingAgreement
    agreed_on: date | None
    withdrawn_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedBundle:
    """A workshop of a site on another server, past that server's own gate (``interchange.bundles``).

    Attributes:
        site: The site's name, as it was sent.
        body: The bundle, as JSON.
    """

    id: str
    site: str
    body: Any
    received_on: date


class SitesMixin:
    """The methods of the store about sites."""

    database: Database

    def keep_card(self, name: str, card: SiteCard) -> None:
        """Keep the card of a site, in place of the one before; a new name makes a new site."""
        columns = {part: storable(text) for part, text in asdict(card).items()}
        self._change(name, card=columns)

    def agree_to_share(self, name: str, agreement: SharingAgreement, today: date | None = None) -> None:
        """Keep the sharing agreement of a site, in place of the one before; a new name makes a new site.

        Args:
            name: Of the site.
            agreement: What it shares; whom to ask is kept only if it may be asked.
            today: The day it agreed; None means today.
        """
        contact = storable(agreement.contact) if agreement.asked else ""
        kept = asdict(replace(agreement, contact=contact))
        self._change(name, agreement=kept, agreed_on=today or today_here(), withdrawn_on=None)
        self.database.scrub()

    def withdraw_sharing_agreement(self, name: str, today: date | None = None) -> None:
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
        return tuple(sorted(self._sites(select(sites)), key=lambda site: (site.name.casefold(), site.name)))

    def receive(self, site: str, body: Mapping[str, Any], today: date | None = None) -> str:
        """Keep a bundle that another server sent, already checked; returns its id."""
        row = {"id": new_id(), "site": _site_name(site), "body": dict(body), "received_on": today or today_here()}
        with self.database.writing() as connection:
            connection.execute(insert(received), row)
        return str(row["id"])

    def received(self) -> tuple[ReceivedBundle, ...]:
        """Every bundle that other servers sent, by site, the oldest first."""
        with self.database.reading() as connection:
            bundles = [ReceivedBundle(**row) for row in connection.execute(select(received)).mappings()]
        return tuple(sorted(bundles, key=lambda bundle: (bundle.site.casefold(), bundle.received_on, bundle.id)))

    def drop_received(self, id: str) -> None:  # noqa: A002
        """Delete a bundle; one that is gone already is fine."""
        with self.database.writing() as connection:
            connection.execute(delete(received).where(received.c.id == id))
        self.database.scrub()

    def _change(self, name: str, **columns: Any) -> None:
        empty = {
            "card": asdict(SiteCard()),
            "agreement": asdict(SharingAgreement()),
            "agreed_on": None,
            "withdrawn_on": None,
        }
        row = {"key": site_key(name), "name": _site_name(name), **empty}
        with self.database.writing() as connection:
            connection.execute(self.database.insert_new(sites), row)
            connection.execute(update(sites).where(sites.c.key == row["key"]).values(columns))

    def _sites(self, query: Select[Any]) -> list[Site]:
        with self.database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return [
            Site(
                name=row["name"],
                card=SiteCard(**row["card"]),
                sharing_agreement=SharingAgreement(**row["agreement"]),
                agreed_on=row["agreed_on"],
                withdrawn_on=row["withdrawn_on"],
            )
            for row in rows
        ]


def site_key(name: str) -> str:
    """The same text for every spelling of a site's name.

    >>> site_key(" Harbour ") == site_key("HARBOUR")
    True
    """
    return storable(name, LONGEST_NAME).strip().casefold()


def _site_name(name: str) -> str:
    stripped = storable(name, LONGEST_NAME).strip()
    if not stripped:
        raise StoreError("nameless-site")
    return stripped
