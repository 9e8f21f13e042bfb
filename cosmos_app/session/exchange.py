"""This browser where sites are compared."""

import streamlit as st

from cosmos_app import visits
from cosmos_app.session.roomful import at_desk
from cosmos_app.settings import lead_cookie


def at_exchange() -> bool:
    """Whether this browser came in by the link of those who compare sites, or by the facilitator's.

    Both see the same there: what sites agreed to share.
    """
    key = st.context.cookies.get(lead_cookie())
    return (bool(key) and visits.store().is_lead(str(key))) or at_desk()
