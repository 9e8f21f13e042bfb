"""Words of what changed from one time to the next, on pages and in reports."""

from collections.abc import Mapping

from cosmos_app.texts.message import Plural, Text

CHANGE_TITLE = Text("Over time")
CHANGE_LEAD = Text("One site, one piece of work, at two times. A rise is no success by itself, and a fall no failure.")
NO_THREADS = Text("No site that shares has been asked twice about the same work yet.")
NO_THREADS_DO = Text("This page fills when a second workshop of the same place and the same work has talked.")

WHOSE_CHANGE = Text("Whose change")
FROM_WHEN_TO_WHEN = Text("From when to when")
THEME_BY_THEME = Text("Theme by theme")
CHANGE_AS_A_TABLE = Text("Change, theme by theme, as a table")
THEME = Text("Theme")
CHANGE_HEADS = (
    Text("Difference"),
    Text("Could lie between"),
    Text("Questions in common"),
    Text("The same people"),
    Text("By chance?"),
)
"""Heads of the table beside the picture, after the theme and the two times (``charts.change_rows``)."""

SINCE_LAST_TIME = Text("What changed since last time")
CAUTIONS: Mapping[str, Text] = {
    "standards": Text(
        "Standards may have risen. Whoever has learned to look more closely may rate the same practice lower than "
        "before."
    ),
    "other-people": Text("These may be other people than last time, so a difference may be theirs and not the work's."),
    "few": Text("They are few. One more person, or one fewer, could move every figure here."),
}
"""What to keep in mind about a change."""
KEEP_IN_MIND = Text("Keep in mind")
THEN_TEST = Text(
    "To find out, ask the room: “How would you answer the old questions about then, now?” The difference between that "
    "and what you said then is how far your standards have moved."
)
OVERLAP: Mapping[str, Plural] = {
    "came_before": Plural(
        "{n} of them said that they were here last time.", "{n} of them said that they were here last time."
    ),
    "linked": Plural(
        "{n} of them let what they said be compared with what they said then.",
        "{n} of them let what they said be compared with what they said then.",
    ),
}
"""How many were there both times, by the field of ``models.change.Overlap``."""
NOT_SAID_WHO = Text("How many of them were here before is not known, or not shown.")
LIKELY_ABOUT = Text(
    "A bar with ends shows where the index likely lies, if only some of the team have answered (83 % intervals). Where "
    "the two bars of a theme do not touch, it has likely changed. Among eight themes, one may well move by chance. "
    "Only a theme of which ten people or more answered every question has a bar."
)
LINKED_ABOUT = Text(
    "The same people: the mean change of those who were there both times and agreed to be compared, question by "
    "question. It says nothing about why."
)
CHANCE_ABOUT = Text(
    "By chance: whether a change as large would come about less often than once in twenty times if nothing had changed "
    "and each of them had moved up or down by luck alone (exact sign-flip test). We say it only where ten people or "
    "more answered every question of the theme both times."
)
