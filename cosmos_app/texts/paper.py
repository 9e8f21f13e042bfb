"""Words of the form on paper, and of the screen on which it is typed in."""

from collections.abc import Mapping

# --- on the form ------------------------------------------------------------------------------------------------------

PROMISE_TITLE = "What you can rely on"
ON_PAPER = "On paper, one more person sees your answers: whoever types them in. So please put no name on this form."
ONLY_ON_A_PHONE = (
    ", unless everyone says yes to it in private",
    " If you were here last time as well, you choose whether what you said then and now is compared; if enough people "
    "do, shown is how many they are and how much they changed on average, never who.",
)
"""What the usual promise says of choices that a form on paper does not ask for; a form leaves it out."""
TO_FILL_IN_TITLE = "How to fill this in"
TO_FILL_IN = (
    "For each question, read all the situations. Tick the box of the one that comes closest to what you have seen.",
    "There are no right answers and no marks. You may leave out any question, and stop at any time.",
    "If none of them fits, tick one of these: ? for “I don't know”, x for “this does not apply here”, o for “this is "
    "outside our control”.",
    "To change your mind, cross out the wrong box and tick another.",
    "You need about {minutes} minutes.",
)
SHORT_FORM = "Some numbers are missing on purpose: those questions are in the longer form."
BACK_TITLE = "When you are done"
BACK = (
    "Give the form back before the round is closed. Somebody from the workshop then types your answers in, and they "
    "count like everyone's. What comes back later is typed in too, but counts in no result."
)
ROLE_ASKED = "Who are you to the service?"
ROLE_WHY = (
    "Some questions are put differently to people who use the service. Nobody is asked to prove anything. Tick one."
)
NO_NAMES = "Please don't name anyone."
BETWEEN = "From {low} to {high}."
AT_LEAST = "{low} or more."
AT_MOST = "{high} at most."
TICK: Mapping[str, str] = {
    "rubric": "",
    "rating": "",
    "choice": "",
    "experience": "",
    "checklist": "Tick all that fit.",
    "number": "Write a number.",
    "text": NO_NAMES,
    "date": "Write year, month and day.",
    "actor": "A role or a group; please don't name anyone.",
    "actors": "One on each line.",
    "links": "One web address on each line.",
}
"""What is said below a question about how it is answered, by its kind."""

WHY_LINE = "Why, if you like:"
ONLY_FOR = "Only for people of this group: {families}. If you ticked “{unsaid}” above, answer it too."
ASKED_AS = "{family}: {stem}"
SHEET_NUMBER = "Sheet no."
PAGE = "Page {page} of {pages}"
DEFINITION = "{title} · version {version} · {mark}"
FITS = "For whoever types this in. The same letters and digits stand on the screen:"
THANKS = "Thank you."

# --- how it is typed in -----------------------------------------------------------------------------------------------

HOW_TO_TYPE: Mapping[str, str] = {
    "role": "Type one of {marks}, or - if nothing is ticked.",
    **dict.fromkeys(
        ("rubric", "rating", "choice", "experience"),
        "Type one of {marks}, or ? x o, or - for a blank; for example: {code} a",
    ),
    "checklist": "Type all that are ticked, of {marks}, or ? x o, or - for a blank; for example: {code} ab",
    "number": "Type the number, or ? x o, or - for a blank; for example: {code} 12",
    "text": "Type the words, or ? x o, or - for a blank; for example: {code} It went well",
    "date": "Type year, month and day, or ? x o, or - for a blank; for example: {code} 2026-03-31",
    "actor": "Type the role or group, or ? x o, or - for a blank; for example: {code} the nurses",
    "actors": "Type them with ; between, or ? x o, or - for a blank; for example: {code} nurses; parents",
    "links": "Type the addresses with ; between, or ? x o, or - for a blank; for example: {code} https://example.org",
}
"""What can be typed, by the kind of question."""

NO_SUCH_CODE = "There is no question {code} on this form."
NOT_A_CHOICE = '{code} has no answer "{typed}".'
CODE_ALONE = "{code} stands here without an answer."
NO_REASON = "Who somebody is takes no reason."
NOTHING_NEXT = (
    "Everything on this sheet is typed in, so it is not clear what this answers.",
    "To correct an answer, put its code before it: A1 b",
)

# --- on the screen ----------------------------------------------------------------------------------------------------

PAPER_LEAD = "For people who would rather write than press. Their answers count like everyone's."
PRINT_FIRST = "Forms on paper can be printed once people are let in."
GET_FORM = "The form, to print"
GET_LARGE = "The same in large print"
TO_TYPING = "Forms on paper"
GO_TYPING = "Type in what comes back"
NUMBER_THEM = (
    "Write a number on each form when it comes back, not when you hand it out, and keep no list of who had which. "
    "Destroy the paper once it is counted, in a way you can tell people about. A form does not ask whether small "
    "groups may be shown; so they stay hidden once a sheet is counted."
)
NEW_SHEET = "The number on the paper"
NEW_SHEET_BUTTON = "Type it in"
NO_SHEETS = "No paper is being typed in."
TAKEN_NUMBER = "A sheet {label} is being typed in already. Give this paper another number, or go on with that one."
NUMBER_MISSING = "Write a number on the paper first, and type it here."
STANDING: Mapping[str, str] = {
    "counted": "",
    "held": (
        "The round is closed. You can still type papers in; they are kept for the record and count in no result, "
        "unless the round is opened again before the dots are shown."
    ),
    "refused": "Papers can't be typed in any more: the first round is over, and they belong to it.",
}
"""What becomes of a paper that is counted now."""

SHEET_TITLE: Mapping[str, str] = {"first": "Sheet {label}", "second": "Sheet {label}, the second time"}
SHEET_LEAD: Mapping[str, str] = {
    "first": "One line for each answer, then Enter. Everything is kept at once.",
    "second": "From the paper once more, without looking at the first time. Differences show where a finger slipped.",
}
CHECK_FITS = "Does the form on the table carry the same letters and digits?"
TYPE_HERE = "Type here"
TAKE = "Take it"
LANGUAGE = (
    "a: that is ticked, for the question that comes next",
    "A1 c: that is ticked in A1; so you also correct an answer",
    "A1 c: They asked me: with the reason that stands beside it",
    "ac: both are ticked, where several can be",
    "?: don't know; x: does not apply; o: outside our control; each with a reason after a colon, if there is one",
    "-: left blank, or not to be read",
)
"""The language of entries, by example."""

HOW_IT_WORKS = "What you can type"
NEXT = "{code}. {ask}"
ALL_TYPED = "Everything on this sheet is typed in."
UNDERSTOOD = "{code} {text} · {told}"
BLANK_TOLD = "{code} · left blank"
NOT_ASKED_OF_THEM = "But it is not asked of this person. {why} It is kept, and counts in no result."
MISREAD = "You typed “{line}”. {wrong} {mend}"
STILL_MISSING = "Still missing, {number}: {codes}."
REST_BLANK = "Nothing else is ticked: leave the rest blank"
TYPED_SO_FAR = "Typed so far, {number}"
AGAIN = "Type it a second time"
AGAIN_WHY = "Two typings without a difference are safer than one. Another person can do the second."
COUNT = "Count this sheet"
COUNT_AFTER_ONE = "Count it after one typing"
COUNT_MEANS = (
    "From then on it is one of the answers in the room, like one given on a phone. Nobody sees it singly again, and it "
    "can't be typed in a second time."
)
COUNTED = "Sheet {label} is counted."
DIFFER = (
    "Answers in which the two typings differ: {number}. Look at the paper: what does it say? If neither is right, type "
    "it above once more, then take the second."
)
DIFFER_SAYS: Mapping[str, str] = {"first": "First: {told}", "second": "Second: {told}"}
DIFFER_RIGHT: Mapping[str, str] = {"first": "{code}: the first is right", "second": "{code}: the second is right"}
NO_DIFFERENCE = "Both typings say the same."
NOT_YET_COMPLETE = "Something is missing on this sheet still. Type it in, or leave the rest blank."
NOT_YET_SETTLED = "The two typings differ still. Settle the differences first."
OPEN_SHEET = "Go on with it"
GONE = "This sheet is not here any more: it was counted or thrown away in another window."
NOT_KEPT = "This line could not be kept. Nothing is lost: it stands in the field still."
BACK_TO_ROOM = "Back to the workshop"
BACK_TO_SHEETS = "Back to all sheets"
THROW_AWAY = "Throw this sheet away"
THROW_AWAY_SURE = "What was typed from it is erased, and counts nowhere. The paper can be typed in anew."
WAITING = "Sheets on paper that are typed in, or begun, and not counted: {number}."
WAITING_MEANS: Mapping[str, str] = {
    "close_round": "Count them first, under “Forms on paper”: once the round is closed, they count in no result.",
    "show_dots": "They will count in no result. To count them, open the round again first.",
}
"""What becomes of such sheets by a step that is to be taken."""

SHEET_STANDS: Mapping[str, str] = {
    "first": "{typed} typed, {missing} missing",
    "typed": "typed once, and complete",
    "second": "second typing: {typed} typed, {missing} missing",
    "differs": "typed twice: {differences} to settle",
    "same": "typed twice, without a difference",
}
"""How far a sheet is."""
