"""The profile as pictures that stand still: for the report, for paper, a phone and a wall; the same rows everywhere."""

from collections import Counter
from dataclasses import dataclass
from math import cos, pi, sin

from cosmos_app.charts.alt import dots_alt, radar_alt
from cosmos_app.charts.axes import Axis, folded, number, stacked
from cosmos_app.charts.svg import (
    LEADING,
    WIDTH,
    Anchor,
    Place,
    circle,
    diamond,
    legend,
    line,
    picture,
    polygon,
    text,
    titled,
)
from cosmos_app.design import CHART_TYPE, Palette
from models.definition import TOP

_LABEL, _TICK = CHART_TYPE["label"], CHART_TYPE["tick"]
_DASH = "6 4"

_RADIUS = 82
_CENTRE = (WIDTH / 2, 134.0)
_KEY_TOP = 266.0

_ROW, _HEAD, _LINE, _LINE_LETTERS = 58, 30, 16, 40
_LEFT, _RIGHT = 12.0, WIDTH - 12.0


def radar_svg(rows: tuple[Axis, ...], palette: Palette) -> str:
    """Draw the profile as a radar: 0 at the hub, 4 at the rim, a gap where there is no score.

    Lines are not filled: area would grow with the square of the score and depend on the order of the axes.

    Args:
        rows: The axes, in authored order.
        palette: Its colours.
    """
    spokes = len(rows)
    web = "".join(
        polygon([_at(index, spokes, stage) for index in range(spokes)], edge=palette.line) for stage in range(1, TOP)
    )
    rim = polygon([_at(index, spokes, TOP) for index in range(spokes)], edge=palette.edge)
    lines = "".join(line(_CENTRE, _at(index, spokes, TOP), palette.line) for index in range(spokes))
    ticks = "".join(
        text((_CENTRE[0] + 5, _CENTRE[1] - _RADIUS * stage / TOP + 4), [str(stage)], palette.ink_soft, _TICK)
        for stage in range(TOP + 1)
    )
    names = [_Name.of(index, spokes, axis.title) for index, axis in enumerate(rows)]
    labels = "".join(text(one.place, one.lines, palette.ink, _LABEL, one.anchor) for one in names)
    target = _profile(rows, [axis.target for axis in rows], "Where we want to be", palette)
    now = _profile(rows, [axis.score for axis in rows], "Now", palette)
    marks = [(line((-14, 0), (14, 0), palette.accent, 3) + _now((0, 0), palette), "Now")]
    if any(axis.target is not None for axis in rows):
        dashed = line((-14, 0), (14, 0), palette.warm, 2.5, dash=_DASH)
        marks.append((dashed + _wanted((0, 0), palette), "Where we want to be"))
    foot = max([_KEY_TOP, *(one.foot + 26 for one in names)])
    key = legend(marks, foot, palette.ink, _LABEL)
    return picture(foot + 14, radar_alt(rows), web + rim + lines + ticks + target + now + labels + key)


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
    marks = [(diamond((0, 0), 7, fill=palette.accent, edge=palette.card), "Score")]
    if any(axis.target is not None for axis in rows):
        marks.append((line((0, -9), (0, 9), palette.warm, 3), "Where we want to be"))
    if rings:
        marks.append((circle((0, 0), 4.5, fill=palette.card, edge=palette.ink_soft), "One answer"))
    if any(axis.is_open for axis in rows):
        marks.append((line((-9, 0), (9, 0), palette.edge, 5), "Could lie here"))
    key = legend(marks, foot + 22, palette.ink, _LABEL)
    return picture(foot + 24 * ((len(marks) + 1) // 2) + 12, dots_alt(rows), grid + lines + key)


def _x(score: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * score / TOP


def _row(axis: Axis, top: float, palette: Palette, *, rings: bool) -> str:
    """One dimension: its name and its score above, the line of marks below."""
    title = folded(axis.title, _LINE_LETTERS)
    y = top + 38 + _LINE * (len(title) - 1)
    name = text((0, top + 13), title, palette.ink, _LABEL, bold=True)
    score = "no score" if axis.score is None else number(axis.score)
    told = text((WIDTH, top + 13), [score], palette.accent, _LABEL, "end", bold=True)
    marks = line((_x(0), y), (_x(TOP), y), palette.line)
    if axis.is_open and axis.lower is not None and axis.upper is not None:
        bar = line((_x(axis.lower), y), (_x(axis.upper), y), palette.edge, 5)
        marks += titled(bar, f"Could lie from {axis.between}, with the missing answers")
    if rings:
        equals = max(Counter(axis.answers).values(), default=1)
        step = 10 if equals < 4 else 30 / (equals - 1)
        for worth, rank in stacked(axis.answers):
            ring = circle((_x(worth), y + step * rank), 4.5, fill=palette.card, edge=palette.ink_soft)
            marks += titled(ring, f"One answer: {worth:g}")
    if axis.target is not None:
        upright = line((_x(axis.target), y - 13), (_x(axis.target), y + 13), palette.warm, 3)
        marks += titled(upright, f"Where we want to be: {number(axis.target)}")
    if axis.score is not None:
        mark = diamond((_x(axis.score), y), 8, fill=palette.accent, edge=palette.card, width=1.5)
        marks += titled(mark, f"Score: {number(axis.score)}")
    return marks + name + told


def _at(index: int, spokes: int, score: float) -> Place:
    angle = 2 * pi * index / spokes
    return _CENTRE[0] + _RADIUS * score / TOP * sin(angle), _CENTRE[1] - _RADIUS * score / TOP * cos(angle)


def _profile(rows: tuple[Axis, ...], scores: list[float | None], name: str, palette: Palette) -> str:
    """A closed line through the scores, broken where one is missing."""
    spokes, parts = len(scores), []
    now = name == "Now"
    for index, score in enumerate(scores):
        following = scores[(index + 1) % spokes]
        if score is not None and following is not None:
            ends = _at(index, spokes, score), _at((index + 1) % spokes, spokes, following)
            parts.append(
                line(*ends, palette.accent, 3) if now else line(*ends, palette.warm, 2.5, dash=_DASH),
            )
    for index, score in enumerate(scores):
        if score is not None:
            place = _at(index, spokes, score)
            mark = _now(place, palette) if now else _wanted(place, palette)
            parts.append(titled(mark, f"{rows[index].title}. {name}: {number(score)}"))
    return "".join(parts)


def _now(place: Place, palette: Palette) -> str:
    return circle(place, 4.5, fill=palette.accent)


def _wanted(place: Place, palette: Palette) -> str:
    return diamond(place, 6, fill=palette.card, edge=palette.warm)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name at the end of a spoke, on its outer side.

    Attributes:
        place: Where its first line stands.
        lines: The name, folded.
        anchor: Which end of the lines is there.
        foot: Where its last line stands.
    """

    place: Place
    lines: list[str]
    anchor: Anchor
    foot: float

    @classmethod
    def of(cls, index: int, spokes: int, title: str) -> "_Name":
        x, y = _at(index, spokes, TOP * 1.1)
        side, rise = (x - _CENTRE[0]) / _RADIUS, (_CENTRE[1] - y) / _RADIUS
        lines = folded(title, 18 if abs(side) < 0.2 else 12 if abs(side) > 0.9 else 14)
        tall = _LABEL * LEADING * (len(lines) - 1)
        above = (1 + rise) / 2  # the share of the lines above the end of the spoke, so that none crosses the rim
        lift = tall * above + (4 if rise > 0.9 else -4 if rise < -0.9 else 0)
        anchor: Anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
        return cls((x, y - lift + 4), lines, anchor, y - lift + 4 + tall)
