"""The desk: the facilitator's workshops, and a new one."""

import streamlit as st

from cosmos_app.storage.current import store
from cosmos_app.texts.room import desk as texts
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, link
from cosmos_app.web.views.desk import audit, network, workshop_cards

elements.title(texts.TITLE(), "desk", texts.LEAD())
if news := session.flashed():
    st.success(news, icon=":material/check:")

rooms = store().rooms()
with st.container(key="begin-room", horizontal=True):
    prepare = st.button(texts.PREPARE(), type="primary", icon=":material/add:", key="new-room")
    if prepare and session.new_room():
        go("prepare")
    rehearse = st.button(texts.REHEARSE(), icon=":material/theater_comedy:", key="rehearse")
    if rehearse and session.rehearse():
        go("facilitate")
elements.note(texts.REHEARSE_ABOUT())

if not rooms:
    elements.nothing_yet(texts.NO_WORKSHOP(), texts.NO_WORKSHOP_DO())
for room in rooms:
    workshop_cards.card(room)

workshop_cards.others()
network.second_desk()
audit.log()
link("sites", texts.TO_SITES(), ":material/location_city:")
link("start", texts.TO_SOLO(), ":material/person:")
