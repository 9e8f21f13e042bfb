"""Backups: what one store held, another holds after a restore; and nothing is half there."""

import json
import stat
import threading
import zipfile

import pytest
from sqlalchemy import create_engine, inspect
from support.backups import before_statements, fill, held
from support.old_stores import assert_all_is_there, old, someone_answers
from support.refusals import refused
from support.stores import DAY, TO_SECOND_ROUND, count, go, log, record, room

from cosmos_app.cli.main import main
from cosmos_app.storage import StoreError, migrate, open_store, tables
from cosmos_app.storage.backup_files import MANIFEST, BackupError
from cosmos_app.storage.backups import back_up, restore
from cosmos_app.texts.store import ABOUT_BACKUP
from models.answers import Value


def test_a_restored_store_holds_what_the_first_one_held(full, backup, empty_address):
    restore(empty_address, backup)
    assert held(empty_address) == held(full)


def test_a_server_is_backed_up_as_a_file_is(postgres, full, backup, tmp_path, elsewhere):
    restore(postgres, backup)
    back_up(postgres, tmp_path / "second.zip", ABOUT_BACKUP(), today=DAY)
    restore(elsewhere, tmp_path / "second.zip")
    assert held(elsewhere) == held(full)
    with zipfile.ZipFile(backup) as one, zipfile.ZipFile(tmp_path / "second.zip") as other:
        assert {name: sorted(one.read(name).splitlines()) for name in one.namelist()} == {
            name: sorted(other.read(name).splitlines()) for name in other.namelist()
        }


def test_people_go_on_where_they_were(backup, empty_address):
    restore(empty_address, backup)
    with open_store(empty_address) as store:
        seat = store.resume("now")
        assert store.people(seat.workshop)[0].same_as == store.resume("then").participant
        assert record(store, seat.participant, "q1", Value(3)) == "counted"
        record(store, seat.participant, "q1", Value(4))
        assert [line["value"] for line in log(store, seat.participant)] == [3, 4]
        go(store, seat.workshop, *TO_SECOND_ROUND)


def test_a_store_that_nothing_was_ever_kept_in_comes_back_empty(tmp_path, empty_address):
    open_store(f"sqlite:///{tmp_path}/empty.sqlite3").close()
    back_up(f"sqlite:///{tmp_path}/empty.sqlite3", tmp_path / "empty.zip")
    restore(empty_address, tmp_path / "empty.zip")
    with open_store(empty_address) as store:
        assert sum(count(store, *tables.metadata.sorted_tables)) == 0
        record(store, store.join(room(store), "t"), "q1", Value(1))


@pytest.mark.parametrize(("revision", "opened"), [("0001", False), ("0002", True), ("0003", False)])
def test_an_older_store_is_backed_up_as_it_is_and_migrated_when_restored(tmp_path, empty_address, revision, opened):
    before = f"sqlite:///{tmp_path}/old.sqlite3"
    with old(before, revision) as put:
        someone_answers(put)
        table, subject = ("factor_mark", "factor") if revision == "0001" else ("mark", "subject")
        put(table, workshop="w", mark="concern", **{subject: "ageing"})
    assert back_up(before, tmp_path / "old.zip").revision == revision
    engine = create_engine(before)
    assert inspect(engine).has_table("plan") is (revision == "0003")
    engine.dispose()
    if opened:
        open_store(empty_address).close()
    restore(empty_address, tmp_path / "old.zip")
    with open_store(empty_address) as store:
        assert_all_is_there(store)


def test_a_backup_sees_one_state_while_people_go_on_answering(empty_address, tmp_path, elsewhere):
    with open_store(empty_address) as store:
        workshop = room(store)
        person = store.join(workshop, "t")
        record(store, person, "q1", Value(1))

        def meanwhile(connection, cursor, statement, *rest):
            if "FROM workshop" in statement and not done:
                done.append(True)
                working = threading.Thread(target=record, args=(store, person, "q2", Value(2)))
                working.start()
                working.join(5)

        done = []
        with before_statements(meanwhile):
            made = back_up(empty_address, tmp_path / "one.zip")
        assert done
        assert len(store.sheet(person, "demo").responses) == 2
    assert (made.rows["answer"], made.rows["answer_log"]) == (1, 1)
    restore(elsewhere, tmp_path / "one.zip")


def test_more_rows_than_go_at_once_come_through(empty_address, tmp_path, elsewhere, monkeypatch):
    monkeypatch.setattr("cosmos_app.storage.backups.AT_ONCE", 7)
    with open_store(empty_address) as store:
        person = store.join(room(store), "t")
        for number in range(40):
            record(store, person, f"q{number}", Value(number))
    back_up(empty_address, tmp_path / "one.zip")
    restore(elsewhere, tmp_path / "one.zip")
    assert held(elsewhere) == held(empty_address)


def test_a_backup_says_what_is_in_it_and_is_dated_by_its_day(backup):
    with zipfile.ZipFile(backup) as archive:
        manifest = json.loads(archive.read(MANIFEST))
        lines = archive.read("answer.jsonl").decode().splitlines()
        assert {info.date_time[3:] for info in archive.infolist()} == {(0, 0, 0)}
    assert manifest["format"] == "cosmos-backup/1"
    assert (manifest["revision"], manifest["created_on"]) == (migrate.HEAD, "2026-03-31")
    assert "answers word for word" in manifest["about"]
    assert manifest["rows"].keys() == {table.name for table in tables.metadata.sorted_tables}
    assert manifest["rows"]["answer"] == len(lines) == 3
    assert json.loads(lines[0])["why"] == "As it is.\nAnd was."


def test_no_token_stands_in_a_backup(full, tmp_path):
    with open_store(full) as store:
        store.join(room(store), "a phone's token")
        store.add_desk("a desk's token")
    back_up(full, tmp_path / "one.zip")
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.read("resume.jsonl").count(b"\n") == 3
        assert not [name for name in archive.namelist() if b"'s token" in archive.read(name)]


def test_others_on_the_machine_can_t_read_a_backup(backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_never_overwritten(full, backup):
    before = backup.read_bytes()
    with refused(BackupError, match=r"everything\.zip #: This is there already\. Choose another name"):
        back_up(full, backup)
    assert backup.read_bytes() == before


def test_a_backup_that_fails_half_way_leaves_nothing(full, tmp_path):
    def files():
        return sorted(path for path in tmp_path.iterdir() if "sqlite3" not in path.name)

    before = files()

    def fail(connection, cursor, statement, *rest):
        if "FROM answer_log" in statement:
            raise RuntimeError("the power failed")

    with before_statements(fail), pytest.raises(RuntimeError):
        back_up(full, tmp_path / "one.zip")
    assert files() == before


def test_nothing_is_backed_up_where_nothing_is(tmp_path):
    with refused(StoreError, match=r"none\.sqlite3 holds no CoSMoS data.*--data"):
        back_up(f"sqlite:///{tmp_path}/none.sqlite3", tmp_path / "one.zip")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(full, backup, tmp_path):
    with refused(BackupError, match="No such file or directory"):
        back_up(full, tmp_path / "none" / "one.zip")
    with refused(BackupError, match=r"can't be read: No such file or directory\. Name a file"):
        restore(full, tmp_path / "none.zip")


def test_the_commands_write_a_backup_and_bring_it_back(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("COSMOS_DATABASE_URL", raising=False)
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "one.zip"
    assert main(["backup", str(file), "--data", str(here)]) == 1
    assert "holds no CoSMoS data" in capsys.readouterr().err
    assert not here.exists()

    with open_store(f"sqlite:///{here}/cosmos.sqlite3") as store:
        fill(store)
    assert main(["backup", str(file), "--data", str(here)]) == 0
    told = capsys.readouterr().out
    assert f"{file} is written, 2 workshops and 2 people" in told
    assert "What is erased here later stays in it" in told
    with zipfile.ZipFile(file) as archive:
        assert json.loads(archive.read(MANIFEST))["about"] == ABOUT_BACKUP()
    assert main(["backup", str(file), "--data", str(here)]) == 1
    assert "This is there already" in capsys.readouterr().err

    assert main(["restore", str(file), "--data", str(there)]) == 0
    assert "is restored, 2 workshops and 2 people" in capsys.readouterr().out
    before, after = held(f"sqlite:///{here}/cosmos.sqlite3"), held(f"sqlite:///{there}/cosmos.sqlite3")
    [made] = set(before.pop("audit_log")) - set(after.pop("audit_log"))  # once it was written, so it is not in it
    assert "backed-up" in made
    assert before == after
    assert main(["restore", str(file), "--data", str(there)]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert main(["restore", str(tmp_path / "none.zip"), "--data", str(there)]) == 1
    assert "[unreadable-file]" in capsys.readouterr().err
