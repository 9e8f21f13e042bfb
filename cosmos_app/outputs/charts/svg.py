"""Shapes of our own pictures: SVG that is sharp in print, small, and carries no script.

Sizes are in units of a picture about as wide as a phone, so that type of 13 is read as 13 pixels there; wherever there
is more room, a picture grows as a whole. Colours are a palette's: real ones for a file that stands alone,
``design.VARIABLES`` for a picture that follows the page.
"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

from cosmos_app.design.tokens import SANS

Place = tuple[float, float]
Anchor = Literal["start", "middle", "end"]

WIDTH = 340
"""Of every picture, in its own units: what a phone of 360 pixels has room for."""

LEADING = 1.2


def picture(height: float, words: str, inside: str, *, width: float = WIDTH, name: str = "") -> str:
    """A picture, and in words what to see in it.

    Args:
        height: In the picture's units.
        words: What a reader should see, for those who don't see the picture.
        inside: Its shapes.
        width: In the same units.
        name: What style sheets call it: ``cosmos-picture`` and this.
    """
    return (
        f'<svg class="cosmos-picture{f" {name}" if name else ""}" xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{escape(words)}" '
        f'style="font-family:{escape(SANS)};overflow:visible">{inside}</svg>'
    )


def titled(shapes: str, told: str) -> str:
    """Shapes that tell what they are when pointed at."""
    return f"<g><title>{escape(told)}</title>{shapes}</g>"


def line(start: Place, end: Place, colour: str, width: float = 1, *, dash: str = "") -> str:
    """A straight line, dashed if *dash* says how."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'style="stroke:{colour}" stroke-width="{width:g}" stroke-linecap="round"{dashed}/>'
    )


def circle(place: Place, radius: float, *, fill: str = "none", edge: str = "none", width: float = 2) -> str:
    """A disc, or a ring if only its edge has a colour."""
    return (
        f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="{radius:g}" '
        f'style="fill:{fill};stroke:{edge}" stroke-width="{width:g}"/>'
    )


def polygon(places: Iterable[Place], *, fill: str = "none", edge: str = "none", width: float = 1) -> str:
    """A closed shape."""
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return (
        f'<polygon points="{points}" style="fill:{fill};stroke:{edge}" stroke-width="{width:g}" '
        f'stroke-linejoin="round"/>'
    )


def rectangle(corner: Place, wide: float, high: float, *, fill: str = "none", edge: str = "none") -> str:
    """A rectangle with round corners, from its upper left one."""
    return (
        f'<rect x="{corner[0]:.1f}" y="{corner[1]:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="5" '
        f'style="fill:{fill};stroke:{edge}"/>'
    )


def diamond(place: Place, size: float, *, fill: str, edge: str, width: float = 2) -> str:
    """A square on its tip."""
    x, y = place
    return polygon([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], fill=fill, edge=edge, width=width)


def text(
    place: Place, lines: Sequence[str], colour: str, size: float, anchor: Anchor = "start", *, bold: bool = False
) -> str:
    """Words, one line below the other; the place is where the first one stands."""
    x, y = place
    rows = "".join(
        f'<tspan x="{x:.1f}" dy="{0 if index == 0 else size * LEADING:.1f}">{escape(one)}</tspan>'
        for index, one in enumerate(lines)
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
