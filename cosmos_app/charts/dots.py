"""The dots: each answer of a dimension beside its score, its bounds and its target."""

import plotly.graph_objects as go

from cosmos_app.charts.axes import INK, INK_SOFT, LINE, LINE_STRONG, NOW, TARGET, Axis, folded
from models.definition import TOP


def profile_dots(rows: tuple[Axis, ...]) -> go.Figure:
    """Draw one line a dimension: a bar between the bounds, an open dot an answer, a diamond the score.

    Args:
        rows: The axes, in authored order.
    """
    labels = ["<br>".join(folded(axis.title, 22)) for axis in rows]
    figure = go.Figure()
    for label, axis in zip(labels, rows, strict=True):
        if axis.lower is not None and axis.upper is not None and axis.upper > axis.lower:
            figure.add_trace(
                go.Scatter(
                    x=[axis.lower, axis.upper],
                    y=[label, label],
                    mode="lines",
                    line={"color": LINE_STRONG, "width": 5},
                    opacity=0.45,
                    showlegend=False,
                    hovertemplate="Could lie between %{x:.1f}<extra></extra>",
                )
            )
    figure.add_trace(
        _marks(
            "One answer",
            [(worth, label) for label, axis in zip(labels, rows, strict=True) for worth in _apart(axis.answers)],
            {"symbol": "circle-open", "size": 10, "color": INK_SOFT, "line": {"width": 2, "color": INK_SOFT}},
        )
    )
    figure.add_trace(
        _marks(
            "Score",
            [(axis.score, label) for label, axis in zip(labels, rows, strict=True) if axis.score is not None],
            {"symbol": "diamond", "size": 14, "color": NOW},
        )
    )
    if any(axis.target is not None for axis in rows):
        figure.add_trace(
            _marks(
                "Where we want to be",
                [(axis.target, label) for label, axis in zip(labels, rows, strict=True) if axis.target is not None],
                {"symbol": "line-ns", "size": 18, "color": TARGET, "line": {"width": 3, "color": TARGET}},
            )
        )
    figure.update_layout(
        xaxis={
            "range": [-0.2, TOP + 0.2],
            "tickvals": list(range(TOP + 1)),
            "gridcolor": LINE,
            "zeroline": False,
            "tickfont": {"size": 13, "color": INK},
            "side": "top",
            "fixedrange": True,
        },
        yaxis={
            "categoryorder": "array",
            "categoryarray": labels[::-1],
            "tickfont": {"size": 13, "color": INK},
            "gridcolor": LINE,
            "fixedrange": True,
            "automargin": True,
        },
        legend={
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": -0.05,
            "yanchor": "top",
            "font": {"size": 13, "color": INK},
        },
        margin={"l": 10, "r": 10, "t": 30, "b": 40},
        height=80 + 46 * len(rows),
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": '"Source Sans", sans-serif', "color": INK},
    )
    return figure


def _marks(name: str, places: list[tuple[float | None, str]], marker: dict[str, object]) -> go.Scatter:
    return go.Scatter(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="markers",
        name=name,
        marker=marker,
        hovertemplate=f"{name}: %{{x:.1f}}<extra></extra>",
    )


def _apart(answers: tuple[float, ...]) -> list[float]:
    """Answers of equal worth side by side, so that none hides another."""
    seen: dict[float, int] = {}
    placed = []
    for worth in sorted(answers):
        seen[worth] = seen.get(worth, -1) + 1
        placed.append(worth + 0.09 * seen[worth])
    return placed
