"""The maps: where people see an initiative, at the start and now. Counted, never averaged, and no place is better.

A mark is a filled disc for now and a ring for the start; where several people are in a cell, it holds their number.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from string import ascii_uppercase

from cosmos_app.design.tokens import CHART_TYPE, Palette
from cosmos_app.outputs.charts.svg import WIDTH, Point, circle, legend, line, picture, rectangle, text, titled
from cosmos_app.outputs.charts.view_models import folded
from cosmos_app.texts import charts as texts
from cosmos_app.texts.message import paragraph
from models.catalogues import MapKind, Placement
from models.items import Moment
from models.reveal import GroupProfile

Counts = Mapping[Moment, Mapping[str, int]]
"""How many people see it in each cell, by the cell's key, at each moment."""

_LABEL = CHART_TYPE["label"]
_LINE = 16.0
_CELL, _STEP, _POLE = 46.0, 42.0, 64.0
_MARK = 11.0
_LETTERS_PER_UNIT = 1 / 6
"""Letters of a label that fit into one unit of width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Board:
    """Cells in rows and columns.

    Attributes:
        columns: What stands above each column.
        rows: What stands above each row.
        keys: Key of each cell, row by row.
    """

    columns: Sequence[str]
    rows: Sequence[str]
    keys: Sequence[Sequence[str]]


def map_svg(placement: Placement, counts: Counts, palette: Palette) -> str:
    """Draw where people see an initiative on one map.

    Args:
        placement: The map.
        counts: Who is where; empty draws the map alone.
        palette: Its colours.
    """
    height, shapes = DRAW[placement.kind](placement, counts, palette)
    marks = [
        (_mark((0, 0), moment, 1, palette), name())
        for moment, name in texts.MOMENTS.items()
        if any(counts.get(moment, {}).values())
    ]
    key = legend(marks, height + 16, palette.ink, _LABEL) if marks else ""
    return picture(height + (34 if marks else 4), map_alt(placement, counts), shapes + key, name="cosmos-map")


def map_alt(placement: Placement, counts: Counts) -> str:
    """What to see on a map: who is where, at the start and now, and that nobody is yet."""
    sentences = [texts.MAP(title=placement.title)]
    for moment, name in texts.MOMENTS.items():
        places = [
            texts.MAP_PLACE(n, place=placement.place(key).title, cell=where(placement, key))
            for key, n in counts.get(moment, {}).items()
            if n
        ]
        if places:
            sentences.append(texts.MAP_MOMENT(when=name(), places="; ".join(places)))
    if len(sentences) == 1:
        sentences.append(texts.MAP_EMPTY())
    return paragraph(*sentences)


def counts_of(profile: GroupProfile, placement: Placement) -> tuple[Counts, bool]:
    """Who of a group is where on a map, as far as that may be shown; and whether any part of it is hidden."""
    moments = profile.placements.get(placement.id, {})
    counts = {
        at: {cell: n for table in tables.values() if table is not None for cell, n in table.cells.items()}
        for at, tables in moments.items()
    }
    return counts, any(table is None for tables in moments.values() for table in tables.values())


def where(placement: Placement, key: str) -> str:
    """A cell in words: its positions.

    For a grid both, else the axis and the position on it.
    """
    first, _, second = key.partition("/")
    if placement.kind == "grid":
        columns, rows = placement.axes.values()
        return texts.GRID_CELL(
            column_axis=columns.title,
            column=columns.positions[first],
            row_axis=rows.title,
            row=rows.positions[second],
        )
    axis = placement.axes[first]
    if len(placement.axes) == 1:
        return axis.positions[second]
    return texts.AXIS_CELL(axis=axis.title, position=axis.positions[second])


def letters(placement: Placement) -> Mapping[str, str]:
    """The letter that stands for each place in a picture, by the place's id; none where cells name themselves."""
    if placement.kind != "grid":
        return {}
    if len(placement.places) > len(ascii_uppercase):
        return {name: str(number) for number, name in enumerate(placement.places, start=1)}
    return dict(zip(placement.places, ascii_uppercase, strict=False))


def key(placement: Placement) -> list[tuple[str, str]]:
    """What the letters in a picture stand for: each with the title of its place."""
    return [(letter, placement.places[name].title) for name, letter in letters(placement).items()]


def _grid(placement: Placement, counts: Counts, palette: Palette) -> tuple[float, str]:
    """Cells coloured by their place; the rows go across where they are no more, to fit a phone."""
    columns, rows = placement.axes.values()
    turned = len(columns.positions) >= len(rows.positions)
    across, down = (rows, columns) if turned else (columns, rows)
    board = _Board(
        columns=list(across.positions.values()),
        rows=list(down.positions.values()),
        keys=[[f"{b}/{a}" if turned else f"{a}/{b}" for a in across.positions] for b in down.positions],
    )
    heads = _axis_title(f"→ {across.title}", 0, palette) + _axis_title(f"↓ {down.title}", _LINE, palette)
    height, shapes = _board(placement, board, counts, palette, top=2 * _LINE + 6)
    return height, heads + shapes


def _presence(placement: Placement, counts: Counts, palette: Palette) -> tuple[float, str]:
    """A column for each activity, a row for each kind of partner."""
    positions = dict(chain.from_iterable(axis.positions.items() for axis in placement.axes.values()))
    board = _Board(
        columns=[axis.title.partition(":")[0] for axis in placement.axes.values()],
        rows=list(positions.values()),
        keys=[[f"{axis}/{position}" for axis in placement.axes] for position in positions],
    )
    return _board(placement, board, counts, palette, top=4)


def _board(placement: Placement, board: _Board, counts: Counts, palette: Palette, top: float) -> tuple[float, str]:
    wide = WIDTH / len(board.columns)
    heads = [folded(title, int(wide * _LETTERS_PER_UNIT)) for title in board.columns]
    parts = [
        text((wide * (index + 0.5), top + 12), lines, palette.ink, _LABEL - 1, "middle")
        for index, lines in enumerate(heads)
    ]
    y = top + 8 + _LINE * max(map(len, heads))
    named, tints = letters(placement), _tints(palette)
    alike = len(placement.places) < len(placement.cells)
    for label, keys in zip(board.rows, board.keys, strict=True):
        parts.append(text((2, y + 15), [label], palette.ink_soft, _LABEL - 1))
        y += 21
        for index, key in enumerate(keys):
            if key not in placement.cells:
                continue
            place = placement.cells[key]
            tint = tints[list(placement.places).index(place) % len(tints)] if named and alike else palette.card
            corner = (wide * index + 2, y)
            shapes = rectangle(corner, wide - 4, _CELL, fill=tint, edge=palette.edge)
            if named:
                shapes += text((corner[0] + 5, y + 15), [named[place]], palette.ink, _LABEL - 1, bold=True)
            shapes += _marks((wide * (index + 0.5), y + _CELL / 2 + (4 if named else 0)), key, counts, palette)
            mark = texts.PLACE_MARK(place=placement.places[place].title, cell=where(placement, key))
            parts.append(titled(shapes, mark))
        y += _CELL + 5
    return y, "".join(parts)


def _path(placement: Placement, counts: Counts, palette: Palette) -> tuple[float, str]:
    """A winding way: steps that may be taken in any order, several at once, and again."""
    parts: list[str] = []
    y = 0.0
    for name, axis in placement.axes.items():
        if len(placement.axes) > 1:
            parts.append(_axis_title(axis.title, y, palette))
            y += _LINE + 4
        stops = [(26.0 if index % 2 else 58.0, y + _STEP * (index + 0.5)) for index in range(len(axis.positions))]
        for start, end in zip(stops, [*stops[1:], stops[0]], strict=True):
            back = end is stops[0]
            parts.append(line(start, end, palette.line if back else palette.edge, 1.5, dash="3 5" if back else ""))
        for stop, (position, title) in zip(stops, axis.positions.items(), strict=True):
            key = f"{name}/{position}"
            shapes = circle(stop, 8, fill=palette.card, edge=palette.edge, width=1.5)
            shapes += text((86, stop[1] + 5), [title], palette.ink, _LABEL + 1)
            shapes += _marks((WIDTH - 44, stop[1]), key, counts, palette)
            parts.append(titled(shapes, where(placement, key)))
        y += _STEP * len(axis.positions) + 10
    return y, "".join(parts)


def _poles(placement: Placement, counts: Counts, palette: Palette) -> tuple[float, str]:
    """A line for each axis, from one end to the other, with what lies between."""
    parts: list[str] = []
    y = 0.0
    for name, axis in placement.axes.items():
        parts.append(_axis_title(axis.title, y, palette))
        y += _LINE + 22
        first, last = 50.0, WIDTH - 50.0
        parts.append(line((first, y), (last, y), palette.edge, 2))
        gap = (last - first) / max(1, len(axis.positions) - 1)
        for index, (position, title) in enumerate(axis.positions.items()):
            key, stop = f"{name}/{position}", (first + gap * index, y)
            shapes = line((stop[0], y - 5), (stop[0], y + 5), palette.edge, 2)
            shapes += _marks(stop, key, counts, palette)
            shapes += text((stop[0], y + 30), [title], palette.ink, _LABEL - 1, "middle")
            parts.append(titled(shapes, where(placement, key)))
        y += _POLE - 16
    return y, "".join(parts)


DRAW: Mapping[MapKind, Callable[[Placement, Counts, Palette], tuple[float, str]]] = {
    "grid": _grid,
    "poles": _poles,
    "presence": _presence,
    "path": _path,
}
"""How each kind of map is drawn: gives its height and its shapes."""


def _tints(palette: Palette) -> tuple[str, ...]:
    """Background colours of places, which a letter tells apart too; none stands for more or less than another."""
    return palette.sunk, palette.warm_soft, palette.accent_soft, palette.good_soft, palette.card, palette.wrong_soft


def _axis_title(title: str, y: float, palette: Palette) -> str:
    return text((2, y + 13), [title], palette.ink, _LABEL, bold=True)


def _marks(centre: Point, key: str, counts: Counts, palette: Palette) -> str:
    """The start at the left, now at the right; alone in the middle."""
    marked: list[tuple[Moment, int]] = [(at, n) for at in texts.MOMENTS if (n := counts.get(at, {}).get(key, 0))]
    offset = _MARK + 2 if len(marked) > 1 else 0
    return "".join(
        _mark((centre[0] + (offset if at == "now" else -offset), centre[1]), at, n, palette) for at, n in marked
    )


def _mark(centre: Point, at: Moment, n: int, palette: Palette) -> str:
    if at == "now":
        shape, colour = circle(centre, _MARK, fill=palette.accent, edge=palette.accent), palette.on_accent
    else:
        shape, colour = circle(centre, _MARK, fill=palette.card, edge=palette.warm, width=2.5), palette.ink
    if n == 1:
        return shape
    return shape + text((centre[0], centre[1] + 4.5), [str(n)], colour, _LABEL, "middle", bold=True)
