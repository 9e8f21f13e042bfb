"""Words of a room: what its screens say to participants, to the facilitator and on the wall."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.agreement import Shape
from models.answers import KnownBy
from models.workshop import Phase

# --- The promise -------------------------------------------------------------------------------------------------------

PROMISE_ABOUT = (
    "People read this before anything else, and it can't be changed once you let them in. Choose a sentence, then make "
    "it true. Promise less and keep it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the promise.

    Attributes:
        label: What the facilitator is asked.
        asked: The question as a participant would put it.
        help: What makes a good answer.
        starters: Sentences to begin with; what stands in square brackets is to be filled in.
    """

    label: str
    asked: str
    help: str
    starters: tuple[str, ...]


WHO_SEES = (
    "Until all answers are shown together, the app shows three things only: how many have joined, from which groups "
    "where these are large enough, and how many have finished. The person leading the workshop sees no more than that. "
    "After that, everyone in the workshop sees how many people chose what, never who. Groups that are too small are not "
    "shown, unless everyone says yes to it in private. The reasons you write can be read by you alone, unless you are "
    "asked for a name. The owner of the computer could, in principle, read everything that is kept on it."
)
"""What is true of every room; the facilitator adds what is true of this one."""

PROMISE: Mapping[str, Line] = {
    "asked_by": Line(
        label="Who asked for this workshop?",
        asked="Who asked for this?",
        help="Say who wanted it, who pays, and who knows that it takes place.",
        starters=(
            "[Who] asked for this workshop. [Who] pays for it, and [who] knows that it takes place.",
            "We asked for it ourselves: [people who use the service] together with [the team].",
            "[A funder, the town, the managers] asked us to do this. Whether you take part is up to you, and changes "
            "nothing about the help you get.",
        ),
    ),
    "can_change": Line(
        label="What can change because of it?",
        asked="What can change because of it?",
        help="Name one or two things that the people here can really decide or move.",
        starters=(
            "We decide here on [one thing, such as the opening hours]. What we agree will be done by [when].",
            "We work out a proposal on [what]. [Who] decides on it, by [when], and will tell us why.",
            "Nothing is promised. What we find here goes to [whom], and you will hear what they say to it.",
        ),
    ),
    "cannot_change": Line(
        label="What can't change?",
        asked="What can't change?",
        help="People forgive a limit they were told of. Money, law, contracts, staff.",
        starters=(
            "[The law, the budget, the number of staff] stays as it is. We can't change it here.",
            "The contract with [whom] runs until [when]. Before that, [what] can't be changed.",
            "We don't know yet what may turn out to be impossible. If we can't do something, we will tell you why.",
        ),
    ),
    "last_time": Line(
        label="What happened after last time?",
        asked="What happened after last time?",
        help="If nothing did, say so and why. If this is the first time, think of earlier surveys and meetings.",
        starters=(
            "This is our first workshop. Before it, people here were asked about [what, when], and [this] came of it.",
            "We said that we would [what]. [This] is done. [This] is not done, because [why].",
            "Nothing came of last time that you could see, because [why]. This time we will [what is different].",
        ),
    ),
    "reward": Line(
        label="What do people get for their time?",
        asked="What do I get for my time?",
        help="Pay, vouchers, fares, food, childcare. A payment can reduce benefits: find out before you offer it.",
        starters=(
            "You get [pay, a voucher, your fare], [food], and [childcare]. If you get benefits, ask [whom] first whether "
            "this could count as income.",
            "Staff are here in their paid time. People who come unpaid get [what].",
            "We can't pay you. There is [food, childcare, the fare], and you may leave whenever you like.",
        ),
    ),
    "hear_back": Line(
        label="When and how do people hear back?",
        asked="When and how do I hear back?",
        help="A date, and a way that reaches people without e-mail too.",
        starters=(
            "By [date], you get one page on what we agreed, [by post, at the door, by message].",
            "What we agreed stays on your phone, under the way you came in, once the workshop is closed. On paper you "
            "get it [where].",
            "On [date] we meet again and say what was done, what was not, and why.",
        ),
    ),
    "who_sees": Line(
        label="Who can see what?",
        asked="Who can see what?",
        help="Filled in with what is true of CoSMoS. Add what is true of you: notes, reports, whose computer it is.",
        starters=(WHO_SEES,),
    ),
    "harm_contact": Line(
        label="Whom to tell if someone is being harmed?",
        asked="Whom can I tell if someone is being harmed?",
        help="A person or place that can be reached, and how. Ask them first. Answers here are not read as reports.",
        starters=(
            "[Name or role], [phone number], [at which hours]. They know what to do, and they can't always keep it secret.",
            "[The local service that protects children or adults], [phone number], day and night.",
            "Talk to [name or role] after the workshop or on [phone number]. If someone is in danger now, call "
            "[emergency number].",
        ),
    ),
}
"""The lines of the promise, by the fields of ``models.plan.Promise``, in the order they are read."""

# --- The plan ----------------------------------------------------------------------------------------------------------

AGENDAS_TOLD = {
    "45": "45 minutes: two questions to talk about, one round",
    "90": "90 minutes: three questions to talk about, a second round if you like",
    "2x60": "Twice 60 minutes: first you answer and talk, then you agree and choose",
}
FORMS_TOLD = {
    "short": "The short form: one question on each theme. In a workshop this is usually right",
    "themes": "Three or four themes that you choose, with all their questions",
    "full": "The full form, for people who answer before they meet",
}
NAMES_TOLD = {
    "no": "No names. The reasons people write are for themselves alone",
    "yes": "Names. Once the answers are shown, everyone reads who wrote which reason. Dots never carry a name",
}
NAMED_WARNS = "With names, some people will write less, or not what they think."
SMALLEST_TOLD = {
    "5": "5 people: the usual",
    "3": "3 people: for rooms of six or fewer, and only if everybody can live with it",
    "8": "8 people: for large rooms",
}
LACKING = {
    "site": "where it is",
    "initiative": "what it is about",
    "asked": "what you ask (if you choose themes: three or four)",
    "smallest_group": "the smallest group: three people at least",
    "promise.asked_by": "who asked for it",
    "promise.can_change": "what can change",
    "promise.cannot_change": "what can't change",
    "promise.last_time": "what happened after last time",
    "promise.reward": "what people get for their time",
    "promise.hear_back": "when people hear back",
    "promise.who_sees": "who can see what",
    "promise.harm_contact": "whom to tell if someone is being harmed",
}
LACKING_LEAD = "Before you can let people in, please say, also where square brackets are left:"
NOTHING_LACKING = "Everything is said. Read the promise aloud to yourself once: is every sentence true?"
SITTINGS_ABOUT = (
    "Another time or place with a code of its own, such as one for people who use the service only, or one online. All "
    "answers are shown together, and nothing tells who sat where."
)

# --- Joining -----------------------------------------------------------------------------------------------------------

NO_SUCH_ROOM = "No workshop has this code. Look again: it has six letters and digits, and no O, I, L, U, 0 or 1."
BEFORE_YOU_JOIN = "Please read this first, or ask somebody to read it to you."
NOT_OPEN: Mapping[Phase, str] = {
    "draft": "This workshop has not begun yet. Keep this page, and try again when the person leading it says so.",
    "agreed": "The answers are in, and the group is already deciding what to do. Nobody can join with answers any more, "
    "but your voice in the room counts.",
    "closed": "This workshop is over. If you took part, open it in the browser you used then, or with your own code, to "
    "see what was agreed.",
}
JOINS_LATE = (
    "The others have already answered. You can still join and answer. Your answers are kept for you and not counted with "
    "the others', because comparing before and after would show what you chose. In the talk you count like everyone."
)
SECOND_HAT = "I also have lived experience of a service like this"
SECOND_HAT_HELP = (
    "For you alone, if you like. It is kept with your answers, shown to nobody, and puts you in no other group."
)
YOUR_NAME = "A name for you in this workshop"
ANSWERS_IN_A_ROOM = {
    False: "No account and no name. Your answers are kept at every click, and are shown to nobody until all are shown "
    "together, without names.",
    True: "No account. Your answers are kept at every click, and are shown to nobody until all are shown together. Your "
    "name stands beside your reasons then, never beside a dot.",
}
MAY_STOP = "You may leave any question out, and stop at any time."
HELPING = (
    "You are here for somebody else's answers. Read what stands there, all of it, and press what they choose. Please "
    "don't suggest, and don't tell anyone afterwards."
)
ANOTHER_PERSON = "Answer for another person on this device"
ANOTHER_PERSON_NOTE = "The answers given so far stay kept, and this device no longer shows them. Ask for a code first: only it leads back."

# --- Answering, waiting, talking -----------------------------------------------------------------------------------------

DONE_TOLD = "Thank you. You can go back and change answers until the round is closed."
WAITING = (
    "Please wait a moment. When everybody is ready, the answers appear here and on the big screen, all at once. "
    "While you wait: what have you seen lately that others here may not know of?"
)
CLOSED_ROUND = "The round is closed. Nothing is shown yet."
HELD = {
    False: "The round is closed. What you choose now is kept for you and counted in no result, unless it is opened again.",
    True: "You joined after the others had answered. What you choose is kept for you and counted in no result.",
}
"""By whether the person joined late."""
HELD_HERE = "Kept for you, and counted in no result: the round was closed at the moment you chose it."
SECOND_ROUND = (
    "These are the questions you talked about. Change your answer or keep it: both are fine. If you do nothing, your "
    "first answer stands, and nobody sees who changed what."
)
YOUR_FIRST = "You chose first: “{answer}”"
YOUR_FIRST_NONE = "You gave no answer to this the first time. You can now."
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

FEEDBACK_TITLE = "One minute: how was it for you?"
FEEDBACK_HEARD, FEEDBACK_WORTH = "I was heard", "It was worth my time"
FEEDBACK_STEPS = ("Not at all", "A little", "Partly", "Mostly", "Fully")
FEEDBACK_WORDS = "What should be different next time?"
FEEDBACK_NOTE = (
    "No name goes with it. The person leading the workshop reads the words of all together, in no order, and only if at "
    "least {k} people have said something."
)
FEEDBACK_KEPT = "Thank you. It is kept."

AFTER_AGREED = "What we agreed"
AFTER_BOTH = "Where we see it in two ways"
AFTER_ACTIONS = "What we said we would do"
AFTER_BECAME = {"open": "Not done yet", "done": "Done", "dropped": "Dropped"}
AFTER_BECAME_NONE = "Nothing has been written about this yet."
AFTER_NONE = "Nothing was written down as agreed."

LEAVE_NOTE = (
    "Everything you said here is erased, and nobody can bring it back. You can do this until the round is closed."
)
LEAVE_SURE = "Yes, erase everything I said here"
LEFT = "Erased. Nothing of what you said here is kept."
LEAVE_TOO_LATE = (
    "Your answers can no longer be taken out alone: the dots before and after would show which ones were yours. Ask the "
    "person leading the workshop; they can erase the workshop as a whole."
)

# --- The dots ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShapeTold:
    """How the answers to a question lie, in words.

    Attributes:
        short: A heading.
        long: A sentence.
        do: What the facilitator may do with it.
    """

    short: str
    long: str
    do: str


SHAPES_TOLD: Mapping[Shape | None, ShapeTold] = {
    "alike": ShapeTold(
        "We see this alike",
        "Most answers lie close together.",
        "Ask for objections, then go on. Alike is not the same as right.",
    ),
    "spread": ShapeTold(
        "Spread out",
        "The answers are spread over several situations. There are no clear groups.",
        "Ask what each has seen. Often people think of different cases, or of different places.",
    ),
    "camps": ShapeTold(
        "Two camps",
        "The answers form groups that lie apart, with few or none between them.",
        "Hear one view to its end, then the other. Ask what both could have seen. Don't look for the middle.",
    ),
    None: ShapeTold(
        "Too few to name",
        "Fewer than five people chose a situation here. Look at the dots themselves.",
        "Let whoever wants to say what they have seen. Don't count.",
    ),
}
MINORITY_LEAD = "Hear this first, chosen by fewest:"
MINORITY = (
    "What might someone who chose this have seen?",
    "On which day would this be the right answer?",
    "Whom would we have to ask to hear more about this?",
)
ALL_THE_SAME = "Everyone who chose a situation chose this one."
NOTHING_FLAGGED = (
    "Answers lie close together on every question. Start with those where most people said “I don't know”."
)
NOT_SHOWN_HERE = "not shown here"
TOO_FEW_TO_SHOW = "Too few people have answered, so nothing is shown."
TOO_FEW_DO = (
    "The smallest group can't be lowered now, because people were promised it. Put the phones away, read a question aloud, "
    "and let whoever likes say what they have seen. You can still write down what you agree, choose actions, and close."
)
TOO_FEW_JOINED = "So far fewer have joined than the smallest group that is shown, which is {k}."
SILENCES_TOLD = {
    "dont_know": "don't know",
    "skipped": "no answer",
    "not_applicable": "does not apply",
    "outside_our_control": "outside our control",
}
KNOWN_TOLD: Mapping[KnownBy | str, str] = {
    "seen": "have seen it",
    "heard": "have heard of it",
    "guess": "guess",
    "": "did not say",
}
SILENCES_MANY = "Many of us don't know. Who would know?"
GAP = "“{higher}” chose situations about {steps} further on than “{lower}”, on average."
GAP_SMALL = "The groups that are shown see this much alike."
GAP_NOTE = "This says where to ask, not who is right. People see different sides of the same work."
GAP_FEW = "With so few people, one more could change this."
GAP_STEPS = {
    1: "half a step",
    2: "one step",
    3: "one and a half steps",
    4: "two steps",
    5: "two and a half steps",
    6: "three steps",
    7: "three and a half steps",
    8: "four steps",
}
"""By halves of a step."""

SETTLE = {"agreed": "We can all live with one of these", "both": "We see it in two ways"}
ONE_SIDE, OTHER_SIDE = "One view, and why", "The other view, and why"
SETTLE_NOTE, SETTLE_EVIDENCE = "What we heard", "What others could look at"
SETTLE_HELP = "No names and no roles. Read it aloud before you keep it."

# --- The desk ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PhaseTold:
    """What everybody can see in a phase.

    Attributes:
        short: Its name.
        you: What the facilitator sees.
        people: What participants see.
        wall: What the projector shows.
    """

    short: str
    you: str
    people: str
    wall: str


PHASES_TOLD: Mapping[tuple[Phase, int], PhaseTold] = {
    ("draft", 1): PhaseTold(
        "Being prepared", "You see the plan.", "Nobody can join yet.", "The projector shows nothing yet."
    ),
    ("open", 1): PhaseTold(
        "Round one is open",
        "You see how many have joined and how many have finished. Nothing else, by design.",
        "People see their own answers.",
        "The projector shows the code and how many have finished.",
    ),
    ("frozen", 1): PhaseTold(
        "Round one is closed",
        "You see how many have joined and finished, still no answer.",
        "People see their own answers. What they answer now is kept and not counted.",
        "The projector says that the round is closed.",
    ),
    ("revealed", 1): PhaseTold(
        "The dots are shown",
        "You see the dots of all questions, and groups that are large enough. No scores yet.",
        "People see the same, and their own answer beside it.",
        "The projector shows the question that you choose.",
    ),
    ("open", 2): PhaseTold(
        "Round two is open",
        "You see the dots of round one, and how many have finished round two.",
        "People answer the chosen questions again, alone.",
        "The projector shows which questions are asked again.",
    ),
    ("frozen", 2): PhaseTold(
        "Round two is closed",
        "You see the dots of round one. Those of round two are not shown yet.",
        "People see their own answers. What they answer now is kept and not counted.",
        "The projector says that the round is closed.",
    ),
    ("revealed", 2): PhaseTold(
        "Both rounds are shown",
        "You see the dots of both rounds.",
        "People see the same, and their own answers.",
        "The projector shows the question that you choose, before and after.",
    ),
    **{
        ("agreed", number): PhaseTold(
            "Profile and actions",
            "You see the profile, targets, what is around you, and actions.",
            "People see the profile, and what is agreed so far. No more answers are kept.",
            "The projector shows the step you are at.",
        )
        for number in (1, 2)
    },
    **{
        ("closed", number): PhaseTold(
            "Closed",
            "You see everything that was agreed. You can still write what became of the actions.",
            "People see what was agreed and what became of it.",
            "The projector shows thanks.",
        )
        for number in (1, 2)
    },
}


@dataclass(frozen=True, slots=True)
class Confirm:
    """What is said before a step that changes what everybody sees.

    Attributes:
        ask: The question.
        happens: What will happen.
        stays: What can't be undone, or that nothing is lost.
    """

    ask: str
    happens: str
    stays: str


CONFIRM: Mapping[str, Confirm] = {
    "let_in": Confirm(
        "Let people in?",
        "The join code starts to work. People first read the promise, then answer.",
        "From now on the plan stays as it is: the promise, the questions, names or no names, and the smallest group.",
    ),
    "close_round": Confirm(
        "Close the round?",
        "{finished} of {joined} have finished. What people have chosen so far counts, also of those who haven't "
        "finished. What they choose from now on is kept for them and not counted.",
        "Nothing is final yet. Until you show the dots, you can open the round again.",
    ),
    "reopen": Confirm(
        "Open the round again?",
        "People go on answering. Answers that came in while it was closed now count.",
        "Nothing is lost by it.",
    ),
    "show_dots": Confirm(
        "Show the dots to everyone?",
        "All answers of this round appear at once, on every screen. You see how many people chose what. There are no "
        "names on the dots and no scores.",
        "This can't be taken back. The answers of this round stay as they are. Nobody can erase theirs any more, and what "
        "people said about small groups is settled.",
    ),
    "ask_again": Confirm(
        "Ask these questions again?",
        "People answer them once more, alone. Round one stays on view. Whoever keeps silent keeps their first answer. "
        "Those who joined late take part, and are not counted.",
        "There is only one second round, and the questions in it can't be changed afterwards.",
    ),
    "go_on": Confirm(
        "Go on to the profile?",
        "Scores appear for the first time, with targets and what is around you. You can still correct what you agreed.",
        "This can't be taken back. Nobody can join any more, no answer is kept any more, and there is no second round "
        "after this.",
    ),
    "close": Confirm(
        "Close the workshop?",
        "Everyone's page turns to what was agreed. You can still write what became of the actions.",
        "It can't be opened again. What was agreed stays as it is, and the record of single clicks is erased.",
    ),
}
"""By the keys of ``agenda.CALLS``."""

NOBODY_YET = "Nobody has joined yet. Is the code on the projector?"
NOTHING_SETTLED = "Nothing is settled yet. Start with the question at the top."
NO_ACTIONS = "No action yet. One that is done beats three that are not."
MOST_ACTIONS = "Three actions are enough. Park the rest."
NO_FACTORS = (
    "The answers have brought up nothing from this list. That doesn't mean that nothing is there: add your own."
)
NO_LAST_ACTIONS = "There is no earlier workshop to report on. Say what the promise says about last time."
NOT_ALL_SITTINGS = "The dots are shown to all sittings at once. Has everyone answered who should?"
ERASE_SURE = (
    "All answers, what was agreed, and everyone's way back to it are erased for good. If you promised that people hear "
    "back, tell them another way first."
)
UNSAID_FAMILY = "Did not say"

# --- The wall ----------------------------------------------------------------------------------------------------------

ONLY_HERE = (
    "This address leads to this computer only. So that phones in the room can join, stop CoSMoS and start it with “cosmos "
    "run --lan”. No internet is needed, only the same network."
)
WALL_JOIN = "Join here"
WALL_NO_PHONE = "No phone? Say so: there is another way."
WALL_LAST_TIME = "What we said we would do last time, and what became of it"
WALL_CLOSED = "The round is closed. In a moment we look together."
WALL_THANKS = "Thank you. Your own page shows what we agreed."
