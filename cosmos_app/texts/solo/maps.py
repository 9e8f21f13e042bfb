"""The maps of one person: where they see the work, and where to look from there."""

from cosmos_app.texts.message import Text

MAPS_TITLE = Text("Where you see it")
MAPS_LEAD = Text("The same work on several maps. Others may place it elsewhere, and that is worth a talk.")
NO_LADDER = Text("A map is not a ladder: no place is the goal, and work may move in any direction, and back.")
NONE_PLACED = Text("You have not placed the work on any map yet.")
NONE_PLACED_DO = Text("One question answered is enough to begin with.")
ANOTHER_MAP = Text("The same answers on another map: {map}")
NOT_PLACED_YET, ON_THE_FULL_FORM = Text("Not placed yet"), Text("On the full form")
"""Heads of the maps without a mark, by why."""

NOT_PLACED_HERE = Text("You have not placed the work here.")
NOT_PLACED_HERE_DO = Text("The map stands here to look at.")
WORTH_A_LOOK_FROM_HERE = Text("Worth a look from here")
THEMES_THERE = Text("{questionnaire}: {themes}")
QUOTED = Text("“{title}”")
"""A theme, or a factor, in a list of them."""
