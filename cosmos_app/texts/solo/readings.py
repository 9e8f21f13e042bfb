"""How others may read an invented story, beside how the visitor did."""

from cosmos_app.texts.message import Text

READINGS_TITLE = Text("How others may read it")
READINGS_LEAD = Text(
    "The same story, read in good faith, leads people to different situations. That is what the talk is for."
)
YOUR_CHOICE = Text("Your choice")
LEFT_OPEN = Text("You left this open.")
TALK_ABOUT_STORY = (
    Text("Where did you weigh one sentence of the story more than another?"),
    Text("Whose word in the story did you believe, and why?"),
    Text("Which question would you need to ask before you could be sure?"),
)
HOW_TO_READ_SITUATIONS = Text(
    "How to read the situations: when only part of one is true, the one before it fits. A rule on paper does not "
    "count until somebody could name an example."
)
NOW_YOUR_OWN_WORK = Text("Now look at your own work")

THE_STORY = Text("The story")
HOW_OTHERS_READ = Text("How others read it, in good faith")
"""Beside the dots of a room."""
