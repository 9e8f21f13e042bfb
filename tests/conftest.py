"""Stores for whoever needs one: on SQLite, and on PostgreSQL where COSMOS_TEST_POSTGRES names a server."""

import os
import uuid
from contextlib import contextmanager

import pytest
from sqlalchemy import create_engine, make_url, text

from cosmos_app.storage import current, open_store
from cosmos_app.workshop.sites.wave_cache import WAVES

SERVER = os.environ.get("COSMOS_TEST_POSTGRES")
CI = os.environ.get("CI")


@contextmanager
def postgres_database():
    """The address of a PostgreSQL database of our own, dropped afterwards."""
    if not SERVER:
        pytest.fail(
            "There is no PostgreSQL here, and CI skips nothing: set COSMOS_TEST_POSTGRES to the address of a server "
            "on which databases may be made."
        )
    name = f"cosmos_test_{uuid.uuid4().hex[:12]}"
    server = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture
def postgres():
    """A database on PostgreSQL, for what needs one and no SQLite."""
    if not SERVER and not CI:
        pytest.skip("There is no PostgreSQL here: set COSMOS_TEST_POSTGRES to run this.")
    with postgres_database() as address:
        yield address


@pytest.fixture(params=["sqlite", *(["postgresql"] if SERVER or CI else [])])
def address(request, tmp_path):
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/cosmos.sqlite3"
        return
    with postgres_database() as address:
        yield address


@pytest.fixture
def store(address):
    with open_store(address) as store:
        yield store


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cosmos.sqlite3"


@pytest.fixture
def on_file(file):
    with open_store(f"sqlite:///{file}") as store:
        yield store


@pytest.fixture
def stored(tmp_path, monkeypatch):
    """The store of this process, empty, in a folder of the test's own."""
    monkeypatch.setenv("COSMOS_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("COSMOS_DATABASE_URL", raising=False)
    current.store.cache_clear()
    yield current.store()
    current.store().close()
    current.store.cache_clear()


@pytest.fixture
def sites_store(tmp_path, monkeypatch):
    """The store of this process, empty."""
    with open_store(f"sqlite:///{tmp_path}/cosmos.sqlite3") as store:
        monkeypatch.setattr(current, "open_store", lambda _address: store)
        current.store.cache_clear()
        WAVES.keep_only(())
        yield store
    current.store.cache_clear()
