"""Stories of rooms, drawn: what happens in each phase, how it is let happen, and what others see of it."""

from dataclasses import dataclass, replace
from random import Random

from hypothesis import strategies as st

from cosmos_app.storage import Decision, Feedback, current
from support.room_builders import ITEMS, PLAN, ROLES, said_at_random
from support.room_screens import STEPS

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


few_steps = st.lists(st.sampled_from(STEPS), min_size=1, max_size=3, unique=True)
"""Steps whose screens are looked at; all ten each time would take long."""
