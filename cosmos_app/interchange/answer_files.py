"""Answer files: one row per respondent, one column per item, read into the matrix or refused with every fault."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from cosmos_app.interchange.table_files import Cells, Table, UnreadableTableError, read_table
from models.answers import Value, fault_of
from models.catalogues import Roles
from models.definition import DEPTHS
from models.items import Item
from models.layout import SKIPPED, Answers, Bools, Codes, Column, Ints, Layout
from models.people import Labels, People
from models.problems import Problem, ProblemsError, did_you_mean, listing, pointer
from models.silences import BY_CODE, NON_VALUES

RESPONDENT, SITE, WAVE, ROLE, DEPTH = ABOUT = ("respondent", "site", "wave", "role", "depth")
"""Columns about the respondent; every other column is an item's."""

MOST_TOLD = 20
"""Faults told one by one in a column; the rest of them are counted."""

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
    """One file on its way into the matrix."""

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
        faults = [*self._in_whole(), *(fault for _, _, fault in sorted(self.faults, key=lambda one: one[:2]))]
        if faults:
            lines = self.table.lines() if self.table.lines else {}
            raise InvalidAnswersError(_at_its_line(fault, lines) for fault in faults)
        return AnswerFile(
            respondents=respondents,
            people=People(
                role=self._labels(ROLE, lambda said: self.roles.family_of(said) or said or None),
                site=self._labels(SITE, lambda said: said or None),
                wave=self._labels(WAVE, lambda said: said or None),
            ),
            answers=answers,
            warnings=(*self._left_out(short), *self._misspelt_roles()),
        )

    def _in_whole(self) -> Iterator[Problem]:
        yield from self.table.problems
        if not len(self.table.rows) and not self.table.problems:
            mend = "Write a row below the head for each respondent."
            yield Problem(code="no-rows", file=self.file, pointer="", wrong="There is a head but no row.", mend=mend)

    def _check_head(self) -> None:
        known = [*ABOUT, *self.layout.by_id]
        for name, times in Counter(self.table.names).items():
            place = self.table.names.index(name)
            if times > 1:
                wrong = f'{times} columns are called "{name}".'
                self._fault("duplicate-column", name, place, wrong, "Keep one of them; the others would be lost.")
            elif name not in known:
                wrong = f'There is no item "{name}".' if name else f"Column {place + 1} has no name."
                mend = f"{did_you_mean(name, known)}Name the column after an item, or one of {', '.join(ABOUT)}."
                self._fault("unknown-column", name, place, wrong, mend)

    def _left_out(self, short: Bools) -> Iterator[Problem]:
        asked = [item for item in self.layout.questionnaire.items if item.core or not short.all()]
        if missing := [item.id for item in asked if item.id not in self.cells]:
            wrong = f"There is no column for {listing(missing, 40)}."
            mend = "Everyone is taken to have skipped what has no column."
            yield Problem(code="missing-column", file=self.file, pointer="", wrong=wrong, mend=mend)
        filled = np.zeros(len(self.table.rows), dtype=bool)
        for cells in self.table.columns:
            filled |= np.array([bool(text) for text in cells.texts])[cells.index]
        if blank := self.table.rows[~filled].tolist():
            wrong = f"Nothing stands in row {listing(map(str, blank))}."
            mend = "Each counts as somebody who skipped everything; delete it if nobody stands behind it."
            yield Problem(code="blank-row", file=self.file, pointer="", wrong=wrong, mend=mend)

    def _misspelt_roles(self) -> Iterator[Problem]:
        """A role is free text; one that nearly is a known role is worth a word, because it makes a group of its own."""
        known = [name for family in self.roles.families for role in family.roles for name in (role.id, role.title)]
        for said in self._about(ROLE).texts:
            hint = "" if self.roles.family_of(said) else did_you_mean(said, known, 0.85)
            if hint:
                wrong = f'"{said}" is no role we know, and is taken as a group of its own.'
                mend = f"{hint}If not, all is well."
                yield Problem(code="near-role", file=self.file, pointer=pointer(ROLE), wrong=wrong, mend=mend)

    def _codes(self) -> Codes:
        codes = np.full((len(self.table.rows), self.layout.width), SKIPPED, dtype=np.uint8, order="F")
        for column in self.layout.columns:
            if column.item.id in ABOUT or column.item.id not in self.cells:
                continue
            cells = self.cells[column.item.id]
            by_text, wrong = encode(column, cells.texts)
            for place in range(column.width):
                codes[:, column.first + place] = by_text[cells.index, place]
            self._tell(column.item.id, "wrong-answer", wrong, cells, partial(_mend, column.item))
        return codes

    def _short(self) -> Bools:
        cells = self._about(DEPTH)
        wrong = {
            place: f'"{text}" is not a depth.' for place, text in enumerate(cells.texts) if text not in ("", *DEPTHS)
        }
        self._tell(
            DEPTH, "unknown-depth", wrong, cells, lambda text: f"{did_you_mean(text, DEPTHS)}Write short or full."
        )
        return np.array([text == "short" for text in cells.texts])[cells.index]

    def _families(self) -> Ints:
        cells = self._about(ROLE)
        by_text = [self.layout.family_index(self.roles.family_of(said)) for said in cells.texts]
        return np.array(by_text, dtype=np.int64)[cells.index]

    def _respondents(self) -> tuple[str, ...]:
        cells, waves = self._about(RESPONDENT), self._about(WAVE)
        named = tuple(
            cells.texts[place] or str(row)
            for place, row in zip(cells.index.tolist(), self.table.rows.tolist(), strict=True)
        )
        first: dict[tuple[str, int], int] = {}
        again = {}
        for row, key in enumerate(zip(named, waves.index.tolist(), strict=True)):
            if first.setdefault(key, row) != row:
                again[row] = f'"{key[0]}" is row {self.table.rows[first[key]]} already.'
        mend = "Give every person a name or number of their own; the same person may return in another wave."
        rows = Cells(named, np.arange(len(named)))
        self._tell(RESPONDENT, "duplicate-respondent", again, rows, lambda _: mend)
        return named

    def _labels(self, name: str, label: Callable[[str], str | None]) -> Labels:
        cells = self._about(name)
        return Labels.of([label(text) for text in cells.texts], cells.index)

    def _about(self, name: str) -> Cells:
        return self.cells.get(name, self.blank)

    def _tell(self, name: str, code: str, wrong: Mapping[int, str], cells: Cells, mend: Callable[[str], str]) -> None:
        """Tell the faults of a column, given by the place of their text: the first rows one by one."""
        if not wrong:
            return
        place = self.table.names.index(name)
        is_wrong = np.zeros(len(cells.texts), dtype=bool)
        is_wrong[list(wrong)] = True
        at = np.flatnonzero(is_wrong[cells.index])
        for row in at[:MOST_TOLD].tolist():
            text = int(cells.index[row])
            number = int(self.table.rows[row])
            told = f"Row {number}: {wrong[text]}"
            self._fault(code, name, place, told, mend(cells.texts[text]), number)
        if len(at) > MOST_TOLD:
            told = f"{len(at) - MOST_TOLD} more rows of this column have such a fault."
            self._fault(
                code, name, place, told, "Mend those above first; the same cause is likely.", len(self.table.rows) + 1
            )

    def _fault(self, code: str, name: str, place: int, wrong: str, mend: str, row: int = 0) -> None:
        """Note a fault under its row (0 for the head); ``_at_its_line`` turns the row into a line."""
        problem = Problem(code=code, file=self.file, pointer=pointer(name), line=row, wrong=wrong, mend=mend)
        self.faults.append((row, place, problem))


def _at_its_line(fault: Problem, lines: Mapping[int, int]) -> Problem:
    if fault.line is None or not fault.pointer:
        return fault
    return fault.at_line(lines.get(fault.line, 1 if fault.line == 0 and lines else None))


def encode(column: Column, texts: Sequence[str]) -> tuple[Codes, Mapping[int, str]]:
    """Turn the different texts of an item's column into codes.

    Args:
        column: How the item is coded.
        texts: The texts, without space around them.

    Returns:
        The codes, shape (texts, width of the column), and what is wrong, by the place of the text.
    """
    codes = np.full((len(texts), column.width), SKIPPED, dtype=np.uint8)
    wrong: dict[int, str] = {}
    numbers: dict[int, float] = {}
    for place, text in enumerate(texts):
        if text in BY_CODE:
            codes[place] = column.code(BY_CODE[text].answer())
            continue
        answer = Value(READ[column.item.kind](text))
        if fault := fault_of(column.item, answer):
            wrong[place] = fault
        elif column.item.kind == "number":
            numbers[place] = answer.value  # type: ignore[assignment]  # a number, or there were a fault
        else:
            codes[place] = column.code(answer)
    if numbers:
        codes[list(numbers), 0] = column.bands(np.array(list(numbers.values()), dtype=float))
    return codes, wrong


def _mend(item: Item, text: str) -> str:
    if text.upper() in NON_VALUES:
        return f"Write {text.upper()} in capitals."
    known = [str(choice.value) for choice in item.choices]
    return f"{did_you_mean(text, known)}Write a value, DK, NA or OUT, or leave the cell blank."


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
"""For each kind of item: the value that a text stands for; what it can't be stays text and is refused after."""
