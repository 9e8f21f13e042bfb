"""Start: what this is, what happens to your answers, and where to go on."""

import streamlit as st

from cosmos_app import look, session
from cosmos_app.navigation import go
from cosmos_app.parts import beginning
from cosmos_app.words import ONLY_A_CODE, PRIVACY, WELCOME

visit = session.visit()
look.title(
    "How do we work together?",
    "start",
    "A quiet look at how people who use a public service and people who work in it shape it together.",
)

if news := session.news():
    st.success(news, icon=":material/check:")
own = visit if visit is not None and visit.way != "practice" else None
if visit is not None and (own or visit.progress.open):
    beginning.carry_on(visit)

beginning.by_code(visit)

st.markdown(WELCOME)
with st.expander("What happens to my answers?", icon=":material/lock:"):
    st.markdown("".join(f"\n- {one}" for one in PRIVACY))

with st.container(key="card-begin", border=True):
    st.header("Begin" if own is None else "Begin anew", anchor=False)
    chosen, depth, kind, role = beginning.choices()
    if own is not None:
        look.note(f"Your earlier answers stay kept. {ONLY_A_CODE}")
    if st.button("Begin", type="primary" if own is None else "secondary", key="begin"):
        session.begin(chosen, depth, role, kind)
        go("answer")

beginning.practise(visit)
