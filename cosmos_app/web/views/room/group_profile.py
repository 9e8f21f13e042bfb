"""Views of a room's profile: its pictures, its table, its maps; drawn only once the room has talked."""

from collections.abc import Mapping
from html import escape
from itertools import takewhile

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.group_profile_svg import group_dots_svg, group_radar_svg, stage_counts_svg
from cosmos_app.outputs.charts.group_rows import group_rows, spokes_of, stage_rows, theme_table, what_is_missing
from cosmos_app.outputs.charts.maps import counts_of, key, map_svg
from cosmos_app.outputs.charts.view_models import stage_names
from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts.families import family_titles
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import in_words
from cosmos_app.texts.page import AS_A_TABLE
from cosmos_app.texts.room import profile as texts
from cosmos_app.texts.room.dots import NOT_SHOWN, TOO_FEW_DO, TOO_FEW_TO_SHOW
from cosmos_app.texts.solo.factors import LOCI
from cosmos_app.texts.solo.profile import ABOUT_PROFILE
from cosmos_app.web import elements
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import definition
from models.definition import Questionnaire
from models.reveal import GroupProfile

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
    with radar, st.container(key=f"picture-group-radar:{name}", border=True):
        st.header(texts.SHAPE(), anchor=False)
        profiles = [[theme.pooled for theme in found.dimensions]]
        if family in shown:
            profiles.append([theme.families.get(family) for theme in found.dimensions])
        spokes = spokes_of(profiles, found.dimensions, targets)
        elements.picture(group_radar_svg(spokes, names, VARIABLES))
    with dots, st.container(key=f"picture-group-dots:{name}", border=True):
        st.header(texts.BY_THEME(), anchor=False)
        elements.picture(group_dots_svg(group_rows(found, targets), VARIABLES))
    titles = [theme.dimension.title for theme in found.dimensions]
    for group, summaries in zip(names, profiles, strict=True):
        for words in what_is_missing(questionnaire, list(zip(titles, summaries, strict=True))):
            elements.note(words if len(names) == 1 else texts.OF_GROUP(group=group, words=words))
    with st.container(key=f"picture-stages:{name}", border=True):
        st.header(texts.STAGES(), anchor=False)
        elements.note(texts.STAGES_NOTE())
        elements.picture(stage_counts_svg(stage_names(questionnaire), stage_rows(found), VARIABLES))
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


def _table(room: Room, questionnaire: Questionnaire, found: GroupProfile, targets: Mapping[str, float]) -> None:
    loci, hands = store().loci(room.id), in_words(LOCI)
    heads, table = theme_table(
        found,
        questionnaire,
        rooms.revealed(room, questionnaire.id).board,
        heads=[title() for title in texts.TABLE_HEADS],
        targets=targets,
        hands={
            theme.id: hands.get(loci.get(f"{questionnaire.id}/{theme.id}", ""), "")
            for theme in questionnaire.dimensions
        },
    )
    rows = []
    for title, *cells in table:
        hidden = len([*takewhile(NOT_SHOWN().__eq__, cells)])
        shown = cells[hidden - 1 :] if hidden else cells
        span = f' colspan="{hidden}"' if hidden > 1 else ""
        body = f"<td{span}>{escape(shown[0])}</td>" + "".join(f"<td>{escape(cell)}</td>" for cell in shown[1:])
        rows.append(f'<tr><th scope="row">{escape(title)}</th>{body}</tr>')
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in heads)
    with st.expander(AS_A_TABLE(), icon=":material/table:", key=f"table:{questionnaire.id}"):
        st.html(
            f'<div class="cosmos-scroll" tabindex="0" role="region" aria-label="{escape(texts.TABLE())}">'
            f'<table class="cosmos-table"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
        )


def maps(room: Room, name: str, result: GroupProfile | None) -> None:
    """Show where the people of a room see the work: how many in each place; never an average.

    Args:
        room: The room.
        name: Id of a questionnaire.
        result: The profile of it; None if too few answered.
    """
    if result is None:
        return
    for placement in rooms.maps_of(room, name):
        counts, hidden = counts_of(result, placement)
        with st.container(key=f"picture-map:{placement.id}", border=True):
            st.header(plain(placement.title), anchor=False)
            elements.picture(map_svg(placement, counts, VARIABLES))
            if named := key(placement):
                rows = "".join(f"<li><strong>{letter}</strong> {escape(title)}</li>" for letter, title in named)
                st.html(f'<ul class="cosmos-key">{rows}</ul>')
            if hidden:
                elements.note(texts.PART_OF_MAP())
