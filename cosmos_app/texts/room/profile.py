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
    Text("Median"),
    Text("Index, groups weighing the same"),
    Text("Answered"),
    Text("Agreed stage"),
    Text("Target"),
    Text("Whose hands"),
)
PART_OF_MAP = Text("Part of this map is not shown here.")
