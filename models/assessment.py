"""An assessment: everything that follows from one person's answers, each figure with the answers behind it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from models.answers import Answer, AnswerSheet, Response
from models.asked import asked_codes, shown
from models.catalogues import Catalogues
from models.definition import TOP, Dimension, Questionnaire
from models.external_factors import FactorCard, RaisedFactor, candidates, cards, raise_factors
from models.findings import Findings
from models.items import Item
from models.layout import NOT_ASKED, SKIPPED, lay_out
from models.placements import Placed, place
from models.progress import Asking
from models.reflection import Prompt, prompts
from models.scoring import NO_STAGE, Reader, Scores, score
from models.silences import SILENCES

STATES: Mapping[int, str] = {
    NOT_ASKED: "not_asked",
    **{silence.number: silence.id for silence in SILENCES.values()},
}
"""The state of an item without a value, by its code; other states are "value" and "hidden" (by a condition)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one item contributes to a dimension's score.

    Attributes:
        item: The item.
        response: What was said, with why, evidence and how it is known.
        state: Why it counts or doesn't, as in ``STATES``: only "value" is averaged; "not_asked" and silences that
            leave the denominator are left out; all others count as missing.
        weight: Its weight in the dimension; unitless.
        worth: What the answer is worth, in 0-4, corrected for direction; None without a value.
        blocks: Whether it keeps the dimension below the next stage.
    """

    item: Item
    response: Response
    state: str
    weight: float
    worth: float | None
    blocks: bool

    @property
    def answer(self) -> Answer:
        """The answer that was given."""
        return self.response.answer


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionResult:
    """One dimension of a profile.

    Attributes:
        dimension: The dimension.
        score: In 0-4; None where too little was answered.
        completeness: Share of the applicable weight that has a value, in [0, 1]; None if nothing applies.
        lower: The score with everything missing at its worst, in 0-4; None if nothing applies.
        upper: The same at its best.
        stage: 0-4; None without a score.
        trace: The contribution of each of its items, in authored order.
    """

    dimension: Dimension
    score: float | None
    completeness: float | None
    lower: float | None
    upper: float | None
    stage: int | None
    trace: tuple[Contribution, ...]

    @property
    def blocked_by(self) -> tuple[Item, ...]:
        """Items below the next stage, in authored order; empty at the top and without a score."""
        return tuple(part.item for part in self.trace if part.blocks)

    @property
    def counted(self) -> tuple[Contribution, ...]:
        """The contributions that were averaged."""
        return tuple(part for part in self.trace if part.worth is not None)

    @property
    def asked(self) -> int:
        """Number of items that were asked and apply."""
        return sum(part.state not in ("not_asked", "not_applicable") for part in self.trace)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What follows from one person's answers.

    Attributes:
        questionnaire: The definition they answered.
        asking: Which form, and as whom.
        dimensions: The profile, in authored order.
        external_factors: What to discuss that the team does not control, strongest first.
        cards: Items called outside our control for which the catalogue has no factor.
        placements: Where they see the initiative on each map of the questionnaire.
        prompts: Questions that their answers raise for themselves.
    """

    questionnaire: Questionnaire
    asking: Asking
    dimensions: tuple[DimensionResult, ...]
    external_factors: tuple[RaisedFactor, ...]
    cards: tuple[FactorCard, ...]
    placements: tuple[Placed, ...]
    prompts: tuple[Prompt, ...]

    @property
    def scores(self) -> dict[str, float | None]:
        """Score by dimension id, in 0-4; None where there is none."""
        return {result.dimension.id: result.score for result in self.dimensions}

    @property
    def one_question_each(self) -> bool:
        """Whether every dimension rests on a single question, as in a short form."""
        return bool(self.dimensions) and all(
            sum(part.state != "not_asked" for part in result.trace) <= 1 for result in self.dimensions
        )

    def result(self, dimension_id: str) -> DimensionResult:
        """The result of one dimension.

        Raises:
            KeyError: If the questionnaire has no such dimension.
        """
        for result in self.dimensions:
            if result.dimension.id == dimension_id:
                return result
        raise KeyError(dimension_id)


def assess(questionnaire: Questionnaire, sheet: AnswerSheet, asking: Asking, catalogues: Catalogues) -> Assessment:
    """Assess one person; ``summary`` does the same for the matrix of a group."""
    raisable = candidates(catalogues.factors, questionnaire)
    layout = lay_out(questionnaire, also=(condition for _, condition in raisable), maps=catalogues.placements)
    answers = layout.encode([sheet], asking.depth, [asking.family])
    codes = asked_codes(layout, answers)
    visible = shown(layout, answers)[0]
    scores = score(layout, answers)
    states = {
        column.item.id: _state(int(codes[0, column.first]), bool(visible[index]))
        for index, column in enumerate(layout.columns)
    }
    worth = {
        column.item.id: TOP * float(Reader(column).positions(codes)[0])
        for column in layout.columns
        if column.item.is_scored and states[column.item.id] == "value"
    }
    return Assessment(
        questionnaire=questionnaire,
        asking=asking,
        dimensions=tuple(
            _result(scores, index, sheet, states, worth) for index in range(len(questionnaire.dimensions))
        ),
        external_factors=raise_factors(raisable, codes, scores),
        cards=cards(layout, codes, catalogues.factors),
        placements=place(layout, codes),
        prompts=prompts(Findings(layout, codes, scores, {}), sheet, worth),
    )


def _state(code: int, visible: bool) -> str:
    if code == SKIPPED and not visible:
        return "hidden"
    return STATES.get(code, "value")


def _result(
    scores: Scores, index: int, sheet: AnswerSheet, states: Mapping[str, str], worth: Mapping[str, float]
) -> DimensionResult:
    dimension = scores.layout.questionnaire.dimensions[index]
    items, blocking = scores.blocking(index)
    trace = tuple(
        Contribution(
            item=item,
            response=sheet.response(item.id),
            state=states[item.id],
            weight=item.scores[dimension.id],
            worth=worth.get(item.id),
            blocks=bool(blocking[0, number]),
        )
        for number, item in enumerate(items)
    )
    stage = int(scores.stage[0, index])
    return DimensionResult(
        dimension=dimension,
        score=_number(scores.score[0, index]),
        completeness=_number(scores.completeness[0, index]),
        lower=_number(scores.lower[0, index]),
        upper=_number(scores.upper[0, index]),
        stage=None if stage == NO_STAGE else stage,
        trace=trace,
    )


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
