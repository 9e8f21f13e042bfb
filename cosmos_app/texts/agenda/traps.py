"""Traps: what goes wrong in rooms of people, and what a facilitator does then."""

from dataclasses import dataclass

from cosmos_app.texts.message import Text


@dataclass(frozen=True, slots=True)
class Trap:
    """Something that goes wrong in rooms.

    Attributes:
        sign: How the facilitator notices it.
        then: What to do.
    """

    sign: Text
    then: Text


NO_PHONE = Trap(
    Text("Somebody has no phone"),
    Text(
        "Lend them a device that you brought. Or somebody they trust presses for them, sitting where nobody else can "
        "see."
    ),
)
READING = Trap(
    Text("Somebody finds reading hard"),
    Text(
        "Read each question and its situations aloud to everyone: that singles nobody out. A helper may read and "
        "press, but never suggests."
    ),
)
REMOTE = Trap(
    Text("People who join from elsewhere are not heard"),
    Text("Give them the first word on every question. Ask one person in the room to look out for them."),
)
SILENCE = Trap(
    Text("Nobody speaks"),
    Text("Count to ten without a word. Then give pairs two minutes, and ask what the pairs found, not who said it."),
)
ONE_VOICE = Trap(
    Text("One person speaks for the others"),
    Text("Thank them. Then ask for two voices that have not been heard: what else might people have seen?"),
)
HIERARCHY = Trap(
    Text("Eyes turn to the person in charge"),
    Text(
        "Before you start, ask those in charge to speak last. If they are asked to judge, hand the question to the "
        "room."
    ),
)
UPSET = Trap(
    Text("Somebody is upset"),
    Text("Pause for everyone. Offer quiet and company outside. Nobody has to explain, to stay, or to come back."),
)
HARM = Trap(
    Text("Somebody tells of harm"),
    Text(
        "Thank them; don't ask for more in the room. Talk with them alone at once, never promise to keep it secret, "
        "and follow your rules for protecting people. Name the person from the promise."
    ),
)
TIME = Trap(
    Text("Time is running out"),
    Text("Say so aloud. Park what is left instead of hurrying, and keep the minutes for actions and the close."),
)
