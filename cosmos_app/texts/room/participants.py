"""Words for participants: joining, answering, waiting, talking, feedback, and what came of it."""

from collections.abc import Mapping

from models.workshop import Phase

NO_SUCH_ROOM = "No workshop has this code. Look again: it has six letters and digits, and no O, I, L, U, 0 or 1."
NOT_OPEN: Mapping[Phase, str] = {
    "draft": "This workshop has not begun yet. Keep this page, and try again when the person leading it says so.",
    "agreed": "The answers are in, and the group is already deciding what to do. Nobody can join with answers any "
    "more, but your voice in the room counts.",
    "closed": "This workshop is over. If you took part, open it in the browser you used then, or with your own code, "
    "to see what was agreed.",
}
JOINS_LATE = (
    "The others have already answered. You can still join and answer. Your answers are kept for you and not "
    "counted with "
    "the others', because comparing before and after would show what you chose. In the talk you count like everyone."
)
SECOND_HAT = "I also have lived experience of a service like this"
SECOND_HAT_HELP = (
    "For you alone, if you like. It is kept with your answers, shown to nobody, and puts you in no other group."
)
LAST_TIME = "Were you here last time?"
LAST_TIME_WHEN = "Were you here last time, in “{wave}”?"
LAST_TIME_CHOICES = {"yes": "Yes", "no": "No", "unsaid": "Rather not say"}
COMPARE = "Let what I said then be compared with what I say now"
COMPARE_NOTE = (
    "Nobody sees it singly: shown is how many people were compared and how much they changed on average, if they are "
    "{k} or more. It is up to you."
)
CODE_THEN = "Your own code of last time, if you still have it"
CODE_THEN_NOTE = (
    "With this code, what you said then is compared with what you say now. Nobody sees it singly: shown is how many "
    "people were compared and how much they changed on average, if they are {k} or more. Without it you answer just "
    "the same."
)
LOCAL_TITLE = "Questions of this workshop"
LOCAL_INTRO = (
    "Whoever prepared this workshop added these. They count in no score, and answers in your own words are shown to "
    "nobody else."
)
YOUR_NAME = "A name for you in this workshop"
ANSWERS_IN_A_ROOM = {
    False: "No account and no name. Your answers are kept at every click, and are shown to nobody until all are shown "
    "together, without names.",
    True: "No account. Your answers are kept at every click, and are shown to nobody until all are shown together. "
    "Your name stands beside your reasons then, never beside a dot.",
}
MAY_STOP = (
    "You may leave any question out, stop at any time, and take your answers out again until the round is closed."
)
HELPING = (
    "You are here for somebody else's answers. Read what stands there, all of it, and press what they choose. Please "
    "don't suggest, and don't tell anyone afterwards."
)
ANOTHER_PERSON = "Answer for another person on this device"
ANOTHER_PERSON_NOTE = (
    "The answers given so far stay kept, and this device no longer shows them. Ask for a code first: only it leads "
    "back."
)

DONE_TOLD = "Thank you. You can go back and change answers until the round is closed."
WAITING = (
    "Please wait a moment. When everybody is ready, the answers appear here and on the big screen, all at once. "
    "While you wait: what have you seen lately that others here may not know of?"
)
CLOSED_ROUND = "The round is closed. Nothing is shown yet."
HELD = {
    False: "The round is closed. What you had chosen before counts. What you choose now is kept for you and counted in "
    "no result, unless the round is opened again.",
    True: "You joined after the others had answered. What you choose is kept for you and counted in no result, unless "
    "the first round is opened again.",
}
"""By whether the person joined late."""
WHO_READS = {
    False: "Only you can read this. You can say it in the talk, if you like.",
    True: "Once the answers are shown, everybody here can read this beside your name.",
}
"""By whether people gave a name."""
MOVED_ON = "The room has moved on. What you chose before it did counts; the talk goes on without haste."
HELD_HERE = "Kept for you, and counted in no result: the round was closed at the moment you chose it."
SECOND_ROUND = (
    "These are the questions you talked about. Change your answer or keep it: both are fine. If you do nothing, your "
    "first answer stands. Both rounds are shown side by side, so a change can be seen, but not whose it is. Both "
    "must be about the same people. So where you left a question open the first time, or said that you don't know, "
    "what you choose now is kept for you and counts in no picture. And if you take an answer back now, your first one "
    "still counts."
)
YOUR_FIRST = "You chose first: “{answer}”"
YOUR_FIRST_NONE = (
    "You gave no answer to this the first time. What you choose now is kept for you and counts in no picture: one dot "
    "more would show that it is yours."
)
YOUR_ANSWER = "Your answer, shown only to you: “{answer}”"
YOUR_ANSWER_NONE = "You gave no answer to this. You can talk about it all the same."
NEED_NOT_OWN = (
    "You don't have to own a dot, and you may speak for a dot that isn't yours. Please name nobody who isn't here."
)

CONSENT_TITLE = "One more thing"
CONSENT = (
    "Groups of fewer than {k} people are not shown, so that nobody can be picked out. If everyone here says yes, small "
    "groups are shown too. In a group of one or two, others could then tell what you chose."
)
CONSENT_SAFE = (
    "Nobody sees who said what, or how many said yes. Saying nothing is fine, and counts as no. If it isn't a yes from "
    "everyone, these groups simply read “not shown here”, as always."
)
CONSENT_CHOICES = {"yes": "Yes, show small groups too", "no": "No"}

WHERE_TO_TYPE = (
    "On the other device, open {address} and type it there. Whoever has it sees your answers: keep it to yourself."
)
THE_WHOLE_PROMISE = "All you can rely on: what can't change, what you get, who sees what, whom to tell"
SCORES_LATER = "Scores come after the talk, and only when the person leading the workshop goes on to them."
FEEDBACK_TITLE = "One minute: how was it for you?"
FEEDBACK_HEARD, FEEDBACK_WORTH = "I was heard", "It was worth my time"
FEEDBACK_STEPS = ("Not at all", "A little", "Partly", "Mostly", "Fully")
FEEDBACK_WORDS = "What should be different next time?"
FEEDBACK_NOTE = (
    "No name goes with it. The person leading the workshop reads the words of all together, in no order, and "
    "only if at "
    "least {k} people have said something."
)
FEEDBACK_KEPT = "Thank you. It is kept."

AFTER_AGREED = "What we agreed"
AFTER_ACTIONS = "What we said we would do"
AFTER_BECAME = {"open": "Not done yet", "done": "Done", "dropped": "Dropped"}
AFTER_BECAME_NONE = "Nothing has been written about this yet."
AFTER_NONE = "Nothing was written down as agreed."

LEAVE_NOTE = (
    "Everything you said here is erased, and nobody can bring it back. You can do this until the round is closed."
)
LEAVE_SURE = "Yes, erase everything I said here"
NOWHERE = "This code leads nowhere. Look again: it has letters and digits, and no O, I, L, U, 0 or 1."
LEFT = "Erased. Nothing of what you said here is kept."
LEAVE_TOO_LATE = (
    "Your answers can no longer be taken out alone: the dots before and after would show which ones were yours. "
    "Ask the "
    "person leading the workshop; they can erase the workshop as a whole."
)
