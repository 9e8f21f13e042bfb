"""The room, on a participant's own phone: what is happening now, and what is theirs to do."""

import streamlit as st

from cosmos_app.storage.current import store
from cosmos_app.texts.screens import TITLES
from cosmos_app.web import elements, refresh, session
from cosmos_app.web.routes import go
from cosmos_app.web.views.room import joining, participant_view, shared_view

participation = session.participation()
if participation is None or participation.seat.kind != "room":
    go("start")
    st.stop()


@st.fragment(run_every=refresh.PHONE)
def follow() -> None:
    """Follow the facilitator, and offer what can be done at this point."""
    participation = session.look_up()
    room = store().room(participation.seat.workshop) if participation else None
    if participation is None or room is None:
        st.rerun()
        return
    session.follow(room)
    participant_view.to_do(room, participation)
    if room.workshop.rounds_shown:
        shared_view.title(room)
        shared_view.now(room)
    else:
        shared_view.answering(room)
    session.catch_up()


room = store().room(participation.seat.workshop)
elements.title(room.plan.initiative if room else TITLES["room"](), "room")
follow()
if room:
    joining.promise_to_reread(room)
participant_view.my_seat(participation)
