"""Words of the desk and of the wall: what everybody sees in each phase, and what a step does before it is taken."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.workshop import Phase


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
        "You see how many have joined, from which groups where these are large enough, and how many have finished. "
        "Nothing else, by design.",
        "People see their own answers.",
        "The projector shows the promise, the code and the same counts.",
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
        "This can't be taken back. The answers of this round stay as they are. Nobody can erase theirs any more, "
        "and what "
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

DESKS_ABOUT = (
    "Every browser that once opened a facilitator's link stays at this desk, and sees all workshops on it, until it is "
    "sent away. Its link ends when CoSMoS is started again."
)
NOBODY_YET = "Nobody has joined yet. Is the code on the projector?"
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
ONLY_HERE = (
    "This address leads to this computer only. So that phones in the room can join, stop CoSMoS and start it "
    "with “cosmos "
    "run --lan”. No internet is needed, only the same network."
)
WALL_LAST_TIME = "What we said we would do last time, and what became of it"
WALL_CLOSED = "The round is closed. In a moment we look together."
