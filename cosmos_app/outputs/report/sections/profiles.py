"""Sections of a report on what the answers of a level give together: its profile, and answers by stage."""

from collections.abc import Sequence

from cosmos_app.content.catalogue import catalogues
from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.alt import group_dots_alt, group_radar_alt, stage_counts_alt
from cosmos_app.outputs.charts.group_profile_svg import group_dots_svg, group_radar_svg, stage_counts_svg
from cosmos_app.outputs.charts.group_rows import group_rows, spokes_of, stage_rows, theme_table, what_is_missing
from cosmos_app.outputs.charts.group_view_models import filled
from cosmos_app.outputs.charts.view_models import stage_names
from cosmos_app.outputs.released import AskedQuestionnaire, RoomFigures
from cosmos_app.outputs.report.sources import source_of
from cosmos_app.outputs.report.tree import Block, Chart, Figure, Note, Paragraph, Section, Table
from cosmos_app.texts import report as texts
from cosmos_app.texts.charts import SCORE_AND_N, SCORE_IN_PART
from cosmos_app.texts.families import family_titles
from cosmos_app.texts.numbers import number
from cosmos_app.texts.room.dots import FIRST_TIME, NOT_SHOWN, SECOND_TIME
from cosmos_app.texts.solo.profile import ABOUT_PROFILE
from models.definition import FEWEST_RADAR_AXES, TOP
from models.group_scores import DimensionSummary
from models.reveal import GroupProfile


def profile(figures: RoomFigures, asked: AskedQuestionnaire) -> tuple[Section, ...]:
    """The profile of a level, for itself: its shape, theme by theme, and group by group."""
    now = asked.last.profile
    if now is None or not asked.is_scored:
        return ()
    about = ABOUT_PROFILE[asked.questionnaire.looks_around]
    blocks: list[Block] = [Note(text=about.note()), _shape(figures, asked, now), _themes(figures, asked, now)]
    shown = [(theme.dimension.title, theme.pooled) for theme in now.dimensions]
    blocks += [Paragraph(text=words) for words in what_is_missing(asked.questionnaire, shown)]
    families = asked.last.revealed.families
    if len(families) > 1:
        any_shown = any(families.values())
        blocks.append(_by_group(figures, asked, now) if any_shown else Paragraph(text=texts.NO_GROUPS()))
    return (Section(title=texts.HEADS["profile"](), blocks=tuple(blocks), depth=2),)


def stages(figures: RoomFigures, asked: AskedQuestionnaire) -> tuple[Section, ...]:
    """How many answers reach each stage, the first round beside the second."""
    if asked.last.profile is None or not asked.is_scored:
        return ()
    title, rounds = texts.HEADS["stages"](), _rounds(asked)
    pictures = (_stages(figures, asked, name if len(rounds) > 1 else title, each) for name, each in rounds)
    note = Paragraph(text=texts.STAGES_NOTE(), lead=True)
    return (Section(title=title, blocks=(note, *pictures), depth=2),)


def _rounds(asked: AskedQuestionnaire) -> list[tuple[str, GroupProfile]]:
    """The profile of each round that was revealed, by its name."""
    names = (texts.EVERYONE(),) if asked.first is None else (FIRST_TIME(), SECOND_TIME())
    named = zip(names, asked.rounds, strict=True)
    return [(name, each.profile) for name, each in named if each.profile is not None]


def _source(figures: RoomFigures, asked: AskedQuestionnaire) -> str:
    return source_of(figures, asked, asked.last.revealed.n, asked.last.completeness)


def _shape(figures: RoomFigures, asked: AskedQuestionnaire, now: GroupProfile) -> Figure:
    rounds = _rounds(asked)
    names = [name for name, _ in rounds]
    pooled = [[theme.pooled for theme in each.dimensions] for _, each in rounds]
    spokes = spokes_of(pooled, now.dimensions, asked.targets)
    head, cells = filled(
        (texts.THEME(), *names, texts.TARGET()),
        [
            (spoke.title, *map(_with_n, summaries), number(spoke.target))
            for spoke, *summaries in zip(spokes, *pooled, strict=True)
        ],
    )
    source = _source(figures, asked)
    return Figure(
        svg=group_radar_svg(spokes, names, VARIABLES),
        alt=group_radar_alt(spokes, names),
        caption=texts.THE_SHAPE(),
        source=source,
        table=Table(head=head, rows=cells, caption=texts.THE_SHAPE(), source=source),
        chart=shape_chart(
            tuple(spoke.title for spoke in spokes),
            [(name, tuple(spoke.scores[index] for spoke in spokes)) for index, name in enumerate(names)],
            tuple(spoke.target for spoke in spokes),
        ),
    )


def shape_chart(
    titles: tuple[str, ...],
    series: Sequence[tuple[str, tuple[float | None, ...]]],
    targets: tuple[float | None, ...],
) -> Chart:
    """The shape of a profile to draw, with the targets if there are any."""
    return Chart(
        kind="radar" if len(titles) >= FEWEST_RADAR_AXES else "bars",
        categories=titles,
        series=(*series, *([(texts.TARGET(), targets)] if any(target is not None for target in targets) else [])),
        top=TOP,
    )


def _with_n(summary: DimensionSummary | None) -> str:
    if summary is None:
        return NOT_SHOWN()
    score, n = number(summary.mean), summary.n
    if summary.items == summary.asked:
        return SCORE_AND_N(score=score, n=n)
    return SCORE_IN_PART(score=score, n=n, shown=summary.items, all=summary.asked)


def _themes(figures: RoomFigures, asked: AskedQuestionnaire, now: GroupProfile) -> Figure:
    rows = group_rows(now, asked.targets)
    marks = (
        (texts.INDEX(), tuple(row.score for row in rows)),
        (texts.MEDIAN(), tuple(row.median for row in rows)),
        (texts.TARGET(), tuple(row.target for row in rows)),
    )
    level = asked.questionnaire.id
    head, cells = theme_table(
        now,
        asked.questionnaire,
        asked.last.revealed.board,
        heads=(
            *(texts.THEME(), texts.PEOPLE_HEAD(), texts.INDEX(), texts.QUESTIONS_SHOWN(), texts.MEDIAN()),
            *(texts.BALANCED(), texts.ANSWERED(), texts.AGREED_STAGE(), texts.TARGET(), texts.HANDS()),
        ),
        targets=asked.targets,
        hands={
            theme.id: texts.hands_in_words(figures.loci.get(f"{level}/{theme.id}"))
            for theme in asked.questionnaire.dimensions
        },
    )
    source = _source(figures, asked)
    return Figure(
        svg=group_dots_svg(rows, VARIABLES),
        alt=group_dots_alt(rows),
        caption=texts.BY_THEME(),
        source=source,
        table=Table(head=head, rows=cells, caption=texts.BY_THEME(), source=source),
        chart=Chart(
            kind="bars",
            categories=tuple(row.title for row in rows),
            series=tuple((name, scores) for name, scores in marks if any(score is not None for score in scores)),
            top=TOP,
        ),
    )


def _by_group(figures: RoomFigures, asked: AskedQuestionnaire, now: GroupProfile) -> Table:
    titles, groups = family_titles(catalogues().roles), list(asked.last.revealed.families)
    return Table(
        head=(texts.THEME(), *(titles[group] for group in groups)),
        rows=tuple(
            (theme.dimension.title, *(_with_n(theme.families.get(group)) for group in groups))
            for theme in now.dimensions
        ),
        caption=texts.BY_GROUP(),
        source=_source(figures, asked),
    )


def _stages(figures: RoomFigures, asked: AskedQuestionnaire, caption: str, shown: GroupProfile) -> Figure:
    names, rows, source = stage_names(asked.questionnaire), stage_rows(shown), _source(figures, asked)
    return Figure(
        svg=stage_counts_svg(names, rows, VARIABLES),
        alt=stage_counts_alt(names, rows),
        caption=caption,
        source=source,
        table=Table(
            head=(texts.THEME(), *names),
            rows=tuple(
                (title, *(map(str, counts) if counts is not None else (NOT_SHOWN(),) * len(names)))
                for title, counts in rows
            ),
            caption=caption,
            source=source,
        ),
        chart=Chart(
            kind="stacked",
            categories=tuple(title for title, _ in rows),
            series=tuple(
                (name, tuple(None if counts is None else float(counts[stage]) for _, counts in rows))
                for stage, name in enumerate(names)
            ),
        ),
    )
