"""Browsers that may lead workshops or compare sites."""

from pathlib import Path

from sqlalchemy import make_url
from support.stores import (
    DAY,
    bytes_in,
)


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
