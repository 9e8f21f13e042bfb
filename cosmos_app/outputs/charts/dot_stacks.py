"""Dot stacks: a dot for each person or answer, side by side and on top of each other, so that none hides another."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from cosmos_app.design.tokens import CHART_TYPE, Palette
from cosmos_app.outputs.charts.svg import Point, circle, line, text

_FILLED = 0.42
"""Radius of a dot as a share of the step from one to the next: what is left keeps them apart."""


@dataclass(frozen=True, slots=True)
class StackLayout:
    """How dots are stacked, alike for every stack of a picture: so a dot counts the same wherever it lies.

    Attributes:
        step: From one dot to the next, in the picture's units.
        across: Dots side by side.
        rows: Dots on top of each other in the fullest stack.
    """

    step: float
    across: int
    rows: int

    @property
    def high(self) -> float:
        """Height of the fullest stack, in the picture's units."""
        return self.step * self.rows

    @property
    def radius(self) -> float:
        """Radius of a dot, in the picture's units."""
        return round(_FILLED * self.step, 2)

    def height(self, count: int) -> float:
        """Height of a stack of so many, in the picture's units."""
        return self.step * ceil(count / self.across)


def stack_layout(counts: Sequence[int], wide: float, high: float, largest: float) -> StackLayout:
    """The largest dots with which the fullest stack has room; of equals, the fewest side by side.

    Args:
        counts: Dots in each stack of the picture.
        wide: Width of a stack, in the picture's units.
        high: Its height, likewise.
        largest: The largest step from one dot to the next, likewise.

    >>> stack_layout((2, 6, 1), wide=60, high=132, largest=22)
    StackLayout(step=22, across=1, rows=6)
    """
    most = max([1, *counts])
    tried = (StackLayout(min(largest, wide / n, high / ceil(most / n)), n, ceil(most / n)) for n in range(1, most + 1))
    return max(tried, key=lambda layout: layout.step)


def stack(count: int, foot: Point, layout: StackLayout, palette: Palette) -> str:
    """Dots in rows from the foot up, the uppermost in the middle.

    Args:
        count: How many.
        foot: The middle of the stack's lower end.
        layout: Their size and their order.
        palette: Their colours.
    """
    parts = []
    for index in range(count):
        row, column = divmod(index, layout.across)
        across = min(layout.across, count - row * layout.across)
        x = foot[0] + layout.step * (column - (across - 1) / 2)
        parts.append(circle((x, foot[1] - layout.step * (row + 0.5)), layout.radius, fill=palette.accent))
    return "".join(parts)


def stack_on_line(
    count: int, foot: Point, wide: float, layout: StackLayout, palette: Palette, *, numbered: bool = True
) -> str:
    """A stack on the line it stands on; the line is drawn for nobody too.

    Args:
        count: How many.
        foot: The middle of the line.
        wide: Its length.
        layout: Size and order of the dots.
        palette: Their colours.
        numbered: Whether the count stands above the dots.
    """
    x, y = foot
    drawn = line((x - wide / 2, y), (x + wide / 2, y), palette.edge, 1.5) + stack(count, (x, y - 2), layout, palette)
    if not numbered or not count:
        return drawn
    above = y - layout.height(count) - 6
    return drawn + text((x, above), [str(count)], palette.ink, CHART_TYPE["label"], "middle", bold=True)
