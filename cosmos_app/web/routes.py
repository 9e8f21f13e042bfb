"""Routes: the screens with their addresses, the order in which visitors go through them, and how to switch."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from cosmos_app.texts.message import Text
from cosmos_app.texts.screens import CALLS, TITLES
from cosmos_app.workshop.participation import Participation


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen.

    Attributes:
        file: Its script, beside ``app.py``.
        title: What links to it say.
        path: Its address; "" for the first.
        wide: Whether it needs room for pictures, else a column for reading.
        audience: Whose it is: everyone's, the facilitator's, a lead's ("lead": whoever compares sites), or "wall":
            shown to all who are in a room.
    """

    file: str
    title: Text
    path: str
    wide: bool = False
    audience: Literal["all", "desk", "lead", "wall"] = "all"


SCREENS: Mapping[str, Screen] = {
    "start": Screen("screens/start.py", TITLES["start"], ""),
    "answer": Screen("screens/answer.py", TITLES["answer"], "answer"),
    "review": Screen("screens/review.py", TITLES["review"], "review"),
    "profile": Screen("screens/profile.py", TITLES["profile"], "profile", wide=True),
    "maps": Screen("screens/maps.py", TITLES["maps"], "maps", wide=True),
    "readings": Screen("screens/readings.py", TITLES["readings"], "readings"),
    "factors": Screen("screens/factors.py", TITLES["factors"], "factors", wide=True),
    "take_away": Screen("screens/take_away.py", TITLES["take_away"], "take-away"),
    "join": Screen("screens/join.py", TITLES["join"], "join"),
    "room": Screen("screens/room.py", TITLES["room"], "room", wide=True),
    "desk": Screen("screens/desk.py", TITLES["desk"], "desk", audience="desk"),
    "prepare": Screen("screens/prepare.py", TITLES["prepare"], "prepare", audience="desk"),
    "facilitate": Screen("screens/facilitate.py", TITLES["facilitate"], "lead", wide=True, audience="desk"),
    "paper": Screen("screens/paper.py", TITLES["paper"], "paper", audience="desk"),
    "sites": Screen("screens/sites.py", TITLES["sites"], "sites", audience="desk"),
    "compare": Screen("screens/compare.py", TITLES["compare"], "compare", wide=True, audience="lead"),
    "change": Screen("screens/change.py", TITLES["change"], "change", wide=True, audience="lead"),
    "learn": Screen("screens/learn.py", TITLES["learn"], "learn", audience="lead"),
    "wall": Screen("screens/wall.py", TITLES["wall"], "presenter", wide=True, audience="wall"),
}

Journey = Literal["profile", "maps", "both", "practice", "room"]

JOURNEYS: Mapping[Journey, tuple[str, ...]] = {
    "profile": ("start", "answer", "review", "profile", "factors", "take_away"),
    "maps": ("start", "answer", "review", "maps", "factors", "take_away"),
    "both": ("start", "answer", "review", "profile", "maps", "factors", "take_away"),
    "practice": ("start", "answer", "readings", "take_away"),
    "room": ("answer", "review", "room"),
}
"""The screens a visitor goes through, by what their questionnaire gives them to look at; "room" is with others."""

OFF_EVERY_JOURNEY = ("start", "join", *(name for name, screen in SCREENS.items() if screen.audience != "all"))
"""Screens that are open on every journey."""


def journey_of(participation: Participation) -> Journey:
    """Which screens somebody goes through: it depends on what their questionnaire shows in the end."""
    if participation.seat.kind == "room":
        return "room"
    match bool(participation.questionnaire.dimensions), bool(participation.questionnaire.placements):
        case True, True:
            return "both"
        case True, False:
            return "profile"
        case False, True:
            return "maps"
        case _:
            return "practice"


def screen_at(path: str) -> str:
    """The name of the screen at an address."""
    return next(name for name, screen in SCREENS.items() if screen.path == path)


def on_journey(name: str, journey: Journey) -> bool:
    """Whether a screen is on a visitor's journey, or open on every one."""
    return name in JOURNEYS[journey] or name in OFF_EVERY_JOURNEY


def after(name: str, journey: Journey) -> str:
    """The name of the screen that follows one; of the last, the first."""
    names = JOURNEYS[journey]
    return names[(names.index(name) + 1) % len(names)]


def result_of(journey: Journey) -> str:
    """The name of the screen that shows what the answers give."""
    return next(name for name in JOURNEYS[journey] if name in ("profile", "maps", "readings", "room"))


def call_of(name: str) -> str:
    """The label of the button that leads on to a screen."""
    return CALLS[name]()


def go(name: str) -> None:
    """Switch to a screen; nothing after this runs."""
    st.switch_page(SCREENS[name].file)


def next_button(name: str, journey: Journey, before: Callable[[], None] | None = None) -> None:
    """Show the button that leads on from a screen.

    Args:
        name: Name of the screen.
        journey: Which screens the visitor goes through.
        before: What to do first.
    """
    following = after(name, journey)
    if st.button(
        call_of(following), type="primary", icon=":material/arrow_forward:", icon_position="right", key="next"
    ):
        if before is not None:
            before()
        go(following)


def link(name: str, label: str, icon: str | None = None) -> None:
    """Show a link to a screen."""
    st.page_link(SCREENS[name].file, label=label, icon=icon)
