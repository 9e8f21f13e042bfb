"""The way into a room: its plan, its codes, its seats, and how many sit there."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

import segno

from cosmos_app.content.catalogue import catalogues, offered
from cosmos_app.settings import public_address
from cosmos_app.storage import Action, Room, Sitting
from cosmos_app.storage.clock_and_ids import clean_code
from cosmos_app.storage.current import store
from cosmos_app.texts.room.promise import WHO_SEES
from cosmos_app.workshop import throttle
from cosmos_app.workshop.participation import RESUME
from cosmos_app.workshop.practice import practice_offers
from cosmos_app.workshop.rooms.documents import documents
from cosmos_app.workshop.throttle import LOCAL_ADDRESS
from models.disclosure import suppressed
from models.plan import Plan, Promise, missing
from models.thresholds import threshold
from models.workshop import NotAllowedError

UNSAID = ""
"""The family of people who did not say who they are to the service."""


JOINING = "join-codes"
"""The name under which wrong codes are counted that lead into no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """What somebody who joins says of the workshop before this one.

    Attributes:
        came_before: Whether they were there; None if not said.
        same_as: Who they were then, as this browser knows them; None unless they agreed to be compared.
        code: Their own code of then, as typed; "" if they don't want to be compared, or their browser knows them.
    """

    came_before: bool | None = None
    same_as: str | None = None
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """All that is told of a room before its answers are revealed.

    Attributes:
        joined: People who took a seat.
        families: How many of them by family id, of those families that are large enough to be told.
        finished: People who said that they are done, in the present round.
    """

    joined: int
    families: Mapping[str, int]
    finished: int


def room(workshop: str) -> Room | None:
    """A room as it is now; None if there is none, or it was erased."""
    return store().room(workshop)


def by_code(code: str, address: str, *, known: bool = False) -> tuple[Room, Sitting] | None:
    """The room that a join code leads to, and the sitting it is for; None if it leads nowhere.

    Args:
        code: As people type it.
        address: Where it comes from.
        known: Whether it led here a moment ago; then nobody else's wrong codes can keep it out.

    Raises:
        TooSoonError: If too many wrong codes came from there.
    """
    if not known:
        throttle.check(address, JOINING)
    found = store().sitting_by_code(clean_code(code))
    here = store().room(found[1]) if found else None
    if found is None or here is None:
        throttle.count_wrong(address, JOINING)
        return None
    return here, found[0]


def take_seat(
    here: Room,
    token: str,
    role: str | None,
    second_hat: str | None,
    name: str,
    *,
    helped: bool = False,
    last_time: LastTime | None = None,
    address: str = LOCAL_ADDRESS,
) -> None:
    """Seat somebody in a room.

    Args:
        here: The room.
        token: What brings their browser back; a seat it led to before stays reachable by its resume code.
        role: Id of a role; None if not said.
        second_hat: Another role they also have, for them alone; None if not said.
        name: Only where the room has names.
        helped: Whether somebody else holds the phone for them.
        last_time: What they say of the workshop before; None if they were not asked.
        address: Where they come from.

    Raises:
        NotAllowedError: If nobody can join now, a name is missing, or a code of last time leads nowhere.
        TooSoonError: If too many wrong codes came from there.
        StoreError: If it could not be kept.
    """
    if not token:
        raise NotAllowedError("no-cookies")
    if here.plan.named and not name.strip():
        raise NotAllowedError("name-missing")
    said = last_time or LastTime()
    store().join(
        here.id,
        token,
        role=role,
        family=catalogues().roles.family_of(role),
        second_hat=second_hat,
        move=True,
        name=name.strip() if here.plan.named else None,
        helped=helped,
        came_before=said.came_before,
        same_as=_by_own_code(here, said.code, address) if clean_code(said.code) else said.same_as,
    )


def can_be_compared(here: Room) -> bool:
    """Whether people who join can have compared what they said last time; one following workshop alone can ask."""
    return store().can_link(here.id)


def seat_of_last_time(here: Room, token: str) -> str | None:
    """Who a browser's person was in the workshop before this one; None if it knows of no seat there."""
    seat = store().resume(token) if token and here.plan.previous else None
    return seat.participant if seat is not None and seat.workshop == here.plan.previous else None


def _by_own_code(here: Room, code: str, address: str) -> str:
    """Who somebody was in the workshop before, by the code that leads back to their seat there."""
    throttle.check(address, RESUME)
    then = seat_of_last_time(here, clean_code(code))
    if then is None:
        throttle.count_wrong(address, RESUME)
        raise NotAllowedError("no-seat-last-time")
    return then


def counts(here: Room) -> Counts:
    """Count who is in a room; the only figures before a reveal."""
    people = store().people(here.id)
    # In the order of ``People``: of equally small families the one is hidden that is hidden of the results too.
    families = Counter(sorted((one.family or UNSAID for one in people), key=lambda name: (name == UNSAID, name)))
    hidden = suppressed(families, threshold(here.plan.smallest_group)) if families else frozenset()
    return Counts(
        joined=len(people),
        families={name: n for name, n in families.items() if name not in hidden},
        finished=sum(one.finished and not (one.late and here.workshop.round > 1) for one in people),
    )


def first_plan() -> Plan:
    """What a facilitator's form starts with: the project level in its short form, and what is always true."""
    first = next(iter(offered()))
    return Plan(asked={first: ()}, promise=Promise(who_sees=WHO_SEES()))


def open_room(here: Room) -> None:
    """Let people in: what is asked is kept with the room from here on, whatever becomes of it elsewhere.

    Raises:
        NotAllowedError: If the plan is not complete, or asks what is not on offer; says what is missing.
        StoreError: If it could not be kept.
    """
    if lacking := missing(here.plan):
        raise NotAllowedError("plan-incomplete", lacking=lacking)
    asked = documents(here.plan, offered(), practice_offers() if here.plan.practice else {})
    kept = {name: store().keep_definition(document) for name, document in asked.items()}
    store().open_room(here.id, kept, here.plan.depth)


def minutes_to_answer(plan: Plan) -> int:
    """How long answering takes one person, in minutes, all parts together; 0 while that can't be said."""
    if not plan.asked:
        return 0
    try:
        asked = documents(plan, offered(), practice_offers() if plan.practice else {})
    except NotAllowedError:
        return 0
    return sum(int(document["minutes"][plan.depth]) for document in asked.values())


def last_actions(here: Room) -> tuple[Action, ...]:
    """What the workshop before this one said it would do, and what became of it; none if there was none."""
    return store().actions(here.plan.previous) if here.plan.previous else ()


def join_link(sitting: Sitting, origin: str) -> str:
    """The address that leads into a sitting.

    Args:
        sitting: Which.
        origin: Where the facilitator's own browser reaches the server; used if no better address is known.
    """
    return f"{public_address() or origin}/join?code={sitting.code}"


def qr_svg(link: str) -> str:
    """A link as a QR code (ISO/IEC 18004), black on white in every theme: phones read nothing else as well."""
    picture = BytesIO()
    code = segno.make_qr(link, error="m")
    code.save(picture, kind="svg", xmldecl=False, omitsize=True, border=3, light="white", svgclass="cosmos-qr")
    return picture.getvalue().decode()
