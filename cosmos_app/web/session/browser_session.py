"""The visit of whoever sits at this browser, and what their last click did."""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

import streamlit as st

from cosmos_app.storage import Seat, StoreError
from cosmos_app.texts.solo.take_away import ERASED
from cosmos_app.web.devices import DEVICES, is_here
from cosmos_app.web.session.fresh_cookie import clear_session, token
from cosmos_app.web.session.rights import ANYBODY, AT_DESK, Right, holder_of
from cosmos_app.workshop import participation as participations
from cosmos_app.workshop.participation import Participation
from cosmos_app.workshop.throttle import LOCAL_ADDRESS, TooSoonError
from models.answers import Response
from models.definition import Depth
from models.progress import Change
from models.workshop import Kind, NotAllowedError

MOST_DIGITS = 6
"""Of the number of a page in an address; a longer one is nobody's."""

_CHANGES = "changes"
_CHANGES_SEEN = "changes-seen"
_ERROR = "error"
_SECTION = "section"
_SAVED = "saved"
_ANNOUNCED = "announced"
_RERUN = "rerun"
_SECTION_IN_ADDRESS = "part"
_QUESTIONNAIRE = "of"
_FLASH = "flash"
_VISIT = "visit"
_JUST_READ = "visit-just-read"
_TURNED = "turned"

Done = TypeVar("Done")


def address() -> str:
    """The address of this browser on the network, as far as the server can tell."""
    return st.context.ip_address or LOCAL_ADDRESS


def origin() -> str:
    """The scheme and host at which this browser reaches the server; "" if they are not known."""
    scheme, _, rest = (st.context.url or "").partition("://")
    return f"{scheme}://{rest.partition('/')[0]}" if rest else ""


def on_open_network() -> bool:
    """Whether what this browser sends travels unencrypted through a network."""
    return DEVICES.on_network and not origin().startswith("https://") and not is_here(address())


def look_up() -> Participation | None:
    """Read the visit this browser belongs to; None before it has begun. ``participation`` gives it from now on."""
    if st.session_state.pop(_JUST_READ, False):  # ``revise`` has read it during this click
        return participation()
    visit = st.session_state[_VISIT] = _read()
    return visit


def _read() -> Participation | None:
    return participations.resume(token(), _questionnaire())


def participation() -> Participation | None:
    """The visit of this browser as it was when the page began to be drawn; None before it has begun."""
    visit: Participation | None = st.session_state.get(_VISIT)
    return visit


def _questionnaire() -> str:
    """The questionnaire this visitor is looking at, where a workshop asks several; in the address, like the section."""
    return st.query_params.get(_QUESTIONNAIRE) or str(st.session_state.get(_QUESTIONNAIRE, ""))


def each_questionnaire(visit: Participation) -> list[Participation]:
    """The same person's visit, looking at each questionnaire that is asked, in order."""
    shown = visit.questionnaire.id
    every = (visit if name == shown else participations.resume(token(), name) for name in visit.asked)
    return [visit for visit in every if visit is not None]


def turn_to(questionnaire: str, section: int = 0) -> None:
    """Look at another questionnaire of the same workshop."""
    st.session_state[_QUESTIONNAIRE] = questionnaire
    st.query_params[_QUESTIONNAIRE] = questionnaire
    go_to_section(section)


def begin(questionnaire: str, depth: Depth, role: str | None, kind: Kind = "alone") -> None:
    """Start a visit for this browser."""
    clear_session()
    attempt(lambda: participations.begin(token(), questionnaire, depth, role, kind=kind), ANYBODY)


def enter_code(code: str) -> bool:
    """Take over the seat a resume code leads to; False if it leads nowhere."""
    clear_session()
    return attempt(lambda: participations.enter_code(token(), code, address()), ANYBODY) is not None


def revise(seat: Seat, item: str, how: Callable[[Response | None], Response | None]) -> Participation | None:
    """Change the response to an item, starting from what is kept of it at this moment.

    Args:
        seat: Whose page this is; a page of another visit than the present one changes nothing.
        item: Id of the item.
        how: Gives the new response, None to take it back.

    Returns:
        The visit afterwards; None if nothing was changed.
    """
    visit = attempt(_read, ANYBODY)
    if visit is None or visit.seat.participant != seat.participant or visit.accepts == "refused":
        return None
    kept = visit.sheet.responses.get(item)
    response = how(kept)
    if response == kept:
        return None
    done = attempt(lambda: visit.record(item, response), ANYBODY)  # the right was asked for three lines above
    if done is None:
        return None
    after, what = done
    st.session_state[_VISIT], st.session_state[_JUST_READ] = after, True
    st.session_state[_SAVED] = True
    if what:
        st.session_state.setdefault(_CHANGES, []).append(what)
    return after


def keep(action: Callable[[], object], right: Right = AT_DESK) -> bool:
    """Write to the store; False if it failed, and ``last_error`` holds why.

    Args:
        action: What to do.
        right: The right it needs.
    """
    return attempt(lambda: (action(),), right) is not None


def changes() -> tuple[Change, ...]:
    """What edits of this session hid, brought back and opened."""
    return tuple(st.session_state.get(_CHANGES, ()))


def fresh_change() -> Change | None:
    """The last of these edits, if it was made on the page the visitor is looking at."""
    fresh = changes()[st.session_state.get(_CHANGES_SEEN, 0) :]
    return fresh[-1] if fresh else None


def just_saved() -> bool:
    """Whether the last click was kept: True once, and once more if the page is drawn again."""
    st.session_state[_ANNOUNCED] = bool(st.session_state.pop(_SAVED, False))
    return bool(st.session_state[_ANNOUNCED])


def has_error() -> bool:
    """Whether something went wrong with this click."""
    return _ERROR in st.session_state


def last_error() -> Exception | None:
    """What went wrong with the last click, once."""
    error = st.session_state.pop(_ERROR, None)
    return error if isinstance(error, Exception) else None


def ask_for_rerun() -> None:
    """Have the page drawn again when it is done, because something on it turned out to be old."""
    st.session_state[_RERUN] = True


def rerun_asked() -> bool:
    """Whether the page is to be drawn again."""
    return bool(st.session_state.get(_RERUN, False))


def rerun_if_asked() -> None:
    """Draw the page again if that was asked for; nothing after this runs then."""
    if st.session_state.pop(_RERUN, False):
        st.session_state[_SAVED] = st.session_state.pop(_ANNOUNCED, False)
        st.rerun()


def section_index(default: int, number: int) -> int:
    """Index of the section this visitor is looking at.

    It stands in the address, so that a reload, the browser's Back and a restart of the server lead to the same one.

    Args:
        default: The section to begin with.
        number: How many there are, at least one.
    """
    asked = st.query_params.get(_SECTION_IN_ADDRESS, "")
    if len(asked) > MOST_DIGITS:
        index = 0
    else:
        index = int(asked) - 1 if asked.isdecimal() else st.session_state.get(_SECTION, default)
    go_to_section(min(max(index, 0), number - 1))
    return int(st.session_state[_SECTION])


def go_to_section(index: int) -> None:
    """Turn to a section."""
    if st.session_state.get(_SECTION) != index:
        st.session_state[_CHANGES_SEEN] = len(changes())
    st.session_state[_SECTION] = index
    if st.query_params.get(_SECTION_IN_ADDRESS) != str(index + 1):
        st.query_params[_SECTION_IN_ADDRESS] = str(index + 1)
    questionnaire = st.session_state.get(_QUESTIONNAIRE)
    if questionnaire and st.query_params.get(_QUESTIONNAIRE) != questionnaire:
        st.query_params[_QUESTIONNAIRE] = questionnaire


def page_turned() -> bool:
    """Whether a callback has turned the page for this click already; True once."""
    return bool(st.session_state.pop(_TURNED, False))


def turn_page(questionnaire: str | None, index: int) -> None:
    """Turn to a section, of another questionnaire unless None, before the page is drawn."""
    st.session_state[_TURNED] = True
    if questionnaire is not None:
        turn_to(questionnaire, index)
    else:
        go_to_section(index)


def fingerprint(*texts: str) -> str:
    """A short hash of some texts, for keys: 12 hexadecimal digits."""
    return sha256("\n".join(texts).encode()).hexdigest()[:12]


def attempt(action: Callable[[], Done], right: Right = AT_DESK) -> Done | None:
    """Do something that the store or the workshop may refuse; None if it failed, and ``last_error`` holds why.

    Args:
        action: What to do.
        right: The right it needs; this browser is asked for it now.
    """
    try:
        if right.holds():
            return action()
        st.session_state[_ERROR] = NotAllowedError(right.refusal)
    except (StoreError, NotAllowedError, TooSoonError) as error:
        st.session_state[_ERROR] = error
    return None


def new_code(visit: Participation) -> str | None:
    """A code that leads to this visit from another device; None if it could not be kept."""
    return attempt(lambda: participations.new_code(visit), holder_of(visit.seat))


def finish() -> None:
    """Close this browser's visit and keep its result."""
    visit = look_up()
    if visit is not None and visit.workshop.takes_answers:
        attempt(lambda: participations.keep_result(visit), holder_of(visit.seat))


def erase() -> None:
    """Erase this browser's visit with everything it holds."""
    visit = look_up()
    if visit is not None and keep(lambda: participations.erase(visit), holder_of(visit.seat)):
        clear_session()
        flash(ERASED())


def flash(words: str) -> None:
    """Keep a message for the next page to show."""
    st.session_state[_FLASH] = words


def flashed() -> str:
    """The message that the last page left, once; "" for none."""
    return str(st.session_state.pop(_FLASH, ""))
