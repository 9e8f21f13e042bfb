"""The check of one's answers: what is still open in each section, and what is kept but not counted."""

import streamlit as st

from cosmos_app.texts.markdown import plain
from cosmos_app.texts.solo import questions as texts
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go
from cosmos_app.workshop.participation import Participation


def questionnaire(participation: Participation, *, alone: bool) -> None:
    """Show how far a person is with one questionnaire.

    Args:
        participation: The visit, looking at that questionnaire.
        alone: Whether it is the only one that is asked.
    """
    progress, name = participation.progress, participation.questionnaire.id
    if not alone:
        st.header(plain(participation.questionnaire.title), anchor=False)
    if not progress.sections:
        elements.nothing_yet(texts.NOTHING_FOR_YOU())
        return
    elements.bar(progress.done, progress.shown, texts.DEALT_WITH(done=progress.done, shown=progress.shown))
    for index, part in enumerate(progress.sections):
        with st.container(key=f"row:{name}/{index}", border=True):
            words, door = st.columns([4, 1], vertical_alignment="center")
            words.markdown(f"**{plain(part.section.title)}**")
            words.markdown(texts.STILL_OPEN(len(part.open)) if part.open else texts.ALL_DEALT_WITH())
            label = texts.ANSWER() if part.open else texts.LOOK_AGAIN()
            if participation.accepts != "refused" and door.button(
                label, key=f"to:{name}/{index}", help=plain(part.section.title)
            ):
                session.turn_to(name, index)
                go("answer")
    if progress.kept:
        st.header(texts.KEPT_NOT_COUNTED(), anchor=False)
        elements.note(texts.KEPT_NOT_COUNTED_ABOUT())
        for item in progress.kept:
            st.markdown(f"- {plain(item.stem(participation.seat.family))}")
