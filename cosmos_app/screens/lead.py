"""Lead: the facilitator's way through a workshop, step by step, with what everybody sees beside it."""

import streamlit as st

from cosmos_app import look, session
from cosmos_app.navigation import go
from cosmos_app.parts import desk, leading, scripting

room = session.room()
if room is None:
    go("desk")
    st.stop()
if room.workshop.phase == "draft":
    go("prepare")

look.title(room.plan.initiative, f"lead-{room.step}", " · ".join(filter(None, (room.plan.site, room.plan.wave))))
scripting.where_we_are(room)
script, shown = st.columns([2, 3], gap="medium")
with script, st.container(key="script"):
    scripting.script(room)
with shown, st.container(key="shown"):
    leading.controls(room)
if room.workshop.phase == "closed":
    desk.erase(room)
