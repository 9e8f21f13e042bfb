"""Texts of preparing a workshop: what it is about, what is asked, time and privacy, what is missing."""

from collections.abc import Mapping

from cosmos_app.texts.message import Plural, Text
from models.plan import LONGEST_OPTION, MOST_LOCAL, MOST_OPTIONS, Agenda, LocalKind
from models.smallest_group import DEFAULT_K, SMALLEST_K

TITLE = Text("Prepare a workshop")
LEAD = Text("Saved as you type. Nothing here can be changed once people are let in.")

# --- what it is about -------------------------------------------------------------------------------------------------

ABOUT = Text("What it is about")
INITIATIVE, INITIATIVE_HINT = (
    Text("The service or project you look at"),
    Text("For example: Home visits for older people"),
)
SITE, SITE_HINT = Text("The place"), Text("For example: Harbour district")
WAVE, WAVE_HINT = Text("Which time this is, if there were others"), Text("For example: Autumn 2026")
PREVIOUS = Text("It follows an earlier workshop")
PREVIOUS_ONE = Text("{initiative}, {wave}")
PREVIOUS_NONE = Text("No, it is the first")
PREVIOUS_HELP = Text("Then the room begins with what became of last time's actions.")
LIKE_LAST_TIME = Text("Begin with what was prepared then")
LIKE_LAST_TIME_HELP = Text(
    "What was asked, the questions of your own, the promise and the rest take the place of what stands here. What "
    "happened after last time is left for you to say."
)

# --- what people are asked --------------------------------------------------------------------------------------------

ASKED = Text("What people are asked")
DEPTH = Text("How much of it?")
DEPTH_TEXTS: Mapping[str, Text] = {
    "short": Text("The short form: one question on each theme. In a workshop this is usually right"),
    "full": Text("The full form, for people who answer before they meet"),
}
SOME_THEMES = Text("Only some themes of “{title}”: {low} or {high}, with all their questions")
ALL_THEMES = Text("All themes")
PRACTICE = Text("Practise first on an invented story?")
NO_PRACTICE = Text("No, begin with our own work")
PRACTICE_HELP = Text(
    "Everyone first rates the same page of story, which takes about six minutes. It shows how differently people read "
    "the same thing, and how strictly this group reads the situations, which helps when sites are compared."
)
LOCAL = Text("Questions of your own")
LOCAL_ABOUT = Text(
    "Up to three, asked last. They count in no score. What people choose is shown as dots like everything else; what "
    "they write in their own words is for themselves, and for the talk."
)
LOCAL_ASK, LOCAL_ASK_HINT = Text("Your question {number}"), Text("For example: Which evening suits you?")
LOCAL_KIND = Text("How is question {number} answered?")
LOCAL_KIND_TEXTS: Mapping[LocalKind, Text] = {
    "choice": Text("Choose one"),
    "checklist": Text("Choose several"),
    "text": Text("In their own words"),
}
LOCAL_OPTIONS = Text("What can be chosen in question {number}: one on each line")

# --- what people can rely on ------------------------------------------------------------------------------------------

PROMISE = Text("What people can rely on")
FILL_IN = Text("Fill empty lines with sentences to finish")
TRY_OUT = Text("It is a try-out among colleagues")
KEPT_UNTIL = Text(
    "People also read how long all this is kept. If you let them in today, that is until {day}. Then the program "
    "erases it. Whoever runs CoSMoS for you can change the period before you let people in."
)

# --- time and privacy -------------------------------------------------------------------------------------------------

HOW = Text("Time and privacy")
AGENDA = Text("How much time is there?")
AGENDA_TEXTS: Mapping[Agenda, Text] = {
    "45": Text("45 minutes: two questions to talk about, one round"),
    "90": Text("90 minutes: three questions to talk about, a second round if you like"),
    "2x60": Text("Twice 60 minutes: first you answer and talk, then you agree and choose"),
}
NAMED = Text("Do people give a name?")
NAMED_TEXTS: Mapping[str, Text] = {
    "no": Text("No names. The reasons people write are for themselves alone"),
    "yes": Text("Names. Once the answers are shown, everyone reads who wrote which reason. Dots never carry a name"),
}
NAMED_WARNS = Text("With names, some people will write less, or not what they think.")
SMALLEST_GROUP = Text("The smallest group whose answers are shown")
LARGE_ROOM_K = 8
"""Smallest group, in people, that is offered to large rooms."""

GROUP_SIZES: Mapping[int, Text] = {
    DEFAULT_K: Text("{k} people: the usual"),
    SMALLEST_K: Text("{k} people: not advised. Others can often work out what one of so few chose"),
    LARGE_ROOM_K: Text("{k} people: for large rooms"),
}
"""The smallest groups that can be chosen, in people, each with what speaks for it or against it."""

LANGUAGES = Text("Languages people will speak")
LANGUAGES_HINT = Text("So that somebody can interpret, or sit beside them")

# --- sittings ---------------------------------------------------------------------------------------------------------

SITTINGS = Text("More than one meeting, or people who join from elsewhere")
SITTINGS_ABOUT = Text(
    "Another time or place with a code of its own, such as one for people who use the service only, or one online. All "
    "answers are shown together, and nothing tells who sat where."
)
EVERYBODY = Text("Everybody")
SITTING, SITTING_HINT = Text("Another sitting"), Text("For example: Peers, Monday morning")
REMOTE = Text("These people join from elsewhere")
ADD = Text("Add it")

# --- opening ----------------------------------------------------------------------------------------------------------

LACKING_LEAD = Text("Before you can let people in, please say, also where square brackets are left:")
LACKING: Mapping[str, Text] = {
    "site": Text("where it is"),
    "initiative": Text("what it is about"),
    "asked": Text("what you ask (if you choose themes: three or four)"),
    "local": Text("your own questions: {most} at most"),
    "smallest_group": Text("the smallest group: {k} people at least"),
    "promise.asked_by": Text("who asked for it"),
    "promise.can_change": Text("what can change"),
    "promise.cannot_change": Text("what can't change"),
    "promise.last_time": Text("what happened after last time"),
    "promise.reward": Text("what people get for their time"),
    "promise.hear_back": Text("when people hear back"),
    "promise.who_sees": Text("who can see what"),
    "promise.controller": Text("who is responsible for what is kept of people"),
    "promise.data_contact": Text("whom people can ask about what is kept of them"),
    "promise.legal_basis": Text("why you may keep what people say"),
    "promise.harm_contact": Text("whom to tell if someone is being harmed"),
}
"""What a plan may lack, by the names that ``models.plan.missing`` gives it."""

LACKING_IN_QUESTION: Mapping[str, Text] = {
    "ask": Text("your question {number}: what you ask"),
    "again": Text("your question {number}: something you have not asked yet"),
    "few": Text("your question {number}: what can be chosen, two lines at least"),
    "many": Text("your question {number}: what can be chosen, {most} lines at most"),
    "twice": Text("your question {number}: each choice only once"),
    "long": Text("your question {number}: shorter choices, {most} letters at most"),
}
"""What a question of the room's own may lack, by the last part of the name "local.NUMBER.FAULT"."""

_LIMITS = {"local": MOST_LOCAL, "many": MOST_OPTIONS, "long": LONGEST_OPTION}

NOTHING_LACKING = Text("Everything is said. Read the promise aloud to yourself once: is every sentence true?")
TAKES_MINUTES = Plural(
    "Answering takes each person about {n} minute.", "Answering takes each person about {n} minutes."
)


def lacking(part: str) -> str:
    """What a plan lacks, in words.

    Args:
        part: As ``models.plan.missing`` names it.

    >>> lacking("site"), lacking("local.2.many")
    ('where it is', 'your question 2: what can be chosen, 12 lines at most')
    """
    _, *question = part.split(".")
    if part.startswith("local.") and len(question) > 1:
        number, fault = question
        return LACKING_IN_QUESTION[fault](number=number, most=_LIMITS.get(fault))
    return LACKING[part](most=_LIMITS.get(part), k=SMALLEST_K)
