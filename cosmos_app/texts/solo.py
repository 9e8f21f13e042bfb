"""Words: texts of questionnaires made safe for the screen, and what models say put into sentences."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from cosmos_app.texts.room.participants import YOUR_FIRST, YOUR_FIRST_NONE
from models.answers import Answer, AnswerSheet, DontKnow, NotApplicable, OutsideOurControl, Skipped, Value
from models.assessment import Assessment, Contribution, DimensionResult
from models.definition import TOP, Tension
from models.external_factors import RaisedFactor
from models.items import Item
from models.progress import Change
from models.reflection import Guessed, Prompt
from models.scoring import worth_of
from models.workshop import Kind

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=])")


MARKS = {"control": "In our control", "influence": "We can influence it", "concern": "We live with it"}
"""What a team can do about a factor or a condition around it, in the words of the screen."""

DEPTHS_TOLD = {"short": "Short, the questions at the heart of it", "full": "Full, for a closer look"}
"""The two forms."""

KINDS_TOLD: Mapping[Kind, str] = {"alone": "I, alone", "shared": "Several of us, at this one screen"}
"""Who gives one set of answers."""

WHOSE_HANDS = "Whose hands is this in?"


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutProfile:
    """What heads a profile."""

    title: str
    lead: str
    note: str


ABOUT_PROFILE: Mapping[bool, AboutProfile] = {
    False: AboutProfile(
        title="Your profile",
        lead="A picture to talk about, not a mark. Where fewer than half of the answers are there, the line has a gap.",
        note="Working together is not a race. It goes back and forth, it takes time, and it is not right for every "
        "service at every moment. The top is not always where you want to be.",
    ),
    True: AboutProfile(
        title="Conditions around you",
        lead="What lies around the work, as you see it. A gap in the line means that too few answers are there.",
        note="None of this says how good a team is: nobody is to blame for the weather. For every theme, you can say "
        "whether it is in your control, whether you can influence it, or whether you live with it.",
    ),
}
"""By whether the questionnaire looks at what is around the team."""


@dataclass(frozen=True, slots=True)
class Thought:
    """A question to a person about their whole profile.

    Attributes:
        subject: Under which their words are kept.
        ask: The question.
    """

    subject: str
    ask: str


UNLEARNED = Thought("unlearned", "What did you once take for granted here, and no longer do?")

DIRECTIONS = {"helps": "Can help", "hinders": "Can hinder", "both": "Can help or hinder"}

WELCOME = (
    "You choose, question by question, the situation that comes closest to what you have seen. "
    "There are no right answers and no marks. At the end you see a picture of your answers, what stands behind it, "
    "and what around the work may be worth talking about."
)

PRIVACY = (
    "They are kept on the computer where CoSMoS runs, at every click, so you can stop and come back.",
    "You see them. So could, in principle, whoever owns that computer. Nobody else does.",
    "No name, no account. Your browser keeps a key that leads back to your answers.",
    "You can erase everything on the last page, whenever you like.",
    "Answers are not read as reports. If somebody is being harmed, please tell a person you trust, or the service "
    "that protects people where you live.",
)
"""What happens to answers; said before the first question."""

ONLY_A_CODE = "After that, only a code from the last page leads back to them."

FEELINGS = ("Very bad", "Rather bad", "Neither good nor bad", "Rather good", "Very good")
"""An experience from worst to best."""

KNOWN_BY = {"seen": "I have seen it", "heard": "I have heard of it", "guess": "It is a guess"}
"""How people know what they answered."""

NOTES = {
    "not-applicable": "Why does it not apply? (if you like)",
    "outside": "What stands in the way? (if you like)",
}
"""What people may add to a silence, by the silence."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    r"""Take every meaning that Markdown sees from a plain text.

    >>> plain("2 * 3 = $6")
    '2 \\* 3 \\= \\$6'
    """
    return _MARKS.sub(r"\\\1", text)


def minutes(number: int) -> str:
    """A length of time as people say it.

    >>> minutes(1), minutes(25)
    ('1 minute', '25 minutes')
    """
    return f"{number} minute{'' if number == 1 else 's'}"


def told_change(change: Change) -> str:
    """Say what an edit did to the rest of the form."""
    parts = []
    if change.hidden:
        parts.append(f"{_questions(len(change.hidden))} no longer asked. What you said is kept and does not count")
    if change.brought_back:
        parts.append(f"{_questions(len(change.brought_back))} asked again, with the answer you gave before")
    if change.opened:
        parts.append(f"Your answer opened {_more(len(change.opened))} on this form")
    return ". ".join(parts) + "."


def _more(number: int) -> str:
    return "one more question" if number == 1 else f"{number} more questions"


def _questions(number: int) -> str:
    return "One question is" if number == 1 else f"{number} questions are"


_SILENCES = {
    "skipped": "no answer: counts as missing",
    "dont_know": "don't know: counts as missing",
    "outside_our_control": "outside our control: counts as missing",
    "not_applicable": "does not apply: left out",
    "not_asked": "not asked: left out",
    "hidden": "not shown: counts as missing",
}


def silence(state: str) -> str:
    """What an answer without a value does to a score."""
    return _SILENCES[state]


def known_by(how: str) -> str:
    """How an answer is known."""
    return KNOWN_BY[how]


def said(item: Item, answer: Answer, *, notes: bool = True) -> str:
    """An answer as the person chose it, with what they noted beside it if *notes*; "" for none."""
    match answer:
        case Value(value):
            several = value if isinstance(value, tuple) else (value,)
            return "; ".join(_label(item, one) for one in several)
        case DontKnow():
            return "I don't know"
        case NotApplicable(reason):
            return f"Does not apply{f': {reason}' if reason and notes else ''}"
        case OutsideOurControl(note):
            return f"Outside our control{f': {note}' if note and notes else ''}"
        case Skipped():
            return ""
        case _:
            assert_never(answer)


def _label(item: Item, value: float | str) -> str:
    choice = item.choice(value) if isinstance(value, int | str) else None
    return choice.label if choice else f"{value:g}" if isinstance(value, int | float) else value


_ALONE = {
    "dont_know": "you said you don't know",
    "outside_our_control": "you said it is outside our control",
    "not_applicable": "you said it does not apply",
}


def answered(result: DimensionResult) -> str:
    """How much of a theme was answered; of a single question to which there was no value, what was said instead."""
    states = [part.state for part in result.trace if part.state != "not_asked"]
    if len(states) == 1 and states[0] in _ALONE:
        return _ALONE[states[0]]
    return f"{len(result.counted)} of {result.asked} answered"


def arithmetic(result: DimensionResult) -> str:
    """The calculation of a score, so that a person can do it again on paper."""
    counted = result.counted
    if not counted:
        return _nothing_counted({part.state for part in result.trace} - {"not_asked"})
    if any(part.weight != 1 for part in counted):
        top = " + ".join(f"{part.weight:g} × {part.worth:g}" for part in counted)
        bottom = " + ".join(f"{part.weight:g}" for part in counted)
    else:
        top, bottom = " + ".join(f"{part.worth:g}" for part in counted), str(len(counted))
    share = f"{len(counted)} of {result.asked} answers have a value."
    if result.score is None:
        return f"{share} That is too little for a score."
    if len(counted) == result.asked == 1:
        return f"One question, one answer: it stands for {counted[0].worth:g} of {TOP}."
    if len(counted) == 1:
        return f"One answer, worth {counted[0].worth:g} of {TOP}: the score is {result.score:.2f}. {share}"
    sentence = f"({top}) / {f'({bottom})' if '+' in bottom else bottom} = {result.score:.2f}. {share}"
    if result.lower is not None and result.upper is not None and result.upper > result.lower:
        sentence += f" With the missing ones it could lie between {result.lower:.2f} and {result.upper:.2f}."
    return sentence


def _nothing_counted(states: AbstractSet[str]) -> str:
    match sorted(states):
        case ["dont_know"]:
            return "You said you don't know. That is an answer too; it has no place on the line."
        case ["not_applicable"]:
            return "You said this does not apply. That is an answer too; it has no place on the line."
        case ["outside_our_control"]:
            return "You said this is outside our control. It has no place on the line; it is worth a talk."
        case _:
            return "There is no answer here that could be counted, so the line has a gap."


def next_up(part: Contribution, stage: int) -> str:
    """The situation that would bring an answer to a stage: the nearest choice worth that much; "" if none is told."""
    better = [(worth, choice.label) for choice in part.item.choices if (worth := worth_of(part.item, choice)) >= stage]
    return min(better, default=(0.0, ""))[1]


def because(raised: RaisedFactor, assessment: Assessment, sheet: AnswerSheet, *, notes: bool = True) -> list[str]:
    """The answers, scores and places that raised a factor, each in a sentence; with people's own words if *notes*."""
    questionnaire, family = assessment.questionnaire, assessment.asking.family
    places = {placed.placement.id: placed for placed in assessment.placements}
    reasons = []
    for subject in raised.because:
        if (item := questionnaire.by_id.get(subject)) is not None:
            reasons.append(f"{item.stem(family)} {said(item, sheet.answer(subject), notes=notes)}".strip())
        elif (placed := places.get(subject)) is not None:
            titles = ", ".join(place.title for place in placed.places("now"))
            reasons.append(f"Your place on the map “{placed.placement.title}”: {titles}.")
        else:
            reasons.append(f"Your score for “{questionnaire.dimension(subject).title}”.")
    return reasons


def pondered(prompt: Prompt, sheet: AnswerSheet, family: str | None) -> str:
    """What someone may think about, as a question to them."""
    match prompt:
        case Tension(ask=ask):
            return ask
        case Guessed(item):
            answer = said(item, sheet.answer(item.id)).rstrip(".")
            return f"{item.stem(family)} You chose “{answer}”, and called it a guess. Who would know?"
        case _:
            assert_never(prompt)


def first_time(item: Item, before: AnswerSheet) -> str:
    """What somebody chose in the first round of a workshop, for them alone."""
    words = said(item, before.answer(item.id), notes=False)
    return YOUR_FIRST.format(answer=words) if words else YOUR_FIRST_NONE
