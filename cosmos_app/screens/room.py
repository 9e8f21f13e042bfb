"""The room, on a participant's own phone: what is happening now, and what is theirs to do."""

import streamlit as st

from cosmos_app import look, rooms, session
from cosmos_app.navigation import go
from cosmos_app.parts import seated, wall

visit = session.visit()
if visit is None or visit.seat.kind != "room":
    go("start")
    st.stop()


@st.fragment(run_every=seated.LOOKS_UP_EVERY)
def follow() -> None:
    """Follow the facilitator, and offer what can be done at this point."""
    visit = session.look_up()
    room = rooms.room(visit.seat.workshop) if visit else None
    if visit is None or room is None:
        st.rerun()
        return
    session.follow(room)
    seated.to_do(room, visit)
    if room.workshop.rounds_shown:
        wall.title(room)
        wall.now(room)
    else:
        wall.answering(room)
    session.catch_up()


room = rooms.room(visit.seat.workshop)
look.title(room.plan.initiative if room else "The room", "room")
follow()
seated.my_seat(visit)
