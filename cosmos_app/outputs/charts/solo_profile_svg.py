"""The profile as still pictures: for reports, paper, phones and walls; the same rows everywhere."""

from collections import Counter

from cosmos_app.design.tokens import CHART_TYPE, Palette
from cosmos_app.outputs.charts.alt import dots_alt, radar_alt
from cosmos_app.outputs.charts.group_view_models import Spoke
from cosmos_app.outputs.charts.radar_svg import wheel_svg
from cosmos_app.outputs.charts.svg import WIDTH, circle, diamond, legend, line, picture, text, titled
from cosmos_app.outputs.charts.view_models import Axis, folded, stacked
from cosmos_app.texts import charts as texts
from cosmos_app.texts.numbers import number, worth
from models.definition import TOP

_LABEL, _TICK = CHART_TYPE["label"], CHART_TYPE["tick"]
_ROW, _HEAD, _LINE, _LINE_LETTERS = 58, 30, 16, 40
_LEFT, _RIGHT = 12.0, WIDTH - 12.0


def radar_svg(rows: tuple[Axis, ...], palette: Palette) -> str:
    """Draw the profile as a radar: 0 at the hub, 4 at the rim, a gap where there is no score.

    Lines are not filled: area would grow with the square of the score and depend on the order of the axes.

    Args:
        rows: The axes, in authored order.
        palette: Its colours.
    """
    spokes = [Spoke(title=axis.title, scores=(axis.score,), target=axis.target) for axis in rows]
    return wheel_svg(spokes, [texts.NOW()], palette, radar_alt(rows))


def dots_svg(rows: tuple[Axis, ...], palette: Palette) -> str:
    """Draw each dimension as a line: a bar between the bounds, a ring an answer, a diamond the score.

    Rings are left out where each score is a single answer: the diamond would hide them.

    Args:
        rows: The axes, in authored order.
        palette: Its colours.
    """
    tops = [float(_HEAD)]
    for axis in rows:
        tops.append(tops[-1] + _ROW + _LINE * (len(folded(axis.title, _LINE_LETTERS)) - 1))
    foot = tops[-1]
    grid = "".join(
        line((_x(stage), _HEAD - 8), (_x(stage), foot), palette.line)
        + text((_x(stage), _HEAD - 14), [str(stage)], palette.ink_soft, _TICK, "middle")
        for stage in range(TOP + 1)
    )
    rings = any(len(axis.answers) > 1 for axis in rows)
    lines = "".join(_row(axis, top, palette, rings=rings) for axis, top in zip(rows, tops, strict=False))
    marks = [(diamond((0, 0), 7, fill=palette.accent, edge=palette.card), texts.SCORE())]
    if any(axis.target is not None for axis in rows):
        marks.append((line((0, -9), (0, 9), palette.warm, 3), texts.TARGET()))
    if rings:
        marks.append((circle((0, 0), 4.5, fill=palette.card, edge=palette.ink_soft), texts.ONE_ANSWER()))
    if any(axis.is_open for axis in rows):
        marks.append((line((-9, 0), (9, 0), palette.edge, 5), texts.COULD_LIE()))
    key = legend(marks, foot + 22, palette.ink, _LABEL)
    return picture(foot + 24 * ((len(marks) + 1) // 2) + 12, dots_alt(rows), grid + lines + key)


def _x(score: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * score / TOP


def _row(axis: Axis, top: float, palette: Palette, *, rings: bool) -> str:
    """One dimension: its name and its score above, the line of marks below."""
    title = folded(axis.title, _LINE_LETTERS)
    y = top + 38 + _LINE * (len(title) - 1)
    name = text((0, top + 13), title, palette.ink, _LABEL, bold=True)
    written = texts.NO_SCORE() if axis.score is None else number(axis.score)
    score = text((WIDTH, top + 13), [written], palette.accent, _LABEL, "end", bold=True)
    marks = line((_x(0), y), (_x(TOP), y), palette.line)
    if axis.is_open and axis.lower is not None and axis.upper is not None:
        bar = line((_x(axis.lower), y), (_x(axis.upper), y), palette.edge, 5)
        marks += titled(bar, texts.COULD_LIE_BETWEEN(range=axis.between))
    if rings:
        equals = max(Counter(axis.answers).values(), default=1)
        step = 10 if equals < 4 else 30 / (equals - 1)
        for value, rank in stacked(axis.answers):
            ring = circle((_x(value), y + step * rank), 4.5, fill=palette.card, edge=palette.ink_soft)
            marks += titled(ring, texts.MARK(name=texts.ONE_ANSWER(), number=worth(value)))
    if axis.target is not None:
        upright = line((_x(axis.target), y - 13), (_x(axis.target), y + 13), palette.warm, 3)
        marks += titled(upright, texts.MARK(name=texts.TARGET(), number=number(axis.target)))
    if axis.score is not None:
        mark = diamond((_x(axis.score), y), 8, fill=palette.accent, edge=palette.card, width=1.5)
        marks += titled(mark, texts.MARK(name=texts.SCORE(), number=number(axis.score)))
    return marks + name + score
