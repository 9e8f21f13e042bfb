"""This browser in a workshop of several people: at the desk, on the wall, or in a seat."""

import streamlit as st

from cosmos_app.storage import Room, Sitting, current
from cosmos_app.storage import desk_number as number_of
from cosmos_app.texts.refusals import NOWHERE
from cosmos_app.texts.room.desk import ROOM_ERASED
from cosmos_app.texts.room.participants import LEFT
from cosmos_app.web.devices import DEVICES, Invitation, Part
from cosmos_app.web.rights import LINKS
from cosmos_app.web.routes import go, journey_of
from cosmos_app.web.session.browser_session import (
    address,
    attempt,
    enter_code,
    flash,
    has_error,
    keep,
    look_up,
    rerun_asked,
)
from cosmos_app.web.session.fresh_cookie import clear_session, token
from cosmos_app.web.session.rights import ANYBODY, AT_LAPTOP, at_desk, desk_token, holder_of
from cosmos_app.workshop import rehearsal, rooms
from cosmos_app.workshop.participation import Participation
from cosmos_app.workshop.rooms import LastTime

_HELPING = "helping"
_ROOM = "w"

_STATE = "room-state"
_CODE = "room-code"
_INVITED = "invited"
_WIFI = "wireless"


def desk_number() -> str:
    """What this browser is called in the audit log."""
    return number_of(desk_token())


def only_this_desk() -> bool:
    """Send away every other browser that sits at the desk, and end their link; False if that failed."""
    return keep(lambda: LINKS["desk"].keep_only(desk_token()))


def invite(part: Part, workshop: str = "") -> None:
    """Make a code that lets another device in, shown until it is used; only at the laptop itself."""
    st.session_state[_INVITED] = attempt(lambda: DEVICES.invite(part, workshop), AT_LAPTOP)


def invitation(part: Part) -> Invitation | None:
    """The code that was made last on this page for such a device, used or not."""
    made: Invitation | None = st.session_state.get(_INVITED)
    return made if made is not None and made.part == part else None


def wifi() -> tuple[str, str]:
    """Name and password of the room's wireless as they were typed here; kept in this session and nowhere else."""
    name, password = st.session_state.get(_WIFI, ("", ""))
    return name, password


def keep_wifi(name: str, password: str) -> None:
    """Keep what ``wifi`` gives."""
    st.session_state[_WIFI] = (name, password)


def send_leads_away() -> bool:
    """Send away every browser that compares sites, and end their link; False if that failed."""
    return keep(LINKS["lead"].send_away)


def room() -> Room | None:
    """The room this facilitator is looking at; it stands in the address."""
    asked = st.query_params.get(_ROOM) or str(st.session_state.get(_ROOM, ""))
    found = current.store().room(asked) if asked else None
    if found is not None:
        turn_to_room(found.id)
        if st.query_params.get(_ROOM) != found.id:
            st.query_params[_ROOM] = found.id
    return found


def room_on_the_wall() -> Room | None:
    """The room to show large: to its facilitator, and to whoever sits in it; None for anybody else."""
    if at_desk():
        return room()
    visit = look_up()
    return current.store().room(visit.seat.workshop) if visit is not None and visit.seat.kind == "room" else None


def turn_to_room(workshop: str) -> None:
    """Look at another room."""
    st.session_state[_ROOM] = workshop


def catch_up() -> None:
    """At the end of a fragment: draw the whole page again if there is an error to show or a rerun was asked for."""
    if has_error() or rerun_asked():
        st.rerun()


def new_room() -> bool:
    """Begin to prepare a room, and turn to it; False if it could not be kept."""
    workshop = attempt(lambda: current.store().draft(rooms.first_plan()))
    if workshop is not None:
        turn_to_room(workshop)
    return workshop is not None


def rehearse() -> bool:
    """Open a room of invented people who have answered, and turn to it; False if it could not be kept."""
    workshop = attempt(rehearsal.rehearse)
    if workshop is not None:
        turn_to_room(workshop)
    return workshop is not None


def erase_room(room: Room) -> bool:
    """Erase a room with everything in it; False if that failed."""
    erased = keep(lambda: current.store().erase(room.id, by=desk_number()))
    if erased:
        clear_session()
        flash(ROOM_ERASED())
    return erased


def room_by_code(code: str) -> tuple[Room, Sitting] | None:
    """The room a join code leads to; None if it leads nowhere, or may not be tried just now."""
    tried = st.session_state.get(_CODE)
    if not code or tried == (code, False):  # a page is drawn many times, but a wrong code is counted once
        return None
    found = attempt(lambda: rooms.by_code(code, address(), token(), known=tried == (code, True)), ANYBODY)
    if not has_error():
        st.session_state[_CODE] = (code, found is not None)
    return found


def by_own_code(code: str) -> None:
    """Take over the seat a resume code leads to, and turn to where its person was; if it leads nowhere, say so."""
    if enter_code(code):
        visit = look_up()
        go("start" if visit is None or journey_of(visit) != "room" else "room" if visit.seat.finished else "answer")
    if not has_error():
        st.error(NOWHERE())


def take_seat(room: Room, role: str | None, second_hat: str | None, name: str, last_time: LastTime) -> bool:
    """Give this browser a seat in a room; False if that failed, and ``last_error`` holds why."""
    helped = helping()
    seated = keep(
        lambda: rooms.take_seat(
            room, token(), role, second_hat, name, helped=helped, last_time=last_time, address=address()
        ),
        ANYBODY,
    )
    if seated:
        clear_session()
    return seated


def seat_of_last_time(room: Room) -> str | None:
    """Who this browser's person was in the workshop before; None if it knows of no seat there, or helps another."""
    return None if helping() else rooms.seat_of_last_time(room, token())


def helping() -> bool:
    """Whether this browser is about to take a seat for somebody who is helped."""
    return bool(st.session_state.get(_HELPING, False))


def help_another() -> None:
    """Let another person take the next seat on this browser."""
    st.session_state[_HELPING] = True


def mark_finished(*, finished: bool = True) -> None:
    """Keep that this person is done with the present round, or goes on after all."""
    visit = look_up()
    if visit is not None and visit.seat.finished != finished:
        keep(lambda: current.store().finish(visit.seat.participant, finished), holder_of(visit.seat))


def seat_was_removed() -> bool:
    """Whether the desk removed the seat that this browser had, and its person has taken no other since."""
    return bool(token()) and current.store().was_removed(token())


def follow(room: Room) -> None:
    """In a fragment: draw the whole page again when the room has changed its phase or round since it was drawn."""
    state = (room.workshop.phase, room.workshop.round)
    if st.session_state.setdefault(_STATE, state) != state:
        st.session_state[_STATE] = state
        st.rerun()


def leave(visit: Participation) -> bool:
    """Take one person out of a room with all they said; False if that failed."""
    left = keep(lambda: current.store().leave(visit.seat.participant), holder_of(visit.seat))
    if left:
        clear_session()
        flash(LEFT())
    return left
