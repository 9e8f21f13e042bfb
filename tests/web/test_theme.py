"""The look keeps what its table promises: contrasts, one place for every colour, words for every picture."""

import re
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from support.colours import THEMES, contrast

from cosmos_app.design.tokens import DARK, LIGHT, Palette, streamlit_theme, variables
from cosmos_app.outputs.charts.alt import dots_alt, radar_alt
from cosmos_app.outputs.charts.dots import profile_dots
from cosmos_app.outputs.charts.radar_plotly import maturity_radar
from cosmos_app.outputs.charts.solo_profile_svg import dots_svg, radar_svg
from cosmos_app.outputs.charts.view_models import Axis
from cosmos_app.web import theme

APP = Path(__file__).parents[2] / "cosmos_app"
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b")

GROUNDS = ("paper", "card", "sunk", "accent_soft", "warm_soft", "good_soft", "wrong_soft")
TEXT = ("ink", "ink_soft", "accent", "accent_strong", "warm", "good", "wrong")


def test_black_on_white_has_the_contrast_that_is_in_the_books():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground_and_edges_can_be_seen(palette, ground):
    under = asdict(palette)[ground]
    assert not [name for name in TEXT if contrast(asdict(palette)[name], under) < 4.5]
    assert contrast(palette.edge, under) >= 3


@THEMES
def test_a_button_can_be_read_also_under_the_pointer(palette):
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.on_accent, palette.accent_strong) >= 4.5


def test_a_light_mark_passes_3_to_1_on_white():
    assert not [name for name in ("accent", "warm", "edge", "ink_soft") if contrast(asdict(LIGHT)[name], "#FFFFFF") < 3]


def test_every_colour_stands_in_the_table_and_nowhere_else():
    files = [one for ending in ("py", "css", "js", "html") for one in APP.rglob(f"*.{ending}")]
    assert {str(one.relative_to(APP)) for one in files if HEX.search(one.read_text(encoding="utf-8"))} == {
        "design/tokens.py"
    }
    assert set(HEX.findall((APP / "web" / "theme" / "icon.svg").read_text())) <= set(asdict(LIGHT).values())


def test_style_sheets_use_only_what_the_table_gives_them():
    given = set(re.findall(r"--([a-z-]+):", variables()))
    for file in (
        *(APP / "web/theme").glob("*.css"),
        APP / "outputs/report/renderers/style.css",
        APP / "outputs/report/renderers/page.html",
    ):
        used = set(re.findall(r"var\(--([a-z-]+)\)", file.read_text(encoding="utf-8")))
        assert used <= given, file.name
    assert {one.name.replace("_", "-") for one in fields(Palette)} <= given


def test_streamlit_follows_the_system_between_two_themes_of_ours():
    options = streamlit_theme()
    assert "theme.base" not in options, "it would choose for people"
    assert options["theme.light.backgroundColor"] == LIGHT.paper
    assert options["theme.dark.backgroundColor"] == DARK.paper


def test_paper_stays_light():
    dark = next(line for line in variables().splitlines() if DARK.paper in line)
    assert dark.startswith("@media screen and (prefers-color-scheme: dark)")
    assert variables() in theme.head()


# --- pictures --------------------------------------------------------------------------------------------------------


def axis(title, score, answers=(), *, bounds=None, target=None):
    lower, upper = bounds or (score, score)
    return Axis(
        title=title,
        score=score,
        lower=lower,
        upper=upper,
        target=target,
        stage="",
        answers=answers,
        asked=4,
        completeness=1.0,
    )


ROWS = (
    axis("Purpose", 3.0, (3.0, 3.0), target=3.0),
    axis("Power", 1.5, (0.0, 3.0), target=3.0),
    axis("Trust", 2.0, (2.0,), bounds=(1.0, 3.5)),
    axis("Money", None, (), bounds=(0.0, 4.0)),
)


def test_a_radar_says_what_to_see_in_it():
    told = radar_alt(ROWS)
    assert "Highest: Purpose, 3.0. Lowest: Power, 1.5." in told
    assert "Too few answers for a score, so a gap: Money." in told
    assert "Farthest from where you want to be: Power, 1.5 away." in told
    assert told.endswith("All scores: Purpose: 3.0, target 3.0; Power: 1.5, target 3.0; Trust: 2.0; Money: no score.")


def test_dots_say_where_answers_lie_apart_and_what_is_open():
    told = dots_alt(ROWS)
    assert "Answers lie farthest apart in Power: 3 of 4." in told
    assert "Missing answers leave most open in Money: 0.0 to 4.0." in told


def test_a_picture_of_equals_does_not_make_up_a_winner():
    same = tuple(axis(name, 2.0, (2.0, 2.0), target=2.5) for name in ("One", "Two", "Three"))
    assert "Every score is 2.0." in radar_alt(same)
    assert "less than one stage away everywhere" in radar_alt(same)
    assert "lie close together" in dots_alt(same)
    assert "There is no score yet." in radar_alt(tuple(replace(one, score=None) for one in same))


def test_more_than_three_names_are_counted():
    many = (axis("High", 4.0), *(axis(f"Low {place}", 1.0) for place in range(5)))
    assert "Lowest: Low 0, Low 1, Low 2 and 2 more, 1.0." in radar_alt(many)


@THEMES
def test_every_picture_is_drawn_in_the_colours_it_is_given(palette):
    other = DARK if palette is LIGHT else LIGHT
    foreign = set(asdict(other).values()) - set(asdict(palette).values())
    for drawn in (
        maturity_radar(ROWS, palette).to_json(),
        profile_dots(ROWS, palette).to_json(),
        radar_svg(ROWS, palette),
        dots_svg(ROWS, palette),
    ):
        assert palette.accent in drawn
        assert not [colour for colour in foreign if colour in drawn]


def test_pictures_carry_their_words_and_hold_any_text():
    nasty = (replace(ROWS[0], title='<b>"x"</b> & y'), *ROWS[1:])
    for svg in (radar_svg(nasty, LIGHT), dots_svg(nasty, LIGHT)):
        assert 'role="img" aria-label="' in svg
        assert "<b>" not in svg
