"""The store of sites: what is told of them, what they agreed to share, who may look, and what others sent."""

from pathlib import Path

import pytest
from sqlalchemy import make_url
from support.refusals import refused
from support.stores import DAY, bytes_in, count

from cosmos_app.storage import Site, StoreError, open_store, site_key, standing_tables
from models.answers import LONGEST_NAME
from models.sites import SharingAgreement, SiteCard

CARD = SiteCard(service="Housing advice", people="Tenants", compelled="both", stage="pilot", country="Polska – Łódź")
ALL = SharingAgreement(figures=True, stories=True, asked=True, contact="Ana, ana@harbour.example")


def test_a_site_that_nothing_was_kept_of_is_none(store):
    assert (store.site("Harbour"), store.sites()) == (None, ())


def test_a_card_makes_a_site_that_shares_nothing(store):
    store.keep_card(" Harbour ", CARD)
    assert store.site("Harbour") == Site(
        name="Harbour", card=CARD, sharing_agreement=SharingAgreement(), agreed_on=None, withdrawn_on=None
    )


@pytest.mark.parametrize("spelling", ["harbour", "  HARBOUR", "Harbour\x00"])
def test_one_site_may_be_written_in_several_ways_and_keeps_the_first(store, spelling):
    store.keep_card("Harbour", CARD)
    store.agree_to_share(spelling, ALL, today=DAY)
    store.keep_card(spelling, SiteCard(country="Ireland"))
    (only,) = store.sites()
    assert (only.name, only.card) == ("Harbour", SiteCard(country="Ireland"))
    assert (only.sharing_agreement, only.agreed_on) == (ALL, DAY)
    assert store.site(spelling) == only
    assert site_key(spelling) == site_key("Harbour")


def test_sites_come_by_name(store):
    for name in ("river", "Łódź", "Harbour", "Étage"):
        store.keep_card(name, SiteCard())
    assert [one.name for one in store.sites()] == ["Harbour", "river", "Étage", "Łódź"]


@pytest.mark.parametrize("name", ["", "  ", "\x00"])
def test_a_site_without_a_name_is_refused(store, name):
    with refused(StoreError, match=r"without a name can't be kept\. Give it the name"):
        store.keep_card(name, CARD)
    with pytest.raises(StoreError):
        store.receive(name, {})
    assert count(store, standing_tables.site, standing_tables.received) == [0, 0]


def test_a_name_longer_than_any_plan_holds_is_refused(store):
    with refused(StoreError, match="at most"):
        store.agree_to_share("x" * (LONGEST_NAME + 1), ALL)
    assert store.sites() == ()


def test_whoever_withdraws_shares_nothing_and_whom_to_ask_is_forgotten(store, address):
    store.keep_card("Harbour", CARD)
    store.agree_to_share("Harbour", ALL, today=DAY)
    store.withdraw_sharing_agreement("harbour", today=DAY.replace(day=1, month=4))
    assert store.site("Harbour") == Site(
        name="Harbour",
        card=CARD,
        sharing_agreement=SharingAgreement(),
        agreed_on=DAY,
        withdrawn_on=DAY.replace(day=1, month=4),
    )
    if address.startswith("sqlite"):
        assert b"ana@harbour" not in bytes_in(Path(make_url(address).database).parent)

    store.agree_to_share("Harbour", SharingAgreement(figures=True), today=DAY.replace(year=2027))
    again = store.site("Harbour")
    assert (again.sharing_agreement, again.agreed_on, again.withdrawn_on) == (
        SharingAgreement(figures=True),
        DAY.replace(year=2027),
        None,
    )


def test_withdrawing_an_unknown_site_makes_none(store):
    store.withdraw_sharing_agreement("Harbour")
    assert store.sites() == ()


def test_whom_to_ask_is_kept_only_of_a_site_that_may_be_asked(store):
    store.agree_to_share("Harbour", SharingAgreement(figures=True, asked=False, contact="Ana"))
    assert store.site("Harbour").sharing_agreement == SharingAgreement(figures=True)


def test_two_who_keep_one_site_at_once_make_one(address):
    with open_store(address) as one, open_store(address) as other:
        one.keep_card("Harbour", CARD)
        other.keep_card("HARBOUR", CARD)
        other.agree_to_share("harbour", ALL, today=DAY)
        assert one.sites() == other.sites()
        assert [(site.name, site.sharing_agreement) for site in one.sites()] == [("Harbour", ALL)]


def test_a_lead_is_known_by_a_token_and_is_nobody_at_the_desk(store, address):
    for _ in range(2):
        store.add_lead("the lead's token")
    store.add_desk("the desk's token")
    assert (store.is_lead("the lead's token"), store.is_desk("the lead's token")) == (True, False)
    assert (store.is_lead("the desk's token"), store.is_lead("a guess")) == (False, False)
    if address.startswith("sqlite"):
        assert b"lead's token" not in bytes_in(Path(make_url(address).database).parent)
    store.drop_leads()
    assert (store.is_lead("the lead's token"), store.is_desk("the desk's token")) == (False, True)


def test_what_other_servers_sent_comes_back_by_site_until_dropped(store, address):
    body = {"format": "x/1", "waves": [{"n": 7, "mean": 2.0}], "what": "Łódź told us"}
    later = store.receive("river", body, today=DAY)
    store.receive("Harbour", {}, today=DAY.replace(year=2027))
    store.receive("harbour", {"n": 1}, today=DAY)
    assert [(one.site, one.received_on.year) for one in store.received()] == [
        ("harbour", 2026),
        ("Harbour", 2027),
        ("river", 2026),
    ]
    kept = store.received()[-1]
    assert (kept.id, kept.body, repr(kept.body["waves"][0]["mean"])) == (later, body, "2.0")
    for _ in range(2):
        store.drop_received(later)
    assert [one.site for one in store.received()] == ["harbour", "Harbour"]
    if address.startswith("sqlite"):
        assert "Łódź told us".encode() not in bytes_in(Path(make_url(address).database).parent)
