"""Profile: the picture, the figures, and why each is what it is."""

import streamlit as st

from cosmos_app import look, parts, session
from cosmos_app.charts.axes import axes, spoken
from cosmos_app.charts.dots import profile_dots
from cosmos_app.charts.radar import maturity_radar
from cosmos_app.navigation import go

visit = session.visit()
if visit is None:
    go("start")
    st.stop()

assessment = visit.assessment
rows = axes(assessment, visit.targets)
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
    if st.button("Go to the questions", type="primary", key="to-questions"):
        go("answer")
    st.stop()

plain_view = {"displayModeBar": False, "scrollZoom": False}
radar, dots = st.columns(2, gap="medium")
with radar:
    st.header("The shape", anchor=False)
    st.plotly_chart(maturity_radar(rows), config=plain_view, theme=None, key="radar", alt=f"Radar. {spoken(rows)}")
with dots:
    st.header("The answers behind it", anchor=False)
    st.plotly_chart(profile_dots(rows), config=plain_view, theme=None, key="dots", alt=f"Dots. {spoken(rows)}")
parts.profile_table(rows)

st.header("Theme by theme", anchor=False)
for result in assessment.dimensions:
    parts.dimension(result, visit.targets.get(result.dimension.id), visit)

if st.button("What surrounds us", type="primary", icon=":material/arrow_forward:", icon_position="right", key="next"):
    go("factors")
