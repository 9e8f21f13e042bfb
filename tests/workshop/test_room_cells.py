"""The same cells of a room are shown, and the same hidden, in every object, file and screen."""

import re

from hypothesis import given
from hypothesis import strategies as st
from support.builders import shipped_roles
from support.examples import examples
from support.room_builders import ROLES
from support.room_screens import in_parts

from cosmos_app.outputs import exports
from cosmos_app.outputs.released import gather
from cosmos_app.texts.families import UNSAID_FAMILY
from cosmos_app.texts.room.dots import NOT_SHOWN
from cosmos_app.workshop import rooms

EVERYONE = "everyone"
TITLES = {None: UNSAID_FAMILY(), **{one.id: one.title for one in shipped_roles().families}}


@examples(15)
@given(
    roles=st.lists(st.sampled_from(list(ROLES)), min_size=3, max_size=16),
    seed=st.integers(0, 2**32),
    agreed=st.booleans(),
)
def test_the_same_cells_are_hidden_in_every_screen_and_file(worlds, roles, seed, agreed):
    def play(world, _side):
        world.talks(roles, seed, agreed)
        here = world.now
        exported = exports.bundle(gather(here))
        return rooms.revealed(here, "small"), rooms.profile(here, "small"), exported, in_parts(here)

    told, profile, exported, drawn = worlds.one(play)
    items, dimensions = shown_of(told)

    assert on_the_board(told.board) == items
    assert in_the_file(exported, "items") == items
    assert in_the_file(exported, "dimensions") == dimensions
    assert in_the_profile(profile) == dimensions
    assert on_the_list(drawn["@list"]) == {(item, EVERYONE) for item, who in items if who == EVERYONE}
    # Own words are drawn nowhere, and one family alone is everyone.
    beside = {EVERYONE, *(told.families if len(told.families) > 1 else ())}
    assert on_the_questions(drawn) == {(item, who) for item, who in items if item != "q6" and who in beside}
    assert on_the_profiles(drawn) == {(name, who) for name, who in dimensions if who is not None}, (
        "they have no profile"
    )


def shown_of(told):
    """The cells of items and of dimensions that are shown, as (what, of whom)."""
    groups = {EVERYONE: told.whole, **told.families}
    return [
        {(name, who) for who, group in groups.items() if group for name, one in getattr(group, part).items() if one}
        for part in ("items", "dimensions")
    ]


def on_the_board(board):
    whole = {(one.item.id, EVERYONE) for one in board if one.is_shown}
    return whole | {(one.item.id, who) for one in board for who, told in one.by_family.items() if told is not None}


def in_the_file(exported, part):
    [groups] = [one["groups"] for one in exported["questionnaires"]["small"]["rounds"].values()]
    return {
        (name, group["by"].get("role") if group["by"] else EVERYONE)
        for group in groups
        for name, one in group.get(part, {}).items()
        if one["n"] is not None
    }


def in_the_profile(profile):
    every = profile.dimensions if profile else ()
    whole = {(one.dimension.id, EVERYONE) for one in every if one.pooled}
    return whole | {(one.dimension.id, who) for one in every for who, told in one.families.items() if told}


def on_the_list(bodies):
    """Of each line the words and the picture; they must say the same."""
    shown, item = set(), None
    for body in bodies:
        if heading := re.search(r"<strong>What about (\S+)\?</strong><br><span>(.*?)</span>", body):
            item = heading[1]
            shown |= {(item, EVERYONE)} if heading[2] != NOT_SHOWN() else set()
        elif item and "<svg" in body:
            assert ((item, EVERYONE) in shown) == (NOT_SHOWN() not in body.lower())
            assert ((item, EVERYONE) in shown) == bool(re.search(r"\d+ answers?:", body))
    return shown


def on_the_questions(drawn):
    shown = set()
    for place, bodies in drawn.items():
        kind, _, item = place.partition(" ")
        for picture in bodies if kind == "@question" else ():
            if "Dots: answers to one question by group" in picture:
                counted = {
                    who for who, title in TITLES.items() if re.search(rf"{re.escape(title)}: \d+ answer", picture)
                }
                hidden = {who for who, title in TITLES.items() if f"{title}: {NOT_SHOWN()}" in picture}
                assert not counted & hidden
                shown |= {(item, who) for who in counted}
            elif re.search(r"Dots: \d+ answer", picture):
                shown.add((item, EVERYONE))
    return shown


def on_the_profiles(drawn):
    """The cells of the wheels, with each family in turn beside everyone; the table must hold everyone's alike."""
    shown = set()
    for name in ("Trust", "Power"):
        for family, title in TITLES.items():
            bodies = " ".join(drawn[f"@profile {family}"]) if family else ""
            for who, of in ((EVERYONE, "Everyone"), (family, title)):
                if re.search(rf"{name}: [^;]*{re.escape(of)} \d[\d.]* from", bodies):
                    shown.add((name.lower(), who))
            if table := re.search(rf'<th scope="row">{name}</th>(.*?)</tr>', bodies):
                assert ((name.lower(), EVERYONE) in shown) == (NOT_SHOWN() not in table[1])
    return shown
