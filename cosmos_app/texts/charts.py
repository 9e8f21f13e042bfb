"""Texts of pictures: what is drawn in them, what a mark says when pointed at, and what to see for those who can't."""

from collections.abc import Mapping, Sequence

from cosmos_app.texts.message import Plural, Text
from models.agreement import Shape
from models.items import Moment

PEOPLE = Plural("one person", "{n} people")
RANGE = Text("{lower} to {upper}")
STAGE = Text("Stage {stage}")
"""Name of a stage where a questionnaire gives none."""

# Keys of pictures, and the same words where a mark is pointed at.
NOW = Text("Now")
MOMENTS: Mapping[Moment, Text] = {"start": Text("At the start"), "now": NOW}
SCORE = Text("Score")
NO_SCORE = Text("no score")
TARGET = Text("Where we want to be")
ONE_ANSWER = Text("One answer")
COULD_LIE = Text("Could lie here")
COULD_LIE_BECAUSE = Text("Could lie here, with the missing answers")
COULD_LIE_BETWEEN = Text("Could lie from {range}, with the missing answers")
MARK = Text("{name}: {number}")
"""A mark of a picture when pointed at: what it is, and where it stands."""

SPOKE_MARK = Text("{theme}. {name}: {number}")
RADAR_HOVER = Text("{theme}: {score} of 4")
N = Text("n {n}")
"""People behind a figure, as it stands in a picture."""

N_AND_SCORE = Text("n {n} · {score}")
SCORE_AND_N = Text("{score} (n {n})")
SCORE_IN_PART = Text("{score} (n {n}, {shown} of {all} questions)")
SHOWN_OF_ALL = Text("{shown} of {all}")
"""Questions of a theme that are shown, of those that were asked."""


# The profile of a group.
INDEX_OF_ALL = Text("Index: the mean of the questions shown")
INDEX_BALANCED = Text("Index with each group counting alike")
MEDIAN = Text("Median: as many people above it as below")

# The board.
HEAR_FIRST = Text("Hear this first")
BESIDE = Text("Beside them: {counts}")
SILENCE_COUNT = Text("{n} {silence}")
ANSWERS = Plural("{n} answer", "{n} answers")
SITUATION_MARK = Text("{choice}. {situation} ({people})")
GROUP_MARK = Text("{group}. {choice}: {people}")

# Sites, and one site over time.
NOT_CALIBRATED = Text("The index, not calibrated")
LIKELY = Text("Where it likely lies, if not all have answered")
COULD_LIE_MISSING = Text("Where it could lie, with the missing answers")
BEFORE_AFTER = Text("{before} → {after}")
THEN_MARK = Text("{theme}, {when}: {score}")
CHANGE_MARK = Text("{theme}, {when}: {score}, n {n}")
CHANGE_MARK_LIKELY = Text("{theme}, {when}: {score}, likely between {lower} and {upper}, n {n}")

# By chance? Beside the change of those who were there both times.
SELDOM = Text("would seldom come by chance")
MAY_BE = Text("may be chance")
TOO_FEW_CHANGED = Text("too few of them changed")
IN_COMMON = Text("{common} of {all}")
WHO_THEN = Text("{when}: {people}, {questionnaire} {version}, {day}")
WHO_BOTH_TIMES = Text("{before} → {after}. {overlap}")

# Maps.
GRID_CELL = Text("{column_axis}: {column}. {row_axis}: {row}")
AXIS_CELL = Text("{axis}: {position}")
PLACE_MARK = Text("{place}. {cell}")

# Lists within the sentences below.
NAMES_AND_LAST = Text("{names} and {last}")
NAMES_OR_LAST = Text("{names} or {last}")
NAMES_AND_MORE = Text("{names} and {n} more")
CHOICE_COUNT = Text("{choice} {n}")
THEME_SCORE = Text("{theme}: {score}")
THEME_SCORE_TARGET = Text("{theme}: {score}, target {target}")
PROFILE_SCORE = Text("{profile} {score}")
PROFILE_SCORE_FROM = Plural("{profile} {score} from at least one person", "{profile} {score} from at least {n} people")

# What to see in a profile, whether of one person or of a group.
RADAR = Plural(
    "Radar with {n} theme, from 0 at the middle to 4 at the rim.",
    "Radar with {n} themes, from 0 at the middle to 4 at the rim.",
)
LINES_FOR = Plural(
    "Lines for {n} theme, from 0 at the left to 4 at the right.",
    "Lines for {n} themes, from 0 at the left to 4 at the right.",
)
PROFILE_DOTS = Plural(
    "Dots: the answers behind the score of {n} theme, each in a line from 0 to 4.",
    "Dots: the answers behind the score of {n} themes, each in a line from 0 to 4.",
)
GROUP_LINES = Plural(
    "Lines: {n} theme, each from 0 to 4, with the index of the group.",
    "Lines: {n} themes, each from 0 to 4, with the index of the group.",
)
NO_SCORE_YET = Text("There is no score yet.")
EVERY_SCORE = Text("Every score is {score}.")
HIGHEST_LOWEST = Text("Highest: {highest}, {high}. Lowest: {lowest}, {low}.")
GAPS = Text("Too few answers for a score, so a gap: {themes}.")
GROUP_GAPS = Text("No score, so a gap: {themes}.")
TARGETS_NEAR = Text("Where you want to be is less than one stage away everywhere.")
TARGETS_FAR = Text("Farthest from where you want to be: {themes}, {distance} away.")
ANSWERS_APART = Text("Answers lie farthest apart in {themes}: {distance} of 4.")
ANSWERS_CLOSE = Text("The answers of each theme lie close together.")
MOST_OPEN = Text("Missing answers leave most open in {themes}: {range}.")
ALL_SCORES = Text("All scores: {scores}.")
OF_PROFILE = Text("{profile}: {sentences}")
PROFILES_APART = Text("Farthest apart in {themes}: {distance}.")
PROFILES_ALIKE = Text("Both are alike wherever both have a score.")

# A group, theme by theme: what stands behind the title of each.
ALL_THEMES = Text("All: {themes}.")
THEME = Text("{theme}: {figures}")
GROUP_INDEX = Text("index {score}")
GROUP_INDEX_FROM = Plural("index {score} from at least one person", "index {score} from at least {n} people")
GROUP_IN_PART = Text("{shown} of {all} questions")
GROUP_BALANCED = Text("each group counting alike {score}")
GROUP_MEDIAN = Text("median {score}")
GROUP_TARGET = Text("target {score}")

# What to see in the dots of questions and of stages.
SHAPES: Mapping[Shape, Text] = {
    "alike": Text("The answers lie close together."),
    "spread": Text("The answers are spread out."),
    "camps": Text("The answers lie in camps, with few between them."),
}
ITEM_HIDDEN = Text("Dots of one question: not shown here.")
ITEM_DOTS = Plural(
    "Dots: {n} answer, each dot one of them, over {first} to {last} from left to right.",
    "Dots: {n} answers, each dot one of them, over {first} to {last} from left to right.",
)
NOBODY_CHOSE_ANY = Text("Nobody chose any of them.")
NOBODY_CHOSE = Text("Nobody chose {choices}.")
ALL_CHOSE = Text("All chose {choice}.")
MOST_CHOSE = Text("Chosen most often: {choice}, {n}.")
MOST_CHOSE_EACH = Text("Chosen most often: {choices}, {n} each.")
HEARD_FIRST = Plural(
    "To be heard first: {choice}, chosen by one person.", "To be heard first: {choice}, chosen by {n} people."
)
BESIDE_THEM = Text("Beside them: {counts}.")
ALL_COUNTS = Text("All: {counts}.")
STRIP = Plural("{n} answer: {counts}", "{n} answers: {counts}")
STRIP_HIDDEN = Text("Not shown here")
FAMILY_DOTS = Text("Dots: answers to one question by group, over {first} to {last} from left to right.")
FAMILY = Plural("{group}: {n} answer, {counts}.", "{group}: {n} answers, {counts}.")
STAGE_DOTS = Plural(
    "Dots: how many answers reach each stage, for {n} theme.",
    "Dots: how many answers reach each stage, for {n} themes.",
)
AT_STAGES = Plural("{theme}: {n} answer, {counts}.", "{theme}: {n} answers, {counts}.")
HIDDEN_ROW = Text("{title}: not shown here.")

# What to see in sites and in change.
SITES = Plural("{theme}: one site, each from 0 to 4.", "{theme}: {n} lines, each from 0 to 4.")
SITE = Text("{site}: {figures}.")
SITE_LIKELY = Text("likely between {lower} and {upper}")
SITE_NOT_RATED = Text("practice case not rated")
PANEL = Plural("{site}: {n} theme from 0 to 4.", "{site}: {n} themes from 0 to 4.")
PANEL_TIMES = Text("Times: {times}.")
PANEL_THEMES = Text("{themes}.")
THEN = Text("{before}, then {after}")
CHANGE = Plural(
    "One theme from 0 to 4, first {first}, then {then}.", "{n} themes from 0 to 4, first {first}, then {then}."
)
CHANGED = Text("{theme}: {before} to {after}.")

# What to see on a map.
MAP = Text("Map: {title}.")
MAP_EMPTY = Text("Nobody has placed the work on it yet.")
MAP_MOMENT = Text("{when}: {places}.")
MAP_PLACE = Plural("one person in {place} ({cell})", "{n} people in {place} ({cell})")

MOST_NAMED = 3
"""Names in a list, before "and … more"."""


def names_in_words(names: Sequence[str], last: Text = NAMES_AND_LAST) -> str:
    """Names in a row, at most ``MOST_NAMED``.

    >>> names_in_words(()), names_in_words(("A", "B", "C"), NAMES_OR_LAST), names_in_words("ABCDE")
    ('', 'A, B or C', 'A, B, C and 2 more')
    """
    if len(names) > MOST_NAMED:
        return NAMES_AND_MORE(names=", ".join(names[:MOST_NAMED]), n=len(names) - MOST_NAMED)
    if len(names) < 2:
        return "".join(names)
    return last(names=", ".join(names[:-1]), last=names[-1])


def counts_in_words(labels: Sequence[str], counts: Sequence[int]) -> str:
    """Counts by the labels of what was chosen.

    >>> counts_in_words(("A", "B"), (0, 3))
    'A 0, B 3'
    """
    return ", ".join(CHOICE_COUNT(choice=label, n=count) for label, count in zip(labels, counts, strict=True))
