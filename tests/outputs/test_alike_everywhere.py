"""A figure, an answer and a reason read the same on the screen and in every file."""

import csv
import io
import re
from dataclasses import replace
from zipfile import ZipFile

import pptx
import pytest
from support.opened_rooms import reveal
from support.report_rooms import PLAN, a_felt_room, a_room, a_store, talked
from support.room_screens import drawn

from cosmos_app.content.catalogue import catalogues
from cosmos_app.design.tokens import LIGHT
from cosmos_app.outputs.charts.dots import profile_dots
from cosmos_app.outputs.charts.radar_plotly import maturity_radar
from cosmos_app.outputs.charts.solo_profile_svg import dots_svg, radar_svg
from cosmos_app.outputs.charts.view_models import Axis
from cosmos_app.outputs.exports import export
from cosmos_app.outputs.report.renderers import RENDERERS
from cosmos_app.outputs.report.renderers.native_charts import SCORES
from cosmos_app.outputs.report.room_report import report
from cosmos_app.outputs.report.tree import Bullets, Figure, Note
from cosmos_app.storage import Decision, current
from cosmos_app.texts.charts import ITEM_DOTS
from cosmos_app.texts.numbers import number
from cosmos_app.texts.report import OWN_WORDS
from cosmos_app.texts.values import FEELINGS
from cosmos_app.workshop import rooms
from models.definition import TOP
from models.group_scores import one_decimal

HALF = 2.25
"""A score that Python's own rounding would write as 2.2; people round it up."""


@pytest.fixture(autouse=True)
def _store(tmp_path):
    with a_store(tmp_path):
        yield


def test_a_score_is_the_same_string_on_the_screen_in_the_report_on_a_slide_and_in_words():
    room = talked(a_room(says=lambda number, _item: 3 if number % 4 == 0 else 2))
    theme = next(each for each in rooms.profile(room, "project").dimensions if each.pooled.mean == one_decimal(HALF))
    [question] = [one for one in rooms.revealed(room, "project").board if theme.dimension.id in one.item.scores]
    assert sum(value * n for value, n in question.distribution.items()) / question.n == HALF
    title, read = theme.dimension.title, number(HALF)
    assert read == number(theme.pooled.mean) == "2.3"

    screen = "".join(drawn(current.store().room(room.id), steps=("profile",)))
    assert f'<th scope=\\"row\\">{title}</th><td>8</td><td>{read}</td>' in screen

    document = report(room, ["profile"])
    by_theme = next(figure for figure in document.figures() if figure.caption == "Theme by theme")
    [row] = [row for row in by_theme.table.rows if row[0] == title]
    assert row[by_theme.table.head.index("Index, 0 to 4")] == read
    assert f"{title}: index {read} from at least 8 people" in by_theme.alt
    assert re.search(rf"<title>{title}\. Index[^<]*: {re.escape(read)}</title>", by_theme.svg)

    [chart] = [
        shape.chart
        for slide in pptx.Presentation(io.BytesIO(RENDERERS[".pptx"].render(document))).slides
        for shape in slide.shapes
        if shape.has_chart and shape._element.nvGraphicFramePr.cNvPr.get("descr") == by_theme.alt
    ]
    plot = chart.plots[0]
    index = next(iter(plot.series))
    value = dict(zip(plot.categories, index.values, strict=True))[title]
    assert (plot.data_labels.number_format, SCORES) == ("0.0", "0.0")
    assert f"{value:.1f}" == read


def test_a_mark_says_its_score_as_the_still_picture_does():
    axis = Axis(
        title="Trust",
        score=HALF,
        lower=0.25,
        upper=3.75,
        target=2.75,
        stage="",
        answers=(4 / 3, 3.0),
        asked=3,
        completeness=None,
    )
    hovers = {
        trace.name: trace.hovertemplate.replace("%{customdata}", trace.customdata[0])
        for trace in profile_dots((axis,)).data
    }
    still = dots_svg((axis,), LIGHT)
    for name, written in (("Score", "2.3"), ("Where we want to be", "2.8"), ("One answer", "1.33")):
        assert hovers[name].startswith(f"{name}: {written}<")
        assert f"<title>{name}: {written}</title>" in still
    assert hovers["Could lie here, with the missing answers"].startswith(
        "Could lie here, with the missing answers: 0.3<"
    )
    assert "<title>Could lie from 0.3 to 3.8, with the missing answers</title>" in still
    target, now = maturity_radar((axis,)).data
    assert (target.customdata[0], now.customdata[0]) == ("2.8", "2.3")
    assert f"<title>Trust. Now: {now.customdata[0]}</title>" in radar_svg((axis,), LIGHT)
    assert f"%{{customdata}} of {TOP}" in now.hovertemplate


def test_an_experience_is_dots_in_the_report_and_counted_in_words_in_exports(monkeypatch):
    room = a_felt_room(monkeypatch)
    reveal(room)
    current.store().decide(room.id, "small", "felt", Decision(value=2))
    current.store().step_to(room.id, "agreed")
    room = current.store().room(room.id)

    felt, words = (section.blocks for section in report(room, ["dots"]).sections if section.depth == 3)
    assert isinstance(felt[0], Figure)
    assert felt[0].alt.startswith(ITEM_DOTS(8, first="A", last="E"))
    assert [row[1] for row in felt[0].table.rows] == [feeling() for feeling in FEELINGS]
    assert words == (Note(text=OWN_WORDS()),)

    rows = list(csv.DictReader(io.StringIO(export(room, ".csv").decode("utf-8-sig"))))
    counted = [row for row in rows if (row["id"], row["measure"]) == ("felt", "distribution") and not row["group"]]
    assert [row["option_label"] for row in counted] == [feeling() for feeling in FEELINGS]
    assert sum(int(row["value"]) for row in counted) == 8
    assert "So it was." not in repr(rows)
    assert FEELINGS[-1]() in [cell for line in _agreed(room) for cell in line.values()]


def _agreed(room):

    with ZipFile(io.BytesIO(export(room, ".zip"))) as archive:
        return list(csv.DictReader(io.StringIO(archive.read("agreed.csv").decode("utf-8-sig"))))


def test_the_report_of_maps_names_the_factors_they_raise_and_the_map_behind_each():
    room = talked(a_room(replace(PLAN, asked={"maps": ()}, depth="full"), says=lambda _number, _item: 0))
    raised = {each.factor.id: each for each in rooms.profile(room, "maps").factors}
    assert raised["distant-decisions"].because == ("cosie-2021",)
    name = raised["distant-decisions"].factor.name
    [blocks] = [section.blocks for section in report(room, ["surroundings"]).sections if section.title == name]
    [reasons, *_] = [block for block in blocks if isinstance(block, Bullets)]
    title = catalogues().placements["cosie-2021"].title
    assert reasons.items == (f"Where people see the work on the map “{title}”",)
