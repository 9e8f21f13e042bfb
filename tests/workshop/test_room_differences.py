"""What could be learned of one person by laying two things side by side, and may not be."""

from dataclasses import replace

from support.room_builders import PLAN

from cosmos_app.storage import current
from cosmos_app.workshop import rooms
from models.answers import Response, Value
from models.silences import DontKnow


def test_two_rounds_laid_side_by_side_tell_of_nobody_alone(worlds):
    def play(world, side):
        for number in range(5):
            world.join()
            world.say(number, "q1", Response(answer=Value(2) if number else DontKnow()))
        world.go("frozen", "revealed")
        world.ask_again("q1")
        world.go("open")
        world.say(0, "q1", Response(answer=Value(4)))
        world.go("frozen", "revealed")
        q1 = [next(one for one in rooms.revealed(world.now, "small", n).board if one.item.id == "q1") for n in (1, 2)]
        return [one.n for one in q1]

    before, after = worlds.one(play)
    assert (before, after) == (4, 4)


def test_one_who_guesses_codes_keeps_nobody_else_out(worlds):
    def play(world, side):
        [sitting] = current.store().sittings(world.id)
        for _ in range(11):
            rooms.by_code("WRNGXX", "a guesser")
        return rooms.by_code(sitting.code, "somebody else in another room") is not None

    assert worlds.one(play)


def test_where_too_few_answered_no_reason_is_told_either(worlds):
    def play(world, side):
        for number in range(2):
            world.join(name=f"Person {number}")
            world.say(number, "q1", Response(answer=Value(number), why="I saw it."))
        world.go("frozen", "revealed")
        return rooms.revealed(world.now, "small").is_shown, rooms.reasons(world.now, "small", "q1")

    assert worlds.one(play, replace(PLAN, named=True)) == (False, ())


def test_of_a_hidden_family_nobody_learns_whether_anyone_in_it_answered(worlds):
    """One business and one volunteer: who of the two answered at all is told by whose row is there."""

    def play(world, side):
        for number, role in enumerate([None, None, None, None, "business", "volunteer"]):
            world.join(role)
            if number != 4 + side:
                world.say(number, "q1", Response(answer=Value(2)))
        world.go("frozen", "revealed")
        return list(rooms.revealed(world.now, "small").families)

    (left, _), (right, _) = worlds.both(play)
    assert left == right
