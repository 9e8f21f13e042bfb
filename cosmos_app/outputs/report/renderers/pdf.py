"""A report as PDF: tagged, with bookmarks and words for every picture; set by Typst, so that no browser takes part."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from re import compile as pattern
from typing import Any

from cosmos_app.design import typesetting
from cosmos_app.design.tokens import LIGHT
from cosmos_app.outputs.charts.svg import WIDTH
from cosmos_app.outputs.charts.svg_on_paper import height, on_paper
from cosmos_app.outputs.report.tree import Block, Bullets, Document, Facts, Figure, Note, Paragraph, Section, Table

USUAL, WIDE, HIGHEST = 7.4, 8.6, 13.0
"""Of pictures: how wide they usually are, how wide a wheel is, and how high any may be, in cm."""

ROOMY = 6
"""Columns of a table up to which it is set in letters of the usual size."""

WHOLE = 1200
"""Letters of a table up to which it stays on one page with its picture."""

LONGEST_WORD, _PIECE = 24, 12
"""Letters of a word that fits any column; a longer one may break after every so many."""

_LONG = pattern(rf"\S{{{LONGEST_WORD + 1},}}")
_LOOK = Path(__file__).with_name("report.typ")


def pdf(document: Document) -> bytes:
    """Set a report as PDF."""
    figures = list(document.figures())
    files = {f"{index}.svg": on_paper(figure.svg).encode() for index, figure in enumerate(figures)}
    names = iter(files)
    say: Mapping[type, Callable[[Any], str]] = {**SAY, Figure: lambda figure: _figure(figure, next(names))}
    body = [*_head(document), *(line for section in document.first_page for line in _section(section, say))]
    if document.further_pages:
        body += ["#pagebreak()", _call("contents", document.contents)]
        body += [line for section in document.further_pages for line in _section(section, say)]
    return typesetting.pdf(
        "\n".join(body), {**files, "report.typ": _LOOK.read_bytes(), "palette.typ": _palette().encode()}
    )


def _head(document: Document) -> list[str]:
    year, month, day = map(int, document.date.split("-"))
    date = f"datetime(year: {year}, month: {month}, day: {day})"
    arguments = ", ".join(
        [*map(_literal, (document.title, document.subtitle, document.language)), date, _literal(document.short_caution)]
    )
    return [
        '#import "report.typ": *',
        f"#show: body => report({arguments}, body)",
        *(_call("note", note.text) for note in document.notes),
        _call("small-facts", document.facts.rows),
        _call("small", document.caution),
    ]


def _section(section: Section, say: Mapping[type, Callable[[Any], str]]) -> list[str]:
    heading = f"#heading(level: {section.depth}, {_literal(section.title)})"
    return [heading, *(say[type(block)](block) for block in section.blocks)]


def _facts(facts: Facts) -> str:
    return _call("facts", facts.rows)


def _paragraph(paragraph: Paragraph) -> str:
    return _call("lead" if paragraph.lead else "par", paragraph.text)


def _table(table: Table) -> str:
    return _call("figures", table.caption, table.source, *_sheet(table), _length(table) <= WHOLE)


def _length(table: Table) -> int:
    return sum(len(cell) for row in table.rows for cell in row)


def _figure(figure: Figure, name: str) -> str:
    table = figure.table
    beside = figure.stands_beside
    whole = beside and _length(table) <= WHOLE
    picture = (name, _width(figure), figure.alt, figure.caption, figure.source)
    return _call("picture", *picture, *_sheet(table), beside, whole)


def _width(figure: Figure) -> float:
    """How wide a picture stands on the page, in cm: a wheel has words all round it, and a tall one must leave room."""
    usual = WIDE if figure.chart is not None and figure.chart.kind == "radar" else USUAL
    return round(min(usual, HIGHEST * WIDTH / height(figure.svg)), 1)


def _sheet(table: Table) -> tuple[object, ...]:
    return _Columns(table), table.head, table.rows, len(table.head) > ROOMY


class _Columns:
    """The widths of a table's columns, as Typst says them."""

    def __init__(self, table: Table) -> None:
        self.shares = table.shares()

    def __str__(self) -> str:
        return f"({', '.join(f'{share:.2f}fr' for share in self.shares)},)"


def _call(name: str, *values: object) -> str:
    return f"#{name}({', '.join(map(_value, values))})"


def _value(value: object) -> str:
    """A value as Typst writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _literal(value)
    if isinstance(value, tuple):
        return f"({''.join(f'{_value(part)}, ' for part in value)})"
    return str(value)


def _literal(text: str) -> str:
    """A text as a literal, in which no character is markup, and which can break within words wider than a column."""
    return typesetting.literal(_LONG.sub(lambda found: _breakable(found[0]), text))


def _breakable(word: str) -> str:
    return "\N{ZERO WIDTH SPACE}".join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))


def _palette() -> str:
    colours = {name: f'rgb("{colour}")' for name, colour in asdict(LIGHT).items()}
    # In Typst, "line" is a function that draws lines.
    colours["line_colour"] = colours.pop("line")
    fonts = {"sans": _literal(typesetting.SANS), "serif": _literal(typesetting.SERIF)}
    return "\n".join(f"#let {name} = {value}" for name, value in {**colours, **fonts}.items())


SAY: Mapping[type[Block], Callable[[Any], str]] = {
    Paragraph: _paragraph,
    Bullets: lambda bullets: _call("bullets", bullets.items),
    Note: lambda note: _call("note", note.text),
    Facts: _facts,
    Table: _table,
}
"""How each kind of block is said in Typst; a picture besides needs the name of its file."""
