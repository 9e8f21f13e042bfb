"""The room on a participant's phone: what they can do now, and their seat."""

from functools import partial
from html import escape

import streamlit as st

from cosmos_app.settings import public_address
from cosmos_app.storage import Feedback, Room
from cosmos_app.storage.current import store
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import in_words
from cosmos_app.texts.page import COME_BACK, GIVE_ME_A_CODE, NAME_NOBODY
from cosmos_app.texts.room import participants as texts
from cosmos_app.texts.room.head_count import LOOK_AROUND
from cosmos_app.texts.values import answer_read
from cosmos_app.web import elements, file_addresses, session, widgets
from cosmos_app.web.routes import SCREENS, go
from cosmos_app.web.views.room import head_count, shared_view
from cosmos_app.workshop.participation import Participation
from models.answers import LONGEST_NOTE


def to_do(room: Room, participation: Participation) -> None:
    """Offer what a person can do in this phase."""
    match room.workshop.phase, room.workshop.round:
        case "open", 1:
            _answering(participation)
            consent(room, participation)
        case "open", _:
            st.info(texts.SECOND_ROUND(), icon=":material/replay:")
            _answering(participation)
        case "frozen", _:
            if participation.seat.idle:
                head_count.still_there(participation.seat)
            st.info(texts.CLOSED_ROUND(), icon=":material/lock:")
            if participation.seat.late or participation.held:
                elements.note(texts.HELD[participation.seat.late]())
            if room.workshop.round == 1:
                elements.note(LOOK_AROUND())
                consent(room, participation)
        case "revealed", _:
            if participation.seat.late:
                elements.note(texts.HELD[True]())
            _own_answer(room, participation)
        case _:
            pass
    if shared_view.step_of(room) == "close" and room.workshop.phase != "closed":
        feedback(room, participation)


def _answering(participation: Participation) -> None:
    """Show the button back to the questions; it is the main button until the person says that they are done."""
    unfinished = not participation.seat.finished
    if not unfinished:
        st.success(texts.DONE(), icon=":material/check:")
        elements.note(texts.WAITING())
    label = texts.GO_ON_ANSWERING() if unfinished else texts.CHANGE_MY_ANSWERS()
    if st.button(label, type="primary" if unfinished else "secondary", key="to-answers"):
        session.mark_finished(finished=False)
        go("answer")


def _own_answer(room: Room, participation: Participation) -> None:
    """Remind a person, and nobody else, of what they answered to the question that is talked about."""
    found = shared_view.focused(room)
    if found is None:
        return
    name, dots, _ = found
    own = store().own_sheet(participation.seat.participant, name, room.workshop.round)[0].responses.get(dots.item.id)
    own = own or store().own_sheet(participation.seat.participant, name, 1)[0].responses.get(dots.item.id)
    words = answer_read(dots.item, own.answer) if own else ""
    # Folded away, because a neighbour may see this phone.
    with st.expander(texts.YOUR_OWN_ANSWER(), key="own-answer", icon=":material/lock:"):
        text = texts.YOUR_ANSWER(answer=words) if words else texts.YOUR_ANSWER_NONE()
        st.html(f'<p class="cosmos-own">{escape(text)}</p>')
    elements.note(texts.NEED_NOT_OWN())


def consent(room: Room, participation: Participation) -> None:
    """Ask in private whether small groups may be shown, until the first reveal; the answer is shown to nobody."""
    said_so = participation.seat.consents is not None
    with st.expander(texts.CONSENT_TITLE(), expanded=not said_so, key="consent-fold", icon=":material/lock:"):
        elements.note(texts.CONSENT(k=room.plan.smallest_group))
        elements.note(texts.CONSENT_SAFE())
        held = {True: "yes", False: "no", None: None}[participation.seat.consents]

        mine = session.holder_of(participation.seat)

        def keep(choice: str | None) -> None:
            store().say_consent(participation.seat.participant, None if choice is None else choice == "yes")

        widgets.pick(texts.CONSENT_ASK(), in_words(texts.CONSENT_CHOICES), held, "consent", keep, mine)


def feedback(room: Room, participation: Participation) -> None:
    """Ask for feedback on the workshop; sending it again replaces what was sent before."""
    with st.form("feedback"):
        st.header(texts.FEEDBACK_TITLE(), anchor=False)
        heard = _step(texts.FEEDBACK_HEARD(), "feedback-heard")
        worth = _step(texts.FEEDBACK_WORTH(), "feedback-worth")
        words = st.text_area(
            texts.FEEDBACK_WORDS(),
            max_chars=LONGEST_NOTE,
            height=80,
            placeholder=NAME_NOBODY(),
            key="feedback-words",
        )
        elements.note(texts.FEEDBACK_NOTE(k=room.plan.smallest_group))
        if st.form_submit_button(texts.FEEDBACK_SEND(), type="primary"):
            given = Feedback(heard=heard, worth=worth, words=words.strip())
            keep = partial(store().keep_feedback, participation.seat.participant, given)
            session.keep(keep, session.holder_of(participation.seat))
    # Told from the store, not by the click: the next refresh, up to four seconds away, would wipe it off again.
    if store().gave_feedback(participation.seat.participant):
        st.success(texts.FEEDBACK_KEPT(), icon=":material/check:")


def _step(question: str, key: str) -> int | None:
    """Ask how far something is so; gives the step from 0, None if nothing was chosen."""
    steps = [step() for step in texts.FEEDBACK_STEPS]
    chosen = st.radio(question, steps, index=None, horizontal=True, key=key)
    return None if chosen is None else steps.index(chosen)


def my_seat(participation: Participation) -> None:
    """What a person may do with their seat: come back from elsewhere, help another, leave."""
    with st.expander(texts.MY_SEAT(), icon=":material/chair_alt:", key="my-seat"):
        st.link_button(texts.SEE_THE_WALL(), "/presenter", icon=":material/tv:")
        st.markdown(f"**{COME_BACK()}**")
        if st.button(GIVE_ME_A_CODE(), key="give-code") and (code := session.new_code(participation)):
            elements.announce(code, "cosmos-code")
            elements.note(texts.WHERE_TO_TYPE(address=f"{public_address() or session.origin()}/join"))
        st.markdown(f"**{plain(texts.ANOTHER_PERSON())}**")
        elements.note(texts.ANOTHER_PERSON_NOTE())
        if participation.workshop.can_join and st.button(texts.MAKE_ROOM(), key="help-another"):
            session.help_another()
            sitting = store().sittings(participation.seat.workshop)[0]
            st.switch_page(SCREENS["join"].file, query_params={"code": sitting.code})
        if not participation.workshop.can_leave:
            st.markdown(f"**{texts.MY_COPY()}**")
            elements.note(texts.MY_COPY_NOTE())
            with st.container(key="my-copy", horizontal=True):
                for ending, label in texts.MY_COPY_FORMATS.items():
                    elements.download(label(), file_addresses.own_copy_of(ending), f"my-copy{ending.replace('.', '-')}")
        st.markdown(f"**{texts.LEAVE()}**")
        if not participation.workshop.can_leave:
            elements.note(texts.LEAVE_TOO_LATE())
            return
        elements.note(texts.LEAVE_NOTE())
        sure = st.checkbox(texts.LEAVE_SURE(), key="sure")
        if st.button(texts.LEAVE_NOW(), disabled=not sure, key="leave") and session.leave(participation):
            go("start")
