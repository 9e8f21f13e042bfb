"""What a profile shows, axis by axis: the same rows for the radar, the dots, the table and the report."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from textwrap import wrap

from cosmos_app.texts.charts import RANGE, STAGE
from cosmos_app.texts.numbers import NOTHING, number
from models.assessment import Assessment, DimensionResult
from models.definition import TOP, Questionnaire


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
        hands: Whose hands it is in, in words; "" if nobody said.
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
    hands: str = ""

    @property
    def is_open(self) -> bool:
        """Whether missing answers could still move the score."""
        return self.lower is not None and self.upper is not None and self.upper > self.lower

    @property
    def between(self) -> str:
        """Where the score could lie; a dash where nothing is missing."""
        return RANGE(lower=number(self.lower), upper=number(self.upper)) if self.is_open else NOTHING


def axes(
    assessment: Assessment, targets: Mapping[str, float], hands: Mapping[str, str] | None = None
) -> tuple[Axis, ...]:
    """The axes of a profile, in authored order.

    Args:
        assessment: What there is to show.
        targets: Where the group wants to be, in 0-4, by dimension id.
        hands: Whose hands an axis is in, in words, by dimension id.
    """
    known = hands or {}
    return tuple(_axis(assessment.questionnaire, result, targets, known) for result in assessment.dimensions)


def _axis(
    questionnaire: Questionnaire, result: DimensionResult, targets: Mapping[str, float], hands: Mapping[str, str]
) -> Axis:
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
        hands=hands.get(result.dimension.id, ""),
    )


def stage_names(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Names of the stages 0 to 4: those of the first scale that has them, else plain numbers."""
    for scale in questionnaire.scales.values():
        if [point.value for point in scale.points] == list(range(TOP + 1)):
            return tuple(point.label for point in scale.points)
    return tuple(STAGE(stage=stage) for stage in range(TOP + 1))


def stage_name(questionnaire: Questionnaire, stage: int) -> str:
    """Name of one stage."""
    return stage_names(questionnaire)[stage]


def folded(title: str, width: int = 16) -> list[str]:
    """A title in lines short enough to stand beside a picture; a word longer than a line is broken with a hyphen.

    >>> folded("Who is here and who is missing", 13)
    ['Who is here', 'and who is', 'missing']
    >>> folded("Verantwortungsübernahme", 13)
    ['Verantwortun-', 'gsübernahme']
    """
    pieces = [piece for word in title.split() for piece in _pieces(word, width)]
    return wrap(" ".join(pieces), width, break_long_words=False)


def _pieces(word: str, width: int) -> list[str]:
    """A word in equal pieces that fit a line, each but the last with a hyphen; so long that no two share one."""
    count = 1 if len(word) <= width else ceil(len(word) / (width - 1))
    length = ceil(len(word) / count)
    return [word[at : at + length] + ("-" if at + length < len(word) else "") for at in range(0, len(word), length)]


def stacked(answers: tuple[float, ...]) -> list[tuple[float, float]]:
    """Each answer with its rank among its equals, centred on 0, so that none hides another.

    >>> stacked((3.0, 1.0, 3.0))
    [(1.0, 0.0), (3.0, -0.5), (3.0, 0.5)]
    """
    return [
        (worth, rank - (count - 1) / 2) for worth, count in sorted(Counter(answers).items()) for rank in range(count)
    ]
