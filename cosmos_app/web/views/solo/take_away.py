"""The last screen: the report, the files for other programs, and a code for another device."""

import streamlit as st

from cosmos_app.texts.files import EXPORT
from cosmos_app.texts.solo import take_away as texts
from cosmos_app.web import elements, file_addresses, session
from cosmos_app.web.views.desk import report_downloads
from cosmos_app.workshop.participation import Participation

FILES = (
    (texts.ANSWERS_FILE, texts.ANSWERS_FILE_ABOUT, ".csv"),
    (texts.EVERYTHING_FILE, texts.EVERYTHING_FILE_ABOUT, ".json"),
)
"""Each file: its label, what it is for, the ending of its name."""


def files(participation: Participation) -> None:
    """Offer the report and the files."""
    report_downloads.report_visit(participation)
    st.header(EXPORT(), anchor=False)
    for label, about, ending in FILES:
        with st.container(border=True, key=f"file{ending.replace('.', '-')}"):
            text, button = st.columns([3, 1], vertical_alignment="center")
            text.markdown(f"**{label()}**  \n{about()}")
            with button:
                address = file_addresses.own_file_of(participation, ending)
                elements.download(texts.DOWNLOAD(), address, f"get{ending.replace('.', '-')}", label())


def show_code(participation: Participation) -> None:
    """Make a resume code and show it; it can't be shown again."""
    code = session.new_code(participation)
    if code:
        elements.announce(code, "cosmos-code")
