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
from cosmos_app.texts.numbers import number
from cosmos_app.texts.room.dots import NOT_SHOWN, TOO_FEW_DO, TOO_FEW_TO_SHOW
from cosmos_app.texts.solo import ABOUT_PROFILE, MARKS, plain
from cosmos_app.web import elements
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import definition
from models.definition import Questionnaire
from models.reveal import GroupDimension, GroupProfile

EVERYONE = "Everyone"
BESIDE = "beside"
"""In a room's focus, before the id of a family: what everybody looks at is that family's profile beside everyone's."""


def profile(room: Room, name: str) -> None:
    """Show the profile of a room: everyone's, and beside it that of the group the facilitator has chosen."""
    questionnaire, told = definition(room.definitions[name])[0], rooms.profile(room, name)
    if told is None:
        elements.nothing_yet(TOO_FEW_TO_SHOW(), TOO_FEW_DO())
        return
    about = ABOUT_PROFILE[questionnaire.looks_around]
    elements.note(about.note)
    if room.depth == "short":
        elements.note("One question each: this short profile is a first sketch.")
    targets = store().targets(room.id, name)
    family = chosen(room)
    names = [EVERYONE, *([shown[family]] if family in (shown := shown_families(told)) else [])]
    radar, dots = st.columns(2, gap="medium")
    with radar, st.container(key=f"picture-group-radar-{name}", border=True):
        st.header("The shape", anchor=False)
        elements.picture(group_radar_svg(_spokes(told, family if len(names) > 1 else None, targets), names, VARIABLES))
    with dots, st.container(key=f"picture-group-dots-{name}", border=True):
        st.header("Theme by theme", anchor=False)
        elements.picture(group_dots_svg(_rows(told, targets), VARIABLES))
    with st.container(key=f"picture-stages-{name}", border=True):
        st.header("How far each person's own answers reach", anchor=False)
        stages = [
            (one.dimension.title, [one.pooled.stages[stage] for stage in range(5)] if one.pooled else None)
            for one in told.dimensions
        ]
        elements.picture(stage_counts_svg(stage_names(questionnaire), stages, VARIABLES))
    _table(room, questionnaire, told, targets)


def chosen(room: Room) -> str:
    """Id of the family whose profile stands beside everyone's; "" for none."""
    looked_at, _, family = room.focus.partition("/")
    return family if looked_at == BESIDE else ""


def shown_families(told: GroupProfile) -> Mapping[str, str]:
    """The families whose profile can be drawn, by id: those that may be shown on some theme."""
    titles = family_titles(catalogue.catalogues().roles)
    shown = {name for one in told.dimensions for name, summary in one.families.items() if summary and name is not None}
    return {name: title for name, title in titles.items() if name is not None and name in shown}


def _spokes(told: GroupProfile, family: str | None, targets: Mapping[str, float]) -> list[Spoke]:
    spokes = []
    for one in told.dimensions:
        of = [one.pooled, *([] if family is None else [one.families.get(family)])]
        spokes.append(
            Spoke(
                title=one.dimension.title,
                scores=tuple(summary.mean if summary else None for summary in of),
                target=targets.get(one.dimension.id),
                ns=tuple(summary.n if summary else None for summary in of),
            )
        )
    return spokes


def _rows(told: GroupProfile, targets: Mapping[str, float]) -> list[GroupRow]:
    return [
        GroupRow(
            title=one.dimension.title,
            score=one.pooled.mean if one.pooled else None,
            median=one.pooled.median if one.pooled else None,
            balanced=one.balanced,
            target=targets.get(one.dimension.id),
            n=one.pooled.n if one.pooled else None,
        )
        for one in told.dimensions
    ]


def _table(room: Room, questionnaire: Questionnaire, told: GroupProfile, targets: Mapping[str, float]) -> None:
    loci = store().loci(room.id)
    heads = (
        *("Theme", "People", "Index, 0 to 4", "Median", "Index, groups weighing the same", "Answered"),
        *("Agreed stage", "Target", "Whose hands"),
    )
    body = "".join(
        f'<tr><th scope="row">{escape(one.dimension.title)}</th>{_figures(one)}'
        f"<td>{_agreed(one, questionnaire)}</td><td>{number(targets.get(one.dimension.id))}</td>"
        f"<td>{escape(MARKS.get(loci.get(f'{questionnaire.id}/{one.dimension.id}', ''), '–'))}</td></tr>"
        for one in told.dimensions
    )
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    with st.expander("The same as a table", icon=":material/table:", key=f"table-{questionnaire.id}"):
        st.html(
            '<div class="cosmos-scroll" tabindex="0" role="region" aria-label="The profile of the room as a table">'
            f'<table class="cosmos-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        )


def _figures(one: GroupDimension) -> str:
    if one.pooled is None:
        return f'<td colspan="5">{NOT_SHOWN()}</td>'
    return (
        f"<td>{one.pooled.n}</td><td>{number(one.pooled.mean)}</td><td>{number(one.pooled.median)}</td>"
        f"<td>{number(one.balanced)}</td><td>{one.pooled.completeness:.0%}</td>"
    )


def _agreed(one: GroupDimension, questionnaire: Questionnaire) -> str:
    return "–" if one.agreed_stage is None else escape(stage_name(questionnaire, one.agreed_stage))


def maps(room: Room, name: str) -> None:
    """Show where the people of a room see the work: how many in each place; never an average."""
    told = rooms.profile(room, name)
    for placement in rooms.maps_of(room, name) if told else ():
        moments = told.placements.get(placement.id, {}) if told else {}
        counts = {
            at: {cell: n for one in tables.values() if one is not None for cell, n in one.cells.items() if n}
            for at, tables in moments.items()
        }
        hidden = any(one is None for tables in moments.values() for one in tables.values())
        with st.container(key=f"picture-map-{placement.id}", border=True):
            st.header(plain(placement.title), anchor=False)
            elements.picture(map_svg(placement, counts, VARIABLES))
            if named := key(placement):
                rows = "".join(f"<li><strong>{letter}</strong> {escape(title)}</li>" for letter, title in named)
                st.html(f'<ul class="cosmos-key">{rows}</ul>')
            if hidden:
                elements.note(f"Part of this map is {NOT_SHOWN()}.")
