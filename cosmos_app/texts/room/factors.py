"""Texts of what surrounds a room: the external factors that its answers raise, and those it names itself."""

from cosmos_app.texts.message import Text

NO_FACTORS = Text(
    "The answers have brought up nothing from this list. That doesn't mean that nothing is there: add your own."
)
OUTSIDE = Text("Outside our control")
BROUGHT_UP_BY = Text("Answers to these questions bring it up")

OWN = Text("What else shapes this work from outside?")
OWN_NOTE = Text("A word about it")
ADD = Text("Add it")
REMOVE = Text("Remove")
