"""What the profile asks back: questions from one's own answers, other ways to read it, what one has unlearned."""

from dataclasses import dataclass
from typing import assert_never

from cosmos_app.texts.message import Plural, Text
from cosmos_app.texts.values import answer_read
from models.answers import AnswerSheet
from models.definition import Tension
from models.reflection import Guessed, Prompt

THINK_ABOUT = Text("Something to think about")
THINK_ABOUT_NOTE = Text("Questions from your own answers, for you alone. They may have good answers.")
MORE = Plural("{n} more", "{n} more")
GUESSED = Text("{question} You chose “{answer}”, and called it a guess. Who would know?")
READ_ANOTHER_WAY = Text("Read it another way: {title}")
FEW_WORDS = Text("A few words, if you like. Please don't name anyone.")


@dataclass(frozen=True, slots=True)
class Thought:
    """A question to a person about their whole profile.

    Attributes:
        subject: Under which their words are kept.
        ask: The question.
    """

    subject: str
    ask: Text


UNLEARNED = Thought("unlearned", Text("What did you once take for granted here, and no longer do?"))


def question_of(prompt: Prompt, sheet: AnswerSheet, family: str | None) -> str:
    """What someone may think about, as a question to them."""
    match prompt:
        case Tension(ask=ask):
            return ask
        case Guessed(item):
            answer = answer_read(item, sheet.answer(item.id)).rstrip(".")
            return GUESSED(question=item.stem(family), answer=answer)
        case _:
            assert_never(prompt)
