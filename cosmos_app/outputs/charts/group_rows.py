"""Rows of a group's profile: what its pictures and the table beside them show, on pages and in reports alike."""

from collections.abc import Collection, Mapping, Sequence

from cosmos_app.outputs.charts.group_view_models import GroupRow, Spoke, filled
from cosmos_app.outputs.charts.view_models import stage_name
from cosmos_app.texts.charts import SHOWN_OF_ALL
from cosmos_app.texts.numbers import NOTHING, number, percent
from cosmos_app.texts.room import profile as texts
from cosmos_app.texts.room.dots import NOT_SHOWN
from models.board import BoardItem, completeness
from models.definition import Questionnaire
from models.group_scores import DimensionSummary
from models.reveal import GroupDimension, GroupProfile

FIGURES = 6
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
            questions=(theme.pooled.items, theme.pooled.asked) if theme.pooled else None,
        ).shown
        for theme in profile.dimensions
    ]


def stage_rows(profile: GroupProfile) -> list[tuple[str, list[int] | None]]:
    """How many answers to the questions shown reach each stage from 0 to 4, by theme; None where a theme is hidden."""
    return [
        (theme.dimension.title, [*theme.pooled.answers_by_stage.values()] if theme.pooled else None)
        for theme in profile.dimensions
    ]


def theme_table(
    profile: GroupProfile,
    questionnaire: Questionnaire,
    board: Collection[BoardItem],
    *,
    heads: Sequence[str],
    targets: Mapping[str, float],
    hands: Mapping[str, str],
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The table beside the pictures: its head and its rows; a column with nothing in it is left out.

    Args:
        profile: The profile.
        questionnaire: Which it is of.
        board: How its questions were answered.
        heads: What columns are called: theme, people, index, questions shown, median, index with groups weighing the
            same, share answered, agreed stage, target, whose hands it is in.
        targets: Where the group wants to be, in 0-4, by theme.
        hands: Whose hands a theme is in, in words, by theme.
    """
    is_whole = all(row.is_whole for row in group_rows(profile, targets))
    rows = []
    for theme in profile.dimensions:
        name, pooled, figures = theme.dimension.id, theme.pooled, (NOT_SHOWN(),) * FIGURES
        if pooled is not None:
            answered = completeness(result for result in board if name in result.item.scores)
            figures = (
                str(pooled.n),
                number(pooled.mean),
                NOTHING if is_whole else SHOWN_OF_ALL(shown=pooled.items, all=pooled.asked),
                number(pooled.median),
                number(theme.balanced),
                NOT_SHOWN() if answered is None else percent(answered),
            )
        stage = NOTHING if theme.agreed_stage is None else stage_name(questionnaire, theme.agreed_stage)
        rows.append((theme.dimension.title, *figures, stage, number(targets.get(name)), hands.get(name) or NOTHING))
    return filled(heads, rows)


def what_is_missing(
    questionnaire: Questionnaire, themes: Sequence[tuple[str, DimensionSummary | None]]
) -> tuple[str, ...]:
    """What of a profile can't be shown, and why; nothing where all of it is.

    Args:
        questionnaire: Which it is of.
        themes: Title of each theme and what is shown of it, of everyone or of one group.
    """
    if questionnaire.scoring.rule != "weighted-mean":
        return (texts.SCORED_BY_RULES(),)
    hidden = [title for title, summary in themes if summary is None]
    parts = [
        texts.THEME_IN_PART(theme=title, shown=summary.items, all=summary.asked)
        for title, summary in themes
        if summary is not None and summary.items < summary.asked
    ]
    return (
        *([texts.IN_PART(themes=", ".join(parts))] if parts else []),
        *([texts.TOO_FEW_QUESTIONS(themes=", ".join(hidden))] if hidden else []),
    )
