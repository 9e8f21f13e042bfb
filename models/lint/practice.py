"""Checks practice cases: whether they can be rated, and every reading leads to a situation that exists."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from models.catalogues import Anchor, PracticeCase
from models.definition import Questionnaire
from models.lint.naming import unknown_id
from models.problems import Problem, pointer


def practice_problems(
    at: str, case: PracticeCase, questionnaires: Mapping[str, Questionnaire], file: str
) -> Iterator[Problem]:
    """Report what is wrong with the case at the JSON Pointer *at*."""
    if case.questionnaire not in questionnaires:
        place, known = f"{at}/questionnaire", list(questionnaires)
        yield unknown_id("unknown-questionnaire", place, case.questionnaire, known, file)
        return
    items = questionnaires[case.questionnaire].by_id
    for i, (name, readings) in enumerate(case.readings.items()):
        here = at + pointer("items", i)
        if name not in items:
            yield unknown_id("unknown-item", f"{here}/item", name, list(items), file, questionnaire=case.questionnaire)
            continue
        yield from _readings(here, readings, [choice.value for choice in items[name].choices], file)


def _readings(at: str, readings: Sequence[Anchor], values: Sequence[int | str], file: str) -> Iterator[Problem]:
    def problem(message: str, index: int, **found: object) -> Problem:
        return Problem(message=message, file=file, pointer=at + pointer("readings", index, "value"), values=found)

    for r, reading in enumerate(readings):
        if reading.value not in values:
            yield problem("unknown-option.situation", r, value=reading.value, known=tuple(values))
    for r, (lower, higher) in enumerate(pairwise(readings), start=1):
        if higher.value <= lower.value:
            yield problem("reading-order", r, lower=lower.value, higher=higher.value)
