"""Parts that give a report away, of a room or of one person: to read, to print, to show, or to go on writing in."""

from collections.abc import Callable, Mapping

import streamlit as st

from cosmos_app import look
from cosmos_app.report.of_room import contents_of, report
from cosmos_app.report.of_visit import own_report
from cosmos_app.report.renderers import RENDERERS
from cosmos_app.report.tree import Document
from cosmos_app.report.words import WORDS
from cosmos_app.storage import Room
from cosmos_app.visits import Visit

FORMATS: Mapping[str, str] = {
    ".pdf": "To read and to print (PDF)",
    ".docx": "To go on writing in (Word)",
    ".pptx": "To show, with charts that can be changed (PowerPoint)",
    ".html": "A page for any browser (HTML)",
}
"""What each format is for, by the ending of the file."""


def report_room(room: Room) -> None:
    """Offer the report of a room: what goes in it, and as what."""
    st.header("The report", anchor=False)
    look.note("What was shown to the room and what it settled, one page of it first. What was hidden stays hidden.")
    titles, offered = WORDS["en"].parts, contents_of(room)
    with st.expander("What goes in it", icon=":material/checklist:", key="report-contents"):
        chosen = [name for name in offered if st.checkbox(titles[name], value=True, key=f"report-{name}")]
    _take_away("cosmos-report", lambda: report(room, chosen), empty=not chosen)


def report_visit(visit: Visit) -> None:
    """Offer the report of one person: with their own words or without, and as what."""
    st.header("The report", anchor=False)
    look.note("Your profile and every answer behind it, with what there is to talk about.")
    bare = st.checkbox(
        "Leave out of the report what I wrote in my own words",
        key="no-words",
        help="In a small team, words tell who wrote them. The files below the report hold them all the same.",
    )
    _take_away(f"cosmos-{visit.questionnaire.id}", lambda: own_report(visit, own_words=not bare))


def _take_away(name: str, write: Callable[[], Document], *, empty: bool = False) -> None:
    """Offer the formats of a report, and write it in the chosen one once somebody takes it.

    Args:
        name: Of the file, without its ending.
        write: Writes the report.
        empty: Whether nothing would stand in it.
    """
    ending = st.radio("As what", list(FORMATS), format_func=FORMATS.__getitem__, key="report-format")
    st.download_button(
        "Take the report away",
        lambda: RENDERERS[ending].render(write()),
        f"{name}{ending}",
        RENDERERS[ending].mime,
        key="get-report",
        on_click="ignore",
        disabled=empty,
        icon=":material/description:",
    )
