"""Views of the desk: files for other programs, and for another CoSMoS."""

import streamlit as st

from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts import files as texts
from cosmos_app.texts.message import in_words, paragraph
from cosmos_app.web import elements, file_addresses


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
        elements.download(texts.EXPORT_GET(), file_addresses.export_of(room, ending), "get-room")


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
        elements.download(texts.HAND_OVER_GET(), file_addresses.shared_of(room), "get-shared")
