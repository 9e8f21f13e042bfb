"""Views of what surrounds a room: the external factors its answers raise, decided on together."""

from collections.abc import Mapping
from functools import partial
from html import escape

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.storage import Locus, Room
from cosmos_app.storage.current import store
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.page import NAME_NOBODY, TO_TALK_ABOUT
from cosmos_app.texts.reasons import reasons_for
from cosmos_app.texts.room import factors as texts
from cosmos_app.texts.solo.factors import DIRECTIONS, LOCI
from cosmos_app.web import elements, session
from cosmos_app.web.views.solo import targets
from cosmos_app.workshop.participation import definition
from models.answers import LONGEST_NAME, LONGEST_NOTE
from models.definition import Questionnaire
from models.external_factors import MOST_RAISED, RaisedFactor
from models.reveal import GroupProfile


def board(room: Room, profiles: Mapping[str, GroupProfile | None], *, at_desk: bool) -> None:
    """Show what lies around the work: raised by answers, called outside our control, or named by the room.

    Args:
        room: The room.
        profiles: Its profiles, by questionnaire id.
        at_desk: Whether it can be changed here, else it is only shown.
    """
    loci = store().loci(room.id)
    empty = True
    for name in room.definitions:
        questionnaire, profile = definition(room.definitions[name])[0], profiles[name]
        if profile is None:
            continue
        for raised in profile.factors[:MOST_RAISED]:
            empty = False
            with st.container(key=f"factor:{name}/{raised.factor.id}", border=True):
                _factor(raised, questionnaire)
                _locus(room, raised.factor.id, loci.get(raised.factor.id), at_desk=at_desk)
        for card in profile.cards:
            empty = False
            with st.container(key=f"factor:{name}/card/{card.item}", border=True):
                stem = questionnaire.by_id[card.item].stem(None)
                outside = escape(texts.OUTSIDE())
                st.html(f'<p class="cosmos-direction cosmos-both">{outside}</p><p>{escape(stem)}</p>')
                _locus(room, card.item, loci.get(card.item), at_desk=at_desk)
    if empty:
        elements.nothing_yet(texts.NO_FACTORS())
    _own(room, loci, at_desk=at_desk)


def _factor(raised: RaisedFactor, questionnaire: Questionnaire) -> None:
    factor, why = raised.factor, reasons_for(raised, questionnaire, catalogue.catalogues().placements)
    st.html(
        f'<p class="cosmos-direction cosmos-{factor.direction}">{escape(DIRECTIONS[factor.direction]())}</p>'
        f'<h3 class="cosmos-factor">{escape(factor.name)}</h3><p>{escape(factor.why)}</p>'
        f"<p><strong>{escape(texts.BROUGHT_UP_BY())}</strong></p><ul>{elements.bullets(why)}</ul>"
        f"<p><strong>{escape(TO_TALK_ABOUT())}</strong></p><ul>{elements.bullets(factor.questions)}</ul>"
    )


def _locus(room: Room, subject: str, locus: str | None, *, at_desk: bool) -> None:
    """At the desk, ask whose hands something is in; elsewhere show what the room said."""
    if at_desk:
        targets.whose_hands(room.id, subject, locus)
    elif locus:
        st.html(f'<p class="cosmos-worth">{escape(LOCI[locus]())}</p>')


def _own(room: Room, loci: Mapping[str, Locus], *, at_desk: bool) -> None:
    """List what the room named itself, and let it name more."""
    for own in store().own_factors(room.id):
        with st.container(key=f"own-{own.id}", border=True):
            st.html(f'<h3 class="cosmos-factor">{escape(own.name)}</h3><p>{escape(own.note)}</p>')
            _locus(room, own.id, loci.get(own.id), at_desk=at_desk)
            if at_desk and st.button(texts.REMOVE(), key=f"drop-{own.id}", help=plain(own.name)):
                session.keep(partial(store().drop_own_factor, room.id, own.id))
                st.rerun()
    if not at_desk:
        return
    with st.form("own-factor", clear_on_submit=True):
        name = st.text_input(texts.OWN(), max_chars=LONGEST_NAME)
        note = st.text_area(texts.OWN_NOTE(), max_chars=LONGEST_NOTE, height=80, placeholder=NAME_NOBODY())
        if st.form_submit_button(texts.ADD()) and name.strip():
            session.keep(partial(store().add_own_factor, room.id, name.strip(), note.strip()))
            st.rerun()
