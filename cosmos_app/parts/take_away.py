"""Parts of the last screen: the files, and a code for another device."""

from functools import partial

import streamlit as st

from cosmos_app import look, session
from cosmos_app.report.files import answers_csv, bundle_json
from cosmos_app.report.html import html_report
from cosmos_app.visits import Visit


def downloads(visit: Visit) -> None:
    """Offer the report and the files."""
    name = f"cosmos-{visit.questionnaire.id}"
    own_words = not st.checkbox(
        "Leave out of the report what I wrote in my own words",
        key="no-words",
        help="In a small team, words tell who wrote them. The files below the report hold them all the same.",
    )
    files = (
        (
            "Report",
            "To read, print or send: opens in any browser",
            partial(html_report, own_words=own_words),
            ".html",
            "text/html",
        ),
        (
            "Answers as a table",
            "CSV, one row: for spreadsheets and for “cosmos score”",
            answers_csv,
            ".csv",
            "text/csv",
        ),
        (
            "Everything",
            "JSON: answers, scores and the definition they belong to",
            bundle_json,
            ".json",
            "application/json",
        ),
    )
    for label, what, make, ending, mime in files:
        with st.container(border=True, key=f"file{ending.replace('.', '-')}"):
            words, door = st.columns([3, 1], vertical_alignment="center")
            words.markdown(f"**{label}**  \n{what}")
            door.download_button(
                "Download",
                partial(make, visit),
                f"{name}{ending}",
                mime,
                key=f"get{ending}",
                on_click="ignore",
                help=label,
            )


def show_code(visit: Visit) -> None:
    """Make a resume code and show it, this once."""
    code = session.new_code(visit)
    if code:
        look.said(code, "cosmos-code")
