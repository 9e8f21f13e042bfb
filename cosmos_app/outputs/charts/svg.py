"""Shapes of our own pictures: SVG that is sharp in print, small, and carries no script.

Sizes are in units of a picture about as wide as a phone: type of size 13 is 13 pixels high there, and where there is
more room, the whole picture grows. Colours come from a palette: real ones for a file that stands alone,
``design.tokens.VARIABLES`` for a picture that takes its colours from the page.
"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

from cosmos_app.design.tokens import SANS

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]

WIDTH = 340
"""Of every picture, in its own units: what a phone of 360 pixels has room for."""

LEADING = 1.2


def picture(height: float, alt: str, inside: str, *, width: float = WIDTH, name: str = "") -> str:
    """A whole picture, with what to see in it for those who don't see it.

    Args:
        height: In the picture's units.
        alt: What to see in it.
        inside: Its shapes.
        width: In the same units.
        name: What style sheets call it: ``cosmos-picture`` and this.
    """
    return (
        f'<svg class="cosmos-picture{f" {name}" if name else ""}" xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{escape(alt)}" '
        f'style="font-family:{escape(SANS)};overflow:visible">{inside}</svg>'
    )


def titled(shapes: str, title: str) -> str:
    """Shapes that say what they are when pointed at."""
    return f"<g><title>{escape(title)}</title>{shapes}</g>"


def line(start: Point, end: Point, colour: str, width: float = 1, *, dash: str = "") -> str:
    """A straight line, dashed if *dash* says how."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'style="stroke:{colour}" stroke-width="{width:g}" stroke-linecap="round"{dashed}/>'
    )


def circle(centre: Point, radius: float, *, fill: str = "none", edge: str = "none", width: float = 2) -> str:
    """A disc, or a ring if only its edge has a colour."""
    return (
        f'<circle cx="{centre[0]:.1f}" cy="{centre[1]:.1f}" r="{radius:g}" '
        f'style="fill:{fill};stroke:{edge}" stroke-width="{width:g}"/>'
    )


def polygon(corners: Iterable[Point], *, fill: str = "none", edge: str = "none", width: float = 1) -> str:
    """A closed shape."""
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return (
        f'<polygon points="{points}" style="fill:{fill};stroke:{edge}" stroke-width="{width:g}" '
        f'stroke-linejoin="round"/>'
    )


def rectangle(corner: Point, wide: float, high: float, *, fill: str = "none", edge: str = "none") -> str:
    """A rectangle with round corners, from its upper left one."""
    return (
        f'<rect x="{corner[0]:.1f}" y="{corner[1]:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="5" '
        f'style="fill:{fill};stroke:{edge}"/>'
    )


def diamond(centre: Point, size: float, *, fill: str, edge: str, width: float = 2) -> str:
    """A square on its tip."""
    x, y = centre
    return polygon([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], fill=fill, edge=edge, width=width)


def text(
    start: Point, lines: Sequence[str], colour: str, size: float, anchor: Anchor = "start", *, bold: bool = False
) -> str:
    """Words, one line below the other; *start* is where the first one stands."""
    x, y = start
    rows = "".join(
        f'<tspan x="{x:.1f}" dy="{0 if index == 0 else size * LEADING:.1f}">{escape(words)}</tspan>'
        for index, words in enumerate(lines)
    )
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" style="fill:{colour}" font-size="{size:g}" text-anchor="{anchor}"{weight}>'
        f"{rows}</text>"
    )


def legend(marks: Sequence[tuple[str, str]], top: float, colour: str, size: float, *, columns: int = 2) -> str:
    """What the marks of a picture mean, in columns.

    Args:
        marks: Shapes drawn around (0, 0), each with its words.
        top: Where the first row stands.
        colour: Of the words.
        size: Of the words.
        columns: How many stand side by side.
    """
    wide = WIDTH / columns
    return "".join(
        f'<g transform="translate({wide * (index % columns) + 16:.1f} {top + 24 * (index // columns):.1f})">{shape}'
        f"{text((20, size * 0.35), [words], colour, size)}</g>"
        for index, (shape, words) in enumerate(marks)
    )
