"""Rescoring: rooms scored on the items that their definition shares with another one, with the other one's weights."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from models.comparability import Lost, Shared, figures_hold
from models.disclosure import release
from models.layout import Answers, Floats, lay_out
from models.people import People
from models.recoding import recode
from models.routing_subgroups import disclosable
from models.scoring import Scores, score
from models.wave import DisclosedTheme, Wave, disclose


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescored:
    """A room scored by another definition than its own.

    Attributes:
        wave: The room.
        shared: What both definitions have in common, and what can't be compared and why.
        scores: Of everybody in it, without the dimensions that ``routing_subgroups`` hides; None where only figures are
            known, or nothing compares.
    """

    wave: Wave
    shared: Shared
    scores: Scores | None

    def themes(self) -> dict[str, DisclosedTheme | None]:
        """What may be disclosed, by id of a dimension that compares; None where too few have a score."""
        names, figures = list(self.shared.dimensions), self.wave.figures
        if figures is not None:
            return {name: figures.get(name) for name in names}
        if self.scores is None:
            return dict.fromkeys(names)
        return {name: disclose(self.scores, index, self.wave.k) for index, name in enumerate(names)}

    def of(self, dimension: str) -> Floats:
        """The scores of everybody on a dimension, shape (people,); NaN where there is none."""
        names = list(self.shared.dimensions)
        if self.scores is None or dimension not in names:
            return np.full(len(self.wave.people), np.nan)
        return np.asarray(self.scores.score[:, names.index(dimension)])


def rescore(waves: Sequence[Wave], common: Shared) -> list[Rescored]:
    """Score rooms of one layout together: the kernel takes no longer for thousands of people than for thirty.

    Args:
        waves: Rooms with one and the same ``layout``; those of which only figures are known keep what still holds.
        common: What their definition has in common with the one to score by.
    """
    answers = {index: wave.answers for index, wave in enumerate(waves) if wave.answers is not None}
    ends = np.cumsum([0, *map(len, answers.values())]).tolist()
    rows = dict(zip(answers, pairwise(ends), strict=True))
    scores = _score(list(answers.values()), waves, common) if answers else None
    return [
        Rescored(
            wave=wave,
            shared=common if wave.figures is None else _of_figures(wave, common),
            scores=_disclosed(scores.of(np.arange(*rows[index])), wave)
            if scores is not None and index in rows
            else None,
        )
        for index, wave in enumerate(waves)
    ]


def _score(answers: Sequence[Answers], waves: Sequence[Wave], common: Shared) -> Scores | None:
    if common.questionnaire is None:
        return None
    stacked = Answers(
        codes=np.asfortranarray(np.concatenate([part.codes for part in answers])),
        short=np.concatenate([part.short for part in answers]),
        family=np.concatenate([part.family for part in answers]),
    )
    layout = lay_out(common.questionnaire)
    return score(layout, recode(stacked, waves[0].layout, layout))


def _disclosed(scores: Scores, wave: Wave) -> Scores:
    """The scores of one room, without the dimensions whose items ask so few that these could be singled out."""
    layout = scores.layout
    if wave.consented or wave.answers is None or not layout.families:
        return scores
    people = People.in_one_place(wave.families)
    everyone = release(people.count(np.ones(len(wave.people), dtype=bool)), wave.k)
    hidden = disclosable(layout, recode(wave.answers, wave.layout, layout), people, everyone, wave.k).hidden
    gone = [dimension.id in hidden for dimension in layout.questionnaire.dimensions]
    return replace(scores, score=np.where(gone, np.nan, scores.score))


def _of_figures(wave: Wave, common: Shared) -> Shared:
    """What compares where only figures are known: the dimensions that were computed as they would be now."""
    holds = figures_hold(wave.questionnaire, wave.depth, common)
    gone = [Lost(kind="dimension", id=name, why="only-figures") for name in common.dimensions if name not in holds]
    dimensions = {name: counts for name, counts in common.dimensions.items() if name in holds}
    return replace(common, lost=(*gone, *common.lost), dimensions=dimensions)
