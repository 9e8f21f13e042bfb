"""Profile: the picture, the figures, why each is what it is, and what it asks back."""

import streamlit as st

from cosmos_app.outputs.charts.view_models import axes
from cosmos_app.texts.page import GO_TO_QUESTIONS
from cosmos_app.texts.solo.factors import LOCI
from cosmos_app.texts.solo.profile import ABOUT_PROFILE, ONE_QUESTION_EACH, THEME_BY_THEME, TOO_FEW, TOO_FEW_DO
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of, next_button
from cosmos_app.web.views.solo import profile, reflection

participation = session.participation()
if participation is None:
    go("start")
    st.stop()

assessment, targets, loci = participation.assessment, participation.targets, participation.loci
rows = axes(assessment, targets, {name: LOCI[locus]() for name, locus in loci.items()})
about = ABOUT_PROFILE[participation.questionnaire.looks_around]
elements.title(about.title(), "profile", about.lead())
elements.note(about.note())
if assessment.one_question_each:
    elements.note(ONE_QUESTION_EACH())
if not any(axis.score is not None for axis in rows):
    elements.nothing_yet(TOO_FEW(), TOO_FEW_DO())
    if st.button(GO_TO_QUESTIONS(), key="to-questions"):
        session.go_to_section(participation.progress.first_open)
        go("answer")
else:
    profile.figures(rows)
    reflection.prompts(assessment, participation)

st.header(THEME_BY_THEME(), anchor=False)
for result in assessment.dimensions:
    name = result.dimension.id
    profile.dimension(result, targets.get(name), loci.get(name), participation)
for reading in participation.questionnaire.readings:
    reflection.reading(reading, rows, participation)
reflection.unlearned(participation)

next_button("profile", journey_of(participation))
