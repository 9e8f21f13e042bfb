"""Check: what is still open, and what an edit hid or brought back."""

import streamlit as st

from cosmos_app.texts.solo import plain, told_change
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of, next_button
from cosmos_app.web.views import review

participation = session.participation()
if participation is None:
    go("start")
    st.stop()
elements.title(
    "Check your answers", "review", "Nothing has to be complete. What you left open counts as missing, never as zero."
)
for change in session.changes():
    st.info(plain(told_change(change)), icon=":material/rule:")
for part in session.parts(participation):
    review.part(part, alone=len(participation.asked) == 1)

next_button("review", journey_of(participation), before=session.done if journey_of(participation) == "room" else None)
