"""Start: what this is, what happens to your answers, and where to go on."""

import streamlit as st

from cosmos_app.texts.solo import ONLY_A_CODE, PRIVACY, WELCOME
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of
from cosmos_app.web.views import start

participation = session.participation()
elements.title(
    "How do we work together?",
    "start",
    "A quiet look at how people who use a public service and people who work in it shape it together.",
)

if news := session.news():
    st.success(news, icon=":material/check:")
own = participation if participation is not None and journey_of(participation) != "practice" else None
if participation is not None and (own or participation.progress.open):
    start.carry_on(participation)

start.by_code(participation)

st.markdown(WELCOME)
with st.expander("What happens to my answers?", icon=":material/lock:"):
    st.markdown("".join(f"\n- {one}" for one in PRIVACY))

with st.container(key="card-begin", border=True):
    st.header("Begin" if own is None else "Begin anew", anchor=False)
    chosen, depth, kind, role = start.choices()
    if own is not None:
        elements.note(f"Your earlier answers stay kept. {ONLY_A_CODE}")
    if st.button("Begin", type="primary" if own is None else "secondary", key="begin"):
        session.begin(chosen, depth, role, kind)
        go("answer")

start.practise(participation)
