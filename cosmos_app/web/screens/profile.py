"""Profile: the picture, the figures, why each is what it is, and what it asks back."""

import streamlit as st

from cosmos_app.outputs.charts.view_models import axes
from cosmos_app.texts.solo import ABOUT_PROFILE, MARKS
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of, next_button
from cosmos_app.web.views import profile, reflection

participation = session.participation()
if participation is None:
    go("start")
    st.stop()

assessment, targets, loci = participation.assessment, participation.targets, participation.loci
rows = axes(assessment, targets, {name: MARKS[mark] for name, mark in loci.items()})
about = ABOUT_PROFILE[participation.questionnaire.looks_around]
elements.title(about.title, "profile", about.lead)
elements.note(about.note)
if assessment.one_question_each:
    elements.note("One question each: this short profile is a first sketch. The full form asks more about every theme.")
if not any(axis.score is not None for axis in rows):
    elements.nothing_yet(
        "There are too few answers yet for a picture.", "A few more will do; what you have said is kept."
    )
    if st.button("Go to the questions", key="to-questions"):
        session.go_to_section(participation.progress.first_open)
        go("answer")
else:
    profile.figures(rows)
    reflection.prompts(assessment, participation)

st.header("Theme by theme", anchor=False)
for result in assessment.dimensions:
    name = result.dimension.id
    profile.dimension(result, targets.get(name), loci.get(name), participation)
for reading in participation.questionnaire.readings:
    reflection.reading(reading, rows, participation)
reflection.unlearned(participation)

next_button("profile", journey_of(participation))
