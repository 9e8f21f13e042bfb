"""Parts of the check: section by section, what is still open, and what is kept but not counted."""

import streamlit as st

from cosmos_app.texts.solo import plain
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go
from cosmos_app.workshop.participation import Participation


def part(participation: Participation, *, alone: bool) -> None:
    """Show how far a person is with one questionnaire.

    Args:
        participation: The visit, looking at that questionnaire.
        alone: Whether it is the only one that is asked.
    """
    progress, name = participation.progress, participation.questionnaire.id
    if not alone:
        st.header(plain(participation.questionnaire.title), anchor=False)
    elements.bar(progress.done, progress.shown, f"{progress.done} of {progress.shown} questions dealt with")
    for place, one in enumerate(progress.sections):
        with st.container(key=f"row-{name}-{place}", border=True):
            words, door = st.columns([4, 1], vertical_alignment="center")
            words.markdown(f"**{plain(one.section.title)}**")
            words.markdown(f"{len(one.open)} still open" if one.open else "All dealt with")
            label = "Answer" if one.open else "Look again"
            if participation.accepts != "refused" and door.button(
                label, key=f"to-{name}-{place}", help=plain(one.section.title)
            ):
                session.turn_to(name, place)
                go("answer")
    if progress.kept:
        st.header("Kept, but not counted", anchor=False)
        elements.note(
            "An earlier answer of yours means that these are not asked now. If you change it, they come back."
        )
        for item in progress.kept:
            st.markdown(f"- {plain(item.stem(participation.seat.family))}")
