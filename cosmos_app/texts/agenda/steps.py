"""The steps of the script, each with its minutes, the words to say, what to do and what to watch."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cosmos_app.texts.agenda.traps import (
    HARM,
    HIERARCHY,
    NO_PHONE,
    ONE_VOICE,
    READING,
    REMOTE,
    SILENCE,
    TIME,
    UPSET,
    Trap,
)
from models.plan import Agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the script.

    Attributes:
        key: Under which the room remembers where it is.
        title: Its name.
        about: What it is for, in a line.
        minutes: How long it takes, by agenda; 0 is left out.
        say: Sentences to read out, or to say in one's own words.
        do: What to press and what to do.
        room: What the projector and the phones say meanwhile.
        watch: What may go wrong, and what then.
        sitting: In which of two meetings it stands, if there are two.
    """

    key: str
    title: str
    about: str
    minutes: Mapping[Agenda, int]
    say: tuple[str, ...]
    do: tuple[str, ...]
    room: str
    watch: tuple[Trap, ...]
    sitting: Literal[1, 2] = 1


CALLS: Mapping[str, str] = {
    "let_in": "Let people in",
    "close_round": "Close the round",
    "reopen": "Open the round again",
    "show_dots": "Show the dots",
    "ask_again": "Ask again",
    "go_on": "Go on to the profile",
    "close": "Close the workshop",
}
"""What the buttons say that move a room from one state to the next; the script names them."""

DISCUSSED: Mapping[Agenda, int] = {"45": 2, "90": 3, "2x60": 4}
"""How many questions there is time to talk about."""


STEPS: tuple[Step, ...] = (
    Step(
        key="welcome",
        title="Welcome",
        about="Everybody knows why they are here, what can change, and what became of last time.",
        minutes={"45": 5, "90": 8, "2x60": 10},
        say=(
            "Welcome, and thank you for coming.",
            "I will read to you who asked for this, what can change because of it, and what can't.",
            "If we met before: this is what we said we would do, and this is what became of it.",
            "You need no account. You may leave any question out, and you may stop at any time.",
            "Answers are not read as reports. If someone is being harmed, the promise says whom to tell.",
        ),
        do=(
            f"People can come in since you pressed “{CALLS['let_in']}”. Show the code on the projector.",
            "Read the whole promise aloud, the parts that can't change as well.",
            "Go through the actions of last time, also those that were dropped, and say why.",
            "Ask who still needs a way in. You see how many have joined, not what anyone does.",
        ),
        room="Join with the code. First you read who asked for this and what can change because of it.",
        watch=(NO_PHONE, READING, HIERARCHY),
    ),
    Step(
        key="answer",
        title="Answer alone",
        about="Everybody says what they have seen, before anyone has heard what others think.",
        minutes={"45": 10, "90": 15, "2x60": 20},
        say=(
            "Now each of us answers alone, without talking.",
            "Choose the situation that comes closest to what you have seen. “I don't know” is an answer too.",
            "If you like, write down why. Your screen tells you who can read it.",
            "Until we look at all the answers together, none of them is shown to anyone. Not to me either.",
        ),
        do=(
            "Stay silent and keep away from people's screens. You see how many have finished.",
            "The timer is for you and stops nobody. Tell the room when two minutes are left.",
            f"Press “{CALLS['close_round']}” when all have finished or time is up. What comes later is not counted.",
            f"If somebody was cut off, press “{CALLS['reopen']}”. That works until the dots are shown.",
        ),
        room="Answer alone, without talking. No answer is shown until we look at all of them together.",
        watch=(
            READING,
            NO_PHONE,
            Trap("People compare or advise each other", "Say kindly: first alone, then together. The talk comes soon."),
        ),
    ),
    Step(
        key="reveal",
        title="Look together",
        about="All answers appear at once, as dots without names and without scores.",
        minutes={"45": 2, "90": 5, "2x60": 5},
        say=(
            "There is one more thing on your screen, about small groups. Saying nothing is fine.",
            "In a moment we see all answers at once. Each dot is one person. No dot has a name.",
            "You don't have to own a dot, now or later.",
            "There are no scores yet. Let us look for a minute, without talking.",
        ),
        do=(
            f"Give people a moment for that question, then press “{CALLS['show_dots']}”. It can't be taken back.",
            "Look for a minute in silence. Then ask: what surprises you?",
            "If too few people have answered, nothing appears. Your desk tells you what you can do then.",
        ),
        room="Each dot is one person, and no dot has a name. Take a minute to look.",
        watch=(
            Trap("Somebody guesses whose dot it is", "Stop it at once: we talk about what people see, not about who."),
            Trap("Somebody explains the low dots away", "Ask them to hold it. Those dots get the first word next."),
        ),
    ),
    Step(
        key="discuss",
        title="Talk where we differ",
        about="The questions on which people differ most, and the view that fewest share is heard first.",
        minutes={"45": 11, "90": 25, "2x60": 22},
        say=(
            "We start where we see things most differently. That is where we can learn most.",
            "The view that fewest chose gets the first word. Anyone may speak for it, whatever they chose.",
            "What might someone who chose this have seen?",
            "We are not looking for who is right. We want to know what each of us sees.",
        ),
        do=(
            "Take the questions in the order of your desk: press “Look at it together”. There is time for "
            f"{DISCUSSED['45']} in 45 minutes, {DISCUSSED['90']} in 90, and {DISCUSSED['2x60']} in two meetings.",
            "Read the question aloud, then the situation to be heard first. Ask, and wait.",
            "If the talk is slow, let pairs talk for two minutes, then collect what they found.",
            "Note what was said and what one could look at. Note no names and no roles.",
        ),
        room="What might someone who chose this have seen? Anyone may answer, whatever they chose.",
        watch=(SILENCE, ONE_VOICE, HIERARCHY, REMOTE, UPSET, HARM),
    ),
    Step(
        key="again",
        title="Answer again",
        about="If you like: the questions you talked about, once more, alone.",
        minutes={"45": 0, "90": 5, "2x60": 8},
        say=(
            "We answer the questions we talked about once more, alone and without talking.",
            "Change your answer or keep it. Both are fine.",
            "The first answers stay beside the new ones, so we can see what the talk has moved.",
        ),
        do=(
            "Leave this out if the talk changed little, or if time is short.",
            f"Choose only questions you talked about, and press “{CALLS['ask_again']}”. It happens once.",
            f"Then press “{CALLS['close_round']}” and “{CALLS['show_dots']}”, as before.",
            "Look at both rounds. Ask what moved, and what moved it.",
        ),
        room="The questions we talked about, once more. Change your answer or keep it: both are fine.",
        watch=(
            Trap("People feel pushed to come round", "Say that keeping an answer is as useful as changing it."),
            TIME,
        ),
        sitting=2,
    ),
    Step(
        key="agree",
        title="Agree or keep both",
        about="For each question you talked about: one answer all can live with, or both views with their reasons.",
        minutes={"45": 4, "90": 10, "2x60": 14},
        say=(
            "Which of these situations could we all live with as our answer for now?",
            "If there is none, we write down both views with their reasons. That is a result too.",
            "No name goes with it, and no role. Nobody has to give up what they have seen.",
        ),
        do=(
            "Name the situation with most support, and ask who can't live with it. Don't vote.",
            "If somebody can't, write both reasons in words that each side accepts.",
            "Read aloud what you wrote before you keep it.",
            "Where the dots lie close together, ask for objections and go on.",
        ),
        room="One answer we can all live with, or both views side by side. Both are results.",
        watch=(
            Trap("The room agrees to have peace", "Ask: what did we hear that does not fit in? Then write both down."),
            HIERARCHY,
            TIME,
        ),
        sitting=2,
    ),
    Step(
        key="profile",
        title="Profile and targets",
        about="Only now the scores: where things are, where you want them to be, and whose hands that is in.",
        minutes={"45": 3, "90": 5, "2x60": 10},
        say=(
            "Only now do we look at scores. They are a picture to talk about, not a mark.",
            "The top is not always the right place. Where do we want to be when we next meet?",
            "Is that in our control, can we influence it, or do we live with it?",
        ),
        do=(
            f"Press “{CALLS['go_on']}”. From then on nobody can join, and no more answers are kept.",
            "Start with a theme on which people differ, not with the lowest one.",
            "Choose a target for two or three themes at most, and mark whose hands each is in.",
        ),
        room="A picture to talk about, not a mark. Where do we want to be, and whose hands is that in?",
        watch=(
            Trap("Somebody asks for the total, or how others did", "There is neither: places differ too much."),
            ONE_VOICE,
        ),
        sitting=2,
    ),
    Step(
        key="surroundings",
        title="What is around us",
        about="What lies outside this room and shapes the work: what helps, what hinders, and how you each place it.",
        minutes={"45": 3, "90": 5, "2x60": 10},
        say=(
            "Much that shapes this work lies outside the room. Our answers have brought some of it up.",
            "What is missing from this list? What helps us that we hardly notice?",
            "On a map we may stand in different places. None of them is the right one.",
        ),
        do=(
            "Take the first three on the list, and look for at least one that helps.",
            "Mark each: in our control, we can influence it, or we live with it.",
            "Add what the room names. Show the maps if your questions filled any.",
        ),
        room="What helps from outside, what hinders, and what can we do about it?",
        watch=(
            Trap("It is all somebody else's fault", "Ask what someone in this room could do about it, however small."),
            REMOTE,
        ),
        sitting=2,
    ),
    Step(
        key="actions",
        title="Actions",
        about="At most three things to do, each with an owner and a date; the rest is parked.",
        minutes={"45": 5, "90": 7, "2x60": 10},
        say=(
            "What will we do before we meet again? Three things at most.",
            "Each needs a date, and an owner who is here and says yes.",
            "Small and soon is better than big and some day. The rest is parked, not lost.",
        ),
        do=(
            "Write each action so that a stranger would know when it is done.",
            "Write the owner as a role, such as “team manager”. Ask whether they have time for it.",
            "Set the day on which somebody will say what became of it.",
        ),
        room="Three things at most. Who does it, and by when?",
        watch=(
            Trap("The work lands with people who are not paid", "Ask who is paid for this, and what would be fair."),
            TIME,
        ),
        sitting=2,
    ),
    Step(
        key="close",
        title="Close",
        about="A minute of feedback, and when people hear what came of it.",
        minutes={"45": 2, "90": 3, "2x60": 4},
        say=(
            "Please take a minute for three quick questions on your screen. No name goes with them.",
            "I will read once more when and how you hear back.",
            "Your way in stays open: it shows what we agreed and, later, what became of it.",
            "If something stays with you, talk to me now, or to the person named in the promise. Thank you.",
        ),
        do=(
            "Wait for the feedback, and read out the part of the promise about hearing back.",
            f"Press “{CALLS['close']}”. It can't be opened again; what became of actions can still be written.",
            "Stay ten minutes longer. Some things are only said at the door.",
        ),
        room="Thank you. On your own page: a minute of feedback, and later what became of what we agreed.",
        watch=(UPSET, HARM),
        sitting=2,
    ),
)
