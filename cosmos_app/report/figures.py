"""Figures of the report as SVG, drawn here: sharp in print, small, and no script in the file."""

from collections.abc import Iterable
from html import escape
from math import cos, pi, sin

from cosmos_app.charts.axes import INK, INK_SOFT, LINE, LINE_STRONG, NOW, TARGET, Axis, folded, spoken, stacked
from models.definition import TOP

Place = tuple[float, float]

WIDTH, HEIGHT, RADIUS = 620, 470, 150
CENTRE = (WIDTH / 2, HEIGHT / 2)
ROW = 46
FONT = "Source Sans 3, Segoe UI, Helvetica, Arial, sans-serif"


def radar_svg(rows: tuple[Axis, ...]) -> str:
    """Draw the profile as a radar: 0 at the hub, 4 at the rim, a gap where there is no score."""
    spokes = len(rows)
    rings = "".join(_polygon([_at(index, spokes, stage) for index in range(spokes)]) for stage in range(1, TOP + 1))
    lines = "".join(_line(CENTRE, _at(index, spokes, TOP), LINE, 1) for index in range(spokes))
    ticks = "".join(
        _text((CENTRE[0] + 6, CENTRE[1] - RADIUS * stage / TOP + 4), [str(stage)], INK_SOFT, 11, "start")
        for stage in range(1, TOP + 1)
    )
    names = "".join(_name(index, spokes, axis.title) for index, axis in enumerate(rows))
    target = _profile([axis.target for axis in rows], TARGET, ' stroke-dasharray="7 5"', filled=False)
    now = _profile([axis.score for axis in rows], NOW, "", filled=True)
    return _svg(WIDTH, HEIGHT, f"Radar. {spoken(rows)}", rings + lines + ticks + target + now + names)


def dots_svg(rows: tuple[Axis, ...]) -> str:
    """Draw each dimension as a line: a bar between the bounds, a ring an answer, a diamond the score."""
    left, width, top = 230.0, 340.0, 34.0
    parts = []

    def x(score: float) -> float:
        return left + width * score / TOP

    for stage in range(TOP + 1):
        parts.append(_line((x(stage), top), (x(stage), top + ROW * len(rows)), LINE, 1))
        parts.append(_text((x(stage), top - 10), [str(stage)], INK_SOFT, 12, "middle"))
    for index, axis in enumerate(rows):
        y = top + ROW * (index + 0.5)
        parts.append(_text((left - 18, y + 4), folded(axis.title, 30), INK, 13, "end"))
        if axis.is_open and axis.lower is not None and axis.upper is not None:
            parts.append(_line((x(axis.lower), y), (x(axis.upper), y), LINE_STRONG, 6, ' stroke-opacity="0.45"'))
        parts += [_ring((x(worth), y + 9 * rank)) for worth, rank in stacked(axis.answers)]
        if axis.score is not None:
            parts.append(_diamond((x(axis.score), y), 8, NOW))
        if axis.target is not None:
            parts.append(_line((x(axis.target), y - 13), (x(axis.target), y + 13), TARGET, 3))
    return _svg(WIDTH, top + ROW * len(rows) + 10, f"Dots. {spoken(rows)}", "".join(parts))


def _at(index: int, spokes: int, score: float) -> Place:
    angle = 2 * pi * index / spokes
    return CENTRE[0] + RADIUS * score / TOP * sin(angle), CENTRE[1] - RADIUS * score / TOP * cos(angle)


def _profile(scores: list[float | None], colour: str, dash: str, *, filled: bool) -> str:
    """A closed line through the scores, broken where one is missing."""
    spokes, parts = len(scores), []
    for index, score in enumerate(scores):
        following = scores[(index + 1) % spokes]
        if score is not None and following is not None:
            parts.append(
                _line(_at(index, spokes, score), _at((index + 1) % spokes, spokes, following), colour, 2.5, dash)
            )
    for index, score in enumerate(scores):
        if score is not None:
            place = _at(index, spokes, score)
            parts.append(
                f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="5" fill="{colour}"/>'
                if filled
                else _diamond(place, 7, colour, hollow=True)
            )
    return "".join(parts)


def _name(index: int, spokes: int, title: str) -> str:
    x, y = _at(index, spokes, TOP * 1.13)
    side = x - CENTRE[0]
    anchor = "middle" if abs(side) < RADIUS * 0.2 else "start" if side > 0 else "end"
    lines = folded(title, 20)
    lift = (
        14 * (len(lines) - 1)
        if y < CENTRE[1] - RADIUS * 0.9
        else 7 * (len(lines) - 1)
        if abs(y - CENTRE[1]) < RADIUS * 0.9
        else 0
    )
    return _text((x, y - lift + 4), lines, INK, 13, anchor)


def _svg(width: float, height: float, words: str, inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-label="{escape(words)}" font-family="{FONT}">{inside}</svg>'
    )


def _line(start: Place, end: Place, colour: str, width: float, more: str = "") -> str:
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="{colour}" stroke-width="{width:g}" stroke-linecap="round"{more}/>'
    )


def _polygon(places: Iterable[Place]) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polygon points="{points}" fill="none" stroke="{LINE}" stroke-width="1"/>'


def _ring(place: Place) -> str:
    return f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="5" fill="#fff" stroke="{INK_SOFT}" stroke-width="2"/>'


def _diamond(place: Place, size: float, colour: str, *, hollow: bool = False) -> str:
    x, y = place
    points = f"{x:.1f},{y - size:.1f} {x + size:.1f},{y:.1f} {x:.1f},{y + size:.1f} {x - size:.1f},{y:.1f}"
    return f'<polygon points="{points}" fill="{"#fff" if hollow else colour}" stroke="{colour}" stroke-width="2"/>'


def _text(place: Place, lines: list[str], colour: str, size: float, anchor: str) -> str:
    rows = "".join(
        f'<tspan x="{place[0]:.1f}" dy="{0 if index == 0 else size * 1.15:.1f}">{escape(line)}</tspan>'
        for index, line in enumerate(lines)
    )
    x, y = place
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-size="{size}" text-anchor="{anchor}">{rows}</text>'


def legend() -> str:
    """What the marks mean, in words."""
    return (
        "Line and diamond: now. Dashed line and upright mark: where we want to be. Rings: single answers. "
        f"From 0 to {TOP}."
    )
