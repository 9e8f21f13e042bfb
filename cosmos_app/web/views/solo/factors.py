"""External factors: a card for each, whose hands it is in, and the factors people add themselves."""

from collections.abc import Mapping
from functools import partial
from html import escape

import streamlit as st

from cosmos_app.storage.current import store
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.page import NAME_NOBODY, TO_TALK_ABOUT
from cosmos_app.texts.reasons import own_reasons
from cosmos_app.texts.solo.factors import A_WORD_ABOUT_IT, ADD_IT, DIRECTIONS, REMOVE_FACTOR, WHAT_ELSE, WHY_HERE
from cosmos_app.web import elements, session
from cosmos_app.web.views.solo import targets
from cosmos_app.workshop.participation import Participation
from models.assessment import Assessment
from models.catalogues import Factor
from models.external_factors import RaisedFactor

FIRST = 3
"""How many raised factors are in sight at first; a room has no time to discuss more."""


def raised(factor: RaisedFactor, locus: str | None, participation: Participation, assessment: Assessment) -> None:
    """Show a raised factor: why it matters, why here, what to ask, and whose hands it is in."""
    with st.container(border=True, key=f"factor:{factor.factor.id}"):
        st.html(_factor_head(factor.factor))
        why_here = own_reasons(factor, assessment, participation.sheet)
        st.html(f"<p><strong>{WHY_HERE()}</strong></p><ul>{elements.bullets(why_here)}</ul>")
        _questions(factor.factor)
        targets.whose_hands(participation.seat.workshop, factor.factor.id, locus, session.holder_of(participation.seat))


def browsed(factor: Factor, locus: str | None, participation: Participation) -> None:
    """Show a factor that nothing raised."""
    st.html(_factor_head(factor))
    _questions(factor)
    targets.whose_hands(participation.seat.workshop, factor.id, locus, session.holder_of(participation.seat))


def _factor_head(factor: Factor) -> str:
    return (
        f'<p class="cosmos-direction cosmos-{factor.direction}">{DIRECTIONS[factor.direction]()}</p>'
        f'<h3 class="cosmos-factor">{escape(factor.name)}</h3><p>{escape(factor.why)}</p>'
    )


def _questions(factor: Factor) -> None:
    st.markdown(elements.list_under(TO_TALK_ABOUT(), factor.questions))


def own_factors(participation: Participation, loci: Mapping[str, str]) -> None:
    """List the factors people named themselves, and let them name another."""
    workshop, mine = participation.seat.workshop, session.holder_of(participation.seat)
    for own in store().own_factors(workshop):
        with st.container(border=True, key=f"own-{own.id}"):
            # As HTML, because Markdown would make a link of every address in what people wrote.
            st.html(f'<h3 class="cosmos-factor">{escape(own.name)}</h3><p>{escape(own.note)}</p>')
            targets.whose_hands(workshop, own.id, loci.get(own.id), mine)
            if st.button(REMOVE_FACTOR(name=plain(own.name)), key=f"drop-{own.id}"):
                session.keep(partial(store().drop_own_factor, workshop, own.id), mine)
                st.rerun()
    with st.form("own-factor", clear_on_submit=True):
        name = st.text_input(WHAT_ELSE(), max_chars=120)
        text = st.text_area(A_WORD_ABOUT_IT(), max_chars=1000, height=80, placeholder=NAME_NOBODY())
        if st.form_submit_button(ADD_IT()) and name.strip():
            session.keep(partial(store().add_own_factor, workshop, name.strip(), text.strip()), mine)
            st.rerun()
