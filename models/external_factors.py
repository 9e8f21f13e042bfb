"""External factors: which answers raise which, how strongly, and because of what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any, assert_never

import numpy as np

from models.catalogues import Factor, Factors
from models.conditions import (
    STATE_OPERATORS,
    All,
    AnyOf,
    Atom,
    Condition,
    Disagree,
    ItemIs,
    Not,
    PlacedIn,
    ScoreIs,
    atoms,
    subject_of,
)
from models.definition import Questionnaire
from models.findings import Findings
from models.items import KINDS
from models.layout import OUTSIDE, Codes, Layout
from models.scoring import STEP_TOLERANCE, Scores

STRENGTH_STEP = 0.1
"""Strengths in the same step count as equal; ties are broken by what people disagree on."""

MOST_RAISED = 5
"""How many raised factors a room looks at: the strongest, as many as it can talk about. Our own choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedFactor:
    """An external factor that a person or group should discuss.

    Attributes:
        factor: The factor.
        strength: How strongly it was raised, in [0, 1]: the mean degree over those whose answers decide it; unitless.
        because: Ids of the items, dimensions and maps whose answers raised it, in the order its condition names
            them; never people.
        disagreement: The greatest disagreement about those items, in [0, 1]; 0 where unknown.
        families: How many role families raised it.
        known: How many people's answers decide whether it is raised.
    """

    factor: Factor
    strength: float
    because: tuple[str, ...]
    disagreement: float = 0.0
    families: int = 0
    known: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorCard:
    """An item that people called outside their control and for which the catalogue has no factor.

    Attributes:
        item: The item's id.
        said: How many said so.
    """

    item: str
    said: int


def condition_of(factor: Factor, questionnaire: Questionnaire) -> Condition | None:
    """When this questionnaire's answers raise a factor; None if they never do.

    Saying "outside our control" to an item raises the factors it points to, beside the factor's own condition.
    """
    own = factor.raise_if.get(questionnaire.id) if factor.id in questionnaire.factors else None
    # The catalogue may be written for another version of the questionnaire: what can't be asked here raises nothing.
    parts = [own] if own is not None and can_ask(own, questionnaire) else []
    parts += [ItemIs(item.id, "not_given", ("OUT",)) for item in questionnaire.items if factor.id in item.outside]
    return AnyOf(tuple(parts)) if parts else None


def can_ask(condition: Condition, questionnaire: Questionnaire) -> bool:
    """Whether everything a condition names exists, and can be compared like this."""

    def known(atom: Atom) -> bool:
        match atom:
            case ItemIs(name, operator, operand):
                item = questionnaire.by_id.get(name)
                if item is None or operator not in (*STATE_OPERATORS, *KINDS[item.kind].operators):
                    return False
                return operator != "includes" or item.choice(str(operand)) is not None
            case ScoreIs(name):
                return any(dimension.id == name for dimension in questionnaire.dimensions)
            case PlacedIn(name):
                return name in questionnaire.placements
            case Disagree():
                return True  # unknown at worst
            case _:
                assert_never(atom)

    return all(known(atom) for atom, _ in atoms(condition))


def candidates(catalogue: Factors, questionnaire: Questionnaire) -> tuple[tuple[Factor, Condition], ...]:
    """The factors a questionnaire can raise with their conditions, in catalogue order."""
    pointed_to = {factor for item in questionnaire.items for factor in item.outside}
    return tuple(
        (factor, condition)
        for factor in catalogue.factors
        if (factor.id in questionnaire.factors or factor.id in pointed_to)
        and (condition := condition_of(factor, questionnaire)) is not None
    )


def raise_factors(
    candidates: Sequence[tuple[Factor, Condition]],
    codes: Codes,
    scores: Scores,
    families: Sequence[str | None] = (),
    disagreement: Mapping[str, float] | None = None,
) -> tuple[RaisedFactor, ...]:
    """Rank the factors that these answers raise.

    Args:
        candidates: From ``candidates``.
        codes: Shape (respondents, columns), from ``asked_codes``.
        scores: Of the same respondents.
        families: The role family of each respondent; empty where nobody has one.
        disagreement: (1 - A) / 2 by item or dimension id, in [0, 1], where it is known.

    Returns:
        By strength (in steps of STRENGTH_STEP), then disagreement, then families that raised it, then catalogue order.
    """
    apart = disagreement or {}
    findings = Findings(scores.layout, codes, scores, apart)
    raised = (_raise(factor, condition, findings, families) for factor, condition in candidates)
    return tuple(sorted((factor for factor in raised if factor is not None), key=rank))


def rank(raised: RaisedFactor) -> tuple[float, ...]:
    """Sort key of raised factors, the least first."""
    # Halves are rounded up, and what is equal on paper falls into the same step.
    return -floor(raised.strength / STRENGTH_STEP + 0.5 + STEP_TOLERANCE), -raised.disagreement, -raised.families


def cards(layout: Layout, codes: Codes, catalogue: Factors) -> tuple[FactorCard, ...]:
    """Items called outside our control that point to no known factor, in authored order."""
    known = {factor.id for factor in catalogue.factors}
    found = []
    for column in layout.columns:
        said = int((codes[:, column.first] == OUTSIDE).sum())
        if said and not known.intersection(column.item.outside):
            found.append(FactorCard(item=column.item.id, said=said))
    return tuple(found)


def _raise(
    factor: Factor, condition: Condition, findings: Findings, families: Sequence[str | None]
) -> RaisedFactor | None:
    true, false = findings.truth(condition)
    if not np.any(true):
        return None
    degrees = findings.degree(condition)
    because = tuple(dict.fromkeys(_reasons(condition, findings, np.asarray(true))))
    who = {family for family, yes in zip(families, true, strict=False) if yes and family is not None}
    return RaisedFactor(
        factor=factor,
        # Sorted, so that the order of the rows does not change the last bits.
        strength=float(np.sort(degrees[true | false]).mean()),
        because=because,
        disagreement=max((findings.disagreement.get(subject, 0.0) for subject in because), default=0.0),
        families=len(who),
        known=int((true | false).sum()),
    )


def _reasons(condition: Condition, findings: Findings, among: Any) -> Iterable[str]:
    """Subjects of the parts that are true for some respondent for whom the whole condition is true."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                holds = np.asarray(findings.truth(part)[0]) & among
                if holds.any():
                    yield from _reasons(part, findings, holds)
        case Not(part):
            yield from (subject_of(atom) for atom, _ in atoms(part))
        case ItemIs() | ScoreIs() | PlacedIn() | Disagree():
            yield subject_of(condition)
        case _:
            assert_never(condition)


def dimension_disagreement(questionnaire: Questionnaire, by_item: Mapping[str, float]) -> Mapping[str, float]:
    """Disagreement by item and dimension, in [0, 1]: a dimension's is the greatest of its items'."""
    of_dimensions = {
        dimension.id: max(known)
        for dimension in questionnaire.dimensions
        if (known := [by_item[item.id] for item in questionnaire.items_of(dimension.id) if item.id in by_item])
    }
    return {**by_item, **of_dimensions}
