"""Erasing: no trace stays, and others stay as they were."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import make_url
from support.refusals import refused
from support.stores import (
    DOCUMENT,
    PLAN,
    TO_REVEAL,
    begin,
    bytes_in,
    count,
    go,
    record,
    room,
    seat,
)

from cosmos_app.storage import (
    Decision,
    Deed,
    Feedback,
    StoreError,
    tables,
)
from models.answers import Response, Value
from models.seat_count import IDLE_SECONDS
from models.sites import SiteCard


def test_erasing_a_workshop_leaves_the_one_that_followed_it(store):
    first = room(store)
    second = store.draft(replace(PLAN, previous=first))
    assert store.room(second).plan.previous == first
    store.erase(first)
    assert store.room(second).plan == replace(PLAN, previous=None)


def test_erasing_a_room_leaves_no_trace_of_it_and_others_as_they_were(store, address):
    def everything(words):
        workshop = room(store, replace(PLAN, site=words))
        person = store.join(workshop, words, role=words, name=words)
        store.add_sitting(workshop, words)
        record(store, person, "q1", Response(answer=Value(words), why=words))
        store.say_consent(person, True)
        store.keep_thought(person, "demo", "help", words)
        go(store, workshop, *TO_REVEAL)
        record(store, person, "q1", Value(f"{words} " * 1500))
        store.ask_again(workshop, [("demo", "q1")])
        store.decide(workshop, "demo", "q1", Decision(value=words, note=words))
        store.keep_result(workshop, "demo", "1.0", {"said": words})
        store.set_target(workshop, "demo", "help", 3)
        store.set_locus(workshop, "law", "concern")
        store.add_own_factor(workshop, words)
        store.add_action(workshop, words)
        store.park(workshop, words)
        store.keep_feedback(person, Feedback(words=words))
        after = room(store, replace(PLAN, previous=workshop))
        store.keep_paper(after, words)
        store.finish(store.join(after, f"{words} again", same_as=person))
        store.join(after, f"{words} idle")
        go(store, after, "frozen")
        store.confirm_heads(after, 1)
        store.ask_who_is_here(after, now=0)
        store.remove_idle_seat(after, now=IDLE_SECONDS)
        return workshop, after

    kept, _ = everything("other")
    store.add_desk("desk")
    store.add_lead("lead")
    store.keep_card("Harbour", SiteCard())
    store.receive("Elsewhere", {})
    store.audit(Deed(deed="exported", doer="12ab34cd", workshop=kept))
    before, seen = count(store, *tables.metadata.sorted_tables), store.room(kept)
    assert 0 not in before
    workshop, after = everything("my own words")
    for _ in range(2):
        store.erase(workshop)
        store.erase(after)

    assert count(store, *tables.metadata.sorted_tables) == before
    assert (store.room(workshop), store.resume("my own words")) == (None, None)
    assert store.room(kept) == seen
    if address.startswith("sqlite"):
        assert b"own words" not in bytes_in(Path(make_url(address).database).parent)


def test_a_room_s_own_questions_are_erased_with_the_last_room_that_asked_them(store, address):
    def asking(words):
        kept = {"demo": store.keep_definition(DOCUMENT), "local": store.keep_definition({**DOCUMENT, "title": words})}
        workshop = store.draft(PLAN)
        store.open_room(workshop, kept, "full")
        return workshop, kept["local"]

    (first, mine), (second, same), (third, other) = (asking(words) for words in ("my words", "my words", "others"))
    assert mine == same
    store.erase(first)
    assert store.definition(mine)["title"] == "my words"
    store.erase(second)
    with refused(StoreError, match="holds no definition"):
        store.definition(mine)
    assert dict(store.room(third).definitions) == {"demo": store.keep_definition(DOCUMENT), "local": other}
    if address.startswith("sqlite"):
        assert b"my words" not in bytes_in(Path(make_url(address).database).parent)


def test_changing_a_room_that_was_erased_is_refused(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    (sitting,) = store.sittings(workshop)
    paper = store.keep_paper(workshop, "7")
    store.erase(workshop)
    for change in (
        lambda: store.keep_plan(workshop, PLAN),
        lambda: store.open_room(workshop, {}, "full"),
        lambda: store.step_to(workshop, "frozen"),
        lambda: store.look_at(workshop, step="agree"),
        lambda: store.join(workshop, "t"),
        lambda: store.add_sitting(workshop, "x"),
        lambda: store.say_consent(person, True),
        lambda: store.leave(person),
        lambda: record(store, person, "q1", Value(1)),
        lambda: store.withdraw(person, "demo", "q1"),
        lambda: store.ask_again(workshop, []),
        lambda: store.decide(workshop, "demo", "q1", None),
        lambda: store.add_action(workshop, "x"),
        lambda: store.change_action(workshop, "x", what="x"),
        lambda: store.keep_paper(workshop, "x"),
        lambda: store.type_paper(paper, {"first": {}}),
        lambda: store.count_paper(paper, {}, None, None),
        lambda: store.park(workshop, "x"),
        lambda: store.keep_feedback(person, Feedback()),
    ):
        with refused(StoreError, match="no longer holds what this belongs to"):
            change()
    assert sum(count(store, *tables.metadata.sorted_tables)) == 1  # the definition
    assert store.sitting_by_code(sitting.code) is None


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
