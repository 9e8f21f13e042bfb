"""The visitor's session: who they are, and what the last click did. With ``widgets``, alone in session_state."""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

import streamlit as st

from cosmos_app import rehearsal, rooms, visits
from cosmos_app.doors import HERE, TooSoonError
from cosmos_app.room_words import LEFT
from cosmos_app.settings import desk_cookie, seat_cookie
from cosmos_app.storage import Room, Seat, Sitting, StoreError
from cosmos_app.visits import Visit
from models.answers import Response
from models.definition import Depth
from models.progress import Change
from models.workshop import Kind, NotAllowedError

Done = TypeVar("Done")

_CHANGES = "changes"
_HEARD = "changes heard"
_TROUBLE = "trouble"
_SECTION = "section"
_SAVED = "saved"
_SAID = "said"
_REDRAW = "redraw"
_PART = "part"
_OF = "of"
_HELPING = "helping"
_ROOM = "w"
_STATE = "room state"
_NEWS = "news"


def token() -> str:
    """What this browser is known by: its cookie, which no script can read."""
    return st.context.cookies.get(seat_cookie()) or ""


def address() -> str:
    """Where this browser is, as far as the server can tell."""
    return st.context.ip_address or HERE


def origin() -> str:
    """Where this browser reaches the server, as scheme and host."""
    scheme, _, rest = (st.context.url or "").partition("://")
    return f"{scheme}://{rest.partition('/')[0]}" if rest else ""


def visit() -> Visit | None:
    """The visit this browser belongs to, read anew; None before it has begun."""
    return visits.resume(token(), _questionnaire())


def _questionnaire() -> str:
    """The questionnaire this visitor is looking at, where a workshop asks several; in the address, as ``section``."""
    return st.query_params.get(_OF) or str(st.session_state.get(_OF, ""))


def parts(here: Visit) -> list[Visit]:
    """The same person's visit, looking at each questionnaire that is asked, in order."""
    every = [here if name == here.questionnaire.id else visits.resume(token(), name) for name in here.asked]
    return [one for one in every if one is not None]


def turn_to(questionnaire: str, section: int = 0) -> None:
    """Look at another questionnaire of the same workshop."""
    st.session_state[_OF] = questionnaire
    st.query_params[_OF] = questionnaire
    go_to_section(section)


def at_desk() -> bool:
    """Whether this browser came in by the facilitator's link."""
    key = st.context.cookies.get(desk_cookie())
    return bool(key) and visits.store().is_desk(str(key))


def begin(questionnaire: str, depth: Depth, role: str | None, kind: Kind = "alone") -> None:
    """Start a visit for this browser."""
    st.session_state.clear()
    _told(lambda: visits.begin(token(), questionnaire, depth, role, kind=kind))


def enter_code(code: str) -> bool:
    """Take over the seat a resume code leads to; False if it leads nowhere."""
    st.session_state.clear()
    return _told(lambda: visits.enter_code(token(), code, address())) is not None


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
    if here is None or here.seat.participant != seat.participant or here.takes == "refused":
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


def trouble() -> Exception | None:
    """What went wrong with the last click, once; its text says what to do."""
    error = st.session_state.pop(_TROUBLE, None)
    return error if isinstance(error, Exception) else None


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
    if (of := st.session_state.get(_OF)) and st.query_params.get(_OF) != of:
        st.query_params[_OF] = of


def fingerprint(*texts: str) -> str:
    """A few letters that tell these texts from others."""
    return sha256("\n".join(texts).encode()).hexdigest()[:12]


def _told(action: Callable[[], Done]) -> Done | None:
    try:
        return action()
    except (StoreError, NotAllowedError, TooSoonError) as error:
        st.session_state[_TROUBLE] = error
        return None


def room_at(code: str) -> tuple[Room, Sitting] | None:
    """The room a join code leads to; None if it leads nowhere, or may not be tried just now."""
    return _told(lambda: rooms.by_code(code, address())) if code else None


def take_seat(here: Room, role: str | None, second_hat: str | None, name: str) -> bool:
    """Seat this browser in a room; False if that failed, which ``trouble`` tells."""
    helped = helping()
    done = keep(lambda: rooms.take_seat(here, token(), role, second_hat, name, helped=helped))
    if done:
        st.session_state.clear()
    return done


def room() -> Room | None:
    """The room this facilitator is looking at; in the address, as ``section``."""
    asked = st.query_params.get(_ROOM) or str(st.session_state.get(_ROOM, ""))
    here = rooms.room(asked) if asked else None
    if here is not None:
        turn_to_room(here.id)
        if st.query_params.get(_ROOM) != here.id:
            st.query_params[_ROOM] = here.id
    return here


def room_on_the_wall() -> Room | None:
    """The room to show large: to its facilitator, and to whoever sits in it; None for anybody else."""
    if at_desk():
        return room()
    here = visit()
    return rooms.room(here.seat.workshop) if here is not None and here.seat.kind == "room" else None


def turn_to_room(workshop: str) -> None:
    """Look at another room."""
    st.session_state[_ROOM] = workshop


def new_room() -> bool:
    """Begin to prepare a room, and turn to it; False if it could not be kept."""
    begun = _told(lambda: visits.store().draft(rooms.first_plan()))
    if begun is not None:
        turn_to_room(begun)
    return begun is not None


def rehearse() -> bool:
    """Open a room of invented people who have answered, and turn to it; False if it could not be kept."""
    begun = _told(rehearsal.rehearse)
    if begun is not None:
        turn_to_room(begun)
    return begun is not None


def erase_room(here: Room) -> bool:
    """Erase a room with everything in it; False if that failed."""
    gone = keep(lambda: visits.store().erase(here.id))
    if gone:
        st.session_state.clear()
        st.session_state[_NEWS] = "The workshop is erased."
    return gone


def helping() -> bool:
    """Whether this browser is about to take a seat for somebody who is helped."""
    return bool(st.session_state.get(_HELPING, False))


def help_another() -> None:
    """Make ready for another person to take a seat on this browser."""
    st.session_state[_HELPING] = True


def done(*, yes: bool = True) -> None:
    """Keep that this person is done with the present round, or goes on after all."""
    here = visit()
    if here is not None and here.seat.finished != yes:
        keep(lambda: visits.store().finish(here.seat.participant, yes))


def follow(here: Room) -> None:
    """Draw the whole page anew when the room has moved on since it was drawn; for pages that look up now and then."""
    state = (here.workshop.phase, here.workshop.round)
    if st.session_state.setdefault(_STATE, state) != state:
        st.session_state[_STATE] = state
        st.rerun()


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


def leave(here: Visit) -> bool:
    """Take one person out of a room with all they said; False if that failed."""
    gone = keep(lambda: visits.store().leave(here.seat.participant))
    if gone:
        st.session_state.clear()
        st.session_state[_NEWS] = LEFT
    return gone


def news() -> str:
    """What the last page did, for the next one to say; once."""
    return str(st.session_state.pop(_NEWS, ""))
