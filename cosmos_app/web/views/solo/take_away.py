"""The last screen: the report, the files for other programs, and a code for another device."""

from functools import partial

import streamlit as st

from cosmos_app.outputs.report.solo_files import answers_csv, bundle_json
from cosmos_app.texts.files import EXPORT
from cosmos_app.texts.solo import take_away as texts
from cosmos_app.web import elements, session
from cosmos_app.web.views.desk import report_downloads
from cosmos_app.workshop.participation import Participation

FILES = (
    (texts.ANSWERS_FILE, texts.ANSWERS_FILE_ABOUT, answers_csv, ".csv", "text/csv"),
    (texts.EVERYTHING_FILE, texts.EVERYTHING_FILE_ABOUT, bundle_json, ".json", "application/json"),
)
"""Each file: its label, what it is for, the function that writes it, the ending of its name, its media type."""


def downloads(participation: Participation) -> None:
    """Offer the report and the files."""
    report_downloads.report_visit(participation)
    st.header(EXPORT(), anchor=False)
    for label, about, write, ending, mime in FILES:
        with st.container(border=True, key=f"file{ending.replace('.', '-')}"):
            text, button = st.columns([3, 1], vertical_alignment="center")
            text.markdown(f"**{label()}**  \n{about()}")
            button.download_button(
                texts.DOWNLOAD(),
                partial(write, participation),
                f"cosmos-{participation.questionnaire.id}{ending}",
                mime,
                key=f"get{ending}",
                on_click="ignore",
                help=label(),
            )


def show_code(participation: Participation) -> None:
    """Make a resume code and show it; it can't be shown again."""
    code = session.new_code(participation)
    if code:
        elements.announce(code, "cosmos-code")
