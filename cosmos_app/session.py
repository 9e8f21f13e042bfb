"""The visitor's session: who they are, and what the last click did. With ``widgets``, alone in session_state."""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

import streamlit as st

from cosmos_app import visits
from cosmos_app.settings import seat_cookie
from cosmos_app.storage import Seat, StoreError
from cosmos_app.visits import Visit
from models.answers import Response
from models.definition import Depth
from models.progress import Change

Done = TypeVar("Done")

_CHANGES = "changes"
_HEARD = "changes heard"
_TROUBLE = "trouble"
_SECTION = "section"
_SAVED = "saved"
_SAID = "said"
_REDRAW = "redraw"
_PART = "part"
_NEWS = "news"


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


def revise(seat: Seat, item: str, how: Callable[[Response | None], Response | None]) -> Visit | None:
    """Change the response to an item, starting from what is kept of it at this moment.

    Args:
        seat: Whose page this is; a page of another visit than the present one changes nothing.
        item: Id of the item.
        how: Gives the new response, None to take it back.

    Returns:
        The visit afterwards; None if nothing was changed.
    """
    here = _told(visit)
    if here is None or here.seat.participant != seat.participant or not here.workshop.takes_answers:
        return None
    kept = here.sheet.responses.get(item)
    response = how(kept)
    if response == kept:
        return None
    done = _told(lambda: here.record(item, response))
    if done is None:
        return None
    after, what = done
    st.session_state[_SAVED] = True
    if what:
        st.session_state.setdefault(_CHANGES, []).append(what)
    return after


def keep(action: Callable[[], object]) -> bool:
    """Do something to the store on this visitor's behalf; False if it failed, which ``trouble`` tells."""
    return _told(lambda: (action(),)) is not None


def changes() -> tuple[Change, ...]:
    """What edits of this session hid, brought back and opened."""
    return tuple(st.session_state.get(_CHANGES, ()))


def fresh_change() -> Change | None:
    """The last of these edits, if it was made on the page the visitor is looking at."""
    fresh = changes()[st.session_state.get(_HEARD, 0) :]
    return fresh[-1] if fresh else None


def just_saved() -> bool:
    """Whether the last click was kept; told once, and again if the page is drawn once more."""
    st.session_state[_SAID] = bool(st.session_state.pop(_SAVED, False))
    return bool(st.session_state[_SAID])


def in_trouble() -> bool:
    """Whether something went wrong with this click."""
    return _TROUBLE in st.session_state


def trouble() -> StoreError | None:
    """What went wrong with the last click, once."""
    error = st.session_state.pop(_TROUBLE, None)
    return error if isinstance(error, StoreError) else None


def redraw() -> None:
    """Ask for the page to be drawn once more, when it is done: something on it turned out to be old."""
    st.session_state[_REDRAW] = True


def settle() -> None:
    """Draw the page once more if that was asked for; nothing after this runs then."""
    if st.session_state.pop(_REDRAW, False):
        st.session_state[_SAVED] = st.session_state.pop(_SAID, False)
        st.rerun()


def section(default: int, number: int) -> int:
    """Index of the section this visitor is looking at.

    It stands in the address, so that a reload, the browser's Back and a restart of the server lead to the same one.

    Args:
        default: The section to begin with.
        number: How many there are.
    """
    asked = st.query_params.get(_PART, "")
    index = int(asked) - 1 if asked.isdecimal() else st.session_state.get(_SECTION, default)
    go_to_section(min(max(index, 0), number - 1))
    return int(st.session_state[_SECTION])


def go_to_section(index: int) -> None:
    """Turn to a section."""
    if st.session_state.get(_SECTION) != index:
        st.session_state[_HEARD] = len(changes())
    st.session_state[_SECTION] = index
    if st.query_params.get(_PART) != str(index + 1):
        st.query_params[_PART] = str(index + 1)


def fingerprint(*texts: str) -> str:
    """A few letters that tell these texts from others."""
    return sha256("\n".join(texts).encode()).hexdigest()[:12]


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
    if here is not None and keep(lambda: visits.erase(here)):
        st.session_state.clear()
        st.session_state[_NEWS] = "Your answers are erased."


def news() -> str:
    """What the last page did, for the next one to say; once."""
    return str(st.session_state.pop(_NEWS, ""))
