"""A full store, a backup of it, and the address of a store that is not there yet."""

import shutil
from pathlib import Path

import pytest
from support.backups import fill
from support.databases import copy_of
from support.stores import DAY

from cosmos_app.storage import open_store
from cosmos_app.storage.backups import back_up
from cosmos_app.texts.store import ABOUT_BACKUP


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A data file with something in every table, and its backup; each test gets copies."""
    folder = tmp_path_factory.mktemp("filled")
    with open_store(f"sqlite:///{folder}/full.sqlite3") as store:
        fill(store)
    back_up(f"sqlite:///{folder}/full.sqlite3", folder / "everything.zip", ABOUT_BACKUP(), today=DAY)
    return folder


@pytest.fixture
def full(filled, tmp_path):
    """The address of a store that is backed up; ``empty_address`` is where it is restored."""
    return copy_of(filled / "full.sqlite3", tmp_path / "full.sqlite3")


@pytest.fixture
def backup(filled, tmp_path):
    return Path(shutil.copy2(filled / "everything.zip", tmp_path))


@pytest.fixture
def elsewhere(tmp_path):
    """An address for what is the same wherever it is restored."""
    return f"sqlite:///{tmp_path}/elsewhere/new.sqlite3"
