"""What this browser may do: asked for at the moment of every deed, not when the page is drawn.

A click arrives before the page is drawn again, and a page may stand open for long; so ``attempt``, through which all
that changes something goes, asks for a right, and does nothing without it.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from cosmos_app.settings import desk_cookie, lead_cookie
from cosmos_app.storage import Seat, current
from cosmos_app.web import rights
from cosmos_app.web.devices import DEVICES, is_here
from cosmos_app.web.session.fresh_cookie import token
from cosmos_app.workshop.throttle import LOCAL_ADDRESS


@dataclass(frozen=True, slots=True)
class Right:
    """A right that a deed needs.

    Attributes:
        holds: Whether this browser has it now.
        refusal: Why it is refused, as in ``texts.refusals``.
    """

    holds: Callable[[], bool]
    refusal: str


def desk_token() -> str:
    """What this browser is known by at the desk; "" if it never was there."""
    return st.context.cookies.get(desk_cookie()) or ""


def at_desk() -> bool:
    """Whether this browser came in by the facilitator's link, and was not sent away since."""
    return rights.is_desk(desk_token(), _address())


def at_laptop() -> bool:
    """Whether this browser is at the desk of the machine CoSMoS runs on; any desk, where no network is open."""
    return at_desk() and (not DEVICES.on_network or is_here(_address()))


def _address() -> str:
    """Where this browser is, as far as it matters: only where others of its network can connect."""
    return (st.context.ip_address or LOCAL_ADDRESS) if DEVICES.on_network else LOCAL_ADDRESS


def stay_at_desk() -> None:
    """In a fragment of the desk: draw the whole page again, which says so, if this browser was sent away meanwhile."""
    if not at_desk():
        st.rerun()


def at_exchange() -> bool:
    """Whether this browser came in by the link of those who compare sites, or by the facilitator's.

    Both see the same there: what sites agreed to share.
    """
    return rights.is_lead(st.context.cookies.get(lead_cookie())) or at_desk()


AT_DESK = Right(at_desk, "not-at-desk")
"""Of a facilitator; what asks for no other right asks for this one."""

AT_LAPTOP = Right(at_laptop, "not-at-laptop")
"""Of a facilitator at the machine itself: to admit other devices."""

ANYBODY = Right(lambda: True, "not-at-desk")
"""Of everyone: to look, to begin, to try a code."""


def holder_of(seat: Seat) -> Right:
    """The right of the person in a seat."""

    def sits_there() -> bool:
        mine = current.store().resume(token()) if token() else None
        return mine is not None and mine.participant == seat.participant

    return Right(sits_there, "not-your-seat")
