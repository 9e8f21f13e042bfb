"""Before and after, theme by theme: where the index was, where it is, and where either could lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from cosmos_app.design.tokens import CHART_TYPE, Palette
from cosmos_app.outputs.charts.svg import LEADING, WIDTH, Point, circle, legend, line, picture, text, titled
from cosmos_app.outputs.charts.theme_across_sites import bar, grid, x_of
from cosmos_app.outputs.charts.view_models import folded
from cosmos_app.texts import charts as texts
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.numbers import NOTHING, number
from cosmos_app.texts.room.dots import NOT_SHOWN
from models.definition import TOP

_LABEL = CHART_TYPE["label"]
_HEAD, _ROW, _LETTERS, _LANE, _BAND = 24.0, 60.0, 33, 7.0, 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A theme at one time.

    Attributes:
        score: The index, in 0-4.
        lower: The index with everything missing at its worst, in 0-4; None if unknown.
        upper: The same at its best.
        n: The fewest people who answered one of the questions behind it.
        likely: Where the index of all likely lies, had only some of them answered; in 0-4; None if unknown.
    """

    score: float
    lower: float | None
    upper: float | None
    n: int
    likely: tuple[float, float] | None = None

    @property
    def could(self) -> tuple[float, float] | None:
        """Where missing answers could move the index, if so far that it can be seen."""
        if self.lower is None or self.upper is None or number(self.lower) == number(self.upper):
            return None
        return self.lower, self.upper


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One theme at two times; None where it is not shown.

    Attributes:
        title: Name of the theme.
    """

    title: str
    before: Moment | None
    after: Moment | None

    @property
    def is_hidden(self) -> bool:
        """Whether it is shown at neither time."""
        return self.before is None and self.after is None

    @property
    def written(self) -> tuple[str, str]:
        """The index at both times, as it is read."""
        before, after = (NOTHING if moment is None else number(moment.score) for moment in (self.before, self.after))
        return before, after


def change_svg(names: tuple[str, str], rows: Sequence[ChangeRow], palette: Palette) -> str:
    """Draw each theme as a line from 0 to 4: a ring before, a disc after, a bar where each likely lies.

    A band behind them shows where each could lie, with the answers that are missing.

    Args:
        names: The two times.
        rows: One a theme, in authored order.
        palette: Its colours; a rise looks like a fall.
    """
    folds = [folded(row.title, _LETTERS) for row in rows]
    tops = [_HEAD]
    for lines in folds:
        tops.append(tops[-1] + _ROW + _LABEL * LEADING * (len(lines) - 1))
    foot = tops[-1]
    drawn = "".join(_row(row, lines, top, names, palette) for row, lines, top in zip(rows, folds, tops, strict=False))
    marks = [(_mark((0, 0), palette, is_after=bool(index)), name) for index, name in enumerate(names)]
    shown = [moment for row in rows for moment in (row.before, row.after) if moment is not None]
    if any(moment.likely for moment in shown):
        marks.append((bar((-9, 0), (9, 0), palette), texts.LIKELY()))
    if any(moment.could for moment in shown):
        marks.append((line((-9, 0), (9, 0), palette.line, _BAND), texts.COULD_LIE_MISSING()))
    folded_marks = [(shape, shorten(words, 50, placeholder="…")) for shape, words in marks]
    key = legend(folded_marks, foot + 18, palette.ink, _LABEL, columns=1)
    return picture(foot + 24 * len(marks) + 8, change_alt(names, rows), grid(_HEAD, foot, palette) + drawn + key)


def change_alt(names: tuple[str, str], rows: Sequence[ChangeRow]) -> str:
    """What to see in before and after, theme by theme."""
    return paragraph(texts.CHANGE(len(rows), first=names[0], then=names[1]), *map(_row_alt, rows))


def _row_alt(row: ChangeRow) -> str:
    if row.is_hidden:
        return texts.HIDDEN_ROW(title=row.title)
    before, after = row.written
    return texts.CHANGED(theme=row.title, before=before, after=after)


def _row(row: ChangeRow, lines: Sequence[str], top: float, names: tuple[str, str], palette: Palette) -> str:
    y = top + 38 + _LABEL * LEADING * (len(lines) - 1)
    name = text((2, top + 13), lines, palette.ink, _LABEL, bold=True)
    before, after = row.written
    written = NOT_SHOWN() if row.is_hidden else texts.BEFORE_AFTER(before=before, after=after)
    figures = text((WIDTH - 2, top + 13), [written], palette.ink_soft, _LABEL, "end")
    lanes = [(row.before, y - _LANE, False), (row.after, y + _LANE, True)]
    marks = line((x_of(0), y), (x_of(TOP), y), palette.line)
    for moment, lane, _ in lanes:
        if moment is not None and (could := moment.could):
            marks += line((x_of(could[0]), lane), (x_of(could[1]), lane), palette.line, _BAND)
    if row.before is not None and row.after is not None:
        marks += line((x_of(row.before.score), y - _LANE), (x_of(row.after.score), y + _LANE), palette.ink_soft, 1.5)
    for (moment, lane, is_after), when in zip(lanes, names, strict=True):
        if moment is not None:
            if moment.likely:
                low, high = moment.likely
                marks += bar((x_of(low), lane), (x_of(high), lane), palette)
            mark = _mark((x_of(moment.score), lane), palette, is_after=is_after)
            marks += titled(mark, _mark_title(row.title, when, moment))
    return marks + name + figures


def _mark_title(theme: str, when: str, moment: Moment) -> str:
    if moment.likely is None:
        return texts.CHANGE_MARK(theme=theme, when=when, score=number(moment.score), n=moment.n)
    lower, upper = map(number, moment.likely)
    return texts.CHANGE_MARK_LIKELY(
        theme=theme, when=when, score=number(moment.score), lower=lower, upper=upper, n=moment.n
    )


def _mark(centre: Point, palette: Palette, *, is_after: bool) -> str:
    if is_after:
        return circle(centre, 6, fill=palette.accent, edge=palette.card, width=1.5)
    return circle(centre, 5, fill=palette.card, edge=palette.ink_soft, width=2)
