"""Texts of the report of one person's own answers, where it says more than that of a room, or says it to one person."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from models.workshop import Kind

CAUTION_OF_ONE = Text(
    "A reflection of one person's answers on one day, to talk about. Not a measurement of a service, and nothing to "
    "rank or compare services by."
)
"""Stands in every file of one person's answers."""

EXAMPLE = Text("An example. The answers are invented.")
PEOPLE: Mapping[Kind, Text] = {
    "alone": Text("One person"),
    "shared": Text("Several people, at one screen"),
    "room": Text("One person"),
}
"""Who answered."""

THEMES = Text("The answers behind it")
SKETCH = Text("One question each: a first sketch.")
SCALE = Text(
    "From 0 to 4. A theme with too few answers has a gap. A grey bar is where the score could lie with the missing "
    "answers."
)
SCORE = Text("Score, 0\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}4")
STAGE = Text("Stage")
COULD_LIE = Text("Could lie between")
ANSWERED = Text("{n}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{of} ({share})")
READING = Text("Read another way: {title}")
PILLAR = Text("{title}.")
PILLAR_SCORE = Text("{theme}: {score}")

REASONS = Text("Why these scores")
WORTH = Text("{answer} ({worth}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{top})")
WHY = Text("Why: {words}")
EVIDENCE = Text("Evidence: {words}")
REACHES = Text("Every answer reaches the stage “{stage}”.")
NEXT_STAGE = Text("What “{stage}” would look like here:")

THOUGHTS = Text("In my own words")
SAID = Text("What I said")

MAPS = Text("On the maps")
MAP_NOTE = Text("A map is not a ladder: no place is the goal.")
MAP_CAPTION = Text("Where I see the work")
MAP_KEY = Text("{letter}: {place}.")
HERE = Text("here")
PROMPTS = Text("{place}. To talk about:")

SURROUNDINGS = Text("What helps, what hinders")
WHY_HERE = Text("Why here:")
NOTHING_RAISED = Text("The answers raise no external factor. That does not mean there is none.")

METHOD = Text("What this rests on")
SOURCES = Text("The questions draw on:")
