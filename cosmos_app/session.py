"""The visitor's session: who they are, and what the last click did. With ``widgets``, alone in session_state."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from cosmos_app import visits
from cosmos_app.settings import seat_cookie
from cosmos_app.storage import StoreError
from cosmos_app.visits import Visit
from models.answers import Response
from models.definition import Depth
from models.progress import Change

Done = TypeVar("Done")

_CHANGES = "changes"
_TROUBLE = "trouble"
_SECTION = "section"
_SAVED = "saved"


def token() -> str:
    """What this browser is known by: its cookie, which no script can read."""
    return st.context.cookies.get(seat_cookie()) or ""


def visit() -> Visit | None:
    """The visit this browser belongs to, read anew; None before it has begun."""
    return visits.resume(token())


def begin(questionnaire: str, depth: Depth, role: str | None) -> None:
    """Start a visit for this browser."""
    st.session_state.clear()
    _told(lambda: visits.begin(token(), questionnaire, depth, role))


def enter_code(code: str) -> bool:
    """Take over the seat a resume code leads to; False if it leads nowhere."""
    st.session_state.clear()
    return _told(lambda: visits.enter_code(token(), code)) is not None


def record(item: str, response: Response | None) -> None:
    """Keep a response of this browser's visit, if it differs from what is kept; remember what it changed."""
    here = visit()
    if here is None or not here.workshop.takes_answers:
        return
    if here.sheet.responses.get(item) == response:
        return
    done = _told(lambda: here.record(item, response))
    if done is not None:
        _, what = done
        st.session_state[_SAVED] = True
        if what:
            st.session_state.setdefault(_CHANGES, []).append(what)


def keep(action: Callable[[], object]) -> None:
    """Do something to the store on this visitor's behalf; a failure is told at the next ``trouble``."""
    _told(action)


def changes() -> tuple[Change, ...]:
    """What edits of this session hid, brought back and opened."""
    return tuple(st.session_state.get(_CHANGES, ()))


def just_saved() -> bool:
    """Whether the last click was kept; told once."""
    return bool(st.session_state.pop(_SAVED, False))


def trouble() -> StoreError | None:
    """What went wrong with the last click, once."""
    error = st.session_state.pop(_TROUBLE, None)
    return error if isinstance(error, StoreError) else None


def section(default: int) -> int:
    """Index of the section this visitor is looking at."""
    return int(st.session_state.setdefault(_SECTION, default))


def go_to_section(index: int) -> None:
    """Turn to a section."""
    st.session_state[_SECTION] = index


def _told(action: Callable[[], Done]) -> Done | None:
    try:
        return action()
    except StoreError as error:
        st.session_state[_TROUBLE] = error
        return None


def new_code(here: Visit) -> str | None:
    """A code that leads to this visit from another device; None if it could not be kept."""
    return _told(lambda: visits.new_code(here))


def finish() -> None:
    """Close this browser's visit and keep its result."""
    here = visit()
    if here is not None and here.workshop.takes_answers:
        _told(lambda: visits.keep_result(here))


def erase() -> None:
    """Erase this browser's visit with everything it holds."""
    here = visit()
    if here is not None:
        _told(lambda: visits.erase(here))
        st.session_state.clear()
