"""Learning from each other: who worked on the same theme, what they did, and whom one may ask."""

from collections.abc import Mapping

from cosmos_app.texts.message import Plural, Text

LEARN_TITLE = Text("Learn from each other")
LEARN_LEAD = Text("Who has worked on the same theme, what they tried, what came of it, and whom you may ask.")
WHAT_ABOUT = Text("What it is about")
WHICH_IS_YOURS = Text("Which site do you ask for?")
NONE_OF_THESE = Text("None of these")
YOUR_PRIORITY = Text("Which theme do you want to learn about?")
CHOOSE_A_THEME = Text("Choose a theme")
WHO_KNOWS = Text("How many sites have something to tell")
KNOWN_TO_NOBODY = Text("{theme}: nobody yet")
KNOWN_TO = Plural("{theme}: {n} site", "{theme}: {n} sites")
"""How many sites have something to tell about a theme."""
OTHERS_KNOW = Text("Others who know about “{theme}”")
NO_MATCHES = Text("Nobody who shares their stories has worked on this yet.")
NO_MATCHES_DO = Text("Choose another theme. Or be the first: note what you do and what becomes of it.")
MAY_ASK = Text("You may ask them: {contact}")
MAY_NOT_ASK = Text("They share this, and did not agree to be asked.")

OUTCOMES: Mapping[str, Text] = {
    "done": Text("They did something about it"),
    "dropped": Text("They began something, and stopped"),
    "open": Text("They are working on it"),
    "no-step": Text("They have something to show, and noted no step"),
}
"""What a site says of a theme; from what it did alone, never from a figure."""

IN_COMMON: Mapping[str, Text] = {
    "service": Text("the kind of service"),
    "people": Text("whom it is for"),
    "compelled": Text("whether people may choose"),
    "stage": Text("how far the work is"),
    "started_by": Text("who started it"),
    "size": Text("how many people it is for"),
    "country": Text("the country"),
    "languages": Text("the languages"),
}
"""What two sites may have in common or not, by the field of their cards."""

NOTHING_IN_COMMON = Text("nothing that both cards say")
SAID_IN_COMMON = Text("In common: {what}.")
DIFFERENT = Text("Different: {what}.")
INDICES = Text("Index, one time after the other: {indices}.")
AIMS_FOR = Text("They aim for {target}.")
COULD_LOOK_AT = Text("What others could look at")
SURROUNDS = Text("What surrounds you, and others too")
YOURS = Text("{site} (yours)")
NO_COMMON_FACTORS = Text("Nothing that came up around your site came up around another that shares its stories.")
NO_OWN_STORIES = Text("Your site does not share its stories, so they can't be laid beside those of others.")
NOTHING_DONE = Text("Nothing was noted that was done about it.")
COMMON_TO = Text("{factor}: {sites}")
NOTHING_DONE_YET = Text("Around you and them as well. Nobody has noted yet what was done about it.")
