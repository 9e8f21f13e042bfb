"""Parts of a room's profile: its pictures, its table, its maps; drawn only once the room has talked."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.group import group_dots_svg, group_radar_svg, stage_counts_svg
from cosmos_app.outputs.charts.group_view_models import GroupRow, Spoke
from cosmos_app.outputs.charts.maps import key, map_svg
from cosmos_app.outputs.charts.view_models import stage_name, stage_names
from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts.families import family_titles
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import in_words
from cosmos_app.texts.numbers import NOTHING, number
from cosmos_app.texts.room import profile as texts
from cosmos_app.texts.room.dots import NOT_SHOWN, TOO_FEW_DO, TOO_FEW_TO_SHOW
from cosmos_app.texts.solo.factors import MARKS
from cosmos_app.texts.solo.profile import ABOUT_PROFILE
from cosmos_app.web import elements
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import definition
from models.definition import TOP, Questionnaire
from models.reveal import GroupDimension, GroupProfile

BESIDE = "beside"
"""In a room's focus, before the id of a family: what everybody looks at is that family's profile beside everyone's."""


def profile(room: Room, name: str) -> None:
    """Show the profile of a room: everyone's, and beside it that of the group the facilitator has chosen."""
    questionnaire, found = definition(room.definitions[name])[0], rooms.profile(room, name)
    if found is None:
        elements.nothing_yet(TOO_FEW_TO_SHOW(), TOO_FEW_DO())
        return
    about = ABOUT_PROFILE[questionnaire.looks_around]
    elements.note(about.note())
    if room.depth == "short":
        elements.note(texts.FIRST_SKETCH())
    targets = store().targets(room.id, name)
    family = chosen(room)
    shown = shown_families(found)
    names = [texts.EVERYONE(), *([shown[family]] if family in shown else [])]
    radar, dots = st.columns(2, gap="medium")
    with radar, st.container(key=f"picture-group-radar-{name}", border=True):
        st.header(texts.SHAPE(), anchor=False)
        spokes = _spokes(found, family if family in shown else None, targets)
        elements.picture(group_radar_svg(spokes, names, VARIABLES))
    with dots, st.container(key=f"picture-group-dots-{name}", border=True):
        st.header(texts.BY_THEME(), anchor=False)
        elements.picture(group_dots_svg(_rows(found, targets), VARIABLES))
    with st.container(key=f"picture-stages-{name}", border=True):
        st.header(texts.STAGES(), anchor=False)
        stages = [
            (theme.dimension.title, [theme.pooled.stages[stage] for stage in range(TOP + 1)] if theme.pooled else None)
            for theme in found.dimensions
        ]
        elements.picture(stage_counts_svg(stage_names(questionnaire), stages, VARIABLES))
    _table(room, questionnaire, found, targets)


def chosen(room: Room) -> str:
    """Id of the family whose profile stands beside everyone's; "" for none."""
    looked_at, _, family = room.focus.partition("/")
    return family if looked_at == BESIDE else ""


def shown_families(found: GroupProfile) -> Mapping[str, str]:
    """The families whose profile can be drawn, by id: those that may be shown on some theme."""
    titles = family_titles(catalogue.catalogues().roles)
    shown = {name for theme in found.dimensions for name, summary in theme.families.items() if summary}
    return {name: title for name, title in titles.items() if name is not None and name in shown}


def _spokes(found: GroupProfile, family: str | None, targets: Mapping[str, float]) -> list[Spoke]:
    spokes = []
    for theme in found.dimensions:
        summaries = [theme.pooled, *([] if family is None else [theme.families.get(family)])]
        spokes.append(
            Spoke(
                title=theme.dimension.title,
                scores=tuple(summary.mean if summary else None for summary in summaries),
                target=targets.get(theme.dimension.id),
                ns=tuple(summary.n if summary else None for summary in summaries),
            )
        )
    return spokes


def _rows(found: GroupProfile, targets: Mapping[str, float]) -> list[GroupRow]:
    return [
        GroupRow(
            title=theme.dimension.title,
            score=theme.pooled.mean if theme.pooled else None,
            median=theme.pooled.median if theme.pooled else None,
            balanced=theme.balanced,
            target=targets.get(theme.dimension.id),
            n=theme.pooled.n if theme.pooled else None,
        )
        for theme in found.dimensions
    ]


def _table(room: Room, questionnaire: Questionnaire, found: GroupProfile, targets: Mapping[str, float]) -> None:
    loci, hands = store().loci(room.id), in_words(MARKS)
    body = "".join(
        f'<tr><th scope="row">{escape(theme.dimension.title)}</th>{_figures(theme)}'
        f"<td>{_agreed(theme, questionnaire)}</td><td>{number(targets.get(theme.dimension.id))}</td>"
        f"<td>{escape(hands.get(loci.get(f'{questionnaire.id}/{theme.dimension.id}', ''), NOTHING))}</td></tr>"
        for theme in found.dimensions
    )
    head = "".join(f'<th scope="col">{escape(title())}</th>' for title in texts.TABLE_HEADS)
    with st.expander(texts.AS_TABLE(), icon=":material/table:", key=f"table-{questionnaire.id}"):
        st.html(
            f'<div class="cosmos-scroll" tabindex="0" role="region" aria-label="{escape(texts.TABLE())}">'
            f'<table class="cosmos-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        )


def _figures(theme: GroupDimension) -> str:
    if theme.pooled is None:
        return f'<td colspan="5">{NOT_SHOWN()}</td>'
    return (
        f"<td>{theme.pooled.n}</td><td>{number(theme.pooled.mean)}</td><td>{number(theme.pooled.median)}</td>"
        f"<td>{number(theme.balanced)}</td><td>{theme.pooled.completeness:.0%}</td>"
    )


def _agreed(theme: GroupDimension, questionnaire: Questionnaire) -> str:
    return NOTHING if theme.agreed_stage is None else escape(stage_name(questionnaire, theme.agreed_stage))


def maps(room: Room, name: str) -> None:
    """Show where the people of a room see the work: how many in each place; never an average."""
    found = rooms.profile(room, name)
    if found is None:
        return
    for placement in rooms.maps_of(room, name):
        moments = found.placements.get(placement.id, {})
        counts = {
            at: {cell: n for table in tables.values() if table is not None for cell, n in table.cells.items() if n}
            for at, tables in moments.items()
        }
        hidden = any(table is None for tables in moments.values() for table in tables.values())
        with st.container(key=f"picture-map-{placement.id}", border=True):
            st.header(plain(placement.title), anchor=False)
            elements.picture(map_svg(placement, counts, VARIABLES))
            if named := key(placement):
                rows = "".join(f"<li><strong>{letter}</strong> {escape(title)}</li>" for letter, title in named)
                st.html(f'<ul class="cosmos-key">{rows}</ul>')
            if hidden:
                elements.note(texts.PART_OF_MAP())
