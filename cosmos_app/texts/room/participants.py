"""Words for participants: joining, answering, waiting, talking, feedback, and what came of it."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from models.workshop import Phase

JOIN_TITLE = Text("Join a workshop")
ASK_FOR_CODE = Text("The code on the wall, in your invitation, or your own from another device")
GO_IN = Text("Go in")
SCAN_OPEN_TYPE = Text("Scan this, or open {address} and type {code}")
JOINED_FINISHED = Text("{joined} joined, {finished} finished")
WHO_ARE_YOU = Text("Who are you to the service?")
WHO_ARE_YOU_HELP = Text(
    "Some questions are put differently to people who use the service. Nobody is asked to prove anything."
)
START_ANSWERING = Text("Start answering")
NOT_OPEN: Mapping[Phase, Text] = {
    "draft": Text("This workshop has not begun yet. Keep this page, and try again when the person leading it says so."),
    "agreed": Text(
        "The answers are in, and the group is already deciding what to do. Nobody can join with answers any "
        "more, but your voice in the room counts."
    ),
    "closed": Text(
        "This workshop is over. If you took part, open it in the browser you used then, or with your own code, "
        "to see what was agreed."
    ),
}
JOINS_LATE = Text(
    "The others have already answered. You can still join and answer. Your answers are kept for you and not "
    "counted with "
    "the others', because comparing before and after would show what you chose. In the talk you count like everyone."
)
SECOND_HAT = Text("I also have lived experience of a service like this")
SECOND_HAT_HELP = Text(
    "For you alone, if you like. It is kept with your answers, shown to nobody, and puts you in no other group."
)
LAST_TIME = Text("Were you here last time?")
LAST_TIME_WHEN = Text("Were you here last time, in “{wave}”?")
LAST_TIME_CHOICES = {"yes": Text("Yes"), "no": Text("No"), "unsaid": Text("Rather not say")}
COMPARE = Text("Let what I said then be compared with what I say now")
COMPARE_NOTE = Text(
    "Nobody sees it singly: shown is how many people were compared and how much they changed on average, if they are "
    "{k} or more. It is up to you."
)
CODE_THEN = Text("Your own code of last time, if you still have it")
CODE_THEN_NOTE = Text(
    "With this code, what you said then is compared with what you say now. Nobody sees it singly: shown is how many "
    "people were compared and how much they changed on average, if they are {k} or more. Without it you answer just "
    "the same."
)
LOCAL_TITLE = Text("Questions of this workshop")
LOCAL_INTRO = Text(
    "Whoever prepared this workshop added these. They count in no score, and answers in your own words are shown to "
    "nobody else."
)
YOUR_NAME = Text("A name for you in this workshop")
ANSWERS_IN_A_ROOM = {
    False: Text(
        "No account and no name. Your answers are kept at every click, and are shown to nobody until all are shown "
        "together, without names."
    ),
    True: Text(
        "No account. Your answers are kept at every click, and are shown to nobody until all are shown together. "
        "Your name stands beside your reasons then, never beside a dot."
    ),
}
MAY_STOP = Text(
    "You may leave any question out, stop at any time, and take your answers out again until the round is closed."
)
HELPING = Text(
    "You are here for somebody else's answers. Read what stands there, all of it, and press what they choose. Please "
    "don't suggest, and don't tell anyone afterwards."
)
ANOTHER_PERSON = Text("Answer for another person on this device")
ANOTHER_PERSON_NOTE = Text(
    "The answers given so far stay kept, and this device no longer shows them. Ask for a code first: only it leads "
    "back."
)

GO_ON_ANSWERING = Text("Go on answering")
CHANGE_MY_ANSWERS = Text("Change my answers")
DONE = Text("Thank you. You can go back and change answers until the round is closed.")
WAITING = Text(
    "Please wait a moment. When everybody is ready, the answers appear here and on the big screen, all at once. "
    "While you wait: what have you seen lately that others here may not know of?"
)
CLOSED_ROUND = Text("The round is closed. Nothing is shown yet.")
HELD = {
    False: Text(
        "The round is closed. What you had chosen before counts. What you choose now is kept for you and counted in "
        "no result, unless the round is opened again."
    ),
    True: Text(
        "You joined after the others had answered. What you choose is kept for you and counted in no result, unless "
        "the first round is opened again."
    ),
}
"""By whether the person joined late."""
WHO_READS = {
    False: Text("Only you can read this. You can say it in the talk, if you like."),
    True: Text("Once the answers are shown, everybody here can read this beside your name."),
}
"""By whether people gave a name."""
MOVED_ON = Text("The room has moved on. What you chose before it did counts; the talk goes on without haste.")
HELD_HERE = Text("Kept for you, and counted in no result: the round was closed at the moment you chose it.")
SECOND_ROUND = Text(
    "These are the questions you talked about. Change your answer or keep it: both are fine. If you do nothing, your "
    "first answer stands. Both rounds are shown side by side, so a change can be seen, but not whose it is. Both "
    "must be about the same people. So where you left a question open the first time, or said that you don't know, "
    "what you choose now is kept for you and counts in no picture. And if you take an answer back now, your first one "
    "still counts."
)
YOUR_FIRST = Text("You chose first: “{answer}”")
YOUR_FIRST_NONE = Text(
    "You gave no answer to this the first time. What you choose now is kept for you and counts in no picture: one dot "
    "more would show that it is yours."
)
YOUR_OWN_ANSWER = Text("Your own answer")
YOUR_ANSWER = Text("Your answer, shown only to you: “{answer}”")
YOUR_ANSWER_NONE = Text("You gave no answer to this. You can talk about it all the same.")
NEED_NOT_OWN = Text(
    "You don't have to own a dot, and you may speak for a dot that isn't yours. Please name nobody who isn't here."
)

CONSENT_TITLE = Text("One more thing")
CONSENT = Text(
    "Groups of fewer than {k} people are not shown, so that nobody can be picked out. If everyone here says yes, small "
    "groups are shown too. In a group of one or two, others could then tell what you chose."
)
CONSENT_SAFE = Text(
    "Nobody sees who said what, or how many said yes. Saying nothing is fine, and counts as no. If it isn't a yes from "
    "everyone, these groups simply read “not shown here”, as always."
)
CONSENT_ASK = Text("Show small groups?")
CONSENT_CHOICES = {"yes": Text("Yes, show small groups too"), "no": Text("No")}

WHERE_TO_TYPE = Text(
    "On the other device, open {address} and type it there. Whoever has it sees your answers: keep it to yourself."
)
THE_WHOLE_PROMISE = Text(
    "All you can rely on: what can't change, what you get, who sees what and how long, whom to tell"
)
SCORES_LATER = Text("Scores come after the talk, and only when the person leading the workshop goes on to them.")
FEEDBACK_TITLE = Text("One minute: how was it for you?")
FEEDBACK_HEARD, FEEDBACK_WORTH = Text("I was heard"), Text("It was worth my time")
FEEDBACK_STEPS = (Text("Not at all"), Text("A little"), Text("Partly"), Text("Mostly"), Text("Fully"))
FEEDBACK_WORDS = Text("What should be different next time?")
FEEDBACK_NOTE = Text(
    "No name goes with it. The person leading the workshop reads the words of all together, in no order, and "
    "only if at "
    "least {k} people have said something."
)
FEEDBACK_SEND = Text("Send it")
FEEDBACK_KEPT = Text("Thank you. It is kept.")

AFTER_AGREED = Text("What we agreed")
AFTER_ACTIONS = Text("What we said we would do")
AFTER_BECAME = {"open": Text("Not done yet"), "done": Text("Done"), "dropped": Text("Dropped")}
AFTER_BECAME_WORDS = Text("{status}. {words}")
AFTER_BECAME_NONE = Text("Nothing has been written about this yet.")
AFTER_NONE = Text("Nothing was written down as agreed.")

MY_SEAT = Text("My seat: another device, another person, a copy, leaving")
SEE_THE_WALL = Text("See what is on the wall")
MAKE_ROOM = Text("Make room for another person")
MY_COPY = Text("Take along what I said")
MY_COPY_NOTE = Text(
    "A copy for you alone. It holds nothing that others said, and nobody may ask you to show it. On a shared device, "
    "erase the file when you have read it."
)
MY_COPY_FORMATS: Mapping[str, Text] = {".pdf": Text("To read (PDF)"), ".json": Text("For other programs (JSON)")}
"""What each format of the copy is for, by the ending of the file."""
LEAVE = Text("Erase my answers and leave")
LEAVE_NOW = Text("Erase and leave")
LEAVE_NOTE = Text(
    "Everything you said here is erased, and nobody can bring it back. You can do this until the round is closed."
)
LEAVE_SURE = Text("Yes, erase everything I said here")
LEFT = Text("Erased. Nothing of what you said here is kept.")
LEAVE_TOO_LATE = Text(
    "Your answers can no longer be taken out alone: the dots before and after would show which ones were yours. "
    "Ask the "
    "person leading the workshop; they can erase the workshop as a whole."
)


def became_of(status: str, words: str) -> str:
    """What became of an action: how it stands, and what somebody wrote about it."""
    stands = AFTER_BECAME[status]()
    return AFTER_BECAME_WORDS(status=stands, words=words) if words else stands
