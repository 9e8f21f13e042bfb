"""The radar: one spoke a dimension, a line without fill, a gap where there is no score."""

import plotly.graph_objects as go

from cosmos_app.design.tokens import CHART_TYPE, LIGHT, SANS, Palette
from cosmos_app.outputs.charts.view_models import Axis, folded
from cosmos_app.texts.charts import NOW, RADAR_HOVER, TARGET
from cosmos_app.texts.numbers import number
from models.definition import TOP

CLEAR = "rgba(0,0,0,0)"
_LETTERS, _SIDE = 13, 88
"""A line of a label, in letters and in pixels: what stands beside the wheel on a phone without being cut."""

_HUB = 0.02
"""The least distance from the hub at which a mark is drawn, of 4."""


def maturity_radar(rows: tuple[Axis, ...], palette: Palette = LIGHT) -> go.Figure:
    """Draw a profile, 0 at the hub and 4 at the rim, and the target as a dashed line.

    Lines are not filled: area would grow with the square of the score and depend on the order of the axes.

    Args:
        rows: The axes, in authored order.
        palette: Its colours.
    """
    labels = ["<br>".join(folded(axis.title, _letters(index, len(rows)))) for index, axis in enumerate(rows)]
    figure = go.Figure()
    if any(axis.target is not None for axis in rows):
        aim = _line(labels, [axis.target for axis in rows], TARGET(), palette.warm, 2.5)
        figure.add_trace(
            aim.update(line_dash="dash", marker={"symbol": "diamond", "color": palette.card, "size": 10}),
        )
    figure.add_trace(_line(labels, [axis.score for axis in rows], NOW(), palette.accent, 3))
    figure.update_layout(
        polar={
            "bgcolor": CLEAR,
            "gridshape": "linear",
            "radialaxis": {
                "range": [0, TOP],
                "tickvals": list(range(TOP + 1)),
                "angle": 90,
                "tickangle": 90,
                "ticks": "",
                "showline": False,
                "tickfont": {"size": CHART_TYPE["tick"], "color": palette.ink_soft},
                "gridcolor": palette.line,
            },
            "angularaxis": {
                "direction": "clockwise",
                "rotation": 90,
                "ticks": "outside",  # unseen, to keep the labels off the rim
                "ticklen": 8,
                "tickcolor": CLEAR,
                "tickfont": {"size": CHART_TYPE["label"], "color": palette.ink},
                "gridcolor": palette.line,
                "linecolor": palette.edge,
                "categoryorder": "array",
                "categoryarray": labels,
            },
        },
        legend=legend(palette, x=0.5, xanchor="center", y=-0.18),
        margin={"l": _SIDE, "r": _SIDE, "t": 48, "b": 30},
        height=420,
        showlegend=True,
        paper_bgcolor=CLEAR,
        font={"family": SANS, "color": palette.ink},
        hoverlabel=tooltip(palette),
    )
    return figure


def _letters(index: int, spokes: int) -> int:
    """Of a line of a label: above and below the wheel there is more room than beside it."""
    return 2 * _LETTERS if index in (0, spokes / 2) else _LETTERS


def legend(palette: Palette, **position: object) -> dict[str, object]:
    """A key below a figure: what each mark means."""
    font = {"size": CHART_TYPE["legend"], "color": palette.ink}
    still = {"itemclick": False, "itemdoubleclick": False}
    return {"orientation": "h", "yanchor": "top", "font": font, **still, **position}


def tooltip(palette: Palette) -> dict[str, object]:
    """What a mark says when pointed at."""
    font = {"family": SANS, "size": CHART_TYPE["legend"], "color": palette.ink}
    return {"bgcolor": palette.card, "bordercolor": palette.edge, "font": font}


def _line(labels: list[str], values: list[float | None], name: str, colour: str, width: float) -> go.Scatterpolar:
    return go.Scatterpolar(
        theta=[*labels, labels[0]],
        # Plotly draws no mark right at the hub, and a score of 0 must not look like none.
        r=[value if value is None else max(value, _HUB) for value in (*values, values[0])],
        customdata=[number(value) for value in (*values, values[0])],
        name=name,
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": width, "dash": "solid"},
        marker={"symbol": "circle", "size": 10, "color": colour, "line": {"width": 2, "color": colour}},
        hovertemplate=f"{RADAR_HOVER(theme='%{theta}', score='%{customdata}')}<extra>{name}</extra>",
    )
