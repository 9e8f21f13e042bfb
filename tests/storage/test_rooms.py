"""Rooms: plans are kept as long as they are drafts, steps as they come; and stores share what they write."""

from dataclasses import replace

import pytest
from support.refusals import refused
from support.stores import (
    DAY,
    DOCUMENT,
    PLAN,
    TO_REVEAL,
    begin,
    count,
    counted,
    go,
    record,
    room,
)

from cosmos_app.storage import Sitting, StoreError, open_store, tables
from cosmos_app.storage.codes import CODE_LETTERS
from models.answers import Value
from models.plan import LocalQuestion, Plan, Promise
from models.smallest_group import SmallGroupError
from models.workshop import NotAllowedError, Workshop


def test_a_draft_is_kept_as_it_was_planned_with_one_way_to_join(store):
    kept = replace(
        PLAN,
        asked={"zeta": (), "alpha": ("a", "b", "c")},
        wave="Spring",
        agenda="2x60",
        named=True,
        smallest_group=7,
        languages="English, Łódzki",
        local=(
            LocalQuestion(ask="Which door?", options=("Front", "Łódź")),
            LocalQuestion(ask="What did we forget?", kind="text"),
        ),
        practice="two-stories",
    )
    workshop = store.draft(kept, example=True, today=DAY)
    found = store.room(workshop)
    assert (found.id, found.plan, found.depth, found.example, found.started_on) == (workshop, kept, "full", True, DAY)
    assert list(found.plan.asked) == ["zeta", "alpha"]
    assert found.workshop == Workshop(kind="room", phase="draft", round=1)
    assert (found.definitions, found.step, found.focus, found.step_since) == ({}, "", "", None)
    (sitting,) = store.sittings(workshop)
    assert (sitting.name, sitting.remote, len(sitting.code)) == ("", False, 6)
    assert set(sitting.code) <= set(CODE_LETTERS)


def test_an_empty_plan_can_be_kept_and_filled_in_later(store):
    workshop = store.draft(Plan())
    assert store.room(workshop).plan == Plan()
    store.keep_plan(workshop, replace(PLAN, depth="short", site="Har\x00bour", promise=Promise(asked_by="\ud83dus")))
    assert store.room(workshop).plan == replace(PLAN, depth="short", promise=Promise(asked_by="us"))
    assert store.room(workshop).depth == "short"


def test_a_plan_stays_as_it_was_when_people_began_to_answer_by_it(store):
    workshop = room(store)
    with refused(NotAllowedError, match=r"its plan stays as it is\. Prepare another workshop"):
        store.keep_plan(workshop, replace(PLAN, named=True))
    assert store.room(workshop).plan == PLAN


def test_a_group_so_small_that_people_can_be_recognised_is_not_kept(store):
    with pytest.raises(SmallGroupError):
        store.draft(replace(PLAN, smallest_group=2))
    assert store.rooms() == ()
    assert count(store, tables.workshop, tables.sitting) == [0, 0]


def test_a_room_opens_once_with_the_definitions_it_asks(store):
    kept = store.keep_definition(DOCUMENT)
    workshop = store.draft(PLAN)
    assert store.open_room(workshop, {"zeta": kept, "alpha": kept}, "short") == Workshop(phase="open")
    found = store.room(workshop)
    assert (found.workshop.phase, found.depth, list(found.definitions)) == ("open", "short", ["zeta", "alpha"])
    with refused(NotAllowedError, match="opened already"):
        store.open_room(workshop, {"other": kept}, "full")
    assert store.room(workshop) == found


def test_a_room_whose_definitions_are_not_kept_stays_a_draft(store):
    workshop = store.draft(PLAN)
    with refused(StoreError, match="no longer holds"):
        store.open_room(workshop, {"demo": "unknown"}, "full")
    assert store.room(workshop).workshop.phase == "draft"
    assert store.room(workshop).definitions == {}


def test_rooms_come_newest_first_and_people_alone_are_not_among_them(store):
    old = room(store, today=DAY)
    new = store.draft(PLAN, today=DAY.replace(year=2027))
    begin(store)
    begin(store, kind="shared")
    assert [one.id for one in store.rooms()] == [new, old]
    assert [dict(one.definitions) for one in store.rooms()] == [{}, {"demo": store.keep_definition(DOCUMENT)}]
    assert store.room(begin(store)) is None
    assert store.room("never") is None


@pytest.mark.parametrize("typed", ["a\x00b", "\udfff", "a\ud800", "Łódź", "\n", ""])
def test_an_address_may_hold_any_text_for_a_room_and_leads_nowhere(store, typed):
    room(store)
    assert store.room(typed) is None


def test_the_timer_starts_when_the_step_changes_and_not_with_the_focus(store):
    def seen():
        here = store.room(workshop)
        return here.step, here.focus, here.step_since

    workshop = room(store)
    store.look_at(workshop, step="discuss", now=1000)
    store.look_at(workshop, focus="demo/q1", now=1100)
    store.look_at(workshop, step="discuss", now=1200)
    assert seen() == ("discuss", "demo/q1", 1000)
    store.look_at(workshop, step="agree", focus="", now=1300)
    store.look_at(workshop)
    assert seen() == ("agree", "", 1300)
    store.look_at(workshop, step="actions")
    assert seen()[2] > 1_700_000_000


def test_two_stores_on_one_database_see_each_other_s_writes_at_once(address):
    with open_store(address) as one, open_store(address) as other:
        workshop = room(one)
        person = other.join(workshop, "t")
        assert record(one, person, "q1", Value(1)) == "counted"
        assert counted(other, person) == {"q1": Value(1)}
        go(other, workshop, "frozen")
        assert one.room(workshop).workshop.phase == "frozen"
        assert record(one, person, "q1", Value(2)) == "held"
        go(one, workshop, "open")
        assert counted(other, person) == {"q1": Value(2)}
        assert isinstance(other.sittings(workshop)[0], Sitting)


def test_what_a_room_agreed_stays_as_it_is_after_the_close(store):
    workshop = room(store)
    go(store, workshop, *TO_REVEAL, "agreed", "closed")
    changes = (
        lambda: store.set_target(workshop, "demo", "help", 3.0),
        lambda: store.set_locus(workshop, "rules", "control"),
        lambda: store.add_own_factor(workshop, "Rain"),
    )
    for change in changes:
        with refused(NotAllowedError, match="closed"):
            change()
