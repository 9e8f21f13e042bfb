"""On the wall: what the room looks at, large, without controls; it follows the facilitator."""

import streamlit as st

from cosmos_app.web import elements, refresh, session
from cosmos_app.web.routes import go
from cosmos_app.web.views.room import joining, shared_view
from cosmos_app.workshop import rooms

shown = session.room_on_the_wall()
if shown is None:
    go("start")
    st.stop()


@st.fragment(run_every=refresh.WALL)
def follow() -> None:
    """Draw what the room looks at now."""
    room = session.room_on_the_wall()
    if room is None:
        st.rerun()
        return
    session.follow(room)
    with st.container(key="wall"):
        shared_view.title(room, clock=True)
        step = shared_view.step_of(room)
        if step in ("welcome", "answer") and room.workshop.can_join:
            with st.container(key=f"wall-{step}"):
                with st.container(key="wall-ways"):
                    joining.how_to_join(room)
                    if step == "welcome":
                        joining.who_is_here(rooms.counts(room))
                with st.container(key="wall-now"):
                    shared_view.now(room)
        else:
            shared_view.now(room)


elements.title(shown.plan.initiative, "presenter", shown.plan.site)
follow()
