"""Reflection: questions that a person's own answers raise for them; never findings about them."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.answers import AnswerSheet
from models.definition import Tension
from models.findings import Findings
from models.items import Item
from models.scoring import STEP_TOLERANCE

HIGH = 3
"""Worth from which an answer says that something is usual, or more; in 0-4."""


@dataclass(frozen=True, slots=True)
class Guessed:
    """The person answered high, and said that it was a guess."""

    item: Item


Prompt = Guessed | Tension


def prompts(findings: Findings, sheet: AnswerSheet, worth: Mapping[str, float]) -> tuple[Prompt, ...]:
    """What one person is asked to think about: first tensions between answers, then guesses, in authored order.

    Args:
        findings: Of this person alone.
        sheet: Their answers.
        worth: What each answer that counts is worth, in 0-4, by item id.
    """
    questionnaire = findings.layout.questionnaire
    tensions = [tension for tension in questionnaire.tensions if bool(findings.truth(tension.when)[0][0])]
    guessed = [
        Guessed(item)
        for item in questionnaire.items
        if worth.get(item.id, 0) >= HIGH - STEP_TOLERANCE and sheet.response(item.id).known_by == "guess"
    ]
    return (*tensions, *guessed)
