"""The store of this process, empty; and two worlds in which the same things happen."""

import pytest
from support.room_builders import two_worlds

from cosmos_app.storage import current
from cosmos_app.workshop import throttle


@pytest.fixture
def here(on_file, monkeypatch):
    """The store of this process, empty, with the questionnaires we ship."""
    monkeypatch.setattr(current, "open_store", lambda _address: on_file)
    monkeypatch.setattr(throttle, "BY_ADDRESS", throttle.Throttle())
    current.store.cache_clear()
    yield on_file
    current.store.cache_clear()


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    with two_worlds(tmp_path_factory.mktemp("worlds")) as made:
        yield made
