"""The buttons below a page of questions: back, on to the next page or questionnaire, and out."""

import streamlit as st

from cosmos_app.storage.current import store
from cosmos_app.texts.room.participants import MOVED_ON
from cosmos_app.texts.solo import questions as texts
from cosmos_app.web import refresh, session
from cosmos_app.web.routes import JOURNEYS, call_of, go, journey_of, result_of
from cosmos_app.web.views.room import head_count
from cosmos_app.workshop.participation import Participation
from models.workshop import Phase


def turn(participation: Participation, index: int, number: int) -> None:
    """Show the buttons to the page before and after this one.

    Args:
        participation: The visit.
        index: Of the page.
        number: How many pages this questionnaire has.
    """
    # A callback turns the page before it is drawn, so that it is drawn once; the button of the new page then reports
    # the same click again. A new session gets its first click without a callback, so the button must turn it too.
    turned = session.page_turned()
    with st.container(key="turn", horizontal=True, horizontal_alignment="distribute"):
        first = index == 0 and participation.preceding is None
        back = st.button(
            texts.BACK(),
            icon=":material/arrow_back:",
            disabled=first,
            key="back",
            on_click=session.turn_page,
            args=_before(participation, index),
        )
        if back and not turned:
            _turn(*_before(participation, index))
        following = _after(participation, index, number)
        if following is None:
            _leave(participation, turned=turned)
            return
        onward = st.button(
            texts.NEXT() if following[0] is None else texts.NEXT_PART(),
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
            key="next",
            on_click=session.turn_page,
            args=following,
        )
        if onward and not turned:
            _turn(*following)


@st.fragment(run_every=refresh.ANSWERING)
def watch(workshop: str, phase: Phase, round: int) -> None:  # noqa: A002
    """Tell somebody who is still at the questions that the room has moved on since this page was drawn.

    Args:
        workshop: The room.
        phase: Where it was then.
        round: In which round.
    """
    room = store().room(workshop)
    if room is not None and room.asked_since is not None:
        visit = session.look_up()
        if visit is None:  # the desk has removed this seat
            st.rerun()
        elif visit.seat.idle:
            head_count.still_there(visit.seat)
    if room is None or (room.workshop.phase, room.workshop.round) == (phase, round):
        return
    st.info(MOVED_ON(), icon=":material/groups:")
    if st.button(texts.GO_TO_ROOM(), key="to-room"):
        go("room")


def _before(participation: Participation, index: int) -> tuple[str | None, int]:
    """The page before this one: its questionnaire, None for the same, and its index."""
    return (None, index - 1) if index else (participation.preceding, 0)


def _after(participation: Participation, index: int, number: int) -> tuple[str | None, int] | None:
    """The page after this one, likewise; None after the last."""
    if index + 1 < number:
        return None, index + 1
    return (participation.following, 0) if participation.following is not None else None


def _turn(questionnaire: str | None, index: int) -> None:
    session.turn_page(questionnaire, index)
    session.page_turned()
    st.rerun()


def _leave(participation: Participation, *, turned: bool) -> None:
    """Show the button that leads on after the last page."""
    open_still = participation.progress.open and "review" in JOURNEYS[journey_of(participation)]
    leap = "review" if open_still else result_of(journey_of(participation))
    label = texts.CHECK_OPEN() if open_still else call_of(leap)
    pressed = st.button(label, type="primary", icon=":material/arrow_forward:", icon_position="right", key="next")
    if pressed and not turned:
        if leap == "room":
            session.mark_finished()
        go(leap)
