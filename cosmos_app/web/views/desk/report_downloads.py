"""Views that offer a report of a room or of one person, as a file to read, to print, to show or to go on writing in."""

import streamlit as st

from cosmos_app.outputs.report.room_report import contents_of
from cosmos_app.storage import Room
from cosmos_app.texts import files as texts
from cosmos_app.texts.message import in_words
from cosmos_app.texts.report import HEADS
from cosmos_app.web import elements, file_addresses
from cosmos_app.workshop.participation import Participation


def report_room(room: Room) -> None:
    """Offer the report of a room: what goes in it, and as what."""
    st.header(texts.REPORT(), anchor=False)
    elements.note(texts.REPORT_OF_ROOM())
    titles, offered = in_words(HEADS), contents_of(room)
    with st.expander(texts.REPORT_CONTENTS(), icon=":material/checklist:", key="report-contents"):
        chosen = [name for name in offered if st.checkbox(titles[name], value=True, key=f"report-{name}")]
    ending = _format()
    address = file_addresses.report_of(room, ending, chosen) if chosen else ""
    elements.download(texts.REPORT_GET(), address, "get-report")


def report_visit(participation: Participation) -> None:
    """Offer the report of one person: with their own words or without, and as what."""
    st.header(texts.REPORT(), anchor=False)
    elements.note(texts.REPORT_OF_ONE())
    bare = st.checkbox(texts.REPORT_BARE(), key="no-words", help=texts.REPORT_BARE_HELP())
    address = file_addresses.own_report_of(participation, _format(), own_words=not bare)
    elements.download(texts.REPORT_GET(), address, "get-report")


def _format() -> str:
    """Ask for the format of a report; gives the ending of its file."""
    formats = in_words(texts.REPORT_FORMATS)
    chosen: str = st.radio(texts.REPORT_AS(), list(formats), format_func=formats.__getitem__, key="report-format")
    return chosen
