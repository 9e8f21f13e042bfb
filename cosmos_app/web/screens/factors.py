"""What helps, what hinders: the external factors these answers raise, and all others to browse."""

import streamlit as st

from cosmos_app.content import catalogue as offers
from cosmos_app.storage.current import store
from cosmos_app.texts.solo import plain
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of, next_button
from cosmos_app.web.views import factors

participation = session.participation()
if participation is None:
    go("start")
    st.stop()

elements.title(
    "What helps, what hinders",
    "factors",
    "Things outside the team that shape this work. Perhaps some of them are at work here; you will know better.",
)
assessment = participation.assessment
marked = store().loci(participation.seat.workshop)
catalogue = offers.catalogues().factors

st.header("Perhaps worth a look", anchor=False)
if not assessment.external_factors:
    elements.nothing_yet(
        "Your answers raise none so far.", "That does not mean there are none: look through the list below."
    )
for one in assessment.external_factors[: factors.FIRST]:
    factors.raised(one, marked.get(one.factor.id), participation, assessment)
if rest := assessment.external_factors[factors.FIRST :]:
    with st.expander(f"{len(rest)} more, raised less strongly", key="less-strongly"):
        for one in rest:
            factors.raised(one, marked.get(one.factor.id), participation, assessment)
for card in assessment.cards:
    item = participation.questionnaire.by_id[card.item]
    with st.container(border=True, key=f"card-{card.item.replace('.', '-')}"):
        st.markdown(f"**Outside our control:** {plain(item.stem(participation.seat.family))}")
        factors.marks(card.item, marked.get(card.item), participation)

st.header("Your own", anchor=False)
factors.own_factors(participation, marked)

st.header("All factors", anchor=False)
elements.note("Not raised does not mean not there.")
up = {one.factor.id for one in assessment.external_factors}
for category, title in catalogue.categories.items():
    quiet = [one for one in catalogue.factors if one.category == category and one.id not in up]
    if not quiet:
        continue
    with st.expander(f"{plain(title)} ({len(quiet)})", key=f"category-{category}"):
        for factor in quiet:
            factors.browsed(factor, marked.get(factor.id), participation)

next_button("factors", journey_of(participation))
