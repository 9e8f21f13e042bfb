"""Lead: the facilitator's way through a workshop, step by step, with what everybody sees beside it."""

import streamlit as st

from cosmos_app.web import elements, session
from cosmos_app.web.routes import go
from cosmos_app.web.views.desk import network, workshop_cards
from cosmos_app.web.views.room import facilitator_controls, run_sheet

room = session.room()
if room is None:
    go("desk")
    st.stop()
if room.workshop.phase == "draft":
    go("prepare")

elements.title(room.plan.initiative, f"lead-{room.step}", " · ".join(filter(None, (room.plan.site, room.plan.wave))))
run_sheet.where_we_are(room)
script, shown = st.columns([2, 3], gap="medium")
with script, st.container(key="script"):
    run_sheet.script(room)
    network.remote_control(room)
with shown, st.container(key="shown"):
    facilitator_controls.controls(room)
if room.workshop.phase == "closed":
    workshop_cards.erase(room)
