"""Browsers that may lead workshops or compare sites."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import make_url
from support.stores import DAY, bytes_in, count

from cosmos_app.settings import days_kept
from cosmos_app.storage import tables


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
