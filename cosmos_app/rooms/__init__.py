"""Rooms: what a desk, a presenter view and a participant may see of a workshop with several people; no screen in it.

Whatever is told of more than one person comes from here, already past the gate, and only of rounds that were revealed.
"""

from cosmos_app.rooms.asked import of_own_work
from cosmos_app.rooms.told import (
    FeedbackTold,
    agreed_answers,
    asked_again,
    counted,
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
    LastTime,
    by_code,
    counts,
    first_plan,
    join_link,
    last_actions,
    minutes_to_answer,
    open_room,
    qr_svg,
    room,
    seat_of_last_time,
    take_seat,
)

__all__ = [
    "UNSAID",
    "Counts",
    "FeedbackTold",
    "LastTime",
    "agreed_answers",
    "asked_again",
    "by_code",
    "counted",
    "counts",
    "feedback",
    "first_plan",
    "forms",
    "join_link",
    "last_actions",
    "maps_of",
    "minutes_to_answer",
    "of_own_work",
    "open_room",
    "profile",
    "qr_svg",
    "reasons",
    "reveal_room",
    "revealed",
    "room",
    "seat_of_last_time",
    "take_seat",
    "told_json",
]
