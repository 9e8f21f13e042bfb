"""Texts of the form on paper, and of the screen on which it is typed in."""

from collections.abc import Mapping
from dataclasses import dataclass

from cosmos_app.texts.message import Plural, Text

# --- on the form ------------------------------------------------------------------------------------------------------

PROMISE_TITLE = Text("What you can rely on")
ON_PAPER = Text(
    "On paper, one more person sees your answers: whoever types them in. So please put no name on this form."
)
ONLY_ON_A_PHONE = (
    Text(", unless everyone says yes to it in private"),
    Text(
        " If you were here last time as well, you choose whether what you said then and now is compared; if enough "
        "people do, shown is how many they are and how much they changed on average, never who."
    ),
)
"""What the usual promise (``room.promise.WHO_SEES``) says of choices that a form on paper does not ask for.

A form leaves it out, so each must stand in that promise word for word.
"""

TO_FILL_IN_TITLE = Text("How to fill this in")
TO_FILL_IN = (
    Text(
        "For each question, read all the situations. Tick the box of the one that comes closest to what you have seen."
    ),
    Text("There are no right answers and no marks. You may leave out any question, and stop at any time."),
    Text(
        "If none of them fits, tick one of these: ? for “I don't know”, x for “this does not apply here”, o for “this "
        "is outside our control”."
    ),
    Text("To change your mind, cross out the wrong box and tick another."),
)
NEEDS_MINUTES = Plural("You need about {n} minute.", "You need about {n} minutes.")
SHORT_FORM = Text("Some numbers are missing on purpose: those questions are in the longer form.")
SECOND_TITLE = Text("Some questions again")
SECOND = (
    Text("We have talked about these questions. Change your answer or keep it: both are fine."),
    Text("If you leave a question out, your first answer stays."),
    Text("Write the number of your first sheet at the top. Without it, this sheet can't be counted."),
    Text("On paper, one more person sees your answers: the one who types them in."),
)
"""What a form says that asks some questions a second time."""

BACK_TITLE = Text("When you are done")
BACK = Text(
    "Give the form back before the round is closed. Somebody from the workshop then types your answers in, and they "
    "count like everyone's. What comes back later is typed in too, but counts in no result."
)
ROLE_ASKED = Text("Who are you to the service?")
ROLE_WHY = Text(
    "Some questions are put differently to people who use the service. Nobody is asked to prove anything. Tick one."
)
BETWEEN = Text("From {low} to {high}.")
AT_LEAST = Text("{low} or more.")
AT_MOST = Text("{high} at most.")
HINTS: Mapping[str, Text] = {
    "checklist": Text("Tick all that fit."),
    "number": Text("Write a number."),
    "text": Text("Please don't name anyone."),
    "date": Text("Write year, month and day."),
    "actor": Text("A role or a group; please don't name anyone."),
    "actors": Text("One on each line."),
    "links": Text("One web address on each line."),
}
"""What is said below a question about how it is answered, by its kind; nothing where one situation is ticked."""

WHY_LINE = Text("Why, if you like:")
ONLY_FOR = Text("Only for people of this group: {families}. If you ticked “{unsaid}” above, answer it too.")
ASKED_AS = Text("{family}: {stem}")
SHEET_NUMBER = Text("Sheet no.")
FIRST_SHEET_NUMBER = Text("Number of your first sheet")
PAGE = Text("Page {page} of {pages}")
DEFINITION = Text("{title} · version {version} · {fingerprint}")
FITS = Text("For whoever types this in. The same letters and digits stand on the screen:")
THANKS = Text("Thank you.")

# --- how it is typed in -----------------------------------------------------------------------------------------------

_TYPE_ONE = Text("Type one of {letters}, or ? x o, or - for a blank; for example: {code} a")
HOW_TO_TYPE: Mapping[str, Text] = {
    "role": Text("Type one of {letters}, or - if nothing is ticked."),
    **dict.fromkeys(("rubric", "rating", "choice", "experience"), _TYPE_ONE),
    "checklist": Text("Type all that are ticked, of {letters}, or ? x o, or - for a blank; for example: {code} ab"),
    "number": Text("Type the number, or ? x o, or - for a blank; for example: {code} 12"),
    "text": Text("Type the words, or ? x o, or - for a blank; for example: {code} It went well"),
    "date": Text("Type year, month and day, or ? x o, or - for a blank; for example: {code} 2026-03-31"),
    "actor": Text("Type the role or group, or ? x o, or - for a blank; for example: {code} the nurses"),
    "actors": Text("Type them with ; between, or ? x o, or - for a blank; for example: {code} nurses; parents"),
    "links": Text(
        "Type the addresses with ; between, or ? x o, or - for a blank; for example: {code} https://example.org"
    ),
}
"""What can be typed, by the kind of question."""


@dataclass(frozen=True, slots=True)
class Misreading:
    """What is said of a line that can't be taken as an answer.

    Attributes:
        wrong: What is wrong with it.
        mend: What to type instead; None where what can be typed as the answer to the question says it.
    """

    wrong: Text
    mend: Text | None = None


MISREADINGS: Mapping[str, Misreading] = {
    "no-such-question": Misreading(
        Text("There is no question {code} on this form."),
        Text("Look at the paper: a code is a letter and a number, such as {example}."),
    ),
    "no-such-question-but-near": Misreading(
        Text("There is no question {code} on this form."),
        Text('Did you mean "{near}"? Look at the paper: a code is a letter and a number, such as {example}.'),
    ),
    "nothing-next": Misreading(
        Text("Everything on this sheet is typed in, so it is not clear what this answers."),
        Text("To correct an answer, put its code before it: A1 b"),
    ),
    "code-alone": Misreading(Text("{code} stands here without an answer.")),
    "no-such-answer": Misreading(Text('{code} has no answer "{typed}".')),
    "several-answers": Misreading(
        Text("{code} takes one answer, and you typed {n}."),
        Text("Is it not clear which one is meant? Then type - for a blank."),
    ),
    "no-number": Misreading(Text('{code}: "{typed}" is not a number.')),
    "no-reason": Misreading(Text("Who somebody is takes no reason.")),
    "long-reason": Misreading(
        Text("{code}: the reason has {n} characters; at most {most} are kept."), Text("Shorten it.")
    ),
    "not-kept": Misreading(Text("{code}: {because}")),
}
"""By the fault of a ``workshop.paper.entries.MisreadError``."""

MISREAD = Text("You typed “{line}”. {wrong} {mend}")

# --- on the screen ----------------------------------------------------------------------------------------------------

TITLE = Text("Forms on paper")
LEAD = Text("For people who would rather write than press. Their answers count like everyone's.")
PRINT_FIRST = Text("Forms on paper can be printed once people are let in.")
FORM = Text("The form")
GET_FORM = Text("The form, to print")
GET_LARGE = Text("The same in large print")
GO_TYPING = Text("Type in what comes back")
NUMBER_THEM = Text(
    "Write a number on each form when it comes back, not when you hand it out, and keep no list of who had which. Tell "
    "each person their number: if some questions are asked again, it goes on their second sheet. CoSMoS keeps the "
    "number until the close. Destroy the paper once it is counted, in a way you can tell people about. A form does not "
    "ask whether small groups may be shown; so they stay hidden once a sheet is counted."
)
NEW_SHEET = Text("The number on the paper")
NEW_SECOND_SHEET = Text("The number of the person's first sheet")
NEW_SHEET_BUTTON = Text("Type it in")
NO_SHEETS = Text("No paper is being typed in.")
ACCEPTANCE: Mapping[str, Text] = {
    "held": Text(
        "The round is closed. You can still type papers in; they are kept for the record and count in no result, "
        "unless the round is opened again before the dots are shown."
    ),
    "refused": Text("Papers can't be typed in any more: the answers are shown."),
}
"""What becomes of a paper that is counted now; nothing is said of one that simply counts."""

SHEET_TITLE: Mapping[str, Text] = {"first": Text("Sheet {label}"), "second": Text("Sheet {label}, the second time")}
SHEET_LEAD: Mapping[str, Text] = {
    "first": Text("One line for each answer, then Enter. Everything is kept at once."),
    "second": Text(
        "From the paper once more, without looking at the first time. Differences show where a finger slipped."
    ),
}
CHECK_FITS = Text("Does the form on the table carry the same letters and digits?")
FINGERPRINT = Text("{title}: {fingerprint}")
TYPE_HERE = Text("Type here")
TAKE = Text("Take it")
LANGUAGE = (
    Text("a: that is ticked, for the question that comes next"),
    Text("A1 c: that is ticked in A1; so you also correct an answer"),
    Text("A1 c: They asked me: with the reason that stands beside it"),
    Text("ac: both are ticked, where several can be"),
    Text("?: don't know; x: does not apply; o: outside our control; each with a reason after a colon, if there is one"),
    Text("-: left blank, or not to be read"),
)
"""The language of entries, by example."""

HOW_IT_WORKS = Text("What you can type")
QUESTION = Text("{code}. {ask}")
ALL_TYPED = Text("Everything on this sheet is typed in.")
UNDERSTOOD = Text("{code} {text} · {meaning}")
UNDERSTOOD_WORDS = Text("{code} {text}")
UNDERSTOOD_BLANK = Text("{code} · left blank")
TAKEN = Text("{entry}.")
NOT_ASKED_OF_THEM = Text("{entry}. But it is not asked of this person. {why} It is kept, and counts in no result.")
STILL_MISSING = Text("Still missing, {number}: {codes}.")
REST_BLANK = Text("Nothing else is ticked: leave the rest blank")
TYPED_SO_FAR = Text("Typed so far, {number}")
AGAIN = Text("Type it a second time")
AGAIN_WHY = Text("Two typings without a difference are safer than one. Another person can do the second.")
COUNT = Text("Count this sheet")
COUNT_AFTER_ONE = Text("Count it after one typing")
COUNT_MEANS = Text(
    "From then on it is one of the answers in the room, like one given on a phone. Nobody sees it singly again, and it "
    "can't be typed in a second time."
)
COUNTED = Text("Sheet {label} is counted.")
DIFFER = Text(
    "Answers in which the two typings differ: {number}. Look at the paper: what does it say? If neither is right, type "
    "it above once more, then take the second."
)
DIFFER_SAYS: Mapping[str, Text] = {"first": Text("First: {entry}"), "second": Text("Second: {entry}")}
DIFFER_RIGHT: Mapping[str, Text] = {
    "first": Text("{code}: the first is right"),
    "second": Text("{code}: the second is right"),
}
NO_DIFFERENCE = Text("Both typings say the same.")
OPEN_SHEET = Text("Go on with it")
GONE = Text("This sheet is not here any more: it was counted or thrown away in another window.")
NOT_KEPT = Text("This line could not be kept. Nothing is lost: it stands in the field still.")
BACK_TO_ROOM = Text("Back to the workshop")
BACK_TO_SHEETS = Text("Back to all sheets")
THROW_AWAY = Text("Throw this sheet away")
THROW_AWAY_SURE = Text("What was typed from it is erased, and counts nowhere. The paper can be typed in anew.")
WAITING = Text("Sheets on paper that are typed in, or begun, and not counted: {number}.")
WAITING_MEANS: Mapping[str, Text] = {
    "close_round": Text(
        "Sheets on paper that are typed in, or begun, and not counted: {number}. Count them first, under “Forms on "
        "paper”: once the round is closed, they count in no result."
    ),
    "show_dots": Text(
        "Sheets on paper that are typed in, or begun, and not counted: {number}. They will count in no result. To "
        "count them, open the round again first."
    ),
}
"""What becomes of such sheets by a step that is to be taken."""

PROGRESS: Mapping[str, Text] = {
    "first": Text("{typed} typed, {missing} missing"),
    "typed": Text("typed once, and complete"),
    "second": Text("second typing: {typed} typed, {missing} missing"),
    "differs": Text("typed twice: {differences} to settle"),
    "same": Text("typed twice, without a difference"),
}
"""How far a sheet is."""
