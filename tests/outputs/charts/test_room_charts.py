"""Every picture of a room: its words stay within it and are held as text, its colours can be seen."""

import re
from dataclasses import asdict, replace
from xml.etree import ElementTree

from support.colours import THEMES, contrast
from support.room_pictures import LONG, NASTY, ROWS, SPOKES, pictures
from support.svg_shapes import outside, shapes

from cosmos_app.design.tokens import DARK, LIGHT, VARIABLES
from cosmos_app.outputs.charts.group_profile_svg import group_dots_svg, group_radar_svg, stage_counts_svg
from cosmos_app.outputs.charts.group_view_models import choice_letters
from cosmos_app.outputs.charts.item_dots_svg import families_dots_svg, item_dots_svg, strip_svg


def test_long_words_stay_in_the_picture():
    assert (
        outside(item_dots_svg([("Ja, meistens", LONG), (LONG, LONG), ("Nein", "")], [1, 2, 3], LIGHT, minority=0)) == []
    )
    assert outside(families_dots_svg([(LONG, [1, 0, 0, 0, 0]), (LONG, None)], choice_letters(5), LIGHT)) == []
    assert outside(stage_counts_svg(["Selbstverständlich"] * 5, [(LONG, [1, 1, 1, 0, 0]), (LONG, None)], LIGHT)) == []


def test_any_text_is_held_as_text():
    for svg in (
        item_dots_svg([(NASTY, NASTY), ("B", NASTY)], [1, 2], LIGHT, silences={NASTY: 1}),
        strip_svg([NASTY, "B"], [1, 2], LIGHT),
        families_dots_svg([(NASTY, [1, 2]), (NASTY, None)], [NASTY, "B"], LIGHT),
        group_radar_svg([replace(one, title=NASTY) for one in SPOKES], [NASTY, "b"], LIGHT),
        group_radar_svg([replace(one, title=NASTY) for one in SPOKES[:2]], [NASTY, "b"], LIGHT),
        group_dots_svg([replace(one, title=NASTY) for one in ROWS], LIGHT),
        stage_counts_svg([NASTY] * 5, [(NASTY, [1, 0, 0, 0, 0])], LIGHT),
    ):
        assert shapes(svg, "b") == []
        assert "<b" not in svg


def test_every_picture_says_what_to_see_in_it():
    for svg in pictures(LIGHT):
        picture = ElementTree.fromstring(svg)
        assert picture.get("role") == "img"
        assert len(picture.get("aria-label")) > 20


@THEMES
def test_every_mark_and_word_of_a_room_can_be_seen(palette):
    """What only separates, and grounds, need no contrast; all else has it on every ground it may stand on."""
    quiet = {palette.line, palette.sunk, palette.warm_soft, palette.card, "none"}
    for svg in pictures(palette):
        used = set(re.findall(r"(?:fill|stroke):(#\w{6}|none)", svg))
        assert used <= {*asdict(palette).values(), "none"}
        for colour in used - quiet:
            assert min(contrast(colour, ground) for ground in (palette.card, palette.paper, palette.warm_soft)) >= 3
        words = {re.search(r"fill:(\S+)", one.get("style"))[1] for one in shapes(svg, "text")}
        for colour in words:
            assert min(contrast(colour, ground) for ground in (palette.card, palette.paper, palette.sunk)) >= 4.5


def test_a_picture_for_a_page_names_no_colour_of_its_own():
    assert not [svg for svg in pictures(VARIABLES) if re.search(r"#[0-9A-Fa-f]{6}", svg)]
    assert pictures(LIGHT) != pictures(DARK)
