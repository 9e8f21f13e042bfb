"""What helps, what hinders: the external factors these answers raise, and all others to browse."""

import streamlit as st

from cosmos_app import look, session, shelf
from cosmos_app.navigation import go, next_button
from cosmos_app.parts import factors
from cosmos_app.visits import store
from cosmos_app.words import plain

visit = session.visit()
if visit is None:
    go("start")
    st.stop()

look.title(
    "What helps, what hinders",
    "factors",
    "Things outside the team that shape this work. Perhaps some of them are at work here; you will know better.",
)
assessment = visit.assessment
marked = store().marks(visit.seat.workshop)
catalogue = shelf.catalogues().factors

st.header("Perhaps worth a look", anchor=False)
if not assessment.external_factors:
    look.nothing_yet(
        "Your answers raise none so far.", "That does not mean there are none: look through the list below."
    )
for one in assessment.external_factors[: factors.FIRST]:
    factors.raised(one, marked.get(one.factor.id), visit, assessment)
if rest := assessment.external_factors[factors.FIRST :]:
    with st.expander(f"{len(rest)} more, raised less strongly", key="less-strongly"):
        for one in rest:
            factors.raised(one, marked.get(one.factor.id), visit, assessment)
for card in assessment.cards:
    item = visit.questionnaire.by_id[card.item]
    with st.container(border=True, key=f"card-{card.item.replace('.', '-')}"):
        st.markdown(f"**Outside our control:** {plain(item.stem(visit.seat.family))}")
        factors.marks(card.item, marked.get(card.item), visit)

st.header("Your own", anchor=False)
factors.own_factors(visit, marked)

st.header("All factors", anchor=False)
look.note("Not raised does not mean not there.")
up = {one.factor.id for one in assessment.external_factors}
for category, title in catalogue.categories.items():
    quiet = [one for one in catalogue.factors if one.category == category and one.id not in up]
    if not quiet:
        continue
    with st.expander(f"{plain(title)} ({len(quiet)})", key=f"category-{category}"):
        for factor in quiet:
            factors.browsed(factor, marked.get(factor.id), visit)

next_button("factors", visit.way)
