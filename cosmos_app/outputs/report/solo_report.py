"""The report of one person: what their answers give, and in which order; made of the same parts as a room's."""

from collections.abc import Callable
from datetime import date

from cosmos_app.content import catalogue
from cosmos_app.outputs.charts.maps import key
from cosmos_app.outputs.report.sections.context import factor, map_figure, named_factors
from cosmos_app.outputs.report.sections.cover import Cover, bound
from cosmos_app.outputs.report.sections.solo_scores import profile, reasons
from cosmos_app.outputs.report.sections.summary import definitions
from cosmos_app.outputs.report.solo_data import Visit, gather_visit, is_chosen
from cosmos_app.outputs.report.tree import Block, Bullets, Document, Facts, Note, Paragraph, Section
from cosmos_app.texts import report as texts
from cosmos_app.texts import solo_report as solo_texts
from cosmos_app.texts.days import day_in_words
from cosmos_app.texts.numbers import NOTHING
from cosmos_app.texts.reasons import own_reasons
from cosmos_app.texts.solo.reflection import UNLEARNED
from cosmos_app.texts.values import answer_read
from cosmos_app.workshop.participation import Participation
from models.items import Moment
from models.placements import Placed

OfVisit = Callable[[Visit], tuple[Section, ...]]


def own_report(participation: Participation, today: date | None = None, *, own_words: bool = True) -> Document:
    """Write the report of a visit.

    Args:
        participation: The visit.
        today: The day it is written; None for today.
        own_words: Whether what the person wrote beside the answers goes in; in a small team, words give away who wrote.
    """
    written_on = today or date.today()  # noqa: DTZ011  (the day on the wall)
    visit = gather_visit(participation, written_on, own_words=own_words)
    questionnaire, seat = participation.questionnaire, participation.seat
    form = texts.FORMS[seat.depth](title=questionnaire.title) if visit.rows else questionnaire.title
    cover = Cover(
        title=questionnaire.title,
        subtitle=questionnaire.summary,
        facts=(
            (texts.WHO_ANSWERED(), _role(visit) or visit.people),
            (texts.LOOKED_AT(), form),
            (texts.WRITTEN_ON(), day_in_words(written_on)),
        ),
        example=solo_texts.EXAMPLE() if seat.example else "",
        caution=solo_texts.CAUTION_OF_ONE(),
    )
    sections = tuple(section for sections_of in PARTS for section in sections_of(visit))
    return bound(questionnaire.language, written_on, cover, sections)


def _role(visit: Visit) -> str:
    """The role they gave themselves; "" for none."""
    roles = {role.id: role.title for family in catalogue.catalogues().roles.families for role in family.roles}
    return roles.get(visit.participation.seat.role or "", "")


def thoughts(visit: Visit) -> tuple[Section, ...]:
    """What the person thought of their whole profile; it is their own words all through."""
    if not visit.rows or UNLEARNED.subject not in visit.thoughts:
        return ()
    facts = Facts(rows=((UNLEARNED.ask(), visit.thoughts[UNLEARNED.subject]),))
    return (Section(title=solo_texts.THOUGHTS(), blocks=(facts,)),)


def unscored(visit: Visit) -> tuple[Section, ...]:
    """Answers that no score is made of."""
    sheet, family = visit.participation.sheet, visit.participation.seat.family
    rows = []
    for item in visit.participation.questionnaire.items:
        if not item.is_scored and not sheet.is_open(item.id) and (visit.own_words or is_chosen(item)):
            response = sheet.response(item.id)
            answer = answer_read(item, response.answer, notes=visit.own_words) or NOTHING
            rows.append((item.stem(family), "\n".join((answer, *visit.beside(response)))))
    return (Section(title=solo_texts.SAID(), blocks=(Facts(rows=tuple(rows)),)),) if rows else ()


def maps(visit: Visit) -> tuple[Section, ...]:
    """Where the person sees the work."""
    sections = [
        Section(title=placed.placement.title, blocks=_map(visit, placed), depth=2)
        for placed in visit.assessment.placements
        if placed.is_known
    ]
    note = Paragraph(text=solo_texts.MAP_NOTE(), lead=True)
    return (Section(title=solo_texts.MAPS(), blocks=(note,)), *sections) if sections else ()


def _map(visit: Visit, placed: Placed) -> tuple[Block, ...]:
    def here(at: Moment, cell: str) -> str:
        return solo_texts.HERE() if cell in placed.cells[at] else NOTHING

    picture = map_figure(placed.placement, placed.counts, here, solo_texts.MAP_CAPTION(), visit.source)
    blocks: list[Block] = [picture]
    if letters := key(placed.placement):
        places = (solo_texts.MAP_KEY(letter=letter, place=title) for letter, title in letters)
        blocks.append(Paragraph(text=" ".join(places)))
    for place in placed.places("now"):
        if place.prompts:
            blocks += [Paragraph(text=solo_texts.PROMPTS(place=place.title)), Bullets(items=place.prompts)]
    return tuple(blocks)


def surroundings(visit: Visit) -> tuple[Section, ...]:
    """What the answers bring up around the work, and what the person named besides."""
    raised, own = visit.assessment.external_factors, named_factors(visit.own_factors, visit.loci)
    blocks = () if raised or own else (Paragraph(text=solo_texts.NOTHING_RAISED()),)
    factors = (
        Section(
            title=each.factor.name,
            blocks=factor(
                each.factor,
                visit.hands(each.factor.id),
                solo_texts.WHY_HERE(),
                own_reasons(each, visit.assessment, visit.participation.sheet, notes=visit.own_words),
            ),
            depth=2,
        )
        for each in raised
    )
    return (Section(title=solo_texts.SURROUNDINGS(), blocks=blocks), *factors, *own)


def method(visit: Visit) -> tuple[Section, ...]:
    """What the report is not, what the questions draw on, and exactly what was asked."""
    questionnaire = visit.participation.questionnaire
    blocks: list[Block] = [Note(text=solo_texts.CAUTION_OF_ONE())]
    if questionnaire.sources:
        sources = Bullets(items=tuple(questionnaire.sources.values()))
        blocks += [Paragraph(text=solo_texts.SOURCES()), sources]
    blocks.append(definitions([(questionnaire, visit.digest, visit.people)], visit.source))
    return (Section(title=solo_texts.METHOD(), blocks=tuple(blocks)),)


PARTS: tuple[OfVisit, ...] = (profile, thoughts, reasons, unscored, maps, surroundings, method)
"""What goes in, in its order; each gives no section where there is nothing to say."""
