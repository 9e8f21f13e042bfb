"""What a facilitator prepares before a room opens: the promise, the place, what is asked and how."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Literal

from models.definition import Depth
from models.smallest_group import DEFAULT_K, SMALLEST_K

Agenda = Literal["45", "90", "2x60"]

AGENDAS: tuple[Agenda, ...] = ("45", "90", "2x60")
"""Minutes a room has, "2x60" in two meetings."""

BLANK = "["
"""Begins what is still to be filled in, in a sentence that the form starts with."""

CHOSEN_DIMENSIONS = (3, 4)
"""How many dimensions a room may pick of a questionnaire, if it doesn't take the whole form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What the people who are asked may rely on, in the facilitator's words; their first screen. "" is not said yet.

    Attributes:
        asked_by: Who asked for this workshop.
        can_change: What can change because of it.
        cannot_change: What can't.
        last_time: What happened after the last one.
        reward: What people get for their time.
        hear_back: When and how they hear what came of it.
        who_sees: Who can see what.
        controller: Who is responsible for what is kept of people.
        data_contact: Whom to ask about it, and how.
        legal_basis: Why it may be kept.
        harm_contact: Whom to tell if someone is being harmed; answers are not read as reports.
    """

    asked_by: str = ""
    can_change: str = ""
    cannot_change: str = ""
    last_time: str = ""
    reward: str = ""
    hear_back: str = ""
    who_sees: str = ""
    controller: str = ""
    data_contact: str = ""
    legal_basis: str = ""
    harm_contact: str = ""


MOST_LOCAL = 3
"""Questions of its own that a room may ask; more of them should be a questionnaire."""

LOCAL = "local"
"""Id of the questionnaire made of a room's own questions."""

FEWEST_OPTIONS, MOST_OPTIONS = 2, 12
LONGEST_OPTION = 120
"""Letters; more is hard to read on a phone."""

LocalKind = Literal["choice", "checklist", "text"]

LOCAL_KINDS: tuple[LocalKind, ...] = ("choice", "checklist", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalQuestion:
    """A question of a room's own, beside the questionnaires; it counts in no score.

    Attributes:
        ask: The question.
        kind: One of the options, several of them, or an answer in own words.
        options: What can be chosen, in order; not used for own words.
    """

    ask: str
    kind: LocalKind = "choice"
    options: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been typed: such a question is not asked."""
        return not (self.ask or self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a room is prepared; the defaults are an empty form.

    Attributes:
        site: Where it is.
        initiative: What the people have in common: the service or the project.
        wave: Which of several times this is, in their words; "" for none.
        asked: The ids of the dimensions asked, by questionnaire id, in the order asked; () is the whole form.
        depth: Which form; "full" wherever dimensions are chosen.
        agenda: How much time there is; one of AGENDAS.
        named: Whether people give a name, which stands beside the reasons they wrote after a reveal, and never
            beside a dot. If not, reasons are seen by their writer alone.
        smallest_group: Smallest group shown, in people; at least SMALLEST_K.
        languages: The languages spoken, in the facilitator's words; "" for not said.
        previous: Id of the workshop this one follows; None for the first.
        local: Up to MOST_LOCAL questions of the room's own, as typed; blank ones between others are not asked.
        practice: Id of the practice case that is rated first; "" for none.
    """

    site: str = ""
    initiative: str = ""
    wave: str = ""
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    depth: Depth = "short"
    agenda: Agenda = "90"
    named: bool = False
    smallest_group: int = DEFAULT_K
    languages: str = ""
    promise: Promise = field(default_factory=Promise)
    previous: str | None = None
    local: tuple[LocalQuestion, ...] = ()
    practice: str = ""

    def __post_init__(self) -> None:
        # A short form has one question for each dimension: too few to pick dimensions from.
        if any(self.asked.values()):
            object.__setattr__(self, "depth", "full")


def missing(plan: Plan) -> tuple[str, ...]:
    """What keeps a plan from opening, as field names in the order of the form; nothing if it can open.

    >>> missing(Plan(site="Harbour", initiative="Home visits", asked={"project": ("power",)}))[0]
    'asked'
    """
    return (
        *(name for name in ("site", "initiative") if not getattr(plan, name).strip()),
        *(["asked"] if not plan.asked or not all(_fits(chosen) for chosen in plan.asked.values()) else []),
        *_faults(plan.local),
        *(["smallest_group"] if plan.smallest_group < SMALLEST_K else []),
        *(f"promise.{part.name}" for part in fields(Promise) if not _said(getattr(plan.promise, part.name))),
    )


def responsible(promise: Promise) -> bool:
    """Whether a promise says who is responsible, whom to ask and why; those of older releases don't."""
    return all(_said(words) for words in (promise.controller, promise.data_contact, promise.legal_basis))


def _faults(questions: Sequence[LocalQuestion]) -> Iterator[str]:
    """What keeps a room's own questions from being asked, as local.NUMBER.FAULT."""
    if len(questions) > MOST_LOCAL:
        yield "local"
    asked: set[str] = set()
    for number, question in enumerate(questions[:MOST_LOCAL], start=1):
        if question.is_blank:
            continue
        stem, labels = question.ask.casefold(), Counter(label.casefold() for label in question.options)
        faults = {
            "ask": not stem,
            "again": bool(stem) and stem in asked,
            **({} if question.kind == "text" else _option_faults(labels)),
        }
        yield from (f"local.{number}.{fault}" for fault, holds in faults.items() if holds)
        asked.add(stem)


def _option_faults(labels: Counter[str]) -> Mapping[str, bool]:
    return {
        "few": labels.total() < FEWEST_OPTIONS,
        "many": labels.total() > MOST_OPTIONS,
        "twice": labels.total() > len(labels),
        "long": any(len(label) > LONGEST_OPTION for label in labels),
    }


def _said(words: str) -> bool:
    """Whether a line of the promise is complete, with nothing left to fill in."""
    return bool(words.strip()) and BLANK not in words


def _fits(chosen: tuple[str, ...]) -> bool:
    return not chosen or (len(chosen) in CHOSEN_DIMENSIONS and len(set(chosen)) == len(chosen))
