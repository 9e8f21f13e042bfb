"""Prepare: the plan and the promise of a workshop, until it opens."""

import streamlit as st

from cosmos_app.web import elements, session
from cosmos_app.web.routes import go
from cosmos_app.web.views import plan, workshop_cards

room = session.room()
if room is None:
    go("desk")
    st.stop()
if room.workshop.phase != "draft":
    go("lead")

elements.title(
    "Prepare a workshop", "prepare", "Saved as you type. Nothing here can be changed once people are let in."
)
draft = plan.draft(room)
plan.form(draft, room)
plan.sittings(room)
plan.opening(room)
workshop_cards.erase(room)
