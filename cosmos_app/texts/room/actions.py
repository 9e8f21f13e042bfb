"""Texts of what a room will do: actions with owner and date, what became of them, and what is parked."""

from cosmos_app.texts.message import Text

NO_ACTIONS = Text("No action yet. One that is done beats three that are not.")
MOST_ACTIONS = Text("Three actions are enough. Park the rest.")
NO_LAST_ACTIONS = Text("There is no earlier workshop to report on. Say what the promise says about last time.")

ACTION = Text("An action")
WHAT = Text("What will be done?")
OWNER = Text("Who sees to it? A role, not a name")
DUE = Text("By when?")
SUBJECT = Text("It comes from")
NO_SUBJECT = Text("Nothing in particular")
ADD = Text("Add it")
REMOVE = Text("Remove")
FROM = Text("from: {subject}")

STATUS = Text("How does it stand?")
BECAME = Text("What became of it, in plain words")
BECAME_HINT = Text("Also if nothing did, and why")

PARKED = Text("Parked for another time")
PARK_WHAT = Text("Something to come back to")
PARK = Text("Park it")
