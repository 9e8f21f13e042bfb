"""Texts of the audit log: what was exported and erased, by whom and when."""

from collections.abc import Mapping

from cosmos_app.storage.audit import BY_COMMAND, BY_SERVER, AuditLine, DeedKind
from cosmos_app.texts.days import day_in_words
from cosmos_app.texts.message import Plural, Text

TITLE = Text("What was taken out and erased")
ABOUT = Text(
    "Every report and export, and every erased workshop, with the day and who did it. No answers, and no names of "
    "people. A line is kept for {days} days."
)
NOTHING = Text("Nothing has been taken out or erased yet.")
AND_OLDER = Plural("And {n} older line.", "And {n} older lines.")

DEEDS: Mapping[DeedKind, Text] = {
    "exported": Text("Figures of {workshop} were taken out as {detail}."),
    "reported": Text("A report of {workshop} was taken out as {detail}."),
    "shared": Text("What {workshop} shares with other sites was taken out as {detail}."),
    "backed-up": Text("Everything in this store was copied to a backup."),
    "erased": Text("{workshop} was erased."),
    "erased-seat": Text("A seat that nobody used was taken away from {workshop}, with its answers."),
    "erased-when-due": Text("{workshop} was erased: its day had come."),
    "erased-visits-when-due": Text("Visits of one person were erased: their day had come. There were {detail}."),
}
NAMED = Text("“{title}”")
GONE = Text("Workshop {number}")
NO_WORKSHOP = Text("no workshop")
BY: Mapping[str, Text] = {
    BY_COMMAND: Text("By a command on the computer that keeps the answers."),
    BY_SERVER: Text("By the program itself."),
}
BY_THIS_DESK = Text("By this browser.")
BY_A_DESK = Text("By the browser {number}, which was at this desk.")
LINE = Text("{day}: {deed} {by}")

SHORT = 8
"""Letters of a workshop's id that are shown once it is erased."""


def audit_line(line: AuditLine, titles: Mapping[str, str], this_desk: str) -> str:
    """A line of the log, in words.

    Args:
        line: The line.
        titles: Of the workshops that are still there, by id.
        this_desk: Number of the desk that looks at it.
    """
    deed = DEEDS[line.deed](workshop=_workshop(line.workshop, titles), detail=line.detail)
    return LINE(day=day_in_words(line.on_day), deed=deed, by=_by(line.doer, this_desk))


def _by(doer: str, this_desk: str) -> str:
    if doer in BY:
        return BY[doer]()
    return BY_THIS_DESK() if doer == this_desk else BY_A_DESK(number=doer)


def _workshop(workshop: str | None, titles: Mapping[str, str]) -> str:
    if workshop is None:
        return NO_WORKSHOP()
    return NAMED(title=titles[workshop]) if workshop in titles else GONE(number=workshop[:SHORT])
