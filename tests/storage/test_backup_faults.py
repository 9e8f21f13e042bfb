"""What can't be restored is refused whole, with everything that is wrong with it."""

import json
import re
import zipfile

import pytest
from sqlalchemy import create_engine, inspect
from support.backups import before_statements, changed, held, problems_of
from support.refusals import read_of, refused
from support.stores import record, room

from cosmos_app.storage import StoreError, migrate, open_store
from cosmos_app.storage.backup_files import MANIFEST, MOST_LISTED, BackupError
from cosmos_app.storage.backups import back_up, restore
from models.answers import Value


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
