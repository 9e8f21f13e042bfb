"""What fits on a slide: how high a text stands by its letters, and how long ones are parted."""

from collections.abc import Iterator, Sequence
from math import ceil
from textwrap import wrap
from unicodedata import east_asian_width

from cosmos_app.outputs.report.tree import Table

Rows = tuple[tuple[str, ...], ...]

_LETTER = 0.54
"""Width of a letter as a share of its height; a little more than fonts need, for slides are shown in many of them."""

_LEADING = 1.22
_MARGIN = 0.1
"""Of a cell, at its sides together and above and below, in inches."""


def lines(text: str, width: float, points: float) -> int:
    """How many lines a text takes.

    Args:
        text: The text.
        width: Of the lines, in inches.
        points: Size of the letters.

    >>> lines("four words or so", width=10, points=18), lines("", width=10, points=18)
    (1, 1)
    """
    return sum(max(1, ceil(_letters(part) / _per_line(width, points))) for part in text.split("\n"))


def high(text: str, width: float, points: float) -> float:
    """How high a text stands, in inches."""
    return lines(text, width, points) * points * _LEADING / 72


def parted(text: str, width: float, height: float, points: float) -> list[str]:
    """A text in pieces that each fit a height, in inches; parted between words where that can be."""
    if high(text, width, points) <= height:
        return [text]
    # Half of the room for wide letters, which count twice.
    wide = 2 if _letters(text) > 1.5 * len(text) else 1
    room = int(height * 72 / (points * _LEADING)) * _per_line(width, points) // wide
    return wrap(text, max(1, int(room * 0.9)))


def sheets(table: Table, widths: Sequence[float], height: float, points: float) -> Iterator[Rows]:
    """The rows of a table in groups that each fit a height beside its head.

    Args:
        table: The table.
        widths: Of its columns, in inches.
        height: That there is, in inches.
        points: Size of the letters.
    """
    room = height - row_high(table.head, widths, points)
    group: list[tuple[str, ...]] = []
    used = 0.0
    for row in (part for whole in table.rows for part in _row_parts(whole, widths, room, points)):
        needs = row_high(row, widths, points)
        if group and used + needs > room:
            yield tuple(group)
            group, used = [], 0.0
        group.append(row)
        used += needs
    if group:
        yield tuple(group)


def row_high(row: Sequence[str], widths: Sequence[float], points: float) -> float:
    """How high a row stands, in inches."""
    return _MARGIN + max(high(cell, width - _MARGIN, points) for cell, width in zip(row, widths, strict=True))


def _row_parts(row: tuple[str, ...], widths: Sequence[float], room: float, points: float) -> list[tuple[str, ...]]:
    """A row that is too high for any slide in several, each going on where the one before ends."""
    cells = [parted(cell, width - _MARGIN, room - _MARGIN, points) for cell, width in zip(row, widths, strict=True)]
    most = max(map(len, cells))
    return [tuple(cell[part] if part < len(cell) else "" for cell in cells) for part in range(most)]


def _letters(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _per_line(width: float, points: float) -> int:
    return max(1, int(width * 72 / (points * _LETTER)))
