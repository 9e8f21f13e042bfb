"""What helps and what hinders: factors that answers raise, whose hands each is in, and people's own."""

from collections.abc import Mapping

from cosmos_app.texts.message import Plural, Text

FACTORS_TITLE = Text("What helps, what hinders")
FACTORS_LEAD = Text(
    "Things outside the team that shape this work. Perhaps some of them are at work here; you will know better."
)
WORTH_A_LOOK = Text("Perhaps worth a look")
NONE_RAISED = Text("Your answers raise none so far.")
NONE_RAISED_DO = Text("That does not mean there are none: look through the list below.")
LESS_STRONGLY = Plural("{n} more, raised less strongly", "{n} more, raised less strongly")
OUTSIDE_CONTROL = Text("**Outside our control:** {question}")
WHY_HERE = Text("Why here?")
ALL_FACTORS = Text("All factors")
NOT_RAISED = Text("Not raised does not mean not there.")
OF_CATEGORY = Text("{category} ({n})")

YOUR_OWN = Text("Your own")
WHAT_ELSE = Text("What else shapes this work from outside?")
A_WORD_ABOUT_IT = Text("A word about it, if you like")
ADD_IT = Text("Add it")
REMOVE_FACTOR = Text("Remove “{name}”")

DIRECTIONS: Mapping[str, Text] = {
    "helps": Text("Can help"),
    "hinders": Text("Can hinder"),
    "both": Text("Can help or hinder"),
}

WHOSE_HANDS = Text("Whose hands is this in?")
LOCI: Mapping[str, Text] = {
    "control": Text("In our control"),
    "influence": Text("We can influence it"),
    "concern": Text("We live with it"),
}
"""What a team can do about a factor or a condition around it."""
