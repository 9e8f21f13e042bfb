"""Parts of the room on a participant's phone: what is theirs to do now, and their seat."""

from functools import partial
from html import escape

import streamlit as st

from cosmos_app.settings import public_address
from cosmos_app.storage import Feedback, Room
from cosmos_app.storage.current import store
from cosmos_app.texts.room.participants import (
    ANOTHER_PERSON,
    ANOTHER_PERSON_NOTE,
    CLOSED_ROUND,
    CONSENT,
    CONSENT_CHOICES,
    CONSENT_SAFE,
    CONSENT_TITLE,
    DONE_TOLD,
    FEEDBACK_HEARD,
    FEEDBACK_KEPT,
    FEEDBACK_NOTE,
    FEEDBACK_STEPS,
    FEEDBACK_TITLE,
    FEEDBACK_WORDS,
    FEEDBACK_WORTH,
    HELD,
    LEAVE_NOTE,
    LEAVE_SURE,
    LEAVE_TOO_LATE,
    NEED_NOT_OWN,
    SECOND_ROUND,
    WAITING,
    WHERE_TO_TYPE,
    YOUR_ANSWER,
    YOUR_ANSWER_NONE,
)
from cosmos_app.texts.solo import plain
from cosmos_app.texts.values import answer_read
from cosmos_app.web import elements, session, widgets
from cosmos_app.web.routes import SCREENS, go
from cosmos_app.web.views import wall
from cosmos_app.workshop.participation import Participation
from models.answers import LONGEST_NOTE

LOOKS_UP_EVERY = 4.0
"""Seconds between two looks at where the room is: soon enough to follow a talk, seldom enough for sixty phones."""


def to_do(room: Room, participation: Participation) -> None:
    """Offer what a person can do in this phase."""
    match room.workshop.phase, room.workshop.round:
        case "open", 1:
            _answering(participation)
            consent(room, participation)
        case "open", _:
            st.info(SECOND_ROUND, icon=":material/replay:")
            _answering(participation)
        case "frozen", _:
            st.info(CLOSED_ROUND, icon=":material/lock:")
            if participation.seat.late or participation.held:
                elements.note(HELD[participation.seat.late])
            if room.workshop.round == 1:
                consent(room, participation)
        case "revealed", _:
            if participation.seat.late:
                elements.note(HELD[True])
            _own_answer(room, participation)
        case _:
            pass
    if wall.step_of(room) == "close" and room.workshop.phase != "closed":
        feedback(room, participation)


def _answering(participation: Participation) -> None:
    """Lead back to the questions; the button is the first thing to see while something is open."""
    unfinished = not participation.seat.finished
    if not unfinished:
        st.success(DONE_TOLD, icon=":material/check:")
        elements.note(WAITING)
    label = "Go on answering" if unfinished else "Change my answers"
    if st.button(label, type="primary" if unfinished else "secondary", key="to-answers"):
        session.done(yes=False)
        go("answer")


def _own_answer(room: Room, participation: Participation) -> None:
    """Remind a person, and nobody else, of what they answered to the question that is talked about."""
    found = wall.focused(room)
    if found is None:
        return
    name, one, _ = found
    own = store().own_sheet(participation.seat.participant, name, room.workshop.round)[0].responses.get(one.item.id)
    own = own or store().own_sheet(participation.seat.participant, name, 1)[0].responses.get(one.item.id)
    words = answer_read(one.item, own.answer) if own else ""
    with st.expander("Your own answer", key="own-answer", icon=":material/lock:"):  # a neighbour may see this phone
        told = YOUR_ANSWER.format(answer=words) if words else YOUR_ANSWER_NONE
        st.html(f'<p class="cosmos-own">{escape(told)}</p>')
    elements.note(NEED_NOT_OWN)


def consent(room: Room, participation: Participation) -> None:
    """Ask in private whether small groups may be shown; until the first reveal, and never told to anyone."""
    said_so = participation.seat.consents is not None
    with st.expander(CONSENT_TITLE, expanded=not said_so, key="consent-fold", icon=":material/lock:"):
        elements.note(CONSENT.format(k=room.plan.smallest_group))
        elements.note(CONSENT_SAFE)
        held = {True: "yes", False: "no", None: None}[participation.seat.consents]

        def keep(choice: str | None) -> None:
            store().say_consent(participation.seat.participant, None if choice is None else choice == "yes")

        widgets.pick("Show small groups?", CONSENT_CHOICES, held, "consent", keep)


def feedback(room: Room, participation: Participation) -> None:
    """Ask for a minute of feedback on the workshop; what is said again takes the place of what was said before."""
    with st.form("feedback"):
        st.header(FEEDBACK_TITLE, anchor=False)
        heard = st.radio(FEEDBACK_HEARD, FEEDBACK_STEPS, index=None, horizontal=True, key="feedback-heard")
        worth = st.radio(FEEDBACK_WORTH, FEEDBACK_STEPS, index=None, horizontal=True, key="feedback-worth")
        words = st.text_area(
            FEEDBACK_WORDS,
            max_chars=LONGEST_NOTE,
            height=80,
            placeholder="Please don't name anyone.",
            key="feedback-words",
        )
        elements.note(FEEDBACK_NOTE.format(k=room.plan.smallest_group))
        if st.form_submit_button("Send it", type="primary"):
            told = Feedback(heard=_step(heard), worth=_step(worth), words=words.strip())
            if session.keep(partial(store().keep_feedback, participation.seat.participant, told)):
                st.success(FEEDBACK_KEPT)


def _step(chosen: str | None) -> int | None:
    return None if chosen is None else FEEDBACK_STEPS.index(chosen)


def my_seat(participation: Participation) -> None:
    """What a person may do with their seat: come back from elsewhere, help another, leave."""
    with st.expander("My seat: another device, another person, leaving", icon=":material/chair_alt:", key="my-seat"):
        st.link_button("See what is on the wall", "/presenter", icon=":material/tv:")
        st.markdown("**Come back from another device**")
        if st.button("Give me a code", key="give-code") and (code := session.new_code(participation)):
            elements.said(code, "cosmos-code")
            elements.note(WHERE_TO_TYPE.format(address=f"{public_address() or session.origin()}/join"))
        st.markdown(f"**{plain(ANOTHER_PERSON)}**")
        elements.note(ANOTHER_PERSON_NOTE)
        if participation.workshop.can_join and st.button("Make room for another person", key="help-another"):
            session.help_another()
            sitting = store().sittings(participation.seat.workshop)[0]
            st.switch_page(SCREENS["join"].file, query_params={"code": sitting.code})
        st.markdown("**Erase my answers and leave**")
        if (participation.workshop.phase, participation.workshop.round) != ("open", 1):
            elements.note(LEAVE_TOO_LATE)
            return
        elements.note(LEAVE_NOTE)
        sure = st.checkbox(LEAVE_SURE, key="sure")
        if st.button("Erase and leave", disabled=not sure, key="leave") and session.leave(participation):
            go("start")
