"""What helps, what hinders: the external factors these answers raise, and all others to browse."""

import streamlit as st

from cosmos_app.content import catalogue as offers
from cosmos_app.storage.current import store
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.solo import factors as texts
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of, next_button
from cosmos_app.web.views.solo import factors, targets

participation = session.participation()
if participation is None:
    go("start")
    st.stop()

elements.title(texts.FACTORS_TITLE(), "factors", texts.FACTORS_LEAD())
assessment = participation.assessment
loci = store().loci(participation.seat.workshop)
catalogue = offers.catalogues().factors

st.header(texts.WORTH_A_LOOK(), anchor=False)
if not assessment.external_factors:
    elements.nothing_yet(texts.NONE_RAISED(), texts.NONE_RAISED_DO())
for raised in assessment.external_factors[: factors.FIRST]:
    factors.raised(raised, loci.get(raised.factor.id), participation, assessment)
if rest := assessment.external_factors[factors.FIRST :]:
    with st.expander(texts.LESS_STRONGLY(len(rest)), key="less-strongly"):
        for raised in rest:
            factors.raised(raised, loci.get(raised.factor.id), participation, assessment)
for card in assessment.cards:
    item = participation.questionnaire.by_id[card.item]
    with st.container(border=True, key=f"card:{card.item}"):
        st.markdown(texts.OUTSIDE_CONTROL(question=plain(item.stem(participation.seat.family))))
        targets.whose_hands(
            participation.seat.workshop, card.item, loci.get(card.item), session.holder_of(participation.seat)
        )

st.header(texts.YOUR_OWN(), anchor=False)
factors.own_factors(participation, loci)

st.header(texts.ALL_FACTORS(), anchor=False)
elements.note(texts.NOT_RAISED())
up = {raised.factor.id for raised in assessment.external_factors}
for category, title in catalogue.categories.items():
    quiet = [factor for factor in catalogue.factors if factor.category == category and factor.id not in up]
    if not quiet:
        continue
    with st.expander(texts.OF_CATEGORY(category=plain(title), n=len(quiet)), key=f"category:{category}"):
        for factor in quiet:
            factors.browsed(factor, loci.get(factor.id), participation)

next_button("factors", journey_of(participation))
