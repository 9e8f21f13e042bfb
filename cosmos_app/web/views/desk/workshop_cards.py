"""Views of the desk: a card for each workshop, and the end of one."""

from html import escape

import streamlit as st

from cosmos_app.storage import Room
from cosmos_app.texts.days import day_in_words
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import Text
from cosmos_app.texts.room import desk as texts
from cosmos_app.web import elements, rights, session
from cosmos_app.web.routes import go

BUTTONS: dict[str, tuple[Text, str]] = {
    "draft": (texts.GO_ON_PREPARING, "prepare"),
    "closed": (texts.LOOK_AT_IT, "facilitate"),
}
"""What the button of a card says and where it leads, by phase; any other leads to the room."""


def card(room: Room) -> None:
    """Show a workshop, where it stands, and the way in."""
    title = room.plan.initiative or texts.UNNAMED()
    until = texts.KEPT_UNTIL(day=day_in_words(room.erase_on)) if room.erase_on else ""
    where = " · ".join(filter(None, (room.plan.site, room.plan.wave, room.started_on.isoformat(), until)))
    button, screen = BUTTONS.get(room.workshop.phase, (texts.LEAD_IT, "facilitate"))
    phase = texts.PHASE_TEXTS[room.workshop.phase, room.workshop.round]
    with st.container(key=f"card-room-{room.id}", border=True):
        words, way = st.columns([3, 1], vertical_alignment="center")
        example = f'<span class="cosmos-tag">{escape(texts.EXAMPLE())}</span>' if room.example else ""
        words.html(
            f'<h2 class="cosmos-room">{escape(title)} {example}</h2><p class="cosmos-note">{escape(where)}</p>'
            f'<p class="cosmos-phase">{escape(phase.short())}</p>'
        )
        if way.button(button(), key=f"enter-{room.id}", help=plain(texts.ENTER(button=button(), title=title))):
            session.turn_to_room(room.id)
            go(screen)


def others() -> None:
    """Offer to send away every other browser that came in by a facilitator's link."""
    with st.expander(texts.WHO_SITS_HERE(), icon=":material/key:", key="desks"):
        elements.note(texts.DESKS_ABOUT())
        if st.button(texts.SEND_AWAY(), key="only-this-desk") and session.only_this_desk():
            st.success(texts.OTHERS_SENT_AWAY(), icon=":material/check:")
            elements.secret_link(rights.LINKS["desk"].address(session.origin()))


def erase(room: Room) -> None:
    """Offer to erase a workshop with all that was said in it."""
    with st.expander(texts.ERASE_THIS(), icon=":material/delete:", key="erase-room"):
        elements.note(texts.ERASE_ABOUT())
        sure = st.checkbox(texts.ERASE_SURE(), key="sure-room")
        if st.button(texts.ERASE(), disabled=not sure, key="erase") and session.erase_room(room):
            go("desk")
