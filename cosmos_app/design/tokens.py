"""The design in one table: colours for light and dark, type, space. Screens, charts and the report all take from here.

A colour, a size or a distance stands here once and nowhere else. ``variables`` hands them to style sheets, where
``ink_soft`` is called ``--ink-soft``. ``tests/web/test_theme.py`` measures the contrasts that the palettes promise.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours by what they are for.

    On each ground, text has a contrast of 4.5:1 or more, edges and marks 3:1. No colour says anything alone: a shape,
    a dash, a word or an icon says it too.

    Attributes:
        paper: The page.
        card: What lies on the page: questions, cards, menus.
        sunk: Fields to write in, and the trough of a bar.
        ink: Text.
        ink_soft: Text beside the point.
        line: What only separates, and need not be seen.
        edge: What shows that something can be chosen or filled in; marks that are not the point.
        accent: What can be pressed, what is chosen, where a profile is now.
        accent_strong: The same under the pointer.
        accent_soft: The ground of what is chosen, and of news.
        on_accent: Text on accent.
        warm: Where people want to be; what can hinder.
        warm_soft: The ground of a caution.
        good: It has worked.
        good_soft: Its ground.
        wrong: It has not worked.
        wrong_soft: Its ground.
    """

    paper: str
    card: str
    sunk: str
    ink: str
    ink_soft: str
    line: str
    edge: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    warm: str
    warm_soft: str
    good: str
    good_soft: str
    wrong: str
    wrong_soft: str


LIGHT = Palette(
    paper="#FBFAF6",
    card="#FFFFFF",
    sunk="#F4F1EA",
    ink="#1D2B30",
    ink_soft="#52616A",
    line="#DDD8CC",
    edge="#857F71",
    accent="#0F5E63",
    accent_strong="#0A4347",
    accent_soft="#E3EEEC",
    on_accent="#FFFFFF",
    warm="#A8431C",
    warm_soft="#FCF1E3",
    good="#2C6A3F",
    good_soft="#E8F2E7",
    wrong="#A3242C",
    wrong_soft="#FBEBE9",
)

DARK = Palette(
    paper="#12191B",
    card="#1A2326",
    sunk="#0D1315",
    ink="#EAE7DF",
    ink_soft="#B0BABB",
    line="#344044",
    edge="#7F8D90",
    accent="#74C9C3",
    accent_strong="#9ADBD6",
    accent_soft="#1D3639",
    on_accent="#0B1E20",
    warm="#F0A47A",
    warm_soft="#36271D",
    good="#93CFA0",
    good_soft="#1C3024",
    wrong="#F3A49D",
    wrong_soft="#3D2221",
)

VARIABLES = Palette(**{colour.name: f"var(--{colour.name.replace('_', '-')})" for colour in fields(Palette)})
"""Not colours but their names in a style sheet: a picture drawn with these follows the page it stands on."""

SANS = '"Source Sans", "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif'
SERIF = 'Georgia, "Noto Serif", "Times New Roman", serif'
"""The system's own: Streamlit's serif alone would be half of what a phone may load."""

ROOT_PX = 17
"""Size of plain text, which every other size is a multiple of (1rem)."""

WALL_PX, WALL_GROWTH = 1700, 1.3
"""From this width on, a page is taken to be on a wall, and everything grows so much."""

PHONE_PX = 640
"""Up to this width, a page is taken to be on a phone."""

TYPE: Mapping[str, str] = {
    "fine": "0.85rem",
    "quiet": "0.95rem",
    "plain": "1rem",
    "lead": "1.125rem",
    "small-heading": "1.2rem",
    "heading": "1.45rem",
    "title": "clamp(1.75rem, 1.3rem + 2vw, 2.4rem)",
}
"""Sizes of type, from a footnote to the heading of a page."""

SPACE: Mapping[str, str] = {
    "hair": "0.25rem",
    "near": "0.5rem",
    "step": "0.75rem",
    "line": "1rem",
    "part": "1.5rem",
    "far": "2.5rem",
}
"""Distances: what belongs together is near, what does not is far."""

MEASURE: Mapping[str, str] = {
    "reading": "42rem",
    "page": "64rem",
    "desk": "74rem",
    "round": "0.6rem",
    "finger": "2.6rem",
}
"""Width of a column for reading, of a page, of a facilitator's page; roundness of corners; height of what a finger
presses."""

CHART_TYPE: Mapping[str, int] = {"label": 13, "tick": 13, "legend": 14}
"""Sizes of type in charts, in pixels on a phone; pictures of our own grow with the page."""


def variables() -> str:
    """The table as a style sheet: light, and dark where a screen asks for it; paper is always light.

    The size of type is a share of what the browser is set to, for people who have set it larger. Pictures that can be
    explored (``--live``) make room for those that stand still (``--still``) on paper, on a wall, where nobody points,
    and on a phone, where a finger that wants to scroll would be caught.
    """
    sizes = {
        **{f"type-{name}": size for name, size in TYPE.items()},
        **{f"space-{name}": size for name, size in SPACE.items()},
        **{f"measure-{name}": size for name, size in MEASURE.items()},
        "sans": SANS,
        "serif": SERIF,
        "root": f"{ROOT_PX / 16:.2%}",
        "live": "block",
        "still": "none",
    }
    wall = {"root": f"{WALL_GROWTH * ROOT_PX / 16:.2%}"}
    still = {"live": "none", "still": "block"}
    return (
        f":root {{ color-scheme: light; {_rules(_colours(LIGHT))} {_rules(sizes)} }}\n"
        "@media screen and (prefers-color-scheme: dark) "
        f"{{ :root {{ color-scheme: dark; {_rules(_colours(DARK))} }} }}\n"
        f"@media screen and (min-width: {WALL_PX}px) {{ :root {{ {_rules(wall)} }} }}\n"
        f"@media print, (max-width: {PHONE_PX}px), (min-width: {WALL_PX}px) {{ :root {{ {_rules(still)} }} }}\n"
    )


def wall_style() -> str:
    """What makes a page readable from the back of a room: everything grows with the width, and uses all of it."""
    return (
        f":root {{ --root: max({ROOT_PX / 16:.2%}, 1.55vw); --measure-page: 94vw; --measure-reading: 60rem; "
        "--type-title: 1rem; --type-heading: 1.35rem; }"
    )


def streamlit_theme() -> Mapping[str, object]:
    """The table as Streamlit's options; with a light and a dark part, and no base, it follows the system."""
    return {
        "theme.font": "sans-serif",
        "theme.headingFont": SERIF,
        "theme.headingFontSizes": [TYPE[name] for name in ("heading", "heading", "small-heading", "lead", "plain")],
        "theme.headingFontWeights": [600, 600, 600, 600, 600, 600],
        "theme.baseFontSize": ROOT_PX,
        "theme.baseRadius": MEASURE["round"],
        "theme.linkUnderline": True,
        "theme.showWidgetBorder": True,
        **{f"theme.light.{name}": colour for name, colour in _streamlit_colours(LIGHT).items()},
        **{f"theme.dark.{name}": colour for name, colour in _streamlit_colours(DARK).items()},
    }


def _streamlit_colours(palette: Palette) -> Mapping[str, str]:
    return {
        "primaryColor": palette.accent,
        "backgroundColor": palette.paper,
        "secondaryBackgroundColor": palette.sunk,
        "textColor": palette.ink,
        "linkColor": palette.accent,
        "borderColor": palette.line,
        "blueTextColor": palette.accent,
        "blueBackgroundColor": palette.accent_soft,
        "greenTextColor": palette.good,
        "greenBackgroundColor": palette.good_soft,
        "yellowTextColor": palette.warm,
        "yellowBackgroundColor": palette.warm_soft,
        "redTextColor": palette.wrong,
        "redBackgroundColor": palette.wrong_soft,
        "grayTextColor": palette.ink_soft,
    }


def _colours(palette: Palette) -> Mapping[str, str]:
    return {name.replace("_", "-"): colour for name, colour in asdict(palette).items()}


def _rules(values: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in values.items())
