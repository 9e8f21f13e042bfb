"""Pictures of sites: the order is the caller's, what is hidden is not drawn, and no colour tells high from low."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cosmos_app.design.tokens import DARK, LIGHT
from cosmos_app.outputs.charts.small_multiples import PanelRow, panel_svg
from cosmos_app.outputs.charts.theme_across_sites import SiteRow, sites_svg
from cosmos_app.outputs.charts.theme_over_time import ChangeRow, Moment, change_svg
from cosmos_app.texts.charts import COULD_LIE_MISSING, INDEX_OF_ALL, LIKELY, NOT_CALIBRATED
from cosmos_app.texts.room.dots import NOT_SHOWN

COLOURS = re.compile(r"(?:fill|stroke):(#[0-9A-F]{6})")
SCORES = st.floats(0, 4)


def at(score, n=9, *, interval=True, calibrated=True, title="Harbour · Autumn"):
    between = (max(0.0, score - 0.3), min(4.0, score + 0.3)) if interval and score is not None else None
    return SiteRow(
        title=title, score=score, interval=between, n=n if score is not None else None, calibrated=calibrated
    )


def words(svg):
    """The lettering of a picture, in its order; and it is well-formed."""
    return ["".join(one.itertext()) for one in ElementTree.fromstring(svg).iter() if one.tag.endswith("}text")]


def label(svg):
    return ElementTree.fromstring(svg).attrib["aria-label"]


def moment(score, lower=None, upper=None):
    return Moment(score=score, lower=score if lower is None else lower, upper=score if upper is None else upper, n=7)


def test_sites_stand_in_the_order_given_whatever_their_figures():
    rows = [at(score, title=name) for name, score in (("C", 3.0), ("A", 1.0), ("B", 4.0))]
    svg = sites_svg("Power", rows, LIGHT)
    assert [one for one in words(svg) if one in "ABC"] == ["C", "A", "B"]
    told = label(svg)
    assert told.index("C:") < told.index("A:") < told.index("B:")
    assert "highest" not in told.casefold()


@given(one=SCORES, other=SCORES)
def test_no_colour_depends_on_a_figure(one, other):
    pictures = [
        [
            sites_svg("Power", [at(score)], LIGHT),
            panel_svg("Harbour", ["Spring"], [PanelRow(title="Power", scores=(score,))], LIGHT),
            change_svg(
                ("Spring", "Autumn"), [ChangeRow(title="Power", before=moment(2.0), after=moment(score))], LIGHT
            ),
        ]
        for score in (one, other)
    ]
    for left, right in zip(*pictures, strict=True):
        assert COLOURS.findall(left) == COLOURS.findall(right)


def test_what_is_not_shown_leaves_no_mark():
    hidden = sites_svg("Power", [at(None)], LIGHT)
    assert "<circle" not in hidden
    assert NOT_SHOWN() in words(hidden)
    assert label(hidden).endswith(f"Harbour · Autumn: {NOT_SHOWN()}.")
    panel = panel_svg("Harbour", ["Spring"], [PanelRow(title="Power", scores=(None,))], LIGHT)
    assert "<circle" not in panel
    assert NOT_SHOWN() in words(panel)
    change = change_svg(("Spring", "Autumn"), [ChangeRow(title="Power", before=None, after=None)], LIGHT)
    assert change.count("<circle") == 2, "those of the key"
    assert NOT_SHOWN() in words(change)


def test_a_site_that_is_not_calibrated_has_another_shape_and_the_key_says_so():
    both = sites_svg("Power", [at(2.0), at(2.0, calibrated=False)], LIGHT)
    assert {INDEX_OF_ALL(), NOT_CALIBRATED(), LIKELY()} <= {*words(both)}
    alone = sites_svg("Power", [at(2.0, interval=False)], LIGHT)
    assert INDEX_OF_ALL() in words(alone)
    assert not {NOT_CALIBRATED(), LIKELY()} & {*words(alone)}
    assert "practice case not rated" in label(both)


def test_a_site_tells_how_many_people_and_where_it_likely_lies():
    told = label(sites_svg("Power", [at(2.0, n=8)], LIGHT))
    assert "2.0, likely between 1.7 and 2.3, 8 people" in told


def test_before_and_after_are_told_side_by_side_with_where_they_could_lie():
    rows = [
        ChangeRow(title="Power", before=moment(1.2, 1.0, 1.6), after=moment(2.4)),
        ChangeRow(title="Trust", before=moment(3.0), after=None),
    ]
    svg = change_svg(("Spring", "Autumn"), rows, LIGHT)
    assert "1.2 → 2.4" in words(svg)
    assert "3.0 → –" in words(svg)
    assert COULD_LIE_MISSING()[:20] in " ".join(words(svg))
    assert COULD_LIE_MISSING()[:20] not in " ".join(words(change_svg(("Spring", "Autumn"), rows[1:], LIGHT)))


def test_a_fall_is_drawn_like_a_rise():
    rise, fall = (
        change_svg(("A", "B"), [ChangeRow(title="T", before=moment(one), after=moment(other))], DARK)
        for one, other in ((1.0, 3.0), (3.0, 1.0))
    )
    assert COLOURS.findall(rise) == COLOURS.findall(fall)


@pytest.mark.parametrize("title", ["<b>&", "Verantwortungsübernahmegemeinschaftsprojekt " * 3, "مدينة", ""])
def test_any_name_can_be_drawn(title):
    for svg in (
        sites_svg(title, [at(2.0, title=title)], LIGHT),
        panel_svg(title, [title], [PanelRow(title=title, scores=(2.0,))], LIGHT),
        change_svg((title, title), [ChangeRow(title=title, before=moment(1.0), after=moment(2.0))], LIGHT),
    ):
        ElementTree.fromstring(svg)


def test_a_small_picture_holds_every_time_and_the_last_one_differs():
    svg = panel_svg("Harbour", ["Spring", "Autumn"], [PanelRow(title="Power", scores=(1.0, 3.0))], LIGHT)
    assert svg.count("<circle") == 2
    assert svg.count(f"fill:{LIGHT.accent}") == 1
    assert "Power: 1.0, then 3.0" in label(svg)
