"""Texts of the copy that people take along of what they said in a room."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text

TITLE = Text("What I said")
ABOUT = Text("A copy for you alone of what you said in this workshop.")
WORKSHOP = Text("Workshop")
MY_ROLE = Text("My role")
MY_OTHER_ROLE = Text("I also have")
LIVED_EXPERIENCE = Text("lived experience of a service like this")
MY_NAME = Text("My name")
SMALL_GROUPS = Text("Show small groups?")
CONSENT: Mapping[bool, Text] = {True: Text("I said yes"), False: Text("I said no")}
SECOND_ROUND = Text("{title}: the second round")
NOT_COUNTED = Text("Kept for you, and counted in no result.")
YOURS_ALONE = Text(
    "This is yours. Nobody may ask you to show it. It holds nothing that others said. On a shared device, erase the "
    "file when you have read it."
)
