"""The desk: the facilitator's workshops, and a new one."""

import streamlit as st

from cosmos_app import look, session
from cosmos_app.navigation import go, link
from cosmos_app.parts import desk
from cosmos_app.visits import store

look.title("Your workshops", "desk", "Everything you need to lead a room: prepare, rehearse, open, reveal, agree.")
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
look.note("A rehearsal takes a click and touches nothing real: nine invented people have answered, and you lead them.")

if not rooms:
    look.nothing_yet("No workshop yet.", "A rehearsal is a good first one.")
for room in rooms:
    desk.card(room)

desk.others()
link("sites", "Sites: what others may know of each place, and what it shares", ":material/location_city:")
link("start", "Answer alone, or with several people at one screen", ":material/person:")
