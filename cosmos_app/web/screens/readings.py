"""How others may read it: the visitor's rating of an invented story beside other ways of reading it."""

import streamlit as st

from cosmos_app.texts.page import TO_TALK_ABOUT
from cosmos_app.texts.solo import readings as texts
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go
from cosmos_app.web.views.solo import readings

participation = session.participation()
if participation is None:
    go("start")
    st.stop()

elements.title(texts.READINGS_TITLE(), "readings", texts.READINGS_LEAD())
for item in participation.questionnaire.items:
    readings.on_item(item, participation.case.readings[item.id] if participation.case else (), participation)

st.header(TO_TALK_ABOUT(), anchor=False)
st.markdown("\n".join(f"- {question()}" for question in texts.TALK_ABOUT_STORY))
elements.note(texts.HOW_TO_READ_SITUATIONS())
if st.button(texts.NOW_YOUR_OWN_WORK(), type="primary", icon=":material/arrow_forward:", icon_position="right"):
    go("start")
