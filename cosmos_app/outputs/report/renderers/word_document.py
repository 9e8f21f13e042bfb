"""A report as a Word document that people go on writing in: real headings, real tables, words for every picture."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, NamedTuple

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from cosmos_app.design import typesetting
from cosmos_app.design.tokens import LIGHT
from cosmos_app.outputs.charts.svg import WIDTH
from cosmos_app.outputs.charts.svg_on_paper import height, on_paper
from cosmos_app.outputs.report.tree import (
    PROPERTY,
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Note,
    Paragraph,
    Section,
    Table,
)

BODY, HEADINGS = "Calibri", "Georgia"
"""Fonts that come with Word; where one is missing, another program puts a similar one in its place."""

USUAL, HIGHEST = 9.0, 12.0
"""Of pictures: how wide they usually are, and how high any may be, in cm."""

SHARP = 150
"""Of pictures, in dots per inch as they are made; as they stand in the document, a third more."""

FEW_ROWS = 8
"""Rows up to which a table stays on one page."""

PAGE = 16.8
"""Width of what is written on, in cm."""

_SIZES = {"Title": 24, "Heading 1": 18, "Heading 2": 14, "Heading 3": 12}
_NOTE, _SOURCE, _CELL, _HEAD = "CoSMoS Note", "CoSMoS Source", "CoSMoS Cell", "CoSMoS Head"

_OWN: tuple[tuple[str, float, str], ...] = (
    (_NOTE, 10.5, LIGHT.ink),
    (_SOURCE, 8.5, LIGHT.ink_soft),
    (_CELL, 9, LIGHT.ink),
    (_HEAD, 9, LIGHT.ink),
)
"""Our own styles, with size and colour."""


class Writing(NamedTuple):
    """A document being written, and the pictures still to come."""

    to: Any
    pictures: Iterator[bytes]


def word(document: Document) -> bytes:
    """Write a report as a Word document."""
    pictures = iter(typesetting.png_of([on_paper(figure.svg) for figure in document.figures()], SHARP))
    writing = Writing(docx.Document(), pictures)
    _prepare(writing.to, document)
    _head(writing, document)
    for section in document.first_page:
        _section(writing, section)
    for number, section in enumerate(document.further_pages):
        _section(writing, section, on_new_page=number == 0)
    body = BytesIO()
    writing.to.save(body)
    return body.getvalue()


def _prepare(to: Any, document: Document) -> None:
    """Set the look of everything in styles, so that whoever goes on writing can change it in one place."""
    page = to.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm((21 - PAGE) / 2)
    page.top_margin = page.bottom_margin = Cm(2)
    _font(to.styles["Normal"], BODY, 10.5, LIGHT.ink)
    to.styles["Normal"].paragraph_format.space_after = Pt(6)
    for name, size in _SIZES.items():
        _font(to.styles[name], HEADINGS, size, LIGHT.accent_strong if size > 12 else LIGHT.ink)
        to.styles[name].paragraph_format.space_before = Pt(size)
        to.styles[name].paragraph_format.space_after = Pt(size / 3)
    _font(to.styles["Subtitle"], BODY, 12, LIGHT.ink_soft)
    _font(to.styles["Caption"], BODY, 10, LIGHT.ink)
    to.styles["Caption"].paragraph_format.keep_with_next = True
    for name, points, colour in _OWN:
        style = to.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = to.styles["Normal"]
        _font(style, BODY, points, colour)
    for name in (_CELL, _HEAD):
        to.styles[name].paragraph_format.space_after = Pt(2)
    to.styles[_HEAD].font.bold = True
    _ground(to.styles[_NOTE].element.get_or_add_pPr(), LIGHT.accent_soft)
    for style in to.styles.element.iter(qn("w:lang")):
        style.set(qn("w:val"), document.language)
    properties = to.core_properties
    properties.title, properties.subject = document.title[:PROPERTY], document.subtitle[:PROPERTY]
    properties.author = "CoSMoS"
    properties.language, properties.comments, properties.keywords = document.language, document.caution[:PROPERTY], ""
    properties.created = properties.modified = datetime.fromisoformat(document.date).replace(tzinfo=UTC)
    _foot(page.footer.paragraphs[0], document.short_caution)


def _font(style: Any, name: str, size: float, colour: str) -> None:
    style.font.name, style.font.size, style.font.color.rgb = name, Pt(size), RGBColor.from_string(colour[1:])
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), name)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


def _ground(to: Any, colour: str) -> None:
    """A line at the left and a ground below, in the order in which Word's schema wants them."""
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "24"), ("space", "8"), ("color", LIGHT.accent[1:])):
        left.set(qn(f"w:{name}"), value)
    borders.append(left)
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour[1:])):
        shade.set(qn(f"w:{name}"), value)
    to.append(borders)
    to.append(shade)


def _foot(paragraph: Any, caution: str) -> None:
    paragraph.style.font.size = Pt(8)
    paragraph.add_run(f"{caution}\t\t")
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        field = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            field.set(qn("w:fldCharType"), kind)
        else:
            field.text = code
        run._r.append(field)


def _head(writing: Writing, document: Document) -> None:
    writing.to.add_heading(document.title, level=0)
    if document.subtitle:
        writing.to.add_paragraph(document.subtitle, style="Subtitle")
    for note in document.notes:
        _note(writing, note)
    _facts(writing, document.facts)
    _note(writing, Note(text=document.caution))


def _say(writing: Writing, text: str, style: str) -> None:
    """A paragraph of a style; named by its id, because python-docx looks long for a style by its name."""
    writing.to.add_paragraph(text)._p.style = style.replace(" ", "")


def _section(writing: Writing, section: Section, *, on_new_page: bool = False) -> None:
    _say(writing, section.title, f"Heading {section.depth}")
    if on_new_page:
        # A page break in a paragraph of its own would leave a page empty where the one before is full.
        writing.to.paragraphs[-1].paragraph_format.page_break_before = True
    for block in section.blocks:
        WRITE[type(block)](writing, block)


def _paragraph(writing: Writing, paragraph: Paragraph) -> None:
    run = writing.to.add_paragraph().add_run(paragraph.text)
    if paragraph.lead:
        run.font.color.rgb = RGBColor.from_string(LIGHT.ink_soft[1:])


def _bullets(writing: Writing, bullets: Bullets) -> None:
    for item in bullets.items:
        _say(writing, item, "List Bullet")


def _note(writing: Writing, note: Note) -> None:
    _say(writing, note.text, _NOTE)


def _facts(writing: Writing, facts: Facts) -> None:
    for name, words in facts.rows:
        paragraph = writing.to.add_paragraph()
        term = paragraph.add_run(name)
        term.bold, term.font.color.rgb = True, RGBColor.from_string(LIGHT.accent[1:])
        term.add_break()
        paragraph.add_run(words)


def _table(writing: Writing, table: Table) -> None:
    _say(writing, table.caption, "Caption")
    _rows(writing, table)


def _figure(writing: Writing, figure: Figure) -> None:
    _say(writing, figure.caption, "Caption")
    wide = min(USUAL, HIGHEST * WIDTH / height(figure.svg))
    paragraph = writing.to.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(BytesIO(next(writing.pictures)), width=Cm(wide))
    properties = shape._inline.docPr
    properties.set("descr", figure.alt)
    properties.set("title", figure.caption)
    _rows(writing, figure.table)


def _rows(writing: Writing, content: Table) -> None:
    table = writing.to.add_table(rows=len(content.rows) + 1, cols=len(content.head))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _look_of(table, content.caption)
    shares = content.shares()
    widths = [Cm(PAGE * share / sum(shares)) for share in shares]
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = width
    # Row by row as XML: python-docx counts all cells anew for each.
    for number, (row, cells) in enumerate(zip(table._tbl.tr_lst, (content.head, *content.rows), strict=True)):
        marks = row.get_or_add_trPr()
        marks.append(OxmlElement("w:cantSplit"))
        if number == 0:
            marks.append(OxmlElement("w:tblHeader"))
        for column, (cell, words) in enumerate(zip(row.tc_lst, cells, strict=True)):
            cell.width = widths[column]
            paragraph = cell.p_lst[0]
            paragraph.style = (_HEAD if number == 0 or column == 0 else _CELL).replace(" ", "")
            paragraph.add_r().text = words
            if len(content.rows) <= FEW_ROWS and column == 0:
                paragraph.get_or_add_pPr().get_or_add_keepNext()
    _say(writing, content.source, _SOURCE)


def _look_of(table: Any, caption: str) -> None:
    """Thin lines between rows, the first row and column marked as heads, and what it shows for those who don't see."""
    marks = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LIGHT.line[1:])):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    look = marks.find(qn("w:tblLook"))
    if look is not None:
        look.addprevious(borders)
    alt = OxmlElement("w:tblCaption")
    alt.set(qn("w:val"), caption)
    marks.append(alt)


WRITE: Mapping[type[Block], Callable[[Writing, Any], None]] = {
    Paragraph: _paragraph,
    Bullets: _bullets,
    Note: _note,
    Facts: _facts,
    Table: _table,
    Figure: _figure,
}
"""How each kind of block is written."""
