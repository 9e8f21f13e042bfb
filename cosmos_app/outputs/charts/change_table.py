"""What changed, as rows of its picture and of the table beside it: the same on pages and in reports."""

from collections.abc import Mapping, Sequence

from cosmos_app.outputs.charts.group_view_models import filled
from cosmos_app.outputs.charts.theme_over_time import ChangeRow, Moment
from cosmos_app.texts import charts as texts
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.numbers import NOTHING, number, rounded, signed
from cosmos_app.texts.over_time import NOT_SAID_WHO, OVERLAP
from cosmos_app.texts.room.dots import NOT_SHOWN
from models.change import Change, ThemeChange
from models.group_scores import DimensionSummary
from models.wave import Wave

SELDOM_BELOW = 0.05
"""Probability of a change as large (``inference.sign_flip``) below which the table calls it seldom (Fisher 1925)."""


def names_of(change: Change) -> tuple[str, str]:
    """What the two times are called."""
    return change.before.when, change.after.when


def rows_of(change: Change) -> tuple[ChangeRow, ...]:
    """The rows of the picture, in the newer definition's order."""
    titles = _titles(change)
    return tuple(
        ChangeRow(title=titles[theme.dimension], before=_moment(theme.before), after=_moment(theme.after))
        for theme in change.themes
    )


def shows_likely(change: Change) -> bool:
    """Whether it is shown anywhere where an index likely lies."""
    moments = (moment for theme in change.themes for moment in (theme.before, theme.after))
    return any(moment is not None and moment.interval is not None for moment in moments)


def shows_linked(change: Change) -> bool:
    """Whether anything is shown of those who were there both times."""
    return any(theme.linked is not None for theme in change.themes)


def tells_chance(theme: ThemeChange) -> bool:
    """Whether it may be told if a change may be chance: only where the spread may be told both times."""
    both = (theme.before, theme.after)
    return theme.linked is not None and all(moment is not None and moment.sd is not None for moment in both)


def table_of(change: Change, heads: Sequence[str]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The table beside the picture: its head and its rows; a column with nothing in it is left out.

    Args:
        change: What changed.
        heads: What columns are called: the theme, the difference, where that could lie, the questions in common, how
            people changed who were there both times, and whether that may be chance.
    """
    theme, *rest = heads
    titles = _titles(change)
    rows = [(titles[row.dimension], *_cells(change, row)) for row in change.themes]
    return filled((theme, *names_of(change), *rest), rows)


def who(change: Change) -> str:
    """Who they were, both times, as far as that may be shown, and how many of them were there before."""
    before, after = map(_who_then, (change.before, change.after))
    counts = ((sentence, getattr(change.overlap, name)) for name, sentence in OVERLAP.items())
    overlap = paragraph(*(sentence(n) for sentence, n in counts if n is not None)) or NOT_SAID_WHO()
    return texts.WHO_BOTH_TIMES(before=before, after=after, overlap=overlap)


def _who_then(wave: Wave) -> str:
    return texts.WHO_THEN(
        when=wave.when,
        people=NOT_SHOWN() if wave.n is None else texts.PEOPLE(wave.n),
        questionnaire=wave.questionnaire.id,
        version=wave.questionnaire.version,
        day=wave.on,
    )


def _titles(change: Change) -> Mapping[str, str]:
    """What themes are called, by the newer definition where it knows them."""
    both = (*change.before.questionnaire.dimensions, *change.after.questionnaire.dimensions)
    return {dimension.id: dimension.title for dimension in both}


def _moment(theme: DimensionSummary | None) -> Moment | None:
    if theme is None:
        return None
    return Moment(score=theme.mean, lower=theme.lower, upper=theme.upper, n=theme.n, likely=theme.interval)


def _cells(change: Change, theme: ThemeChange) -> tuple[str, ...]:
    both = (
        NOT_SHOWN() if moment is None else texts.SCORE_AND_N(score=number(moment.mean), n=moment.n)
        for moment in (theme.before, theme.after)
    )
    common, asked = change.shared.dimensions[theme.dimension]
    shown = theme.after.items if theme.after and theme.after.items else common
    in_common = texts.IN_COMMON(common=shown, all=asked)
    return (*both, *_difference(theme.before, theme.after), in_common, *_linked(theme))


def _difference(before: DimensionSummary | None, after: DimensionSummary | None) -> tuple[str, str]:
    """The difference, and where it could lie if what is missing were answered; a dash where nothing is missing.

    Both are taken from the figures as they are read, so that whoever subtracts them finds the same.
    """
    if before is None or after is None:
        return NOTHING, NOTHING
    difference = _less(after.mean, before.mean)
    if after.lower is None or after.upper is None or before.lower is None or before.upper is None:
        return difference, NOTHING
    lower, upper = _less(after.lower, before.upper), _less(after.upper, before.lower)
    return difference, NOTHING if lower == upper else texts.RANGE(lower=lower, upper=upper)


def _less(after: float, before: float) -> str:
    return signed(rounded(after) - rounded(before))


def _linked(theme: ThemeChange) -> tuple[str, str]:
    """How those changed who were there both times.

    Chance is given in words only: where all moved alike, its p-value would say so.
    """
    if theme.linked is None:
        return NOTHING, NOTHING
    moved = texts.SCORE_AND_N(score=signed(theme.linked.mean), n=theme.linked.n)
    return moved, _chance(theme.linked.p) if tells_chance(theme) else NOTHING


def _chance(p: float | None) -> str:
    if p is None:
        return texts.TOO_FEW_CHANGED()
    return texts.SELDOM() if p < SELDOM_BELOW else texts.MAY_BE()
