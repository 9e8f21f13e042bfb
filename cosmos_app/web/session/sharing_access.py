"""This browser where sites are compared, and at the desk: whether it may be there, and what it looks at."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from cosmos_app.web.session.rights import at_desk, at_exchange

_BEEN_IN = "been-in"


def may_enter(audience: str) -> bool:
    """Whether this browser may see the screens of an audience now; remembers that it could."""
    may = {"desk": at_desk, "lead": at_exchange}.get(audience, lambda: True)()
    if may and audience in ("desk", "lead"):
        st.session_state[_BEEN_IN] = True
    return may


def was_sent_away() -> bool:
    """Whether this visit could see such screens before, and can't any more."""
    return _BEEN_IN in st.session_state


def set_widgets(chosen: Mapping[str, Any]) -> None:
    """Set what widgets hold, by their keys; from a callback, before they are drawn."""
    for key, value in chosen.items():
        st.session_state[key] = value
