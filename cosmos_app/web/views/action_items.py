"""Parts of what a room will do: actions with owner and date, what became of them, and what is parked."""

from collections.abc import Mapping
from functools import partial
from html import escape

import streamlit as st

from cosmos_app.storage import Action, Room
from cosmos_app.storage.current import store
from cosmos_app.texts.room.desk import MOST_ACTIONS, NO_ACTIONS, NO_LAST_ACTIONS
from cosmos_app.texts.room.participants import AFTER_BECAME, AFTER_BECAME_NONE
from cosmos_app.texts.solo import plain
from cosmos_app.web import elements, session, widgets
from cosmos_app.web.response_form import Parts
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import definition
from models.answers import LONGEST_NAME, LONGEST_NOTE

ENOUGH = 3
"""Actions a room is asked for; it may write more, and is told that fewer get done."""


def told(room: Room, actions: tuple[Action, ...], subjects: Mapping[str, str] | None = None) -> None:
    """Show actions, and what became of each; *subjects* as ``subjects_of`` gives them, if they are known already."""
    if subjects is None:
        subjects = subjects_of(room) if actions else {}
    for one in actions:
        where = " · ".join(filter(None, (one.owner, one.due)))
        origin = subjects.get(one.subject, "")
        became = one.became or (AFTER_BECAME_NONE if room.workshop.phase == "closed" else "")
        st.html(
            f'<div class="cosmos-action cosmos-{one.status}"><p><strong>{escape(one.what)}</strong></p>'
            f'<p class="cosmos-note">{escape(where)}{f" · from: {escape(origin)}" if origin else ""}</p>'
            f"<p>{escape(AFTER_BECAME[one.status])}{f'. {escape(became)}' if became else ''}</p></div>"
        )


def last_time(room: Room, *, at_desk: bool) -> None:
    """Show what was to be done since last time; at the desk, with room to say what became of it."""
    actions = rooms.last_actions(room)
    if not actions:
        if at_desk:
            elements.note(NO_LAST_ACTIONS)
        return
    if not at_desk or room.plan.previous is None:
        told(room, actions)
        return
    became(room.plan.previous, actions)


def became(workshop: str, actions: tuple[Action, ...]) -> None:
    """Let the facilitator keep what became of actions."""
    for one in actions:
        with st.container(key=f"row-action-{one.id}", border=True):
            st.html(
                f"<p><strong>{escape(one.what)}</strong></p><p class='cosmos-note'>{escape(one.owner)} "
                f"{escape(one.due)}</p>"
            )

            draft = widgets.Draft(
                f"became-{one.id}", {"status": one.status, "became": one.became}, partial(_keep_became, workshop, one)
            )
            widgets.kept(draft, session.fingerprint(one.status, one.became), partial(_became, draft))


def _keep_became(workshop: str, one: Action, changed: Parts) -> str | None:
    status, words = changed.get("status") or one.status, str(changed.get("became", one.became) or "").strip()
    if not session.keep(partial(store().change_action, workshop, one.id, status=status, became=words)):
        return None
    return session.fingerprint(status, words)


def _became(draft: widgets.Draft) -> None:
    options = list(AFTER_BECAME)
    st.radio(
        "How does it stand?",
        options,
        index=options.index(draft.start["status"]),
        format_func=AFTER_BECAME.__getitem__,
        horizontal=True,
        **draft.on("status"),
    )
    st.text_area(
        "What became of it, in plain words",
        draft.start["became"],
        max_chars=LONGEST_NOTE,
        height=70,
        placeholder="Also if nothing did, and why",
        **draft.on("became"),
    )


def write(room: Room) -> None:
    """Let the room write what it will do, and park the rest."""
    subjects = subjects_of(room)
    actions = store().actions(room.id)
    if not actions:
        elements.nothing_yet(NO_ACTIONS)
    for one in actions:
        with st.container(key=f"row-action-{one.id}", border=True):
            told(room, (one,), subjects)
            if st.button("Remove", key=f"drop-action-{one.id}", help=plain(one.what)):
                session.keep(partial(store().drop_action, room.id, one.id))
                st.rerun()
    if len(actions) >= ENOUGH:
        elements.note(MOST_ACTIONS)
    with st.form("action", clear_on_submit=True):
        st.header("An action", anchor=False)
        what = st.text_input("What will be done?", max_chars=LONGEST_NOTE)
        owner, due = st.columns(2)
        who = owner.text_input("Who sees to it? A role, not a name", max_chars=LONGEST_NAME)
        when = due.text_input("By when?", max_chars=LONGEST_NAME)
        subject = st.selectbox(
            "It comes from", ["", *subjects], format_func=lambda one: subjects.get(one, "Nothing in particular")
        )
        if st.form_submit_button("Add it") and what.strip():
            session.keep(partial(store().add_action, room.id, what.strip(), who.strip(), when.strip(), subject))
            st.rerun()
    parking(room, at_desk=True)


def parking(room: Room, *, at_desk: bool) -> None:
    """Show what is parked for another time."""
    parked = store().parked(room.id)
    if parked or at_desk:
        st.header("Parked for another time", anchor=False)
    for one in parked:
        words, door = st.columns([5, 1], vertical_alignment="center")
        words.html(f"<p>{escape(one.words)}</p>")
        if at_desk and door.button("Remove", key=f"unpark-{one.id}", help=plain(one.words)):
            session.keep(partial(store().unpark, room.id, one.id))
            st.rerun()
    if at_desk:
        with st.form("park", clear_on_submit=True):
            words_typed = st.text_input("Something to come back to", max_chars=LONGEST_NOTE)
            if st.form_submit_button("Park it") and words_typed.strip():
                session.keep(partial(store().park, room.id, words_typed.strip()))
                st.rerun()


def subjects_of(room: Room) -> Mapping[str, str]:
    """What an action may come from: the questions, and the factors that were raised or named; by what is kept."""
    found: dict[str, str] = {}
    for name in rooms.of_own_work(room):
        questionnaire = definition(room.definitions[name])[0]
        found |= {f"{name}/{item.id}": item.stem(None) for item in questionnaire.at_depth(room.depth)}
        if room.workshop.shows_scores and (profile := rooms.profile(room, name)) is not None:
            found |= {one.factor.id: one.factor.name for one in profile.factors}
    return found | {own.id: own.name for own in store().own_factors(room.id)}
