"""Intake: a room's form, and its papers from the first letter typed to the moment they count."""

from collections.abc import Mapping

from cosmos_app.content.catalogue import catalogues
from cosmos_app.storage import EntryPass, PaperSheet, Room
from cosmos_app.storage.current import store
from cosmos_app.workshop.paper.form import form_as_pdf
from cosmos_app.workshop.paper.question_codes import PaperForm, Part, coded
from cosmos_app.workshop.paper.typings import Difference, Typing, differences
from cosmos_app.workshop.participation import definition
from models.workshop import ROUNDS, Acceptance, NotAllowedError


def form_of(room: Room) -> PaperForm:
    """The form of a room in its present round: all that it asks, in order, or what the second round asks again."""
    parts = [Part(layout=definition(digest)[1], digest=digest) for digest in room.definitions.values()]
    again = store().asked_again(room.id) if room.workshop.round > ROUNDS[0] else None
    return coded(parts, room.depth, catalogues().roles, again)


def room_form_as_pdf(room: Room, *, large: bool = False) -> bytes:
    """The form of a room as a PDF, with what it promised."""
    plan = room.plan
    foot = " · ".join(filter(None, (plan.initiative, plan.site, plan.wave)))
    return form_as_pdf(
        form_of(room),
        catalogues().roles,
        plan.promise,
        erase_on=room.erase_on,
        k=plan.smallest_group,
        title=plan.initiative,
        foot=foot,
        large=large,
    )


def acceptance(room: Room) -> Acceptance:
    """What becomes of a paper that is counted now."""
    state = room.workshop
    if not state.can_join or (state.phase == "revealed" and state.round > ROUNDS[0]):
        return "refused"
    return "counted" if state.phase == "open" else "held"


def papers(room: Room) -> tuple[PaperSheet, ...]:
    """The papers of the present round that are being typed in."""
    return tuple(paper for paper in store().papers(room.id) if paper.round == room.workshop.round)


def begin(room: Room, label: str) -> str:
    """Begin to type in a paper; gives its id.

    In a second round the number is that of the first sheet of the same person.

    Raises:
        NotAllowedError: If it has no number, or that of a sheet that is typed in or counted, or could not be counted
            any more; in a second round, if no first sheet has this number.
        StoreError: If it could not be kept.
    """
    number = label.strip()
    if not number:
        raise NotAllowedError("sheet-without-number")
    if number.casefold() in (paper.label.casefold() for paper in papers(room)):
        raise NotAllowedError("sheet-number-taken", label=number)
    counted = {label.casefold(): (label, seat) for label, seat in store().numbered_seats(room.id).items()}
    label, seat = counted.get(number.casefold(), (number, None))
    if seat is not None and (room.workshop.round == ROUNDS[0] or seat.finished):
        raise NotAllowedError("sheet-number-counted", label=number)
    return store().keep_paper(room.id, label)


def find(room: Room, name: str) -> PaperSheet | None:
    """A paper of a room as it is now; None if it was counted or thrown away."""
    return next((paper for paper in papers(room) if paper.id == name), None)


def typing(room: Room, paper: PaperSheet, which: EntryPass) -> Typing:
    """What was typed from a paper, the first or the second time."""
    entries = paper.first if which == "first" else paper.second or {}
    seat = store().numbered_seats(room.id).get(paper.label) if paper.round > ROUNDS[0] else None
    family = seat.family if seat else None
    return Typing(form=form_of(room), roles=catalogues().roles, entries=entries, known_family=family)


def keep(paper: PaperSheet, typings: Mapping[EntryPass, Typing]) -> None:
    """Keep what was typed from a paper, in one typing of it or in both."""
    store().type_paper(paper.id, {which: typing.entries for which, typing in typings.items()})


def unresolved(room: Room, paper: PaperSheet) -> tuple[Difference, ...]:
    """The questions in which the two typings of a paper differ."""
    return differences(typing(room, paper, "first"), typing(room, paper, "second"))


def count(room: Room, paper: PaperSheet) -> None:
    """Make a paper one of the participants, who has answered all of it.

    Raises:
        NotAllowedError: If something is missing, two typings differ, or the room takes no papers any more.
        StoreError: If it could not be kept.
    """
    first = typing(room, paper, "first")
    if first.missing:
        raise NotAllowedError("sheet-incomplete")
    if paper.second is not None and unresolved(room, paper):
        raise NotAllowedError("sheet-typings-differ")
    store().count_paper(paper.id, first.responses, first.role, first.family)
