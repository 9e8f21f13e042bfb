"""Prepare: the plan and the promise of a workshop, until it opens."""

import streamlit as st

from cosmos_app.texts.room import plan as texts
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go
from cosmos_app.web.views.desk import network, plan, workshop_cards

room = session.room()
if room is None:
    go("desk")
    st.stop()
if room.workshop.phase != "draft":
    go("facilitate")

elements.title(texts.TITLE(), "prepare", texts.LEAD())
draft = plan.draft(room)
plan.form(draft, room)
plan.sittings(room)
network.of_the_room()
plan.opening(room)
workshop_cards.erase(room)
