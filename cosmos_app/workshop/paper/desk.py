"""At the desk: a room's form, and its papers from the first letter typed to the moment they count."""

from collections.abc import Mapping

from cosmos_app.content.catalogue import catalogues
from cosmos_app.storage import Paper, Room, Which
from cosmos_app.storage.current import store
from cosmos_app.texts.paper import NOT_YET_COMPLETE, NOT_YET_SETTLED, NUMBER_MISSING, TAKEN_NUMBER
from cosmos_app.workshop.paper.codes import Part, Printed, printed
from cosmos_app.workshop.paper.form import paper_form
from cosmos_app.workshop.paper.sheets import Difference, Sheet, differences
from cosmos_app.workshop.participation import definition
from models.workshop import ROUNDS, Acceptance, NotAllowedError


def form_of(here: Room) -> Printed:
    """The form of a room: all that it asks, in order."""
    parts = [Part(layout=definition(digest)[1], digest=digest) for digest in here.definitions.values()]
    return printed(parts, here.depth, catalogues().roles)


def form_pdf(here: Room, *, large: bool = False) -> bytes:
    """The form of a room as a PDF, with what it promised."""
    plan = here.plan
    code = " · ".join(filter(None, (plan.initiative, plan.site, plan.wave)))
    return paper_form(form_of(here), catalogues().roles, plan.promise, title=plan.initiative, code=code, large=large)


def standing(here: Room) -> Acceptance:
    """What becomes of a paper that is counted now."""
    state = here.workshop
    if not state.can_join or state.round != ROUNDS[0]:
        return "refused"
    return "held" if state.joins_late else "counted"


def begin(here: Room, label: str) -> str:
    """Begin to type in a paper; gives its id.

    Raises:
        NotAllowedError: If it has no number, or that of another sheet, or could not be counted any more.
        StoreError: If it could not be kept.
    """
    number = label.strip()
    if not number:
        raise NotAllowedError(NUMBER_MISSING)
    if number.casefold() in (one.label.casefold() for one in store().papers(here.id)):
        raise NotAllowedError(TAKEN_NUMBER.format(label=number))
    return store().keep_paper(here.id, number)


def paper(here: Room, name: str) -> Paper | None:
    """A paper of a room as it is now; None if it was counted or thrown away."""
    return next((one for one in store().papers(here.id) if one.id == name), None)


def sheet(here: Room, one: Paper, which: Which) -> Sheet:
    """What was typed from a paper, the first or the second time."""
    entries = one.first if which == "first" else one.second or {}
    return Sheet(form=form_of(here), roles=catalogues().roles, entries=entries)


def keep(one: Paper, typed: Mapping[Which, Sheet]) -> None:
    """Keep what was typed from a paper, in one typing of it or in both."""
    store().type_paper(one.id, {which: sheet.entries for which, sheet in typed.items()})


def unsettled(here: Room, one: Paper) -> tuple[Difference, ...]:
    """What the two typings of a paper differ in."""
    return differences(sheet(here, one, "first"), sheet(here, one, "second"))


def count(here: Room, one: Paper) -> None:
    """Make a paper one of the participants, who has answered all of it.

    Raises:
        NotAllowedError: If something is missing, two typings differ, or the room takes no papers any more.
        StoreError: If it could not be kept.
    """
    first = sheet(here, one, "first")
    if first.missing:
        raise NotAllowedError(NOT_YET_COMPLETE)
    if one.second is not None and unsettled(here, one):
        raise NotAllowedError(NOT_YET_SETTLED)
    store().count_paper(one.id, first.responses, first.role, first.family)
