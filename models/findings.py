"""Evaluates conditions for many respondents at once, over their answers, scores, places and disagreement."""

from collections.abc import Mapping, Sequence
from typing import Any, assert_never

import numpy as np

from models.asked import truth
from models.conditions import All, AnyOf, Atom, Condition, Disagree, ItemIs, Not, PlacedIn, ScoreIs, Truth, evaluate
from models.definition import TOP
from models.layout import SKIPPED, Bools, Codes, Column, Floats, Layout
from models.placements import Located, locate
from models.scoring import STEP_TOLERANCE, Scores


class Findings:
    """What conditions are evaluated on: answers, scores, places and disagreement of the same respondents."""

    def __init__(self, layout: Layout, codes: Codes, scores: Scores, disagreement: Mapping[str, float]) -> None:
        self.layout = layout
        self.codes = codes
        self.scores = scores
        self.disagreement = disagreement
        self._truths: dict[Atom, Truth] = {}
        self._places: dict[str, Located] = {}

    def truth(self, condition: Condition) -> Truth:
        """For whom a condition holds: (is true, is false), each of shape (respondents,)."""
        return evaluate(condition, self._truth_of)

    def _truth_of(self, atom: Atom) -> Truth:
        """The truth of one atom, kept because many factors look at the same few."""
        if atom not in self._truths:
            self._truths[atom] = self._evaluate(atom)
        return self._truths[atom]

    def _evaluate(self, atom: Atom) -> Truth:
        size = len(self.codes)
        match atom:
            case ItemIs():
                return truth(self.layout, atom, self.codes)
            case ScoreIs(dimension, operator, bound):
                score = self.score_of(dimension)
                # What equals its bound on paper must not miss it by the last bit of a float.
                past = score - bound if operator == "at_least" else bound - score
                true = past >= -STEP_TOLERANCE
                return true, ~true & ~np.isnan(score)
            case Disagree(subject, bound) if subject in self.disagreement:
                true = np.full(size, self.disagreement[subject] >= bound)
                return true, ~true
            case PlacedIn(placement, place) if placement in self.layout.maps:
                return self._located(placement).truth(place)
            case Disagree() | PlacedIn():
                return np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
            case _:
                assert_never(atom)

    def _located(self, placement: str) -> Located:
        if placement not in self._places:
            self._places[placement] = locate(self.layout, self.layout.maps[placement], "now", self.codes)
        return self._places[placement]

    def score_of(self, dimension: str) -> Floats:
        """The scores on a dimension, shape (respondents,), in 0-4; NaN without one."""
        index = [each.id for each in self.layout.questionnaire.dimensions].index(dimension)
        return self.scores.score[:, index]

    def degree(self, condition: Condition) -> Floats:
        """How strongly a condition holds for each respondent, shape (respondents,), in [0, 1]; 0 unless it is true."""
        true = np.asarray(self.truth(condition)[0])
        match condition:
            case All(parts):
                inner = np.min([self.degree(part) for part in parts], axis=0)
            case AnyOf(parts):
                inner = np.max([self.degree(part) for part in parts], axis=0)
            case Not():
                inner = np.ones(len(true))
            case ItemIs() | ScoreIs() | PlacedIn() | Disagree():
                inner = self._atom_degree(condition)
            case _:
                assert_never(condition)
        return np.where(true, inner, 0.0)

    def _atom_degree(self, atom: Atom) -> Floats:
        match atom:
            case ItemIs(item):
                column = self.layout.by_id[item]
                return _item_degree(column, atom, self.codes[:, column.first])
            case ScoreIs(dimension, operator, bound):
                return depth_of(np.nan_to_num(self.score_of(dimension)), operator, bound, (0, TOP))
            case Disagree(subject, bound):
                apart = self.disagreement.get(subject, 0.0)
                return depth_of(np.full(len(self.codes), apart), "at_least", bound, (0, 1))
            case _:
                return np.ones(len(self.codes))


def item_degrees(layout: Layout, atom: ItemIs) -> tuple[Bools, Bools, Floats]:
    """Whether each code in the first column of an item makes a comparison true, or false, and how strongly.

    Returns:
        Three arrays of shape (256,), by code; the degrees in (0, 1], meaningless where the comparison is false.
    """
    column = layout.by_id[atom.item]
    codes = np.full((256, layout.width), SKIPPED, dtype=np.uint8)
    codes[:, column.first] = np.arange(256)
    true, false = truth(layout, atom, codes)
    return true, false, _item_degree(column, atom, codes[:, column.first])


def _item_degree(column: Column, atom: ItemIs, seen: Codes) -> Floats:
    if atom.operator not in ("at_least", "at_most") or column.edges:
        return np.ones(len(seen))
    if not all(isinstance(value, int) for value in column.values):
        return np.ones(len(seen))
    by_code = np.zeros(256)
    by_code[: len(column.values)] = column.values
    return depth_of(by_code[seen], atom.operator, atom.operand, column.values)


def depth_of(values: Floats, operator: str, bound: Any, ends: Sequence[Any]) -> Floats:
    """How far beyond its bound a true comparison is, in (0, 1]; meaningless where it is false."""
    past, most = (bound - values, bound - min(ends)) if operator == "at_most" else (values - bound, max(ends) - bound)
    return np.asarray((past + 1) / (most + 1)) if most >= 0 else np.zeros_like(values)
