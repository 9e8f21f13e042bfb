"""The facilitator's script: what happens in a room, step by step, with minutes, words to say and what to watch."""

from cosmos_app.texts.agenda.meetings import BREAK, MEETING, Break, length, script
from cosmos_app.texts.agenda.steps import CALLS, DISCUSSED, STEPS, Step
from cosmos_app.texts.agenda.traps import Trap

__all__ = ["BREAK", "CALLS", "DISCUSSED", "MEETING", "STEPS", "Break", "Step", "Trap", "length", "script"]
