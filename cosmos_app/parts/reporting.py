"""Parts of the desk that give a room its report, to read, to print, to show, or to go on writing in."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from cosmos_app import look
from cosmos_app.report.of_room import contents_of, report
from cosmos_app.report.renderers import RENDERERS
from cosmos_app.report.words import WORDS
from cosmos_app.storage import Room

FORMATS: Mapping[str, str] = {
    ".pdf": "To read and to print (PDF)",
    ".docx": "To go on writing in (Word)",
    ".pptx": "To show, with charts that can be changed (PowerPoint)",
    ".html": "A page for any browser (HTML)",
}
"""What each format is for, by the ending of the file."""


def report_room(room: Room) -> None:
    """Offer the report: what goes in it, and as what."""
    st.header("The report", anchor=False)
    look.note("What was shown to the room and what it settled, one page of it first. What was hidden stays hidden.")
    titles, offered = WORDS["en"].parts, contents_of(room)
    with st.expander("What goes in it", icon=":material/checklist:", key="report-contents"):
        chosen = [name for name in offered if st.checkbox(titles[name], value=True, key=f"report-{name}")]
    ending = st.radio("As what", list(FORMATS), format_func=FORMATS.__getitem__, key="report-format")
    st.download_button(
        "Take the report away",
        _body(room, chosen, ending),
        f"cosmos-report{ending}",
        RENDERERS[ending].mime,
        key="get-report",
        on_click="ignore",
        disabled=not chosen,
        icon=":material/description:",
    )


def _body(room: Room, chosen: Sequence[str], ending: str) -> Callable[[], bytes]:
    return lambda: RENDERERS[ending].render(report(room, chosen))
