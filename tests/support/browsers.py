"""Browsers by the cookies they hold, for screens that are drawn without a server."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
import streamlit as st

from cosmos_app.settings import desk_cookie, lead_cookie, seat_cookie
from cosmos_app.storage import current

DESK, LEAD, SEAT = (f"a-token-of-{whose}-" * 3 for whose in ("the-desk", "a-lead", "a-seat"))


@contextmanager
def browser(**cookies):
    """Whatever is drawn meanwhile is drawn in a browser with these cookies: ``desk``, ``lead``, ``seat``."""
    names = {"desk": desk_cookie(), "lead": lead_cookie(), "seat": seat_cookie()}
    held = {names[kind]: token for kind, token in cookies.items()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(st, "context", SimpleNamespace(cookies=held, url="", headers={}, ip_address=None))
        yield held


@contextmanager
def at_desk():
    """Likewise in a browser that came in by the facilitator's link."""
    current.store().add_desk(DESK)
    with browser(desk=DESK) as held:
        yield held
