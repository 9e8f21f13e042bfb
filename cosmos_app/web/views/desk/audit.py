"""View of the desk: the audit log, for whoever answers for what was taken out and erased."""

import streamlit as st

from cosmos_app.settings import days_kept
from cosmos_app.storage.current import store
from cosmos_app.texts.room import audit as texts
from cosmos_app.texts.room.desk import UNNAMED
from cosmos_app.web import elements, session

LINES = 50
"""Lines shown; the store holds all."""


def log() -> None:
    """Show the newest lines of the log."""
    with st.expander(texts.TITLE(), icon=":material/receipt_long:", key="audit-log"):
        elements.note(texts.ABOUT(days=days_kept("audit")))
        lines = store().audit_lines()
        if not lines:
            elements.note(texts.NOTHING())
            return
        titles = {room.id: room.plan.initiative or UNNAMED() for room in store().rooms()}
        said = (texts.audit_line(line, titles, session.desk_number()) for line in lines[:LINES])
        st.html(f"<ul>{elements.bullets(said)}</ul>")
        if (older := len(lines) - LINES) > 0:
            elements.note(texts.AND_OLDER(older))
