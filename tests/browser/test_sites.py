"""Sites in a real browser: what the desk prepares, what somebody who compares sees, and that it is gone at once."""

import re
from contextlib import closing

import pytest
from browser.served import served
from browser.visitor import PHONE
from browser.wcag import SCHEMES, SIZES, assert_touchable, headings, open_every_fold, violations
from playwright.sync_api import expect
from support.many_sites import fill

from cosmos_app.texts.page import SENT_AWAY_TITLE
from cosmos_app.texts.sites.comparison import SHOW_ALL
from cosmos_app.texts.sites.desk import SENT_AWAY
from cosmos_app.web.session import fingerprint
from models.sites import SharingAgreement

TITLES = {"compare": "Side by side", "change": "Over time", "learn": "Learn from each other"}
PAGES = ("compare", "compare?view=Site+by+site&time=Every+time", "compare?view=Stages", "change", "learn")
SHARES_ALL = SharingAgreement(figures=True, stories=True, asked=True, contact="exchange@harbour.example")


@pytest.fixture(scope="module")
def server(browser, tmp_path_factory):
    """A server that knows these sites and no others."""
    yield from served(tmp_path_factory.mktemp("sites"))


@pytest.fixture(scope="module", autouse=True)
def shared(server):
    """Three sites that share everything, twice asked."""
    with closing(server.store()) as store:
        fill(store, 3, 2, 7, agreement=SHARES_ALL)


@pytest.fixture
def lead(desktop, server):
    desktop.goto(server.exchange)
    desktop.sees_title("Side by side")
    return desktop


def press(visitor, name):
    with visitor.heard():
        visitor.page.get_by_role("button", name=name).click()


def test_without_the_link_nobody_compares_sites(phone):
    for path in (*TITLES, "sites"):
        phone.goto(path)
        phone.sees_title("How do we work together?")


def test_the_link_leads_to_three_screens_and_to_no_desk(lead):
    expect(lead.keyed("steps", "a")).to_have_text(list(TITLES.values()))
    for title in reversed(TITLES.values()):
        lead.step(title)
        lead.sees_title(title)
        assert lead.focus["heading"]
    for path in ("desk", "sites", "prepare"):
        lead.goto(path)
        lead.sees_title("How do we work together?")


def test_what_is_chosen_stands_in_the_address_and_is_there_after_a_reload(lead):
    with lead.heard():
        lead.page.get_by_role("radio", name="Site by site").click()
    expect(lead.page.locator(".cosmos-panel h2")).to_have_text(["Site 001", "Site 002", "Site 003"])
    lead.reload()
    expect(lead.page.locator(".cosmos-panel h2")).to_have_count(3)


def test_what_was_chosen_is_said_where_the_fold_is_closed_and_can_be_taken_back(lead):
    lead.goto("compare?sites=Site+003&sites=Site+001")
    lead.sees_title("Side by side")
    expect(lead.page.get_by_text("2 of ")).to_be_visible()
    with lead.heard():
        lead.page.get_by_role("button", name=SHOW_ALL()).click()
    expect(lead.page.get_by_text("in an order that somebody chose")).to_have_count(0)
    expect(lead.page.locator(".cosmos-picture").first).to_have_attribute("aria-label", re.compile("Site 002"))


def test_the_ways_to_look_can_be_changed_by_keyboard_alone(lead):
    lead.tab_to(lambda held: held["text"].startswith("Theme by theme"))
    lead.page.keyboard.press("ArrowRight")
    lead.strike("Space")
    expect(lead.page.locator(".cosmos-panel h2")).to_have_count(3)


def test_a_card_is_kept_as_typed_and_an_agreement_holds_until_it_is_withdrawn(desktop, visitors, server, store):
    desktop.goto(server.desk)
    desktop.goto("sites")
    desktop.sees_title("Sites")
    card = desktop.keyed_like("card-site-").nth(1)
    mark = fingerprint("site 002")
    desktop.open(f"words-{mark}")
    field = card.get_by_label("Whom it is for", exact=True)
    field.fill("People over 75")
    with desktop.heard():
        field.press("Tab")
    assert store.site("Site 002").card.people == "People over 75"
    other = visitors(PHONE)
    other.goto(server.exchange)
    other.sees_title("Side by side")
    expect(other.page.get_by_text("Site 002").first).to_be_attached()
    desktop.open(f"agreement-{mark}")
    card.get_by_role("button", name="Withdraw it").click()
    press(desktop, "Yes: withdraw it now")
    expect(card.get_by_text("Nobody but this desk sees anything of this site.")).to_be_visible()
    other.reload()
    other.sees_title("Side by side")
    expect(other.page.get_by_text("Site 002")).to_have_count(0)
    card.get_by_text("Share this card").click()
    press(desktop, "This is what the site agreed to today")
    assert store.site("Site 002").sharing_agreement == SharingAgreement(figures=True)
    other.reload()
    expect(other.page.locator(".cosmos-picture").first).to_have_attribute("aria-label", re.compile("Site 002"))


def test_those_who_compare_can_be_sent_away(desktop, visitors, server):
    other = visitors(PHONE)
    other.goto(server.exchange)
    other.sees_title("Side by side")
    with other.heard():
        other.page.get_by_role("radio", name="Site by site").click()
    desktop.goto(server.desk)
    desktop.goto("sites")
    desktop.open("leads")
    desktop.press("drop-leads")
    expect(desktop.page.get_by_text(SENT_AWAY())).to_be_visible()
    other.page.get_by_role("radio", name="Stages").click()
    other.sees_title(SENT_AWAY_TITLE())
    expect(other.page.get_by_text("Site 001")).to_have_count(0)
    other.goto("compare")
    other.sees_title("How do we work together?")
    desktop.goto("compare")
    desktop.sees_title("Side by side")


@SIZES
@SCHEMES
def test_axe_finds_nothing_and_everything_fits(visitors, server, size, scheme):
    visitor = visitors(size, color_scheme=scheme)
    visitor.goto(server.desk)
    for page in (*PAGES, "sites"):
        visitor.goto(page)
        visitor.at_rest()
        open_every_fold(visitor)
        visitor.at_rest()
        assert not violations(visitor), page
        assert_touchable(visitor)
        assert headings(visitor), page
