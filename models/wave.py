"""One workshop's answers to one questionnaire, as comparisons need them; what may be disclosed of the whole room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from models.answers import AnswerSheet
from models.definition import Depth, Questionnaire
from models.descriptives import summarise_scores
from models.inference import interval
from models.layout import Answers, Floats, Layout
from models.scoring import Scores
from models.smallest_group import K, threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosedTheme:
    """What may be disclosed of one room on one dimension, everyone together; indices are in 0-4.

    Attributes:
        n: People with a score; at least the smallest group of their room.
        mean: Mean of their scores.
        median: Median of their scores.
        sd: Standard deviation with ddof 1; None for fewer than two.
        completeness: Mean, over them, of the share of the applicable weight that has a value, in [0, 1].
        stages: How many of them reach each stage from 0 to 4, zeros included.
        lower: Their mean if everything they left open were at its worst; None where only figures are known.
        upper: Their mean if it were at its best; None likewise.
        interval: Where two rooms' intervals don't overlap, they differ (see ``inference.interval``); None without sd.
    """

    n: int
    mean: float
    median: float
    sd: float | None
    completeness: float
    stages: Mapping[int, int]
    lower: float | None
    upper: float | None
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """One workshop's answers to one questionnaire, those that count.

    Attributes:
        id: The workshop.
        site: Where it was.
        initiative: What its people have in common.
        name: Which of several times this was, in their words; "" for none.
        on: ISO date on which it started.
        layout: What was asked in the room, laid out.
        depth: Which form was asked.
        k: Smallest group that was promised to be shown, in people.
        people: Ids of those whose answers count, in any order; empty where only figures are known.
        families: The role family of each; None for those who did not say.
        same_as: Of each, the id of the same person in the workshop before, where they agreed to be linked; where that
            workshop was erased, any text that is nobody's id.
        came_before: Of each, whether they said that they were here last time; None where not said.
        answers: Their answers, laid out by ``layout``; None where only figures are known.
        consented: Whether each of them privately agreed that families are shown in the room, however small.
        calibrated: Whether they rated the practice case first.
        example: Whether its answers are invented, to show or try something.
        figures: What another server disclosed of its room, by dimension id; None where answers are known.
        figures_n: People in that room; None where too few, or where answers are known.
    """

    id: str
    site: str
    initiative: str
    name: str = ""
    on: str
    layout: Layout = field(repr=False)
    depth: Depth
    k: K
    people: tuple[str, ...] = ()
    families: tuple[str | None, ...] = ()
    same_as: tuple[str | None, ...] = ()
    came_before: tuple[bool | None, ...] = ()
    answers: Answers | None = field(default=None, repr=False)
    consented: bool = False
    calibrated: bool = False
    example: bool = False
    figures: Mapping[str, DisclosedTheme | None] | None = None
    figures_n: int | None = None

    @property
    def when(self) -> str:
        """Which time this was, as people say it; its date where it has no name."""
        return self.name or self.on

    @property
    def questionnaire(self) -> Questionnaire:
        """The definition as it was asked in the room."""
        return self.layout.questionnaire

    @property
    def n(self) -> int | None:
        """People whose answers count; None if they are fewer than may be shown."""
        if self.figures is not None:
            return self.figures_n
        return len(self.people) if len(self.people) >= threshold(self.k) else None


def wave_of(
    layout: Layout,
    sheets: Sequence[AnswerSheet],
    *,
    id: str,  # noqa: A002
    site: str,
    initiative: str,
    on: str,
    depth: Depth,
    k: K,
    people: Sequence[str],
    families: Sequence[str | None],
    same_as: Sequence[str | None] = (),
    came_before: Sequence[bool | None] = (),
    name: str = "",
    consented: bool = False,
    calibrated: bool = False,
    example: bool = False,
) -> Wave:
    """Lay out what the people of a room answered; arguments that are not described here are those of ``Wave``.

    *sheets* holds one for each person whose answers count; in a second round, those of ``rounds.second_round``. People,
    families, *same_as* and *came_before* are in the same order. Without *same_as* nobody is linked; without
    *came_before* nobody said whether they were here last time.

    Raises:
        ValueError: If the sequences are not of one length, an id stands twice, or *k* is too small.
    """
    linked, came = tuple(same_as) or (None,) * len(people), tuple(came_before) or (None,) * len(people)
    if {len(sheets), len(families), len(linked), len(came)} != {len(people)}:
        raise ValueError("Give one sheet, family, link and word on last time for each of the people.")
    if len(set(people)) < len(people):
        raise ValueError("A person stands twice in one wave.")
    return Wave(
        id=id,
        site=site,
        initiative=initiative,
        name=name,
        on=on,
        layout=layout,
        depth=depth,
        k=threshold(k),
        people=tuple(people),
        families=tuple(families),
        same_as=linked,
        came_before=came,
        answers=layout.encode(sheets, depth, families),
        consented=consented,
        calibrated=calibrated,
        example=example,
    )


def disclose(scores: Scores, dimension: int, k: K) -> DisclosedTheme | None:
    """What may be disclosed of a room on one dimension; None where fewer than *k* people have a score.

    Args:
        scores: Of everybody in the room whose answers count, and nobody else.
        dimension: Its index among those of ``scores.layout``.
        k: Smallest group that may be shown in this room.
    """
    has = ~np.isnan(scores.score[:, dimension])
    if int(has.sum()) < threshold(k):
        return None
    summary = summarise_scores(
        scores.score[:, dimension],
        scores.completeness[:, dimension],
        scores.stage[:, dimension].astype(np.int64),
    )
    return DisclosedTheme(
        n=summary.n,
        mean=summary.mean,
        median=summary.median,
        sd=summary.sd,
        completeness=summary.completeness,
        stages=summary.stages,
        lower=_mean(scores.lower[has, dimension]),
        upper=_mean(scores.upper[has, dimension]),
        interval=interval(summary.mean, summary.sd, summary.n),
    )


def _mean(bounds: Floats) -> float:
    return float(np.sort(bounds).sum()) / len(bounds)
