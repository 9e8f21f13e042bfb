"""Whoever sits at this browser: their visit, and what the last click did."""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

import streamlit as st

from cosmos_app.settings import seat_cookie
from cosmos_app.storage import Seat, StoreError
from cosmos_app.workshop import participation as participations
from cosmos_app.workshop.participation import Participation
from cosmos_app.workshop.throttle import HERE, TooSoonError
from models.answers import Response
from models.definition import Depth
from models.progress import Change
from models.workshop import Kind, NotAllowedError

_CHANGES = "changes"
_HEARD = "changes heard"
_TROUBLE = "trouble"
_SECTION = "section"
_SAVED = "saved"
_SAID = "said"
_REDRAW = "redraw"
_PART = "part"
_OF = "of"
_NEWS = "news"
SHORTEST_TOKEN = 40
"""Letters of a cookie of ours; anything shorter was put there by hand, to try short codes past the doors."""
_VISIT = "visit"
_FRESH = "visit just read"
_TURNED = "turned"


Done = TypeVar("Done")


def token() -> str:
    """What this browser is known by: its cookie, which no script can read."""
    held = st.context.cookies.get(seat_cookie()) or ""
    return held if len(held) >= SHORTEST_TOKEN else ""


def address() -> str:
    """Where this browser is, as far as the server can tell."""
    return st.context.ip_address or HERE


def origin() -> str:
    """Where this browser reaches the server, as scheme and host."""
    scheme, _, rest = (st.context.url or "").partition("://")
    return f"{scheme}://{rest.partition('/')[0]}" if rest else ""


def look_up() -> Participation | None:
    """Read the visit this browser belongs to; None before it has begun. ``participation`` gives it from now on."""
    if st.session_state.pop(_FRESH, False):  # this click has just read it, and kept an answer in it
        return participation()
    here = st.session_state[_VISIT] = _read()
    return here


def _read() -> Participation | None:
    return participations.resume(token(), _questionnaire())


def participation() -> Participation | None:
    """The visit of this browser as it was when the page began to be drawn; None before it has begun."""
    here: Participation | None = st.session_state.get(_VISIT)
    return here


def _questionnaire() -> str:
    """The questionnaire this visitor is looking at, where a workshop asks several; in the address, as ``section``."""
    return st.query_params.get(_OF) or str(st.session_state.get(_OF, ""))


def parts(here: Participation) -> list[Participation]:
    """The same person's visit, looking at each questionnaire that is asked, in order."""
    every = [here if name == here.questionnaire.id else participations.resume(token(), name) for name in here.asked]
    return [one for one in every if one is not None]


def turn_to(questionnaire: str, section: int = 0) -> None:
    """Look at another questionnaire of the same workshop."""
    st.session_state[_OF] = questionnaire
    st.query_params[_OF] = questionnaire
    go_to_section(section)


def begin(questionnaire: str, depth: Depth, role: str | None, kind: Kind = "alone") -> None:
    """Start a visit for this browser."""
    st.session_state.clear()
    told(lambda: participations.begin(token(), questionnaire, depth, role, kind=kind))


def enter_code(code: str) -> bool:
    """Take over the seat a resume code leads to; False if it leads nowhere."""
    st.session_state.clear()
    return told(lambda: participations.enter_code(token(), code, address())) is not None


def revise(seat: Seat, item: str, how: Callable[[Response | None], Response | None]) -> Participation | None:
    """Change the response to an item, starting from what is kept of it at this moment.

    Args:
        seat: Whose page this is; a page of another visit than the present one changes nothing.
        item: Id of the item.
        how: Gives the new response, None to take it back.

    Returns:
        The visit afterwards; None if nothing was changed.
    """
    here = told(_read)
    if here is None or here.seat.participant != seat.participant or here.accepts == "refused":
        return None
    kept = here.sheet.responses.get(item)
    response = how(kept)
    if response == kept:
        return None
    done = told(lambda: here.record(item, response))
    if done is None:
        return None
    after, what = done
    st.session_state[_VISIT], st.session_state[_FRESH] = after, True
    st.session_state[_SAVED] = True
    if what:
        st.session_state.setdefault(_CHANGES, []).append(what)
    return after


def keep(action: Callable[[], object]) -> bool:
    """Do something to the store on this visitor's behalf; False if it failed, which ``trouble`` tells."""
    return told(lambda: (action(),)) is not None


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


def trouble() -> Exception | None:
    """What went wrong with the last click, once; its text says what to do."""
    error = st.session_state.pop(_TROUBLE, None)
    return error if isinstance(error, Exception) else None


def redraw() -> None:
    """Ask for the page to be drawn once more, when it is done: something on it turned out to be old."""
    st.session_state[_REDRAW] = True


def redraw_wanted() -> bool:
    """Whether ``redraw`` was asked for."""
    return bool(st.session_state.get(_REDRAW, False))


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
    if (of := st.session_state.get(_OF)) and st.query_params.get(_OF) != of:
        st.query_params[_OF] = of


def turned() -> bool:
    """Whether this click has turned the page already; asked once."""
    return bool(st.session_state.pop(_TURNED, False))


def turn_page(questionnaire: str | None, index: int) -> None:
    """Turn to a section, of another questionnaire unless None, before the page is drawn."""
    st.session_state[_TURNED] = True
    if questionnaire is not None:
        turn_to(questionnaire, index)
    else:
        go_to_section(index)


def fingerprint(*texts: str) -> str:
    """A few letters that tell these texts from others."""
    return sha256("\n".join(texts).encode()).hexdigest()[:12]


def told(action: Callable[[], Done]) -> Done | None:
    """Do something that may fail, and keep what went wrong for ``trouble``; None if it failed."""
    try:
        return action()
    except (StoreError, NotAllowedError, TooSoonError) as error:
        st.session_state[_TROUBLE] = error
        return None


def new_code(here: Participation) -> str | None:
    """A code that leads to this visit from another device; None if it could not be kept."""
    return told(lambda: participations.new_code(here))


def finish() -> None:
    """Close this browser's visit and keep its result."""
    here = look_up()
    if here is not None and here.workshop.takes_answers:
        told(lambda: participations.keep_result(here))


def erase() -> None:
    """Erase this browser's visit with everything it holds."""
    here = look_up()
    if here is not None and keep(lambda: participations.erase(here)):
        st.session_state.clear()
        remember_news("Your answers are erased.")


def remember_news(words: str) -> None:
    """Keep what this page did, for the next one to say."""
    st.session_state[_NEWS] = words


def news() -> str:
    """What the last page did, for the next one to say; once."""
    return str(st.session_state.pop(_NEWS, ""))
