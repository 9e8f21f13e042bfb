"""What nobody may learn of a room: an answer before the reveal, a small group after it.

The same things happen in two worlds, but for some people's answers. Whatever anybody else gets, from what the app
computes to the last element on a screen, must then be the same in both: so it tells nothing of these answers.
"""

from collections import Counter
from dataclasses import dataclass, replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples
from support.room_builders import ITEMS, PLAN, ROLES, said_at_random
from support.room_screens import STEPS

from cosmos_app.storage import Decision, Feedback, current
from cosmos_app.workshop import rooms
from models.answers import Response, Value
from models.disclosure import suppressed
from models.smallest_group import threshold

DEEDS = ("say", "say", "say", "take back", "finish", "join", "leave", "agree", "look", "settle", "feedback")

deeds = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 2**16)), max_size=8)


@dataclass(frozen=True)
class Scene:
    """What happens in one phase.

    Attributes:
        phase: The step by which it begins.
        round: In which round.
        done: What is done in it, each with a number that decides by whom and what.
    """

    phase: str
    round: int
    done: list


@dataclass(frozen=True)
class Story:
    """A room from its opening to its close.

    Attributes:
        plan: What was prepared.
        roles: Of those who are there from the start.
        seed: Decides what they answer then.
        secret: Those by number whose answers nobody may learn; number 0 is never among them.
        scenes: What happens from then on.
        picked: What is asked again.
    """

    plan: object
    roles: list
    seed: int
    secret: frozenset
    scenes: list
    picked: list


@st.composite
def stories(draw, reopens=True):
    """Rooms of four to nine people, with freezes that are undone up to twice in each round."""
    roles = draw(st.lists(st.sampled_from(list(ROLES)), min_size=4, max_size=9))
    scenes = [Scene("open", 1, draw(deeds))]
    for turn in (1, 2):
        if turn == 2:
            scenes.append(Scene("open", 2, draw(deeds)))
        scenes.append(Scene("frozen", turn, draw(deeds)))
        for _ in range(draw(st.sampled_from([0, 0, 1, 2])) if reopens else 0):
            scenes += [Scene("open", turn, draw(deeds)), Scene("frozen", turn, draw(deeds))]
        scenes.append(Scene("revealed", turn, draw(deeds)))
    scenes += [Scene(phase, 2, draw(deeds)) for phase in ("agreed", "closed")]
    return Story(
        plan=replace(PLAN, smallest_group=draw(st.integers(3, 5)), named=draw(st.booleans())),
        roles=roles,
        seed=draw(st.integers(0, 2**32)),
        secret=draw(st.frozensets(st.integers(1, 12), min_size=1)),
        scenes=scenes,
        picked=draw(st.lists(st.sampled_from(ITEMS), min_size=1, max_size=4, unique=True)),
    )


def happen(world, story, side, differs, watch, screens, late=None, consents=()):
    """Let a story happen, and keep what others see after each scene that is watched.

    Args:
        world: The room it happens in.
        story: What happens.
        side: 0 or 1.
        differs: Whether what a person, by number, says in a scene, by place, is another thing on either side.
        watch: How many scenes are played.
        screens: The place of the scene after which screens are looked at, and of which steps.
        late: Takes up the numbers of those who joined after the first scene.
        consents: What people said of small groups, by their number, who then all answer; empty if nobody was asked.
    """
    kept = []
    begin(world, story, lambda number: side * differs(0, number), answering=1.0 if consents else 0.9)
    for number, consent in enumerate(consents):
        world.agree(number, consent)
    for place, scene in enumerate(story.scenes[:watch]):
        step(world, story, place)
        for deed, number in scene.done:
            who = number % len(world.people)
            do(world, deed, who, Random(f"{number} {side * differs(place, who)}"), Random(number))
            if late is not None and place and deed == "join":
                late.add(len(world.people) - 1)
        others = [n for n, person in enumerate(world.people) if person and n not in story.secret]
        kept.append(world.seen(*(others if late is None else ())))
        if place == screens[0]:
            kept.append(world.screens(others[0] if others and late is None else None, screens[1]))
    return kept


def never(_place, _who):
    """Nobody says anything else on the other side."""
    return False


def begin(world, story, side=lambda _number: 0, answering=0.9):
    """Seat those who are there from the start; a share of them answers everything, the others nothing yet."""
    for number, role in enumerate(story.roles):
        world.join(role, f"Person {number}")
        chance = Random(f"{story.seed} {number} {side(number)}")
        for item in ITEMS if chance.random() < answering else ():
            world.say(number, item, said_at_random(chance, item))


def step(world, story, place):
    """Take the step by which a scene begins; the first is open already."""
    scene = story.scenes[place]
    if place and scene.phase == "open" and story.scenes[place - 1].phase == "revealed":
        world.ask_again(*story.picked)
    if place:
        world.go(scene.phase)


def do(world, deed, who, secret, known):
    """Do one thing: what one person says by *secret* chance, all else by what is *known* to be done."""
    DOES[deed](world, who, known.choice(ITEMS), secret, known)


def say(world, who, item, secret, _known):
    world.say(who, item, said_at_random(secret, item))


def take_back(world, who, item, secret, known):
    """Take an answer back, or not, or give another: that is secret too."""
    unlike = secret.random()
    if unlike < 0.3:
        say(world, who, item, secret, known)
    elif unlike < 0.9:
        world.say(who, item, None)


def tell_how_it_was(world, who, _item, _secret, known):
    heard = Feedback(heard=known.randrange(5))
    if world.people[who] and world.now.workshop.phase != "closed":  # refused from then on; see test_disclosed
        current.store().keep_feedback(world.people[who], heard)


DOES = {
    "say": say,
    "take back": take_back,
    "finish": lambda world, who, *_: world.finish(who),
    "join": lambda world, _who, _item, _secret, known: world.join(known.choice(list(ROLES)), "A newcomer"),
    "leave": lambda world, who, *_: world.leave(who),
    "agree": lambda world, who, _item, _secret, known: world.agree(who, known.choice([True, True, False, None])),
    "look": lambda world, _who, item, _secret, known: world.look(known.choice(STEPS), known.choice(["", item])),
    "settle": lambda world, _who, item, *_: world.settle(item, Decision(note="As we said.")),
    "feedback": tell_how_it_was,
}
"""What can be done in a room, by its name in ``DEEDS``."""


def reveals(story):
    """Where in a story the first and the second round are revealed."""
    return [place for place, scene in enumerate(story.scenes) if scene.phase == "revealed"]


def same(worlds, play, plan=PLAN):
    """Play on both sides, and see the same; then neither can be told from the other."""
    (left, left_log), (right, right_log) = worlds.both(play, plan)
    for one, other in zip(left, right, strict=True):
        assert one == other
    assert left_log == right_log == []
    return left


few_steps = st.lists(st.sampled_from(STEPS), min_size=1, max_size=3, unique=True)
"""Steps whose screens are looked at; all ten each time would take long."""


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
    quiet = [replace(one, done=[did for did in one.done if did[0] not in left_out]) for one in story.scenes]
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
