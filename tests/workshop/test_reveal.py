"""A reveal: the phase and the results are kept together or not at all, whatever fails and whoever presses at once."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from threading import Barrier

import pytest
from sqlalchemy import event
from sqlalchemy.exc import StatementError
from support.at_once import at_once, stopped_before
from support.opened_rooms import count_heads
from support.refusals import refused
from support.report_rooms import PLAN, a_room

from cosmos_app.storage import Decision, current, open_store
from cosmos_app.workshop import rooms
from cosmos_app.workshop.rooms import disclosed, round_results
from models.answers import Response, Value
from models.workshop import NotAllowedError

ASKED = ("project", "ecology")


class PlantedError(Exception):
    """What a test lets go wrong."""


@pytest.fixture
def here(address, monkeypatch):
    """The store of this process, empty."""
    monkeypatch.setenv("COSMOS_DATABASE_URL", address)
    current.store.cache_clear()
    rooms.forget()
    with current.store() as store:
        yield store
    current.store.cache_clear()
    rooms.forget()


def frozen():
    return counted_room(replace(PLAN, asked=dict.fromkeys(ASKED, ())))


def counted_room(plan):
    """A frozen room whose people were counted."""
    room = a_room(plan)
    count_heads(room)
    return current.store().room(room.id)


def assert_nothing_was_revealed(store, room):
    assert current.store().room(room.id).workshop == room.workshop
    assert room.workshop.phase == "frozen"
    assert store.results(room.id) == ()
    with refused(NotAllowedError, match="Nothing is revealed yet"):
        rooms.revealed(current.store().room(room.id), "project")


def assert_all_was_revealed(store, room):
    now = current.store().room(room.id)
    assert now.workshop.phase == "revealed"
    results = {result.questionnaire: result.body for result in store.results(room.id)}
    assert len(store.results(room.id)) == len(ASKED)
    rooms.forget()
    for name in ASKED:
        assert results[name] == json.loads(json.dumps(rooms.disclosed_json(rooms.revealed(now, name))))
        assert results[name]["groups"][0]["n"] == 8


@contextmanager
def failing_at(store, words, nth):
    """Let the *nth* statement that holds these words fail."""
    seen = []

    def fail(connection, cursor, statement, *rest):
        if words in statement:
            seen.append(statement)
            if len(seen) == nth:
                raise PlantedError

    event.listen(store.engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(store.engine, "before_cursor_execute", fail)


@pytest.mark.parametrize("nth", [1, 2])
def test_a_computation_that_fails_leaves_the_room_frozen_and_keeps_nothing(here, monkeypatch, nth):
    room, compute, calls = frozen(), round_results.reveal, []

    def fail(*args, **how):
        calls.append(args)
        if len(calls) == nth:
            raise PlantedError
        return compute(*args, **how)

    with monkeypatch.context() as patch:
        patch.setattr(round_results, "reveal", fail)
        with pytest.raises(PlantedError):
            rooms.reveal_room(room)
    assert_nothing_was_revealed(here, room)
    rooms.reveal_room(room)
    assert_all_was_revealed(here, room)


def saying_meanwhile(monkeypatch, say, *, then=None):
    """Let somebody say something while the first result is computed; *then* happens when it is computed anew."""
    compute, calls = round_results.reveal, []

    def computed(*args, **how):
        result = compute(*args, **how)
        calls.append(args)
        if len(calls) == 1:
            say()
        elif len(calls) > len(ASKED) and then:
            then()
        return result

    monkeypatch.setattr(round_results, "reveal", computed)
    return calls


def test_what_is_said_while_the_results_are_computed_is_in_them(here, monkeypatch):
    room = counted_room(replace(PLAN, asked=dict.fromkeys(ASKED, ()), smallest_group=3))
    people = here.people(room.id)
    for person in people[1:]:
        here.say_consent(person.id, True)
    calls = saying_meanwhile(monkeypatch, lambda: here.say_consent(people[0].id, True))
    rooms.reveal_room(room)
    assert len(calls) == 2 * len(ASKED), "computed before the transaction, and in it once more"
    families = rooms.revealed(current.store().room(room.id), "project").families
    assert all(families.values()), "the family of two is shown, because all have consented"
    assert_all_was_revealed(here, room)


def test_a_computation_that_fails_in_the_transaction_leaves_the_room_frozen_too(here, monkeypatch):
    room = frozen()
    person = here.people(room.id)[0]

    def fail():
        raise PlantedError

    with monkeypatch.context() as patch:
        saying_meanwhile(patch, lambda: here.say_consent(person.id, True), then=fail)
        with pytest.raises(PlantedError):
            rooms.reveal_room(room)
    assert_nothing_was_revealed(here, room)
    rooms.reveal_room(room)
    assert_all_was_revealed(here, room)


@pytest.mark.parametrize(("words", "nth"), [("INTO result", 1), ("INTO result", 2), ("UPDATE workshop", 1)])
def test_a_write_that_fails_leaves_the_room_frozen_and_keeps_nothing(here, words, nth):
    room = frozen()
    with failing_at(here, words, nth), pytest.raises(PlantedError):
        rooms.reveal_room(room)
    assert_nothing_was_revealed(here, room)
    rooms.reveal_room(room)
    assert_all_was_revealed(here, room)


def test_a_result_that_no_database_can_keep_leaves_the_room_frozen(here, monkeypatch):
    room = frozen()
    with monkeypatch.context() as patch:
        patch.setattr(disclosed, "disclosed_json", lambda _result: {"groups": [float("nan")]})
        with pytest.raises(StatementError, match="not JSON compliant"):
            rooms.reveal_room(room)
    assert_nothing_was_revealed(here, room)


def test_of_two_who_reveal_at_once_one_does_and_the_other_is_refused(here):
    room, ready = frozen(), Barrier(2)

    def press():
        ready.wait()
        try:
            rooms.reveal_room(room)
        except NotAllowedError as error:
            return error.reason
        return "revealed"

    with ThreadPoolExecutor(2) as threads:
        done = [threads.submit(press) for _ in range(2)]
    assert sorted(one.result() for one in done) == ["no-such-step", "revealed"]
    assert_all_was_revealed(here, room)


def test_whoever_acts_during_a_reveal_waits_for_it_and_changes_nothing_of_it(here, address):
    room = frozen()
    person = here.people(room.id)[0]
    said = Response(answer=Value(0))
    item = next(iter(here.sheet(person.id, "project").responses))
    with open_store(address) as other:
        with stopped_before(here, "INTO result") as held_up:
            _, kept = at_once(
                lambda: rooms.reveal_room(room), lambda: other.record(person.id, "project", item, said), held_up
            )
        assert kept == "held"
        with refused(NotAllowedError, match="shown already"):
            other.say_consent(person.id, True)
    assert_all_was_revealed(here, room)


def test_whoever_consents_during_a_reveal_is_refused_and_shown_as_before(here, address):
    room = frozen()
    person = here.people(room.id)[0]

    def consent(store):
        with refused(NotAllowedError, match="shown already"):
            store.say_consent(person.id, True)

    with open_store(address) as other, stopped_before(here, "INTO result") as held_up:
        at_once(lambda: rooms.reveal_room(room), lambda: consent(other), held_up)
    assert_all_was_revealed(here, room)


def test_a_reveal_takes_one_connection_however_many_wait_for_it(here, address):
    room = frozen()
    busy = []

    def note(_connection, _record, _proxy):
        busy.append(here.engine.pool.checkedout())

    # People who answer meanwhile wait with a connection each: a reveal that needed a second one would wait for them.
    for digest in room.definitions.values():
        rooms.layout_for_groups(digest)
    event.listen(here.engine, "checkout", note)
    here.reveal(room.id, "0", lambda reader, now: {name: _figures(reader, room, name, now) for name in ASKED})
    event.remove(here.engine, "checkout", note)
    assert busy == [1]


def _figures(reader, room, name, now):
    return rooms.disclosed_json(round_results.result_of(round_results.answers_of(reader, room, now.round), room, name))


# What a room decides later shows at once


def test_a_profile_is_computed_once_and_anew_when_the_room_decides_otherwise(here, monkeypatch):
    room = frozen()
    rooms.reveal_room(room)
    here.step_to(room.id, "agreed")
    room, calls, compute = current.store().room(room.id), [], disclosed.group_profile

    def counted(*args):
        calls.append(args)
        return compute(*args)

    monkeypatch.setattr(disclosed, "group_profile", counted)

    def stage():
        return rooms.profile(room, "project").dimensions[0].agreed_stage

    theme = rooms.layouts(room)["project"].questionnaire.dimensions[0]
    items = [
        item.id for item in rooms.layouts(room)["project"].questionnaire.at_depth(room.depth) if theme.id in item.scores
    ]
    assert [stage(), stage(), len(calls)] == [None, None, 1]
    for value in (3, 1, 3):
        for item in items:
            here.decide(room.id, "project", item, Decision(value=value))
        assert stage() == value
    assert len(calls) == 3, "what was decided before is found again"
    assert rooms.profiles(room)["project"].dimensions[0].agreed_stage == 3
    here.decide(room.id, "project", items[0], None)
    assert stage() is None
    assert list(rooms.profiles(room)) == list(ASKED)
    with refused(NotAllowedError, match="Scores come after the talk"):
        rooms.profiles(replace(room, workshop=replace(room.workshop, phase="revealed")))
