"""Retention: what is past its day is erased without anybody's doing, closed or not, and the log says so."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url, update
from support.at_once import at_once, stopped_before
from support.stores import DAY, DOCUMENT, PLAN, begin, bytes_in, count, record, room

from cosmos_app.settings import PERIODS, InvalidPeriodError, days_kept
from cosmos_app.storage import Deed, Erased, open_store, tables
from models.answers import Value

ROOM_DAYS, VISIT_DAYS = (timedelta(PERIODS[what].days) for what in ("room", "visit"))


def opened(store, today=DAY, **how):
    workshop = store.draft(PLAN, today=today - timedelta(9))
    store.open_room(workshop, {"demo": store.keep_definition(DOCUMENT)}, "full", today=today, **how)
    return workshop


def deeds(store):
    return sorted((line.deed, line.doer, line.workshop, line.detail, line.on_day) for line in store.audit_lines())


def test_a_room_is_kept_from_the_day_it_opens_and_a_draft_from_the_day_it_was_begun(store):
    draft = store.draft(PLAN, today=DAY)
    assert store.room(draft).erase_on == DAY + ROOM_DAYS
    store.open_room(draft, {}, "full", today=DAY + timedelta(9))
    assert store.room(draft).erase_on == DAY + timedelta(9) + ROOM_DAYS


def test_what_is_due_is_erased_on_its_day_though_nobody_ever_closed_it(store, address):
    workshop, draft, visit = opened(store), store.draft(PLAN, today=DAY), begin(store, today=DAY)
    record(store, store.join(workshop, "in a room", role="my own words"), "q1", Value("my own words"))
    record(store, store.join(visit, "alone", role="my own words"), "q1", Value("my own words"))
    assert store.erase_due(today=DAY + VISIT_DAYS - timedelta(1)) == Erased(rooms=0, visits=0)
    assert store.erase_due(today=DAY + VISIT_DAYS) == Erased(rooms=0, visits=1)
    assert (store.resume("alone"), store.resume("in a room").workshop) == (None, workshop)
    assert store.resume("in a room").erase_on == DAY + ROOM_DAYS
    assert store.erase_due(today=DAY + ROOM_DAYS) == Erased(rooms=2, visits=0)
    assert store.rooms() == ()
    assert count(store, tables.workshop, tables.participant, tables.answer, tables.answer_log, tables.resume) == [0] * 5
    assert deeds(store) == sorted(
        [
            ("erased-visits-when-due", "server", None, "1", DAY + VISIT_DAYS),
            *(("erased-when-due", "server", one, "", DAY + ROOM_DAYS) for one in (workshop, draft)),
        ]
    )
    if address.startswith("sqlite"):
        assert b"my own words" not in bytes_in(Path(make_url(address).database).parent)


def test_the_day_that_people_were_told_stays_when_the_period_changes(store, monkeypatch):
    workshop = opened(store)
    monkeypatch.setenv(PERIODS["room"].variable, "1")
    assert store.erase_due(today=DAY + timedelta(30)) == Erased(rooms=0, visits=0)
    assert store.room(workshop).erase_on == DAY + ROOM_DAYS
    assert store.room(opened(store)).erase_on == DAY + timedelta(1)


def test_workshops_of_an_older_release_get_a_whole_period_from_the_first_look_at_them(store):
    old, visit = room(store, today=DAY), begin(store, today=DAY)
    with store.engine.begin() as connection:
        connection.execute(update(tables.workshop).values(erase_on=None))
    store.join(visit, "t")
    now = DAY + timedelta(5000)
    assert store.erase_due(today=now) == Erased(rooms=0, visits=0)
    assert (store.room(old).erase_on, store.resume("t").erase_on) == (now + ROOM_DAYS, now + VISIT_DAYS)


def test_a_line_of_the_log_is_erased_after_its_own_period(store):
    store.audit(Deed(deed="exported", doer="12ab34cd", workshop="w", detail=".csv"), today=DAY)
    last = DAY + timedelta(PERIODS["audit"].days)
    store.erase_due(today=last)
    assert deeds(store) == [("exported", "12ab34cd", "w", ".csv", DAY)]
    store.erase_due(today=last + timedelta(1))
    assert deeds(store) == []


def test_an_erasure_is_in_the_log_once_and_by_whom(store):
    workshop, visit = room(store), begin(store)
    for _ in range(2):
        store.erase(workshop, by="12ab34cd", today=DAY)
        store.erase(visit)
    assert deeds(store) == [("erased", "12ab34cd", workshop, "", DAY)]


def test_two_servers_that_look_at_once_erase_once(address):
    with open_store(address) as one, open_store(address) as other:
        workshops = {opened(one) for _ in range(5)}
        due = DAY + ROOM_DAYS
        with stopped_before(one, "DELETE FROM workshop") as held_up:
            first, second = at_once(lambda: one.erase_due(today=due), lambda: other.erase_due(today=due), held_up)
        assert (first.rooms, second.rooms) == (5, 0)
        assert {line.workshop for line in one.audit_lines()} == workshops
        assert len(one.audit_lines()) == 5


@pytest.mark.parametrize("said", ["0", "-3", "a year", "1.5", "36526"])
def test_a_period_that_is_no_number_of_days_is_refused(said, monkeypatch):
    monkeypatch.setenv(PERIODS["visit"].variable, said)
    with pytest.raises(InvalidPeriodError) as raised:
        days_kept("visit")
    assert (raised.value.variable, raised.value.value) == (PERIODS["visit"].variable, said)


def test_an_empty_variable_is_none(monkeypatch):
    monkeypatch.setenv(PERIODS["visit"].variable, " ")
    assert days_kept("visit") == PERIODS["visit"].days
