"""One theme at several sites: a line each from 0 to 4, in the order people chose; never in that of the figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from cosmos_app.design.tokens import CHART_TYPE, Palette
from cosmos_app.outputs.charts.svg import LEADING, WIDTH, Point, circle, diamond, legend, line, picture, text, titled
from cosmos_app.outputs.charts.view_models import folded
from cosmos_app.texts import charts as texts
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.numbers import number
from cosmos_app.texts.room.dots import NOT_SHOWN
from models.definition import TOP

_LABEL, _TICK = CHART_TYPE["label"], CHART_TYPE["tick"]
_LEFT, _RIGHT = 12.0, WIDTH - 12.0
_HEAD, _ROW, _LETTERS = 24.0, 48.0, 36


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRow:
    """What one workshop of a site gives on one theme.

    Attributes:
        title: The site, and which of its workshops.
        score: The pooled index, in 0-4; None where it is not shown.
        interval: Where the index of all likely lies, had only some of them answered; in 0-4; None if unknown.
        n: The fewest people who answered one of its questions; None where it is not shown.
        calibrated: Whether the site has rated the practice case.
    """

    title: str
    score: float | None
    interval: tuple[float, float] | None = None
    n: int | None = None
    calibrated: bool = True


def sites_svg(theme: str, rows: Sequence[SiteRow], palette: Palette) -> str:
    """Draw one theme at several sites: a disc the index, a bar where it likely lies, a diamond where not calibrated.

    Args:
        theme: Its title.
        rows: In the order in which they are drawn.
        palette: Its colours; none of them depends on a figure.
    """
    folds = [folded(row.title, _LETTERS) for row in rows]
    tops = [_HEAD]
    for lines in folds:
        tops.append(tops[-1] + _ROW + _LABEL * LEADING * (len(lines) - 1))
    foot = tops[-1]
    drawn = "".join(_row(row, lines, top, palette) for row, lines, top in zip(rows, folds, tops, strict=False))
    shown = [row for row in rows if row.score is not None]
    marks = []
    if any(row.calibrated for row in shown):
        marks.append((_index((0, 0), palette, calibrated=True), texts.INDEX_OF_ALL()))
    if any(not row.calibrated for row in shown):
        marks.append((_index((0, 0), palette, calibrated=False), texts.NOT_CALIBRATED()))
    if any(row.interval for row in shown):
        marks.append((bar((-9, 0), (9, 0), palette), texts.LIKELY()))
    key = legend(marks, foot + 18, palette.ink, _LABEL, columns=1)
    return picture(foot + 24 * len(marks) + 8, sites_alt(theme, rows), grid(_HEAD, foot, palette) + drawn + key)


def sites_alt(theme: str, rows: Sequence[SiteRow]) -> str:
    """What to see in a theme at several sites, site by site; which lies higher is for the eye, and for talk."""
    return paragraph(texts.SITES(len(rows), theme=theme), *map(_row_alt, rows))


def _row_alt(row: SiteRow) -> str:
    if row.score is None:
        return texts.HIDDEN_ROW(title=row.title)
    return texts.SITE(site=row.title, figures=_figures(row, row.score))


def _figures(row: SiteRow, score: float) -> str:
    """The index of a site with what is known beside it."""
    figures = [number(score)]
    if row.interval:
        lower, upper = map(number, row.interval)
        figures.append(texts.SITE_LIKELY(lower=lower, upper=upper))
    if row.n is not None:
        figures.append(texts.PEOPLE(row.n))
    if not row.calibrated:
        figures.append(texts.SITE_NOT_RATED())
    return ", ".join(figures)


def x_of(score: float, left: float = _LEFT, right: float = _RIGHT) -> float:
    """Where a score stands between the two ends of a line."""
    return left + (right - left) * score / TOP


def grid(head: float, foot: float, palette: Palette, left: float = _LEFT, right: float = _RIGHT) -> str:
    """The stages 0 to 4 as upright lines with their numbers above."""
    return "".join(
        line((x_of(stage, left, right), head - 6), (x_of(stage, left, right), foot), palette.line)
        + text((x_of(stage, left, right), head - 10), [str(stage)], palette.ink_soft, _TICK, "middle")
        for stage in range(TOP + 1)
    )


def bar(start: Point, end: Point, palette: Palette) -> str:
    """A range, with an upright at each end, so that it is seen behind a mark too."""
    ends = "".join(line((x, y - 4), (x, y + 4), palette.ink_soft, 1.5) for x, y in (start, end))
    return line(start, end, palette.edge, 3) + ends


def _row(row: SiteRow, lines: Sequence[str], top: float, palette: Palette) -> str:
    y = top + 30 + _LABEL * LEADING * (len(lines) - 1)
    name = text((2, top + 13), lines, palette.ink, _LABEL, bold=True)
    base = line((x_of(0), y), (x_of(TOP), y), palette.edge)
    if row.score is None:
        return base + name + text((WIDTH - 2, top + 13), [NOT_SHOWN()], palette.ink_soft, _LABEL, "end")
    marks = base
    if row.interval:
        low, high = row.interval
        marks += bar((x_of(low), y), (x_of(high), y), palette)
    marks += _index((x_of(row.score), y), palette, calibrated=row.calibrated)
    score = number(row.score)
    written = score if row.n is None else texts.N_AND_SCORE(n=row.n, score=score)
    figures = text((WIDTH - 2, top + 13), [written], palette.ink_soft, _LABEL, "end")
    return titled(marks, texts.THEME(theme=row.title, figures=_figures(row, row.score))) + name + figures


def _index(centre: Point, palette: Palette, *, calibrated: bool) -> str:
    if calibrated:
        return circle(centre, 6, fill=palette.accent, edge=palette.card, width=1.5)
    # A ring means "before" in the pictures of change.
    return diamond(centre, 7, fill=palette.card, edge=palette.accent, width=2.5)
