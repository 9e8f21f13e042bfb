"""Browsers that may lead workshops or compare sites."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url
from support.stores import DAY, bytes_in, count

from cosmos_app.settings import days_kept
from cosmos_app.storage import tables
from models.workshop import NotAllowedError


def test_a_desk_is_known_by_its_token_until_all_are_dropped(store, address):
    for _ in range(2):
        store.add_desk("the facilitator's token")
    store.add_desk("another", today=DAY)
    assert store.is_desk("the facilitator's token")
    assert not store.is_desk("a guess")
    if address.startswith("sqlite"):
        assert b"facilitator's token" not in bytes_in(Path(make_url(address).database).parent)
    store.drop_desks()
    assert not store.is_desk("another")


def test_a_browser_that_came_by_a_secret_link_is_known_for_its_period_and_not_longer(store):
    last = DAY + timedelta(days_kept("access"))
    store.add_desk("desk", today=DAY)
    store.add_lead("lead", today=DAY)
    assert store.is_desk("desk", today=last)
    assert store.is_lead("lead", today=last)
    assert not store.is_desk("desk", today=last + timedelta(1))
    assert not store.is_lead("lead", today=last + timedelta(1))
    store.erase_due(today=last)
    assert count(store, tables.desk, tables.lead) == [1, 1]
    store.erase_due(today=last + timedelta(1))
    assert count(store, tables.desk, tables.lead) == [0, 0]


@pytest.mark.parametrize("access", ["desk", "lead"])
def test_a_link_lets_in_until_all_are_dropped_and_its_key_is_no_token(store, access):
    known = {"desk": store.is_desk, "lead": store.is_lead}[access]
    drop = {"desk": store.drop_desks, "lead": store.drop_leads}[access]
    assert not store.admit(access, "the key", "a browser")
    store.open_link(access, "the key")
    assert store.admit(access, "the key", "a browser")
    assert known("a browser")
    assert not known("the key")
    drop()
    assert not store.is_open_link(access, "the key")
    assert not store.admit(access, "the key", "the same browser again")
    assert not known("a browser")
    assert not known("the same browser again")


def test_whoever_is_alone_at_the_desk_opens_a_new_link_and_ends_all_others(store):
    store.open_link("desk", "the key")
    store.open_link("desk", "the key of another process")
    store.add_desk("one")
    store.add_desk("other")
    store.keep_only_desk("one", "a new key")
    assert [store.is_desk("one"), store.is_desk("other")] == [True, False]
    keys = ("the key", "the key of another process", "a new key")
    assert [store.is_open_link("desk", key) for key in keys] == [False, False, True]


def test_whoever_was_sent_away_a_moment_ago_sends_nobody_away(store):
    store.add_desk("one")
    store.add_desk("other")
    store.keep_only_desk("one", "a new key")
    with pytest.raises(NotAllowedError):
        store.keep_only_desk("other", "another key")
    assert store.is_desk("one")
    assert not store.is_open_link("desk", "another key")
