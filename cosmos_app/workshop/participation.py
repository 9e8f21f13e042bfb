"""Participation: one person at work on one questionnaire, alone or in a room, read from the store; no screens here."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from cosmos_app.content.catalogue import catalogues, offered
from cosmos_app.content.loader import kept_questionnaire
from cosmos_app.interchange.records import assessment_json
from cosmos_app.settings import days_kept
from cosmos_app.storage import Seat, TakenError
from cosmos_app.storage.clock_and_ids import days_after, today_here
from cosmos_app.storage.codes import RESUME_LETTERS, clean_code
from cosmos_app.storage.codes import new_code as new_code_of
from cosmos_app.storage.current import store
from cosmos_app.workshop import throttle
from cosmos_app.workshop.practice import practice_offers
from cosmos_app.workshop.throttle import LOCAL_ADDRESS
from models.answers import AnswerSheet, Response
from models.assessment import Assessment, assess
from models.catalogues import PracticeCase
from models.definition import Depth, Questionnaire
from models.layout import Layout, lay_out
from models.progress import Asking, Change, Progress, change, form_asks_anything, progress
from models.workshop import Acceptance, Kind, NotAllowedError, Workshop

RESUME_CODES = "resume-codes"
"""The throttle's name for codes that lead people back to their seats."""


@lru_cache(maxsize=256)
def definition(digest: str) -> tuple[Questionnaire, Layout]:
    """A stored definition and its layout, by its hash; cached, for it never changes."""
    questionnaire = kept_questionnaire(store().definition(digest), digest[:12])
    return questionnaire, lay_out(questionnaire)


@dataclass(frozen=True, kw_only=True)
class Participation:
    """One person, their seat, and their answers so far.

    Attributes:
        seat: Their seat, with the state of its workshop.
        asked: Ids of the questionnaires their workshop asks now, in order.
        layout: Of the questionnaire they are looking at.
        sheet: Their answers; in a second round, those of that round.
        before: Their answers of the first round; None while that is the present one.
        again: Items that the second round asks; None in the first.
        held: Items whose answers came too late: kept, and counted in no result.
    """

    seat: Seat
    asked: tuple[str, ...]
    layout: Layout
    sheet: AnswerSheet
    before: AnswerSheet | None = None
    again: frozenset[str] | None = None
    held: frozenset[str] = frozenset()

    @property
    def questionnaire(self) -> Questionnaire:
        """The definition this workshop started with."""
        return self.layout.questionnaire

    @property
    def asking(self) -> Asking:
        """Which form they are asked, and in which family."""
        return Asking(depth=self.seat.depth, family=self.seat.family, only=self.again)

    @property
    def following(self) -> str | None:
        """Id of the questionnaire that is asked after this one; None if it is the last."""
        return next(iter(self.asked[self.asked.index(self.questionnaire.id) + 1 :]), None)

    @property
    def preceding(self) -> str | None:
        """Id of the questionnaire that is asked before this one; None if it is the first."""
        position = self.asked.index(self.questionnaire.id)
        return self.asked[position - 1] if position else None

    @property
    def accepts(self) -> Acceptance:
        """What becomes of an answer given now."""
        return self.workshop.accepts(self.seat.late)

    @property
    def progress(self) -> Progress:
        """How far they are."""
        return progress(self.layout, self.sheet, self.asking)

    @property
    def assessment(self) -> Assessment:
        """What their answers give."""
        return assess(self.questionnaire, self.sheet, self.asking, catalogues())

    @property
    def case(self) -> PracticeCase | None:
        """The practice case they rate; None if they rate their own work, or if the case has changed since."""
        case = catalogues().practice.get(self.questionnaire.id)
        return case if case is not None and list(case.readings) == list(self.questionnaire.by_id) else None

    @property
    def targets(self) -> Mapping[str, float]:
        """Where they want to be, in 0-4, by dimension id."""
        return store().targets(self.seat.workshop, self.questionnaire.id)

    @property
    def loci(self) -> Mapping[str, str]:
        """Whose hands the axes are in (control, influence, concern), by dimension id."""
        loci, prefix = store().loci(self.seat.workshop), self.subject_of("")
        return {subject.removeprefix(prefix): locus for subject, locus in loci.items() if subject.startswith(prefix)}

    def subject_of(self, dimension: str) -> str:
        """The subject under which the locus of an axis is kept."""
        return f"{self.questionnaire.id}/{dimension}"

    @property
    def workshop(self) -> Workshop:
        """The state of their workshop: what may be done now."""
        return Workshop(kind=self.seat.kind, phase=self.seat.phase, round=self.seat.round)

    def record(self, item: str, response: Response | None) -> tuple["Participation", Change]:
        """Keep a response, or withdraw it (None); returns the participation after it, and what it changed in the form.

        Raises:
            StoreError: If it could not be kept.
            NotAllowedError: If nothing can be answered now.
        """
        responses, held = dict(self.sheet.responses), self.held
        if response is None:
            store().withdraw(self.seat.participant, self.questionnaire.id, item)
            sheet, held = store().own_sheet(self.seat.participant, self.questionnaire.id, self.seat.round)
            responses = dict(sheet.responses)  # the response that counts may show again
        else:
            if store().record(self.seat.participant, self.questionnaire.id, item, response) == "held":
                held |= {item}
            else:
                held -= {item}
            responses[item] = response
        after = replace(self, sheet=AnswerSheet(responses), held=held)
        return after, change(self.layout, self.sheet, after.sheet, self.asking)


def resume(token: str, wanted: str = "") -> Participation | None:
    """The participation that a token leads to; None if it leads nowhere.

    Args:
        token: What the browser is known by.
        wanted: Id of the questionnaire to look at; one that the workshop does not ask now leads to the first.
    """
    seat = store().resume(token) if token else None
    if seat is None or not seat.definitions:
        return None
    again = store().asked_again(seat.workshop) if seat.round > 1 else frozenset()
    with_items = {name for name, _ in again}
    asked = tuple(name for name in seat.definitions if not with_items or name in with_items)
    questionnaire = wanted if wanted in asked else asked[0]
    _, layout = definition(seat.definitions[questionnaire])
    sheet, held = store().own_sheet(seat.participant, questionnaire, seat.round)
    participation = Participation(seat=seat, asked=asked, layout=layout, sheet=sheet, held=held)
    if seat.round == 1:
        return participation
    before = store().sheet(seat.participant, questionnaire, 1)
    return replace(participation, before=before, again=frozenset(item for name, item in again if name == questionnaire))


def begin(
    token: str,
    questionnaire_id: str,
    depth: Depth,
    role: str | None,
    *,
    kind: Kind = "alone",
    example: bool = False,
) -> Participation:
    """Start a workshop of one person, or of several at one screen, and give them its only seat.

    Args:
        token: What their browser is known by; the seat it led to before stays reachable by its resume code.
        questionnaire_id: One of ``offered``, or of ``practice_offers``.
        depth: Which form.
        role: Id of a role; None if not said.
        kind: "alone" or "shared".
        example: Whether the answers are invented.

    Raises:
        KeyError: If no such questionnaire is offered.
        StoreError: If it could not be kept.
    """
    document = {**practice_offers(), **offered()}[questionnaire_id].document
    digest = store().keep_definition(document)
    workshop = store().start({questionnaire_id: digest}, depth, kind=kind, example=example)
    store().set_phase(workshop, Workshop(kind=kind).to("open").phase)
    store().join(workshop, token, role=role, family=catalogues().roles.family_of(role), move=True)
    participation = resume(token)
    assert participation is not None  # noqa: S101  (it was stored one line above)
    return participation


def erased_on_if_begun(today: date | None = None) -> date:
    """The day on which a visit is erased that begins today."""
    return days_after(today or today_here(), days_kept("visit"))


def asks_anything(questionnaire_id: str, depth: Depth, role: str | None) -> bool:
    """Whether a form on offer asks anything of somebody in a role; it can't be begun if not.

    Raises:
        KeyError: If no such questionnaire is offered.
    """
    layout = lay_out(offered()[questionnaire_id].questionnaire)
    return form_asks_anything(layout, Asking(depth=depth, family=catalogues().roles.family_of(role)))


def new_token() -> str:
    """A random token of 256 bits."""
    return secrets.token_urlsafe(32)


def new_code(participation: Participation) -> str:
    """Make a short code that leads to this seat from another device; only its hash is stored."""
    while True:
        code = new_code_of(RESUME_LETTERS)
        try:
            store().add_code(participation.seat.participant, code)
        except TakenError:
            continue
        return f"{code[:4]}-{code[4:]}"


def enter_code(token: str, code: str, address: str = LOCAL_ADDRESS) -> Participation | None:
    """Take over the seat that a resume code leads to; None if the code leads nowhere.

    Args:
        token: What the browser is known by; it leads to the seat from now on.
        code: As people type it.
        address: Where it comes from.

    Raises:
        TooSoonError: If too many wrong codes came from there.
    """
    throttle.check(address, RESUME_CODES, token)
    seat = store().resume_by_code(clean_code(code))
    if seat is None:
        throttle.count_wrong(address, RESUME_CODES, token)
        return None
    store().add_token(seat.participant, token, move=True)
    return resume(token)


def keep_result(participation: Participation) -> Mapping[str, Any]:
    """Freeze and reveal the workshop of one person, and keep its result with the engine's version; returns that."""
    _only_alone(participation)
    body = assessment_json(participation.assessment)
    revealed = participation.workshop.to("frozen").to("revealed")
    store().keep_result(participation.seat.workshop, participation.questionnaire.id, engine_version(), body)
    store().set_phase(participation.seat.workshop, revealed.phase)
    store().finish(participation.seat.participant)
    return body


def engine_version() -> str:
    """The version of CoSMoS, which is kept with every result it computes."""
    return version("cosmos")


def erase(participation: Participation) -> None:
    """Erase the workshop of one person with everything in it."""
    _only_alone(participation)
    store().erase(participation.seat.workshop)


def _only_alone(participation: Participation) -> None:
    """Refuse to a participant of a room what concerns the whole workshop."""
    if participation.seat.kind == "room":
        raise NotAllowedError("facilitator-only")
