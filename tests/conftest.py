"""Stores on SQLite and, where COSMOS_TEST_POSTGRES names a server, on PostgreSQL; and how many processes run tests."""

import os
from pathlib import Path

import pytest
from support.databases import Postgres, copy_of, migrated_file
from support.examples import choose_profile

from cosmos_app.storage import current, open_store
from cosmos_app.workshop import rooms
from cosmos_app.workshop.sites.wave_cache import SHARED_WAVES

SERVER = os.environ.get("COSMOS_TEST_POSTGRES")
CI = os.environ.get("CI")
WORKERS = 2
"""Processes that run the whole suite: browser tests wait for a server and a browser that compute in processes of
their own, so more would only make them wait for each other."""

choose_profile()


def pytest_xdist_auto_num_workers(config):
    """Run the whole suite and whole folders in several processes, picked files and tests in this one (``--pdb``)."""
    folders = all(Path(arg).is_dir() for arg in config.args)
    return WORKERS if folders and not config.option.collectonly else 0


@pytest.fixture(scope="session")
def postgres_server():
    """The PostgreSQL that COSMOS_TEST_POSTGRES names."""
    if not SERVER and CI:
        pytest.fail(
            "There is no PostgreSQL here, and CI skips nothing: set COSMOS_TEST_POSTGRES to the address of a server "
            "on which databases may be made."
        )
    if not SERVER:
        pytest.skip("There is no PostgreSQL here: set COSMOS_TEST_POSTGRES to run this.")
    server = Postgres(SERVER)
    yield server
    server.close()


@pytest.fixture(scope="session")
def migrated_database(postgres_server):
    with postgres_server.migrated() as address:
        yield address


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """A data file with our schema in it, of which each store is a copy: to migrate one takes longer than most tests."""
    return migrated_file(tmp_path_factory.mktemp("migrated"))


@pytest.fixture
def postgres(postgres_server):
    """An empty database on PostgreSQL, for what needs one and no SQLite."""
    with postgres_server.database() as address:
        yield address


@pytest.fixture(params=["sqlite", *(["postgresql"] if SERVER or CI else [])])
def kind(request):
    """Which database a test of the store runs on."""
    return request.param


@pytest.fixture
def empty_address(kind, request, tmp_path):
    """Where a test makes a store itself."""
    return f"sqlite:///{tmp_path}/cosmos.sqlite3" if kind == "sqlite" else request.getfixturevalue("postgres")


@pytest.fixture
def address(kind, request, tmp_path):
    """Where a store is in which nothing is kept yet."""
    if kind == "sqlite":
        yield copy_of(request.getfixturevalue("migrated"), tmp_path / "cosmos.sqlite3")
        return
    template = request.getfixturevalue("migrated_database")
    with request.getfixturevalue("postgres_server").database(template) as address:
        yield address


@pytest.fixture
def store(address):
    with open_store(address) as store:
        yield store


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cosmos.sqlite3"


@pytest.fixture
def on_file(file, migrated):
    with open_store(copy_of(migrated, file)) as store:
        yield store


@pytest.fixture
def stored(tmp_path, monkeypatch, migrated):
    """The store of this process, empty, in a folder of the test's own."""
    monkeypatch.setenv("COSMOS_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("COSMOS_DATABASE_URL", raising=False)
    copy_of(migrated, tmp_path / "data" / "cosmos.sqlite3")
    current.store.cache_clear()
    yield current.store()
    current.store().close()
    current.store.cache_clear()


@pytest.fixture
def sites_store(tmp_path, monkeypatch, migrated):
    """The store of this process, empty."""
    with open_store(copy_of(migrated, tmp_path / "cosmos.sqlite3")) as store:
        monkeypatch.setattr(current, "open_store", lambda _address: store)
        current.store.cache_clear()
        SHARED_WAVES.keep_only(())
        rooms.forget()
        yield store
    current.store.cache_clear()
