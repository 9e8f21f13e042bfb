"""Backups that were made to unpack into far more than their size, or to list faults without end, are refused soon."""

import json
import time
import tracemalloc
import zipfile

import pytest
from support.backups import changed, problems_of
from support.refusals import read_of

from cosmos_app.storage import backup_limits
from cosmos_app.storage.backup_files import MANIFEST, MOST_COUNTED, MOST_LISTED, BackupError
from cosmos_app.storage.backups import restore


def refused(address, file):
    """The problems of a backup, with what restoring it cost: seconds, and bytes at most."""
    tracemalloc.start()
    start = time.monotonic()
    found = problems_of(address, file)
    seconds, peak = time.monotonic() - start, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found, seconds, peak


def with_many(file, body, claimed=None):
    """The backup with another body of answers, and as many of them as the manifest claims."""

    def claim(text):
        manifest = json.loads(text)
        return json.dumps({**manifest, "rows": {**manifest["rows"], "answer": claimed or manifest["rows"]["answer"]}})

    return changed(file, manifest=claim, answer=lambda _: body)


def repacked(file):
    other = file.with_name("repacked.zip")
    with zipfile.ZipFile(file) as old_one, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new_one:
        for name in old_one.namelist():
            new_one.writestr(name, old_one.read(name))
    return other


@pytest.mark.parametrize("claimed", [None, 20_000_000])
def test_millions_of_blank_lines_are_refused_at_once(claimed, backup, elsewhere, tmp_path):
    file = repacked(with_many(backup, "\n" * 20_000_000, claimed))
    assert file.stat().st_size < 200_000
    found, seconds, peak = refused(elsewhere, file)
    assert len(found) <= MOST_LISTED + 1
    assert {code for code, _, _ in found} <= {"broken-row", "missing-rows"}
    assert seconds < 10
    assert peak < 50_000_000
    assert not (tmp_path / "elsewhere").exists()


def test_a_table_with_more_rows_than_the_manifest_says_is_read_no_further(backup, elsewhere):
    with zipfile.ZipFile(backup) as archive:
        line = archive.read("answer.jsonl").decode().splitlines()[0] + "\n"
    found, seconds, _ = refused(elsewhere, with_many(backup, line * 200_000))
    assert found == [("missing-rows", "/answer.jsonl", None)]
    assert seconds < 5


def test_broken_rows_are_counted_up_to_a_limit(backup, elsewhere):
    found, _, _ = refused(elsewhere, with_many(backup, "{\n" * 5000, 5000))
    assert len(found) == MOST_LISTED + 1
    with pytest.raises(BackupError) as raised:
        restore(elsewhere, with_many(backup, "{\n" * 5000, 5000))
    assert f"More than {MOST_COUNTED} rows" in read_of(raised.value)


@pytest.mark.parametrize("claimed", [None, 1])
def test_a_line_without_an_end_is_refused_at_its_place(claimed, backup, elsewhere, monkeypatch):
    monkeypatch.setenv("COSMOS_MOST_LETTERS", "1000000")
    file = repacked(with_many(backup, "x" * 50_000_000, claimed))
    found, seconds, peak = refused(elsewhere, file)
    assert found == [("over-limit", "/answer.jsonl", 1)]
    assert seconds < 5
    assert peak < 20_000_000


def test_a_backup_that_unpacks_into_too_much_is_refused_unread_and_the_limit_can_be_raised(
    backup, elsewhere, monkeypatch
):
    monkeypatch.setenv("COSMOS_MOST_BYTES", "1000")
    assert problems_of(elsewhere, backup) == [("over-limit", "", None)]
    with pytest.raises(BackupError) as raised:
        restore(elsewhere, backup)
    assert "at most 1,000 are read" in read_of(raised.value)
    assert "COSMOS_MOST_BYTES" in read_of(raised.value)
    monkeypatch.setenv("COSMOS_MOST_BYTES", "1000000000")
    restore(elsewhere, backup)


def test_a_member_that_says_it_is_small_is_read_no_further_than_it_says(backup, elsewhere):
    file = repacked(with_many(backup, "\n" * 5_000_000))
    body, size = file.read_bytes(), (5_000_000).to_bytes(4, "little")
    assert body.count(size) >= 1
    file.write_bytes(body.replace(size, (10).to_bytes(4, "little")))
    found, seconds, peak = refused(elsewhere, file)
    assert {code for code, _, _ in found} <= {"broken-row", "missing-rows", "not-a-backup"}
    assert seconds < 5
    assert peak < 20_000_000


def test_a_manifest_and_a_table_of_contents_have_limits_too(backup, elsewhere):
    long = changed(backup, manifest=lambda text: text + " " * backup_limits.LARGEST_MANIFEST)
    assert problems_of(elsewhere, long) == [("over-limit", f"/{MANIFEST}", None)]
    with zipfile.ZipFile(backup, "a") as archive:
        for number in range(backup_limits.MOST_MEMBERS):
            archive.writestr(f"{number}.jsonl", "")
    assert problems_of(elsewhere, backup) == [("over-limit", "", None)]
