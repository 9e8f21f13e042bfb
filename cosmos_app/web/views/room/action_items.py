"""Views of what a room will do: actions with owner and date, what became of them, and what is parked."""

from collections.abc import Mapping
from functools import partial
from html import escape

import streamlit as st

from cosmos_app.storage import Action, Room
from cosmos_app.storage.current import store
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import in_words
from cosmos_app.texts.room import actions as texts
from cosmos_app.texts.room.participants import AFTER_BECAME, AFTER_BECAME_NONE, became_of
from cosmos_app.web import elements, session, widgets
from cosmos_app.web.response_form import Parts
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import definition
from models.answers import LONGEST_NAME, LONGEST_NOTE

ENOUGH = 3
"""Actions that a room is asked for; with this many, a note says that they are enough."""


def show(room: Room, actions: tuple[Action, ...], subjects: Mapping[str, str] | None = None) -> None:
    """Show actions, and what became of each; *subjects* are what ``subjects_of`` returned, if it was called already."""
    if subjects is None:
        subjects = subjects_of(room) if actions else {}
    for action in actions:
        subject = subjects.get(action.subject, "")
        origin = texts.FROM(subject=subject) if subject else ""
        details = " · ".join(filter(None, (action.owner, action.due, origin)))
        words = action.became or (AFTER_BECAME_NONE() if room.workshop.phase == "closed" else "")
        stands = became_of(action.status, words)
        st.html(
            f'<div class="cosmos-action cosmos-{action.status}"><p><strong>{escape(action.what)}</strong></p>'
            f'<p class="cosmos-note">{escape(details)}</p><p>{escape(stands)}</p></div>'
        )


def last_time(room: Room, *, at_desk: bool) -> None:
    """Show what was to be done since last time; at the desk, with room to say what became of it."""
    actions = rooms.last_actions(room)
    if not actions:
        if at_desk:
            elements.note(texts.NO_LAST_ACTIONS())
        return
    if not at_desk or room.plan.previous is None:
        show(room, actions)
        return
    became(room.plan.previous, actions)


def became(workshop: str, actions: tuple[Action, ...]) -> None:
    """Ask what became of each action, and keep it."""
    for action in actions:
        with st.container(key=f"row-action-{action.id}", border=True):
            st.html(
                f"<p><strong>{escape(action.what)}</strong></p><p class='cosmos-note'>{escape(action.owner)} "
                f"{escape(action.due)}</p>"
            )
            kept = {"status": action.status, "became": action.became}
            draft = widgets.Draft(f"became-{action.id}", kept, partial(_keep_became, workshop, action))
            widgets.kept(draft, session.fingerprint(action.status, action.became), partial(_became, draft))


def _keep_became(workshop: str, action: Action, changed: Parts) -> str | None:
    status = changed.get("status") or action.status
    words = str(changed.get("became", action.became) or "").strip()
    if not session.keep(partial(store().change_action, workshop, action.id, status=status, became=words)):
        return None
    return session.fingerprint(status, words)


def _became(draft: widgets.Draft) -> None:
    options = list(AFTER_BECAME)
    st.radio(
        texts.STATUS(),
        options,
        index=options.index(draft.start["status"]),
        format_func=in_words(AFTER_BECAME).__getitem__,
        horizontal=True,
        **draft.on("status"),
    )
    st.text_area(
        texts.BECAME(),
        draft.start["became"],
        max_chars=LONGEST_NOTE,
        height=70,
        placeholder=texts.BECAME_HINT(),
        **draft.on("became"),
    )


def write(room: Room) -> None:
    """Let the room write what it will do, and park the rest."""
    subjects = subjects_of(room)
    actions = store().actions(room.id)
    if not actions:
        elements.nothing_yet(texts.NO_ACTIONS())
    for action in actions:
        with st.container(key=f"row-action-{action.id}", border=True):
            show(room, (action,), subjects)
            if st.button(texts.REMOVE(), key=f"drop-action-{action.id}", help=plain(action.what)):
                session.keep(partial(store().drop_action, room.id, action.id))
                st.rerun()
    if len(actions) >= ENOUGH:
        elements.note(texts.MOST_ACTIONS())
    with st.form("action", clear_on_submit=True):
        st.header(texts.ACTION(), anchor=False)
        what = st.text_input(texts.WHAT(), max_chars=LONGEST_NOTE)
        owner, due = st.columns(2)
        who = owner.text_input(texts.OWNER(), max_chars=LONGEST_NAME)
        when = due.text_input(texts.DUE(), max_chars=LONGEST_NAME)
        subject = st.selectbox(
            texts.SUBJECT(), ["", *subjects], format_func=lambda key: subjects.get(key, texts.NO_SUBJECT())
        )
        if st.form_submit_button(texts.ADD()) and what.strip():
            session.keep(partial(store().add_action, room.id, what.strip(), who.strip(), when.strip(), subject))
            st.rerun()
    parking(room, at_desk=True)


def parking(room: Room, *, at_desk: bool) -> None:
    """Show what is parked for another time."""
    parked = store().parked(room.id)
    if parked or at_desk:
        st.header(texts.PARKED(), anchor=False)
    for subject in parked:
        words, button = st.columns([5, 1], vertical_alignment="center")
        words.html(f"<p>{escape(subject.words)}</p>")
        if at_desk and button.button(texts.REMOVE(), key=f"unpark-{subject.id}", help=plain(subject.words)):
            session.keep(partial(store().unpark, room.id, subject.id))
            st.rerun()
    if at_desk:
        with st.form("park", clear_on_submit=True):
            words_typed = st.text_input(texts.PARK_WHAT(), max_chars=LONGEST_NOTE)
            if st.form_submit_button(texts.PARK()) and words_typed.strip():
                session.keep(partial(store().park, room.id, words_typed.strip()))
                st.rerun()


def subjects_of(room: Room) -> Mapping[str, str]:
    """What an action may come from, by the key it is kept under: questions, and factors that were raised or named."""
    found: dict[str, str] = {}
    profiles = rooms.profiles(room) if room.workshop.shows_scores else {}
    for name in rooms.of_own_work(room):
        questionnaire = definition(room.definitions[name])[0]
        found |= {f"{name}/{item.id}": item.stem(None) for item in questionnaire.at_depth(room.depth)}
        if (profile := profiles.get(name)) is not None:
            found |= {raised.factor.id: raised.factor.name for raised in profile.factors}
    return found | {own.id: own.name for own in store().own_factors(room.id)}
