"""The section of a report on what changed since the workshop before: theme by theme, with what to keep in mind."""

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.change_table import (
    names_of,
    rows_of,
    shows_likely,
    shows_linked,
    table_of,
    tells_chance,
    who,
)
from cosmos_app.outputs.charts.theme_over_time import change_alt, change_svg
from cosmos_app.outputs.released import AskedQuestionnaire, RoomFigures
from cosmos_app.outputs.report.sources import source_of
from cosmos_app.outputs.report.tree import Block, Bullets, Chart, Figure, Paragraph, Section, Table
from cosmos_app.texts import over_time
from cosmos_app.texts import report as texts
from cosmos_app.workshop.sites import change_since_last_time
from models.change import Change
from models.definition import TOP


def change(figures: RoomFigures, asked: AskedQuestionnaire) -> tuple[Section, ...]:
    """What changed in a level since last time, for the whole room only."""
    if not asked.is_scored or (found := change_since_last_time(figures.room, asked.questionnaire.id)) is None:
        return ()
    blocks: list[Block] = [
        Paragraph(text=who(found)),
        Paragraph(text=texts.KEEP_IN_MIND()),
        Bullets(items=tuple(over_time.CAUTIONS[name]() for name in found.cautions)),
    ]
    if "standards" in found.cautions:
        blocks.append(Paragraph(text=over_time.THEN_TEST()))
    if found.themes:
        blocks.append(_themes(figures, asked, found))
    if shows_likely(found):
        blocks.append(Paragraph(text=over_time.LIKELY_ABOUT()))
    if shows_linked(found):
        blocks.append(Paragraph(text=over_time.LINKED_ABOUT()))
    if any(map(tells_chance, found.themes)):
        blocks.append(Paragraph(text=over_time.CHANCE_ABOUT()))
    return (Section(title=texts.HEADS["change"](), blocks=tuple(blocks), depth=2),)


def _themes(figures: RoomFigures, asked: AskedQuestionnaire, found: Change) -> Figure:
    names, rows = names_of(found), rows_of(found)
    head, cells = table_of(found, (texts.THEME(), *(head() for head in over_time.CHANGE_HEADS)))
    source = source_of(figures, asked, found.after.n, asked.last.completeness)
    return Figure(
        svg=change_svg(names, rows, VARIABLES),
        alt=change_alt(names, rows),
        caption=texts.BY_THEME(),
        source=source,
        table=Table(head=head, rows=cells, caption=texts.BY_THEME(), source=source),
        chart=Chart(
            kind="bars",
            categories=tuple(row.title for row in rows),
            series=(
                (names[0], tuple(row.before.score if row.before else None for row in rows)),
                (names[1], tuple(row.after.score if row.after else None for row in rows)),
            ),
            top=TOP,
        ),
    )
