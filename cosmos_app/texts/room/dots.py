"""Texts about the dots: how answers lie, who is heard first, how far groups are apart, what is not shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from cosmos_app.texts.message import Plural, Text, paragraph
from models.agreement import FEWEST, Shape
from models.board import FamilyGap
from models.descriptives import KnownHow


@dataclass(frozen=True, slots=True)
class ShapeTexts:
    """How the answers to a question lie, in words.

    Attributes:
        short: A heading.
        long: A sentence.
        do: What the facilitator may do with it.
    """

    short: Text
    long: Text
    do: Text


SHAPE_TEXTS: Mapping[Shape | None, ShapeTexts] = {
    "alike": ShapeTexts(
        Text("We see this alike"),
        Text("Most answers lie close together."),
        Text("Ask for objections, then go on. Alike is not the same as right."),
    ),
    "spread": ShapeTexts(
        Text("Spread out"),
        Text("The answers are spread over several situations. There are no clear groups."),
        Text("Ask what each has seen. Often people think of different cases, or of different places."),
    ),
    "camps": ShapeTexts(
        Text("Two camps"),
        Text("The answers form groups that lie apart, with few or none between them."),
        Text("Hear one view to its end, then the other. Ask what both could have seen. Don't look for the middle."),
    ),
    None: ShapeTexts(
        Text("Too few to name"),
        Text("Fewer than five people chose a situation here. Look at the dots themselves."),
        Text("Let whoever wants to say what they have seen. Don't count."),
    ),
}
MINORITY_LEAD = Text("Hear this first, chosen by few:")
MINORITY = (
    Text("What might someone who chose this have seen?"),
    Text("On which day would this be the right answer?"),
    Text("Whom would we have to ask to hear more about this?"),
)
ALL_THE_SAME = Text("Everyone who chose a situation chose this one.")
NOTHING_FLAGGED = Text(
    "No question divides the room clearly. Start at the top, or where most people said “I don't know”."
)
OF_A_STORY = Text("This is about the invented story “{title}”, not about our own work.")
IN_OWN_WORDS = Text("People answered this in their own words, which are theirs alone.")
FIRST_TIME, SECOND_TIME = Text("The first time"), Text("The second time")
GROUPS = Text("How groups see it")
REASONS = Text("Reasons people wrote")

NOT_SHOWN = Text("not shown here")
"""Said alike of all that is hidden, whatever the reason: a reason would tell of who is behind it."""

TOO_FEW_TO_SHOW = Text("Too few people have answered, so nothing is shown.")
TOO_FEW_DO = Text(
    "The smallest group can't be lowered now, because people were promised it. Put the phones away, read a question "
    "aloud, and let whoever likes say what they have seen. You can still write down what you agree, choose actions, "
    "and close."
)

KNOWN_BY_TEXTS: Mapping[KnownHow, Text] = {
    "seen": Text("have seen it"),
    "heard": Text("have heard of it"),
    "guess": Text("guess"),
    "": Text("did not say"),
}
"""How people know what they answered, as the heading of a count; "" where they did not say."""

KNOWN_BY_COUNTED: Mapping[KnownHow, Plural] = {
    "seen": Plural("{n} has seen it", "{n} have seen it"),
    "heard": Plural("{n} has heard of it", "{n} have heard of it"),
    "guess": Plural("{n} guesses", "{n} guess"),
    "": Plural("{n} did not say", "{n} did not say"),
}
"""The same, with how many they are."""

KNOWN_BY = Text("How people know it: {counts}.")
DONT_KNOW_MANY = Text("Many of us don't know. Who would know?")

GAP: Mapping[int, Text] = {
    1: Text("“{higher}” chose situations about half a step further on than “{lower}”, on average."),
    2: Text("“{higher}” chose situations about one step further on than “{lower}”, on average."),
    3: Text("“{higher}” chose situations about one and a half steps further on than “{lower}”, on average."),
    4: Text("“{higher}” chose situations about two steps further on than “{lower}”, on average."),
    5: Text("“{higher}” chose situations about two and a half steps further on than “{lower}”, on average."),
    6: Text("“{higher}” chose situations about three steps further on than “{lower}”, on average."),
    7: Text("“{higher}” chose situations about three and a half steps further on than “{lower}”, on average."),
    8: Text("“{higher}” chose situations about four steps further on than “{lower}”, on average."),
}
"""How far apart two groups are, by halves of a step."""

GAP_SMALL = Text("The groups that are shown see this much alike.")
GAP_NOTE = Text("This says where to ask, not who is right. People see different sides of the same work.")
GAP_FEW = Text("With so few people, one more could change this.")


def gap_in_words(gap: FamilyGap | None, titles: Mapping[str | None, str]) -> str:
    """How far apart the two groups are that see a question most differently; "" if fewer than two are shown.

    Args:
        gap: Between the two.
        titles: What the families are called.
    """
    if gap is None:
        return ""
    halves = floor(abs(gap.gap.mean_gap) * 2 + 0.5)
    if halves == 0:
        return GAP_SMALL()
    sentences = [GAP[halves](higher=titles[gap.first], lower=titles[gap.second]), GAP_NOTE()]
    if min(gap.gap.n_first, gap.gap.n_second) < FEWEST:
        sentences.append(GAP_FEW())
    return paragraph(*sentences)


def known_by_in_words(known_by: Mapping[KnownHow, int] | None) -> str:
    """How many have seen, heard of or guessed what they answered; "" if nobody said."""
    counts = known_by or {}
    if not any(n for how, n in counts.items() if how):
        return ""
    return KNOWN_BY(counts=", ".join(KNOWN_BY_COUNTED[how](n) for how, n in counts.items() if n))
