"""Check: what is still open, and what an edit hid or brought back."""

import streamlit as st

from cosmos_app import look, session
from cosmos_app.navigation import go, next_button
from cosmos_app.parts import checking
from cosmos_app.words import plain, told_change

visit = session.visit()
if visit is None:
    go("start")
    st.stop()
look.title(
    "Check your answers", "review", "Nothing has to be complete. What you left open counts as missing, never as zero."
)
for change in session.changes():
    st.info(plain(told_change(change)), icon=":material/rule:")
for part in session.parts(visit):
    checking.part(part, alone=len(visit.asked) == 1)

next_button("review", visit.way, before=session.done if visit.way == "room" else None)
