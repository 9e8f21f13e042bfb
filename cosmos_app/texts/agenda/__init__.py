"""The facilitator's script: what happens in a room, step by step, with minutes, words to say and what to watch."""

from cosmos_app.texts.agenda.buttons import BUTTONS, LOOK_TOGETHER
from cosmos_app.texts.agenda.meetings import BREAK, MEETING, Break, length, script
from cosmos_app.texts.agenda.step import DISCUSSED, Step
from cosmos_app.texts.agenda.steps import STEPS
from cosmos_app.texts.agenda.traps import Trap

__all__ = [
    "BREAK",
    "BUTTONS",
    "DISCUSSED",
    "LOOK_TOGETHER",
    "MEETING",
    "STEPS",
    "Break",
    "Step",
    "Trap",
    "length",
    "script",
]
