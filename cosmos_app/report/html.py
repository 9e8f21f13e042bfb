"""The report as one HTML file: no script, no link to anything it needs, made for paper too."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cosmos_app import shelf
from cosmos_app.charts.axes import Axis, axes, number, stage_name
from cosmos_app.charts.maps import WHEN, key, map_svg
from cosmos_app.charts.still import dots_svg, radar_svg
from cosmos_app.design import VARIABLES, variables
from cosmos_app.report.files import CAUTION
from cosmos_app.visits import Visit, engine_version, store
from cosmos_app.words import (
    ABOUT_PROFILE,
    DIRECTIONS,
    MARKS,
    UNLEARNED,
    arithmetic,
    because,
    known_by,
    next_up,
    said,
    silence,
)
from models.assessment import Assessment, DimensionResult
from models.catalogues import Factor

CHOSEN = ("rating", "choice", "checklist", "number", "experience")
"""Kinds of item whose answers hold no words of one's own."""

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorLine:
    """A factor as the report prints it."""

    factor: Factor
    because: list[str]
    mark: str


def html_report(visit: Visit, today: date | None = None, *, own_words: bool = True) -> str:
    """Write the report of a visit.

    Args:
        visit: The visit.
        own_words: Whether what the person wrote beside the answers goes in; in a small team it tells who wrote it.
        today: The day it is written; None for today.
    """
    assessment = visit.assessment
    hands = {name: MARKS[mark] for name, mark in visit.marks.items()}
    rows = axes(assessment, visit.targets, hands)
    marks = store().marks(visit.seat.workshop)
    thoughts = store().thoughts(visit.seat.participant, visit.questionnaire.id)
    return _PAGES.get_template("template.html").render(
        visit=visit,
        assessment=assessment,
        rows=rows,
        hands=hands,
        radar=radar_svg(rows, VARIABLES),
        dots=dots_svg(rows, VARIABLES),
        variables=variables(),
        caution=CAUTION,
        engine=engine_version(),
        digest=visit.seat.definitions[visit.questionnaire.id][:12],
        today=(today or date.today()).isoformat(),  # noqa: DTZ011  (the day on the wall of the room)
        factors=_factors(visit, assessment, marks, own_words=own_words),
        own=store().own_factors(visit.seat.workshop) if own_words else (),
        marks=marks,
        loose=[
            (item, visit.sheet.response(item.id))
            for item in visit.questionnaire.items
            if not item.is_scored and not visit.sheet.is_open(item.id) and (own_words or item.kind in CHOSEN)
        ],
        maps=[
            (placed, map_svg(placed.placement, placed.counts, VARIABLES), key(placed.placement))
            for placed in assessment.placements
            if placed.is_known
        ],
        moments=list(WHEN.items()),
        thoughts=[(one.ask, thoughts[one.subject]) for one in (UNLEARNED,) if one.subject in thoughts],
        words=_Words(visit),
        own_words=own_words,
    )


def _factors(visit: Visit, assessment: Assessment, marks: Mapping[str, str], *, own_words: bool) -> list[FactorLine]:
    return [
        FactorLine(
            factor=one.factor,
            because=because(one, assessment, visit.sheet, notes=own_words),
            mark=MARKS.get(marks.get(one.factor.id, ""), ""),
        )
        for one in assessment.external_factors
    ]


class _Words:
    """The sentences that the template asks for."""

    number = staticmethod(number)
    arithmetic = staticmethod(arithmetic)
    silence = staticmethod(silence)
    known_by = staticmethod(known_by)
    said = staticmethod(said)
    next_up = staticmethod(next_up)

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.about = ABOUT_PROFILE[visit.questionnaire.looks_around]

    def stage(self, result: DimensionResult, ahead: int = 0) -> str:
        return "" if result.stage is None else stage_name(self.visit.questionnaire, result.stage + ahead)

    def direction(self, factor: Factor) -> str:
        return DIRECTIONS[factor.direction]

    def mark(self, mark: str) -> str:
        return MARKS.get(mark, "")

    def role(self) -> str:
        roles = shelf.catalogues().roles
        every = {role.id: role.title for family in roles.families for role in family.roles}
        return every.get(self.visit.seat.role or "", "")

    def percent(self, axis: Axis) -> str:
        return "–" if axis.completeness is None else f"{axis.completeness:.0%}"
