"""Sites side by side, drawn in one of three ways, with their tables and notes."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.group_profile_svg import stage_counts_svg
from cosmos_app.outputs.charts.group_view_models import filled
from cosmos_app.outputs.charts.small_multiples import PanelRow, panel_svg
from cosmos_app.outputs.charts.theme_across_sites import SiteRow, sites_svg
from cosmos_app.outputs.charts.view_models import stage_names
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import Text, in_words
from cosmos_app.texts.numbers import NOTHING, number, percent
from cosmos_app.texts.room.dots import NOT_SHOWN
from cosmos_app.texts.sites import comparison as texts
from cosmos_app.texts.sites.card import ABOUT_SITES, CARD, card_value
from cosmos_app.web import elements
from cosmos_app.web.views.sites.comparison_common import (
    IN_ADDRESS,
    by_older_rule,
    cells,
    is_by_older_rule,
    lost,
    name_of,
    table,
    time_of,
    whom_to_ask,
)
from cosmos_app.workshop.sites import ComparedSite, ComparisonPage
from models.definition import Dimension, Questionnaire
from models.side_by_side import Row

NO_BREAK = "\N{NON-BREAKING HYPHEN}"


def show(page: ComparisonPage) -> None:
    """Draw a page of sites, in one of three ways."""
    if not page.sites:
        elements.nothing_yet(texts.NOTHING_FITS(), texts.NOTHING_FITS_DO())
        return
    with st.container(key="how-to-look", horizontal=True):
        view = _choice(texts.LOOK_AT_IT(), texts.VIEWS, "view", required=True)
        time = _choice(texts.WHICH_TIME(), texts.TIMES, "time", required=False)
    rows = _rows(page, every_wave=time == "every")
    VIEWS[view or "themes"](page, rows)
    if uncalibrated := dict.fromkeys(site.sharing.site.name for site, row in rows if not row.wave.calibrated):
        elements.note(texts.NOT_CALIBRATED(names=", ".join(uncalibrated)))
    by_older_rule({time_of(site.sharing, row.wave): row.wave for site, row in rows})
    _about(page)
    lost(
        {time_of(site.sharing, row.wave): row.shared for site in page.sites for row in site.rows},
        [page.questionnaire, *{id(row.wave.questionnaire): row.wave.questionnaire for row in _all(page)}.values()],
        "compare",
        only_short=all(row.wave.depth == "short" for row in _all(page)),
    )


def _choice(label: str, options: Mapping[str, Text], key: str, *, required: bool) -> str | None:
    """Let people choose one of a few ways to look; the first to begin with."""
    words = in_words(options)
    return st.segmented_control(
        label,
        list(words),
        default=next(iter(words)),
        format_func=words.__getitem__,
        key=key,
        bind=IN_ADDRESS,
        required=required,
    )


def _about(page: ComparisonPage) -> None:
    """Show all cards of the sites as a table, folded away."""
    heads = (texts.SITE(), *(label() for label, _ in CARD.values()))
    body = []
    for site in page.sites:
        values = {part: getattr(site.sharing.site.card, part) for part in CARD}
        cells_of_card = (card_value(part, value) or NOTHING for part, value in values.items())
        body.append((name_of(site.sharing), *cells_of_card))
    table(ABOUT_SITES(), heads, body, "about", ABOUT_SITES)


Rows = Sequence[tuple[ComparedSite, Row]]


def _all(page: ComparisonPage) -> list[Row]:
    return [row for site in page.sites for row in site.rows]


def _rows(page: ComparisonPage, *, every_wave: bool) -> Rows:
    return [(site, row) for site in page.sites for row in (site.rows if every_wave else site.rows[-1:])]


def _themes(page: ComparisonPage, rows: Rows) -> list[Dimension]:
    """Let people choose among the themes that some site was asked."""
    asked = [theme for theme in page.questionnaire.dimensions if any(theme.id in row.themes for _, row in rows)]
    titles = {theme.id: theme.title for theme in asked}
    chosen = st.multiselect(
        texts.THEMES(),
        list(titles),
        default=list(titles)[:2],
        format_func=titles.__getitem__,
        key=f"themes-{page.questionnaire.id}",
        bind=IN_ADDRESS,
    )
    if not chosen:
        elements.nothing_yet(texts.NO_THEME(), texts.NO_THEME_DO())
    return [theme for theme in asked if theme.id in chosen]


def _by_theme(page: ComparisonPage, rows: Rows) -> None:
    themes = _themes(page, rows)
    with st.expander(texts.HOW_TO_READ(), icon=":material/help:", key="how-to-read"):
        st.html(f"<ul>{elements.bullets(line() for line in texts.READING)}</ul>")
    with st.container(key="grid-themes"):
        for theme in themes:
            with st.container(key=f"picture-between:{theme.id}", border=True):
                st.header(plain(theme.title), anchor=False)
                _rests_on(theme, rows)
                elements.picture(sites_svg(theme.title, [_site_row(*pair, theme.id) for pair in rows], VARIABLES))
                _table(theme, rows)


def _rests_on(theme: Dimension, rows: Rows) -> None:
    """Say how many questions of a theme are compared, where that is not all of them."""
    where: dict[tuple[int, int], list[str]] = {}
    for site, row in rows:
        if (counts := row.shared.dimensions.get(theme.id)) is not None:
            where.setdefault(counts, []).append(time_of(site.sharing, row.wave))
    for (common, total), names in where.items():
        if common == total:
            continue
        if len(where) > 1:
            elements.note(texts.RESTS_ON_AT(common=common, all=total, names=", ".join(names)))
        else:
            elements.note(texts.RESTS_ON(common=common, all=total))


def _site_row(site: ComparedSite, row: Row, theme: str) -> SiteRow:
    figures = row.themes.get(theme)
    return SiteRow(
        title=time_of(site.sharing, row.wave),
        score=figures.mean if figures else None,
        interval=figures.interval if figures else None,
        n=figures.n if figures else None,
        calibrated=row.wave.calibrated,
    )


def _table(theme: Dimension, rows: Rows) -> None:
    body = [
        (
            time_of(site.sharing, row.wave),
            row.wave.on,
            *cells(row.themes.get(theme.id)),
            _common(row, theme.id),
            row.wave.questionnaire.version,
            texts.RATED[row.wave.calibrated](),
        )
        for site, row in rows
    ]
    heads, cells_of_rows = filled([column() for column in texts.TABLE_HEADS], body)
    table(texts.THEME_AS_TABLE(theme=theme.title), heads, cells_of_rows, f"between/{theme.id}")


def _common(row: Row, theme: str) -> str:
    common, total = row.shared.dimensions.get(theme, (0, 0))
    figures = row.themes.get(theme)
    common = figures.items if figures and figures.items else common
    return texts.COMMON_OF_ALL(common=common, all=total)


def _by_site(page: ComparisonPage, rows: Rows) -> None:
    """Small multiples: every site's themes in the same small picture."""
    elements.note(texts.SMALL_PICTURES())
    shown: dict[str, list[Row]] = {}
    for site, row in rows:
        shown.setdefault(site.sharing.key, []).append(row)
    by_key = {site.sharing.key: site for site in page.sites}
    panels = "".join(_panel(by_key[key], its_rows, page.questionnaire) for key, its_rows in shown.items())
    elements.picture(panels, "cosmos-panels")
    titles = [theme.title for theme in page.questionnaire.dimensions]
    body = [
        (time_of(site.sharing, row.wave), *(_index(row, theme.id) for theme in page.questionnaire.dimensions))
        for site, row in rows
    ]
    table(texts.THEMES_AS_TABLE(), (texts.SITE(), *titles), body, "sites")


def _index(row: Row, theme: str) -> str:
    if theme not in row.themes:
        return texts.NOT_COMPARED()
    figures = row.themes[theme]
    return NOT_SHOWN() if figures is None else texts.INDEX_OF(figures.n, index=number(figures.mean))


def _panel(site: ComparedSite, rows: Sequence[Row], questionnaire: Questionnaire) -> str:
    times = [row.wave.when for row in rows]
    themes = [theme for theme in questionnaire.dimensions if any(theme.id in row.themes for row in rows)]
    lines = [
        PanelRow(
            title=theme.title,
            scores=tuple(figures.mean if (figures := row.themes.get(theme.id)) else None for row in rows),
        )
        for theme in themes
    ]
    name, card = name_of(site.sharing), site.sharing.site.card
    about = " · ".join(filter(None, (card.service, card.country)))
    below = [*map(_source, rows), whom_to_ask(site.sharing.site.sharing_agreement)]
    notes = "".join(f'<p class="cosmos-note">{escape(words)}</p>' for words in below if words)
    return (
        f'<section class="cosmos-panel"><h2>{escape(name)}</h2><p class="cosmos-note">{escape(about)}</p>'
        f"{panel_svg(name, times, lines, VARIABLES)}{notes}</section>"
    )


def _source(row: Row) -> str:
    """What a row rests on: how many people, how much they answered, which version, when."""
    shares = [figures.completeness for figures in row.themes.values() if figures is not None]
    people = NOT_SHOWN() if row.n is None else texts.PEOPLE(row.n)
    answered = texts.ANSWERED(share=percent(sum(shares) / len(shares))) if shares else ""
    version = texts.VERSION(version=row.wave.questionnaire.version)
    on = row.wave.on.replace("-", NO_BREAK)
    return " · ".join(filter(None, (row.wave.when, people, answered, version, on)))


def _by_stage(page: ComparisonPage, rows: Rows) -> None:
    """How many answers reach each stage, as counts, because averages hide differences."""
    elements.note(texts.DOT_IS_AN_ANSWER())
    if older := [time_of(site.sharing, row.wave) for site, row in rows if is_by_older_rule(row.wave)]:
        elements.note(texts.STAGES_OLDER_RULE(names=", ".join(older)))
    names, themes = stage_names(page.questionnaire), _themes(page, rows)
    with st.container(key="grid-stages"):
        for theme in themes:
            lines = [(time_of(site.sharing, row.wave), _stages(row, theme.id)) for site, row in rows]
            with st.container(key=f"picture-stages:{theme.id}", border=True):
                st.header(plain(theme.title), anchor=False)
                _rests_on(theme, rows)
                elements.picture(stage_counts_svg(names, lines, VARIABLES))
                body = [
                    (name, *(map(str, counts) if counts else [NOT_SHOWN(), *[NOTHING] * (len(names) - 1)]))
                    for name, counts in lines
                ]
                table(texts.STAGES_AS_TABLE(theme=theme.title), (texts.SITE(), *names), body, f"stages/{theme.id}")


def _stages(row: Row, theme: str) -> list[int] | None:
    figures = row.themes.get(theme)
    return [*figures.answers_by_stage.values()] if figures and figures.stages else None


VIEWS: Mapping[str, Callable[[ComparisonPage, Rows], None]] = {
    "themes": _by_theme,
    "sites": _by_site,
    "stages": _by_stage,
}
"""How a page of sites is drawn, by the keys of ``texts.sites.comparison.VIEWS``."""
