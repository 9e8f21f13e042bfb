"""Parts of looking at sites side by side: three ways of drawing them, and what stands beside."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.group import stage_counts_svg
from cosmos_app.outputs.charts.sites import SiteRow, sites_svg
from cosmos_app.outputs.charts.small_multiples import PanelRow, panel_svg
from cosmos_app.outputs.charts.view_models import stage_names
from cosmos_app.texts.numbers import number
from cosmos_app.texts.room.dots import NOT_SHOWN
from cosmos_app.texts.sites import (
    ABOUT_SITES,
    ANSWERED,
    AT_SITES,
    BY_SITE,
    BY_STAGE,
    BY_THEME,
    CARD,
    COMMON_OF_ALL,
    DOT_IS_A_PERSON,
    EVERY,
    HOW_TO_READ,
    INDEX_OF,
    LATEST,
    LOOK_AT_IT,
    NO_THEME,
    NO_THEME_DO,
    NOT_CALIBRATED,
    NOT_COMPARED,
    NOTHING_FITS,
    NOTHING_FITS_DO,
    PEOPLE,
    RATED,
    READING,
    RESTS_ON,
    SITE,
    SMALL_PICTURES,
    STAGES_AS_TABLE,
    TABLE_HEADS,
    THEME_AS_TABLE,
    THEMES,
    THEMES_AS_TABLE,
    VERSION,
    WHICH_TIME,
)
from cosmos_app.texts.solo import plain
from cosmos_app.web import elements
from cosmos_app.web.views.comparison_common import IN_ADDRESS, figures, lost, name_of, table, time_of, whom_to_ask
from cosmos_app.workshop.sites import Beside, SiteTold
from models.comparison import Row
from models.definition import Dimension, Questionnaire

NO_BREAK = "\N{NON-BREAKING HYPHEN}"


def show(beside: Beside) -> None:
    """Draw a page of sites, in one of three ways."""
    if not beside.sites:
        elements.nothing_yet(NOTHING_FITS, NOTHING_FITS_DO)
        return
    with st.container(key="how-to-look", horizontal=True):
        way = st.segmented_control(LOOK_AT_IT, list(WAYS), default=BY_THEME, key="view", bind=IN_ADDRESS, required=True)
        time = st.segmented_control(WHICH_TIME, [LATEST, EVERY], default=LATEST, key="time", bind=IN_ADDRESS)
    rows = _rows(beside, every=time == EVERY)
    WAYS[way or BY_THEME](beside, rows)
    if uncalibrated := dict.fromkeys(one.sharing.site.name for one, row in rows if not row.wave.calibrated):
        elements.note(NOT_CALIBRATED.format(names=", ".join(uncalibrated)))
    _about(beside)
    lost(
        {time_of(one.sharing, row.wave): row.shared for one in beside.sites for row in one.rows},
        [beside.questionnaire, *{id(row.wave.questionnaire): row.wave.questionnaire for row in _all(beside)}.values()],
        "compare",
        only_short=all(row.wave.depth == "short" for row in _all(beside)),
    )


def _about(beside: Beside) -> None:
    """Give all that the cards of the sites shown say, folded away."""
    heads = (SITE, *(label for label, _ in CARD.values()))
    body = []
    for one in beside.sites:
        said = {part: getattr(one.sharing.site.card, part) for part in CARD}
        body.append((name_of(one.sharing), *(CARD[part][1].get(text, text) or "–" for part, text in said.items())))
    table(ABOUT_SITES, heads, body, "about", ABOUT_SITES)


Rows = Sequence[tuple[SiteTold, Row]]


def _all(beside: Beside) -> list[Row]:
    return [row for one in beside.sites for row in one.rows]


def _rows(beside: Beside, *, every: bool) -> Rows:
    return [(one, row) for one in beside.sites for row in (one.rows if every else one.rows[-1:])]


def _themes(beside: Beside, rows: Rows) -> list[Dimension]:
    """Let people choose themes; those that no site was asked of are not there to be chosen."""
    there = [one for one in beside.questionnaire.dimensions if any(one.id in row.themes for _, row in rows)]
    titles = {one.id: one.title for one in there}
    chosen = st.multiselect(
        THEMES,
        list(titles),
        default=list(titles)[:2],
        format_func=titles.__getitem__,
        key=f"themes-{beside.questionnaire.id}",
        bind=IN_ADDRESS,
    )
    if not chosen:
        elements.nothing_yet(NO_THEME, NO_THEME_DO)
    return [one for one in there if one.id in chosen]


def _by_theme(beside: Beside, rows: Rows) -> None:
    themes = _themes(beside, rows)
    with st.expander(HOW_TO_READ, icon=":material/help:", key="how-to-read"):
        st.html(f"<ul>{elements.bullets(READING)}</ul>")
    with st.container(key="grid-themes"):
        for theme in themes:
            with st.container(key=f"picture-between-{theme.id}", border=True):
                st.header(plain(theme.title), anchor=False)
                _rests_on(theme, rows)
                elements.picture(sites_svg(theme.title, [_site_row(*pair, theme.id) for pair in rows], VARIABLES))
                _table(theme, rows)


def _rests_on(theme: Dimension, rows: Rows) -> None:
    """Say on how much of a theme a picture rests, where that is not all of it."""
    where: dict[tuple[int, int], list[str]] = {}
    for one, row in rows:
        if (counts := row.shared.dimensions.get(theme.id)) is not None:
            where.setdefault(counts, []).append(time_of(one.sharing, row.wave))
    for (common, every), names in where.items():
        if common < every:
            at = AT_SITES.format(names=", ".join(names)) if len(where) > 1 else ""
            elements.note(RESTS_ON.format(common=common, all=every, where=at))


def _site_row(one: SiteTold, row: Row, theme: str) -> SiteRow:
    told = row.themes.get(theme)
    return SiteRow(
        title=time_of(one.sharing, row.wave),
        score=told.mean if told else None,
        interval=told.interval if told else None,
        n=told.n if told else None,
        calibrated=row.wave.calibrated,
    )


def _table(theme: Dimension, rows: Rows) -> None:
    body = [
        (
            time_of(one.sharing, row.wave),
            row.wave.on,
            *figures(row.themes.get(theme.id)),
            _common(row, theme.id),
            row.wave.questionnaire.version,
            RATED[row.wave.calibrated],
        )
        for one, row in rows
    ]
    table(THEME_AS_TABLE.format(theme=theme.title), TABLE_HEADS, body, f"between-{theme.id}")


def _common(row: Row, theme: str) -> str:
    common, every = row.shared.dimensions.get(theme, (0, 0))
    return COMMON_OF_ALL.format(common=common, all=every)


def _by_site(beside: Beside, rows: Rows) -> None:
    """Small multiples: every site's themes in the same small picture."""
    elements.note(SMALL_PICTURES)
    shown: dict[str, list[Row]] = {}
    for one, row in rows:
        shown.setdefault(one.sharing.key, []).append(row)
    by_key = {one.sharing.key: one for one in beside.sites}
    panels = "".join(_panel(by_key[key], some, beside.questionnaire) for key, some in shown.items())
    elements.picture(panels, "cosmos-panels")
    titles = [theme.title for theme in beside.questionnaire.dimensions]
    body = [
        (time_of(one.sharing, row.wave), *(_index(row, theme.id) for theme in beside.questionnaire.dimensions))
        for one, row in rows
    ]
    table(THEMES_AS_TABLE, (SITE, *titles), body, "sites")


def _index(row: Row, theme: str) -> str:
    if theme not in row.themes:
        return NOT_COMPARED
    told = row.themes[theme]
    return NOT_SHOWN() if told is None else INDEX_OF.format(index=number(told.mean), n=told.n)


def _panel(one: SiteTold, some: Sequence[Row], questionnaire: Questionnaire) -> str:
    times = [row.wave.when for row in some]
    themes = [theme for theme in questionnaire.dimensions if any(theme.id in row.themes for row in some)]
    lines = [
        PanelRow(
            title=theme.title,
            scores=tuple(told.mean if (told := row.themes.get(theme.id)) else None for row in some),
        )
        for theme in themes
    ]
    name, card = name_of(one.sharing), one.sharing.site.card
    about = " · ".join(filter(None, (card.service, card.country)))
    below = [*map(_source, some), whom_to_ask(one.sharing.site.agreement)]
    notes = "".join(f'<p class="cosmos-note">{escape(words)}</p>' for words in below if words)
    return (
        f'<section class="cosmos-panel"><h2>{escape(name)}</h2><p class="cosmos-note">{escape(about)}</p>'
        f"{panel_svg(name, times, lines, VARIABLES)}{notes}</section>"
    )


def _source(row: Row) -> str:
    """Whose figures they are: how many people, how much of it they answered, which version, when."""
    told = [one for one in row.themes.values() if one is not None]
    n = NOT_SHOWN() if row.n is None else PEOPLE.format(n=row.n)
    answered = ANSWERED.format(share=sum(one.completeness for one in told) / len(told)) if told else ""
    version = VERSION.format(version=row.wave.questionnaire.version)
    on = row.wave.on.replace("-", NO_BREAK)
    return " · ".join(filter(None, (row.wave.when, n, answered, version, on)))


def _by_stage(beside: Beside, rows: Rows) -> None:
    """How many people's own answers reach each stage; counts, so that nothing is averaged away."""
    elements.note(DOT_IS_A_PERSON)
    names, themes = stage_names(beside.questionnaire), _themes(beside, rows)
    with st.container(key="grid-stages"):
        for theme in themes:
            lines = [(time_of(one.sharing, row.wave), _stages(row, theme.id)) for one, row in rows]
            with st.container(key=f"picture-stages-{theme.id}", border=True):
                st.header(plain(theme.title), anchor=False)
                _rests_on(theme, rows)
                elements.picture(stage_counts_svg(names, lines, VARIABLES))
                body = [
                    (name, *(map(str, counts) if counts else [NOT_SHOWN(), *["–"] * (len(names) - 1)]))
                    for name, counts in lines
                ]
                table(STAGES_AS_TABLE.format(theme=theme.title), (SITE, *names), body, f"stages-{theme.id}")


def _stages(row: Row, theme: str) -> list[int] | None:
    told = row.themes.get(theme)
    return [told.stages.get(stage, 0) for stage in range(5)] if told else None


WAYS: Mapping[str, Callable[[Beside, Rows], None]] = {
    BY_THEME: _by_theme,
    BY_SITE: _by_site,
    BY_STAGE: _by_stage,
}
"""How a page of sites is drawn, by what the choice says."""
