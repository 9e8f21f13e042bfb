"""Meetings: which steps they have, how long they take, and where two of them part."""

from collections.abc import Mapping
from dataclasses import dataclass

from cosmos_app.texts.agenda.step import Step
from cosmos_app.texts.agenda.steps import STEPS
from cosmos_app.texts.message import Text
from models.plan import Agenda

MEETING: Mapping[Agenda, int] = {"45": 45, "90": 90, "2x60": 60}
"""Minutes that one meeting may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where two meetings part, behind the last step of the first.

    Attributes:
        ends: Minutes that it takes to end the first meeting.
        end: What to say then.
        begins: Minutes that it takes to begin the second.
        begin: What to say then.
    """

    ends: int
    end: tuple[Text, ...]
    begins: int
    begin: tuple[Text, ...]


BREAK = Break(
    ends=3,
    end=(
        Text("We stop here for today. Nothing is agreed yet, and nothing you said is lost."),
        Text("Next time we may answer these questions once more, agree, and choose what to do."),
        Text("If something stays with you until then, talk to me, or to the person named in the promise."),
    ),
    begins=4,
    begin=(
        Text("Welcome back. These are the questions we talked about, and what we heard."),
        Text("What has somebody thought or seen since then?"),
        Text("If you were not here last time, you can join. Your answers are kept for you and not counted."),
    ),
)
"""For the agenda of two meetings."""


def script(agenda: Agenda) -> tuple[Step, ...]:
    """The steps of an agenda, in order, without those it leaves out."""
    return tuple(step for step in STEPS if step.minutes[agenda])


def length(agenda: Agenda) -> tuple[int, ...]:
    """Minutes of each meeting of an agenda, with ending the first of two and beginning the second.

    >>> length("45"), length("90")
    ((45,), (88,))
    """
    if agenda != "2x60":
        return (sum(step.minutes[agenda] for step in STEPS),)
    first, second = (sum(step.minutes[agenda] for step in STEPS if step.sitting == sitting) for sitting in (1, 2))
    return first + BREAK.ends, BREAK.begins + second
