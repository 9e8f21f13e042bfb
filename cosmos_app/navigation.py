"""The screens in their order, and the way from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen.

    Attributes:
        file: Its script, beside ``app.py``.
        title: What links to it say.
        path: Its address; "" for the first.
    """

    file: str
    title: str
    path: str


SCREENS: Mapping[str, Screen] = {
    "start": Screen("screens/start.py", "Start", ""),
    "answer": Screen("screens/answer.py", "Questions", "answer"),
    "review": Screen("screens/review.py", "Check", "review"),
    "profile": Screen("screens/profile.py", "Profile", "profile"),
    "factors": Screen("screens/factors.py", "Around us", "factors"),
    "take_away": Screen("screens/take_away.py", "Take away", "take-away"),
}


def go(name: str) -> None:
    """Turn to a screen; nothing after this runs."""
    st.switch_page(SCREENS[name].file)


def link(name: str, label: str, icon: str | None = None) -> None:
    """Offer the way to a screen as a link."""
    st.page_link(SCREENS[name].file, label=label, icon=icon)
