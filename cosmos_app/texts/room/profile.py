"""Texts of a room's profile: its pictures, its table, its maps."""

from cosmos_app.texts.message import Text

EVERYONE = Text("Everyone")
FIRST_SKETCH = Text("One question each: this short profile is a first sketch.")
SHAPE = Text("The shape")
BY_THEME = Text("Theme by theme")
STAGES = Text("How far the answers reach")
TABLE = Text("The profile of the room as a table")
TABLE_HEADS = (
    Text("Theme"),
    Text("People"),
    Text("Index, 0 to 4"),
    Text("Questions shown"),
    Text("Median"),
    Text("Index, groups weighing the same"),
    Text("Answered"),
    Text("Agreed stage"),
    Text("Target"),
    Text("Whose hands"),
)
IN_PART = Text("Not every question of these themes can be shown, so their index rests on the others: {themes}.")
THEME_IN_PART = Text("{theme} ({shown} of {all} questions)")
TOO_FEW_QUESTIONS = Text("These themes have no index, because too few of their questions can be shown: {themes}.")
SCORED_BY_RULES = Text(
    "These themes have no index of a group. Their rules look at all answers of one person together, and that is not "
    "shown."
)
OF_GROUP = Text("{group}: {words}")
STAGES_NOTE = Text(
    "A dot is one answer to a question of the theme, at the stage that it reaches. Questions with several ticks are "
    "left out."
)
PART_OF_MAP = Text("Part of this map is not shown here.")
