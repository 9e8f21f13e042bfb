"""The wheel: one profile or two as a still radar, a line without fill and a gap where there is no score."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from cosmos_app.design.tokens import CHART_TYPE, Palette
from cosmos_app.outputs.charts.group_view_models import Spoke
from cosmos_app.outputs.charts.svg import (
    LEADING,
    WIDTH,
    Anchor,
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
from cosmos_app.texts.charts import SPOKE_MARK, TARGET
from cosmos_app.texts.numbers import number
from models.definition import TOP

MOST = 2
"""Profiles in one picture: a third could not be distinguished from the others."""

FEWEST = 3
"""Spokes of a wheel: fewer enclose nothing, and are drawn as lines."""

_LABEL, _TICK = CHART_TYPE["label"], CHART_TYPE["tick"]

_RADIUS = 82
_CENTRE = (WIDTH / 2, 134.0)
_KEY_TOP = 266.0
_ABOVE = 2.0
"""Least room above the uppermost name: where it is taller, the whole wheel stands lower."""

_KEY_LETTERS = 21
"""Of a name in the key, where two stand side by side."""

_LEFT, _RIGHT, _LETTERS = 12.0, WIDTH - 12.0, 34


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How one of the profiles, or the target, is drawn: never known by its colour alone.

    Attributes:
        name: What the key calls it.
        colour: Of its line.
        width: Of its line.
        dash: Of its line; "" for a solid one.
        mark: Draws a score of it.
    """

    name: str
    colour: str
    width: float
    dash: str
    mark: Callable[[Point], str]

    def stroke(self, start: Point, end: Point) -> str:
        """A piece of its line."""
        return line(start, end, self.colour, self.width, dash=self.dash)


def wheel_svg(spokes: Sequence[Spoke], names: Sequence[str], palette: Palette, alt: str) -> str:
    """Draw one profile or two as a radar: 0 at the hub, 4 at the rim, a gap where there is no score.

    Lines are not filled: area would grow with the square of the score and depend on the order of the axes. Fewer than
    `FEWEST` spokes are drawn as lines below each other, with the same marks.

    Args:
        spokes: The axes, in authored order.
        names: Of the profiles: the first a solid line with discs, the second a dotted one with squares.
        palette: Its colours.
        alt: What to see in it, for those who don't see it.

    Raises:
        ValueError: If there are more profiles than `MOST`.
    """
    if len(names) > MOST:
        raise ValueError(f"At most {MOST} profiles stand in one picture, not {len(names)}. Draw another beside it.")
    drawn = [(look, [spoke.scores[index] for spoke in spokes]) for index, look in enumerate(_looks(names, palette))]
    if any(spoke.target is not None for spoke in spokes):
        drawn.append((_aim(palette, crowded=len(names) == MOST), [spoke.target for spoke in spokes]))
    foot, inside = (_wheel if len(spokes) >= FEWEST else _lines)(spokes, drawn, palette)
    marks = [(look.stroke((-14, 0), (14, 0)) + look.mark((0, 0)), look.name) for look, _ in drawn]
    columns = 1 if any(len(look.name) > _KEY_LETTERS for look, _ in drawn) else 2
    key = legend(marks, foot, palette.ink, _LABEL, columns=columns)
    return picture(foot + 24 * ((len(marks) - 1) // columns) + 14, alt, inside + key)


_Drawn = Sequence[tuple[_Look, Sequence[float | None]]]
"""What is drawn, the uppermost first: a look, and a score for each spoke."""


def _wheel(spokes: Sequence[Spoke], drawn: _Drawn, palette: Palette) -> tuple[float, str]:
    """The radar; gives the height at which its key stands too."""
    count = len(spokes)
    web = "".join(
        polygon([_at(index, count, stage) for index in range(count)], edge=palette.line) for stage in range(1, TOP)
    )
    rim = polygon([_at(index, count, TOP) for index in range(count)], edge=palette.edge)
    lines = "".join(line(_CENTRE, _at(index, count, TOP), palette.line) for index in range(count))
    beside = 13 if len(drawn) > MOST else 9
    ticks = "".join(
        text((_CENTRE[0] + beside, _CENTRE[1] - _RADIUS * stage / TOP + 4), [str(stage)], palette.ink_soft, _TICK)
        for stage in range(TOP + 1)
    )
    ends = [_Name.of(index, count, spoke, 1.13 if len(drawn) > MOST else 1.1) for index, spoke in enumerate(spokes)]
    labels = "".join(name.drawn(palette) for name in ends)
    profiles = "".join(_profile(spokes, scores, look) for look, scores in reversed(drawn))
    inside = web + rim + lines + profiles + ticks + labels
    foot = max([_KEY_TOP, *(name.foot + 26 for name in ends)])
    drop = _ABOVE - min(name.start[1] - _LABEL for name in ends)
    if drop <= 0:
        return foot, inside
    return foot + drop, f'<g transform="translate(0 {drop:.1f})">{inside}</g>'


def _profile(spokes: Sequence[Spoke], scores: Sequence[float | None], look: _Look) -> str:
    """A closed line through the scores, broken where one is missing."""
    count, parts = len(scores), []
    for index, score in enumerate(scores):
        following = scores[(index + 1) % count]
        if score is not None and following is not None:
            parts.append(look.stroke(_at(index, count, score), _at((index + 1) % count, count, following)))
    for index, score in enumerate(scores):
        if score is not None:
            parts.append(_mark(spokes[index], score, look, _at(index, count, score)))
    return "".join(parts)


def _lines(spokes: Sequence[Spoke], drawn: _Drawn, palette: Palette) -> tuple[float, str]:
    """A line from 0 to 4 for each spoke; gives the height at which their key stands too."""
    parts, y = [], 0.0
    for index, spoke in enumerate(spokes):
        lines = folded(spoke.title, _LETTERS)
        parts.append(text((2, y + 14), lines, palette.ink, _LABEL, bold=True))
        parts.append(text((WIDTH - 2, y + 14), [spoke.note], palette.ink_soft, _LABEL, "end"))
        y += 34 + _LABEL * LEADING * (len(lines) - 1)
        parts.append(line((_LEFT, y), (_RIGHT, y), palette.edge, 2))
        for stage in range(TOP + 1):
            x = _LEFT + (_RIGHT - _LEFT) * stage / TOP
            parts.append(line((x, y - 5), (x, y + 5), palette.edge, 2))
            parts.append(text((x, y + 24), [str(stage)], palette.ink_soft, _TICK, "middle"))
        for look, scores in reversed(drawn):
            score = scores[index]
            if score is not None:
                parts.append(_mark(spoke, score, look, (_LEFT + (_RIGHT - _LEFT) * score / TOP, y)))
        y += 40
    return y + 10, "".join(parts)


def _mark(spoke: Spoke, score: float, look: _Look, centre: Point) -> str:
    return titled(look.mark(centre), SPOKE_MARK(theme=spoke.title, name=look.name, number=number(score)))


def _looks(names: Sequence[str], palette: Palette) -> list[_Look]:
    """One look a profile; the first lies on top, and its disc leaves the square below it to be seen."""

    def disc(centre: Point) -> str:
        return circle(centre, 4.5 if len(names) < MOST else 4, fill=palette.accent)

    def square(centre: Point) -> str:
        x, y = centre
        corners = [(x - 5.5, y - 5.5), (x + 5.5, y - 5.5), (x + 5.5, y + 5.5), (x - 5.5, y + 5.5)]
        return polygon(corners, fill=palette.card, edge=palette.ink, width=2)

    first = ("", palette.accent, disc)
    second = ("0.1 6", palette.ink, square)
    return [
        _Look(name=name, colour=colour, width=3, dash=dash, mark=mark)
        for name, (dash, colour, mark) in zip(names, (first, second), strict=False)
    ]


def _aim(palette: Palette, *, crowded: bool) -> _Look:
    """The target, below the profiles: larger where two of them could hide it."""

    def hollow(centre: Point) -> str:
        return diamond(centre, 9 if crowded else 6, fill=palette.card, edge=palette.warm)

    return _Look(name=TARGET(), colour=palette.warm, width=2.5, dash="6 4", mark=hollow)


def _at(index: int, spokes: int, score: float) -> Point:
    angle = 2 * pi * index / spokes
    return _CENTRE[0] + _RADIUS * score / TOP * sin(angle), _CENTRE[1] - _RADIUS * score / TOP * cos(angle)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name at the end of a spoke, on its outer side, and below it how many people its scores stand on.

    Attributes:
        start: Where its first line stands.
        lines: The name, folded.
        note: How many people; "" if that is not known.
        anchor: Which end of the lines is there.
        foot: Where its last line stands.
    """

    start: Point
    lines: list[str]
    note: str
    anchor: Anchor
    foot: float

    @classmethod
    def of(cls, index: int, spokes: int, spoke: Spoke, reach: float) -> "_Name":
        """The name of a spoke, at so many times the length of the spoke from the hub."""
        x, y = _at(index, spokes, TOP * reach)
        side, rise = (x - _CENTRE[0]) / _RADIUS, (_CENTRE[1] - y) / _RADIUS
        lines = _evenly(spoke.title, 18 if abs(side) < 0.2 else 12 if abs(side) > 0.9 else 14)
        tall = _LABEL * LEADING * (len(lines) - (0 if spoke.note else 1))
        above = (1 + rise) / 2  # the share of the lines above the end of the spoke, so that none crosses the rim
        lift = tall * above + ((7 if spoke.note else 4) if rise > 0.9 else -4 if rise < -0.9 else 0)
        anchor: Anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
        return cls((x, y - lift + 4), lines, spoke.note, anchor, y - lift + 4 + tall)

    def drawn(self, palette: Palette) -> str:
        """Its lines."""
        name = text(self.start, self.lines, palette.ink, _LABEL, self.anchor)
        below = text((self.start[0], self.foot), [self.note], palette.ink_soft, _LABEL, self.anchor)
        return name + (below if self.note else "")


def _evenly(title: str, width: int) -> list[str]:
    """A title folded to the width, without a last line much shorter than the others; no word is broken for that.

    >>> _evenly("People who connect us", 18)
    ['People who', 'connect us']
    """
    lines = folded(title, width)
    longest = max(map(len, title.split()), default=0)
    narrower = [folded(title, less) for less in range(longest, width)]
    return next((fold for fold in narrower if len(fold) == len(lines)), lines)
