"""Rooms without screens, drafted and opened in the store of this process; and what is taken away of them."""

from dataclasses import replace

from cosmos_app.outputs import exports
from cosmos_app.outputs.released import gather
from cosmos_app.storage import current
from cosmos_app.workshop import rooms
from support.room_builders import PLAN


def exported(room):
    return exports.bundle(gather(room))


def drafted(plan):
    return current.store().room(current.store().draft(plan))


def opened(**how):
    room = drafted(replace(PLAN, asked={"project": ()}, depth="short", **how))
    rooms.open_room(room)
    return current.store().room(room.id)


def count_heads(room):
    """Confirm at the desk that there are as many people as seats; in a second round nothing is counted."""
    now = current.store().room(room.id)
    if now.workshop.round == 1:
        current.store().confirm_heads(room.id, rooms.counts(now).seats.seats)


def reveal(room):
    """Count the people of a frozen room, and show its dots."""
    count_heads(room)
    rooms.reveal_room(current.store().room(room.id))
