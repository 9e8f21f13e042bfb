"""Heaps: a dot for each person, side by side and on top of each other, so that none hides another."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from cosmos_app.design.tokens import CHART_TYPE, Palette
from cosmos_app.outputs.charts.svg import Place, circle, line, text

_FILLED = 0.42
"""Radius of a dot as a share of the step from one to the next: what is left keeps them apart."""


@dataclass(frozen=True, slots=True)
class Heaping:
    """How dots are heaped, alike for every heap of a picture: so a dot counts the same wherever it lies.

    Attributes:
        step: From one dot to the next, in the picture's units.
        across: Dots side by side.
        rows: Dots on top of each other in the fullest heap.
    """

    step: float
    across: int
    rows: int

    @property
    def high(self) -> float:
        """Height of the fullest heap, in the picture's units."""
        return self.step * self.rows

    @property
    def radius(self) -> float:
        """Radius of a dot, in the picture's units."""
        return round(_FILLED * self.step, 2)

    def height(self, count: int) -> float:
        """Height of a heap of so many, in the picture's units."""
        return self.step * ceil(count / self.across)


def heaping(counts: Sequence[int], wide: float, high: float, largest: float) -> Heaping:
    """The largest dots with which the fullest heap has room; of equals, the fewest side by side.

    Args:
        counts: People in each heap of the picture.
        wide: Room for a heap, in the picture's units.
        high: Its height, likewise.
        largest: The largest step from one dot to the next, likewise.

    >>> heaping((2, 6, 1), wide=60, high=132, largest=22)
    Heaping(step=22, across=1, rows=6)
    """
    most = max([1, *counts])
    tried = (Heaping(min(largest, wide / n, high / ceil(most / n)), n, ceil(most / n)) for n in range(1, most + 1))
    return max(tried, key=lambda one: one.step)


def heap(count: int, foot: Place, how: Heaping, palette: Palette) -> str:
    """Dots in rows from the foot up, the uppermost in the middle.

    Args:
        count: How many.
        foot: The middle of the heap's lower end.
        how: Their size and their order.
        palette: Their colours.
    """
    parts = []
    for place in range(count):
        row, column = divmod(place, how.across)
        wide = min(how.across, count - row * how.across)
        x = foot[0] + how.step * (column - (wide - 1) / 2)
        parts.append(circle((x, foot[1] - how.step * (row + 0.5)), how.radius, fill=palette.accent))
    return "".join(parts)


def column(count: int, foot: Place, wide: float, how: Heaping, palette: Palette, *, told: bool = True) -> str:
    """A heap on the line it stands on, which is there for nobody too.

    Args:
        count: How many.
        foot: The middle of the line.
        wide: Its length.
        how: Size and order of the dots.
        palette: Their colours.
        told: Whether the number stands above the dots.
    """
    x, y = foot
    drawn = line((x - wide / 2, y), (x + wide / 2, y), palette.edge, 1.5) + heap(count, (x, y - 2), how, palette)
    if not told or not count:
        return drawn
    above = y - how.height(count) - 6
    return drawn + text((x, above), [str(count)], palette.ink, CHART_TYPE["label"], "middle", bold=True)
