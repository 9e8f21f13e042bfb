"""Views of the desk: files for other programs, and for another CoSMoS."""

from functools import partial

import streamlit as st

from cosmos_app.outputs.exports import FORMATS, export, export_to_share
from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts import files as texts
from cosmos_app.texts.message import in_words, paragraph
from cosmos_app.web import elements


def export_room(room: Room) -> None:
    """Offer what was shown to the room and what it decided, in the format of another program."""
    with st.expander(texts.EXPORT(), icon=":material/table_view:"):
        elements.note(texts.EXPORT_ABOUT())
        ending = st.selectbox(
            texts.EXPORT_AS(),
            list(texts.EXPORT_FORMATS),
            format_func=in_words(texts.EXPORT_FORMATS).__getitem__,
            key="export-format",
        )
        st.download_button(
            texts.EXPORT_GET(),
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
    with st.expander(texts.HAND_OVER(), icon=":material/share:"):
        site = store().site(room.plan.site)
        if site is None or not site.sharing_agreement.figures:
            elements.note(texts.NOT_HANDED_OVER())
            return
        elements.note(paragraph(texts.HAND_OVER_HOLDS(), texts.HAND_OVER_STORIES[site.sharing_agreement.stories]()))
        st.download_button(
            texts.HAND_OVER_GET(),
            partial(export_to_share, room),
            "cosmos-workshop-shared.json",
            FORMATS[".json"].mime,
            key="get-shared",
            on_click="ignore",
            icon=":material/download:",
        )


def body_of(room: Room, ending: str) -> bytes:
    """The file, written once somebody asks for it; *ending* is a key of ``texts.files.EXPORT_FORMATS``."""
    return export(room, suffix_of(ending), wide=ending.startswith("-wide"))


def suffix_of(ending: str) -> str:
    """The format that the ending of a file's name stands for.

    >>> suffix_of("-wide.csv")
    '.csv'
    """
    return ending.removeprefix("-wide")
