"""``cosmos erase --due``: what is past its day, from the command line."""

from datetime import date

import pytest
from support.stores import PLAN, begin

from cosmos_app.cli.main import main
from cosmos_app.settings import DATABASE_FILE, PERIODS
from cosmos_app.storage import open_store

LONG_AGO = date(2001, 1, 1)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("COSMOS_DATABASE_URL", raising=False)
    return tmp_path


def test_what_is_due_is_erased_and_counted_and_the_log_says_who_did_it(folder, capsys):
    with open_store(f"sqlite:///{folder}/{DATABASE_FILE}") as store:
        gone, kept = store.draft(PLAN, today=LONG_AGO), store.draft(PLAN)
        begin(store, today=LONG_AGO)
    assert main(["erase", "--due", "--data", str(folder)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Erased for good: 1 workshop of several people, and 1 visit of one person")
    assert "Backups" in said
    with open_store(f"sqlite:///{folder}/{DATABASE_FILE}") as store:
        assert [room.id for room in store.rooms()] == [kept]
        assert {(line.deed, line.doer, line.workshop) for line in store.audit_lines()} == {
            ("erased-when-due", "command", gone),
            ("erased-visits-when-due", "command", None),
        }
    assert main(["erase", "--due", "--data", str(folder)]) == 0
    assert capsys.readouterr().out == "Nothing is past its day.\n"


def test_nothing_is_erased_that_is_not_asked_for(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["erase"])
    assert stopped.value.code == 2
    assert "--due" in capsys.readouterr().err


def test_a_period_that_is_none_erases_nothing_and_is_named(folder, monkeypatch, capsys):
    with open_store(f"sqlite:///{folder}/{DATABASE_FILE}") as store:
        store.draft(PLAN, today=LONG_AGO)
    monkeypatch.setenv(PERIODS["room"].variable, "for ever")
    assert main(["erase", "--due", "--data", str(folder)]) == 1
    assert capsys.readouterr().err.startswith("COSMOS_KEEP_ROOMS is to be a number of days, from 1 to 36525, and not")
    assert main(["run", "--data", str(folder)]) == 1
    assert "COSMOS_KEEP_ROOMS" in capsys.readouterr().err


def test_where_there_is_no_store_none_is_made(folder, capsys):
    assert main(["erase", "--due", "--data", str(folder)]) == 1
    assert "holds no CoSMoS data" in capsys.readouterr().err
    assert list(folder.iterdir()) == []
