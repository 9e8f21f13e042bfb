"""Joining a room: its plan, its codes and links, taking a seat, and how many have joined."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import segno
import segno.helpers

from cosmos_app.content.catalogue import catalogues, offered
from cosmos_app.settings import days_kept, public_address
from cosmos_app.storage import Action, Person, Room, Seat, Sitting
from cosmos_app.storage.clock_and_ids import days_after, today_here
from cosmos_app.storage.codes import clean_code
from cosmos_app.storage.current import store
from cosmos_app.texts.room.promise import WHO_SEES
from cosmos_app.workshop import throttle
from cosmos_app.workshop.participation import RESUME_CODES
from cosmos_app.workshop.practice import practice_offers
from cosmos_app.workshop.rooms.documents import documents
from cosmos_app.workshop.throttle import LOCAL_ADDRESS
from models.disclosure import suppressed
from models.plan import Plan, Promise, missing
from models.seat_count import SeatCount
from models.smallest_group import threshold
from models.workshop import NotAllowedError

UNSAID = ""
"""The family of people who gave no role."""


JOIN_CODES = "join-codes"
"""The throttle's name for codes that lead into rooms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """What somebody who joins says about the workshop before this one.

    Attributes:
        came_before: Whether they were there; None if not said.
        same_as: Id of their seat there, if this browser knows it and they agreed to be compared; else None.
        code: The resume code of their seat there, as typed; "" if they don't want to be compared, or for ``same_as``.
    """

    came_before: bool | None = None
    same_as: str | None = None
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many are in a room: all that is shown of it before its answers are revealed.

    Attributes:
        joined: People who took a seat.
        families: How many of them by family id, for the families that are large enough to be shown.
        finished: People who said that they are done, in the present round.
        seats: Their seats, of those who joined in time, beside the people whom the desk counted.
    """

    joined: int
    families: Mapping[str, int]
    finished: int
    seats: SeatCount


def by_code(code: str, address: str, browser: str = "", *, known: bool = False) -> tuple[Room, Sitting] | None:
    """The room that a join code leads to, and the sitting it is for; None if it leads nowhere.

    Args:
        code: As people type it.
        address: Where it comes from.
        browser: What the browser it comes from is known by; "" without a cookie.
        known: Whether it led there a moment ago; then other people's wrong codes can't keep it out.

    Raises:
        TooSoonError: If too many wrong codes came from there.
    """
    if not known:
        throttle.check(address, JOIN_CODES, browser)
    found = store().sitting_by_code(clean_code(code))
    room = store().room(found[1]) if found else None
    if found is None or room is None:
        throttle.count_wrong(address, JOIN_CODES, browser)
        return None
    return room, found[0]


def take_seat(
    room: Room,
    token: str,
    role: str | None,
    second_hat: str | None,
    name: str,
    *,
    helped: bool = False,
    last_time: LastTime | None = None,
    address: str = LOCAL_ADDRESS,
) -> None:
    """Add a participant to a room.

    Args:
        room: The room.
        token: What their browser is known by; the seat it led to before stays reachable by its resume code.
        role: Id of a role; None if not said.
        second_hat: Another role they also have, which only they see; None if not said.
        name: What they want to be called; used only where the room asks for names.
        helped: Whether somebody else works the device for them.
        last_time: What they say about the workshop before; None if they were not asked.
        address: Where they come from.

    Raises:
        NotAllowedError: If nobody can join now, a name is missing, or the code of last time leads nowhere.
        TooSoonError: If too many wrong codes came from there.
        StoreError: If it could not be kept.
    """
    if not token:
        raise NotAllowedError("no-cookies")
    if room.plan.named and not name.strip():
        raise NotAllowedError("name-missing")
    before = last_time or LastTime()
    store().join(
        room.id,
        token,
        role=role,
        family=catalogues().roles.family_of(role),
        second_hat=second_hat,
        move=True,
        name=name.strip() if room.plan.named else None,
        helped=helped,
        came_before=before.came_before,
        same_as=_seat_by_code(room, before.code, address, token) if clean_code(before.code) else before.same_as,
    )


def seat_of_last_time(room: Room, token: str) -> str | None:
    """The id of a browser's seat in the workshop before this one; None if it has none there."""
    return _last_time(room, store().resume(token) if token and room.plan.previous else None)


def _last_time(room: Room, seat: Seat | None) -> str | None:
    return seat.participant if seat is not None and seat.workshop == room.plan.previous else None


def _seat_by_code(room: Room, code: str, address: str, browser: str) -> str:
    """The id of somebody's seat in the workshop before, by its resume code."""
    throttle.check(address, RESUME_CODES, browser)
    seat = _last_time(room, store().resume_by_code(clean_code(code)) if room.plan.previous else None)
    if seat is None:
        throttle.count_wrong(address, RESUME_CODES, browser)
        raise NotAllowedError("no-seat-last-time")
    return seat


def counts(room: Room) -> Counts:
    """Count the people of a room; the only figures before a reveal."""
    people = store().people(room.id)
    # In the order of the results: of equally small families, the one is hidden that is hidden there too.
    families = Counter(sorted((person.family or UNSAID for person in people), key=lambda name: (name == UNSAID, name)))
    hidden = suppressed(families, threshold(room.plan.smallest_group)) if families else frozenset()
    return Counts(
        joined=len(people),
        families={name: n for name, n in families.items() if name not in hidden},
        finished=sum(person.finished and not (person.late and room.workshop.round > 1) for person in people),
        seats=seat_count(room, [person for person in people if not person.late]),
    )


def seat_count(room: Room, in_time: Sequence[Person]) -> SeatCount:
    """Count the seats of the people who joined in time."""
    return SeatCount(
        seats=len(in_time),
        paper=sum(person.typed for person in in_time),
        shared=sum(person.helped for person in in_time),
        heads=room.heads,
        removed=room.removed,
    )


def first_plan() -> Plan:
    """The plan that a facilitator starts from: the first questionnaire on offer, and who sees the answers."""
    first = next(iter(offered()))
    return Plan(asked={first: ()}, promise=Promise(who_sees=WHO_SEES()))


def open_room(room: Room) -> None:
    """Open a room: from now on it keeps the definitions it asks, even if they change in the catalogue.

    Raises:
        NotAllowedError: If the plan is not complete, or asks what is not on offer.
        StoreError: If it could not be kept.
    """
    if lacking := missing(room.plan):
        raise NotAllowedError("plan-incomplete", lacking=lacking)
    asked = documents(room.plan, offered(), practice_offers() if room.plan.practice else {})
    digests = {name: store().keep_definition(document) for name, document in asked.items()}
    store().open_room(room.id, digests, room.plan.depth)


def erased_on_if_opened(today: date | None = None) -> date:
    """The day on which a room is erased that opens today."""
    return days_after(today or today_here(), days_kept("room"))


def minutes_to_answer(plan: Plan) -> int:
    """How many minutes one person needs to answer everything; 0 if the plan does not say what is asked yet."""
    if not plan.asked:
        return 0
    try:
        asked = documents(plan, offered(), practice_offers() if plan.practice else {})
    except NotAllowedError:
        return 0
    return sum(int(document["minutes"][plan.depth]) for document in asked.values())


def last_actions(room: Room) -> tuple[Action, ...]:
    """The actions of the workshop before this one; none if there was none."""
    return store().actions(room.plan.previous) if room.plan.previous else ()


def join_link(sitting: Sitting, origin: str) -> str:
    """The address that leads into a sitting.

    Args:
        sitting: The sitting.
        origin: Where the facilitator's own browser reaches the server; used if no better address is known.
    """
    return f"{public_address() or origin}/join?code={sitting.code}"


def wifi_svg(name: str, password: str) -> str:
    """A QR code that takes a phone into a wireless; of one without a password if that is empty."""
    return _svg(segno.helpers.make_wifi(ssid=name, password=password or None, security="WPA" if password else None))


def qr_svg(link: str) -> str:
    """A link as a QR code (ISO/IEC 18004), black on white in every theme, which phones read best."""
    return _svg(segno.make_qr(link, error="m"))


def _svg(code: segno.QRCode) -> str:
    picture = BytesIO()
    code.save(picture, kind="svg", xmldecl=False, omitsize=True, border=3, light="white", svgclass="cosmos-qr")
    return picture.getvalue().decode()
