"""Reads answer files (one row per respondent, one column per item) into the matrix, or reports every fault."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from cosmos_app.interchange.table_files import Cells, Table, UnreadableTableError, read_table
from models.answers import Fault, Value, fault_of
from models.catalogues import Roles
from models.definition import DEPTHS
from models.items import Item
from models.layout import SKIPPED, Answers, Bools, Codes, Column, Ints, Layout
from models.people import Labels, People
from models.problems import Problem, ProblemsError, nearest, pointer
from models.silences import BY_CODE, NON_VALUES

RESPONDENT, SITE, WAVE, ROLE, DEPTH = ABOUT = ("respondent", "site", "wave", "role", "depth")
"""Columns about the respondent; every other column is an item's."""

MOST_LISTED = 20
"""Faults of a column that are listed one by one; the rest are counted."""

Wrong = tuple[str, Mapping[str, Any]]
"""What is wrong with a text of a column: the message, and its values."""

_BLANK = Cells(("",), np.zeros(0, dtype=np.int64))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFile:
    """What an answer file holds.

    Attributes:
        respondents: What each row calls its respondent, in the order of the file; else the row's number.
        people: Their role, site and wave.
        answers: Their answers.
        warnings: What the file leaves out and can be read without.
    """

    respondents: tuple[str, ...]
    people: People
    answers: Answers
    warnings: tuple[Problem, ...] = ()


class InvalidAnswersError(ProblemsError):
    """An answer file can't be used; its problems are by row."""


def read_answers(path: Path, layout: Layout, roles: Roles) -> AnswerFile:
    """Read the answers to a questionnaire from a CSV or Parquet file.

    A cell of an item holds a value, nothing (skipped), DK, NA or OUT; several values are joined by ";".

    Args:
        path: The file; its ending says which kind it is.
        layout: How the questionnaire is laid out.
        roles: Says to which family a role belongs, and so which items a person is asked.

    Raises:
        InvalidAnswersError: If anything in the file can't be understood.
    """
    try:
        table = read_table(path)
    except UnreadableTableError as error:
        raise InvalidAnswersError([error.problem]) from error
    return _Reading(table, str(path), layout, roles).result()


class _Reading:
    """Turns one file into the matrix."""

    def __init__(self, table: Table, file: str, layout: Layout, roles: Roles) -> None:
        self.table = table
        self.file = file
        self.layout = layout
        self.roles = roles
        self.faults: list[tuple[int, int, Problem]] = []
        self.cells = dict(zip(table.names, table.columns, strict=True))
        self.blank = Cells(_BLANK.texts, np.zeros(len(table.rows), dtype=np.int64))

    def result(self) -> AnswerFile:
        self._check_head()
        short = self._short()
        answers = Answers(codes=self._codes(), short=short, family=self._families())
        respondents = self._respondents()
        faults = [*self._in_whole(), *(fault for _, _, fault in sorted(self.faults, key=lambda fault: fault[:2]))]
        if faults:
            lines = self.table.lines() if self.table.lines else {}
            raise InvalidAnswersError(_at_its_line(fault, lines) for fault in faults)
        return AnswerFile(
            respondents=respondents,
            people=People(
                role=self._labels(ROLE, lambda role: self.roles.family_of(role) or role or None),
                site=self._labels(SITE, lambda name: name or None),
                wave=self._labels(WAVE, lambda name: name or None),
            ),
            answers=answers,
            warnings=(*self._left_out(short), *self._misspelt_roles()),
        )

    def _in_whole(self) -> Iterator[Problem]:
        yield from self.table.problems
        if not len(self.table.rows) and not self.table.problems:
            yield Problem(message="no-rows", file=self.file, pointer="")

    def _check_head(self) -> None:
        known = [*ABOUT, *self.layout.by_id]
        for name, times in Counter(self.table.names).items():
            index = self.table.names.index(name)
            if times > 1:
                self._fault("duplicate-column", name, index, n=times, column=name)
            elif name not in known:
                message = "unknown-column.no-item" if name else "unknown-column.no-name"
                near = nearest(name, known)
                self._fault(message, name, index, column=name, number=index + 1, nearest=near, others=ABOUT)

    def _left_out(self, short: Bools) -> Iterator[Problem]:
        asked = self.layout.questionnaire.at_depth("short" if short.all() else "full")
        if missing := tuple(item.id for item in asked if item.id not in self.cells):
            yield Problem(message="missing-column", file=self.file, pointer="", values={"items": missing})
        filled = np.zeros(len(self.table.rows), dtype=bool)
        for cells in self.table.columns:
            filled |= np.array([bool(text) for text in cells.texts])[cells.index]
        if blank := self.table.rows[~filled].tolist():
            yield Problem(message="blank-row", file=self.file, pointer="", values={"rows": tuple(blank)})

    def _misspelt_roles(self) -> Iterator[Problem]:
        """A role is free text; one that is almost a known role gets a warning, because it makes a group of its own."""
        known = [name for family in self.roles.families for known in family.roles for name in (known.id, known.title)]
        for role in self._about(ROLE).texts:
            near = "" if self.roles.family_of(role) else nearest(role, known, 0.85)
            if near:
                values = {"role": role, "nearest": near}
                yield Problem(message="near-role", file=self.file, pointer=pointer(ROLE), values=values)

    def _codes(self) -> Codes:
        codes = np.full((len(self.table.rows), self.layout.width), SKIPPED, dtype=np.uint8, order="F")
        for column in self.layout.columns:
            if column.item.id in ABOUT or column.item.id not in self.cells:
                continue
            cells = self.cells[column.item.id]
            by_text, faults = encode(column, cells.texts)
            for offset in range(column.width):
                codes[:, column.first + offset] = by_text[cells.index, offset]
            wrong = partial(_wrong_answer, column.item, cells.texts, faults)
            self._report(column.item.id, cells, faults, wrong, "wrong-answer.more")
        return codes

    def _short(self) -> Bools:
        cells = self._about(DEPTH)
        unknown = [number for number, text in enumerate(cells.texts) if text not in ("", *DEPTHS)]
        self._report(DEPTH, cells, unknown, partial(_unknown_depth, cells.texts), "unknown-depth.more")
        return np.array([text == "short" for text in cells.texts])[cells.index]

    def _families(self) -> Ints:
        cells = self._about(ROLE)
        by_text = [self.layout.family_index(self.roles.family_of(role)) for role in cells.texts]
        return np.array(by_text, dtype=np.int64)[cells.index]

    def _respondents(self) -> tuple[str, ...]:
        cells, waves = self._about(RESPONDENT), self._about(WAVE)
        named = tuple(
            cells.texts[number] or str(row)
            for number, row in zip(cells.index.tolist(), self.table.rows.tolist(), strict=True)
        )
        first: dict[tuple[str, int], int] = {}
        again: dict[int, int] = {}
        for row, key in enumerate(zip(named, waves.index.tolist(), strict=True)):
            if first.setdefault(key, row) != row:
                again[row] = int(self.table.rows[first[key]])
        rows, wrong = Cells(named, np.arange(len(named))), partial(_seen_before, named, again)
        self._report(RESPONDENT, rows, again, wrong, "duplicate-respondent.more")
        return named

    def _labels(self, name: str, label: Callable[[str], str | None]) -> Labels:
        cells = self._about(name)
        return Labels.of([label(text) for text in cells.texts], cells.index)

    def _about(self, name: str) -> Cells:
        return self.cells.get(name, self.blank)

    def _report(
        self, name: str, cells: Cells, wrong: Collection[int], wrong_of: Callable[[int], Wrong], more: str
    ) -> None:
        """Report the faults of a column: the first rows one by one.

        Args:
            name: The column.
            cells: What it holds.
            wrong: Those of its texts that are wrong, by their number.
            wrong_of: What is wrong with one of them.
            more: The message for the rows that are only counted.
        """
        if not wrong:
            return
        index = self.table.names.index(name)
        is_wrong = np.zeros(len(cells.texts), dtype=bool)
        is_wrong[list(wrong)] = True
        at = np.flatnonzero(is_wrong[cells.index])
        for row in at[:MOST_LISTED].tolist():
            message, values = wrong_of(int(cells.index[row]))
            number = int(self.table.rows[row])
            self._fault(message, name, index, number, row=number, **values)
        if len(at) > MOST_LISTED:
            self._fault(more, name, index, len(self.table.rows) + 1, n=len(at) - MOST_LISTED)

    def _fault(self, message: str, name: str, index: int, under: int = 0, **values: object) -> None:
        """Note a fault under the number of its row (0 for the head); ``_at_its_line`` turns that into a line."""
        problem = Problem(message=message, file=self.file, pointer=pointer(name), line=under, values=values)
        self.faults.append((under, index, problem))


def _at_its_line(fault: Problem, lines: Mapping[int, int]) -> Problem:
    if fault.line is None or not fault.pointer:
        return fault
    return fault.at_line(lines.get(fault.line, 1 if fault.line == 0 and lines else None))


def encode(column: Column, texts: Sequence[str]) -> tuple[Codes, Mapping[int, Fault]]:
    """Turn the different texts of an item's column into codes.

    Args:
        column: How the item is coded.
        texts: The texts, without space around them.

    Returns:
        The codes, shape (texts, width of the column), and what is wrong, by the number of the text.
    """
    codes = np.full((len(texts), column.width), SKIPPED, dtype=np.uint8)
    wrong: dict[int, Fault] = {}
    numbers: dict[int, float] = {}
    for number, text in enumerate(texts):
        if text in BY_CODE:
            codes[number] = column.code(BY_CODE[text].answer())
            continue
        answer = Value(READ[column.item.kind](text))
        if fault := fault_of(column.item, answer):
            wrong[number] = fault
        elif column.item.kind == "number":
            numbers[number] = answer.value  # type: ignore[assignment]  # a number, else there is a fault
        else:
            codes[number] = column.code(answer)
    if numbers:
        codes[list(numbers), 0] = column.bands(np.array(list(numbers.values()), dtype=float))
    return codes, wrong


def _wrong_answer(item: Item, texts: Sequence[str], faults: Mapping[int, Fault], number: int) -> Wrong:
    text, fault = texts[number], faults[number]
    if text.upper() in NON_VALUES:
        return "wrong-answer.capitals", {"fault": fault, "code": text.upper()}
    near = nearest(text, [str(choice.value) for choice in item.choices])
    return "wrong-answer.value", {"fault": fault, "nearest": near}


def _unknown_depth(texts: Sequence[str], number: int) -> Wrong:
    return "unknown-depth.depth", {"depth": texts[number], "nearest": nearest(texts[number], DEPTHS)}


def _seen_before(named: Sequence[str], again: Mapping[int, int], row: int) -> Wrong:
    return "duplicate-respondent.respondent", {"respondent": named[row], "first": again[row]}


def _number(text: str) -> float | str:
    return float(text) if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", text, re.ASCII) else text


def _whole(text: str) -> int | str:
    return int(text.partition(".")[0]) if re.fullmatch(r"[+-]?\d{1,18}(\.0*)?", text, re.ASCII) else text


def _several(text: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, text.split(";")) if part)


READ: Mapping[str, Callable[[str], Any]] = {
    "rubric": _whole,
    "rating": _whole,
    "choice": str,
    "checklist": _several,
    "number": _number,
    "text": str,
    "date": str,
    "experience": _whole,
    "actor": str,
    "actors": _several,
    "links": _several,
}
"""For each kind of item: the value that a text stands for; a text that is none stays a text, and is a fault later."""
