"""Views of counting people and seats: side by side for everybody; at the desk, what stops the dots and what to do."""

from functools import partial
from html import escape

import streamlit as st

from cosmos_app.storage import Room, Seat
from cosmos_app.storage.clock_and_ids import now_here
from cosmos_app.storage.current import store
from cosmos_app.texts.room import head_count as texts
from cosmos_app.web import elements, refresh, session
from cosmos_app.workshop.rooms import Counts
from models.seat_count import IDLE_SECONDS, MOST_HEADS, SeatCount
from models.smallest_group import threshold


def side_by_side(count: SeatCount) -> None:
    """Show how many people were counted, how many seats there are, and how many of these are on paper or shared."""
    st.html(list_of(count))


def list_of(count: SeatCount) -> str:
    """The same as a list in HTML."""
    heads = texts.NOT_COUNTED() if count.heads is None else str(count.heads)
    rows = [(texts.HEADS(), heads), (texts.SEATS(), count.seats), (texts.PAPER(), count.paper)]
    rows += [(texts.SHARED(), count.shared), *([(texts.REMOVED(), count.removed)] if count.removed else [])]
    items = "".join(
        f"<li>{texts.LABELLED(label=escape(label), number=f'<strong>{escape(str(number))}</strong>')}</li>"
        for label, number in rows
    )
    return f'<ul class="cosmos-families">{items}</ul>'


def too_few_yet(room: Room, counts: Counts) -> None:
    """Say at the desk that too few have joined so far, or too few of them on phones, and what can be done about it."""
    k = threshold(room.plan.smallest_group)
    if counts.seats.phones_are_few(k):
        elements.note(texts.PHONES_TOO_FEW(k=k))
    elif counts.seats.seats < k:
        elements.note(texts.TOO_FEW_JOINED(k=k))
    else:
        return
    with st.expander(texts.FEW_OFFERS_TITLE(), icon=":material/diversity_3:", key="few-offers"):
        st.html(f'<ul class="cosmos-note">{elements.bullets(offer(k=k) for offer in texts.FEW_OFFERS)}</ul>')


def count_people(room: Room, count: SeatCount) -> None:
    """Ask the desk how many people there are, before the dots are shown; say whether the seats fit, and what to do."""
    st.header(texts.COUNT_TITLE(), anchor=False)
    elements.note(texts.COUNT_WHY())
    with st.form("heads", border=False):
        heads = st.number_input(texts.COUNT_ASK(), 0, MOST_HEADS, value=room.heads, step=1, key=f"heads-{room.id}")
        counted = st.form_submit_button(texts.COUNT_KEEP(), type="primary" if room.heads is None else "secondary")
        if counted and heads is not None and session.keep(partial(store().confirm_heads, room.id, int(heads))):
            st.rerun()
    if room.heads is None:
        elements.note(texts.COUNT_FIRST())
    elif not count.too_many:
        st.success(texts.NUMBERS_FIT(), icon=":material/check:")
    else:
        st.error(texts.TOO_MANY(count.too_many), icon=":material/front_hand:")
        st.html(f"<ul>{elements.bullets(do() for do in texts.TOO_MANY_DO)}</ul>")
        with st.expander(texts.UNUSED_TITLE(), icon=":material/event_seat:", key="unused"):
            _unused(room.id)


@st.fragment(run_every=refresh.DESK)
def _unused(workshop: str) -> None:
    """Ask who still uses their seat, and remove one that gave no sign."""
    session.stay_at_desk()
    room = store().room(workshop)
    if room is None:
        return
    elements.note(texts.UNUSED_ABOUT())
    ask = texts.ASK_THEM() if room.asked_since is None else texts.ASK_THEM_AGAIN()
    if st.button(ask, key="ask-who-is-here") and session.keep(partial(store().ask_who_is_here, room.id)):
        st.rerun()
    if room.asked_since is None:
        return
    idle, left = store().idle_seats(room.id), IDLE_SECONDS - (now_here() - room.asked_since)
    st.html(f"<p>{escape(texts.NO_SIGN(number=idle))}</p>")
    if idle and left > 0:
        elements.note(texts.WAIT(left))
    take = st.button(texts.TAKE_AWAY(), disabled=not idle or left > 0, key="remove-seat")
    if take and session.keep(partial(store().remove_idle_seat, room.id, by=session.desk_number())):
        st.rerun()
    session.catch_up()


def still_there(seat: Seat) -> None:
    """Let a person say on their phone that they still use their seat."""
    st.warning(texts.STILL_THERE(), icon=":material/waving_hand:")
    if st.button(texts.I_AM_HERE(), type="primary", key="i-am-here"):
        session.keep(partial(store().say_here, seat.participant), session.holder_of(seat))
        st.rerun()
