"""Check: what is still open, and what an edit hid or brought back."""

import streamlit as st

from cosmos_app import look, session
from cosmos_app.navigation import go, next_button
from cosmos_app.words import plain, told_change

visit = session.visit()
if visit is None:
    go("start")
    st.stop()
progress = visit.progress
look.title(
    "Check your answers", "review", "Nothing has to be complete. What you left open counts as missing, never as zero."
)
look.bar(progress.done, progress.shown, f"{progress.done} of {progress.shown} questions dealt with")

for change in session.changes():
    st.info(plain(told_change(change)), icon=":material/rule:")

for place, one in enumerate(progress.sections):
    with st.container(key=f"row-{place}", border=True):
        words, door = st.columns([4, 1], vertical_alignment="center")
        words.markdown(f"**{plain(one.section.title)}**")
        words.markdown(f"{len(one.open)} still open" if one.open else "All dealt with")
        label = "Answer" if one.open else "Look again"
        if visit.workshop.takes_answers and door.button(label, key=f"to-{place}", help=plain(one.section.title)):
            session.go_to_section(place)
            go("answer")

if progress.kept:
    st.header("Kept, but not counted", anchor=False)
    look.note("An earlier answer of yours means that these are not asked now. If you change it, they come back.")
    for item in progress.kept:
        st.markdown(f"- {plain(item.stem(visit.seat.family))}")

next_button("review", visit.way)
