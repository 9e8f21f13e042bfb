"""Check: what is still open, and what an edit hid or brought back."""

import streamlit as st

from cosmos_app.texts.markdown import plain
from cosmos_app.texts.solo.questions import REVIEW_LEAD, REVIEW_TITLE, effect_of
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of, next_button
from cosmos_app.web.views.solo import review

participation = session.participation()
if participation is None:
    go("start")
    st.stop()
elements.title(REVIEW_TITLE(), "review", REVIEW_LEAD())
for change in session.changes():
    st.info(plain(effect_of(change)), icon=":material/rule:")
for part in session.each_questionnaire(participation):
    review.questionnaire(part, alone=len(participation.asked) == 1)

journey = journey_of(participation)
next_button("review", journey, before=session.mark_finished if journey == "room" else None)
