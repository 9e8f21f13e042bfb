"""Words: texts of questionnaires made safe for the screen, and what models say put into sentences."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from cosmos_app.texts.numbers import worked
from cosmos_app.texts.room.participants import YOUR_FIRST, YOUR_FIRST_NONE
from cosmos_app.texts.silences import NOTHING_COUNTED, SILENCE_TEXTS
from cosmos_app.texts.values import answer_read
from models.answers import AnswerSheet
from models.assessment import Contribution, DimensionResult
from models.definition import TOP, Tension
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

KNOWN_BY = {"seen": "I have seen it", "heard": "I have heard of it", "guess": "It is a guess"}
"""How people know what they answered."""


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


def known_by(how: str) -> str:
    """How an answer is known."""
    return KNOWN_BY[how]


def answered(result: DimensionResult) -> str:
    """How much of a theme was answered; of a single question to which there was no value, what was said instead."""
    states = [part.state for part in result.trace if part.state != "not_asked"]
    texts = SILENCE_TEXTS.get(states[0]) if len(states) == 1 else None
    if texts is not None and texts.alone is not None:
        return texts.alone()
    return f"{len(result.counted)} of {result.asked} answered"


def arithmetic(result: DimensionResult) -> str:
    """The calculation of a score, so that a person can do it again on paper."""
    counted = result.counted
    if not counted:
        states = {part.state for part in result.trace} - {"not_asked"}
        texts = SILENCE_TEXTS.get(min(states)) if len(states) == 1 else None
        return ((texts and texts.no_score) or NOTHING_COUNTED)()
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
        return f"One answer, worth {counted[0].worth:g} of {TOP}: the score is {worked(result.score)}. {share}"
    sentence = f"({top}) / {f'({bottom})' if '+' in bottom else bottom} = {worked(result.score)}. {share}"
    if result.lower is not None and result.upper is not None and result.upper > result.lower:
        sentence += f" With the missing ones it could lie between {worked(result.lower)} and {worked(result.upper)}."
    return sentence


def next_up(part: Contribution, stage: int) -> str:
    """The situation that would bring an answer to a stage: the nearest choice worth that much; "" if none is told."""
    better = [(worth, choice.label) for choice in part.item.choices if (worth := worth_of(part.item, choice)) >= stage]
    return min(better, default=(0.0, ""))[1]


def pondered(prompt: Prompt, sheet: AnswerSheet, family: str | None) -> str:
    """What someone may think about, as a question to them."""
    match prompt:
        case Tension(ask=ask):
            return ask
        case Guessed(item):
            answer = answer_read(item, sheet.answer(item.id)).rstrip(".")
            return f"{item.stem(family)} You chose “{answer}”, and called it a guess. Who would know?"
        case _:
            assert_never(prompt)


def first_time(item: Item, before: AnswerSheet) -> str:
    """What somebody chose in the first round of a workshop, for them alone."""
    words = answer_read(item, before.answer(item.id), notes=False)
    return YOUR_FIRST.format(answer=words) if words else YOUR_FIRST_NONE
