"""What a step of the script holds, and how many questions there is time for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cosmos_app.texts.agenda.buttons import BUTTONS, LOOK_TOGETHER
from cosmos_app.texts.agenda.traps import Trap
from cosmos_app.texts.message import Text
from models.plan import Agenda

DISCUSSED: Mapping[Agenda, int] = {"45": 2, "90": 3, "2x60": 4}
"""How many questions there is time to talk about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the script.

    Attributes:
        key: Under which the room remembers where it is.
        title: Its name.
        about: What it is for, in a line.
        minutes: How long it takes, by agenda; 0 is left out.
        say: Sentences to read out, or to say in one's own words.
        do: What to press and what to do; names buttons by the keys of ``BUTTONS``, as in "{let_in}".
        room: What the projector and the phones say meanwhile.
        watch: What may go wrong, and what then.
        sitting: In which of two meetings it stands, if there are two.
    """

    key: str
    title: Text
    about: Text
    minutes: Mapping[Agenda, int]
    say: tuple[Text, ...]
    do: tuple[Text, ...]
    room: Text
    watch: tuple[Trap, ...]
    sitting: Literal[1, 2] = 1

    def to_do(self) -> tuple[str, ...]:
        """What to press and what to do, with the names of buttons and the questions there is time for."""
        buttons = {key: button() for key, button in BUTTONS.items()} | {"look_together": LOOK_TOGETHER()}
        questions = {f"questions_{agenda}": number for agenda, number in DISCUSSED.items()}
        return tuple(line(**buttons, **questions) for line in self.do)
