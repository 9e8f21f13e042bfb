"""Parts of looking at sites side by side: what to look at, and three ways of drawing it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from cosmos_app import look
from cosmos_app.charts.axes import number, stage_names
from cosmos_app.charts.between import SiteRow, sites_svg
from cosmos_app.charts.group import stage_counts_svg
from cosmos_app.charts.multiples import PanelRow, panel_svg
from cosmos_app.charts.rows import NOT_SHOWN
from cosmos_app.design import VARIABLES
from cosmos_app.parts.sharing import FIGURES, IN_ADDRESS, figures, lost, table, when
from cosmos_app.room_words.sites import (
    CARD_CHOICES,
    CARD_LINES,
    HOW_TO_READ,
    NOTHING_FITS,
    NOTHING_FITS_DO,
    READING,
)
from cosmos_app.sites import A_PAGE, Beside, Sharing, SiteTold, Wanted, fitting
from cosmos_app.words import plain
from models.comparison import Row
from models.definition import Dimension, Questionnaire

LATEST, EVERY = "The last time", "Every time"
ANY = "Any"
NO_BREAK = "\N{NON-BREAKING HYPHEN}"


def wanted(sites: Sequence[Sharing], questionnaire: Questionnaire) -> Wanted:
    """Let people choose which sites they look at, and which page of them."""
    names = {one.key: one.site.name for one in sites}
    with st.expander("Which sites", icon=":material/filter_list:", key="which-sites"):
        chosen = st.multiselect(
            "Only these, in the order you choose them",
            list(names),
            format_func=names.__getitem__,
            key="sites",
            bind=IN_ADDRESS,
            placeholder="All, by name",
        )
        card = {part: value for part in (*CARD_LINES, *CARD_CHOICES) if (value := _like(part, sites)) != ""}
    asked = Wanted(questionnaire=questionnaire.id, sites=tuple(chosen), card=card)
    return replace(asked, page=_page(fitting(sites, asked)))


def _like(part: str, sites: Sequence[Sharing]) -> str:
    """Let people keep to sites of which a card says the same; "" for any."""
    said = sorted({getattr(one.site.card, part) for one in sites} - {""})
    label, told = CARD_CHOICES.get(part, (CARD_LINES.get(part, ("", ""))[0], {}))
    if len(said) < 2:
        return ""
    if part in CARD_CHOICES:
        said = [one for one in told if one in said]
    words = {"": ANY, **{one: told.get(one, one) for one in said}}
    return str(st.selectbox(label, list(words), format_func=words.__getitem__, key=f"like-{part}", bind=IN_ADDRESS))


def _page(found: Sequence[Sharing]) -> int:
    starts = range(0, len(found), A_PAGE)
    if len(starts) < 2:
        return 0
    words = {
        number: f"{found[start].site.name} to {found[min(start + A_PAGE, len(found)) - 1].site.name}"
        for number, start in enumerate(starts)
    }
    label = f"{len(found)} sites, {A_PAGE} on a page"
    return int(st.selectbox(label, list(words), format_func=words.__getitem__, key="page", bind=IN_ADDRESS))


def show(beside: Beside) -> None:
    """Draw a page of sites, in one of three ways."""
    if not beside.sites:
        look.nothing_yet(NOTHING_FITS, NOTHING_FITS_DO)
        return
    with st.container(key="how-to-look", horizontal=True):
        way = st.segmented_control(
            "Look at it", list(WAYS), default="Theme by theme", key="view", bind=IN_ADDRESS, required=True
        )
        time = st.segmented_control("Which time", [LATEST, EVERY], default=LATEST, key="time", bind=IN_ADDRESS)
    WAYS[way or "Theme by theme"](beside, _rows(beside, every=time == EVERY))
    lost(
        {_name(one, row): row.shared for one in beside.sites for row in one.rows},
        [beside.questionnaire, *{id(row.wave.questionnaire): row.wave.questionnaire for row in _all(beside)}.values()],
        "compare",
    )


Rows = Sequence[tuple[SiteTold, Row]]


def _all(beside: Beside) -> list[Row]:
    return [row for one in beside.sites for row in one.rows]


def _rows(beside: Beside, *, every: bool) -> Rows:
    return [(one, row) for one in beside.sites for row in (one.rows if every else one.rows[-1:])]


def _name(one: SiteTold, row: Row) -> str:
    return f"{one.sharing.site.name} · {when(row.wave)}"


def _themes(beside: Beside, rows: Rows) -> list[Dimension]:
    """Let people choose themes; those that no site was asked of are not there to be chosen."""
    there = [one for one in beside.questionnaire.dimensions if any(one.id in row.themes for _, row in rows)]
    titles = {one.id: one.title for one in there}
    chosen = st.multiselect(
        "Themes",
        list(titles),
        default=list(titles)[:2],
        format_func=titles.__getitem__,
        key=f"themes-{beside.questionnaire.id}",
        bind=IN_ADDRESS,
    )
    return [one for one in there if one.id in chosen]


def _by_theme(beside: Beside, rows: Rows) -> None:
    themes = _themes(beside, rows)
    with st.expander(HOW_TO_READ, icon=":material/help:", key="how-to-read"):
        st.html(f"<ul>{look.bullets(READING)}</ul>")
    with st.container(key="grid-themes"):
        for theme in themes:
            with st.container(key=f"picture-between-{theme.id}", border=True):
                st.header(plain(theme.title), anchor=False)
                look.picture(sites_svg(theme.title, [_site_row(*pair, theme.id) for pair in rows], VARIABLES))
                _table(theme, rows)


def _site_row(one: SiteTold, row: Row, theme: str) -> SiteRow:
    told = row.themes.get(theme)
    return SiteRow(
        title=_name(one, row),
        score=told.mean if told else None,
        interval=told.interval if told else None,
        n=told.n if told else None,
        calibrated=row.wave.calibrated,
    )


def _table(theme: Dimension, rows: Rows) -> None:
    heads = ("Site", "Begun on", *FIGURES, "Questions in common", "Version", "Practice case")
    body = [
        (
            _name(one, row),
            row.wave.on,
            *figures(row.themes.get(theme.id)),
            " of ".join(map(str, row.shared.dimensions.get(theme.id, (0, 0)))),
            row.wave.questionnaire.version,
            "rated" if row.wave.calibrated else "not rated",
        )
        for one, row in rows
    ]
    table(f"{theme.title}, site by site, as a table", heads, body, f"between-{theme.id}")


def _by_site(beside: Beside, rows: Rows) -> None:
    """Small multiples: every site's themes in the same small picture."""
    look.note("The same small picture for every site: a disc is the last time, a ring a time before.")
    shown: dict[str, list[Row]] = {}
    for one, row in rows:
        shown.setdefault(one.sharing.key, []).append(row)
    by_key = {one.sharing.key: one for one in beside.sites}
    panels = "".join(_panel(by_key[key], some, beside.questionnaire) for key, some in shown.items())
    look.picture(panels, "cosmos-panels")
    titles = [theme.title for theme in beside.questionnaire.dimensions]
    body = [
        (_name(one, row), *(_index(row, theme.id) for theme in beside.questionnaire.dimensions)) for one, row in rows
    ]
    table("Index of every theme, site by site, as a table", ("Site", *titles), body, "sites")


def _index(row: Row, theme: str) -> str:
    if theme not in row.themes:
        return "not compared"
    told = row.themes[theme]
    return NOT_SHOWN if told is None else f"{number(told.mean)} (n {told.n})"


def _panel(one: SiteTold, some: Sequence[Row], questionnaire: Questionnaire) -> str:
    times = [when(row.wave) for row in some]
    themes = [theme for theme in questionnaire.dimensions if any(theme.id in row.themes for row in some)]
    lines = [
        PanelRow(
            title=theme.title,
            scores=tuple(told.mean if (told := row.themes.get(theme.id)) else None for row in some),
        )
        for theme in themes
    ]
    name, card = one.sharing.site.name, one.sharing.site.card
    about = " · ".join(filter(None, (card.service, card.country)))
    mark = "" if some[-1].wave.calibrated else '<p class="cosmos-note">Not calibrated: practice case not rated.</p>'
    sources = "".join(f'<p class="cosmos-note">{escape(_source(row))}</p>' for row in some)
    return (
        f'<section class="cosmos-panel"><h2>{escape(name)}</h2><p class="cosmos-note">{escape(about)}</p>'
        f"{panel_svg(name, times, lines, VARIABLES)}{sources}{mark}</section>"
    )


def _source(row: Row) -> str:
    """Whose figures they are: how many people, how much of it they answered, which version, when."""
    told = [one for one in row.themes.values() if one is not None]
    n = NOT_SHOWN if row.n is None else f"n {row.n}"
    answered = f"{sum(one.completeness for one in told) / len(told):.0%} answered" if told else ""
    version = f"version {row.wave.questionnaire.version}"
    on = row.wave.on.replace("-", NO_BREAK)
    return " · ".join(filter(None, (when(row.wave), n, answered, version, on)))


def _by_stage(beside: Beside, rows: Rows) -> None:
    """How many people's own answers reach each stage; counts, so that nothing is averaged away."""
    look.note("A dot is a person: the stage that all of their own answers on a theme reach.")
    names, themes = stage_names(beside.questionnaire), _themes(beside, rows)
    with st.container(key="grid-stages"):
        for theme in themes:
            lines = [(_name(one, row), _stages(row, theme.id)) for one, row in rows]
            with st.container(key=f"picture-stages-{theme.id}", border=True):
                st.header(plain(theme.title), anchor=False)
                look.picture(stage_counts_svg(names, lines, VARIABLES))
                body = [
                    (name, *(map(str, counts) if counts else [NOT_SHOWN, *["–"] * (len(names) - 1)]))
                    for name, counts in lines
                ]
                table(f"{theme.title}: people at each stage", ("Site", *names), body, f"stages-{theme.id}")


def _stages(row: Row, theme: str) -> list[int] | None:
    told = row.themes.get(theme)
    return [told.stages.get(stage, 0) for stage in range(5)] if told else None


WAYS: Mapping[str, Callable[[Beside, Rows], None]] = {
    "Theme by theme": _by_theme,
    "Site by site": _by_site,
    "Stages": _by_stage,
}
"""How a page of sites is drawn, by what the choice says."""
