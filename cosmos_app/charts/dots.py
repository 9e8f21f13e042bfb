"""The dots: each answer of a dimension beside its score, its bounds and its target."""

from collections.abc import Iterable

import plotly.graph_objects as go

from cosmos_app.charts.axes import INK, INK_SOFT, LINE, LINE_STRONG, NOW, TARGET, Axis, folded, stacked
from models.definition import TOP

LEGEND = {
    "orientation": "h",
    "x": 0,
    "xanchor": "left",
    "y": -0.02,
    "yanchor": "top",
    "font": {"size": 13, "color": INK},
}


def profile_dots(rows: tuple[Axis, ...]) -> go.Figure:
    """Draw one row a dimension: a bar between the bounds, a ring an answer, a diamond the score, an upright the target.

    Rings are left out where each score is a single answer: the diamond would hide them.

    Args:
        rows: The axes, in authored order.
    """
    figure = go.Figure()
    _add(figure, "Could lie here, with the missing answers", _bars(rows), mode="lines", line=_BAR, opacity=0.45)
    if any(len(axis.answers) > 1 for axis in rows):
        rings = ((worth, y + 0.19 * rank) for y, axis in enumerate(rows) for worth, rank in stacked(axis.answers))
        _add(figure, "One answer", rings, mode="markers", marker=_RING)
    _add(figure, "Score", ((axis.score, y) for y, axis in enumerate(rows)), mode="markers", marker=_SCORE)
    _add(
        figure, "Where we want to be", ((axis.target, y) for y, axis in enumerate(rows)), mode="markers", marker=_TARGET
    )
    ticks = {"tickfont": {"size": 13, "color": INK}, "gridcolor": LINE, "zeroline": False, "fixedrange": True}
    figure.update_layout(
        xaxis={**ticks, "range": [-0.2, TOP + 0.2], "tickvals": list(range(TOP + 1)), "side": "top"},
        yaxis={
            **ticks,
            "range": [len(rows) - 0.4, -0.6],
            "tickvals": list(range(len(rows))),
            "ticktext": ["<br>".join(folded(axis.title, 22)) for axis in rows],
            "automargin": True,
        },
        legend=LEGEND,
        margin={"l": 10, "r": 10, "t": 30, "b": 40},
        height=90 + 48 * len(rows),
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": '"Source Sans", sans-serif', "color": INK},
    )
    return figure


_BAR = {"color": LINE_STRONG, "width": 5}
_RING = {"symbol": "circle-open", "size": 9, "color": INK_SOFT, "line": {"width": 2, "color": INK_SOFT}}
_SCORE = {"symbol": "diamond", "size": 13, "color": NOW}
_TARGET = {"symbol": "line-ns", "size": 18, "color": TARGET, "line": {"width": 3, "color": TARGET}}

Place = tuple[float | None, float | None]


def _bars(rows: tuple[Axis, ...]) -> Iterable[Place]:
    """Both ends of each bar, and a gap after it."""
    for y, axis in enumerate(rows):
        if axis.is_open:
            yield from ((axis.lower, y), (axis.upper, y), (None, None))


def _add(figure: go.Figure, name: str, places: Iterable[Place], **look: object) -> None:
    """Add a kind of mark, if there is one."""
    kept = [(x, y) for x, y in places if x is not None or y is None]
    if kept:
        x, y = zip(*kept, strict=True)
        hover = f"{name}: %{{x:.1f}}<extra></extra>"
        figure.add_trace(go.Scatter(x=list(x), y=list(y), name=name, hovertemplate=hover, **look))
