"""Words about the dots: how answers lie, who is heard first, how far groups are apart, what is settled."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.agreement import Shape
from models.answers import KnownBy


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
WHAT_WE_MAKE_OF_IT = "What we make of it"
MINORITY_LEAD = "Hear this first, chosen by few:"
MINORITY = (
    "What might someone who chose this have seen?",
    "On which day would this be the right answer?",
    "Whom would we have to ask to hear more about this?",
)
ALL_THE_SAME = "Everyone who chose a situation chose this one."
NOTHING_FLAGGED = "No question divides the room clearly. Start at the top, or where most people said “I don't know”."
OF_A_STORY = "This is about the invented story “{title}”, not about our own work."
NOT_SHOWN = "not shown here"
"""Said alike of all that is hidden, whatever the reason: a reason would tell of who is behind it."""
TOO_FEW_TO_SHOW = "Too few people have answered, so nothing is shown."
TOO_FEW_DO = (
    "The smallest group can't be lowered now, because people were promised it. Put the phones away, read a "
    "question aloud, "
    "and let whoever likes say what they have seen. You can still write down what you agree, choose actions, and close."
)
TOO_FEW_JOINED = "So far fewer have joined than the smallest group that is shown, which is {k}."
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
SETTLE_HELP = (
    "No names and no roles. Read aloud what you are about to write: the wall and all phones show it as soon as you "
    "leave a field."
)
