"""What nobody may learn of a room: an answer before the reveal, a small group after it.

The same things happen in two worlds, but for some people's answers. Whatever anybody else gets, from what the app
computes to the last element on a screen, must then be the same in both: so it tells nothing of these answers.
"""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples
from support.room_builders import ITEMS, PLAN, ROLES, SAYS, said_at_random
from support.room_stories import begin, do, few_steps, happen, never, reveals, step, stories

from cosmos_app.workshop import rooms
from models.answers import Response, Value
from models.disclosure import suppressed
from models.silences import DontKnow
from models.smallest_group import threshold


def same(worlds, play, plan=PLAN):
    """Play on both sides, and see the same; then neither can be told from the other."""
    (left, left_log), (right, right_log) = worlds.both(play, plan)
    for seen, seen_too in zip(left, right, strict=True):
        assert seen == seen_too
    assert left_log == right_log == []
    return left


@examples(15)
@given(story=stories(), data=st.data())
def test_before_the_first_reveal_nothing_tells_what_anybody_answered(worlds, story, data):
    first, _ = reveals(story)
    screens = (data.draw(st.integers(0, first - 1)), data.draw(few_steps))

    def play(world, side):
        return happen(world, story, side, lambda _, who: who in story.secret, first, screens)

    same(worlds, play, story.plan)


@examples(12)
@given(story=stories(), data=st.data())
def test_before_the_second_reveal_nothing_tells_what_anybody_chose_anew(worlds, story, data):
    first, second = reveals(story)
    screens = (data.draw(st.integers(first, second - 1)), data.draw(few_steps))

    def play(world, side):
        return happen(world, story, side, lambda place, who: place >= first and who in story.secret, second, screens)

    same(worlds, play, story.plan)


@pytest.mark.parametrize("differs_in", [1, 2])
def test_no_step_of_any_screen_tells_an_answer_before_its_round_is_revealed(worlds, differs_in):
    """All ten steps of the script, which a facilitator may turn to at any time, on the wall, the desk and a phone."""

    def play(world, side):
        kept = []
        for number, role in enumerate([None, "volunteer", "volunteer", "volunteer", "business", "business"]):
            world.join(role)
            for item in ITEMS:
                world.say(number, item, said_at_random(Random(f"{number} {item}"), item))
        for turn in (1, 2):
            secret = side if turn == differs_in else 0
            for number in range(1, 6):
                world.say(number, "q1", Response(answer=Value(4 * secret), why=f"It is {secret}."))
            if turn == 2:
                world.look("discuss", "q1")
            kept += world.screens(0)
            world.go("frozen")
            kept += world.screens(0)
            if turn == differs_in:
                return kept
            world.go("revealed")
            world.ask_again("q1", "q2")
            world.go("open")
        return kept

    same(worlds, play, replace(PLAN, named=True))


@examples(12)
@given(story=stories(reopens=False), data=st.data())
def test_no_answer_that_came_too_late_changes_anything_that_is_told(worlds, story, data):
    whole = len(story.scenes)
    screens = (data.draw(st.integers(1, whole - 1)), data.draw(few_steps))

    def too_late(place, who):
        return story.scenes[place].phase in ("frozen", "revealed") or (place > 0 and who in late)

    def play(world, side):
        late.clear()
        return happen(world, story, side, too_late, whole, screens, late)

    late = set()
    same(worlds, play, story.plan)


@examples(10)
@given(story=stories(reopens=False))
def test_whoever_comes_too_late_changes_no_figure(worlds, story):
    seats = len(story.roles)

    def play(world, side):
        kept = []
        begin(world, story)
        for place, scene in enumerate(story.scenes):
            step(world, story, place)
            for deed, number in scene.done:
                if deed != "join":
                    do(world, deed, number % seats, Random(number), Random(number))
            if place and side:
                world.join(Random(place).choice(list(ROLES)), "A newcomer")
                for item in ITEMS:
                    for newcomer in range(seats, len(world.people)):
                        world.say(newcomer, item, said_at_random(Random(f"{place} {newcomer} {item}"), item))
            kept.append(world.figures())
        return kept

    same(worlds, play, story.plan)


@examples(10)
@given(story=stories(), data=st.data())
def test_a_refusal_looks_like_silence_and_like_every_yes_that_was_not_enough(worlds, story, data):
    seats, whole = len(story.roles), len(story.scenes)
    consents = data.draw(st.lists(st.sampled_from([True, True, False, None]), min_size=seats, max_size=seats))
    consents[data.draw(st.integers(0, seats - 1))] = data.draw(st.sampled_from([False, None]))
    screens = (data.draw(st.integers(0, whole - 1)), data.draw(few_steps))
    left_out = ("agree", "leave", "take back")  # who takes everything back counts no more, and need not consent
    quiet = [replace(scene, done=[did for did in scene.done if did[0] not in left_out]) for scene in story.scenes]
    story = replace(story, scenes=quiet, secret=frozenset(range(99)))

    def play(world, side):
        return happen(world, story, 0, never, whole, screens, consents=consents if side else [None] * seats)

    same(worlds, play, story.plan)


@examples(15)
@given(story=stories(reopens=False), data=st.data())
def test_after_the_reveal_nothing_tells_who_of_the_hidden_said_what(worlds, story, data):
    roles = data.draw(st.lists(st.sampled_from(list(ROLES)), min_size=6, max_size=12))
    plan, story = replace(PLAN, smallest_group=3), replace(story, roles=roles)
    hidden = hidden_people(roles)
    by_item, seed = data.draw(st.booleans()), data.draw(st.integers(0, 99))
    steps = ["reveal", "discuss"] if by_item else data.draw(few_steps)

    def play(world, side):
        def in_place_of(item):
            return dealt(len(roles), hidden, f"{seed} {item if by_item else ''}") if side else range(len(roles))

        return told_of_two_rounds(world, story, in_place_of, steps, dots_only=by_item)

    same(worlds, play, plan)


@examples(20)
@given(story=stories(reopens=False), data=st.data())
def test_a_hidden_question_tells_nothing_of_what_its_few_people_said(worlds, story, data):
    """The few who can answer a question that most can't: whatever they say, nobody else is told anything else."""
    hidden = data.draw(st.sampled_from(ITEMS))
    few = data.draw(st.frozensets(st.integers(0, len(story.roles) - 1), max_size=2))
    steps = data.draw(few_steps)

    def play(world, side):
        def said(number, item):
            if item != hidden:
                return said_at_random(Random(f"{story.seed} {number} {item}"), item)
            chance = Random(f"{story.seed} {number} {side if number in few else ''}")
            answer = chance.choice(SAYS[item]) if number in few else DontKnow()
            return Response(answer=answer, why=chance.choice(["I saw it.", "They told me."]) if number in few else "")

        for number, role in enumerate(story.roles):
            world.join(role)
            for item in ITEMS:
                world.say(number, item, said(number, item))
        kept = []
        for place, scene in enumerate(story.scenes):
            step(world, story, place)
            for deed, number in scene.done:
                if deed in ("finish", "look", "settle", "feedback"):
                    do(world, deed, number % len(story.roles), Random(number), Random(number))
            kept.append(world.figures())
        return [*kept, world.screens(steps=steps)]

    same(worlds, play, story.plan)


def hidden_people(roles, k=3):
    """By number, who is in a family that is too small to be told."""
    families = [ROLES[role] or "~" for role in roles]  # who did not say comes last
    hidden = suppressed(Counter(sorted(families)), threshold(k))
    return [number for number, family in enumerate(families) if family in hidden]


def dealt(size, some, seed):
    """Who answers in whose place: *some* of the people deal their places out anew among them."""
    places, anew = list(range(size)), list(some)
    Random(seed).shuffle(anew)
    for one, other in zip(some, anew, strict=True):
        places[one] = other
    return places


def told_of_two_rounds(world, story, in_place_of, steps, *, dots_only):
    """Play a story in which everybody answers everything, and keep what is told."""
    for number, role in enumerate(story.roles):
        world.join(role)
        world.agree(number, number > 0)
    kept = []
    for place, scene in enumerate(story.scenes):
        step(world, story, place)
        for item in asked(story, scene):
            for number, whose in enumerate(in_place_of(item)):
                world.say(number, item, said_at_random(Random(f"{story.seed} {scene.round} {item} {whose}"), item))
        for deed, number in scene.done:
            if deed in ("finish", "look", "settle", "feedback"):
                do(world, deed, number % len(story.roles), Random(number), Random(number))
        kept.append(dots(world) if dots_only else world.figures())
    return [*kept, world.screens(steps=steps)]


def asked(story, scene):
    """What everybody answers in a scene."""
    if scene.phase != "open":
        return ()
    return ITEMS if scene.round == 1 else story.picked


def dots(world):
    """The board alone, round by round: scores, maps and factors look at more than one answer of a person."""
    here = world.now
    return [repr(rooms.revealed(here, "small", number).board) for number in here.workshop.rounds_shown]
