"""Screens for comparing sites: no ranks, nothing of one person, nothing of a site that did not agree."""

import re

import pytest
import streamlit as st
from sqlalchemy import select
from streamlit.testing.v1 import AppTest
from support.lead_screens import APP, drawn
from support.many_sites import FAMILIES, OWN_WORDS, SHARES_FIGURES, document, fill
from support.shared_sites import (
    SHARES_ALL,
    add_story,
)

from cosmos_app.content.catalogue import catalogues
from cosmos_app.settings import lead_cookie
from cosmos_app.storage import current, open_store, tables
from cosmos_app.texts.sites.comparison import COMPARE_LEAD, VIEWS
from cosmos_app.texts.sites.desk import AGREE_TODAY, NO_CONTACT
from cosmos_app.web import routes
from cosmos_app.web.routes import SCREENS
from cosmos_app.workshop import rooms

FAMILY_TITLES = [one.title for one in catalogues().roles.families if one.id in FAMILIES]


STEMS = [
    one["ask"]
    for section in document()["sections"]
    for one in section["items"]
    if one.get("core") and len(one["ask"]) > 20
]


@pytest.fixture(scope="module")
def screens(tmp_path_factory):
    """All screens of a lead in all their ways, and the ids of the people behind them; Site 002 shares nothing."""
    with (
        open_store(f"sqlite:///{tmp_path_factory.mktemp('lead')}/cosmos.sqlite3") as store,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(current, "open_store", lambda _address: store)
        current.store.cache_clear()
        ids = fill(store, 3, 2, 6, agreement=SHARES_ALL)
        add_story(store, ids["Site 003"][0])
        store.withdraw_sharing_agreement("Site 002")
        with store.engine.connect() as connection:
            people = connection.execute(select(tables.participant.c.id)).scalars().all()
        ways = {"view": tuple(VIEWS)}
        told = [drawn("compare", view=view, time="every") for view in ways["view"]]
        yield [*told, drawn("change"), drawn("learn", own="site 001", **{"priority-project": "power"})], people
    current.store.cache_clear()


def test_no_screen_ranks_or_adds_up_sites(screens):
    for told in screens[0]:
        said = told.replace(COMPARE_LEAD(), "")
        assert not re.search(r"\b(rank\w*|best|worst|league|top \d+|overall|total|average of)\b", said, re.IGNORECASE)


def test_no_screen_of_a_lead_holds_anything_of_one_person_group_or_question(screens):
    """Even where everybody agreed that the room itself shows a family of two."""
    told, people = screens
    assert len(FAMILY_TITLES) == 2
    assert len(STEMS) > 5
    unsaid = [*people, *FAMILIES, *FAMILY_TITLES, *STEMS, OWN_WORDS]
    assert not [one for one in unsaid if any(one in screen for screen in told)]


def test_the_rooms_looked_at_do_show_their_own_people_small_families(sites_store):
    """Or the test before could not fail."""
    [_, consenting] = fill(sites_store, 1, 2, 6)["Site 001"]
    assert set(rooms.revealed(current.store().room(consenting), "project").families) >= set(FAMILIES)
    assert all(rooms.revealed(current.store().room(consenting), "project").families.values())


def test_no_screen_of_a_lead_names_a_site_that_did_not_agree(screens):
    assert all("Site 001" in told and "Site 003" in told for told in screens[0])
    assert not any("Site 002" in told for told in screens[0])


def test_who_is_sent_away_while_looking_is_told_so_at_the_next_click(sites_store, monkeypatch):
    fill(sites_store, 2, 2, 6)
    sites_store.add_lead("lead")
    cookies = {lead_cookie(): "lead"}
    monkeypatch.setattr(st, "context", type("Context", (), {"cookies": cookies, "url": "", "headers": {}})())
    at = AppTest.from_function(_enter, default_timeout=60).run()
    assert at.markdown[0].value == "inside"
    sites_store.drop_leads()
    assert at.run().markdown[0].value == "sent away"
    assert AppTest.from_function(_enter, default_timeout=60).run().markdown[0].value == "never in"


def _enter():
    import streamlit  # noqa: PLC0415

    from cosmos_app.web import session as mine  # noqa: PLC0415

    words = "inside" if mine.may_enter("lead") else "sent away" if mine.was_sent_away() else "never in"
    streamlit.markdown(words)


def test_a_site_may_be_asked_only_where_an_address_is_given(sites_store, monkeypatch):
    fill(sites_store, 1, 1, 5)
    monkeypatch.setattr(routes, "link", lambda *_: None)  # there are no other pages in this test
    at = AppTest.from_file(APP / SCREENS["sites"].file, default_timeout=60).run()
    next(one for one in at.checkbox if one.key.startswith("asked-")).check()
    agree = next(one for one in at.button if one.label == AGREE_TODAY())
    agree.click().run()
    assert [one.value for one in at.error] == [NO_CONTACT()]
    assert sites_store.site("Site 001").sharing_agreement == SHARES_FIGURES
