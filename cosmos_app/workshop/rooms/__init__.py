"""Rooms: what a facilitator, a wall and a participant may see of a workshop of several people; no screens here.

Everything about more than one person comes from here, past the disclosure gate, and only of rounds that were revealed.
"""

from cosmos_app.workshop.rooms.disclosed import (
    agreed_answers,
    disclosed_json,
    forget,
    layouts,
    maps_of,
    profile,
    profiles,
    reveal_room,
    revealed,
)
from cosmos_app.workshop.rooms.documents import of_own_work
from cosmos_app.workshop.rooms.feedback import DisclosedFeedback, feedback, reasons
from cosmos_app.workshop.rooms.joining import (
    UNSAID,
    Counts,
    LastTime,
    by_code,
    counts,
    erased_on_if_opened,
    first_plan,
    join_link,
    last_actions,
    minutes_to_answer,
    open_room,
    qr_svg,
    seat_of_last_time,
    take_seat,
    wifi_svg,
)
from cosmos_app.workshop.rooms.round_results import counted, few_phones, layout_for_groups
from cosmos_app.workshop.rooms.turning import may_turn_to, present_step, question_beside, step_beside, turn_to

__all__ = [
    "UNSAID",
    "Counts",
    "DisclosedFeedback",
    "LastTime",
    "agreed_answers",
    "by_code",
    "counted",
    "counts",
    "disclosed_json",
    "erased_on_if_opened",
    "feedback",
    "few_phones",
    "first_plan",
    "forget",
    "join_link",
    "last_actions",
    "layout_for_groups",
    "layouts",
    "maps_of",
    "may_turn_to",
    "minutes_to_answer",
    "of_own_work",
    "open_room",
    "present_step",
    "profile",
    "profiles",
    "qr_svg",
    "question_beside",
    "reasons",
    "reveal_room",
    "revealed",
    "seat_of_last_time",
    "step_beside",
    "take_seat",
    "turn_to",
    "wifi_svg",
]
