"""The profile of one person: its pictures and table, why each score is what it is, and where to be."""

from collections.abc import Mapping
from dataclasses import dataclass

from cosmos_app.texts.message import Text, paragraph
from cosmos_app.texts.numbers import worked, worth
from cosmos_app.texts.silences import NOTHING_COUNTED, SILENCE_TEXTS
from models.assessment import Contribution, DimensionResult
from models.definition import TOP
from models.scoring import worth_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutProfile:
    """What heads a profile."""

    title: Text
    lead: Text
    note: Text


ABOUT_PROFILE: Mapping[bool, AboutProfile] = {
    False: AboutProfile(
        title=Text("Your profile"),
        lead=Text(
            "A picture to talk about, not a mark. Where fewer than half of the answers are there, the line has a gap."
        ),
        note=Text(
            "Working together is not a race. It goes back and forth, it takes time, and it is not right for every "
            "service at every moment. The top is not always where you want to be."
        ),
    ),
    True: AboutProfile(
        title=Text("Conditions around you"),
        lead=Text("What lies around the work, as you see it. A gap in the line means that too few answers are there."),
        note=Text(
            "None of this says how good a team is: nobody is to blame for the weather. For every theme, you can say "
            "whether it is in your control, whether you can influence it, or whether you live with it."
        ),
    ),
}
"""By whether the questionnaire looks at what is around the team."""

ONE_QUESTION_EACH = Text(
    "One question each: this short profile is a first sketch. The full form asks more about every theme."
)
TOO_FEW = Text("There are too few answers yet for a picture.")
TOO_FEW_DO = Text("A few more will do; what you have said is kept.")

THE_SHAPE = Text("The shape")
THE_ANSWERS = Text("The answers behind it")
THEME_BY_THEME = Text("Theme by theme")
PROFILE_AS_A_TABLE = Text("Profile as a table")
PROFILE_HEADS = (
    Text("Theme"),
    Text("Score, 0 to 4"),
    Text("Stage"),
    Text("Answered"),
    Text("Could lie between"),
    Text("Target"),
    Text("Whose hands"),
)
ANSWERED_OF = Text("{n} of {asked}")
"""How many answers a theme has a value for."""

WHY_THIS_SCORE = Text("Why this score")
STAGE = Text(
    "**Stage: {stage}.** The score is the average of the answers; the stage is what every one of them reaches, so it "
    "can be lower."
)
NEXT_STAGE = Text("What “{stage}” would look like here:")
WORTH = Text("{worth} of {top}")
WHY = Text("Why: {words}")

TARGET = Text("Where do you want the score to be, in a year or so?")

ANSWERED = Text("{n} of {asked} answered")
TOO_LITTLE = Text("{n} of {asked} answers have a value. That is too little for a score.")
ONE_OF_ONE = Text("One question, one answer: it stands for {worth} of {top}.")
ONE_ANSWER = Text("One answer, worth {worth} of {top}: the score is {score}. {n} of {asked} answers have a value.")
ARITHMETIC = Text("{sum} = {score}. {n} of {asked} answers have a value.")
COULD_LIE = Text("With the missing ones it could lie between {lower} and {upper}.")


def answered(result: DimensionResult) -> str:
    """How much of a theme was answered; of a single question to which there was no value, what was said instead."""
    states = [part.state for part in result.trace if part.state != "not_asked"]
    texts = SILENCE_TEXTS.get(states[0]) if len(states) == 1 else None
    if texts is not None and texts.alone is not None:
        return texts.alone()
    return ANSWERED(n=len(result.counted), asked=result.asked)


def arithmetic(result: DimensionResult) -> str:
    """The calculation of a score, so that a person can do it again on paper."""
    counted = result.counted
    if not counted:
        states = {part.state for part in result.trace} - {"not_asked"}
        texts = SILENCE_TEXTS.get(min(states)) if len(states) == 1 else None
        return ((texts and texts.no_score) or NOTHING_COUNTED)()
    n, asked = len(counted), result.asked
    if result.score is None:
        return TOO_LITTLE(n=n, asked=asked)
    if n == asked == 1:
        return ONE_OF_ONE(worth=_worth(counted[0]), top=TOP)
    score = worked(result.score)
    if n == 1:
        return ONE_ANSWER(worth=_worth(counted[0]), top=TOP, score=score, n=n, asked=asked)
    could_lie = ""
    if result.lower is not None and result.upper is not None and result.upper > result.lower:
        could_lie = COULD_LIE(lower=worked(result.lower), upper=worked(result.upper))
    return paragraph(ARITHMETIC(sum=_sum(counted), score=score, n=n, asked=asked), could_lie)


def _sum(counted: tuple[Contribution, ...]) -> str:
    """The weighted mean as it is worked out on paper."""
    if all(part.weight == 1 for part in counted):
        return f"({' + '.join(map(_worth, counted))}) / {len(counted)}"
    weights = " + ".join(f"{part.weight:g}" for part in counted)
    weighted = " + ".join(f"{part.weight:g} × {_worth(part)}" for part in counted)
    return f"({weighted}) / ({weights})"


def _worth(part: Contribution) -> str:
    return worth(part.worth or 0.0)


def next_up(part: Contribution, stage: int) -> str:
    """The situation that would bring an answer to a stage: the nearest choice worth that much; "" if there is none."""
    better = [(value, choice.label) for choice in part.item.choices if (value := worth_of(part.item, choice)) >= stage]
    return min(better, default=(0.0, ""))[1]
