"""Parts of answering: the way from page to page, and from one questionnaire to the next."""

import streamlit as st

from cosmos_app import session
from cosmos_app.navigation import go
from cosmos_app.visits import Visit
from cosmos_app.ways import SCREENS, WAYS, result_of


def turn(visit: Visit, place: int, number: int) -> None:
    """Offer the way back and on.

    Args:
        visit: The visit.
        place: Index of the page.
        number: How many pages this questionnaire has.
    """
    with st.container(key="turn", horizontal=True, horizontal_alignment="distribute"):
        first = place == 0 and visit.preceding is None
        if st.button("Back", icon=":material/arrow_back:", disabled=first, key="back"):
            if place:
                session.go_to_section(place - 1)
            elif visit.preceding is not None:
                session.turn_to(visit.preceding)
            st.rerun()
        label, leap = _onward(visit, place, number)
        if st.button(label, type="primary", icon=":material/arrow_forward:", icon_position="right", key="next"):
            if leap is not None:
                if leap == "room":
                    session.done()
                go(leap)
            if place + 1 < number:
                session.go_to_section(place + 1)
            elif visit.following is not None:
                session.turn_to(visit.following)
            st.rerun()


def _onward(visit: Visit, place: int, number: int) -> tuple[str, str | None]:
    """What the button on says, and the screen it leads to; None for another page of questions."""
    if place + 1 < number:
        return "Next", None
    if visit.following is not None:
        return "Next part", None
    if visit.progress.open and "review" in WAYS[visit.way]:
        return "Check what is open", "review"
    result = result_of(visit.way)
    return SCREENS[result].call, result
