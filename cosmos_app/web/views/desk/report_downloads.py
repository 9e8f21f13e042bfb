"""Views that offer a report of a room or of one person, as a file to read, to print, to show or to go on writing in."""

from collections.abc import Callable

import streamlit as st

from cosmos_app.outputs.report.renderers import RENDERERS
from cosmos_app.outputs.report.room_report import contents_of, report
from cosmos_app.outputs.report.solo_report import own_report
from cosmos_app.outputs.report.tree import Document
from cosmos_app.storage import Room
from cosmos_app.texts import files as texts
from cosmos_app.texts.message import in_words
from cosmos_app.texts.report import HEADS
from cosmos_app.web import elements
from cosmos_app.workshop.participation import Participation


def report_room(room: Room) -> None:
    """Offer the report of a room: what goes in it, and as what."""
    st.header(texts.REPORT(), anchor=False)
    elements.note(texts.REPORT_OF_ROOM())
    titles, offered = in_words(HEADS), contents_of(room)
    with st.expander(texts.REPORT_CONTENTS(), icon=":material/checklist:", key="report-contents"):
        chosen = [name for name in offered if st.checkbox(titles[name], value=True, key=f"report-{name}")]
    _take_away("cosmos-report", lambda: report(room, chosen), empty=not chosen)


def report_visit(participation: Participation) -> None:
    """Offer the report of one person: with their own words or without, and as what."""
    st.header(texts.REPORT(), anchor=False)
    elements.note(texts.REPORT_OF_ONE())
    bare = st.checkbox(texts.REPORT_BARE(), key="no-words", help=texts.REPORT_BARE_HELP())
    _take_away(f"cosmos-{participation.questionnaire.id}", lambda: own_report(participation, own_words=not bare))


def _take_away(name: str, write: Callable[[], Document], *, empty: bool = False) -> None:
    """Offer the formats of a report, and write it in the chosen one once somebody takes it.

    Args:
        name: Of the file, without its ending.
        write: Writes the report.
        empty: Whether nothing would stand in it.
    """
    formats = in_words(texts.REPORT_FORMATS)
    ending = st.radio(texts.REPORT_AS(), list(formats), format_func=formats.__getitem__, key="report-format")
    st.download_button(
        texts.REPORT_GET(),
        lambda: RENDERERS[ending].render(write()),
        f"{name}{ending}",
        RENDERERS[ending].mime,
        key="get-report",
        on_click="ignore",
        disabled=empty,
        icon=":material/description:",
    )
