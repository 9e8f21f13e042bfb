"""The cookie of this browser, and the fresh one that it gets before it takes a seat."""

import streamlit as st

from cosmos_app.web import fresh_cookies, rights

_TICKET = "fresh-cookie-ticket"
_USED = "fresh-cookie-used"
_AGAIN = "fresh-cookie-again"


def token() -> str:
    """What this browser is known by: its cookie, which no script can read; "" without one.

    Streamlit knows the cookies of the moment at which the page was opened; one that was changed since is known here.
    """
    return _fresh() or rights.seat_token(st.context.cookies)


def _fresh() -> str:
    ticket = st.session_state.get(_TICKET)
    if ticket is None:
        return ""
    if not st.session_state.get(_USED):
        st.session_state[_USED] = fresh_cookies.was_used(ticket)
    return fresh_cookies.token_of(ticket) if st.session_state[_USED] else ""


def fresh_cookie_script(*, before_a_seat: bool) -> str:
    """The script that changes the cookie of this browser, if it is to be changed now; else "".

    It is sent while somebody may be about to take a seat, and once more after they took one: another page of the same
    browser may have changed the cookie meanwhile.

    Args:
        before_a_seat: Whether this page lets people take a seat.
    """
    again = st.session_state.pop(_AGAIN, False)
    if not again and (not before_a_seat or _fresh()):
        return ""
    return fresh_cookies.script(st.session_state.setdefault(_TICKET, fresh_cookies.new_ticket()))


def clear_session() -> None:
    """Forget everything of this session, but not what its browser is known by now."""
    kept = {name: st.session_state[name] for name in (_TICKET, _USED) if name in st.session_state}
    st.session_state.clear()
    st.session_state.update(kept)
    if _TICKET in kept:
        st.session_state[_AGAIN] = True
