"""What a profile shows, axis by axis: the same rows for the radar, the dots, the table and the report."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import wrap

from models.assessment import Assessment, DimensionResult
from models.definition import TOP, Questionnaire

INK = "#1D2B30"
INK_SOFT = "#52616A"
LINE = "#D9D4C7"
LINE_STRONG = "#8A8577"
NOW = "#0F5E63"
TARGET = "#B3471B"
"""Colours of every figure; NOW and TARGET pass 5:1 on white, LINE_STRONG 3:1, and shapes tell them apart too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One axis of a profile.

    Attributes:
        title: Name of the dimension.
        score: In 0-4; None where there is no score.
        lower: The score with everything missing at its worst, in 0-4; None if nothing applies.
        upper: The same at its best.
        target: Where the group wants to be, in 0-4; None if not set.
        stage: Name of the stage; "" without a score.
        answers: What each counted answer is worth, in 0-4.
        asked: Number of items asked that apply.
        completeness: In [0, 1]; None if nothing applies.
    """

    title: str
    score: float | None
    lower: float | None
    upper: float | None
    target: float | None
    stage: str
    answers: tuple[float, ...]
    asked: int
    completeness: float | None

    @property
    def is_open(self) -> bool:
        """Whether missing answers could still move the score."""
        return self.lower is not None and self.upper is not None and self.upper > self.lower

    @property
    def between(self) -> str:
        """Where the score could lie; a dash where nothing is missing."""
        return f"{number(self.lower)} to {number(self.upper)}" if self.is_open else "–"


def axes(assessment: Assessment, targets: Mapping[str, float]) -> tuple[Axis, ...]:
    """The axes of a profile, in authored order."""
    return tuple(_axis(assessment.questionnaire, result, targets) for result in assessment.dimensions)


def _axis(questionnaire: Questionnaire, result: DimensionResult, targets: Mapping[str, float]) -> Axis:
    return Axis(
        title=result.dimension.title,
        score=result.score,
        lower=result.lower,
        upper=result.upper,
        target=targets.get(result.dimension.id),
        stage="" if result.stage is None else stage_name(questionnaire, result.stage),
        answers=tuple(part.worth for part in result.counted if part.worth is not None),
        asked=result.asked,
        completeness=result.completeness,
    )


def stage_names(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Names of the stages 0 to 4: those of the first scale that has them, else plain numbers."""
    for scale in questionnaire.scales.values():
        if [point.value for point in scale.points] == list(range(TOP + 1)):
            return tuple(point.label for point in scale.points)
    return tuple(f"Stage {stage}" for stage in range(TOP + 1))


def stage_name(questionnaire: Questionnaire, stage: int) -> str:
    """Name of one stage."""
    return stage_names(questionnaire)[stage]


def folded(title: str, width: int = 16) -> list[str]:
    """A title in lines short enough to stand beside a picture."""
    return wrap(title, width, break_long_words=False)


def stacked(answers: tuple[float, ...]) -> list[tuple[float, float]]:
    """Each answer with its rank among its equals, centred on 0, so that none hides another.

    >>> stacked((3.0, 1.0, 3.0))
    [(1.0, 0.0), (3.0, -0.5), (3.0, 0.5)]
    """
    return [
        (worth, rank - (count - 1) / 2) for worth, count in sorted(Counter(answers).items()) for rank in range(count)
    ]


def number(value: float | None) -> str:
    """A score as people read it.

    >>> number(2.0), number(None)
    ('2.0', '–')
    """
    return "–" if value is None else f"{value:.1f}"


def spoken(rows: tuple[Axis, ...]) -> str:
    """What a reader should see in a profile, for those who don't see the picture."""
    parts = []
    for axis in rows:
        if axis.score is None:
            parts.append(f"{axis.title}: too few answers for a score")
            continue
        target = "" if axis.target is None else f", target {number(axis.target)}"
        parts.append(f"{axis.title}: {number(axis.score)}{target}")
    return "Scores from 0 to 4. " + "; ".join(parts) + "."
