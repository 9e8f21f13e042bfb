"""The store of people alone: what is kept, what is lost, what is said of it, and what nobody may see."""

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import uuid
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import DateTime, Engine, Integer, Time, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import OperationalError
from support.refusals import read_of, refused
from support.stores import DAY, DOCUMENT, TO_REVEAL, begin, bytes_in, count, environment, go, log, record, room, seat

from cosmos_app.settings import database_url
from cosmos_app.storage import OwnFactor, Seat, Store, StoreError, TakenError, open_store, tables
from cosmos_app.storage.errors import translated
from cosmos_app.storage.rows import LONGEST_VALUE
from cosmos_app.storage.snapshots import snapshot_of
from models.answers import LONGEST_NOTE, AnswerSheet, Evidence, Response, Value
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped
from models.workshop import NotAllowedError

# Answers


words = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))
answers = st.one_of(
    st.builds(
        Value,
        st.one_of(
            st.integers(),
            st.floats(allow_nan=False, allow_infinity=False),
            words,
            st.lists(words, max_size=8).map(tuple),
        ),
    ),
    st.builds(DontKnow),
    st.builds(NotApplicable, words),
    st.builds(OutsideOurControl, words),
    st.builds(Skipped),
)
responses = st.builds(
    Response,
    answer=answers,
    why=words,
    evidence=st.none() | st.builds(Evidence, link=words, date=words, note=words),
    known_by=st.sampled_from([None, "seen", "heard", "guess"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.dictionaries(st.sampled_from(["q1", "q2", "q3"]), responses))
def test_what_was_recorded_comes_back_exactly(store, said):
    person = seat(store, uuid.uuid4().hex)
    sheet = AnswerSheet()
    for item, response in said.items():
        sheet = sheet.record(item, response)
        record(store, person, item, response)

    back = store.sheet(person, "demo")
    assert back == sheet
    assert {item: repr(r) for item, r in back.responses.items()} == {item: repr(r) for item, r in said.items()}


def test_a_person_who_said_nothing_has_an_empty_sheet(store):
    assert store.sheet(seat(store), "demo") == AnswerSheet()


def test_the_latest_answer_stands_and_the_log_keeps_how_it_came_about(store):
    person = seat(store)
    record(store, person, "q1", Value(1), today=DAY)
    record(store, person, "q1", Response(answer=NotApplicable("no public"), why="as yet"), today=DAY)

    assert store.sheet(person, "demo").response("q1") == Response(answer=NotApplicable("no public"), why="as yet")
    assert [
        (line["state"], line["value"], line["note"], line["why"], line["on_day"]) for line in log(store, person)
    ] == [
        ("value", 1, "", "", DAY),
        ("not_applicable", None, "no public", "as yet", DAY),
    ]


def test_saving_the_same_again_is_no_change(store):
    person = seat(store)
    for _ in range(3):
        record(store, person, "q1", Value(("bus", "car")))
    assert len(log(store, person)) == 1


def test_one_and_one_point_nought_are_two_answers(store):
    person = seat(store)
    record(store, person, "q1", Value(1))
    record(store, person, "q1", Value(1.0))
    assert repr(store.sheet(person, "demo").answer("q1")) == "Value(value=1.0)"


def test_an_answer_taken_back_leaves_the_item_open_and_a_line_in_the_log(store):
    person = seat(store)
    record(store, person, "q1", Value(1))
    store.withdraw(person, "demo", "q1")
    store.withdraw(person, "demo", "q1")

    assert store.sheet(person, "demo").is_open("q1")
    assert [line["state"] for line in log(store, person)] == ["value", "withdrawn"]


@pytest.mark.parametrize("phase", ["draft", "frozen", "revealed"])
def test_one_person_alone_answers_while_it_is_open_and_is_told_when_not(store, phase):
    workshop = begin(store, kind="shared")
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))
    store.set_phase(workshop, phase)
    with refused(NotAllowedError, match=r"not begun yet|stays as it was"):
        record(store, person, "q1", Value(2))
    with pytest.raises(NotAllowedError):
        store.withdraw(person, "demo", "q1")
    assert record(store, person, "q1", Value(1)) == "counted"
    assert store.own_sheet(person, "demo", 1) == (store.sheet(person, "demo"), frozenset())
    assert store.sheet(person, "demo").answer("q1") == Value(1)


def test_what_no_database_can_hold_is_left_out_of_a_text(store):
    person = store.join(begin(store), "t", role="nur\x00se")
    record(store, person, "q1", Response(answer=Value("in\x00side \ud83d"), why="\x00"))
    assert store.sheet(person, "demo").response("q1") == Response(answer=Value("inside "))
    assert store.resume("t").role == "nurse"


@pytest.mark.parametrize(
    "said",
    [
        Value("x" * (LONGEST_VALUE + 1)),
        NotApplicable("x" * (LONGEST_NOTE + 1)),
        Response(answer=DontKnow(), why="x" * (LONGEST_NOTE + 1)),
        Response(answer=DontKnow(), evidence=Evidence(link="x" * (LONGEST_NOTE + 1))),
    ],
)
def test_a_text_longer_than_any_page_asks_for_changes_nothing(store, said):
    person = seat(store)
    record(store, person, "q1", Value(1))
    with refused(StoreError, match=r"at most \d+ are kept here, and nothing was changed\. Shorten it"):
        record(store, person, "q1", said)
    assert store.sheet(person, "demo").response("q1") == Response(answer=Value(1))


# All or nothing


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


# Many at once


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


# Places where there can be no store


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


# Privacy


def test_only_hashes_of_tokens_are_in_the_file(tmp_path, on_file):
    person = seat(on_file, "first-device-token")
    on_file.add_token(person, "SHORT-CODE")
    on_file.resume("first-device-token")
    assert b"first-device-token" not in bytes_in(tmp_path)
    assert b"SHORT-CODE" not in bytes_in(tmp_path)


def test_erasing_a_workshop_leaves_no_trace_of_it_and_others_as_they_were(store, address):
    other = seat(store, "other")
    record(store, other, "q1", Value(1))
    before = count(store, *tables.metadata.sorted_tables)
    workshop = begin(store)
    person = store.join(workshop, "t", role="my own words")
    record(store, person, "q1", Response(answer=Value("my own words"), why="my own words"))
    record(store, person, "q1", Value("my own words " * 1500))
    store.keep_result(workshop, "demo", "1.0", {"said": "my own words"})
    store.set_target(workshop, "demo", "help", 3)
    store.set_locus(workshop, "law", "concern")
    store.add_own_factor(workshop, "my own words")

    store.erase(workshop)
    store.erase(workshop)

    assert count(store, *tables.metadata.sorted_tables) == before
    assert store.resume("t") is None
    assert store.sheet(other, "demo").answer("q1") == Value(1)
    if address.startswith("sqlite"):
        assert b"own words" not in bytes_in(Path(make_url(address).database).parent)


def test_closing_a_room_erases_its_log_and_leaves_the_answers(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))
    record(store, seat(store, "other"), "q1", Value(1))
    assert count(store, tables.answer_log) == [2]
    go(store, workshop, *TO_REVEAL, "agreed", "closed")
    assert store.sheet(person, "demo").answer("q1") == Value(1)
    assert count(store, tables.answer_log) == [1]


def test_no_two_parts_of_the_store_have_a_method_of_the_same_name():
    names = [name for part in Store.__mro__[1:-1] for name in vars(part) if not name.startswith("__")]
    assert len(names) == len(set(names))


def test_nothing_is_dated_finer_than_a_day_but_the_step_that_a_room_is_at():
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
        "sitting.position",
        "action.position",
        "parked.position",
        "paper.position",
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


# Seats


def test_a_token_leads_back_to_the_seat(store):
    kept = store.keep_definition(DOCUMENT)
    workshop = store.start({"zeta": kept, "alpha": kept}, "short", kind="shared", example=True, today=DAY)
    person = store.join(workshop, "t", role="nurse", family="staff", second_hat="neighbour")
    store.set_phase(workshop, "revealed")

    assert store.resume("t") == Seat(
        participant=person,
        workshop=workshop,
        kind="shared",
        phase="revealed",
        round=1,
        depth="short",
        example=True,
        definitions={"zeta": kept, "alpha": kept},
        role="nurse",
        family="staff",
        second_hat="neighbour",
        finished=False,
        name=None,
        late=False,
        consents=None,
        helped=False,
    )
    assert list(store.resume("t").definitions) == ["zeta", "alpha"]


def test_an_unknown_token_leads_nowhere(store):
    assert store.resume("never given") is None


def test_what_a_participant_changes_is_there_when_they_come_back(store):
    person = seat(store, "t")
    assert (store.resume("t").phase, store.resume("t").round) == ("open", 1)
    store.finish(person)
    found = store.resume("t")
    assert found.finished


def test_several_tokens_lead_to_one_seat(store):
    person = seat(store, "phone")
    store.add_token(person, "laptop")
    store.add_token(person, "laptop")
    assert store.resume("phone").participant == store.resume("laptop").participant == person


def test_a_code_never_leads_to_somebody_else_s_seat(store):
    first = seat(store, "code")
    with pytest.raises(TakenError):
        store.add_token(seat(store, "other"), "code")
    assert store.resume("code").participant == first


def test_a_token_moves_to_a_new_seat_whole_or_not_at_all(store):
    first = seat(store, "browser")
    second = store.join(begin(store), "browser", move=True)
    assert store.resume("browser").participant == second
    store.add_token(first, "browser", move=True)
    assert store.resume("browser").participant == first
    with pytest.raises(StoreError):
        store.join("a workshop that is gone", "browser", move=True)
    assert store.resume("browser").participant == first


def test_changing_what_was_erased_is_refused(store):
    workshop = begin(store)
    person = store.join(workshop, "t")
    store.erase(workshop)
    for change in (
        lambda: store.set_phase(workshop, "open"),
        lambda: store.join(workshop, "t"),
        lambda: store.finish(person),
        lambda: store.add_token(person, "u"),
        lambda: record(store, person, "q1", Value(1)),
        lambda: store.set_target(workshop, "demo", "help", 1),
    ):
        with refused(StoreError, match="no longer holds what this belongs to"):
            change()
    assert sum(count(store, *tables.metadata.sorted_tables)) == 1  # the definition


# Definitions


def test_a_definition_comes_back_equal_and_is_kept_once(store):
    kept = store.keep_definition(DOCUMENT)
    assert store.keep_definition(dict(reversed(DOCUMENT.items()))) == kept
    assert store.definition(kept) == DOCUMENT
    assert count(store, tables.snapshot) == [1]


def test_an_unknown_definition_is_an_error(store):
    with refused(StoreError, match="holds no definition abc"):
        store.definition("abc")


def changed(**at):
    """The document with one string replaced by another, version apart."""
    body = json.dumps(DOCUMENT, ensure_ascii=False)
    for old, new in at.values():
        assert old in body
        body = body.replace(old, new)
    return snapshot_of(json.loads(body))


@pytest.mark.parametrize(
    "wording", [("Who?", "Which one?"), ("Not yet", "Never"), ("Who helps.", ""), ("Démo", "Demo"), ("1.0.0", "1.0.1")]
)
def test_a_new_wording_leaves_the_structure(wording):
    was, now = snapshot_of(DOCUMENT), changed(it=wording)
    assert now.structure_hash == was.structure_hash
    assert now.hash != was.hash
    assert (now.texts_hash == was.texts_hash) == (wording[0] == "1.0.0")


@pytest.mark.parametrize(
    "meaning",
    [('{"help": 1}', '{"help": 2}'), ('"value": 4', '"value": 3'), ('"q1"', '"q2"'), ("paper 1.2", "paper 2")],
)
def test_a_new_meaning_leaves_the_texts(meaning):
    was, now = snapshot_of(DOCUMENT), changed(it=meaning)
    assert now.structure_hash != was.structure_hash
    assert now.texts_hash == was.texts_hash


# What comes of a workshop


def test_targets_stand_until_taken_away(store):
    workshop = begin(store)
    store.set_target(workshop, "demo", "help", 3)
    store.set_target(workshop, "demo", "help", 2.5)
    store.set_target(workshop, "demo", "trust", 4)
    store.set_target(workshop, "other", "help", 0)
    assert store.targets(workshop, "demo") == {"help": 2.5, "trust": 4}
    store.set_target(workshop, "demo", "help", None)
    assert store.targets(workshop, "demo") == {"trust": 4}
    assert store.targets(workshop, "other") == {"help": 0}


def test_own_factors_keep_their_order_and_lose_their_marks_when_dropped(store):
    workshop = begin(store)
    law = store.add_own_factor(workshop, "A new law", "from May")
    bus = store.add_own_factor(workshop, "No bus")
    store.set_locus(workshop, law, "influence")
    store.set_locus(workshop, "benefit-rules", "control")
    store.set_locus(workshop, "benefit-rules", "concern")
    assert store.own_factors(workshop) == (
        OwnFactor(id=law, name="A new law", note="from May"),
        OwnFactor(id=bus, name="No bus", note=""),
    )
    assert store.loci(workshop) == {law: "influence", "benefit-rules": "concern"}

    store.drop_own_factor(workshop, law)
    store.set_locus(workshop, "benefit-rules", None)
    assert [factor.id for factor in store.own_factors(workshop)] == [bus]
    assert store.loci(workshop) == {}


def test_a_thought_is_kept_for_one_person_changed_and_taken_back(store):
    workshop = begin(store)
    one, other = store.join(workshop, "one"), store.join(workshop, "other")
    store.keep_thought(one, "demo", "unlearned", "That forms come first.")
    store.keep_thought(one, "demo", "unlearned", "That forms come first – Größe\x00.")
    store.keep_thought(one, "demo", "help", "Ask the neighbours.")
    assert store.thoughts(one, "demo") == {"unlearned": "That forms come first – Größe.", "help": "Ask the neighbours."}
    assert store.thoughts(other, "demo") == store.thoughts(one, "other") == {}
    store.keep_thought(one, "demo", "unlearned", "")
    assert store.thoughts(one, "demo") == {"help": "Ask the neighbours."}


def test_a_result_is_kept_with_the_engine_that_computed_it(store):
    workshop = begin(store)
    store.keep_result(workshop, "demo", "0.1.0", {"help": 2.0}, today=DAY)
    store.keep_result(workshop, "demo", "0.1.0", {"help": 3.0, "trust": None}, today=DAY)
    store.keep_result(workshop, "demo", "0.2.0", [1, 2.5], round=2, today=DAY)
    assert [(r.round, r.engine, r.body, r.kept_on) for r in store.results(workshop)] == [
        (1, "0.1.0", {"help": 3.0, "trust": None}, DAY),
        (2, "0.2.0", [1, 2.5], DAY),
    ]
