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
    """The form of a room: all that it asks, in order."""
    parts = [Part(layout=definition(digest)[1], digest=digest) for digest in room.definitions.values()]
    return coded(parts, room.depth, catalogues().roles)


def room_form_as_pdf(room: Room, *, large: bool = False) -> bytes:
    """The form of a room as a PDF, with what it promised."""
    plan = room.plan
    foot = " · ".join(filter(None, (plan.initiative, plan.site, plan.wave)))
    return form_as_pdf(
        form_of(room),
        catalogues().roles,
        plan.promise,
        erase_on=room.erase_on,
        title=plan.initiative,
        foot=foot,
        large=large,
    )


def acceptance(room: Room) -> Acceptance:
    """What becomes of a paper that is counted now."""
    state = room.workshop
    if not state.can_join or state.round != ROUNDS[0]:
        return "refused"
    return "held" if state.joins_late else "counted"


def begin(room: Room, label: str) -> str:
    """Begin to type in a paper; gives its id.

    Raises:
        NotAllowedError: If it has no number, or that of another sheet, or could not be counted any more.
        StoreError: If it could not be kept.
    """
    number = label.strip()
    if not number:
        raise NotAllowedError("sheet-without-number")
    if number.casefold() in (paper.label.casefold() for paper in store().papers(room.id)):
        raise NotAllowedError("sheet-number-taken", label=number)
    return store().keep_paper(room.id, number)


def find(room: Room, name: str) -> PaperSheet | None:
    """A paper of a room as it is now; None if it was counted or thrown away."""
    return next((paper for paper in store().papers(room.id) if paper.id == name), None)


def typing(room: Room, paper: PaperSheet, which: EntryPass) -> Typing:
    """What was typed from a paper, the first or the second time."""
    entries = paper.first if which == "first" else paper.second or {}
    return Typing(form=form_of(room), roles=catalogues().roles, entries=entries)


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
