"""Profile: the picture, the figures, why each is what it is, and what it asks back."""

import streamlit as st

from cosmos_app import look, session
from cosmos_app.charts.axes import axes
from cosmos_app.navigation import go, next_button
from cosmos_app.parts import profile, thinking
from cosmos_app.words import ABOUT_PROFILE, MARKS

visit = session.visit()
if visit is None:
    go("start")
    st.stop()

assessment, targets, marks = visit.assessment, visit.targets, visit.marks
rows = axes(assessment, targets, {name: MARKS[mark] for name, mark in marks.items()})
about = ABOUT_PROFILE[visit.questionnaire.looks_around]
look.title(about.title, "profile", about.lead)
look.note(about.note)
if assessment.one_question_each:
    look.note("One question each: this short profile is a first sketch. The full form asks more about every theme.")
if not any(axis.score is not None for axis in rows):
    look.nothing_yet("There are too few answers yet for a picture.", "A few more will do; what you have said is kept.")
    if st.button("Go to the questions", key="to-questions"):
        session.go_to_section(visit.progress.first_open)
        go("answer")
else:
    profile.figures(rows)
    thinking.prompts(assessment, visit)

st.header("Theme by theme", anchor=False)
for result in assessment.dimensions:
    name = result.dimension.id
    profile.dimension(result, targets.get(name), marks.get(name), visit)
for reading in visit.questionnaire.readings:
    thinking.reading(reading, rows, visit)
thinking.unlearned(visit)

next_button("profile", visit.way)
