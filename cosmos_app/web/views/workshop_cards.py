"""Parts of the desk: a card for each workshop, and the end of one."""

from html import escape

import streamlit as st

from cosmos_app.storage import Room
from cosmos_app.texts.room.desk import DESKS_ABOUT, ERASE_SURE, PHASES_TOLD
from cosmos_app.texts.solo import plain
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go

DOORS: dict[str, tuple[str, str]] = {"draft": ("Go on preparing", "prepare"), "closed": ("Look at it", "lead")}
"""What the button of a card says and where it leads, by phase; any other leads to the room."""


def card(room: Room) -> None:
    """Show a workshop, where it stands, and the way in."""
    title = room.plan.initiative or "A workshop without a name yet"
    where = " · ".join(filter(None, (room.plan.site, room.plan.wave, room.started_on.isoformat())))
    label, door = DOORS.get(room.workshop.phase, ("Lead it", "lead"))
    with st.container(key=f"card-room-{room.id}", border=True):
        words, way = st.columns([3, 1], vertical_alignment="center")
        example = '<span class="cosmos-tag">Example</span>' if room.example else ""
        words.html(
            f'<h2 class="cosmos-room">{escape(title)} {example}</h2><p class="cosmos-note">{escape(where)}</p>'
            f'<p class="cosmos-phase">{escape(PHASES_TOLD[room.workshop.phase, room.workshop.round].short)}</p>'
        )
        if way.button(label, key=f"enter-{room.id}", help=plain(f"{label}: {title}")):
            session.turn_to_room(room.id)
            go(door)


def others() -> None:
    """Offer to send away every other browser that came in by a facilitator's link."""
    with st.expander("Who sits at this desk", icon=":material/key:", key="desks"):
        elements.note(DESKS_ABOUT)
        if st.button("Send all other browsers away", key="only-this-desk") and session.only_this_desk():
            st.rerun()


def erase(room: Room) -> None:
    """Offer to erase a workshop with all that was said in it."""
    with st.expander("Erase this workshop", icon=":material/delete:", key="erase-room"):
        elements.note(ERASE_SURE)
        sure = st.checkbox("Yes, erase this workshop", key="sure-room")
        if st.button("Erase", disabled=not sure, key="erase") and session.erase_room(room):
            go("desk")
