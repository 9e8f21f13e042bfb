"""What is wrong with a file, said so that its author can mend it alone: the sentences of every problem."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cosmos_app.texts.lists import listing
from cosmos_app.texts.message import Text
from cosmos_app.texts.problems.answer_files import ANSWER_FILES
from cosmos_app.texts.problems.answers import answer_fault
from cosmos_app.texts.problems.backups import BACKUPS
from cosmos_app.texts.problems.bundles import BUNDLES, lacking
from cosmos_app.texts.problems.conditions import CONDITIONS, states
from cosmos_app.texts.problems.files import FILES
from cosmos_app.texts.problems.ids_and_references import REFERENCES, among
from cosmos_app.texts.problems.scores import SCORES
from cosmos_app.texts.problems.structure import STRUCTURE, found, wanted, where
from cosmos_app.texts.problems.wording import Wording
from cosmos_app.texts.problems.writing import WRITING
from models.problems import Problem, nearest

WORDINGS: Mapping[str, Wording] = {
    **FILES,
    **STRUCTURE,
    **REFERENCES,
    **CONDITIONS,
    **SCORES,
    **WRITING,
    **ANSWER_FILES,
    **BUNDLES,
    **BACKUPS,
}
"""The sentences of every problem, by its message."""

HINTS: Mapping[str, Text] = {
    "ours": Text('It is called "{ours}" here.'),
    "nearest": Text('Did you mean "{nearest}"?'),
}
"""Sentences before the mend, each where the problem has the value that it names."""

_PHRASES: Mapping[str, Callable[[Any], str]] = {
    "where": where,
    "type": found,
    "types": wanted,
    "among": among,
    "states": states,
    "fault": answer_fault,
    "lacking": lacking,
}
"""How values are said that are neither words nor numbers, by the placeholder that stands for them."""


def wrong_of(problem: Problem) -> str:
    """What is wrong, in one sentence."""
    wording = WORDINGS[problem.message]
    return wording.wrong(**_said(problem.values, wording.most))


def mend_of(problem: Problem) -> str:
    """What to do about it, in one sentence or more."""
    wording = WORDINGS[problem.message]
    values = _said(problem.values, wording.most)
    hints = [hint(**{name: values[name]}) for name, hint in HINTS.items() if values.get(name)]
    has_empty = any(values.get(name) == "" for name in ("known", "description"))
    mend = wording.bare if wording.bare is not None and has_empty else wording.mend
    return " ".join([*hints, mend(**values)])


def line_of(problem: Problem) -> str:
    """A problem on one line, as it is printed.

    >>> line_of(Problem(message="empty-file", file="mine.json", pointer=""))
    'mine.json #: The file is empty. Write a definition, or start from `cosmos new ID`. [empty-file]'
    """
    place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
    return _printable(f"{place} #{problem.pointer}: {wrong_of(problem)} {mend_of(problem)} [{problem.code}]")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the nearest known word; "" if none is near.

    >>> did_you_mean("pwoer", ["purpose", "power"])
    'Did you mean "power"?'
    """
    near = nearest(word, known)
    return HINTS["nearest"](nearest=near) if near else ""


def _said(values: Mapping[str, Any], most: int) -> dict[str, Any]:
    return {name: _phrase(name, value, most) for name, value in values.items()}


def _phrase(name: str, value: Any, most: int) -> Any:
    if name in _PHRASES:
        return _PHRASES[name](value)
    return listing(value, most) if isinstance(value, tuple) else value


def _printable(text: str) -> str:
    """One line that steers no terminal: what a file holds may be anything."""
    if text.isprintable():
        return text
    return "".join(mark if mark.isprintable() else ascii(mark)[1:-1] for mark in text)
