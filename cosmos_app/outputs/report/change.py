"""The section of a report on what changed since the workshop before: theme by theme, with what to keep in mind."""

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.change import change_alt, change_svg
from cosmos_app.outputs.charts.change_table import names_of, rows_of, shows_linked, table_of, who
from cosmos_app.outputs.report.report_data import Asked, Material
from cosmos_app.outputs.report.tree import Block, Bullets, Chart, Figure, Paragraph, Section, Table
from cosmos_app.workshop.sites import since_last_time
from models.comparison import Change
from models.definition import TOP


def change(of: Material, asked: Asked) -> tuple[Section, ...]:
    """What changed in a level since last time, told of the whole room only."""
    if not asked.is_scored or (found := since_last_time(of.here, asked.questionnaire.id)) is None:
        return ()
    words = of.words
    blocks: list[Block] = [
        Paragraph(text=who(found, of.people, words.overlap, words.not_said_who)),
        Paragraph(text=words.keep_in_mind),
        Bullets(items=tuple(words.cautions[one] for one in found.cautions)),
    ]
    if "standards" in found.cautions:
        blocks.append(Paragraph(text=words.then_test))
    if found.themes:
        blocks += [_themes(of, asked, found), Paragraph(text=words.likely_about)]
    if shows_linked(found):
        blocks.append(Paragraph(text=words.linked_about))
    return (Section(title=words.parts["change"], blocks=tuple(blocks), depth=2),)


def _themes(of: Material, asked: Asked, found: Change) -> Figure:
    words, names, rows = of.words, names_of(found), rows_of(found)
    head, cells = table_of(found, (words.theme, *words.change_heads))
    source = of.source(asked, found.after.n, asked.last.completeness)
    return Figure(
        svg=change_svg(names, rows, VARIABLES),
        alt=change_alt(names, rows),
        caption=words.theme_by_theme,
        source=source,
        table=Table(head=head, rows=cells, caption=words.theme_by_theme, source=source),
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
