"""Visits: one person at work on one questionnaire, put together from the store; no screen in it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from cosmos_app.definitions import kept_questionnaire
from cosmos_app.interchange.records import assessment_json
from cosmos_app.settings import database_url
from cosmos_app.shelf import catalogues, offered, practice
from cosmos_app.storage import Seat, Store, TakenError, open_store
from cosmos_app.ways import Way
from models.answers import AnswerSheet, Response
from models.assessment import Assessment, assess
from models.catalogues import PracticeCase
from models.definition import Depth, Questionnaire
from models.layout import Form, lay_out
from models.progress import Asking, Change, Progress, change, progress
from models.workshop import Workshop

CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""No letter or digit that is mistaken for another when read aloud or copied from a projector."""

CODE_LENGTH = 8


@lru_cache(maxsize=1)
def store() -> Store:
    """The store of this process, opened once."""
    return open_store(database_url())


@lru_cache(maxsize=64)
def _definition(digest: str) -> tuple[Questionnaire, Form]:
    """A kept definition; by its hash, so it never changes."""
    questionnaire = kept_questionnaire(store().definition(digest), digest[:12])
    return questionnaire, lay_out(questionnaire)


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One person, their seat, and what they have said so far.

    Attributes:
        seat: Where they sit; says who and which workshop.
        form: The questionnaire they answer, laid out.
        sheet: What they have said.
    """

    seat: Seat
    form: Form
    sheet: AnswerSheet

    @property
    def questionnaire(self) -> Questionnaire:
        """The definition this workshop started with."""
        return self.form.questionnaire

    @property
    def asking(self) -> Asking:
        """Which form they are asked, and as whom."""
        return Asking(depth=self.seat.depth, family=self.seat.family)

    @property
    def progress(self) -> Progress:
        """How far they are."""
        return progress(self.form, self.sheet, self.asking)

    @property
    def assessment(self) -> Assessment:
        """What their answers give."""
        return assess(self.questionnaire, self.sheet, self.asking, catalogues())

    @property
    def case(self) -> PracticeCase | None:
        """The practice case they rate; None if they look at their own work, or if the case is another by now."""
        case = catalogues().practice.get(self.questionnaire.id)
        return case if case is not None and list(case.readings) == list(self.questionnaire.by_id) else None

    @property
    def way(self) -> Way:
        """What there is to look at, and so which screens they go through."""
        match bool(self.questionnaire.dimensions), bool(self.questionnaire.placements):
            case True, True:
                return "both"
            case True, False:
                return "profile"
            case False, True:
                return "maps"
            case _:
                return "practice"

    @property
    def targets(self) -> Mapping[str, float]:
        """Where they want to be, in 0-4, by dimension id."""
        return store().targets(self.seat.workshop, self.questionnaire.id)

    @property
    def marks(self) -> Mapping[str, str]:
        """Whose hands the axes are in (control, influence, concern), by dimension id."""
        held, prefix = store().marks(self.seat.workshop), self.mark_of("")
        return {subject.removeprefix(prefix): mark for subject, mark in held.items() if subject.startswith(prefix)}

    def mark_of(self, dimension: str) -> str:
        """The subject under which an axis is marked."""
        return f"{self.questionnaire.id}/{dimension}"

    @property
    def workshop(self) -> Workshop:
        """The state of their workshop: what may be done now."""
        return Workshop(kind=self.seat.kind, phase=self.seat.phase, round=self.seat.round)

    def record(self, item: str, response: Response | None) -> tuple["Visit", Change]:
        """Keep a response, or take it back (None); gives the visit after it and what it did to the form.

        Raises:
            StoreError: If it could not be kept.
        """
        responses = dict(self.sheet.responses)
        if response is None:
            store().withdraw(self.seat.participant, self.questionnaire.id, item)
            responses.pop(item, None)
        else:
            store().record(self.seat.participant, self.questionnaire.id, item, response)
            responses[item] = response
        after = replace(self, sheet=AnswerSheet(responses))
        return after, change(self.form, self.sheet, after.sheet, self.asking)


def resume(token: str) -> Visit | None:
    """The visit that a token leads to; None if it leads nowhere."""
    seat = store().resume(token) if token else None
    if seat is None:
        return None
    questionnaire, digest = next(iter(seat.definitions.items()))
    _, form = _definition(digest)
    return Visit(seat=seat, form=form, sheet=store().sheet(seat.participant, questionnaire))


def begin(token: str, questionnaire_id: str, depth: Depth, role: str | None, *, example: bool = False) -> Visit:
    """Start a workshop of one person and give them its only seat.

    Args:
        token: What brings their browser back; a seat it led to before stays reachable by its resume code.
        questionnaire_id: One of ``offered``, or of ``practice``.
        depth: Which form.
        role: Id of a role; None if not said.
        example: Whether the answers are invented.

    Raises:
        KeyError: If no such questionnaire is offered.
        StoreError: If it could not be kept.
    """
    document = {**practice(), **offered()}[questionnaire_id].document
    digest = store().keep_definition(document)
    workshop = store().start({questionnaire_id: digest}, depth, kind="alone", example=example)
    store().set_phase(workshop, Workshop(kind="alone").to("open").phase)
    store().join(workshop, token, role=role, family=catalogues().roles.family_of(role), move=True)
    visit = resume(token)
    assert visit is not None  # noqa: S101  (it was kept one line above)
    return visit


def new_code(visit: Visit) -> str:
    """Make a short code that leads to this seat from another device; only its hash is kept."""
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        try:
            store().add_token(visit.seat.participant, code)
        except TakenError:
            continue
        return f"{code[:4]}-{code[4:]}"


def enter_code(token: str, code: str) -> Visit | None:
    """Let a browser into the seat that a resume code leads to; None if the code leads nowhere."""
    seat = store().resume("".join(letter for letter in code.upper() if letter in CODE_LETTERS))
    if seat is None:
        return None
    store().add_token(seat.participant, token, move=True)
    return resume(token)


def keep_result(visit: Visit) -> Mapping[str, Any]:
    """Close the workshop: freeze, reveal and keep what the answers gave, with the engine's version."""
    body = assessment_json(visit.assessment)
    revealed = visit.workshop.to("frozen").to("revealed")
    store().keep_result(visit.seat.workshop, visit.questionnaire.id, engine_version(), body)
    store().set_phase(visit.seat.workshop, revealed.phase)
    store().finish(visit.seat.participant)
    return body


def engine_version() -> str:
    """The version that computed a result."""
    return version("cosmos")


def erase(visit: Visit) -> None:
    """Erase a visit with its answers, their log and what came of them; nothing of the person stays."""
    store().erase(visit.seat.workshop)
