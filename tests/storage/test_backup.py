"""Backups: what one store held, another holds after a restore; and nothing is half there."""

import json
import re
import shutil
import stat
import threading
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, inspect, select
from support.databases import copy_of
from support.old_stores import assert_all_is_there, old, someone_answers
from support.refusals import read_of, refused
from support.stores import DAY, DOCUMENT, TO_REVEAL, TO_SECOND_ROUND, count, go, log, record, room

from cosmos_app.cli.main import main
from cosmos_app.storage import Decision, Feedback, StoreError, migrate, open_store, tables
from cosmos_app.storage.backup_files import MANIFEST, MOST_LISTED, BackupError
from cosmos_app.storage.backups import back_up, restore
from cosmos_app.texts.store import ABOUT_BACKUP
from models.answers import Evidence, Response, Value
from models.plan import LocalQuestion, Plan
from models.silences import NotApplicable
from models.sites import SharingAgreement, SiteCard


def fill(store):
    """A store with something in every table."""
    first = room(store, today=DAY)
    earlier = store.join(first, "then", role="nurse", family="staff", name="Łucja")
    record(store, earlier, "q1", Response(answer=Value(1), why="As it is.\nAnd was."), today=DAY)
    record(store, earlier, "q2", Response(answer=Value(1.0), evidence=Evidence(note="Minutes")), today=DAY)
    record(store, earlier, "q3", NotApplicable("no public"), today=DAY)
    store.keep_thought(earlier, "demo", "help", "Ask.")
    go(store, first, *TO_REVEAL)
    record(store, earlier, "q1", Value(("bus", "car")))
    store.ask_again(first, [("demo", "q1")])
    store.decide(first, "demo", "q1", Decision(value=2.0, evidence=Evidence(link="https://a.b")))
    store.decide(first, "demo", "q2", Decision(one_side="Slow."))
    store.keep_result(first, "demo", "1", {"mean": 2.0, "n": 2}, today=DAY)
    store.set_target(first, "demo", "help", 2.5)
    store.set_locus(first, "law", "concern")
    store.add_own_factor(first, "A new law")
    store.add_action(first, "Call them", owner="Ana")
    store.park(first, "The budget")
    store.keep_feedback(earlier, Feedback(heard=3, words="Fine."))
    plan = Plan(
        site="Harbour",
        asked={"zeta": (), "alpha": ()},
        previous=first,
        local=(LocalQuestion(ask="Which door?", options=("Front", "Back")),),
    )
    second = store.draft(plan, today=DAY)
    store.open_room(second, {"demo": store.keep_definition(DOCUMENT)}, "full")
    store.look_at(second, step="agree", now=1000)
    store.join(second, "now", came_before=True, same_as=earlier)
    store.type_paper(store.keep_paper(second, "7"), {"first": {"demo/q1": "c"}})
    store.add_desk("desk", today=DAY)
    store.add_lead("lead", today=DAY)
    store.keep_card("Harbour", SiteCard(country="Polska – Łódź"))
    store.agree_to_share("Harbour", SharingAgreement(figures=True), today=DAY)
    store.receive("Elsewhere", {"n": 7, "mean": 2.0}, today=DAY)
    assert 0 not in count(store, *tables.metadata.sorted_tables)
    return second


def held(address):
    """All that a store holds, as Python sees it, with its types; by table."""
    with open_store(address) as store, store.engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table)).mappings()))
            for table in tables.metadata.sorted_tables
        }


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


@contextmanager
def before_statements(act):
    """Act before every statement of every store."""
    event.listen(Engine, "before_cursor_execute", act)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", act)


def changed(file, *, leave_out=(), **members):
    """The backup with some of its members written otherwise, by what is before the dot."""
    other = file.with_name("changed.zip")
    with zipfile.ZipFile(file) as old_one, zipfile.ZipFile(other, "w") as new_one:
        for name in old_one.namelist():
            stem = name.partition(".")[0]
            if stem not in leave_out:
                new_one.writestr(name, members.get(stem, lambda body: body)(old_one.read(name).decode()))
    return other


def problems_of(address, file):
    with pytest.raises(BackupError) as raised:
        restore(address, file)
    return [(problem.code, problem.pointer, problem.line) for problem in raised.value.problems]


# There and back


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


# The file


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


# What can't be restored


def test_a_store_that_is_not_empty_stays_as_it_is(full, backup):
    before = held(full)
    with refused(StoreError, match=r"is not empty.*Nothing was changed\. Choose an empty folder"):
        restore(full, backup)
    assert held(full) == before


def test_another_program_s_database_is_not_restored_into(backup, tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path}/other.sqlite3")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE notes (words TEXT)")
    with refused(StoreError, match="something other than CoSMoS data"):
        restore(f"sqlite:///{tmp_path}/other.sqlite3", backup)
    assert inspect(engine).get_table_names() == ["notes"]
    engine.dispose()


def test_a_store_of_a_newer_cosmos_is_neither_backed_up_nor_restored_into(full, backup, tmp_path):
    engine = create_engine(full)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE cosmos_schema SET version_num = '9999'")
    engine.dispose()
    for work in (back_up, restore):
        with refused(StoreError, match="made by a newer CoSMoS"):
            work(full, backup if work is restore else tmp_path / "other.zip")
    assert not (tmp_path / "other.zip").exists()


@pytest.mark.parametrize("body", [b"", b"Dear all", b"PK\x03\x04 and so on"])
def test_a_file_that_is_no_backup_is_said_to_be_none(tmp_path, elsewhere, body):
    file = tmp_path / "letter.zip"
    file.write_bytes(body)
    assert problems_of(elsewhere, file) == [("not-a-backup", "", None)]
    assert not (tmp_path / "elsewhere").exists()


def test_a_zip_of_something_else_is_no_backup(tmp_path, elsewhere):
    with zipfile.ZipFile(tmp_path / "letter.zip", "w") as archive:
        archive.writestr("letter.txt", "Dear all")
    assert problems_of(elsewhere, tmp_path / "letter.zip") == [("not-a-backup", "", None)]
    for manifest in ("[]", "{", '"x"', '{"format": "cosmos-backup/1"}', '{"format": 1, "rows": 2}'):
        with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
            archive.writestr(MANIFEST, manifest)
        assert problems_of(elsewhere, tmp_path / "other.zip")[0][0] in ("not-a-backup", "newer")


@pytest.mark.parametrize(("was", "now"), [("cosmos-backup/1", "cosmos-backup/9"), (f'"{migrate.HEAD}"', '"9999"')])
def test_a_backup_of_a_newer_cosmos_is_refused(backup, elsewhere, was, now):
    file = changed(backup, manifest=lambda text: text.replace(was, now))
    assert problems_of(elsewhere, file) == [("newer", "/manifest.json", None)]


def test_a_damaged_backup_is_refused_and_nothing_is_made(backup, tmp_path, elsewhere):
    body = bytearray(backup.read_bytes())
    with zipfile.ZipFile(backup) as archive:
        where = archive.getinfo("answer.jsonl")
        start = where.header_offset + 60
    body[start : start + where.compress_size - 40] = bytes(where.compress_size - 40)
    backup.write_bytes(body)
    assert problems_of(elsewhere, backup) == [("not-a-backup", "", None)]
    assert not (tmp_path / "elsewhere").exists()


def test_everything_that_is_wrong_with_a_backup_is_told_at_once(backup, tmp_path, elsewhere):
    def worse(lines):
        first = json.loads(lines.splitlines()[0])
        return "\n".join([json.dumps({**first, "round": "one"}), json.dumps({"x": 1}), "{"]) + "\n"

    file = changed(
        backup,
        leave_out=("mark",),
        answer=worse,
        parked=lambda text: text * 2,
        feedback=lambda text: text.replace("Fine.", "\\u0000"),
        workshop=lambda text: text.replace("2026-03-31", "31 March"),
        manifest=lambda text: text.replace('"thought"', '"thoughts"'),
    )
    assert sorted(problems_of(elsewhere, file), key=lambda one: (*one[:2], one[2] or 0)) == [
        ("broken-row", "/answer.jsonl", 1),
        ("broken-row", "/answer.jsonl", 2),
        ("broken-row", "/answer.jsonl", 3),
        ("broken-row", "/feedback.jsonl", 1),
        ("broken-row", "/workshop.jsonl", 1),
        ("broken-row", "/workshop.jsonl", 2),
        ("missing-rows", "/mark.jsonl", None),
        ("missing-rows", "/parked.jsonl", None),
        ("other-tables", "/manifest.json", None),
        ("other-tables", "/manifest.json", None),
    ]
    assert not (tmp_path / "elsewhere").exists()


def packed(file, how=zipfile.ZIP_DEFLATED, flags=0, method=None):
    """The backup packed in another way, or with the flags or the method of its members said to be others."""
    other = file.with_name("packed.zip")
    with zipfile.ZipFile(file) as old_one, zipfile.ZipFile(other, "w", how) as new_one:
        for name in old_one.namelist():
            new_one.writestr(name, old_one.read(name))
    body = bytearray(other.read_bytes())
    for mark, where in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := body.find(mark, start + 1)) >= 0:
            body[start + where] |= flags
            body[start + where + 2] = body[start + where + 2] if method is None else method
    other.write_bytes(body)
    return other


@pytest.mark.parametrize("said", [{"flags": 1}, {"method": 97}, {"method": zipfile.ZIP_LZMA}])
def test_a_zip_with_a_password_or_packed_in_a_way_we_cannot_unpack_is_refused(backup, tmp_path, elsewhere, said):
    assert problems_of(elsewhere, packed(backup, **said)) == [("not-a-backup", "", None)]
    assert not (tmp_path / "elsewhere").exists()


def test_a_backup_that_another_program_packed_anew_is_restored_all_the_same(full, backup, elsewhere):
    restore(elsewhere, packed(backup, zipfile.ZIP_LZMA))
    assert held(elsewhere) == held(full)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('"answer": 3', '"answer": "many"'),
        ('"answer": 3', '"answer": 1e999'),
        ('"answer": 3', f'"answer": {"3" * 5000}'),
        ('"answer": 3', f'"answer": {"[" * 100_000}'),
        ('"created_on": "2026-03-31"', '"created_on": "\\u001b[2J"'),
        ('"created_on": "2026-03-31"', '"created_on": null'),
    ],
)
def test_a_manifest_that_says_no_such_thing_is_no_backup_s(backup, elsewhere, was, now):
    def otherwise(text):
        assert was in text
        return text.replace(was, now)

    assert problems_of(elsewhere, changed(backup, manifest=otherwise)) == [("not-a-backup", "", None)]


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "9" * 400, "9" * 5000])
def test_a_number_that_not_every_database_can_keep_is_refused(backup, elsewhere, number):
    def otherwise(line):
        assert '"value": ' in line
        return re.sub(r'"value": [\d.]+', f'"value": {number}', line)

    file = changed(backup, target=otherwise)
    assert problems_of(elsewhere, file) == [("broken-row", "/target.jsonl", 1)]


def test_what_the_database_says_is_not_blamed_on_the_file(full, backup, tmp_path, empty_address):
    def fail(connection, cursor, statement, *rest):
        if "INSERT INTO answer_log" in statement or "FROM answer_log" in statement:
            raise OSError(5, "Input/output error")

    with before_statements(fail):
        with refused(StoreError, match="could not be read or written"):
            restore(empty_address, backup)
        with refused(StoreError, match="could not be read or written"):
            back_up(full, tmp_path / "one.zip")
    assert not (tmp_path / "one.zip").exists()


def test_the_same_fault_in_many_rows_does_not_flood_the_screen(full, tmp_path, elsewhere):
    with open_store(full) as store:
        person = store.join(room(store), "t")
        for number in range(MOST_LISTED + 5):
            record(store, person, f"q{number}", Value(number))
    back_up(full, tmp_path / "one.zip")
    file = changed(tmp_path / "one.zip", answer=lambda text: text.replace('"round": 1', '"round": true'))
    told = problems_of(elsewhere, file)
    assert len(told) == MOST_LISTED + 1
    assert told[-1] == ("broken-row", "/answer.jsonl", None)


def test_a_fault_does_not_repeat_what_people_said(backup, elsewhere):
    file = changed(backup, answer=lambda text: text.replace('"why": "As it is.', '"why": "As it is.\\u0000'))
    with refused(BackupError, match='What stands at "why" can\'t be kept') as raised:
        restore(elsewhere, file)
    assert "As it is" not in f"{raised.value} {read_of(raised.value)}"


def elsewhere_seated(text):
    """The people, all in a workshop that is not there."""
    return "".join(json.dumps({**json.loads(line), "workshop": "gone"}) + "\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("participant", elsewhere_seated),
        ("answer", lambda text: "\n".join([*text.splitlines()[:2], text.splitlines()[0]]) + "\n"),
        ("mark", lambda text: text.replace("concern", "wish")),
    ],
)
def test_rows_that_don_t_belong_together_are_refused_whole(backup, empty_address, table, change):
    file = changed(backup, **{table: change})
    assert problems_of(empty_address, file) == [("broken-row", f"/{table}.jsonl", None)]
    assert sum(map(len, held(empty_address).values())) == 0


def test_a_restore_that_fails_half_way_leaves_an_empty_store_that_can_be_restored_into(full, backup, empty_address):
    def fail(connection, cursor, statement, *rest):
        if "INSERT INTO answer_log" in statement:
            raise RuntimeError("the power failed")

    with before_statements(fail), pytest.raises(RuntimeError):
        restore(empty_address, backup)
    assert sum(map(len, held(empty_address).values())) == 0
    restore(empty_address, backup)
    assert held(empty_address) == held(full)


# The commands


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
    assert held(f"sqlite:///{there}/cosmos.sqlite3") == held(f"sqlite:///{here}/cosmos.sqlite3")
    assert main(["restore", str(file), "--data", str(there)]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert main(["restore", str(tmp_path / "none.zip"), "--data", str(there)]) == 1
    assert "[unreadable-file]" in capsys.readouterr().err
