"""Resume codes: who has the database, and not the key beside it, finds none by trying."""

import hashlib
import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select
from support.refusals import refused
from support.stores import bytes_in, seat

from cosmos_app.storage import StoreError, TakenError, code_key, open_store
from cosmos_app.storage.backups import back_up, restore
from cosmos_app.storage.code_key import KEY_FILE, keyed_hash
from cosmos_app.storage.seats import token_hash
from cosmos_app.storage.tables import resume

CODE = "ABCD2345"


@pytest.fixture(autouse=True)
def forgotten(monkeypatch, tmp_path_factory):
    monkeypatch.setenv("COSMOS_DATA", str(tmp_path_factory.mktemp("data")))
    monkeypatch.delenv("COSMOS_CODE_KEY", raising=False)
    code_key._key_in.cache_clear()
    yield
    code_key._key_in.cache_clear()


def hashes(store):
    with store.engine.connect() as connection:
        return set(connection.execute(select(resume.c.token_hash)).scalars())


def leads(store, code):
    found = store.resume_by_code(code)
    return None if found is None else found.participant


def test_a_code_leads_back_and_no_plain_hash_of_it_is_kept(store):
    person = seat(store, "a cookie")
    store.add_code(person, CODE)
    assert leads(store, CODE) == person
    assert leads(store, "ABCD2346") is None
    for name in ("md5", "sha1", "sha256", "sha512"):
        assert hashlib.new(name, CODE.encode()).hexdigest() not in hashes(store)
    assert store.resume(CODE) is None, "as a cookie, it leads nowhere"
    with pytest.raises(TakenError):
        store.add_code(seat(store, "another"), CODE)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_the_key_lies_beside_the_file_readable_by_its_owner_only_and_in_no_backup(tmp_path):
    address = f"sqlite:///{tmp_path}/here/cosmos.sqlite3"
    with open_store(address) as store:
        store.add_code(seat(store), CODE)
        key = (tmp_path / "here" / KEY_FILE).read_bytes()
    assert len(key) == 64
    assert stat.S_IMODE((tmp_path / "here" / KEY_FILE).stat().st_mode) == 0o600
    assert [file.name for file in (tmp_path / "here").glob(".*")] == []
    back_up(address, tmp_path / "all.zip")
    assert key not in bytes_in(tmp_path / "here", "*.sqlite3*") + (tmp_path / "all.zip").read_bytes()


def test_without_the_key_a_restored_store_opens_no_seat_by_code_and_with_it_every_one(tmp_path):
    first, second = (f"sqlite:///{tmp_path}/{name}/cosmos.sqlite3" for name in ("first", "second"))
    with open_store(first) as store:
        person = seat(store, "a cookie")
        store.add_code(person, CODE)
    back_up(first, tmp_path / "all.zip")
    restore(second, tmp_path / "all.zip")
    with open_store(second) as store:
        assert leads(store, CODE) is None
        assert store.resume("a cookie").participant == person, "cookies need no key"
        (tmp_path / "second" / KEY_FILE).write_bytes((tmp_path / "first" / KEY_FILE).read_bytes())
        code_key._key_in.cache_clear()
        assert leads(store, CODE) == person


def test_a_code_of_an_older_version_still_leads_back_and_is_kept_under_the_key_from_then_on(store):
    person = seat(store, "a cookie")
    store.add_token(person, CODE)  # as versions up to 0.5 kept codes
    assert token_hash(CODE) in hashes(store)
    assert leads(store, CODE) == person
    assert token_hash(CODE) not in hashes(store)
    assert leads(store, CODE) == person


def test_a_cookie_typed_as_a_code_leads_nowhere(store):
    seat(store, "LONGCOOKIE")
    assert leads(store, "LONGCOOKIE") is None


def test_several_servers_share_a_key_by_the_environment(monkeypatch, tmp_path):
    mine = keyed_hash(tmp_path, "resume-code", CODE)
    monkeypatch.setenv("COSMOS_CODE_KEY", "x" * 32)
    one, other = (keyed_hash(tmp_path / name, "resume-code", CODE) for name in ("one", "other"))
    assert one == other != mine
    assert not (tmp_path / "one").exists()
    assert one != keyed_hash(tmp_path, "another-purpose", CODE)


def test_a_short_key_and_a_broken_one_are_refused(monkeypatch, tmp_path):
    (tmp_path / KEY_FILE).write_text("abc")
    with refused(StoreError, match="damaged"):
        keyed_hash(tmp_path, "resume-code", CODE)
    monkeypatch.setenv("COSMOS_CODE_KEY", "abc")
    with refused(StoreError, match="fewer than 32 letters"):
        keyed_hash(tmp_path, "resume-code", CODE)


def test_a_key_that_can_not_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with refused(StoreError, match=r"codekey can't be written"):
        keyed_hash(tmp_path / "file", "resume-code", CODE)


def test_servers_that_start_at_once_make_one_key(tmp_path):
    def hashed(_):
        code_key._key_in.cache_clear()
        return keyed_hash(tmp_path, "resume-code", CODE)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(hashed, range(40)))) == 1
    assert [file.name for file in tmp_path.iterdir()] == [KEY_FILE]
