"""Sections of one person's report on scores: the profile, other ways to read it, and how each score came about."""

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.alt import dots_alt, radar_alt
from cosmos_app.outputs.charts.static import dots_svg, radar_svg
from cosmos_app.outputs.charts.view_models import Axis, stage_name
from cosmos_app.outputs.report.profiles import shape_chart
from cosmos_app.outputs.report.solo_data import Own
from cosmos_app.outputs.report.tree import Block, Bullets, Facts, Figure, Note, Paragraph, Section, Table, paragraphs
from cosmos_app.texts.numbers import number
from cosmos_app.texts.silences import effect
from cosmos_app.texts.solo.profile import arithmetic, next_up
from cosmos_app.texts.values import answer_read
from models.assessment import Contribution, DimensionResult
from models.definition import TOP, Lens


def profile(of: Own) -> tuple[Section, ...]:
    """The profile: its shape on the first page, then the answers behind it, and other ways to read it."""
    if not of.rows:
        return ()
    words, about = of.words, of.words.about[of.participation.questionnaire.looks_around]
    sketch = words.own_sketch if of.assessment.one_question_each else ""
    readings = (_reading(of, reading) for reading in of.participation.questionnaire.readings)
    return (
        Section(title=about.title(), blocks=(Note(text=about.note()), *paragraphs((sketch,)), _shape(of))),
        Section(title=words.own_parts["themes"], blocks=(Paragraph(text=words.own_scale, lead=True), *_themes(of))),
        *readings,
    )


def reasons(of: Own) -> tuple[Section, ...]:
    """How each score came about, in authored order."""
    every = tuple(Section(title=one.dimension.title, blocks=_why(of, one), depth=2) for one in of.assessment.dimensions)
    return (Section(title=of.words.own_parts["reasons"]), *every) if every else ()


def _shape(of: Own) -> Figure:
    words, rows = of.words, of.rows
    return Figure(
        svg=radar_svg(rows, VARIABLES),
        alt=radar_alt(rows),
        caption=words.shape_of,
        source=of.source,
        table=Table(
            head=(words.theme, words.own_score, words.own_stage, words.target),
            rows=tuple((axis.title, number(axis.score), axis.stage or "–", number(axis.target)) for axis in rows),
            caption=words.shape_of,
            source=of.source,
        ),
        chart=shape_chart(
            words,
            tuple(axis.title for axis in rows),
            [(words.own_now, tuple(axis.score for axis in rows))],
            tuple(axis.target for axis in rows),
        ),
    )


def _themes(of: Own) -> tuple[Block, ...]:
    """Every answer as a ring, and whose hands each theme is in, where anybody said.

    No chart that can be edited shows the rings, so slides get the picture.
    """
    words, rows, source = of.words, of.rows, of.source
    figure = Figure(
        svg=dots_svg(rows, VARIABLES),
        alt=dots_alt(rows),
        caption=words.theme_by_theme,
        source=source,
        table=Table(
            head=(words.theme, words.own_score, words.answered, words.own_could_lie),
            rows=tuple((axis.title, number(axis.score), _answered(of, axis), axis.between) for axis in rows),
            caption=words.theme_by_theme,
            source=source,
        ),
    )
    if not any(axis.hands for axis in rows):
        return (figure,)
    hands = tuple((axis.title, axis.hands or "–") for axis in rows)
    return (figure, Table(head=(words.theme, words.hands), rows=hands, caption=words.hands, source=source))


def _answered(of: Own, axis: Axis) -> str:
    share = "–" if axis.completeness is None else f"{axis.completeness:.0%}"
    return of.words.own_share.format(n=len(axis.answers), of=axis.asked, share=share)


def _reading(of: Own, reading: Lens) -> Section:
    """The same scores in another order of thought."""
    lines = []
    for pillar in reading.pillars:
        results = (of.assessment.result(name) for name in pillar.dimensions)
        scores = "; ".join(f"{one.dimension.title}: {number(one.score)}" for one in results)
        lines.append(of.words.own_pillar.format(title=pillar.title, about=pillar.about, scores=scores).strip())
    return Section(
        title=of.words.own_reading.format(title=reading.title),
        blocks=(Paragraph(text=reading.about, lead=True), Bullets(items=tuple(lines))),
        depth=2,
    )


def _why(of: Own, result: DimensionResult) -> tuple[Block, ...]:
    """The answers behind a score, the sum, the stage with what would come next, and what to talk about."""
    words, questionnaire, family = of.words, of.participation.questionnaire, of.participation.seat.family
    asked = [part for part in result.trace if part.state != "not_asked"]
    hand = of.hand(of.participation.subject_of(result.dimension.id))
    blocks: list[Block] = [Paragraph(text=line, lead=True) for line in (hand, result.dimension.about) if line]
    blocks.append(Facts(rows=tuple((part.item.stem(family), _said(of, part)) for part in asked)))
    told = arithmetic(result)
    if result.stage is not None:
        told = words.own_reaches.format(arithmetic=told, stage=stage_name(questionnaire, result.stage))
    blocks.append(Paragraph(text=told))
    if result.stage is not None and result.blocked_by:
        following = result.stage + 1
        blocks.append(Paragraph(text=words.own_next.format(stage=stage_name(questionnaire, following))))
        blocks.append(Bullets(items=tuple(next_up(part, following) for part in result.trace if part.blocks)))
    if result.dimension.discuss:
        blocks += [Paragraph(text=words.to_talk), Bullets(items=result.dimension.discuss)]
    return tuple(blocks)


def _said(of: Own, part: Contribution) -> str:
    """An answer with what it is worth, or what its silence does to the score, and what was said beside it."""
    if part.worth is None:
        told = effect(part.state)
        told = f"{told[0].upper()}{told[1:]}"
    else:
        told = of.words.own_worth.format(answer=answer_read(part.item, part.answer), worth=part.worth, top=TOP)
    return "\n".join((told, *of.beside(part.response)))
