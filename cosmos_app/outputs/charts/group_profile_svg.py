"""The profile of a group: a wheel, each dimension in one line, and how many answers reach each stage."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cosmos_app.design.tokens import CHART_TYPE, Palette
from cosmos_app.outputs.charts.alt import group_dots_alt, group_radar_alt, stage_counts_alt
from cosmos_app.outputs.charts.dot_stacks import stack_layout, stack_on_line
from cosmos_app.outputs.charts.group_view_models import GroupRow, Spoke
from cosmos_app.outputs.charts.radar_svg import wheel_svg
from cosmos_app.outputs.charts.svg import (
    LEADING,
    WIDTH,
    Point,
    circle,
    diamond,
    legend,
    line,
    picture,
    polygon,
    text,
    titled,
)
from cosmos_app.outputs.charts.view_models import folded
from cosmos_app.texts import charts as texts
from cosmos_app.texts.message import Text
from cosmos_app.texts.numbers import number
from cosmos_app.texts.room.dots import NOT_SHOWN
from models.definition import TOP

_LABEL, _TICK = CHART_TYPE["label"], CHART_TYPE["tick"]
_LEFT, _RIGHT = 12.0, WIDTH - 12.0
_HEAD, _ROW, _LETTERS = 24.0, 60.0, 34

_GAP = 6.0
_HIGH, _LARGEST = 56.0, 12.0
"""Of stacks: their greatest height, and the largest step from dot to dot."""


def group_radar_svg(spokes: Sequence[Spoke], names: Sequence[str], palette: Palette) -> str:
    """Draw one profile of a group, or two beside each other, with the people behind each score.

    Args:
        spokes: One a dimension, in authored order.
        names: Of the profiles, two at most.
        palette: Its colours.
    """
    return wheel_svg(spokes, names, palette, group_radar_alt(spokes, names))


def group_dots_svg(rows: Sequence[GroupRow], palette: Palette) -> str:
    """Draw each dimension as a line from 0 to 4: a diamond the index, a ring the role-balanced one, a tick the median.

    Args:
        rows: One a dimension, in authored order.
        palette: Its colours.
    """
    rows = [row.shown for row in rows]
    folds = [folded(row.title, _LETTERS) for row in rows]
    tops = [_HEAD]
    for lines in folds:
        tops.append(tops[-1] + _ROW + _LABEL * LEADING * (len(lines) - 1))
    foot = tops[-1]
    grid = "".join(
        line((_x(stage), _HEAD - 6), (_x(stage), foot), palette.line)
        + text((_x(stage), _HEAD - 10), [str(stage)], palette.ink_soft, _TICK, "middle")
        for stage in range(TOP + 1)
    )
    kinds = [kind for kind in _KINDS if any(kind.score_of(row) is not None for row in rows)]
    drawn = "".join(_row(row, lines, top, kinds, palette) for row, lines, top in zip(rows, folds, tops, strict=False))
    key = legend(
        [(kind.drawn((0, -kind.lift), palette), kind.name()) for kind in reversed(kinds)],
        foot + 20,
        palette.ink,
        _LABEL,
        columns=1,
    )
    return picture(foot + 24 * len(kinds) + 8, group_dots_alt(rows), grid + drawn + key)


def stage_counts_svg(names: Sequence[str], rows: Sequence[tuple[str, Sequence[int] | None]], palette: Palette) -> str:
    """Draw how many answers reach each stage: a dot an answer, a column a stage, a row a dimension.

    Args:
        names: Of the stages, from 0 up.
        rows: Title of each dimension, and the answers at each stage; None if that may not be shown.
        palette: Its colours.
    """
    wide = WIDTH / len(names)
    folds = [folded(name, int(wide / 6)) for name in names]
    parts = [
        text((wide * (stage + 0.5), 14), [str(stage), *lines], palette.ink, _LABEL - 1, "middle")
        for stage, lines in enumerate(folds)
    ]
    layout = stack_layout([count for _, counts in rows for count in counts or ()], wide - 2 * _GAP, _HIGH, _LARGEST)
    y = 14 + (_LABEL - 1) * LEADING * max(map(len, folds)) + 10
    for title, counts in rows:
        lines = folded(title, _LETTERS)
        parts.append(text((2, y + 14), lines, palette.ink, _LABEL, bold=True))
        y += 14 + _LABEL * LEADING * (len(lines) - 1)
        if counts is None:
            parts.append(text((WIDTH - 2, y), [NOT_SHOWN()], palette.ink_soft, _LABEL, "end"))
            y += 16
            continue
        base = y + 22 + max(layout.height(max(counts)), layout.step)
        for stage, count in enumerate(counts):
            shapes = stack_on_line(count, (wide * (stage + 0.5), base), wide - 2 * _GAP, layout, palette)
            mark = texts.GROUP_MARK(group=title, choice=names[stage], people=texts.ANSWERS(count))
            parts.append(titled(shapes, mark))
        y = base + 12
    return picture(y, stage_counts_alt(names, rows), "".join(parts), name="cosmos-stages")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """A kind of mark in the line of a dimension.

    Attributes:
        name: What the key calls it.
        score_of: Where it stands in a row, in 0-4; None if nowhere.
        drawn: Draws it.
        lift: How far the key lifts it to stand level with its name, in the picture's units.
    """

    name: Text
    score_of: Callable[[GroupRow], float | None]
    drawn: Callable[[Point, Palette], str]
    lift: float = 0


def _target(centre: Point, palette: Palette) -> str:
    x, y = centre
    return line((x, y - 13), (x, y + 13), palette.warm, 3)


def _median(centre: Point, palette: Palette) -> str:
    """A tick below the line, where no other mark covers it."""
    x, y = centre
    return polygon([(x, y + 9), (x - 5, y + 17), (x + 5, y + 17)], fill=palette.ink)


def _balanced(centre: Point, palette: Palette) -> str:
    """A ring wide enough to be seen round the diamond."""
    return circle(centre, 10, fill="none", edge=palette.ink, width=2)


def _index(centre: Point, palette: Palette) -> str:
    return diamond(centre, 7, fill=palette.accent, edge=palette.card, width=1)


_KINDS = (
    _Kind(name=texts.TARGET, score_of=lambda row: row.target, drawn=_target),
    _Kind(name=texts.MEDIAN, score_of=lambda row: row.median, drawn=_median, lift=13),
    _Kind(name=texts.INDEX_BALANCED, score_of=lambda row: row.balanced, drawn=_balanced),
    _Kind(name=texts.INDEX_OF_ALL, score_of=lambda row: row.score, drawn=_index),
)
"""The marks, the uppermost last."""


def _x(score: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * score / TOP


def _row(row: GroupRow, lines: Sequence[str], top: float, kinds: Sequence[_Kind], palette: Palette) -> str:
    """One dimension: its name, its index and its people above, the line of marks below."""
    y = top + 36 + _LABEL * LEADING * (len(lines) - 1)
    name = text((2, top + 13), lines, palette.ink, _LABEL, bold=True)
    marks = line((_x(0), y), (_x(TOP), y), palette.edge)
    for kind in kinds:
        score = kind.score_of(row)
        if score is not None:
            mark = texts.SPOKE_MARK(theme=row.title, name=kind.name(), number=number(score))
            marks += titled(kind.drawn((_x(score), y), palette), mark)
    if row.score is None:
        return marks + name + text((WIDTH - 2, top + 13), [texts.NO_SCORE()], palette.ink_soft, _LABEL, "end")
    index = text((WIDTH - 2, top + 13), [number(row.score)], palette.accent, _LABEL, "end", bold=True)
    if row.n is None:
        return marks + name + index
    return marks + name + index + text((WIDTH - 30, top + 13), [texts.N(n=row.n)], palette.ink_soft, _LABEL, "end")
