"""Charts that can be edited on a slide: the same figures as in our own pictures, with a gap where nothing is shown."""

from collections.abc import Callable, Mapping
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from cosmos_app.design.tokens import LIGHT
from cosmos_app.outputs.report.tree import Chart, ChartKind
from cosmos_app.texts.numbers import rounded

SCORES, COUNTS, COUNTS_BUT_NONE = "0.0", "0", "0;;"
"""How PowerPoint writes numbers: scores as ``texts.numbers.number``, people as whole numbers, and without a zero."""

_SMALL = Pt(11)
_DARK = 0.6
"""From which share of the way from pale to dark the letters on a step are white."""

_LINES = (LIGHT.accent, LIGHT.ink, LIGHT.warm)
_MARKS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.DIAMOND)


def is_drawn(chart: Chart | None) -> bool:
    """Whether there is anything to draw; where all is hidden, our own picture says so."""
    return chart is not None and any(value is not None for _, values in chart.series for value in values)


def draw(shapes: Any, chart: Chart, box: tuple[int, int, int, int]) -> Any:
    """Put a chart on a slide; gives its frame.

    Args:
        shapes: Of the slide.
        chart: What to draw.
        box: Left, top, width and height, in the slide's own units.
    """
    data = CategoryChartData(number_format="General")  # type: ignore[no-untyped-call]
    data.categories = chart.categories
    for name, values in chart.series:
        # A slide holds its figures, and from exact means the score of one person could be worked out.
        read = [None if value is None else rounded(value) for value in values]
        data.add_series(name, read)  # type: ignore[no-untyped-call]
    kind, dress = DRESS[chart.kind]
    if chart.kind == "bars" and chart.top is not None:  # themes, whose names need a line each
        kind = XL_CHART_TYPE.BAR_CLUSTERED
    frame = shapes.add_chart(kind, *box, data)
    drawn = frame.chart
    drawn.font.size, drawn.font.color.rgb = _SMALL, colour(LIGHT.ink)
    drawn.has_title = False
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    dress(drawn, chart)
    return frame


def _radar(drawn: Any, chart: Chart) -> None:
    axis = drawn.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, chart.top, 1
    axis.major_gridlines.format.line.color.rgb = colour(LIGHT.line)
    axis.tick_labels.font.size = Pt(9)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = COUNTS, False
    last = len(chart.series) - 1
    for index, series in enumerate(drawn.plots[0].series):
        line = series.format.line
        line.color.rgb, line.width = colour(_LINES[index % len(_LINES)]), Pt(2.25)
        if index and index == last:
            line.dash_style = MSO_LINE.DASH
        series.marker.style, series.marker.size = _MARKS[index % len(_MARKS)], 7
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour(_LINES[index % len(_LINES)])
        series.smooth = False


def _bars(drawn: Any, chart: Chart) -> None:
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 60, -5
    _labels(plot, SCORES if chart.top is not None else COUNTS)
    _bare(drawn, chart.top)
    if chart.top is not None:
        drawn.category_axis.reverse_order = True


def _stacked(drawn: Any, chart: Chart) -> None:
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    _labels(plot, COUNTS_BUT_NONE)
    _bare(drawn, None)
    drawn.category_axis.reverse_order = True
    last = max(len(chart.series) - 1, 1)
    for index, series in enumerate(plot.series):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(_step(index / last))
        series.format.line.color.rgb = colour(LIGHT.edge)
        if index / last > _DARK:
            labels = series.data_labels
            labels.font.color.rgb, labels.font.size, labels.show_value = colour(LIGHT.card), _SMALL, True
            labels.number_format, labels.number_format_is_linked = COUNTS_BUT_NONE, False


def _step(share: float) -> str:
    """The colour of a stage on the way from pale to dark; its number stands on it too.

    >>> _step(0) == LIGHT.accent_soft, _step(1) == LIGHT.accent_strong
    (True, True)
    """
    pale, dark = (bytes.fromhex(code[1:]) for code in (LIGHT.accent_soft, LIGHT.accent_strong))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in zip(pale, dark, strict=True))


def _labels(plot: Any, number_format: str) -> None:
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.show_value, labels.font.size = True, _SMALL
    labels.number_format, labels.number_format_is_linked = number_format, False


def _bare(drawn: Any, top: float | None) -> None:
    """Bars with their numbers on them need no scale, but start at zero."""
    axis = drawn.value_axis
    axis.minimum_scale, axis.visible, axis.has_major_gridlines = 0, False, False
    if top is not None:
        axis.maximum_scale = top
    drawn.category_axis.format.line.color.rgb = colour(LIGHT.edge)
    drawn.category_axis.tick_labels.font.size = _SMALL


def colour(wanted: str) -> Any:
    """A colour of our design, as slides take it."""
    return RGBColor.from_string(wanted[1:])  # type: ignore[no-untyped-call]


DRESS: Mapping[ChartKind, tuple[Any, Callable[[Any, Chart], None]]] = {
    "radar": (XL_CHART_TYPE.RADAR_MARKERS, _radar),
    "bars": (XL_CHART_TYPE.COLUMN_CLUSTERED, _bars),
    "stacked": (XL_CHART_TYPE.BAR_STACKED, _stacked),
}
"""What each kind of chart is on a slide, and how it looks."""
