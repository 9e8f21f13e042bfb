"""Start: what this is, what happens to your answers, and where to go on."""

import streamlit as st

from cosmos_app.settings import responsible
from cosmos_app.texts.days import day_in_words
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.room.head_count import TAKEN_AWAY
from cosmos_app.texts.solo import start as texts
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of
from cosmos_app.web.views.solo import start
from cosmos_app.workshop.participation import asks_anything, erased_on_if_begun

participation = session.participation()
elements.title(texts.START_TITLE(), "start", texts.START_LEAD())

if news := session.flashed():
    st.success(news, icon=":material/check:")
if session.seat_was_removed():
    st.warning(TAKEN_AWAY(), icon=":material/event_seat:")
own = participation if participation is not None and journey_of(participation) != "practice" else None
if participation is not None and (own or participation.progress.open):
    start.carry_on(participation)

start.by_code(participation)

st.markdown(texts.WELCOME())
with st.expander(texts.WHAT_HAPPENS(), icon=":material/lock:"):
    until = texts.KEPT_UNTIL(day=day_in_words(erased_on_if_begun()))
    who = texts.RESPONSIBLE(who=plain(responsible())) if responsible() else ""
    said = (*(text() for text in texts.PRIVACY), until, who)
    st.markdown("".join(f"\n- {text}" for text in said if text))

with st.container(key="card-begin", border=True):
    st.header(texts.BEGIN() if own is None else texts.BEGIN_ANEW(), anchor=False)
    chosen, depth, kind, role = start.choices()
    if own is not None:
        elements.note(texts.EARLIER_STAY_KEPT())
    if st.button(texts.BEGIN(), type="primary" if own is None else "secondary", key="begin"):
        if asks_anything(chosen, depth, role):
            session.begin(chosen, depth, role, kind)
            go("answer")
        st.error(texts.NOTHING_TO_ASK(), icon=":material/error:")

start.practise(participation)
