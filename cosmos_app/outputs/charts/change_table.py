"""What changed, as rows of its picture and of the table beside it: the same on pages and in reports."""

from collections.abc import Callable, Mapping, Sequence

from cosmos_app.outputs.charts.change import ChangeRow, Moment
from cosmos_app.outputs.charts.group_view_models import filled
from cosmos_app.texts.numbers import NOTHING, number, rounded, signed
from cosmos_app.texts.room.dots import NOT_SHOWN
from models.comparison import Change, LinkedChange, Overlap, ThemeChange
from models.waves import ThemeTold

SELDOM, MAY_BE, FEW = "would seldom come by chance", "may be chance", "too few of them changed"
SELDOM_BELOW = 0.05
"""Chance of a change as large (``inference.sign_flip``) below which it is told as seldom (Fisher 1925)."""


def names_of(change: Change) -> tuple[str, str]:
    """What the two times are called."""
    return change.before.when, change.after.when


def rows_of(change: Change) -> tuple[ChangeRow, ...]:
    """The rows of the picture, in the newer definition's order."""
    titles = _titles(change)
    return tuple(
        ChangeRow(title=titles[one.dimension], before=_moment(one.before), after=_moment(one.after))
        for one in change.themes
    )


def tells_linked(change: Change) -> bool:
    """Whether anything is told of those who were there both times."""
    return any(one.linked is not None for one in change.themes)


def table_of(change: Change, heads: Sequence[str]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The table beside the picture: its head and its rows; a column with nothing in it is left out.

    Args:
        change: What changed.
        heads: What columns are called: the theme, the difference, where that could lie, the questions in common, how
            people changed who were there both times, and whether that may be chance.
    """
    theme, *rest = heads
    titles = _titles(change)
    rows = [(titles[one.dimension], *_cells(change, one)) for one in change.themes]
    return filled((theme, *names_of(change), *rest), rows)


def who(change: Change, people: Callable[[int | None], str], overlap: Mapping[str, str], unsaid: str) -> str:
    """Who they were, both times, as far as that may be told.

    Args:
        change: What changed.
        people: Says how many, in words; None where that may not be told.
        overlap: A sentence on how many of them were there before, by attribute of ``Overlap``; "{n}" is filled in.
        unsaid: Stands where none of them may be said.
    """
    both = " → ".join(
        f"{one.when}: {people(one.n)}, {one.questionnaire.id} {one.questionnaire.version}, {one.on}"
        for one in (change.before, change.after)
    )
    return f"{both}. {_overlap(change.overlap, overlap) or unsaid}"


def _overlap(overlap: Overlap, sentences: Mapping[str, str]) -> str:
    told = ((sentence, getattr(overlap, name)) for name, sentence in sentences.items())
    return " ".join(sentence.format(n=n) for sentence, n in told if n is not None)


def _titles(change: Change) -> Mapping[str, str]:
    """What themes are called, by the newer definition where it knows them."""
    both = (*change.before.questionnaire.dimensions, *change.after.questionnaire.dimensions)
    return {one.id: one.title for one in both}


def _moment(told: ThemeTold | None) -> Moment | None:
    if told is None:
        return None
    return Moment(score=told.mean, lower=told.lower, upper=told.upper, n=told.n, likely=told.interval)


def _cells(change: Change, one: ThemeChange) -> tuple[str, ...]:
    both = (NOT_SHOWN() if at is None else f"{number(at.mean)} (n {at.n})" for at in (one.before, one.after))
    common, every = change.shared.dimensions[one.dimension]
    return (*both, *_difference(one.before, one.after), f"{common} of {every}", *_linked(one.linked))


def _difference(before: ThemeTold | None, after: ThemeTold | None) -> tuple[str, str]:
    """The difference, and where it could lie if what is missing were answered; a dash where nothing is missing.

    Both are taken from the figures as they are read, so that whoever subtracts them finds the same.
    """
    if before is None or after is None:
        return NOTHING, NOTHING
    difference = _less(after.mean, before.mean)
    if after.lower is None or after.upper is None or before.lower is None or before.upper is None:
        return difference, NOTHING
    lower, upper = _less(after.lower, before.upper), _less(after.upper, before.lower)
    return difference, NOTHING if lower == upper else f"{lower} to {upper}"


def _less(after: float, before: float) -> str:
    return signed(rounded(after) - rounded(before))


def _linked(one: LinkedChange | None) -> tuple[str, str]:
    """How those changed who were there both times; chance in words only: its number could tell that all moved alike."""
    if one is None:
        return NOTHING, NOTHING
    chance = FEW if one.p is None else SELDOM if one.p < SELDOM_BELOW else MAY_BE
    return f"{signed(one.mean)} (n {one.n})", chance
