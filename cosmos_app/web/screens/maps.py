"""Maps: where the visitor sees the work, at the start and now, and where to look from there."""

import streamlit as st

from cosmos_app.texts.page import GO_TO_QUESTIONS
from cosmos_app.texts.solo import maps as texts
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of, next_button
from cosmos_app.web.views.solo import maps, reflection
from models.placements import sharing_questions

participation = session.participation()
if participation is None:
    go("start")
    st.stop()

elements.title(texts.MAPS_TITLE(), "maps", texts.MAPS_LEAD())
elements.note(texts.NO_LADDER())
assessment = participation.assessment
placed = assessment.placements
drawn, empty = [work for work in placed if work.is_known], [work for work in placed if not work.is_known]
if not drawn:
    elements.nothing_yet(texts.NONE_PLACED(), texts.NONE_PLACED_DO())
    if st.button(GO_TO_QUESTIONS(), key="to-questions"):
        session.go_to_section(participation.progress.first_open)
        go("answer")
for first, *others in sharing_questions(drawn, participation.questionnaire):
    maps.on_map(first)
    for other in others:
        with st.expander(texts.ANOTHER_MAP(map=other.placement.title), key=f"map:{other.placement.id}"):
            maps.on_map(other, heading=False)
if not participation.questionnaire.dimensions:
    reflection.prompts(assessment, participation)
for heading, unplaced in maps.unplaced(empty, participation):
    st.header(heading(), anchor=False)
    for work in unplaced:
        with st.expander(work.placement.title, key=f"map:{work.placement.id}"):
            maps.on_map(work, heading=False)

next_button("maps", journey_of(participation))
