"""Prepare: the plan and the promise of a workshop, until it opens."""

import streamlit as st

from cosmos_app import look, session
from cosmos_app.navigation import go
from cosmos_app.parts import desk, planning

room = session.room()
if room is None:
    go("desk")
    st.stop()
if room.workshop.phase != "draft":
    go("lead")

look.title("Prepare a workshop", "prepare", "Saved as you type. Nothing here can be changed once people are let in.")
draft = planning.draft(room)
planning.form(draft, room)
planning.sittings(room)
planning.opening(room)
desk.erase(room)
