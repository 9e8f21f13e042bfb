"""People of a room: their consent, and leaving."""

from pathlib import Path

import pytest
from sqlalchemy import make_url
from support.refusals import refused
from support.stores import (
    TO_REVEAL,
    TO_SECOND_ROUND,
    begin,
    bytes_in,
    count,
    go,
    record,
    room,
)

from cosmos_app.storage import StoreError, tables
from models.answers import Response, Value
from models.workshop import NotAllowedError


def test_people_agree_privately_until_the_first_reveal(store):
    workshop = room(store)
    person, other = store.join(workshop, "t"), store.join(workshop, "u")
    for consents in (True, False, None, True):
        store.say_consent(person, consents)
        assert store.resume("t").consents == consents
    go(store, workshop, "frozen")
    store.say_consent(other, True)
    go(store, workshop, "revealed")
    for step in ("open", "frozen", "revealed", "agreed", "closed"):
        with refused(NotAllowedError, match="shown already"):
            store.say_consent(person, False)
        go(store, workshop, step)
    assert [one.consents for one in store.people(workshop)] == [True, True]


def test_somebody_who_leaves_takes_everything_with_them(store, address):
    workshop = room(store)
    person, other = store.join(workshop, "t", name="my own name"), store.join(workshop, "u")
    for one in (person, other):
        record(store, one, "q1", Value(1))
    record(store, person, "q1", Response(answer=Value(2), why="my own words"))
    store.keep_thought(person, "demo", "help", "my own words")
    store.leave(person)

    assert store.resume("t") is None
    assert [one.id for one in store.people(workshop)] == [other]
    assert count(store, tables.answer, tables.answer_log, tables.thought, tables.resume) == [1, 1, 0, 1]
    if address.startswith("sqlite"):
        assert b"my own" not in bytes_in(Path(make_url(address).database).parent)
    with refused(StoreError, match="no longer holds"):
        store.leave(person)


@pytest.mark.parametrize("phases", [("frozen",), TO_REVEAL, TO_SECOND_ROUND, (*TO_REVEAL, "agreed", "closed")])
def test_nobody_leaves_once_the_first_round_is_closed(store, phases):
    workshop = room(store)
    person = store.join(workshop, "t")
    go(store, workshop, *phases)
    with refused(NotAllowedError, match="only while the first round is open"):
        store.leave(person)
    assert store.resume("t").participant == person


def test_a_workshop_of_one_is_erased_as_a_whole(store):
    person = store.join(begin(store), "t")
    with refused(NotAllowedError, match="as a whole"):
        store.leave(person)
