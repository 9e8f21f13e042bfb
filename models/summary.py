"""Summaries of groups: what may be told about many people, past the gate, whichever table is asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np

from models.agreement import agreement, consensus, disagreement
from models.catalogues import Factor
from models.conditions import Condition
from models.definition import EXPERIENCES, Item
from models.disclosure import K, Release, release
from models.external_factors import RaisedFactor, can_tell, dimension_disagreement, raise_factors
from models.matrix import (
    DONT_KNOW,
    NOT_APPLICABLE,
    NOT_ASKED,
    OUTSIDE,
    SKIPPED,
    Answers,
    Bools,
    Codes,
    Column,
    Floats,
    Form,
    Ints,
    asked_codes,
)
from models.people import Labels, People
from models.scoring import score

TABLES: tuple[tuple[str, ...], ...] = ((), ("role",), ("site",), ("wave",), ("site", "wave"))
"""The tables that are published; the gate settles all of them together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSummary:
    """How a group answered one item; those whom it did not ask are in no count.

    Attributes:
        n: Answers with a value.
        distribution: Answers by value, in authored order, zeros included; of a checklist those who ticked each
            option; empty for open questions.
        agreement: Van der Eijk's A, in [-1, 1]; None below five values and where values have no order.
        consensus: Tastle & Wierman's, in [0, 1]; None likewise.
        skipped: Without an answer, or behind a condition that nobody can settle.
        dont_know: Who don't know.
        not_applicable: To whom it does not apply.
        outside_our_control: Who call it outside their control.
    """

    n: int
    distribution: Mapping[int | str, int]
    agreement: float | None
    consensus: float | None
    skipped: int
    dont_know: int
    not_applicable: int
    outside_our_control: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionSummary:
    """How a group scores on one dimension: the pooled index, in 0-4.

    Attributes:
        n: Respondents with a score.
        mean: Mean of their scores.
        median: Median of their scores.
        sd: Standard deviation with ddof 1; None for fewer than two.
    """

    n: int
    mean: float
    median: float
    sd: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSummary:
    """What may be told about one group.

    Attributes:
        by: The group: its name by kind; empty for everyone.
        n: Respondents in it.
        dimensions: By dimension id, in authored order; None where too few have a score.
        items: By item id, in authored order; None where too few gave a value.
        factors: The external factors it raises, strongest first.
    """

    by: Mapping[str, str | None]
    n: int
    dimensions: Mapping[str, DimensionSummary | None]
    items: Mapping[str, ItemSummary | None]
    factors: tuple[RaisedFactor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenGroup:
    """A group of which only the name may be told."""

    by: Mapping[str, str | None]


def summarise(
    form: Form,
    answers: Answers,
    people: People,
    k: K,
    *,
    by: Sequence[str] = (),
    raisable: Sequence[tuple[Factor, Condition]] = (),
) -> tuple[GroupSummary | HiddenGroup, ...]:
    """Summarise the groups of one table.

    Args:
        form: The layout, which must know the conditions in *raisable*.
        answers: The respondents.
        people: Their groups.
        k: Smallest group that may be shown, from ``disclosure.threshold``.
        by: One of TABLES.
        raisable: External factors and when they are raised, from ``external_factors.candidates``.

    Returns:
        The groups that hold anyone, sorted by name.

    Raises:
        ValueError: If *by* is no published table.
        TooManyGroupsError: If the gate can't look through so many groups.
    """
    if tuple(by) not in TABLES:
        raise ValueError(f"no table by {', '.join(by)} is published")
    room = _Room(form, answers, people, k, raisable)
    return tuple(room.group(dict(zip(by, place, strict=True))) for place in room.places(by))


class _Room:
    """Everyone who answered, and the gate before them."""

    def __init__(
        self, form: Form, answers: Answers, people: People, k: K, raisable: Sequence[tuple[Factor, Condition]]
    ) -> None:
        self.form = form
        self.people = people
        self.k = k
        self.raisable = raisable
        self.codes = asked_codes(form, answers)
        self.scores = score(form, answers)
        self.everyone = release(people.count(np.ones(len(answers), dtype=bool)), k)

    def gate(self, among: Bools) -> Release:
        """What may be shown of those among whom something is known."""
        return release(self.people.count(among), self.k, within=self.everyone)

    @cached_property
    def items(self) -> tuple[Release, ...]:
        """What may be shown of each item."""
        return tuple(self.gate(self.codes[:, column.first] < NOT_ASKED) for column in self.form.columns)

    @cached_property
    def dimensions(self) -> tuple[Release, ...]:
        """What may be shown of each dimension."""
        return tuple(self.gate(~np.isnan(scores)) for scores in self.scores.score.T)

    @cached_property
    def factors(self) -> Mapping[str, Release]:
        """What may be shown of each factor, by how many people's answers settle it."""
        summaries = {
            column.item.id: summarise_item(column, self.codes)
            for column, gate in zip(self.form.columns, self.items, strict=True)
            if gate.whole
        }
        apart = self.disagreement(summaries)
        return {
            factor.id: self.gate(can_tell(condition, self.codes, self.scores, apart))
            for factor, condition in self.raisable
        }

    def disagreement(self, summaries: Mapping[str, ItemSummary | None]) -> Mapping[str, float]:
        by_item = {
            column.item.id: apart
            for column in self.form.columns
            if (known := summaries.get(column.item.id)) is not None
            and (apart := disagreement(_by_step(column, known))) is not None
        }
        return dimension_disagreement(self.form.questionnaire, by_item)

    def places(self, by: Sequence[str]) -> list[tuple[int, ...]]:
        """The groups that hold anyone, each by its place along *by*."""
        if not by:
            return [()]
        axes = [self._labels(axis) for axis in by]
        held = set(zip(*(labels.index.tolist() for labels in axes), strict=True))
        return [place for place in product(*(range(len(labels.names)) for labels in axes)) if place in held]

    def _labels(self, axis: str) -> Labels:
        return {"role": self.people.role, "site": self.people.site, "wave": self.people.wave}[axis]

    def group(self, place: Mapping[str, int]) -> GroupSummary | HiddenGroup:
        """Summarise one group, given by its place on each axis."""
        by = {axis: self._labels(axis).names[index] for axis, index in place.items()}
        if not _shows(self.everyone, place):
            return HiddenGroup(by=by)
        inside = np.ones(len(self.codes), dtype=bool)
        for axis, index in place.items():
            inside &= self._labels(axis).index == index
        rows = np.flatnonzero(inside)
        codes = self.codes[rows]
        items = {
            column.item.id: summarise_item(column, codes) if _shows(gate, place) else None
            for column, gate in zip(self.form.columns, self.items, strict=True)
        }
        return GroupSummary(
            by=by,
            n=len(rows),
            dimensions={
                dimension.id: summarise_scores(scores[rows]) if _shows(gate, place) else None
                for dimension, scores, gate in zip(
                    self.form.questionnaire.dimensions, self.scores.score.T, self.dimensions, strict=True
                )
            },
            items=items,
            factors=self._raised(place, rows, codes, self.disagreement(items)),
        )

    def _raised(
        self, place: Mapping[str, int], rows: Ints, codes: Codes, apart: Mapping[str, float]
    ) -> tuple[RaisedFactor, ...]:
        """A factor stands on answers like an item, so it passes the gate by how many of them settle it."""
        if not self.raisable:
            return ()
        names = self.people.role.names
        families = [names[index] for index in self.people.role.index[rows].tolist()]
        raised = raise_factors(self.raisable, codes, self.scores.of(rows), families, apart)
        return tuple(one for one in raised if one.known >= self.k and _shows(self.factors[one.factor.id], place))


def _shows(gate: Release, place: Mapping[str, int]) -> bool:
    return gate.shows(family=place.get("role"), site=place.get("site"), wave=place.get("wave"))


def summarise_scores(scores: Floats) -> DimensionSummary:
    """Summarise the scores of a group on one dimension.

    Args:
        scores: Shape (respondents,), in 0-4; NaN without a score, and at least one has one.
    """
    # Sorted, so that the order of the rows does not show in the last bits.
    known = np.sort(scores[~np.isnan(scores)])
    return DimensionSummary(
        n=len(known),
        mean=float(known.mean()),
        median=float(np.median(known)),
        sd=float(known.std(ddof=1)) if len(known) > 1 else None,
    )


def summarise_item(column: Column, codes: Codes) -> ItemSummary:
    """Summarise a group's answers to one item; *codes* of shape (respondents, columns), from ``asked_codes``."""
    counts = np.bincount(codes[:, column.first], minlength=256).tolist()
    if column.item.kind == "checklist":
        ticked = (codes[:, column.first : column.first + column.width] == 1).sum(axis=0).tolist()
        distribution = dict(zip((choice.value for choice in column.item.choices), ticked, strict=True))
    else:
        distribution = {value: counts[code] for code, value in enumerate(_values(column.item))}
    steps = _steps(column.item)
    by_step = [sum(distribution[value] for value in same) for same in steps.values()]
    return ItemSummary(
        n=sum(counts[:NOT_ASKED]),
        distribution=distribution,
        agreement=agreement(by_step),
        consensus=consensus(by_step, list(steps)),
        skipped=counts[SKIPPED],
        dont_know=counts[DONT_KNOW],
        not_applicable=counts[NOT_APPLICABLE],
        outside_our_control=counts[OUTSIDE],
    )


def _by_step(column: Column, summary: ItemSummary) -> list[int]:
    return [sum(summary.distribution[value] for value in same) for same in _steps(column.item).values()]


def _values(item: Item) -> tuple[int | str, ...]:
    """What can be chosen, in authored order and so in that of the codes; nothing for open questions."""
    return EXPERIENCES if item.kind == "experience" else tuple(choice.value for choice in item.choices)


def _steps(item: Item) -> Mapping[float, tuple[int | str, ...]]:
    """The values by what they are worth, rising; empty where they have no order or several are given at once."""
    if item.kind == "experience":
        return {float(value): (value,) for value in EXPERIENCES}
    if item.kind == "checklist" or any(choice.score is None for choice in item.choices):
        return {}
    worth = sorted({choice.score for choice in item.choices if choice.score is not None})
    return {step: tuple(choice.value for choice in item.choices if choice.score == step) for step in worth}
