"""Parts of the desk that give what a room told to other programs."""

from functools import partial

import streamlit as st

from cosmos_app.outputs.exports import FORMATS, export, export_to_share
from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts.files import (
    EXPORT,
    EXPORT_ABOUT,
    EXPORT_AS,
    EXPORT_GET,
    EXPORTS_TOLD,
    HAND_OVER,
    HAND_OVER_GET,
    HAND_OVER_HOLDS,
    HAND_OVER_STORIES,
    NOT_HANDED_OVER,
)
from cosmos_app.web import elements


def export_room(room: Room) -> None:
    """Offer what was shown to the room and what it settled, in a format for the program at hand."""
    with st.expander(EXPORT, icon=":material/table_view:"):
        elements.note(EXPORT_ABOUT)
        ending = st.selectbox(EXPORT_AS, list(EXPORTS_TOLD), format_func=EXPORTS_TOLD.__getitem__, key="export-format")
        st.download_button(
            EXPORT_GET,
            partial(body_of, room, ending),
            f"cosmos-workshop{ending}",
            FORMATS[suffix_of(ending)].mime,
            key="get-room",
            on_click="ignore",
            icon=":material/download:",
        )


def hand_over(room: Room) -> None:
    """Offer what the site agreed to share with whoever compares sites on another server, once the room has talked."""
    if not room.workshop.shows_scores:
        return
    with st.expander(HAND_OVER, icon=":material/share:"):
        site = store().site(room.plan.site)
        if site is None or not site.agreement.figures:
            elements.note(NOT_HANDED_OVER)
            return
        elements.note(f"{HAND_OVER_HOLDS} {HAND_OVER_STORIES[site.agreement.stories]}")
        st.download_button(
            HAND_OVER_GET,
            partial(export_to_share, room),
            "cosmos-workshop-shared.json",
            FORMATS[".json"].mime,
            key="get-shared",
            on_click="ignore",
            icon=":material/download:",
        )


def body_of(room: Room, ending: str) -> bytes:
    """The file, written once somebody asks for it; *ending* is a key of EXPORTS_TOLD."""
    return export(room, suffix_of(ending), wide=ending.startswith("-wide"))


def suffix_of(ending: str) -> str:
    """The format that the ending of a file's name stands for.

    >>> suffix_of("-wide.csv")
    '.csv'
    """
    return ending.removeprefix("-wide")
