"""Sections of a report on what the answers of a level give together: its profile, and people by stage."""

from collections.abc import Sequence

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.alt import group_dots_alt, group_radar_alt, stage_counts_alt
from cosmos_app.outputs.charts.group import group_dots_svg, group_radar_svg, stage_counts_svg
from cosmos_app.outputs.charts.group_rows import group_rows, spokes_of, stage_rows, theme_cells
from cosmos_app.outputs.charts.group_view_models import filled
from cosmos_app.outputs.charts.view_models import stage_names
from cosmos_app.outputs.report.report_data import Asked, Material, Round
from cosmos_app.outputs.report.tree import Block, Chart, Figure, Note, Paragraph, Section, Table
from cosmos_app.texts.numbers import number
from cosmos_app.texts.report import Words
from models.definition import FEWEST_RADAR_AXES, TOP
from models.descriptives import DimensionSummary
from models.reveal import GroupProfile


def profile(of: Material, asked: Asked) -> tuple[Section, ...]:
    """The profile of a level, for itself: its shape, theme by theme, and group by group."""
    now = asked.last.profile
    if now is None or not asked.is_scored:
        return ()
    about = of.words.about[asked.questionnaire.looks_around]
    blocks: list[Block] = [Note(text=about.note()), _shape(of, asked, now), _themes(of, asked, now)]
    families = asked.last.told.families
    if len(families) > 1:
        blocks.append(_by_group(of, asked, now) if any(families.values()) else Paragraph(text=of.words.no_groups))
    return (Section(title=of.words.parts["profile"], blocks=tuple(blocks), depth=2),)


def stages(of: Material, asked: Asked) -> tuple[Section, ...]:
    """How many people's own answers reach each stage, the first round beside the second."""
    if asked.last.profile is None or not asked.is_scored:
        return ()
    words, rounds = of.words, _rounds(of, asked)
    several = len(rounds) > 1
    blocks = [_stages(of, asked, name if several else words.parts["stages"], given) for name, given in rounds]
    note = Paragraph(text=words.stages_note, lead=True)
    return (Section(title=words.parts["stages"], blocks=(note, *blocks), depth=2),)


def _rounds(of: Material, asked: Asked) -> list[tuple[str, GroupProfile]]:
    """The profile of each round that was revealed, by its name."""
    rounds: list[tuple[str, Round | None]] = [
        (of.words.first_time, asked.first),
        (of.words.second_time if asked.first else of.words.everyone, asked.last),
    ]
    return [(name, one.profile) for name, one in rounds if one is not None and one.profile is not None]


def _source(of: Material, asked: Asked) -> str:
    return of.source(asked, asked.last.told.n, asked.last.completeness)


def _shape(of: Material, asked: Asked, now: GroupProfile) -> Figure:
    words, rounds = of.words, _rounds(of, asked)
    names = [name for name, _ in rounds]
    profiles = [[theme.pooled for theme in given.dimensions] for _, given in rounds]
    spokes = spokes_of(profiles, now.dimensions, asked.targets)
    titles = tuple(spoke.title for spoke in spokes)
    targets = tuple(spoke.target for spoke in spokes)
    head, cells = filled(
        (words.theme, *names, words.target),
        [
            (spoke.title, *(_with_n(of, summary) for summary in summaries), number(spoke.target))
            for spoke, *summaries in zip(spokes, *profiles, strict=True)
        ],
    )
    series = [(name, tuple(spoke.scores[place] for spoke in spokes)) for place, name in enumerate(names)]
    return Figure(
        svg=group_radar_svg(spokes, names, VARIABLES),
        alt=group_radar_alt(spokes, names),
        caption=words.shape_of,
        source=_source(of, asked),
        table=Table(
            head=head,
            rows=cells,
            caption=words.shape_of,
            source=_source(of, asked),
        ),
        chart=shape_chart(of.words, titles, series, targets),
    )


def shape_chart(
    words: Words,
    titles: tuple[str, ...],
    series: Sequence[tuple[str, tuple[float | None, ...]]],
    targets: tuple[float | None, ...],
) -> Chart:
    """The shape of a profile to draw, with the targets if there are any."""
    return Chart(
        kind="radar" if len(titles) >= FEWEST_RADAR_AXES else "bars",
        categories=titles,
        series=(*series, *([(words.target, targets)] if any(one is not None for one in targets) else [])),
        top=TOP,
    )


def _with_n(of: Material, one: DimensionSummary | None) -> str:
    return of.words.hidden if one is None else f"{number(one.mean)} (n {one.n})"


def _themes(of: Material, asked: Asked, now: GroupProfile) -> Figure:
    words = of.words
    rows = group_rows(now, asked.targets)
    marks = (
        (words.index, [row.score for row in rows]),
        (words.median, [row.median for row in rows]),
        (words.target, [row.target for row in rows]),
    )
    head, cells = filled(
        (
            *(words.theme, words.answers, words.index, words.median, words.balanced, words.answered),
            *(words.agreed_stage, words.target, words.hands),
        ),
        [
            theme_cells(
                theme,
                asked.questionnaire,
                asked.last.told.board,
                target=asked.targets.get(theme.dimension.id),
                hand=of.hand(f"{asked.questionnaire.id}/{theme.dimension.id}"),
            )
            for theme in now.dimensions
        ],
    )
    return Figure(
        svg=group_dots_svg(rows, VARIABLES),
        alt=group_dots_alt(rows),
        caption=words.theme_by_theme,
        source=_source(of, asked),
        table=Table(
            head=head,
            rows=cells,
            caption=words.theme_by_theme,
            source=_source(of, asked),
        ),
        chart=Chart(
            kind="bars",
            categories=tuple(row.title for row in rows),
            series=tuple((name, tuple(values)) for name, values in marks if any(one is not None for one in values)),
            top=TOP,
        ),
    )


def _by_group(of: Material, asked: Asked, now: GroupProfile) -> Table:
    names = list(asked.last.told.families)
    return Table(
        head=(of.words.theme, *(of.families[name] for name in names)),
        rows=tuple(
            (one.dimension.title, *(_with_n(of, one.families.get(name)) for name in names)) for one in now.dimensions
        ),
        caption=of.words.by_group,
        source=_source(of, asked),
    )


def _stages(of: Material, asked: Asked, caption: str, given: GroupProfile) -> Figure:
    names = stage_names(asked.questionnaire)
    rows = stage_rows(given)
    source = _source(of, asked)
    return Figure(
        svg=stage_counts_svg(names, rows, VARIABLES),
        alt=stage_counts_alt(names, rows),
        caption=caption,
        source=source,
        table=Table(
            head=(of.words.theme, *names),
            rows=tuple(
                (title, *(map(str, counts) if counts is not None else (of.words.hidden,) * len(names)))
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
