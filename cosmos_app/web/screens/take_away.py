"""Take away: the report and the files, a code for another device, the end of the visit."""

import streamlit as st

from cosmos_app.texts.page import COME_BACK, GIVE_ME_A_CODE
from cosmos_app.texts.solo.take_away import (
    ERASE,
    ERASE_NOW,
    ERASE_SURE,
    FINISH,
    FINISH_ABOUT,
    FINISH_NOW,
    FINISHED,
    ONLY_FOR_PRACTICE,
    OTHER_DEVICE,
    TAKE_AWAY_LEAD,
    TAKE_AWAY_TITLE,
)
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of
from cosmos_app.web.views import take_away

participation = session.participation()
if participation is None:
    go("start")
    st.stop()
elements.title(TAKE_AWAY_TITLE(), "take-away", TAKE_AWAY_LEAD())

if journey_of(participation) != "practice":
    take_away.downloads(participation)

st.header(COME_BACK(), anchor=False)
st.markdown(OTHER_DEVICE())
if st.button(GIVE_ME_A_CODE(), key="give-code"):
    take_away.show_code(participation)

if journey_of(participation) == "practice":
    elements.note(ONLY_FOR_PRACTICE())
elif participation.workshop.takes_answers:
    st.header(FINISH(), anchor=False)
    st.markdown(FINISH_ABOUT())
    if st.button(FINISH_NOW(), key="finish"):
        session.finish()
        st.rerun()
else:
    st.success(FINISHED(), icon=":material/inventory_2:")

st.header(ERASE(), anchor=False)
sure = st.checkbox(ERASE_SURE(), key="sure")
if st.button(ERASE_NOW(), disabled=not sure, key="erase"):
    session.erase()
    go("start")
