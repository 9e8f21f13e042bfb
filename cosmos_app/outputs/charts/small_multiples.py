"""All themes of one site in a small picture, alike for every site, so that many of them can be looked at together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from cosmos_app.design.tokens import CHART_TYPE, Palette
from cosmos_app.outputs.charts.svg import LEADING, WIDTH, circle, line, picture, text, titled
from cosmos_app.outputs.charts.theme_across_sites import grid, x_of
from cosmos_app.outputs.charts.view_models import folded
from cosmos_app.texts import charts as texts
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.numbers import number
from cosmos_app.texts.room.dots import NOT_SHOWN
from models.definition import TOP

_LABEL = CHART_TYPE["label"]
_LEFT, _RIGHT, _LETTERS = 158.0, WIDTH - 10.0, 22
_HEAD, _ROW = 22.0, 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRow:
    """One theme of a site.

    Attributes:
        title: Name of the theme.
        scores: The index at each time, the earliest first, in 0-4; None where it is not shown.
    """

    title: str
    scores: tuple[float | None, ...]


def panel_svg(site: str, times: Sequence[str], rows: Sequence[PanelRow], palette: Palette) -> str:
    """Draw the themes of a site: a disc the last time, rings the times before.

    Args:
        site: Its name.
        times: Its workshops, the earliest first.
        rows: One a theme, in authored order.
        palette: Its colours.
    """
    folds = [folded(row.title, _LETTERS) for row in rows]
    tops = [_HEAD]
    for lines in folds:
        tops.append(tops[-1] + _ROW + _LABEL * LEADING * (len(lines) - 1))
    drawn = "".join(_row(row, lines, top, times, palette) for row, lines, top in zip(rows, folds, tops, strict=False))
    return picture(tops[-1] + 4, panel_alt(site, times, rows), grid(_HEAD, tops[-1], palette, _LEFT, _RIGHT) + drawn)


def panel_alt(site: str, times: Sequence[str], rows: Sequence[PanelRow]) -> str:
    """What to see in the themes of a site."""
    sentences = [texts.PANEL(len(rows), site=site)]
    if len(times) > 1:
        sentences.append(texts.PANEL_TIMES(times=", ".join(times)))
    themes = (texts.THEME(theme=row.title, figures=_scores(row)) for row in rows)
    return paragraph(*sentences, texts.PANEL_THEMES(themes="; ".join(themes)))


def _scores(row: PanelRow) -> str:
    """The index at each time, one after the other."""
    written = (NOT_SHOWN() if score is None else number(score) for score in row.scores)
    return reduce(lambda before, after: texts.THEN(before=before, after=after), written)


def _row(row: PanelRow, lines: Sequence[str], top: float, times: Sequence[str], palette: Palette) -> str:
    y = top + _ROW / 2 + _LABEL * LEADING * (len(lines) - 1) / 2
    name = text((2, y + 4 - _LABEL * LEADING * (len(lines) - 1) / 2), lines, palette.ink, _LABEL)
    base = line((x_of(0, _LEFT, _RIGHT), y), (x_of(TOP, _LEFT, _RIGHT), y), palette.line)
    shown = [(when, score) for when, score in zip(times, row.scores, strict=True) if score is not None]
    if not shown:
        return base + name + text(((_LEFT + _RIGHT) / 2, y - 3), [NOT_SHOWN()], palette.ink_soft, _LABEL, "middle")
    marks = ""
    for when, score in shown:
        is_last = when == times[-1]
        fill, edge = (palette.accent, palette.card) if is_last else (palette.card, palette.ink_soft)
        mark = circle((x_of(score, _LEFT, _RIGHT), y), 6 if is_last else 4.5, fill=fill, edge=edge, width=1.5)
        marks += titled(mark, texts.THEN_MARK(theme=row.title, when=when, score=number(score)))
    return base + marks + name
