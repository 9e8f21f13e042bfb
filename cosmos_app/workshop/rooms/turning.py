"""Turning a room's pages: to the step before or after the present one, and to a question beside the present one."""

from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts.agenda import Step, script
from cosmos_app.workshop.rooms.disclosed import revealed

TALKS = ("reveal", "discuss", "again", "agree")
"""Steps in which a room looks at one question after the other."""


def may_turn_to(step: str, room: Room) -> bool:
    """Whether the room has what a step looks at: its dots, or its scores."""
    if step in ("welcome", "answer", "reveal"):
        return True
    return room.workshop.shows_scores if step in ("profile", "surroundings") else room.workshop.shows_results


def present_step(room: Room) -> Step:
    """The step a room is at; the first before it has begun."""
    steps = script(room.plan.agenda)
    return next((step for step in steps if step.key == room.step), steps[0])


def step_beside(room: Room, by: int) -> Step | None:
    """The step before (-1) or after (1) the present one, if there is one and the room has what it looks at."""
    steps = script(room.plan.agenda)
    place = steps.index(present_step(room)) + by
    return steps[place] if 0 <= place < len(steps) and may_turn_to(steps[place].key, room) else None


def turn_to(room: Room, step: Step) -> None:
    """Turn a room to a step: the wall and the phones follow."""
    store().look_at(room.id, step=step.key, focus="" if step.key == "reveal" else None)


def question_beside(room: Room, by: int) -> str:
    """The question before (-1) or after (1) the one a room looks at, as ``Room.focus`` names it; "" for none.

    Where it looks at none, the first is after.
    """
    if present_step(room).key not in TALKS or not room.workshop.shows_results:
        return ""
    order = [f"{name}/{result.item.id}" for name in room.definitions for result in revealed(room, name).board]
    place = order.index(room.focus) + by if room.focus in order else 0 if by > 0 else -1
    return order[place] if 0 <= place < len(order) else ""
