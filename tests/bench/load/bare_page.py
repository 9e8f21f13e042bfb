"""The least that a page of questions can be in Streamlit: twelve radios with captions, each kept when it is clicked."""

import streamlit as st
from bare_store import CHOICES, store

QUESTIONS = tuple(f"Question {number}: how is this usually done where you work?" for number in range(1, 13))
CAPTIONS = ("not yet", "tried once", "in places", "usual", "lasting")


def _keep(person: str, key: str) -> None:
    store().keep(person, key, st.session_state[key])


person = st.query_params.get("t", "")
if "chosen" not in st.session_state:
    st.session_state["chosen"] = store().chosen(person)
kept = st.session_state["chosen"]

st.header("Twelve questions")
for number, question in enumerate(QUESTIONS):
    key = f"choice:{number}"
    start = CHOICES.index(kept[key]) if key in kept else None
    st.radio(question, CHOICES, index=start, captions=CAPTIONS, key=key, on_change=_keep, args=(person, key))
