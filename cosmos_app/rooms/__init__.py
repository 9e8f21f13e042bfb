"""Rooms: what a desk, a presenter view and a participant may see of a workshop with several people; no screen in it.

Whatever is told of more than one person comes from here, already past the gate, and only of rounds that were revealed.
"""

from cosmos_app.rooms.told import (
    FeedbackTold,
    agreed_answers,
    asked_again,
    counted,
    export_json,
    feedback,
    forms,
    maps_of,
    profile,
    reasons,
    reveal_room,
    revealed,
    told_json,
)
from cosmos_app.rooms.way_in import (
    UNSAID,
    Counts,
    by_code,
    counts,
    first_plan,
    join_link,
    last_actions,
    open_room,
    qr_svg,
    room,
    take_seat,
)

__all__ = [
    "UNSAID",
    "Counts",
    "FeedbackTold",
    "agreed_answers",
    "asked_again",
    "by_code",
    "counted",
    "counts",
    "export_json",
    "feedback",
    "first_plan",
    "forms",
    "join_link",
    "last_actions",
    "maps_of",
    "open_room",
    "profile",
    "qr_svg",
    "reasons",
    "reveal_room",
    "revealed",
    "room",
    "take_seat",
    "told_json",
]
