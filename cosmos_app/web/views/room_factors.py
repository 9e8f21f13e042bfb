"""Parts of what surrounds a room: the external factors its answers raise, decided on together."""

from functools import partial
from html import escape

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts.reasons import reasons_for
from cosmos_app.texts.room.desk import NO_FACTORS
from cosmos_app.texts.solo import DIRECTIONS, MARKS, plain
from cosmos_app.web import elements, session
from cosmos_app.web.views import targets
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import definition
from models.answers import LONGEST_NAME, LONGEST_NOTE
from models.definition import Questionnaire
from models.external_factors import MOST_RAISED, RaisedFactor


def board(room: Room, *, at_desk: bool) -> None:
    """Show what lies around the work: raised by answers, called outside our control, or named by the room.

    Args:
        room: The room.
        at_desk: Whether it can be changed here, else it is only shown.
    """
    marked = store().loci(room.id)
    empty = True
    for name in room.definitions:
        questionnaire, told = definition(room.definitions[name])[0], rooms.profile(room, name)
        if told is None:
            continue
        for one in told.factors[:MOST_RAISED]:
            empty = False
            with st.container(key=f"factor-{name}-{one.factor.id}", border=True):
                _factor(one, questionnaire)
                _mark(room, one.factor.id, marked.get(one.factor.id), at_desk=at_desk)
        for card in told.cards:
            empty = False
            with st.container(key=f"factor-{name}-card-{card.item.replace('.', '-')}", border=True):
                stem = questionnaire.by_id[card.item].stem(None)
                st.html(f'<p class="cosmos-direction cosmos-both">Outside our control</p><p>{escape(stem)}</p>')
                _mark(room, card.item, marked.get(card.item), at_desk=at_desk)
    if empty:
        elements.nothing_yet(NO_FACTORS)
    _own(room, at_desk=at_desk)


def _factor(one: RaisedFactor, questionnaire: Questionnaire) -> None:
    why = reasons_for(one, questionnaire, catalogue.catalogues().placements)
    st.html(
        f'<p class="cosmos-direction cosmos-{one.factor.direction}">{DIRECTIONS[one.factor.direction]}</p>'
        f'<h3 class="cosmos-factor">{escape(one.factor.name)}</h3><p>{escape(one.factor.why)}</p>'
        f"<p><strong>Answers to these questions bring it up</strong></p><ul>{elements.bullets(why)}</ul>"
        f"<p><strong>To talk about</strong></p><ul>{elements.bullets(one.factor.questions)}</ul>"
    )


def _mark(room: Room, subject: str, mark: str | None, *, at_desk: bool) -> None:
    """Let the room say whose hands something is in, or show what it said."""
    if at_desk:
        targets.whose_hands(room.id, subject, mark)
    elif mark:
        st.html(f'<p class="cosmos-worth">{escape(MARKS[mark])}</p>')


def _own(room: Room, *, at_desk: bool) -> None:
    """List what the room named itself, and let it name more."""
    marked = store().loci(room.id)
    for own in store().own_factors(room.id):
        with st.container(key=f"own-{own.id}", border=True):
            st.html(f'<h3 class="cosmos-factor">{escape(own.name)}</h3><p>{escape(own.note)}</p>')
            _mark(room, own.id, marked.get(own.id), at_desk=at_desk)
            if at_desk and st.button("Remove", key=f"drop-{own.id}", help=plain(own.name)):
                session.keep(partial(store().drop_own_factor, room.id, own.id))
                st.rerun()
    if not at_desk:
        return
    with st.form("own-factor", clear_on_submit=True):
        name = st.text_input("What else shapes this work from outside?", max_chars=LONGEST_NAME)
        note = st.text_area(
            "A word about it", max_chars=LONGEST_NOTE, height=80, placeholder="Please don't name anyone."
        )
        if st.form_submit_button("Add it") and name.strip():
            session.keep(partial(store().add_own_factor, room.id, name.strip(), note.strip()))
            st.rerun()
