"""Join: the promise, who people are to the service, and in."""

import streamlit as st

from cosmos_app.texts.message import paragraph
from cosmos_app.texts.refusals import NO_SUCH_ROOM
from cosmos_app.texts.room import participants as texts
from cosmos_app.texts.room.devices import JOIN_OPEN_WIRELESS
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go
from cosmos_app.web.views.room import joining


def join() -> None:
    """Let a person in by a code; without one that leads somewhere, ask for it."""
    found = session.room_by_code(st.query_params.get("code", ""))
    if found is None:
        elements.title(texts.JOIN_TITLE(), "join")
        joining.ask_for_code(NO_SUCH_ROOM() if st.query_params.get("code") and not session.has_error() else "")
        return
    room, sitting = found
    participation = session.participation()
    if participation is not None and participation.seat.workshop == room.id and not session.helping():
        go("room" if participation.seat.finished or room.workshop.phase != "open" else "answer")

    elements.title(room.plan.initiative, "join", room.plan.site)
    if not room.workshop.can_join:
        st.info(texts.NOT_OPEN[room.workshop.phase](), icon=":material/door_front:")
        return
    if sitting.name:
        elements.note(sitting.name)
    joining.promise_in_short(room)
    if session.helping():
        st.info(texts.HELPING(), icon=":material/group_add:")
    if room.workshop.joins_late:
        st.info(texts.JOINS_LATE(), icon=":material/schedule:")
    with st.container(key="card-join", border=True):
        role, hat = joining.role(), joining.second_hat()
        last_time = joining.last_time(room)
        name = st.text_input(texts.YOUR_NAME(), max_chars=60, key="name") if room.plan.named else ""
        if session.on_open_network():
            elements.note(JOIN_OPEN_WIRELESS())
        start = st.button(
            texts.START_ANSWERING(), type="primary", icon=":material/arrow_forward:", icon_position="right", key="start"
        )
        if start and session.take_seat(room, role, hat, name, last_time):
            go("answer")
        if not room.workshop.joins_late:  # below the button, so that it is in sight without a swipe
            elements.note(paragraph(texts.ANSWERS_IN_A_ROOM[room.plan.named](), texts.MAY_STOP()))


join()
