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
