"""Take away: the report and the files, a code for another device, the end of the visit."""

import streamlit as st

from cosmos_app.texts.days import day_in_words
from cosmos_app.texts.page import COME_BACK, GIVE_ME_A_CODE
from cosmos_app.texts.solo import take_away as texts
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of
from cosmos_app.web.views.solo import take_away

participation = session.participation()
if participation is None:
    go("start")
    st.stop()
elements.title(texts.TAKE_AWAY_TITLE(), "take-away", texts.TAKE_AWAY_LEAD())

if journey_of(participation) != "practice":
    take_away.files(participation)

st.header(COME_BACK(), anchor=False)
st.markdown(texts.OTHER_DEVICE())
if st.button(GIVE_ME_A_CODE(), key="give-code"):
    take_away.show_code(participation)

if journey_of(participation) == "practice":
    elements.note(texts.ONLY_FOR_PRACTICE())
elif participation.workshop.takes_answers:
    st.header(texts.FINISH(), anchor=False)
    st.markdown(texts.FINISH_ABOUT())
    if st.button(texts.FINISH_NOW(), key="finish"):
        session.finish()
        st.rerun()
else:
    st.success(texts.FINISHED(), icon=":material/inventory_2:")

st.header(texts.ERASE(), anchor=False)
if participation.seat.erase_on:
    st.markdown(texts.KEPT_UNTIL(day=day_in_words(participation.seat.erase_on)))
sure = st.checkbox(texts.ERASE_SURE(), key="sure")
if st.button(texts.ERASE_NOW(), disabled=not sure, key="erase"):
    session.erase()
    go("start")
