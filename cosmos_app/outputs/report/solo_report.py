"""The report of one person: what their answers give, in which order it is told; made of the same parts as a room's."""

from collections.abc import Callable
from datetime import date

from cosmos_app.content import catalogue
from cosmos_app.outputs.charts.maps import key
from cosmos_app.outputs.report.context import factor, map_figure, named
from cosmos_app.outputs.report.cover import Cover, bound
from cosmos_app.outputs.report.solo_data import Own, gather_own, is_chosen
from cosmos_app.outputs.report.solo_scores import profile, reasons
from cosmos_app.outputs.report.summary import definitions
from cosmos_app.outputs.report.tree import Block, Bullets, Document, Facts, Note, Paragraph, Section
from cosmos_app.storage.current import store
from cosmos_app.texts.reasons import own_reasons
from cosmos_app.texts.solo.reflection import UNLEARNED
from cosmos_app.texts.values import answer_read
from cosmos_app.workshop.participation import Participation
from models.items import Moment
from models.placements import Placed

OfVisit = Callable[[Own], tuple[Section, ...]]


def own_report(participation: Participation, today: date | None = None, *, own_words: bool = True) -> Document:
    """Write the report of a visit.

    Args:
        participation: The visit.
        today: The day it is written; None for today.
        own_words: Whether what the person wrote beside the answers goes in; in a small team it tells who wrote it.
    """
    of = gather_own(participation, today or date.today(), own_words=own_words)  # noqa: DTZ011  (the day on the wall)
    questionnaire, words, seat = participation.questionnaire, of.words, participation.seat
    form = words.forms[seat.depth].format(title=questionnaire.title) if of.rows else questionnaire.title
    cover = Cover(
        title=questionnaire.title,
        subtitle=questionnaire.summary,
        facts=((words.who, _role(of) or of.people), (words.asked, form), (words.written_on, words.day(of.today))),
        example=words.own_example if seat.example else "",
        caution=words.own_caution,
    )
    sections = tuple(section for tell in TOLD for section in tell(of))
    return bound(words, questionnaire.language, of.today, cover, sections)


def _role(of: Own) -> str:
    """The role they gave themselves; "" for none."""
    every = {role.id: role.title for family in catalogue.catalogues().roles.families for role in family.roles}
    return every.get(of.participation.seat.role or "", "")


def thoughts(of: Own) -> tuple[Section, ...]:
    """What the person thought of their whole profile; it is their own words all through."""
    kept = (
        store().thoughts(of.participation.seat.participant, of.participation.questionnaire.id) if of.own_words else {}
    )
    rows = tuple((one.ask(), kept[one.subject]) for one in (UNLEARNED,) if of.rows and one.subject in kept)
    return (Section(title=of.words.own_parts["thoughts"], blocks=(Facts(rows=rows),)),) if rows else ()


def unscored(of: Own) -> tuple[Section, ...]:
    """Answers that no score is made of."""
    sheet, family = of.participation.sheet, of.participation.seat.family
    rows = []
    for item in of.participation.questionnaire.items:
        if not item.is_scored and not sheet.is_open(item.id) and (of.own_words or is_chosen(item)):
            response = sheet.response(item.id)
            answer = answer_read(item, response.answer, notes=of.own_words) or "–"
            rows.append((item.stem(family), "\n".join((answer, *of.beside(response)))))
    return (Section(title=of.words.own_parts["said"], blocks=(Facts(rows=tuple(rows)),)),) if rows else ()


def maps(of: Own) -> tuple[Section, ...]:
    """Where the person sees the work."""
    every = [
        Section(title=placed.placement.title, blocks=_map(of, placed), depth=2)
        for placed in of.assessment.placements
        if placed.is_known
    ]
    note = Paragraph(text=of.words.own_map_note, lead=True)
    return (Section(title=of.words.own_parts["maps"], blocks=(note,)), *every) if every else ()


def _map(of: Own, placed: Placed) -> tuple[Block, ...]:
    words, placement = of.words, placed.placement

    def here(at: Moment, cell: str) -> str:
        return words.own_here if cell in placed.cells[at] else "–"

    blocks: list[Block] = [map_figure(words, placement, placed.counts, here, words.own_place, of.source)]
    if letters := key(placement):
        blocks.append(Paragraph(text=" ".join(f"{letter}: {title}." for letter, title in letters)))
    for place in placed.places("now"):
        if place.prompts:
            blocks += [Paragraph(text=words.own_prompts.format(place=place.title)), Bullets(items=place.prompts)]
    return tuple(blocks)


def surroundings(of: Own) -> tuple[Section, ...]:
    """What the answers bring up around the work, and what the person named besides."""
    words, raised = of.words, of.assessment.external_factors
    own = named(words, of.participation.seat.workshop, of.hand) if of.own_words else ()
    blocks = () if raised or own else (Paragraph(text=words.own_nothing_raised),)
    every = [
        Section(
            title=one.factor.name,
            blocks=factor(
                words,
                one.factor,
                of.hand(one.factor.id),
                words.own_because,
                tuple(own_reasons(one, of.assessment, of.participation.sheet, notes=of.own_words)),
            ),
            depth=2,
        )
        for one in raised
    ]
    return (Section(title=words.own_parts["surroundings"], blocks=blocks), *every, *own)


def method(of: Own) -> tuple[Section, ...]:
    """What the report is not, what the questions draw on, and exactly what was asked."""
    words, questionnaire = of.words, of.participation.questionnaire
    blocks: list[Block] = [Note(text=words.own_caution)]
    if questionnaire.sources:
        blocks += [Paragraph(text=words.own_sources), Bullets(items=tuple(questionnaire.sources.values()))]
    blocks.append(definitions(words, [(questionnaire, of.digest, of.people)], of.source))
    return (Section(title=words.own_parts["method"], blocks=tuple(blocks)),)


TOLD: tuple[OfVisit, ...] = (profile, thoughts, reasons, unscored, maps, surroundings, method)
"""What goes in, in the order in which it is told; each says nothing where there is nothing to say."""
