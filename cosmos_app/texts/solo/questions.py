"""The questions and their check: how each kind is asked, how far one is, what an edit did to the rest of the form."""

from collections.abc import Mapping

from cosmos_app.texts.message import Plural, Text, paragraph
from cosmos_app.texts.page import MINUTES
from cosmos_app.texts.room.participants import YOUR_FIRST, YOUR_FIRST_NONE
from cosmos_app.texts.values import answer_read
from models.answers import AnswerSheet, KnownBy
from models.items import Item
from models.progress import Change, Progress

SEEN_BY_ALL = Text("What is written on this page is seen by everyone at once.")
SAVED = Text("Saved.")
LOOK_AGAIN = Text("Look again")
NOTHING_FOR_YOU = Text("None of these questions is for you: they are for people in other roles.")
"""In place of questions, where a form asks somebody nothing."""

DONE_MINUTES = Text("{done} of {shown} questions, about {minutes} left")
DONE_ALL = Text("{done} of {shown} questions, all dealt with")
PART_DONE_MINUTES = Text("{part}: {done} of {shown} questions, about {minutes} left")
PART_DONE_ALL = Text("{part}: {done} of {shown} questions, all dealt with")
DEALT_WITH = Text("{done} of {shown} questions dealt with")
"""How far somebody is, while they answer and elsewhere; {part} names a questionnaire where several are asked."""

OR = Text("Or")
"""Before the ways to give no answer, below a field to write in."""
FOR_EXAMPLE_A_DATE = Text("For example 2026-03-31")
ONE_ON_EACH_LINE = Text("One on each line.")
ROLE_OR_GROUP = Text("A role or a group; please don't name anyone.")
WITH_UNIT = Text("{question} ({unit})")

ADD_WHY = Text("Add why, or how you know")
HOW_DO_YOU_KNOW = Text("How do you know?")
KNOWN_BY: Mapping[KnownBy, Text] = {
    "seen": Text("I have seen it"),
    "heard": Text("I have heard of it"),
    "guess": Text("It is a guess"),
}
"""How people know what they answered."""
WHY_THIS = Text("Why did you choose this?")
COULD_LOOK_AT = Text("Something others could look at")
COULD_LOOK_AT_HINT = Text("Minutes, a photo, a talk you remember")
WEB_ADDRESS = Text("Its web address")
ITS_DATE = Text("Its date")
WRITE_THE_DATE = Text("Write the date as 2026-03-31.")
NOT_KEPT_YET = Text("It is not kept yet.")

BACK, NEXT, NEXT_PART = Text("Back"), Text("Next"), Text("Next part")
CHECK_OPEN = Text("Check what is open")
GO_TO_ROOM = Text("Go to the room")

REVIEW_TITLE = Text("Check your answers")
REVIEW_LEAD = Text("Nothing has to be complete. What you left open counts as missing, never as zero.")
STILL_OPEN = Plural("{n} still open", "{n} still open")
ALL_DEALT_WITH = Text("All dealt with")
ANSWER = Text("Answer")
KEPT_NOT_COUNTED = Text("Kept, but not counted")
KEPT_NOT_COUNTED_ABOUT = Text(
    "An earlier answer of yours means that these are not asked now. If you change it, they come back."
)

NO_LONGER_ASKED = Plural(
    "One question is no longer asked. What you said is kept and does not count.",
    "{n} questions are no longer asked. What you said is kept and does not count.",
)
ASKED_AGAIN = Plural(
    "One question is asked again, with the answer you gave before.",
    "{n} questions are asked again, with the answer you gave before.",
)
OPENED = Plural(
    "Your answer opened one more question on this form.", "Your answer opened {n} more questions on this form."
)


def how_far(progress: Progress, part: str | None) -> str:
    """How far somebody is with the questions.

    Args:
        progress: Their progress.
        part: Title of the questionnaire, where several are asked.
    """
    counts = {"done": progress.done, "shown": progress.shown}
    if progress.minutes_left:
        minutes = MINUTES(progress.minutes_left)
        if part is None:
            return DONE_MINUTES(**counts, minutes=minutes)
        return PART_DONE_MINUTES(**counts, part=part, minutes=minutes)
    return DONE_ALL(**counts) if part is None else PART_DONE_ALL(**counts, part=part)


def effect_of(change: Change) -> str:
    """What an edit did to the rest of the form."""
    effects = ((NO_LONGER_ASKED, change.hidden), (ASKED_AGAIN, change.brought_back), (OPENED, change.opened))
    return paragraph(*(text(len(items)) for text, items in effects if items))


def first_answer(item: Item, before: AnswerSheet) -> str:
    """What somebody chose in the first round of a workshop, for them alone."""
    answer = answer_read(item, before.answer(item.id), notes=False)
    return YOUR_FIRST(answer=answer) if answer else YOUR_FIRST_NONE()
