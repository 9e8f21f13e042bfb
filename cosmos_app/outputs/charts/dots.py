"""The dots: each answer of a dimension beside its score, its bounds and its target."""

from collections.abc import Iterable

import plotly.graph_objects as go

from cosmos_app.design.tokens import CHART_TYPE, LIGHT, SANS, Palette
from cosmos_app.outputs.charts.radar_plotly import CLEAR, legend, tooltip
from cosmos_app.outputs.charts.view_models import Axis, folded, stacked
from cosmos_app.texts.charts import COULD_LIE_BECAUSE, MARK, NO_SCORE, ONE_ANSWER, SCORE, TARGET
from cosmos_app.texts.numbers import number, worth
from models.definition import TOP

_LETTERS = 40
"""Letters in a line of a dimension's name: it stands above its marks, and leaves them the whole width of a phone."""

_NAME_ABOVE, _RANK = 0.4, 0.16
"""In rows: how far above its marks a name stands, and how far apart answers of the same worth."""

_Point = tuple[float | None, float | None]


def profile_dots(rows: tuple[Axis, ...], palette: Palette = LIGHT) -> go.Figure:
    """Draw one row a dimension: a bar between the bounds, a ring an answer, a diamond the score, an upright the target.

    Rings are left out where each score is a single answer: the diamond would hide them.

    Args:
        rows: The axes, in authored order.
        palette: Its colours.
    """
    bar = {"color": palette.edge, "width": 5}
    ring = {"symbol": "circle", "size": 10, "color": palette.card, "line": {"width": 2, "color": palette.ink_soft}}
    aim = {"symbol": "line-ns", "size": 18, "color": palette.warm, "line": {"width": 3, "color": palette.warm}}
    score = {"symbol": "diamond", "size": 14, "color": palette.accent, "line": {"width": 1.5, "color": palette.card}}
    figure = go.Figure()
    _add(figure, COULD_LIE_BECAUSE(), _bounds(rows), mode="lines", line=bar)
    if any(len(axis.answers) > 1 for axis in rows):
        _add(figure, ONE_ANSWER(), _answers(rows), mode="markers", marker=ring)
    _add(figure, TARGET(), _scores(axis.target for axis in rows), mode="markers", marker=aim)
    _add(figure, SCORE(), _scores(axis.score for axis in rows), mode="markers", marker=score)
    ticks = {
        "tickfont": {"size": CHART_TYPE["tick"], "color": palette.ink_soft},
        "gridcolor": palette.line,
        "zeroline": False,
        "fixedrange": True,
    }
    figure.update_layout(
        xaxis={**ticks, "range": [-0.15, TOP + 0.15], "tickvals": list(range(TOP + 1)), "side": "top"},
        yaxis={
            **ticks,
            "range": [len(rows) - 0.5, -0.75],
            "tickvals": list(range(len(rows))),
            "showticklabels": False,
        },
        annotations=[note for y, axis in enumerate(rows) for note in _names(axis, y, palette)],
        legend=legend(palette, x=0, xanchor="left", y=-0.02),
        margin={"l": 4, "r": 4, "t": 26, "b": 40},
        height=130 + 58 * len(rows),
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        font={"family": SANS, "color": palette.ink},
        hoverlabel=tooltip(palette),
    )
    return figure


def _names(axis: Axis, y: int, palette: Palette) -> Iterable[dict[str, object]]:
    """Above the marks of a dimension, its name on the left and its score on the right."""
    anchor = {"xref": "paper", "yref": "y", "y": y - _NAME_ABOVE, "yanchor": "middle", "showarrow": False}
    font = {"size": CHART_TYPE["label"]}
    yield {
        **anchor,
        "text": f"<b>{'<br>'.join(folded(axis.title, _LETTERS))}</b>",
        "x": 0,
        "xanchor": "left",
        "align": "left",
        "font": {**font, "color": palette.ink},
    }
    yield {
        **anchor,
        "text": f"<b>{NO_SCORE() if axis.score is None else number(axis.score)}</b>",
        "x": 1,
        "xanchor": "right",
        "font": {**font, "color": palette.accent},
    }


def _bounds(rows: tuple[Axis, ...]) -> Iterable[tuple[_Point, str]]:
    """Both ends of each bar with the score that each stands for, and a gap after it."""
    for y, axis in enumerate(rows):
        if axis.is_open:
            yield (axis.lower, y), number(axis.lower)
            yield (axis.upper, y), number(axis.upper)
            yield (None, None), ""


def _answers(rows: tuple[Axis, ...]) -> Iterable[tuple[_Point, str]]:
    """A ring for each answer; those of the same worth lie below each other."""
    for y, axis in enumerate(rows):
        for value, rank in stacked(axis.answers):
            yield (value, y + _RANK * rank), worth(value)


def _scores(scores: Iterable[float | None]) -> Iterable[tuple[_Point, str]]:
    """A mark in each row that has a score."""
    for y, score in enumerate(scores):
        if score is not None:
            yield (score, y), number(score)


def _add(figure: go.Figure, name: str, marks: Iterable[tuple[_Point, str]], **look: object) -> None:
    """Add a kind of mark, if there is one; pointed at, it says its number as it is written everywhere."""
    kept = list(marks)
    if kept:
        x, y = zip(*(point for point, _ in kept), strict=True)
        figure.add_trace(
            go.Scatter(
                x=list(x),
                y=list(y),
                customdata=[written for _, written in kept],
                name=name,
                hovertemplate=MARK(name=name, number="%{customdata}") + "<extra></extra>",
                **look,
            )
        )
