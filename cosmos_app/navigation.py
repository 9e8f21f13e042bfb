"""Navigation: from one screen to another."""

from collections.abc import Callable

import streamlit as st

from cosmos_app.ways import SCREENS, Way, after


def go(name: str) -> None:
    """Turn to a screen; nothing after this runs."""
    st.switch_page(SCREENS[name].file)


def next_button(here: str, way: Way, before: Callable[[], None] | None = None) -> None:
    """Offer the way on from a screen.

    Args:
        here: Name of the screen.
        way: Which screens the visitor goes through.
        before: What to do first.
    """
    name = after(here, way)
    if st.button(
        SCREENS[name].call, type="primary", icon=":material/arrow_forward:", icon_position="right", key="next"
    ):
        if before is not None:
            before()
        go(name)


def link(name: str, label: str, icon: str | None = None) -> None:
    """Offer the way to a screen as a link."""
    st.page_link(SCREENS[name].file, label=label, icon=icon)
