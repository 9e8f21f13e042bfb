"""Words of the plan and its promise: what a facilitator fills in, and what participants read of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.plan import LONGEST_OPTION, MOST_LOCAL, MOST_OPTIONS

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
    "After that, everyone in the workshop sees how many people chose what, never who. Groups that are too small are "
    "not shown, unless everyone says yes to it in private. The reasons you write can be read by you alone, unless you "
    "are asked for a name. If you were here last time as well, you choose whether what you said then and now is "
    "compared; if enough people do, shown is how many they are and how much they changed on average, never who. The "
    "owner of the computer could, in principle, read everything that is kept on it."
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
            "You get [pay, a voucher, your fare], [food], and [childcare]. If you get benefits, ask [whom] first "
            "whether "
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
            "[Name or role], [phone number], [at which hours]. They know what to do, and they can't always keep "
            "it secret.",
            "[The local service that protects children or adults], [phone number], day and night.",
            "Talk to [name or role] after the workshop or on [phone number]. If someone is in danger now, call "
            "[emergency number].",
        ),
    ),
}
"""The lines of the promise, by the fields of ``models.plan.Promise``, in the order they are read."""

TRY_OUT: Mapping[str, str] = {
    "asked_by": "We ourselves did. This is a try-out among colleagues.",
    "can_change": "How we prepare the real workshop. Nothing else depends on it.",
    "cannot_change": "Everything outside this try-out.",
    "last_time": "This is the first time we try it.",
    "reward": "Nothing but having tried it.",
    "hear_back": "At the end, together, and on this page.",
    "who_sees": WHO_SEES,
    "harm_contact": "Whoever leads this try-out. If someone is in danger now, call the emergency number.",
}
"""A promise that is true of a try-out among colleagues as it stands."""

AGENDAS_TOLD = {
    "45": "45 minutes: two questions to talk about, one round",
    "90": "90 minutes: three questions to talk about, a second round if you like",
    "2x60": "Twice 60 minutes: first you answer and talk, then you agree and choose",
}
FORMS_TOLD = {
    "short": "The short form: one question on each theme. In a workshop this is usually right",
    "full": "The full form, for people who answer before they meet",
}
HOW_MUCH = "How much of it?"
ONLY_SOME_THEMES = "Only some themes of “{title}”: {low} or {high}, with all their questions"
ALL_THEMES = "All themes"
PRACTICE = "Practise first on an invented story?"
NO_PRACTICE = "No, begin with our own work"
PRACTICE_HELP = (
    "Everyone first rates the same page of story, which takes about six minutes. It shows how differently people read "
    "the same thing, and how strictly this group reads the situations, which helps when sites are compared."
)
LOCAL = "Questions of your own"
LOCAL_ABOUT = (
    "Up to three, asked last. They count in no score. What people choose is shown as dots like everything else; what "
    "they write in their own words is for themselves, and for the talk."
)
LOCAL_KINDS_TOLD = {"choice": "Choose one", "checklist": "Choose several", "text": "In their own words"}
LOCAL_ASK = "Your question {number}"
LOCAL_ASK_HINT = "For example: Which evening suits you?"
LOCAL_KIND = "How is question {number} answered?"
LOCAL_OPTIONS = "What can be chosen in question {number}: one on each line"
LIKE_LAST_TIME = (
    "What was asked, the questions of your own, the promise and the rest take the place of what stands here. What "
    "happened after last time is left for you to say."
)
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
_LOCAL_LACKS = {
    "ask": "what you ask",
    "again": "something you have not asked yet",
    "few": "what can be chosen, two lines at least",
    "many": f"what can be chosen, {MOST_OPTIONS} lines at most",
    "twice": "each choice only once",
    "long": f"shorter choices, {LONGEST_OPTION} letters at most",
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
LACKING |= {"local": f"your own questions: {MOST_LOCAL} at most"} | {
    f"local.{number}.{fault}": f"your question {number}: {told}"
    for number in range(1, MOST_LOCAL + 1)
    for fault, told in _LOCAL_LACKS.items()
}
LACKING_LEAD = "Before you can let people in, please say, also where square brackets are left:"
NOTHING_LACKING = "Everything is said. Read the promise aloud to yourself once: is every sentence true?"
SITTINGS_ABOUT = (
    "Another time or place with a code of its own, such as one for people who use the service only, or one online. All "
    "answers are shown together, and nothing tells who sat where."
)
