"""Rescoring: rooms scored on the items that their definition shares with another one, with the other one's weights."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from models.asked import asked_codes
from models.comparability import Lost, Shared, figures_hold
from models.definition import TOP
from models.group_scores import DimensionSummary, summarise_dimension, tells_spread, with_spread
from models.items import Item
from models.layout import FIRST_NON_VALUE, Answers, Codes, Floats, lay_out
from models.relayout import recode
from models.scoring import Reader, Scores, score
from models.wave import Wave


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescored:
    """A room scored by another definition than its own.

    Attributes:
        wave: The room.
        shared: What both definitions have in common, and what can't be compared and why.
        scores: Of everybody in it; None where only figures are known, or nothing compares.
        codes: Their answers to the common items, from ``asked_codes`` of ``scores.layout``; None likewise.
    """

    wave: Wave
    shared: Shared
    scores: Scores | None = None
    codes: Codes | None = None

    @property
    def shown(self) -> frozenset[str]:
        """Ids of the common items whose tables may be disclosed."""
        return frozenset(name for name in self.shared.items if self.wave.items.get(name) is not None)

    @property
    def asked(self) -> tuple[Item, ...]:
        """The common items that somebody in the room is asked, by their family."""
        questionnaire = self.shared.questionnaire
        return tuple(item for item in questionnaire.items if _asks(item, self.wave)) if questionnaire else ()

    def themes(self, among: Collection[str] | None = None) -> dict[str, DimensionSummary | None]:
        """What may be disclosed, by id of a dimension that compares; None where too little of it is shown.

        Args:
            among: Ids of the items to go by, such as those shown in another room too; None for all that are shown.
        """
        names, figures = list(self.shared.dimensions), self.wave.figures
        if figures is not None:
            return {name: figures.get(name) for name in names}
        questionnaire = self.shared.questionnaire
        if questionnaire is None or not self.wave.items:
            return dict.fromkeys(names)
        wanted = self.shown if among is None else self.shown & frozenset(among)
        tables = {name: self.wave.items[name] for name in wanted}
        asked = self.asked
        found: dict[str, DimensionSummary | None] = {}
        for name in names:
            dimension = questionnaire.dimension(name)
            summary = summarise_dimension(dimension, asked, tables, rule=questionnaire.scoring.rule)
            if summary is not None and tells_spread(summary, len(self.wave.people)):
                scores = self._scores_of(name)
                summary = with_spread(summary, scores) if not np.isnan(scores).any() else summary
            found[name] = summary
        return found

    def worth(self, item: str) -> Floats:
        """What everybody's answer to an item is worth, shape (people,), in 0-4; NaN without a value."""
        if self.scores is None or self.codes is None:
            return np.full(len(self.wave.people), np.nan)
        column = self.scores.layout.by_id[item]
        has = self.codes[:, column.first] < FIRST_NON_VALUE
        return np.where(has, TOP * Reader(column).positions(self.codes), np.nan)

    def _scores_of(self, dimension: str) -> Floats:
        if self.scores is None:
            return np.full(len(self.wave.people), np.nan)
        return np.asarray(self.scores.score[:, list(self.shared.dimensions).index(dimension)])


def rescore(waves: Sequence[Wave], common: Shared) -> list[Rescored]:
    """Score rooms of one layout together: the kernel takes no longer for thousands of people than for thirty.

    Args:
        waves: Rooms with one and the same ``layout``; those of which only figures are known keep what still holds.
        common: What their definition has in common with the one to score by.
    """
    answers = {index: wave.answers for index, wave in enumerate(waves) if wave.answers is not None}
    if not answers or common.questionnaire is None:
        return [Rescored(wave=wave, shared=_shared_with(wave, common)) for wave in waves]
    ends = np.cumsum([0, *map(len, answers.values())]).tolist()
    rows = dict(zip(answers, pairwise(ends), strict=True))
    layout = lay_out(common.questionnaire)
    recoded = recode(_stacked(list(answers.values())), waves[0].layout, layout)
    scores, codes = score(layout, recoded), asked_codes(layout, recoded)
    return [
        Rescored(
            wave=wave,
            shared=_shared_with(wave, common),
            scores=scores.of(np.arange(*rows[index])) if index in rows else None,
            codes=codes[slice(*rows[index])] if index in rows else None,
        )
        for index, wave in enumerate(waves)
    ]


def _stacked(answers: Sequence[Answers]) -> Answers:
    return Answers(
        codes=np.asfortranarray(np.concatenate([part.codes for part in answers])),
        short=np.concatenate([part.short for part in answers]),
        family=np.concatenate([part.family for part in answers]),
    )


def _asks(item: Item, wave: Wave) -> bool:
    """Whether anybody in a room is asked an item, by their family."""
    return not item.asked_of or any(family is None or family in item.asked_of for family in wave.families)


def _shared_with(wave: Wave, common: Shared) -> Shared:
    """What compares with a room; where only figures are known, what was computed then as it would be now."""
    if wave.figures is None:
        return common
    holds = figures_hold(wave.questionnaire, wave.depth, common)
    gone = [Lost(kind="dimension", id=name, why="only-figures") for name in common.dimensions if name not in holds]
    dimensions = {name: counts for name, counts in common.dimensions.items() if name in holds}
    return replace(common, lost=(*gone, *common.lost), dimensions=dimensions)
