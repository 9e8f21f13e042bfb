"""Practice cases: whether they can be rated, and every reading leads to a situation there is."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from models.catalogues import Anchor, PracticeCase
from models.definition import Questionnaire
from models.lint.naming import unknown_id
from models.problems import Problem, listing, pointer


def practice_problems(
    at: str, case: PracticeCase, questionnaires: Mapping[str, Questionnaire], file: str
) -> Iterator[Problem]:
    """Report what is wrong with one case that stands at *at*."""
    if case.questionnaire not in questionnaires:
        place, what, known = f"{at}/questionnaire", "questionnaire", list(questionnaires)
        yield unknown_id("unknown-questionnaire", place, what, case.questionnaire, known, home="this folder", file=file)
        return
    items = questionnaires[case.questionnaire].by_id
    for i, (name, readings) in enumerate(case.readings.items()):
        here = at + pointer("items", i)
        if name not in items:
            home = f'the items of "{case.questionnaire}"'
            yield unknown_id("unknown-item", f"{here}/item", "item", name, list(items), home=home, file=file)
            continue
        yield from _readings(here, readings, [choice.value for choice in items[name].choices], file)


def _readings(at: str, readings: Sequence[Anchor], values: Sequence[int | str], file: str) -> Iterator[Problem]:
    def problem(code: str, index: int, wrong: str, mend: str) -> Problem:
        return Problem(code=code, file=file, pointer=at + pointer("readings", index, "value"), wrong=wrong, mend=mend)

    for r, reading in enumerate(readings):
        if reading.value not in values:
            mend = f"Use one of {listing(list(map(str, values)))}."
            yield problem("unknown-option", r, f"{reading.value} is no situation of this item.", mend)
    for r, (lower, higher) in enumerate(pairwise(readings), start=1):
        if higher.value <= lower.value:
            wrong = f"The reading of {higher.value} comes after that of {lower.value}."
            yield problem("reading-order", r, wrong, "List the readings from the lowest situation to the highest.")
