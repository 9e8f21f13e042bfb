"""Sections of one person's report on scores: the profile, other ways to read it, and how each score came about."""

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.alt import dots_alt, radar_alt
from cosmos_app.outputs.charts.solo_profile_svg import dots_svg, radar_svg
from cosmos_app.outputs.charts.view_models import Axis, stage_name
from cosmos_app.outputs.report.sections.profiles import shape_chart
from cosmos_app.outputs.report.solo_data import Visit
from cosmos_app.outputs.report.tree import Block, Bullets, Facts, Figure, Note, Paragraph, Section, Table, paragraphs
from cosmos_app.texts import report as texts
from cosmos_app.texts import solo_report as solo_texts
from cosmos_app.texts.charts import NOW
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.numbers import NOTHING, number, percent, worth
from cosmos_app.texts.silences import effect
from cosmos_app.texts.solo.profile import ABOUT_PROFILE, arithmetic, next_up
from cosmos_app.texts.values import answer_read
from models.assessment import Contribution, DimensionResult
from models.definition import TOP, Lens


def profile(visit: Visit) -> tuple[Section, ...]:
    """The profile: its shape on the first page, then the answers behind it, and other ways to read it."""
    if not visit.rows:
        return ()
    about = ABOUT_PROFILE[visit.participation.questionnaire.looks_around]
    sketch = paragraphs((solo_texts.SKETCH(),)) if visit.assessment.one_question_each else ()
    scale = Paragraph(text=solo_texts.SCALE(), lead=True)
    readings = (_reading(visit, reading) for reading in visit.participation.questionnaire.readings)
    return (
        Section(title=about.title(), blocks=(Note(text=about.note()), *sketch, _shape(visit))),
        Section(title=solo_texts.THEMES(), blocks=(scale, *_themes(visit))),
        *readings,
    )


def reasons(visit: Visit) -> tuple[Section, ...]:
    """How each score came about, in authored order."""
    sections = tuple(
        Section(title=result.dimension.title, blocks=_why(visit, result), depth=2)
        for result in visit.assessment.dimensions
    )
    return (Section(title=solo_texts.REASONS()), *sections) if sections else ()


def _shape(visit: Visit) -> Figure:
    rows = visit.rows
    return Figure(
        svg=radar_svg(rows, VARIABLES),
        alt=radar_alt(rows),
        caption=texts.THE_SHAPE(),
        source=visit.source,
        table=Table(
            head=(texts.THEME(), solo_texts.SCORE(), solo_texts.STAGE(), texts.TARGET()),
            rows=tuple((axis.title, number(axis.score), axis.stage or NOTHING, number(axis.target)) for axis in rows),
            caption=texts.THE_SHAPE(),
            source=visit.source,
        ),
        chart=shape_chart(
            tuple(axis.title for axis in rows),
            [(NOW(), tuple(axis.score for axis in rows))],
            tuple(axis.target for axis in rows),
        ),
    )


def _themes(visit: Visit) -> tuple[Block, ...]:
    """Every answer as a ring, and whose hands each theme is in, where anybody said.

    No chart that can be edited shows the rings, so slides get the picture.
    """
    rows, source = visit.rows, visit.source
    figure = Figure(
        svg=dots_svg(rows, VARIABLES),
        alt=dots_alt(rows),
        caption=texts.BY_THEME(),
        source=source,
        table=Table(
            head=(texts.THEME(), solo_texts.SCORE(), texts.ANSWERED(), solo_texts.COULD_LIE()),
            rows=tuple((axis.title, number(axis.score), _answered(axis), axis.between) for axis in rows),
            caption=texts.BY_THEME(),
            source=source,
        ),
    )
    if not any(axis.hands for axis in rows):
        return (figure,)
    hands = tuple((axis.title, axis.hands or NOTHING) for axis in rows)
    return (figure, Table(head=(texts.THEME(), texts.HANDS()), rows=hands, caption=texts.HANDS(), source=source))


def _answered(axis: Axis) -> str:
    return solo_texts.ANSWERED(n=len(axis.answers), of=axis.asked, share=percent(axis.completeness))


def _reading(visit: Visit, reading: Lens) -> Section:
    """The same scores in another order of thought."""
    lines = []
    for pillar in reading.pillars:
        results = (visit.assessment.result(name) for name in pillar.dimensions)
        scores = (
            solo_texts.PILLAR_SCORE(theme=result.dimension.title, score=number(result.score)) for result in results
        )
        lines.append(paragraph(solo_texts.PILLAR(title=pillar.title), pillar.about, "; ".join(scores)))
    return Section(
        title=solo_texts.READING(title=reading.title),
        blocks=(Paragraph(text=reading.about, lead=True), Bullets(items=tuple(lines))),
        depth=2,
    )


def _why(visit: Visit, result: DimensionResult) -> tuple[Block, ...]:
    """The answers behind a score, the sum, the stage with what would come next, and what to talk about."""
    questionnaire, family = visit.participation.questionnaire, visit.participation.seat.family
    asked = [part for part in result.trace if part.state != "not_asked"]
    hands = visit.hands(visit.participation.subject_of(result.dimension.id))
    blocks: list[Block] = [Paragraph(text=line, lead=True) for line in (hands, result.dimension.about) if line]
    blocks.append(Facts(rows=tuple((part.item.stem(family), _said(visit, part)) for part in asked)))
    reaches = "" if result.stage is None else solo_texts.REACHES(stage=stage_name(questionnaire, result.stage))
    blocks.append(Paragraph(text=paragraph(arithmetic(result), reaches)))
    if result.stage is not None and result.blocked_by:
        following = result.stage + 1
        blocks.append(Paragraph(text=solo_texts.NEXT_STAGE(stage=stage_name(questionnaire, following))))
        blocks.append(Bullets(items=tuple(next_up(part, following) for part in result.trace if part.blocks)))
    if result.dimension.discuss:
        blocks += [Paragraph(text=texts.TO_TALK_ABOUT()), Bullets(items=result.dimension.discuss)]
    return tuple(blocks)


def _said(visit: Visit, part: Contribution) -> str:
    """An answer with what it is worth, or what its silence does to the score, and what was said beside it."""
    if part.worth is None:
        silence = effect(part.state)
        said = f"{silence[0].upper()}{silence[1:]}"
    else:
        said = solo_texts.WORTH(answer=answer_read(part.item, part.answer), worth=worth(part.worth), top=TOP)
    return "\n".join((said, *visit.beside(part.response)))
