"""The layout of answers as a wide matrix: one uint8 column per item. Everything is computed from this matrix.

It holds one person, a workshop or a national archive alike, so there is one kernel for all of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from models.answers import Answer, AnswerSheet, Value
from models.catalogues import Placement
from models.conditions import (
    Condition,
    ItemIs,
    atoms,
)
from models.definition import Depth, Questionnaire
from models.items import EXPERIENCES, KINDS, Item
from models.silences import SILENCES, silence_of

Codes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

NOT_ASKED = 251
"""Code of an item that a person is not asked: no value, and in no denominator."""

OUTSIDE, NOT_APPLICABLE, DONT_KNOW, SKIPPED = (
    SILENCES[name].number for name in ("outside_our_control", "not_applicable", "dont_know", "skipped")
)

FIRST_NON_VALUE = min(NOT_ASKED, *(silence.number for silence in SILENCES.values()))
"""Every code below this one stands for a value."""

LEAVES_DENOMINATOR: Bools = np.isin(
    np.arange(256), [NOT_ASKED, *(silence.number for silence in SILENCES.values() if silence.leaves_denominator)]
)
"""By code, shape (256,): whether the item counts neither as a value nor as missing."""

UNKNOWN_FAMILY = -1
GIVEN = "given"
"""Stands for every value of an item whose values no condition compares."""


@dataclass(frozen=True, slots=True)
class Column:
    """How one item is coded.

    Attributes:
        item: The item.
        first: Index of its first column.
        width: Columns it takes: one, or one per option of a checklist.
        values: The value (or, for a number, one value of the band) that each code from 0 stands for.
        edges: For a number: the thresholds between its bands, rising.
    """

    item: Item
    first: int
    width: int
    values: tuple[Any, ...]
    edges: tuple[float, ...] = ()

    def code(self, answer: Answer) -> tuple[int, ...]:
        """The codes of an answer, one per column."""
        if isinstance(answer, Value):
            return self._value_code(answer.value)
        return (silence_of(answer).number,) * self.width

    def _value_code(self, value: Any) -> tuple[int, ...]:
        if self.item.kind == "checklist":
            return tuple(int(choice.value in value) for choice in self.item.choices)
        if self.item.kind == "number":
            return (int(self.bands(np.array([value], dtype=float))[0]),)
        return (0 if self.values == (GIVEN,) else self.values.index(value),)

    def bands(self, numbers: Floats) -> Ints:
        """The band of each number: even between thresholds, odd on one; the result has the same shape."""
        edges = np.array(self.edges)
        left, right = np.searchsorted(edges, numbers, "left"), np.searchsorted(edges, numbers, "right")
        return np.asarray(left + right, dtype=np.int64)


@dataclass(frozen=True, kw_only=True)
class Answers:
    """Answers of many respondents.

    Attributes:
        codes: Shape (respondents, columns), column-major.
        short: Shape (respondents,); whether they were asked core items only.
        family: Shape (respondents,); index into ``Layout.families``, their number for another known family,
            UNKNOWN_FAMILY for someone without a known role, who is asked everything.
    """

    codes: Codes
    short: Bools
    family: Ints

    def __len__(self) -> int:
        return len(self.codes)

    def rows(self, part: slice) -> "Answers":
        """Some of the respondents."""
        return Answers(codes=self.codes[part], short=self.short[part], family=self.family[part])


@dataclass(frozen=True)
class Layout:
    """A questionnaire laid out as columns.

    Attributes:
        questionnaire: The definition.
        columns: How each item is coded, in authored order.
        maps: The maps on which its answers place people, by id, as far as they were given.
    """

    questionnaire: Questionnaire
    columns: tuple[Column, ...]
    maps: Mapping[str, Placement] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Column]:
        """The columns by item id."""
        return {column.item.id: column for column in self.columns}

    @cached_property
    def families(self) -> tuple[str, ...]:
        """Role families that some item is for."""
        return tuple(sorted({family for item in self.questionnaire.items for family in item.asked_of}))

    @cached_property
    def has_conditions(self) -> bool:
        """Whether an answer can hide or show another item."""
        return any(column.item.show_if is not None for column in self.columns)

    @property
    def width(self) -> int:
        """Number of columns."""
        return self.columns[-1].first + self.columns[-1].width

    def family_index(self, family: str | None) -> int:
        """The number of a family in ``Answers.family``."""
        if family is None:
            return UNKNOWN_FAMILY
        return self.families.index(family) if family in self.families else len(self.families)

    def encode(self, sheets: Sequence[AnswerSheet], depth: Depth, families: Iterable[str | None]) -> Answers:
        """Lay out answer sheets as a matrix.

        Args:
            sheets: One per respondent.
            depth: Which form they were asked.
            families: The role family of each, None where unknown.
        """
        codes = np.full((len(sheets), self.width), SKIPPED, dtype=np.uint8, order="F")
        for row, sheet in enumerate(sheets):
            for column in self.columns:
                codes[row, column.first : column.first + column.width] = column.code(sheet.answer(column.item.id))
        return Answers(
            codes=codes,
            short=np.full(len(sheets), depth == "short"),
            family=np.array([self.family_index(family) for family in families], dtype=np.int64),
        )


def lay_out(
    questionnaire: Questionnaire, *, also: Iterable[Condition] = (), maps: Mapping[str, Placement] | None = None
) -> Layout:
    """Decide the columns of a questionnaire.

    Args:
        questionnaire: The definition; must be free of errors.
        also: Further conditions that will be evaluated on the matrix, such as those that raise factors.
        maps: Every map there is, by id.
    """
    asked = [item.show_if for item in questionnaire.items if item.show_if is not None]
    asked += [row.when for rows in questionnaire.scoring.tables.values() for row in rows if row.when is not None]
    asked += [tension.when for tension in questionnaire.tensions]
    edges: dict[str, set[float]] = {}
    for condition in (*asked, *also):
        for atom, _ in atoms(condition):
            if isinstance(atom, ItemIs) and atom.operator not in ("answered", "not_given"):
                operands = atom.operand if isinstance(atom.operand, tuple) else (atom.operand,)
                edges.setdefault(atom.item, set()).update(
                    float(operand) for operand in operands if isinstance(operand, int | float)
                )
    columns: list[Column] = []
    first = 0
    for item in questionnaire.items:
        thresholds = tuple(sorted(edges.get(item.id, ()))) if item.kind == "number" else ()
        width = len(item.choices) if item.kind == "checklist" else 1
        columns.append(Column(item, first, width, _values(item, thresholds), thresholds))
        first += width
    known = maps or {}
    return Layout(
        questionnaire, tuple(columns), {name: known[name] for name in questionnaire.placements if name in known}
    )


def _values(item: Item, edges: tuple[float, ...]) -> tuple[Any, ...]:
    if item.kind == "checklist":
        return (False, True)
    if KINDS[item.kind].choices != "none":
        return tuple(choice.value for choice in item.choices)
    if item.kind == "experience":
        return EXPERIENCES
    if item.kind == "number" and edges:
        between = [(low + high) / 2 for low, high in pairwise(edges)]
        gaps = [edges[0] - 1, *between, edges[-1] + 1]
        return tuple(value for pair in zip(gaps, (*edges, None), strict=True) for value in pair if value is not None)
    return (GIVEN,)
