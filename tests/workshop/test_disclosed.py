"""After the reveal: who counts, which groups, reasons and feedback are shown, and what was agreed."""

from dataclasses import replace

import pytest
from support.opened_rooms import opened
from support.room_builders import ITEMS, PLAN

from cosmos_app.storage import Decision, Feedback, current
from cosmos_app.workshop import rooms
from models.answers import Response, Value
from models.silences import Skipped
from models.workshop import NotAllowedError


def test_who_answered_nothing_and_who_came_late_count_nowhere(worlds):
    def play(world, _side):
        for _ in range(5):
            world.join()
        for number, response in enumerate([Response(answer=Value(2))] * 3 + [Response(answer=Skipped())]):
            world.say(number, "q1", response)
        world.say(4, "q2", Response(answer=Value(1)))
        world.say(4, "q2", None)
        world.go("frozen")
        world.join()
        world.say(5, "q1", Response(answer=Value(0)))
        world.go("revealed")
        return rooms.counts(world.now).joined, rooms.revealed(world.now, "small")

    joined, revealed = worlds.one(play)
    assert (joined, revealed.n) == (6, 4)
    [q1] = [place for place in revealed.board if place.item.id == "q1"]
    assert (q1.n, q1.silences["skipped"], q1.distribution[2], q1.distribution[0]) == (3, 1, 3, 0)


def test_small_groups_are_shown_only_if_each_one_who_counts_said_yes(worlds):
    def shown(consents):
        def play(world, _side):
            for number, consent in enumerate(consents):
                world.join("business" if number else "volunteer")
                world.agree(number, consent)
                world.say(number, "q1", Response(answer=Value(2)))
            world.join("volunteer")  # says nothing at all, so there is nothing of theirs to show
            world.go("frozen", "revealed")
            return rooms.revealed(world.now, "small").families

        return [family is not None for family in worlds.one(play).values()]

    assert shown([True] * 5) == [True, True]
    assert shown([True] * 4 + [None]) == shown([False] + [True] * 4) == shown([None] * 5) == [False, False]


def test_reasons_stand_beside_names_where_people_gave_names_and_nowhere_else(worlds):
    def play(world, _side):
        for number, name in enumerate(["Zoe", "Ada", "Eve"]):
            world.join(name=name)
            world.say(number, "q1", Response(answer=Value(number), why=f"{name} saw it." if number else ""))
        world.go("frozen", "revealed")
        return [rooms.reasons(world.now, "small", item) for item in ("q1", "q2")]

    assert worlds.one(play, replace(PLAN, named=True)) == [(("Ada", "Ada saw it."), ("Eve", "Eve saw it.")), ()]
    assert worlds.one(play) == [(), ()]


def test_in_the_second_round_a_new_reason_takes_the_place_of_the_old_once_it_is_revealed(worlds):
    def play(world, _side):
        for number in range(3):
            world.join(name="Ada" if number else "Zoe")
            world.say(number, "q1", Response(answer=Value(number), why="" if number else "At first."))
        world.go("frozen", "revealed")
        world.ask_again("q1")
        world.go("open")
        world.say(0, "q1", Response(answer=Value(4), why="By now."))
        before = rooms.reasons(world.now, "small", "q1")
        world.go("frozen", "revealed")
        here = world.now
        boards = [rooms.revealed(here, "small", number).board for number in (1, 2)]
        q1 = [next(place for place in board if place.item.id == "q1").distribution for board in boards]
        return before, rooms.reasons(here, "small", "q1"), q1

    before, after, (first, second) = worlds.one(play, replace(PLAN, named=True))
    assert (before, after) == ((("Zoe", "At first."),), (("Zoe", "By now."),))
    assert (first, second) == ({0: 1, 1: 1, 2: 1, 3: 0, 4: 0}, {0: 0, 1: 1, 2: 1, 3: 0, 4: 1})


def test_feedback_is_told_only_after_the_close_and_past_the_gate_question_by_question(here):
    room = opened(smallest_group=3)
    people = [here.join(room.id, f"t{number}") for number in range(4)]
    said = [Feedback(heard=4, worth=1, words="More time."), Feedback(heard=3, worth=1), Feedback(heard=3), Feedback()]
    for person, one in zip(people, said, strict=True):
        here.keep_feedback(person, one)
        assert rooms.feedback(current.store().room(room.id)) == rooms.DisclosedFeedback()
    for phase in ("frozen", "revealed", "agreed", "closed"):
        here.step_to(room.id, phase)
    disclosed = rooms.feedback(current.store().room(room.id))
    assert disclosed == rooms.DisclosedFeedback(n=4, heard={3: 2, 4: 1}, worth=None, words=())
    with pytest.raises(NotAllowedError):
        here.keep_feedback(people[0], Feedback(heard=0))


def test_what_was_agreed_is_one_sheet_without_what_stayed_apart(worlds):
    def play(world, _side):
        for number in range(3):
            world.join()
            for item in ITEMS[:3]:
                world.say(number, item, Response(answer=Value(1)))
        world.go("frozen", "revealed")
        world.settle("q1", Decision(value=3))
        world.settle("q2", Decision(value=2))
        world.settle("q3", Decision(one_side="Here it works.", other_side="There it does not."))
        world.go("agreed")
        return rooms.agreed_answers(world.now, "small"), rooms.profile(world.now, "small")

    sheet, profile = worlds.one(play)
    assert {item: one.answer for item, one in sheet.responses.items()} == {"q1": Value(3), "q2": Value(2)}
    assert {one.dimension.id: one.agreed_stage for one in profile.dimensions} == {"trust": 2, "power": None}
