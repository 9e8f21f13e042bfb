"""The desk: the facilitator's workshops, and a new one."""

import streamlit as st

from cosmos_app.storage.current import store
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, link
from cosmos_app.web.views import workshop_cards

elements.title("Your workshops", "desk", "Everything you need to lead a room: prepare, rehearse, open, reveal, agree.")
if news := session.news():
    st.success(news, icon=":material/check:")

rooms = store().rooms()
with st.container(key="begin-room", horizontal=True):
    prepare = st.button("Prepare a workshop", type="primary", icon=":material/add:", key="new-room")
    if prepare and session.new_room():
        go("prepare")
    rehearse = st.button("Rehearse with invented people", icon=":material/theater_comedy:", key="rehearse")
    if rehearse and session.rehearse():
        go("lead")
elements.note(
    "A rehearsal takes a click and touches nothing real: nine invented people have answered, and you lead them."
)

if not rooms:
    elements.nothing_yet("No workshop yet.", "A rehearsal is a good first one.")
for room in rooms:
    workshop_cards.card(room)

workshop_cards.others()
link("sites", "Sites: what others may know of each place, and what it shares", ":material/location_city:")
link("start", "Answer alone, or with several people at one screen", ":material/person:")
