"""The radar: one spoke a dimension, a line without fill, a gap where there is no score."""

import plotly.graph_objects as go

from cosmos_app.charts.axes import INK, INK_SOFT, LINE, NOW, TARGET, Axis, folded
from models.definition import TOP


def maturity_radar(rows: tuple[Axis, ...]) -> go.Figure:
    """Draw a profile, 0 at the hub and 4 at the rim, and the target as a dashed line.

    Lines are not filled: area would grow with the square of the score and depend on the order of the axes.

    Args:
        rows: The axes, in authored order.
    """
    labels = ["<br>".join(folded(axis.title, 13)) for axis in rows]
    figure = go.Figure()
    if any(axis.target is not None for axis in rows):
        figure.add_trace(
            _line(
                labels,
                [axis.target for axis in rows],
                "Where we want to be",
                TARGET,
                dash="dash",
                symbol="diamond-open",
            )
        )
    figure.add_trace(_line(labels, [axis.score for axis in rows], "Now", NOW, dash="solid", symbol="circle"))
    figure.update_layout(
        polar={
            "bgcolor": "rgba(0,0,0,0)",
            "radialaxis": {
                "range": [0, TOP],
                "tickvals": list(range(TOP + 1)),
                "angle": 90,
                "tickangle": 90,
                "tickfont": {"size": 12, "color": INK_SOFT},
                "gridcolor": LINE,
                "linecolor": LINE,
            },
            "angularaxis": {
                "direction": "clockwise",
                "rotation": 90,
                "tickfont": {"size": 12.5, "color": INK},
                "gridcolor": LINE,
                "linecolor": LINE,
                "categoryorder": "array",
                "categoryarray": labels,
            },
        },
        legend={"orientation": "h", "x": 0.5, "xanchor": "center", "y": -0.16, "font": {"size": 13, "color": INK}},
        margin={"l": 84, "r": 84, "t": 62, "b": 30},
        height=400,
        showlegend=True,
        paper_bgcolor="rgba(0,0,0,0)",
        font={"family": '"Source Sans", sans-serif', "color": INK},
    )
    return figure


def _line(
    labels: list[str], values: list[float | None], name: str, colour: str, dash: str, symbol: str
) -> go.Scatterpolar:
    return go.Scatterpolar(
        theta=[*labels, labels[0]],
        r=[*values, values[0]],
        name=name,
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2.5, "dash": dash},
        marker={"symbol": symbol, "size": 9, "color": colour, "line": {"width": 2, "color": colour}},
        hovertemplate="%{theta}: %{r:.1f} of 4<extra>" + name + "</extra>",
    )
