"""Descriptive statistics of a group. Whether they may be shown is decided elsewhere; see ``summary``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median
from typing import Literal

import numpy as np

from models.agreement import agreement, consensus
from models.answers import AnswerSheet, KnownBy, Value
from models.items import EXPERIENCES, Item
from models.layout import FIRST_NON_VALUE, Codes, Column
from models.silences import SILENCES

KnownHow = KnownBy | Literal[""]
"""How a person knows what they answered; "" if they did not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSummary:
    """How a group answered one item; those whom it did not ask are in no count.

    Attributes:
        n: Answers with a value.
        distribution: Answers by value, in authored order, zeros included; of a checklist those who ticked each
            option; empty for open questions.
        agreement: Van der Eijk's A, in [-1, 1]; None below five values and where values have no order.
        consensus: Tastle & Wierman's, in [0, 1]; None likewise.
        silences: People who gave no value, by the id of the silence; "skipped" also holds those for whom it is behind a
            condition that is unknown for them.
    """

    n: int
    distribution: Mapping[int | str, int]
    agreement: float | None
    consensus: float | None
    silences: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSummary:
    """Where a group sees an initiative on one map at one moment: a grid as a whole, else one axis.

    Attributes:
        n: Who said where.
        cells: How many see it in each cell, by its key, zeros included; of a checklist one person may be in several.
    """

    n: int
    cells: Mapping[str, int]


def summarise_item(column: Column, codes: Codes) -> ItemSummary:
    """Summarise a group's answers to one item; *codes* of shape (respondents, columns), from ``asked_codes``."""
    counts = np.bincount(codes[:, column.first], minlength=256).tolist()
    if column.item.kind == "checklist":
        ticked = (codes[:, column.first : column.first + column.width] == 1).sum(axis=0).tolist()
        distribution = dict(zip((choice.value for choice in column.item.choices), ticked, strict=True))
    else:
        distribution = {value: counts[code] for code, value in enumerate(column.item.values)}
    steps = steps_of(column.item)
    rising = [sum(distribution[value] for value in same) for same in steps.values()]
    return ItemSummary(
        n=sum(counts[:FIRST_NON_VALUE]),
        distribution=distribution,
        agreement=agreement(rising),
        consensus=consensus(rising, list(steps)),
        silences={silence.id: counts[silence.number] for silence in SILENCES.values()},
    )


def known_by(sheets: Sequence[AnswerSheet], item_id: str) -> Mapping[KnownHow, int]:
    """Count how those who gave a value to an item know; people it was not asked of must not be among *sheets*."""
    given = [sheet.response(item_id) for sheet in sheets]
    ways: tuple[KnownHow, ...] = ("seen", "heard", "guess", "")
    return {
        way: sum(isinstance(response.answer, Value) and (response.known_by or "") == way for response in given)
        for way in ways
    }


def by_step(item: Item, summary: ItemSummary) -> list[int]:
    """Number of answers at each worth, rising; empty where values have no order."""
    return [sum(summary.distribution[value] for value in same) for same in steps_of(item).values()]


def width(item: Item, summary: ItemSummary) -> float | None:
    """How far the lowest and the highest position chosen are apart, as a share of the scale; None without an order."""
    steps = list(steps_of(item))
    chosen = [step for step, n in zip(steps, by_step(item, summary), strict=True) if n]
    return (chosen[-1] - chosen[0]) / (steps[-1] - steps[0]) if chosen and len(steps) > 1 else None


def minority(item: Item, summary: ItemSummary) -> int | str | None:
    """Find the position to be voiced first: of the values that somebody chose, the one that fewest people chose.

    Of several with equally few, the farthest from the median; of these, the lowest. None if all were chosen by equally
    many, or if values have no order.
    """
    worth = {value: Fraction(step) for step, same in steps_of(item).items() for value in same}
    chosen = {value: n for value, n in summary.distribution.items() if n and value in worth}
    if len(set(chosen.values())) < 2:
        return None
    middle = median(worth[value] for value, n in chosen.items() for _ in range(n))
    return min(chosen, key=lambda value: (chosen[value], -abs(worth[value] - middle), worth[value]))


def steps_of(item: Item) -> Mapping[float, tuple[int | str, ...]]:
    """The values by what they are worth, rising; empty where they have no order or several are given at once."""
    if item.kind == "experience":
        return {float(value): (value,) for value in EXPERIENCES}
    if item.kind == "checklist" or any(choice.score is None for choice in item.choices):
        return {}
    worth = sorted({choice.score for choice in item.choices if choice.score is not None})
    return {step: tuple(choice.value for choice in item.choices if choice.score == step) for step in worth}
