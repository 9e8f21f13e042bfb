"""Faults of files, disks and servers: each is told from the others, and nothing foreign is touched."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import OperationalError
from support.refusals import read_of, refused
from support.stores import environment, record, seat

from cosmos_app.settings import database_url
from cosmos_app.storage import StoreError, open_store
from cosmos_app.storage.errors import translated
from models.answers import Value


def test_a_folder_that_can_t_be_written_is_named(tmp_path):
    folder = Path(tempfile.mkdtemp(dir="/tmp"))  # not tmp_path: another account can't reach that
    code = """
import sys
from cosmos_app.storage import StoreError, open_store
from cosmos_app.texts.store import store_problem
try:
    open_store(sys.argv[1])
except StoreError as error:
    print(store_problem(error))
"""
    command = [sys.executable, "-c", code]
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("as root nothing is unwritable, and there is no setpriv to stop being root")
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
    apart = environment(PYTHONDONTWRITEBYTECODE="1")

    def told_of(path):
        run = subprocess.run([*command, f"sqlite:///{path}"], env=apart, capture_output=True, text=True, check=False)
        assert run.stderr == ""
        return run.stdout

    try:
        open_store(f"sqlite:///{folder}/old.sqlite3").close()
        (folder / "old.sqlite3").chmod(0o444)
        folder.chmod(0o555)
        for path in (folder / "new.sqlite3", folder / "below" / "new.sqlite3", folder / "old.sqlite3"):
            assert told_of(path).startswith(f"{path} can't be written. Give this account the right")
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_file_that_is_not_a_database_is_left_alone(tmp_path):
    letter = tmp_path / "letter.sqlite3"
    letter.write_text("Dear all, " * 1000)
    with refused(StoreError, match=r"letter\.sqlite3 holds something other than CoSMoS data"):
        open_store(f"sqlite:///{letter}")
    assert letter.read_text() == "Dear all, " * 1000


def test_another_program_s_database_is_left_alone(empty_address):
    engine = create_engine(empty_address)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
    with refused(StoreError, match="holds something other than CoSMoS data"):
        open_store(empty_address)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_a_store_of_a_newer_cosmos_is_left_alone(address):
    with open_store(address) as store, store.engine.begin() as connection:
        connection.execute(text("UPDATE cosmos_schema SET version_num = '9999'"))
    with refused(StoreError, match="was made by a newer CoSMoS than this one"):
        open_store(address)


def test_a_damaged_file_is_told_from_a_full_disk(file):
    with open_store(f"sqlite:///{file}") as store:
        person = seat(store)
        for number in range(200):
            record(store, person, f"q{number}", Value("x" * 200))
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    with refused(StoreError, match=r"is damaged\. Stop CoSMoS.*restore a backup"):
        open_store(f"sqlite:///{file}")


@pytest.mark.parametrize(
    ("driver_says", "people_read"),
    [
        ({"sqlite_errorcode": sqlite3.SQLITE_FULL}, "no space left"),
        ({"sqlite_errorcode": sqlite3.SQLITE_IOERR_SHMSIZE}, "no space left"),
        ({"sqlite_errorcode": sqlite3.SQLITE_IOERR_FSYNC}, "could not be read or written"),
        ({"sqlite_errorcode": sqlite3.SQLITE_READONLY_DBMOVED}, "can't be written"),
        ({"sqlstate": "53100"}, "no space left"),
        ({"sqlstate": "25006"}, "can't be written"),
        ({"sqlstate": "23503"}, "no longer holds"),
        ({"sqlstate": None}, "can't be reached"),
    ],
)
def test_what_a_driver_says_is_put_in_plain_words(driver_says, people_read):
    original = sqlite3.OperationalError("a code")
    vars(original).update(driver_says)
    with refused(StoreError, match=people_read), translated("The store"):
        raise OperationalError("INSERT", {}, original)


def test_our_own_mistakes_are_not_passed_off_as_the_disk_s():
    original = sqlite3.OperationalError("no such column")
    original.sqlite_errorcode = sqlite3.SQLITE_ERROR
    with pytest.raises(OperationalError), translated("The store"):
        raise OperationalError("SELECT", {}, original)


@pytest.mark.parametrize(
    "address",
    ["", "cosmos.sqlite3", "sqlite://", "sqlite:///:memory:", "oracle9://x", "mysql+nodriver://x/y", "sqlite"],
)
def test_an_address_of_no_database_is_explained(address):
    with refused(StoreError, match=r"COSMOS_DATABASE_URL .* Write sqlite:///PATH"):
        open_store(address)


def test_a_server_that_does_not_answer_is_named_without_its_password():
    pytest.importorskip("psycopg")
    with refused(StoreError, match=r'"cosmos" at 127.0.0.1 can\'t be reached') as raised:
        open_store("postgresql+psycopg://room:secret@127.0.0.1:1/cosmos")
    assert "secret" not in f"{raised.value} {read_of(raised.value)}"


def test_a_folder_may_have_any_name(tmp_path, monkeypatch):
    monkeypatch.delenv("COSMOS_DATABASE_URL", raising=False)
    for name in ("Ready?", "50%25 done", "a b#c&d=e", "Łódź"):
        open_store(database_url(tmp_path / name)).close()
        assert (tmp_path / name / "cosmos.sqlite3").is_file()
