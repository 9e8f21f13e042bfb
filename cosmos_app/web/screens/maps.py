"""Maps: where the visitor sees the work, at the start and now, and where to look from there."""

import streamlit as st

from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of, next_button
from cosmos_app.web.views import maps, reflection
from models.placements import sharing_questions

participation = session.participation()
if participation is None:
    go("start")
    st.stop()

elements.title(
    "Where you see it",
    "maps",
    "The same work on several maps. Others may place it elsewhere, and that is worth a talk.",
)
elements.note("A map is not a ladder: no place is the goal, and work may move in any direction, and back.")
assessment = participation.assessment
placed = assessment.placements
drawn, empty = [one for one in placed if one.is_known], [one for one in placed if not one.is_known]
if not drawn:
    elements.nothing_yet(
        "You have not placed the work on any map yet.", "One question answered is enough to begin with."
    )
    if st.button("Go to the questions", key="to-questions"):
        session.go_to_section(participation.progress.first_open)
        go("answer")
for first, *others in sharing_questions(drawn, participation.questionnaire):
    maps.on_map(first)
    for other in others:
        with st.expander(f"The same answers on another map: {other.placement.title}", key=f"map-{other.placement.id}"):
            maps.on_map(other, heading=False)
if not participation.questionnaire.dimensions:
    reflection.prompts(assessment, participation)
for heading, some in maps.unplaced(empty, participation):
    st.header(heading, anchor=False)
    for one in some:
        with st.expander(one.placement.title, key=f"map-{one.placement.id}"):
            maps.on_map(one, heading=False)

next_button("maps", journey_of(participation))
