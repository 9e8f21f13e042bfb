"""Profile: the picture, the figures, and why each is what it is."""

import streamlit as st

from cosmos_app import look, session
from cosmos_app.charts.axes import axes
from cosmos_app.navigation import go
from cosmos_app.parts import profile

visit = session.visit()
if visit is None:
    go("start")
    st.stop()

assessment = visit.assessment
targets = visit.targets
rows = axes(assessment, targets)
look.title(
    "Your profile",
    "profile",
    "A picture to talk about, not a mark. Where fewer than half of the answers are there, the line has a gap.",
)
look.note(
    "Working together is not a race. It goes back and forth, it takes time, and it is not right for every service at "
    "every moment. The top is not always where you want to be."
)
if assessment.one_question_each:
    look.note("One question each: this short profile is a first sketch. The full form asks more about every theme.")
if not any(axis.score is not None for axis in rows):
    st.info("There are too few answers yet for a picture.", icon=":material/edit:")
    if st.button("Go to the questions", key="to-questions"):
        session.go_to_section(visit.progress.first_open)
        go("answer")
else:
    profile.figures(rows)

st.header("Theme by theme", anchor=False)
for result in assessment.dimensions:
    profile.dimension(result, targets.get(result.dimension.id), visit)

if st.button("What surrounds us", type="primary", icon=":material/arrow_forward:", icon_position="right", key="next"):
    go("factors")
