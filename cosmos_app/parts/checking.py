"""Parts of the check: section by section, what is still open, and what is kept but not counted."""

import streamlit as st

from cosmos_app import look, session
from cosmos_app.navigation import go
from cosmos_app.visits import Visit
from cosmos_app.words import plain


def part(visit: Visit, *, alone: bool) -> None:
    """Show how far a person is with one questionnaire.

    Args:
        visit: The visit, looking at that questionnaire.
        alone: Whether it is the only one that is asked.
    """
    progress, name = visit.progress, visit.questionnaire.id
    if not alone:
        st.header(plain(visit.questionnaire.title), anchor=False)
    look.bar(progress.done, progress.shown, f"{progress.done} of {progress.shown} questions dealt with")
    for place, one in enumerate(progress.sections):
        with st.container(key=f"row-{name}-{place}", border=True):
            words, door = st.columns([4, 1], vertical_alignment="center")
            words.markdown(f"**{plain(one.section.title)}**")
            words.markdown(f"{len(one.open)} still open" if one.open else "All dealt with")
            label = "Answer" if one.open else "Look again"
            if visit.takes != "refused" and door.button(label, key=f"to-{name}-{place}", help=plain(one.section.title)):
                session.turn_to(name, place)
                go("answer")
    if progress.kept:
        st.header("Kept, but not counted", anchor=False)
        look.note("An earlier answer of yours means that these are not asked now. If you change it, they come back.")
        for item in progress.kept:
            st.markdown(f"- {plain(item.stem(visit.seat.family))}")
