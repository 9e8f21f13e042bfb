"""Texts of the desk: the facilitator's workshops, how far each is, who else sits there, and the end of one."""

from collections.abc import Mapping
from dataclasses import dataclass

from cosmos_app.texts.message import Text
from models.workshop import Phase


@dataclass(frozen=True, slots=True)
class PhaseTexts:
    """What everybody can see in a phase.

    Attributes:
        short: Its name.
        you: What the facilitator sees.
        people: What participants see.
        wall: What the projector shows.
    """

    short: Text
    you: Text
    people: Text
    wall: Text


PHASE_TEXTS: Mapping[tuple[Phase, int], PhaseTexts] = {
    ("draft", 1): PhaseTexts(
        Text("Being prepared"),
        Text("You see the plan."),
        Text("Nobody can join yet."),
        Text("The projector shows nothing yet."),
    ),
    ("open", 1): PhaseTexts(
        Text("Round one is open"),
        Text(
            "You see how many have joined, from which groups where these are large enough, how many have finished, and "
            "how many seats are on paper or on a shared phone. Nothing else, by design."
        ),
        Text("People see their own answers."),
        Text("The projector shows the promise, the code and the same counts."),
    ),
    ("frozen", 1): PhaseTexts(
        Text("Round one is closed"),
        Text("You see how many have joined and finished, still no answer. You count the people."),
        Text("People see their own answers. What they answer now is kept and not counted."),
        Text("The projector says that the round is closed."),
    ),
    ("revealed", 1): PhaseTexts(
        Text("The dots are shown"),
        Text("You see the dots of all questions, and groups that are large enough. No scores yet."),
        Text("People see the same, and their own answer beside it."),
        Text("The projector shows the question that you choose."),
    ),
    ("open", 2): PhaseTexts(
        Text("Round two is open"),
        Text("You see the dots of round one, and how many have finished round two."),
        Text("People answer the chosen questions again, alone."),
        Text("The projector shows which questions are asked again."),
    ),
    ("frozen", 2): PhaseTexts(
        Text("Round two is closed"),
        Text("You see the dots of round one. Those of round two are not shown yet."),
        Text("People see their own answers. What they answer now is kept and not counted."),
        Text("The projector says that the round is closed."),
    ),
    ("revealed", 2): PhaseTexts(
        Text("Both rounds are shown"),
        Text("You see the dots of both rounds."),
        Text("People see the same, and their own answers."),
        Text("The projector shows the question that you choose, before and after."),
    ),
    **{
        ("agreed", number): PhaseTexts(
            Text("Profile and actions"),
            Text("You see the profile, targets, what is around you, and actions."),
            Text("People see the profile, and what is agreed so far. No more answers are kept."),
            Text("The projector shows the step you are at."),
        )
        for number in (1, 2)
    },
    **{
        ("closed", number): PhaseTexts(
            Text("Closed"),
            Text("You see everything that was agreed. You can still write what became of the actions."),
            Text("People see what was agreed and what became of it."),
            Text("The projector shows thanks."),
        )
        for number in (1, 2)
    },
}

TITLE = Text("Your workshops")
LEAD = Text("Everything you need to lead a room: prepare, rehearse, open, reveal, agree.")
PREPARE = Text("Prepare a workshop")
REHEARSE = Text("Rehearse with invented people")
REHEARSE_ABOUT = Text(
    "A rehearsal takes a click and touches nothing real: nine invented people have answered, and you lead them."
)
NO_WORKSHOP, NO_WORKSHOP_DO = Text("No workshop yet."), Text("A rehearsal is a good first one.")
TO_SITES = Text("Sites: what others may know of each place, and what it shares")
TO_SOLO = Text("Answer alone, or with several people at one screen")

UNNAMED = Text("A workshop without a name yet")
EXAMPLE = Text("Example")
KEPT_UNTIL = Text("kept until {day}")
GO_ON_PREPARING, LEAD_IT, LOOK_AT_IT = Text("Go on preparing"), Text("Lead it"), Text("Look at it")
ENTER = Text("{button}: {title}")
"""The button of a workshop, said with the workshop's name."""

WHO_SITS_HERE = Text("Who sits at this desk")
DESKS_ABOUT = Text(
    "Every browser that once opened a facilitator's link stays at this desk, and sees all workshops on it, until it is "
    "sent away. Then its link ends too, and what it has open saves and fetches nothing more. You are shown a new link."
)
SEND_AWAY = Text("Send all other browsers away")
OTHERS_SENT_AWAY = Text(
    "Done. This browser alone is at the desk now, and the old link leads nowhere. This is the new one, shown once:"
)

ERASE_THIS = Text("Erase this workshop")
ERASE_ABOUT = Text(
    "All answers, what was agreed, and everyone's way back to it are erased for good. If you promised that people hear "
    "back, tell them another way first."
)
ERASE_SURE = Text("Yes, erase this workshop")
ROOM_ERASED = Text("The workshop is erased.")
ERASE = Text("Erase")

ONLY_HERE = Text(
    "This address leads to this computer only. So that phones in the room can join, stop CoSMoS and start it with "
    "“cosmos run --lan”. No internet is needed, only the same network."
)
