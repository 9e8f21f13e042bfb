"""Rows of a group's profile: what its pictures and the table beside them show, on pages and in reports alike."""

from collections.abc import Iterable, Mapping, Sequence

from cosmos_app.outputs.charts.group_view_models import GroupRow, Spoke
from cosmos_app.outputs.charts.view_models import stage_name
from cosmos_app.texts.numbers import NOTHING, number, percent
from cosmos_app.texts.room.dots import NOT_SHOWN
from models.board import BoardItem, completeness
from models.definition import Questionnaire
from models.group_scores import DimensionSummary
from models.reveal import GroupDimension, GroupProfile

FIGURES = 5
"""Cells of a theme, from the second on, that read "not shown here" all together where it is hidden."""


def spokes_of(
    profiles: Sequence[Sequence[DimensionSummary | None]],
    themes: Sequence[GroupDimension],
    targets: Mapping[str, float],
) -> list[Spoke]:
    """The axes of a wheel on which several profiles are drawn.

    Args:
        profiles: Each profile's summaries, theme by theme in the order of ``themes``; None where one is hidden.
        themes: The themes.
        targets: Where the group wants to be, in 0-4, by theme.
    """
    return [
        Spoke(
            title=theme.dimension.title,
            scores=tuple(summary.mean if summary else None for summary in summaries),
            target=targets.get(theme.dimension.id),
            ns=tuple(summary.n if summary else None for summary in summaries),
        )
        for theme, *summaries in zip(themes, *profiles, strict=True)
    ]


def group_rows(profile: GroupProfile, targets: Mapping[str, float]) -> list[GroupRow]:
    """A profile theme by theme.

    Args:
        profile: The profile.
        targets: Where the group wants to be, in 0-4, by theme.
    """
    return [
        GroupRow(
            title=theme.dimension.title,
            score=theme.pooled.mean if theme.pooled else None,
            median=theme.pooled.median if theme.pooled else None,
            balanced=theme.balanced,
            target=targets.get(theme.dimension.id),
            n=theme.pooled.n if theme.pooled else None,
        ).shown
        for theme in profile.dimensions
    ]


def stage_rows(profile: GroupProfile) -> list[tuple[str, list[int] | None]]:
    """How many answers to the questions shown reach each stage from 0 to 4, by theme; None where a theme is hidden."""
    return [
        (theme.dimension.title, [*theme.pooled.answers_by_stage.values()] if theme.pooled else None)
        for theme in profile.dimensions
    ]


def theme_cells(
    theme: GroupDimension,
    questionnaire: Questionnaire,
    board: Iterable[BoardItem],
    *,
    target: float | None,
    hand: str,
) -> tuple[str, ...]:
    """A theme as a row of the table beside the pictures.

    Args:
        theme: The theme.
        questionnaire: Which it is of.
        board: How its questions were answered, and others.
        target: Where the group wants to be, in 0-4; None if not set.
        hand: Whose hands it is in, in words; "" if the group did not say.

    Returns:
        Title, people, index, median, index with groups weighing the same, share answered, agreed stage, target, whose
        hands it is in.
    """
    pooled, figures = theme.pooled, (NOT_SHOWN(),) * FIGURES
    if pooled is not None:
        answered = completeness(result for result in board if theme.dimension.id in result.item.scores)
        index, median, balanced = number(pooled.mean), number(pooled.median), number(theme.balanced)
        share = NOT_SHOWN() if answered is None else percent(answered)
        figures = (str(pooled.n), index, median, balanced, share)
    stage = NOTHING if theme.agreed_stage is None else stage_name(questionnaire, theme.agreed_stage)
    return (theme.dimension.title, *figures, stage, number(target), hand or NOTHING)
