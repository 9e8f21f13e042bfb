"""Texts of reports: those of a room, and what the report of one person says alike."""

from collections.abc import Mapping
from datetime import date

from cosmos_app.texts.message import Plural, Text
from cosmos_app.texts.numbers import percent
from cosmos_app.texts.over_time import SINCE_LAST_TIME
from cosmos_app.texts.room.dots import NOT_SHOWN
from cosmos_app.texts.solo.factors import LOCI

LANGUAGES = ("en",)
"""Languages that the texts of reports are written in, as in BCP 47."""

HEADS: Mapping[str, Text] = {
    "summary": Text("On one page"),
    "promise": Text("What people could rely on"),
    "disagreement": Text("Where we differ"),
    "dots": Text("Question by question"),
    "profile": Text("The profile"),
    "stages": Text("How far the answers reach"),
    "change": SINCE_LAST_TIME,
    "maps": Text("Where people see the work"),
    "surroundings": Text("What surrounds the work"),
    "settled": Text("What we made of it"),
    "actions": Text("What we will do"),
    "feedback": Text("How it was for people"),
    "method": Text("How to read this, and what it rests on"),
}
"""Heads of what can go in the report of a room, by the keys of ``report.room_report.CONTENTS``."""

IN_THIS_REPORT = Text("In this report")
UNNAMED = Text("A workshop without a name")
CONTINUED = Text("{title} (continued)")
PAGE_TITLE = Text("{title}: something to talk about")
TERM = Text("{term}:")
SPEAKER_NOTES = Text("{caption}. {alt}")
EXAMPLE = Text("An example: place, people and answers are invented.")
UNTRANSLATED = Text(
    "The questions are in “{language}”. The words of this report around them are not translated yet, and are in "
    "English."
)

# What everything rests on.
SHORT_CAUTION = Text("To talk about. Not to rank or compare by.")
SOURCE = Text("{people} · {answered} answered · {definition} · {date} · {caution}")
SOURCE_OF_ROOM = Text("{people} · {definition} · {date} · {caution}")
PEOPLE = Plural("{n} person", "{n} people")
WORKSHOP_ON = Text("Workshop on")
WRITTEN_ON = Text("Written on")
WHO_ANSWERED = Text("Who answered")
WHO = Text("{people}.")
WHO_BY_GROUP = Text("{people}. {groups}.")
GROUP_SIZE = Text("{group}: {n}")
GROUPS_HIDDEN = Text("{people}, from {n} groups that are too small to show apart.")
NO_GROUPS = Text("Groups were too small to be shown apart.")
LOOKED_AT = Text("What we looked at")
SMALLEST = Text("No figure of fewer than")
ROUNDS = Text("How often we answered")
ROUNDS_ANSWERED: Mapping[int, Text] = {
    1: Text("once"),
    2: Text("twice; after the talk, some questions again"),
}
FORMS: Mapping[str, Text] = {
    "short": Text("{title} (short form: one question on each theme, a first sketch)"),
    "full": Text("{title} (full form)"),
}
PRACTICE = Text("An invented story that we practised on. Nothing of it counts.")
PRACTISED = Text("Practised first on an invented story: {title}")
PRACTISED_ON = Text("{title} (practised on an invented story)")

# One page.
AGREED_ON = Text("What we agreed")
NOTHING_AGREED = Text("Nothing was agreed on yet.")
ALIKE = Text("Where we see it alike")
DIFFER = Text("Where we differ most")
MOST_CHOSE = Text("{question} Chosen most often: “{answer}” ({n} of the {of} who chose).")
WE_AGREED = Text("{question} “{answer}”")
TWO_VIEWS = Text("{question} One view: {one} The other view: {other}")
LIES = Text("{question} {shape}.")
NOTHING_ALIKE = Text("On no question do most answers lie close together.")
NO_DIFFERENCE = Text("No question divides us clearly. That may mean that we agree, or that some of us kept quiet.")
NO_ACTIONS = Text("No action was written down.")
ACTION = Text("{what} ({who})")
AND_MORE = Plural("And {n} more, further on.", "And {n} more, further on.")
OF_LEVEL = Text("{level}: {words}")

# Questions.
OWN_WORDS = Text("People answered this in their own words, which are theirs alone and in no report.")
PEOPLE_HEAD = Text("People")
LETTER = Text("Mark")
SITUATION = Text("Situation")
HOW_MANY = Text("How many chose what")
HOW_THEY_LIE = Text("{short}. {long}")
ROUND_ALT = Text("{round}: {alt}")
HEAR_FIRST = Text("Hear this first, chosen by few")
GROUP = Text("Group")
WE_AGREED_HEAD = Text("We agreed, for now")
NO_DISAGREEMENT = Text("No question divides us clearly, and no disagreement was written down.")

# The profile.
THE_SHAPE = Text("The shape")
BY_THEME = Text("Theme by theme")
BY_GROUP = Text("Theme by theme, group by group: index from 0 to 4, and people behind it")
EVERYONE = Text("Everyone")
THEME = Text("Theme")
INDEX = Text("Index, 0 to 4")
QUESTIONS_SHOWN = Text("Questions shown")
MEDIAN = Text("Median")
BALANCED = Text("Index, groups weighing the same")
ANSWERED = Text("Answered")
AGREED_STAGE = Text("Agreed stage")
TARGET = Text("Target")
HANDS = Text("Whose hands")
STAGES_NOTE = Text(
    "Each answer to a question of the theme reaches one of these stages. Answers are counted, not people, and nobody "
    "is averaged. Questions with several ticks are left out."
)
KEEP_IN_MIND = Text("Keep in mind:")

# Maps and what surrounds the work.
MAP_PLACE = Text("Place")
MAP_WHERE = Text("Where on the map")
MAP_HIDDEN = Text("{map}: not shown here.")
MAP_PART = Text("Part of this map is not shown here.")
MAP_NOTE = Text("People are counted where they see the work. No place is better than another.")
OUTSIDE = Text("Outside our control")
BROUGHT_UP_BY = Text("Answers to these questions bring it up:")
TO_TALK_ABOUT = Text("To talk about:")
MOST_RAISED = Text("What the answers bring up most clearly; it may be looked at, and left aside.")
NOTHING_RAISED = Text("The answers have brought up nothing from the list of what can surround such work.")
OWN_FACTORS = Text("What else we named ourselves")

# What becomes of it.
ACTION_HEADS = (
    Text("What"),
    Text("Who sees to it"),
    Text("By when"),
    Text("How it stands"),
    Text("What became of it"),
)
ACTIONS = Text("What we said we would do")
LAST_TIME = Text("What we said last time, and what became of it")
PARKED = Text("To come back to")
FEEDBACK_N = Plural("{n} person said something.", "{n} people said something.")
FEEDBACK_STEP = Text("{step}: {n}")
FEEDBACK_WORDS = Text("What people said, in no order of theirs")

# The method.
METHOD = (
    Text("A dot is one person's answer. Everybody answered alone before anyone saw anything; the dots carry no names."),
    Text(
        "“{hidden}” stands wherever fewer than {k} people are behind a figure, or where such a figure could be worked "
        "out from others, unless everybody in the room agreed in private that small groups are shown. It says nothing "
        "about why."
    ),
    Text(
        "“Answered” is the share of all answers, of everyone to whom a question applies, that hold a chosen situation. "
        "“Don't know” and “outside our control” are answers too, and never count as zero. What does not apply is left "
        "out."
    ),
)
METHOD_SCORES = (
    Text(
        "The index of a theme is the mean of its questions that are shown, from 0 to 4. Some questions weigh more than "
        "others. The number of people beside it is the fewest who answered one of these questions. Where a question is "
        "not shown, the index rests on the others, and we say how many they are. Where too few are shown, there is no "
        "index. So an index tells nothing that the questions below it don't tell."
    ),
    Text(
        "A median stands beside an index only where ten people or more answered all of the theme's questions. In a "
        "smaller group it could tell what one person chose. With groups weighing the same, a large group doesn't speak "
        "for a small one. Levels are never added up."
    ),
    Text(
        "Read differences before averages. Nothing here says how good a service is, and no figure here is made to be "
        "set beside that of another place."
    ),
)
DEFINITIONS = Text("What was asked, exactly")
DEFINITION_HEADS = (
    Text("Questionnaire"),
    Text("Version"),
    Text("Mark of its text"),
    Text("People"),
    Text("Computed with"),
)
DEFINITION = Text("{questionnaire} {version} ({hash})")
"""A questionnaire in its version, with the first characters of its definition's hash."""


def is_translated(language: str) -> bool:
    """Whether the texts of reports are written in a language, or in the one that it is a kind of ("en" of "en-GB")."""
    return language.split("-", maxsplit=1)[0] in LANGUAGES


def people_in_words(n: int | None) -> str:
    """How many people; None where that is not shown, for whatever reason."""
    return NOT_SHOWN() if n is None else PEOPLE(n)


def share_in_words(share: float | None) -> str:
    """A share in [0, 1]; None where that is not shown."""
    return NOT_SHOWN() if share is None else percent(share)


def hands_in_words(locus: str | None) -> str:
    """Whose hands something is in; "" if nobody said."""
    return LOCI[locus]() if locus else ""


def source(people: str, completeness: float | None, definition: str, day: date) -> str:
    """The line below a table or a picture: what it rests on.

    Args:
        people: Those behind it, in words.
        completeness: Share answered, in [0, 1]; None where that is not shown.
        definition: What was asked, with its version.
        day: Of the answers.
    """
    return SOURCE(
        people=people,
        answered=share_in_words(completeness),
        definition=definition,
        date=day.isoformat(),
        caution=SHORT_CAUTION(),
    )
