"""Texts of what a room decides on a question, of what it answers again, and of how the workshop was for people."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text

TITLE = Text("What we make of it")
HELP = Text(
    "No names and no roles. Read aloud what you are about to write: the wall and all phones show it as soon as you "
    "leave a field."
)
WHERE_ARE_WE = Text("Where are we?")
AGREED_OR_BOTH: Mapping[str, Text] = {
    "agreed": Text("We can all live with one of these"),
    "both": Text("We see it in two ways"),
}
THE_SITUATION = Text("The situation we can all live with, for now")
CHOOSE_A_SITUATION = Text("Choose a situation")
ONE_SIDE, OTHER_SIDE = Text("One view, and why"), Text("The other view, and why")
NOTE, EVIDENCE = Text("What we heard"), Text("What others could look at")
EVIDENCE_HINT = Text("Minutes, a photo, a notice")
LINK = Text("Its web address")
TAKE_BACK = Text("Take it back")

AGAIN = Text("The questions to answer again, {most} at most")
AGAIN_HINT = Text("Choose what you talked about")

FEEDBACK_TITLE = Text("How it was for people")
FEEDBACK_LATER = Text("It is shown once the workshop is closed, if enough people have said something.")
FEEDBACK_TOO_FEW = Text("Fewer than {k} people have said something, so it is not shown.")
FEEDBACK_STEP = Text("{step}: {n}")
