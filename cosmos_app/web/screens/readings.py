"""How others may read it: the visitor's rating of an invented story beside other ways of reading it."""

import streamlit as st

from cosmos_app.web import elements, session
from cosmos_app.web.routes import go
from cosmos_app.web.views import readings

participation = session.participation()
if participation is None:
    go("start")
    st.stop()

elements.title(
    "How others may read it",
    "readings",
    "The same story, read in good faith, leads people to different situations. That is what the talk is for.",
)
for item in participation.questionnaire.items:
    readings.on_item(item, participation.case.readings[item.id] if participation.case else (), participation)

st.header("To talk about", anchor=False)
st.markdown(
    "- Where did you weigh one sentence of the story more than another?\n"
    "- Whose word in the story did you believe, and why?\n"
    "- Which question would you need to ask before you could be sure?"
)
elements.note(
    "How to read the situations: when only part of one is true, the one before it fits. A rule on paper does not "
    "count until somebody could name an example."
)
if st.button("Now look at your own work", type="primary", icon=":material/arrow_forward:", icon_position="right"):
    go("start")
