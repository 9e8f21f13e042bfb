"""A room where everybody acts at the same moment: nothing slips past a freeze, and nothing is done twice."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from support.at_once import at_once, stopped_before
from support.refusals import refused
from support.stores import PLAN, TO_REVEAL, go, record, room

from cosmos_app.storage import StoreError, open_store
from models.answers import Response, Value
from models.workshop import NotAllowedError


@pytest.fixture
def stores(address):
    """Two processes' worth of stores: what one holds in its memory, the other does not know."""
    with open_store(address) as one, open_store(address) as other:
        yield one, other


def test_a_freeze_waits_for_an_answer_that_is_half_way_in(stores):
    one, other = stores
    workshop = room(one)
    person = one.join(workshop, "t")
    with stopped_before(one, "INTO answer_log") as held_up:
        kept, now = at_once(
            lambda: record(one, person, "q1", Value(1)), lambda: other.step_to(workshop, "frozen"), held_up
        )
    assert (kept, now.phase) == ("counted", "frozen")
    assert other.sheet(person, "demo").answer("q1") == Value(1)


def test_an_answer_waits_for_a_freeze_that_is_half_way_in_and_is_held(stores):
    one, other = stores
    workshop = room(one)
    person = one.join(workshop, "t")
    with stopped_before(one, "UPDATE workshop") as held_up:
        now, kept = at_once(
            lambda: one.step_to(workshop, "frozen"), lambda: record(other, person, "q1", Value(1)), held_up
        )
    assert (kept, now.phase) == ("held", "frozen")
    assert other.sheet(person, "demo").is_open("q1")


def test_an_answer_waits_for_a_reopening_that_is_half_way_in_and_counts(stores):
    one, other = stores
    workshop = room(one)
    go(one, workshop, "frozen")
    late = one.join(workshop, "t")
    record(one, late, "q1", Value(1))
    with stopped_before(one, "INTO answer_log") as held_up:
        _, kept = at_once(lambda: go(one, workshop, "open"), lambda: record(other, late, "q1", Value(2)), held_up)
    assert kept == "counted"
    sheet, held = other.own_sheet(late, "demo", 1)
    assert (sheet.answer("q1"), held) == (Value(2), frozenset())
    assert one.sheet(late, "demo") == sheet


def test_somebody_who_joins_during_a_freeze_is_late_if_it_comes_first(stores):
    one, other = stores
    workshop = room(one)
    with stopped_before(one, "UPDATE workshop") as held_up:
        at_once(lambda: one.step_to(workshop, "frozen"), lambda: other.join(workshop, "t"), held_up)
    assert one.resume("t").late


def test_somebody_who_joins_during_a_freeze_is_in_time_if_they_come_first(stores):
    one, other = stores
    workshop = room(one)
    with stopped_before(one, "INTO participant") as held_up:
        at_once(lambda: one.join(workshop, "t"), lambda: other.step_to(workshop, "frozen"), held_up)
    assert not one.resume("t").late


def test_nobody_leaves_while_the_room_is_being_frozen(stores):
    one, other = stores
    workshop = room(one)
    person = one.join(workshop, "t")
    with stopped_before(one, "UPDATE workshop") as held_up, pytest.raises(NotAllowedError):
        at_once(lambda: one.step_to(workshop, "frozen"), lambda: other.leave(person), held_up)
    assert one.resume("t") is not None


def test_nobody_takes_consent_back_while_it_is_being_used(stores):
    one, other = stores
    workshop = room(one)
    person = one.join(workshop, "t")
    one.say_consent(person, True)
    go(one, workshop, "frozen")
    with stopped_before(one, "UPDATE workshop") as held_up, pytest.raises(NotAllowedError):
        at_once(lambda: one.step_to(workshop, "revealed"), lambda: other.say_consent(person, False), held_up)
    assert one.resume("t").consents is True


def test_a_plan_does_not_change_while_its_room_is_being_opened(stores):
    one, other = stores
    workshop = one.draft(PLAN)
    with stopped_before(one, "UPDATE workshop") as held_up, pytest.raises(NotAllowedError):
        at_once(lambda: one.open_room(workshop, {}, "full"), lambda: other.keep_plan(workshop, PLAN), held_up)
    assert one.room(workshop).workshop.phase == "open"


@pytest.mark.parametrize("step", ["frozen", "open"])
def test_two_facilitators_who_press_the_same_button_take_one_step(stores, step):
    one, other = stores
    workshop = room(one)
    if step == "open":
        go(one, workshop, *TO_REVEAL)
        one.ask_again(workshop, [("demo", "q1")])
    with stopped_before(one, "UPDATE workshop") as held_up, pytest.raises(NotAllowedError):
        at_once(lambda: one.step_to(workshop, step), lambda: other.step_to(workshop, step), held_up)
    assert (one.room(workshop).workshop.phase, one.room(workshop).workshop.round) == (
        step,
        1 if step == "frozen" else 2,
    )


def test_a_paper_that_two_count_at_once_counts_once(stores):
    one, other = stores
    workshop = room(one)
    paper, said = one.keep_paper(workshop, "7"), {("demo", "q1"): Response(answer=Value(1))}
    with stopped_before(one, "INTO answer_log") as held_up, refused(StoreError, match="no longer holds"):
        at_once(
            lambda: one.count_paper(paper, said, None, None),
            lambda: other.count_paper(paper, said, None, None),
            held_up,
        )
    assert len(one.people(workshop)) == 1


def test_a_freeze_waits_for_a_paper_that_is_half_way_in(stores):
    one, other = stores
    workshop = room(one)
    paper, said = one.keep_paper(workshop, "7"), {("demo", "q1"): Response(answer=Value(1))}
    with stopped_before(one, "INTO answer_log") as held_up:
        person, now = at_once(
            lambda: one.count_paper(paper, said, None, None), lambda: other.step_to(workshop, "frozen"), held_up
        )
    assert now.phase == "frozen"
    assert other.sheet(person, "demo").answer("q1") == Value(1)
    assert not one.people(workshop)[0].late


def test_a_seat_of_last_time_that_two_take_up_at_once_is_one_person_s(stores):
    one, other = stores
    first = room(one)
    earlier = one.join(first, "then")
    second = room(one, replace(PLAN, previous=first))
    with stopped_before(one, "INTO resume") as held_up, refused(NotAllowedError, match="already"):
        at_once(
            lambda: one.join(second, "one", same_as=earlier),
            lambda: other.join(second, "other", same_as=earlier),
            held_up,
        )
    assert [person.same_as for person in one.people(second)] == [earlier]
    assert other.resume("other") is None


def test_of_two_workshops_in_which_people_are_linked_at_once_one_may(stores):
    one, other = stores
    first = room(one)
    seats = [one.join(first, f"then {number}") for number in range(2)]
    later = [room(one, replace(PLAN, previous=first)) for _ in seats]
    with stopped_before(one, "INTO resume") as held_up, refused(NotAllowedError, match="another workshop"):
        at_once(
            lambda: one.join(later[0], "one", same_as=seats[0]),
            lambda: other.join(later[1], "other", same_as=seats[1]),
            held_up,
        )
    assert [person.same_as for person in one.people(later[0])] == [seats[0]]
    assert one.people(later[1]) == ()


def test_a_link_waits_for_the_erasure_of_what_it_would_link_to_and_is_refused(stores):
    one, other = stores
    first = room(one)
    earlier = one.join(first, "then")
    second = room(one, replace(PLAN, previous=first))
    with stopped_before(one, "DELETE FROM snapshot") as held_up, pytest.raises((NotAllowedError, StoreError)):
        at_once(lambda: one.erase(first), lambda: other.join(second, "now", same_as=earlier), held_up)
    assert one.people(second) == ()


def test_actions_of_two_facilitators_keep_an_order(stores):
    one, other = stores
    workshop = room(one)
    with stopped_before(one, "INTO action") as held_up:
        at_once(lambda: one.add_action(workshop, "first"), lambda: other.add_action(workshop, "second"), held_up)
    assert [action.what for action in one.actions(workshop)] == ["first", "second"]


def test_a_room_that_clicks_on_through_freezes_loses_nothing_and_counts_nothing_too_late(store):
    workshop = room(store)
    said = {store.join(workshop, f"t{number}"): [] for number in range(12)}
    over = threading.Event()

    def click(person, clicks):
        while not over.wait(0.01):
            value = len(clicks)
            clicks.append((record(store, person, f"q{value % 3}", Value(value)), f"q{value % 3}", value))

    def all_click_on():
        """Let everybody answer each of the three questions after this moment; a fourth click may have begun before."""
        until, enough = time.monotonic() + 20, [len(clicks) + 4 for clicks in said.values()]
        while any(len(clicks) < least for clicks, least in zip(said.values(), enough, strict=True)):
            assert time.monotonic() < until, "somebody has stopped clicking"
            over.wait(0.01)

    with ThreadPoolExecutor(len(said)) as threads:
        clicking = [threads.submit(click, *one) for one in said.items()]
        seen = []
        try:
            for _ in range(4):
                all_click_on()
                store.step_to(workshop, "frozen")
                frozen = store.sheets(workshop, "demo")
                all_click_on()
                seen.append((frozen, store.sheets(workshop, "demo")))
                store.step_to(workshop, "open")
            store.step_to(workshop, "frozen")
            frozen = store.sheets(workshop, "demo")
            all_click_on()
        finally:
            over.set()
        for each in clicking:
            each.result(10)

    assert all(before == after for before, after in seen)
    final = store.sheets(workshop, "demo")
    assert final == frozen
    for person, clicks in said.items():
        # Everything the person was told: the last answer to each item stands, and what counts is the last that counted.
        sheet, held = store.own_sheet(person, "demo", 1)
        assert {item: sheet.answer(item).value for item in sheet.responses} == {item: n for _, item, n in clicks}
        last = {item: (became, n) for became, item, n in clicks}
        assert {item for item, (became, _) in last.items() if became == "held"} == held
        assert all(final[person].answer(item) == Value(n) for item, (became, n) in last.items() if became == "counted")
    assert {became for clicks in said.values() for became, *_ in clicks} == {"counted", "held"}
