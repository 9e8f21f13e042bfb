"""Parts of the last screen: the report, the files for other programs, and a code for another device."""

from functools import partial

import streamlit as st

from cosmos_app.outputs.report.solo_files import answers_csv, bundle_json
from cosmos_app.web import elements, session
from cosmos_app.web.views import report_downloads
from cosmos_app.workshop.participation import Participation

FILES = (
    ("Answers as a table", "CSV, one row: for spreadsheets and for “cosmos score”", answers_csv, ".csv", "text/csv"),
    (
        "Everything",
        "JSON: answers, scores and the definition they belong to",
        bundle_json,
        ".json",
        "application/json",
    ),
)
"""What each file is called, what it is for, what writes it, how its name ends, and its type (RFC 6838)."""


def downloads(participation: Participation) -> None:
    """Offer the report and the files."""
    report_downloads.report_visit(participation)
    st.header("For other programs", anchor=False)
    for label, what, make, ending, mime in FILES:
        with st.container(border=True, key=f"file{ending.replace('.', '-')}"):
            words, door = st.columns([3, 1], vertical_alignment="center")
            words.markdown(f"**{label}**  \n{what}")
            door.download_button(
                "Download",
                partial(make, participation),
                f"cosmos-{participation.questionnaire.id}{ending}",
                mime,
                key=f"get{ending}",
                on_click="ignore",
                help=label,
            )


def show_code(participation: Participation) -> None:
    """Make a resume code and show it, this once."""
    code = session.new_code(participation)
    if code:
        elements.said(code, "cosmos-code")
