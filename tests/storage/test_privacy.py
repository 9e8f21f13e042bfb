"""Privacy: what no file, column or error may hold."""

import os
import re

import pytest
from sqlalchemy import DateTime, Integer, Time
from support.documents import ROOT
from support.refusals import read_of, refused
from support.stores import bytes_in, record, seat

from cosmos_app.settings import PERIODS
from cosmos_app.storage import StoreError, open_store, tables
from models.answers import Response, Value


def test_only_hashes_of_tokens_are_in_the_file(tmp_path, on_file):
    person = seat(on_file, "first-device-token")
    on_file.add_token(person, "SHORT-CODE")
    on_file.resume("first-device-token")
    assert b"first-device-token" not in bytes_in(tmp_path)
    assert b"SHORT-CODE" not in bytes_in(tmp_path)


def test_nothing_is_dated_finer_than_a_day_but_two_moments_of_a_room():
    columns = [
        (f"{table}.{column.name}", column.type) for table in tables.metadata.tables.values() for column in table.c
    ]
    assert not [name for name, kind in columns if isinstance(kind, DateTime | Time)]
    # Whole numbers might be moments; whoever adds one says here that it is none.
    assert {name for name, kind in columns if isinstance(kind, Integer)} == {
        "workshop.round",
        "workshop_definition.position",
        "answer.round",
        "held_answer.round",
        "answer_log.id",
        "answer_log.round",
        "result.round",
        "own_factor.position",
        "plan.smallest_group",
        "plan.step_since",
        "plan.heads",
        "plan.removed",
        "plan.asked_since",
        "sitting.position",
        "action.position",
        "parked.position",
        "paper.position",
        "paper.round",
        "feedback.heard",
        "feedback.worth",
    }


def test_an_error_does_not_repeat_what_people_said(store):
    with refused(StoreError, match="no longer holds what this belongs to") as raised:
        record(store, "nobody", "q1", Response(answer=Value("private"), why="private"))
    assert "private" not in f"{raised.value} {read_of(raised.value)} {raised.value.__cause__}"


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_others_on_the_machine_can_t_read_the_file(tmp_path):
    with open_store(f"sqlite:///{tmp_path}/new/cosmos.sqlite3") as store:
        seat(store)
        modes = [path.stat().st_mode & 0o077 for path in ((tmp_path / "new"), *(tmp_path / "new").iterdir())]
    assert modes == [0] * 4


PRIVACY = (ROOT / ".github/PRIVACY.md").read_text()


def test_the_privacy_page_names_every_table_and_column_and_no_other():
    rows = re.findall(r"^\| `(\w+)` \| (`[^|]+`) \| [^|]+ \|$", PRIVACY, flags=re.MULTILINE)
    assert [(name, re.findall(r"`(\w+)`", columns)) for name, columns in sorted(rows)] == sorted(
        (table.name, [column.name for column in table.c]) for table in tables.metadata.tables.values()
    )


def test_the_privacy_page_names_every_period_as_it_is():
    rows = re.findall(r"\| (\d+) days \| `(\w+)` \|$", PRIVACY, flags=re.MULTILINE)
    assert rows == [(str(period.days), period.variable) for period in PERIODS.values()]
