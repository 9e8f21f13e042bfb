"""All or nothing: what fails half way keeps nothing, whatever fails and however many write at once."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import threading

import pytest
from sqlalchemy import Engine, create_engine, event, inspect
from support.refusals import refused
from support.stores import begin, count, environment, log, record, seat

from cosmos_app.storage import StoreError, TakenError, open_store, tables
from models.answers import Value


def test_an_answer_without_its_line_in_the_log_is_not_kept(store):
    person = seat(store)
    record(store, person, "q1", Value(1))

    def fail(connection, cursor, statement, *rest):
        if "INTO answer_log" in statement:
            raise RuntimeError("the log is out of order")

    event.listen(store.engine, "before_cursor_execute", fail)
    with pytest.raises(RuntimeError):
        record(store, person, "q1", Value(2))
    with pytest.raises(RuntimeError):
        store.withdraw(person, "demo", "q1")
    event.remove(store.engine, "before_cursor_execute", fail)

    assert store.sheet(person, "demo").answer("q1") == Value(1)
    assert len(log(store, person)) == 1
    record(store, person, "q1", Value(2))
    assert store.sheet(person, "demo").answer("q1") == Value(2)


def test_a_full_disk_keeps_nothing_half_and_works_again_when_there_is_space(on_file):
    person, much = seat(on_file), Value(("x" * 20_000,) * 5)
    record(on_file, person, "q1", Value("kept"))

    def no_more(connection, *rest):
        connection.execute("PRAGMA max_page_count = 1")  # SQLite takes this as "not one page more than now"

    def more(connection, *rest):
        connection.execute("PRAGMA max_page_count = 1000000")

    event.listen(on_file.engine, "checkout", no_more)
    with refused(StoreError, match=r"no space left for .*cosmos\.sqlite3.* Free some space"):
        record(on_file, person, "q1", much)
    with refused(StoreError, match="no space left"):
        record(on_file, person, "q2", much)
    event.remove(on_file.engine, "checkout", no_more)

    assert on_file.sheet(person, "demo").answer("q1") == Value("kept")
    assert on_file.sheet(person, "demo").is_open("q2")
    assert len(log(on_file, person)) == 1
    event.listen(on_file.engine, "checkout", more)
    record(on_file, person, "q2", much)
    assert on_file.sheet(person, "demo").answer("q2") == much


def test_a_first_start_that_fails_half_way_leaves_an_empty_database(empty_address):
    def fail(connection, cursor, statement, *rest):
        if "CREATE TABLE answer_log" in statement:
            raise RuntimeError("the power failed")

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        with pytest.raises(RuntimeError):
            open_store(empty_address)
    finally:
        event.remove(Engine, "before_cursor_execute", fail)

    engine = create_engine(empty_address)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
    with open_store(empty_address) as store:
        assert seat(store)


def test_a_join_whose_token_is_taken_seats_nobody(store):
    workshop = begin(store)
    store.join(workshop, "same")
    with refused(TakenError, match="Make another"):
        store.join(workshop, "same")
    assert count(store, tables.participant) == [1]


def test_every_connection_waits_for_the_disk_and_overwrites_what_is_deleted(on_file):
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 5000}
    with on_file.engine.connect() as one, on_file.engine.connect() as another:
        for connection in (one, another):
            assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} == wanted


WRITER = """
import sys
from cosmos_app.storage import open_store
from models.answers import Response, Value
store = open_store(sys.argv[1])
workshop = store.start({}, "full")
store.set_phase(workshop, "open")
person = store.join(workshop, sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for n in range(int(sys.argv[3])):
    store.record(person, "demo", f"q{n}", Response(answer=Value(n)))
    print(n, flush=True)
"""


def writer(address, token, times):
    command = [sys.executable, "-c", WRITER, address, token, str(times)]
    return subprocess.Popen(command, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_processes_that_make_and_write_one_store_together_lose_nothing(empty_address):
    tokens = ["one", "two", "three"]
    with contextlib.ExitStack() as stack:
        writers = [stack.enter_context(writer(empty_address, token, 200)) for token in tokens]
        assert [each.stdout.readline() for each in writers] == ["ready\n"] * 3
        for each in writers:
            each.stdin.write("go\n")
            each.stdin.flush()
        said = [each.communicate()[0].split() for each in writers]
    assert [len(numbers) for numbers in said] == [200] * 3

    with open_store(empty_address) as store:
        for token in tokens:
            person = store.resume(token).participant
            sheet = store.sheet(person, "demo")
            assert {item: r.answer for item, r in sheet.responses.items()} == {f"q{n}": Value(n) for n in range(200)}
            assert len(log(store, person)) == 200


def test_a_process_killed_while_it_writes_loses_nothing_it_had_acknowledged(address):
    with writer(address, "t", 100_000) as killed:
        killed.stdin.write("go\n")
        killed.stdin.flush()
        acknowledged = []
        for line in killed.stdout:
            acknowledged.append(line.strip())
            if len(acknowledged) == 150:
                os.kill(killed.pid, signal.SIGKILL)
                break
        acknowledged += killed.stdout.read().rpartition("\n")[0].split()

    with open_store(address) as store:
        person = store.resume("t").participant
        kept = store.sheet(person, "demo").responses
        assert {f"q{n}" for n in acknowledged[1:]} <= set(kept)
        assert len(log(store, person)) == len(kept)


def test_sixty_people_at_once_lose_nothing(store):
    workshop = begin(store)
    faults = []

    def take_part(number):
        try:
            person = store.join(workshop, f"t{number}")
            for item in range(10):
                record(store, person, f"q{item}", Value(number))
        except Exception as error:  # noqa: BLE001
            faults.append(error)

    people = [threading.Thread(target=take_part, args=(number,)) for number in range(60)]
    for each in people:
        each.start()
    for each in people:
        each.join()

    assert faults == []
    assert count(store, tables.participant, tables.answer, tables.answer_log) == [60, 600, 600]


def test_a_store_that_others_hold_for_too_long_says_so_and_waits_no_longer(file, on_file):
    person = seat(on_file)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(f"sqlite:///{file}", busy_seconds=0.1) as hasty:
        with refused(StoreError, match=r"cosmos\.sqlite3 has been busy for too long.*Close other programs"):
            record(hasty, person, "q1", Value(1))
        other.execute("COMMIT")
        other.close()
        record(hasty, person, "q1", Value(1))
        assert len(log(hasty, person)) == 1
