"""People who come back, and what counted in many rooms at once."""

from dataclasses import replace

import pytest
from support.refusals import refused
from support.stores import DOCUMENT, PLAN, TO_REVEAL, TO_SECOND_ROUND, begin, count, go, record, room

from cosmos_app.storage import CountedPerson, open_store, tables
from cosmos_app.storage.bulk_answers import ERASED
from models.answers import AnswerSheet, Response, Value
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped
from models.workshop import NotAllowedError


def sheet(**said):
    return AnswerSheet({item: Response(answer=answer) for item, answer in said.items()})


def two_waves(store):
    first = room(store)
    earlier = store.join(first, "then")
    return first, earlier, room(store, replace(PLAN, previous=first))


# Coming back


@pytest.mark.parametrize("said", [True, False, None])
def test_people_may_say_whether_they_were_there_last_time(store, said):
    workshop = room(store)
    store.join(workshop, "t", came_before=said)
    (person,) = store.people(workshop)
    assert (person.came_before, person.same_as) == (said, None)


def test_somebody_who_agrees_is_known_as_who_they_were_last_time(store):
    _, earlier, second = two_waves(store)
    store.join(second, "now", same_as=earlier)
    (person,) = store.people(second)
    assert (person.came_before, person.same_as) == (True, earlier)


def test_only_a_seat_of_the_workshop_before_can_be_one_s_own(store):
    _, earlier, second = two_waves(store)
    elsewhere = store.join(room(store), "elsewhere")
    here = store.join(second, "here")
    for stranger in (elsewhere, here, "nobody"):
        with refused(NotAllowedError, match="not a seat of the workshop before"):
            store.join(second, "now", same_as=stranger)
    with refused(NotAllowedError, match="not a seat of the workshop before"):
        store.join(room(store), "now", same_as=earlier)
    assert [person.id for person in store.people(second)] == [here]
    assert store.resume("now") is None


def test_one_seat_of_last_time_is_taken_up_once(store):
    _, earlier, second = two_waves(store)
    store.join(second, "one", same_as=earlier)
    with refused(NotAllowedError, match="joined with this seat of last time already"):
        store.join(second, "other", same_as=earlier)
    assert len(store.people(second)) == 1


def test_of_two_workshops_that_follow_the_same_one_people_are_linked_from_the_first_alone(store):
    first, earlier, second = two_waves(store)
    other = store.join(first, "other then")
    beside = room(store, replace(PLAN, previous=first))
    assert (store.can_link(second), store.can_link(beside)) == (True, True)
    store.join(second, "now", same_as=earlier)
    assert (store.can_link(second), store.can_link(beside)) == (True, False)
    for seat in (earlier, other):
        with refused(NotAllowedError, match="compared with another workshop"):
            store.join(beside, "beside", same_as=seat)
    assert (store.people(beside), store.resume("beside")) == ((), None)
    store.join(beside, "beside", came_before=True)
    store.join(second, "other now", same_as=other)


def test_a_workshop_that_follows_the_following_one_is_linked_in_its_turn(store):
    _, earlier, second = two_waves(store)
    now = store.join(second, "now", same_as=earlier)
    third = room(store, replace(PLAN, previous=second))
    store.join(third, "third", same_as=now)
    assert [person.same_as for person in store.people(third)] == [now]


def test_nobody_can_be_linked_where_there_was_nothing_before(store):
    first, _, second = two_waves(store)
    assert (store.can_link(first), store.can_link("gone")) == (False, False)
    store.erase(first)
    assert not store.can_link(second)


def test_what_an_erased_workshop_has_told_of_those_linked_keeps_others_from_being_linked(store):
    first, earlier, second = two_waves(store)
    store.join(second, "now", same_as=earlier)
    go(store, second, *TO_REVEAL)
    store.erase(second)
    again = room(store, replace(PLAN, previous=first))
    assert not store.can_link(again)
    with refused(NotAllowedError, match="compared with another workshop"):
        store.join(again, "again", same_as=earlier)


def test_a_workshop_that_is_erased_before_it_has_shown_anything_leaves_its_place_to_another(store):
    first, earlier, second = two_waves(store)
    store.join(second, "now", same_as=earlier)
    go(store, second, "frozen")
    store.erase(second)
    again = room(store, replace(PLAN, previous=first))
    store.join(again, "again", same_as=earlier)
    assert [person.same_as for person in store.people(again)] == [earlier]


def test_that_somebody_was_linked_outlives_the_seat_they_were_linked_to(store):
    first, earlier, second = two_waves(store)
    store.join(second, "now", same_as=earlier)
    store.join(second, "new")
    go(store, second, *TO_REVEAL)
    store.erase(first)
    assert sorted((one.came_before, one.same_as) for one in store.people(second) if one.came_before) == [(True, None)]
    found = {one.came_before: one.same_as for one in store.counted_answers([second], "demo")[second]}
    assert found == {True: ERASED, None: None}


def test_whoever_leaves_before_anything_was_told_was_nobody_s_earlier_seat(store):
    _, earlier, second = two_waves(store)
    store.join(second, "now", same_as=earlier)
    store.leave(earlier)
    go(store, second, *TO_REVEAL)
    (one,) = store.counted_answers([second], "demo")[second]
    assert (one.came_before, one.same_as) == (True, None)
    assert count(store, tables.came_back) == [0]


def test_whoever_takes_everything_back_can_come_again_as_who_they_were(store):
    _, earlier, second = two_waves(store)
    store.leave(store.join(second, "one", same_as=earlier))
    store.join(second, "other", same_as=earlier)
    assert [person.same_as for person in store.people(second)] == [earlier]


# What counted


def test_what_counted_comes_for_many_rooms_at_once(store):
    first, earlier, second = two_waves(store)
    said = {
        "q1": Value(1),
        "q2": Value(1.0),
        "q3": Value(("bus", "car")),
        "q4": NotApplicable("no public"),
        "q5": OutsideOurControl("the law"),
        "q6": DontKnow(),
        "q7": Skipped(),
    }
    for item, answer in said.items():
        record(store, earlier, item, Response(answer=answer, why="my reason"))
    now = store.join(second, "now", family="staff", same_as=earlier)
    store.say_consent(now, True)
    record(store, now, "q1", Value(3))
    silent = store.join(second, "silent", came_before=False)
    for workshop in (first, second):
        go(store, workshop, *TO_REVEAL)

    found = store.counted_answers([second, first, second, "never"], "demo")

    assert list(found) == [second, first]
    assert found[first] == (
        CountedPerson(
            participant=earlier,
            family=None,
            typed=False,
            consents=None,
            came_before=None,
            same_as=None,
            answered=True,
            first=sheet(**said),
            second=AnswerSheet(),
        ),
    )
    assert {repr(one.first.answer("q2")) for one in found[first]} == {"Value(value=1.0)"}
    assert sorted(found[second], key=lambda one: one.participant == silent) == [
        CountedPerson(
            participant=now,
            family="staff",
            typed=False,
            consents=True,
            came_before=True,
            same_as=earlier,
            answered=True,
            first=sheet(q1=Value(3)),
            second=AnswerSheet(),
        ),
        CountedPerson(
            participant=silent,
            family=None,
            typed=False,
            consents=None,
            came_before=False,
            same_as=None,
            answered=False,
            first=AnswerSheet(),
            second=AnswerSheet(),
        ),
    ]
    assert [one.participant for one in found[second]] == sorted([now, silent])


def test_an_answer_to_another_questionnaire_of_the_room_counts_as_having_answered(store):
    kept = store.keep_definition(DOCUMENT)
    workshop = store.draft(PLAN)
    store.open_room(workshop, {"demo": kept, "other": kept}, "full")
    person = store.join(workshop, "t")
    store.record(person, "other", "q1", Response(answer=Value(1)))
    go(store, workshop, *TO_REVEAL)
    (one,) = store.counted_answers([workshop], "demo")[workshop]
    assert (one.answered, one.first) == (True, AnswerSheet())


def test_nothing_is_read_of_a_room_before_its_reveal(store):
    workshops = [room(store) for _ in range(2)]
    for workshop in workshops:
        record(store, store.join(workshop, workshop), "q1", Value(1))
    go(store, workshops[1], "frozen")
    alone = begin(store)
    record(store, store.join(alone, "alone"), "q1", Value(1))
    store.set_phase(alone, "revealed")
    assert store.counted_answers([*workshops, store.draft(PLAN), alone], "demo") == {}


def test_a_second_round_is_read_once_it_is_revealed(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))
    record(store, person, "q2", Value(2))
    go(store, workshop, *TO_SECOND_ROUND)
    record(store, person, "q1", Value(4))
    (one,) = store.counted_answers([workshop], "demo")[workshop]
    assert (one.first, one.second) == (sheet(q1=Value(1), q2=Value(2)), AnswerSheet())
    go(store, workshop, *TO_REVEAL)
    (one,) = store.counted_answers([workshop], "demo")[workshop]
    assert (one.first, one.second) == (sheet(q1=Value(1), q2=Value(2)), sheet(q1=Value(4)))


def test_whoever_was_late_is_read_nowhere_and_what_was_held_neither(store):
    workshop = room(store)
    person = store.join(workshop, "t")
    record(store, person, "q1", Value(1))
    go(store, workshop, "frozen")
    record(store, person, "q1", Value(4))
    late = store.join(workshop, "late")
    record(store, late, "q1", Value(4))
    go(store, workshop, "revealed")
    (one,) = store.counted_answers([workshop], "demo")[workshop]
    assert (one.participant, one.first) == (person, sheet(q1=Value(1)))


def test_more_rooms_than_one_query_takes_are_read_too(address, monkeypatch):
    monkeypatch.setattr("cosmos_app.storage.bulk_answers.AT_ONCE", 2)
    with open_store(address) as store:
        workshops = [room(store) for _ in range(5)]
        for number, workshop in enumerate(workshops):
            record(store, store.join(workshop, workshop), "q1", Value(number))
            go(store, workshop, *TO_REVEAL)
        found = store.counted_answers(workshops, "demo")
        assert {one: found[one][0].first.answer("q1") for one in workshops} == {
            one: Value(number) for number, one in enumerate(workshops)
        }
        assert store.counted_answers([], "demo") == {}
