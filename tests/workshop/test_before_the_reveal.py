"""Before the reveal: who is counted, and what is refused."""

from functools import partial
from traceback import format_exception

import pytest
from sqlalchemy import text
from support.opened_rooms import exported, opened, reveal
from support.room_builders import ITEMS

from cosmos_app.storage import current
from cosmos_app.workshop import rooms
from models.answers import Response, Value
from models.workshop import NotAllowedError


def test_only_families_that_are_large_enough_are_counted_and_always_the_same_ones(worlds):
    """Three, three and two: with two hidden alone it could be had by subtraction, so one of three is hidden as well."""

    def play(world, _side):
        seen = []
        for role in ["business"] * 3 + ["volunteer"] * 3 + [None, None]:
            world.join(role)
        for _ in range(12):
            seen.append(rooms.counts(world.now))
            world.join(None)
            world.leave(len(world.people) - 1)
        return seen

    for counts in worlds.one(play) + worlds.one(play):
        assert (counts.joined, counts.families, counts.finished) == (8, {"works-face-to-face": 3}, 0)


def test_a_family_is_hidden_of_those_who_joined_where_it_is_hidden_of_those_who_answered(worlds):
    def play(world, _side):
        for number, role in enumerate([None] * 3 + ["business"] * 3 + ["volunteer"] * 2):
            world.join(role)
            world.say(number, "q1", Response(answer=Value(1)))
        world.go("frozen", "revealed")
        return rooms.counts(world.now), rooms.revealed(world.now, "small")

    for _ in range(5):
        counted, revealed = worlds.one(play)
        assert {name or None for name in revealed.families if revealed.families[name]} == {
            name or None for name in counted.families
        }


def test_nothing_is_told_before_the_reveal_and_scores_only_after_the_talk(worlds):
    def play(world, _side):
        for number in range(3):
            world.join()
            world.say(number, "q1", Response(answer=Value(number)))
        seen = []
        for phase in ("frozen", "revealed", "agreed"):
            here = world.now
            seen.append([is_refused(ask) for ask in asks(here)])
            world.go(phase)
        return [*seen, [is_refused(ask) for ask in asks(world.now)]]

    shut, shut_too, dots, everything = worlds.one(play)
    assert shut == shut_too == [True] * 4
    assert dots == [False, True, False, False]
    assert everything == [False] * 4


def asks(room):
    return (
        lambda: rooms.revealed(room, "small"),
        lambda: rooms.profile(room, "small"),
        lambda: exported(room),
        lambda: rooms.reasons(room, "small", "q1"),
    )


def is_refused(ask):
    try:
        ask()
    except NotAllowedError:
        return True
    return False


def test_a_room_is_revealed_only_when_it_is_frozen_and_keeps_what_it_was_shown(here):
    room = opened()
    with pytest.raises(NotAllowedError):
        rooms.reveal_room(room)
    assert here.results(room.id) == ()
    here.step_to(room.id, "frozen")
    reveal(room)
    [kept] = here.results(room.id)
    assert (kept.questionnaire, kept.round, kept.body) == ("project", 1, {"groups": []})


def test_a_round_that_was_not_revealed_is_refused_by_its_number(worlds):
    def play(world, _side):
        world.go("frozen", "revealed")
        world.ask_again("q1")
        world.go("open")
        return [is_refused(partial(rooms.revealed, world.now, "small", number)) for number in (0, 1, 2, 3)]

    assert worlds.one(play) == [True, False, True, True]


def test_what_goes_wrong_with_the_database_repeats_no_answer(here):
    words = "Nobody listens.".upper()  # so that this line does not hold them
    person = here.join(opened().id, "t")
    with here.engine.begin() as connection:
        connection.execute(text("DROP TABLE answer_log"))
    with pytest.raises(Exception, match="answer_log") as wrong:
        here.record(person, "project", "power.who_decides", Response(answer=Value(1), why=words))
    assert words not in "".join(format_exception(wrong.value))


def test_a_file_holds_no_score_before_the_room_has_talked(here):
    room = opened(smallest_group=3)
    for number in range(3):
        person = here.join(room.id, f"t{number}")
        for item in ITEMS[:3]:
            here.record(person, next(iter(room.definitions)), item, Response(answer=Value(number)))
    here.step_to(room.id, "frozen")
    reveal(room)
    file = exported(current.store().room(room.id))
    groups = [one for part in file["questionnaires"].values() for one in part["rounds"]["1"]["groups"]]
    assert groups
    assert not any(key in group for group in groups for key in ("dimensions", "factors", "placements"))
    here.step_to(room.id, "agreed")
    file = exported(current.store().room(room.id))
    assert any("dimensions" in one for part in file["questionnaires"].values() for one in part["rounds"]["1"]["groups"])
