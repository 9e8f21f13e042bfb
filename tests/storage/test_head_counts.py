"""People counted at the desk beside seats: what is kept, what stops the dots, and seats that nobody uses."""

from pathlib import Path

import pytest
from sqlalchemy import make_url
from support.at_once import at_once, stopped_before
from support.refusals import refused
from support.stores import TO_REVEAL, TO_SECOND_ROUND, begin, bytes_in, count, go, record, room

from cosmos_app.storage import StoreError, open_store, tables
from models.answers import Response, Value
from models.seat_count import IDLE_SECONDS, MOST_HEADS
from models.workshop import NotAllowedError

ASKED = 1_000
LATER = ASKED + IDLE_SECONDS


def nothing(_reader, _now):
    return {}


def frozen(store, people=2):
    """A room that has closed its first round, and those who sit in it."""
    workshop = room(store)
    seated = [store.join(workshop, f"token {workshop} {number}") for number in range(people)]
    go(store, workshop, "frozen")
    return workshop, seated


def test_the_dots_are_shown_only_once_the_people_are_counted(store):
    workshop, _ = frozen(store)
    with refused(NotAllowedError, match="Count the people first"):
        store.reveal(workshop, "0", nothing)
    assert store.room(workshop).workshop.phase == "frozen"
    store.confirm_heads(workshop, 2)
    assert store.reveal(workshop, "0", nothing).phase == "revealed"
    assert store.room(workshop).heads == 2


@pytest.mark.parametrize(("heads", "stopped"), [(0, True), (1, True), (2, False), (9, False)])
def test_more_seats_than_people_stop_the_dots(store, heads, stopped):
    workshop, _ = frozen(store)
    store.confirm_heads(workshop, heads)
    if stopped:
        with refused(NotAllowedError, match=f"There are 2 seats and {heads} people"):
            store.reveal(workshop, "0", nothing)
        assert store.room(workshop).workshop.phase == "frozen"
    else:
        store.reveal(workshop, "0", nothing)


def test_whoever_joins_late_is_no_seat_too_many(store):
    workshop, _ = frozen(store)
    store.join(workshop, "late")
    store.confirm_heads(workshop, 2)
    store.reveal(workshop, "0", nothing)


def test_opening_the_round_again_forgets_the_count(store):
    workshop, _ = frozen(store)
    store.confirm_heads(workshop, 2)
    store.ask_who_is_here(workshop, now=ASKED)
    go(store, workshop, "open")
    now = store.room(workshop)
    assert (now.heads, now.asked_since, store.idle_seats(workshop)) == (None, None, 0)
    go(store, workshop, "frozen")
    with refused(NotAllowedError, match="Count the people first"):
        store.reveal(workshop, "0", nothing)


def test_a_second_round_asks_for_no_second_count(store):
    workshop, _ = frozen(store)
    go(store, workshop, "revealed", "open", "frozen")  # as a room stands that an earlier release has revealed
    assert store.reveal(workshop, "0", nothing).round == 2


@pytest.mark.parametrize("phases", [(), TO_REVEAL, TO_SECOND_ROUND, (*TO_SECOND_ROUND, "frozen")])
def test_people_are_counted_between_the_first_close_and_the_dots_only(store, phases):
    workshop = room(store)
    go(store, workshop, *phases)
    for ask in (
        lambda: store.confirm_heads(workshop, 2),
        lambda: store.ask_who_is_here(workshop),
        lambda: store.remove_idle_seat(workshop),
    ):
        with refused(NotAllowedError, match="once the first round is closed"):
            ask()
    with refused(NotAllowedError, match="once the first round is closed"):
        store.confirm_heads(begin(store), 1)


@pytest.mark.parametrize("heads", [-1, MOST_HEADS + 1])
def test_a_number_that_is_none_of_people_is_refused(store, heads):
    workshop, _ = frozen(store)
    with refused(NotAllowedError, match=f"from 0 to {MOST_HEADS}"):
        store.confirm_heads(workshop, heads)


# Seats that nobody uses


def test_a_seat_is_removed_whose_person_gave_no_sign(store, address):
    workshop = room(store)
    idle, other = store.join(workshop, "its token", name="my own name"), store.join(workshop, "another")
    store.add_token(idle, "a second device")
    record(store, idle, "q1", Response(answer=Value(2), why="my own words"))
    store.finish(other)
    go(store, workshop, "frozen")
    store.confirm_heads(workshop, 1)
    store.ask_who_is_here(workshop, now=ASKED)
    assert [store.resume(token).idle for token in ("its token", "another")] == [True, False]
    assert store.idle_seats(workshop) == 1

    store.remove_idle_seat(workshop, now=LATER)

    assert [person.id for person in store.people(workshop)] == [other]
    assert store.room(workshop).removed == 1
    assert [store.resume(token) for token in ("its token", "a second device")] == [None, None]
    assert [store.was_removed(token) for token in ("its token", "a second device", "another")] == [True, True, False]
    assert count(store, tables.answer, tables.answer_log) == [0, 0]
    if address.startswith("sqlite"):
        assert b"my own" not in bytes_in(Path(make_url(address).database).parent)
    store.reveal(workshop, "0", nothing)
    assert store.room(workshop).asked_since is None, "no moment is kept"


def test_whoever_lost_a_seat_and_joins_again_is_told_no_more(store):
    workshop, _ = frozen(store, people=1)
    store.confirm_heads(workshop, 0)
    store.ask_who_is_here(workshop, now=ASKED)
    store.remove_idle_seat(workshop, now=LATER)
    token = f"token {workshop} 0"
    assert store.was_removed(token)
    store.join(workshop, token)
    assert not store.was_removed(token)


@pytest.mark.parametrize("sign", ["answer", "finish", "say"])
def test_whoever_gives_a_sign_keeps_their_seat(store, sign):
    workshop, [person] = frozen(store, people=1)
    store.confirm_heads(workshop, 0)
    store.ask_who_is_here(workshop, now=ASKED)
    match sign:
        case "answer":
            record(store, person, "q1", Value(1))
        case "finish":
            store.finish(person)
        case _:
            store.say_here(person)
    assert (store.idle_seats(workshop), store.resume(f"token {workshop} 0").idle) == (0, False)
    with refused(NotAllowedError, match="has given a sign"):
        store.remove_idle_seat(workshop, now=LATER)
    assert store.room(workshop).removed == 0


def test_whoever_has_finished_or_came_on_paper_or_late_is_not_asked(store):
    workshop, [person] = frozen(store, people=1)
    store.finish(person)
    go(store, workshop, "open")
    store.count_paper(store.keep_paper(workshop, "7"), {}, None, None)
    go(store, workshop, "frozen")
    store.join(workshop, "late")
    store.confirm_heads(workshop, 0)
    store.ask_who_is_here(workshop, now=ASKED)
    assert store.idle_seats(workshop) == 0
    with refused(NotAllowedError, match="has given a sign"):
        store.remove_idle_seat(workshop, now=LATER)


def test_nobody_is_removed_before_they_had_the_time_to_give_a_sign(store):
    workshop, _ = frozen(store)
    store.confirm_heads(workshop, 1)
    with refused(NotAllowedError, match="has given a sign"):
        store.remove_idle_seat(workshop, now=LATER)
    store.ask_who_is_here(workshop, now=ASKED)
    with refused(NotAllowedError, match="still have 1 seconds"):
        store.remove_idle_seat(workshop, now=LATER - 1)
    store.remove_idle_seat(workshop, now=LATER)


def test_no_more_seats_are_removed_than_there_are_too_many_and_the_emptiest_first(store):
    workshop = room(store)
    said, silent = store.join(workshop, "said"), store.join(workshop, "silent")
    record(store, said, "q1", Value(1))
    go(store, workshop, "frozen")
    store.ask_who_is_here(workshop, now=ASKED)
    with refused(NotAllowedError, match="no more seats than people"):
        store.remove_idle_seat(workshop, now=LATER)
    store.confirm_heads(workshop, 1)
    store.remove_idle_seat(workshop, now=LATER)
    assert [person.id for person in store.people(workshop)] == [said] != [silent]
    with refused(NotAllowedError, match="no more seats than people"):
        store.remove_idle_seat(workshop, now=LATER)


def test_a_sign_that_comes_while_a_seat_is_removed_waits_and_finds_it_gone(store, address):
    workshop, [person] = frozen(store, people=1)
    store.confirm_heads(workshop, 0)
    store.ask_who_is_here(workshop, now=ASKED)

    def say(other):
        with refused(StoreError, match="no longer holds"):
            other.say_here(person)

    with open_store(address) as other, stopped_before(store, "DELETE FROM participant") as held_up:
        at_once(lambda: store.remove_idle_seat(workshop, now=LATER), lambda: say(other), held_up)
    assert store.people(workshop) == ()


def test_a_seat_that_was_taken_away_stands_in_the_audit_log_without_saying_whose_it_was(store):
    workshop, _ = frozen(store)
    store.confirm_heads(workshop, 1)
    store.ask_who_is_here(workshop, now=ASKED)
    store.remove_idle_seat(workshop, now=LATER, by="12ab34cd")
    [line] = store.audit_lines()
    assert (line.deed, line.doer, line.workshop, line.detail) == ("erased-seat", "12ab34cd", workshop, "")
