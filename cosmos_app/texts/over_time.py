"""Words of what changed from one time to the next, on pages and in reports."""

from collections.abc import Mapping

CHANGE_LEAD = "One site, one piece of work, at two times. A rise is no success by itself, and a fall no failure."
NO_THREADS = "No site that shares has been asked twice about the same work yet."
NO_THREADS_DO = "This page fills when a second workshop of the same place and the same work has talked."

WHOSE_CHANGE = "Whose change"
FROM_WHEN_TO_WHEN = "From when to when"
THEME_BY_THEME = "Theme by theme"
CHANGE_AS_A_TABLE = "Change, theme by theme, as a table"
THEME = "Theme"
CHANGE_HEADS = ("Difference", "Could lie between", "Questions in common", "The same people", "By chance?")
"""Heads of the table beside the picture, after the theme and the two times (``charts.change_rows``)."""

SINCE_LAST_TIME = "What changed since last time"
CAUTIONS: Mapping[str, str] = {
    "standards": (
        "Standards may have risen. Whoever has learned to look more closely may rate the same practice lower than "
        "before."
    ),
    "other-people": "These may be other people than last time, so a difference may be theirs and not the work's.",
    "few": "They are few. One more person, or one fewer, could move every figure here.",
}
"""What to keep in mind about a change."""
KEEP_IN_MIND = "Keep in mind"
THEN_TEST = (
    "To find out, ask the room: “How would you answer the old questions about then, now?” The difference between that "
    "and what you said then is how far your standards have moved."
)
OVERLAP: Mapping[str, str] = {
    "came_before": "{n} of them said that they were here last time.",
    "linked": "{n} of them let what they said be compared with what they said then.",
}
NOT_SAID_WHO = "How many of them were here before is not known, or not shown."
LIKELY_ABOUT = (
    "A bar with ends shows where the index likely lies, if only some of the team have answered (83 % intervals). Where "
    "the two bars of a theme do not touch, it has likely changed. Among eight themes, one may well move by chance."
)
LINKED_ABOUT = (
    "The same people: the mean change of those who were there both times and agreed to be compared. By chance: whether "
    "a change as large would come about less often than once in twenty times if nothing had changed and each of them "
    "had moved up or down by luck alone (exact sign-flip test). It says nothing about why."
)
