"""A report as slides: one figure, table or text on each, charts that can be edited, and sources in the notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from cosmos_app.design import typesetting
from cosmos_app.design.tokens import LIGHT
from cosmos_app.outputs.charts.svg import WIDTH
from cosmos_app.outputs.charts.svg_on_paper import height, on_paper
from cosmos_app.outputs.report.renderers.native_charts import colour, draw, is_drawn
from cosmos_app.outputs.report.renderers.pagination import high, parted, row_high, sheets
from cosmos_app.outputs.report.renderers.slide_master import (
    ACROSS,
    BODY,
    FOOT,
    HEADER,
    LEFT,
    TITLE_HIGH,
    TITLE_ONLY,
    TITLE_SLIDE,
    TOP,
    WITH_TEXT,
    dress,
)
from cosmos_app.outputs.report.tree import Block, Bullets, Document, Facts, Figure, Note, Paragraph, Section, Table
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.report import CONTINUED, SPEAKER_NOTES, TERM

_BESIDE = 5.9
"""Width of a picture beside its table, in inches."""

_SUBTITLE, _TEXT, _REMARK, _CELL, _SOURCE = 20.0, 18.0, 14.0, 12.0, 10.0
"""Sizes of type, in points."""

_REMARKS = 0.75
"""Room below a picture for what is remarked on it, in inches."""

_TABLE_STYLE = "{3C2FFA5D-87B4-456A-9821-1D502468CF0F}"
"""Light, in the first colour of the theme: the usual one is heavier than what it holds."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a slide: with a *term* in bold before it, or a bullet."""

    text: str
    term: str = ""
    bullet: bool = False

    @property
    def high(self) -> float:
        """How high it stands, in inches, with the room below it."""
        term = f"{TERM(term=self.term)} " if self.term else ""
        return high(f"{term}{self.text}", ACROSS - 0.6, _TEXT) + 0.12


def slides(document: Document) -> bytes:
    """Write a report as slides."""
    body = BytesIO()
    _Deck(document).shown().save(body)
    return body.getvalue()


class _Deck:
    """Slides being made of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.to = Presentation()
        dress(self.to, document)

    def shown(self) -> Any:
        """The whole deck."""
        first = self._slide(TITLE_SLIDE, self.document.title)
        first.placeholders[1].text = "\n".join(
            filter(None, (self.document.subtitle, *(note.text for note in self.document.notes)))
        )
        for line in first.placeholders[1].text_frame.paragraphs:
            line.font.size = Pt(_SUBTITLE)
        lines = [_Line(words, term=name) for name, words in self.document.facts.rows]
        self._text(self.document.title, [*lines, _Line(self.document.caution)])
        for section in self.document.sections:
            self._section(section)
        return self.to

    @cached_property
    def pictures(self) -> Iterator[bytes]:
        """What no chart can show, as pictures; made all at once."""
        bare = [on_paper(figure.svg) for figure in self.document.figures() if not is_drawn(figure.chart)]
        return iter(typesetting.png_of(bare))

    def _section(self, section: Section) -> None:
        if not section.blocks and section.depth == 1:
            self._slide(HEADER, section.title).placeholders[1].text = self.document.title
        lines: list[_Line] = []
        blocks = list(section.blocks)
        several = sum(isinstance(block, Figure | Table) for block in blocks) > 1
        while blocks:
            block = blocks.pop(0)
            if not isinstance(block, Figure | Table):
                lines += _lines(block)
                continue
            title = f"{section.title} · {block.caption}" if several else section.title
            before = " ".join(line.text for line in lines if not line.term and not line.bullet)
            below = isinstance(block, Figure) and all(line.text in before for line in lines) and _has_room(before)
            if not below:
                self._text(section.title, lines)
            if isinstance(block, Figure):
                self._figure(title, block, _remarks(blocks, before if below else ""))
            else:
                self._table(title, block)
            lines = []
        self._text(section.title, lines)

    def _text(self, title: str, lines: Sequence[_Line]) -> None:
        """As many slides as the lines need."""
        used, slide = 0.0, None
        for line in (part for whole in lines for part in _parts(whole)):
            if slide is None or used + line.high > BODY:
                slide = self._slide(WITH_TEXT, title if slide is None else self._continued(title))
                used = 0.0
                frame = slide.placeholders[1].text_frame
                frame.auto_size = MSO_AUTO_SIZE.NONE
                to = frame.paragraphs[0]
            else:
                to = frame.add_paragraph()
            used += line.high
            _write(to, line)

    def _figure(self, title: str, figure: Figure, remarks: str) -> None:
        """A picture with its table, where both have room, and what is remarked on it."""
        slide = self._slide(TITLE_ONLY, title)
        body = BODY - (_REMARKS if remarks else 0)
        widths = _widths(figure.table, ACROSS - _BESIDE - 0.3)
        fits = figure.stands_beside and _high(figure.table, widths) <= body
        wide = _BESIDE if fits else ACROSS
        if figure.chart is not None and is_drawn(figure.chart):
            drawn = draw(slide.shapes, figure.chart, (Inches(LEFT), Inches(TOP), Inches(wide), Inches(body)))
            properties = drawn._element.nvGraphicFramePr.cNvPr
        else:
            across = min(wide, body * WIDTH / height(figure.svg))
            left = Inches(LEFT + (wide - across) / 2)
            drawn = slide.shapes.add_picture(BytesIO(next(self.pictures)), left, Inches(TOP), Inches(across))
            properties = drawn._element.nvPicPr.cNvPr
        properties.set("descr", figure.alt)
        properties.set("title", figure.caption)
        if remarks:
            _box(slide, remarks, TOP + body, _REMARK, LIGHT.ink)
        self._source(slide, figure.source, SPEAKER_NOTES(caption=figure.caption, alt=figure.alt))
        if fits:
            _put(slide, figure.table, figure.table.rows, widths, LEFT + _BESIDE + 0.3)
        else:
            self._table(title, figure.table)

    def _table(self, title: str, table: Table) -> None:
        """A table on as many slides as it needs, its head on each."""
        widths = _widths(table, ACROSS)
        for number, rows in enumerate(sheets(table, widths, BODY, _CELL)):
            slide = self._slide(TITLE_ONLY, self._continued(title) if number else title)
            _put(slide, table, rows, widths, LEFT)
            self._source(slide, table.source, table.caption)

    def _slide(self, layout: int, title: str) -> Any:
        slide = self.to.slides.add_slide(self.to.slide_layouts[layout])
        slide.shapes.title.text = title
        if layout in (WITH_TEXT, TITLE_ONLY) and high(title, ACROSS, 26) > TITLE_HIGH:
            for line in slide.shapes.title.text_frame.paragraphs:
                line.font.size = Pt(18 if high(title, ACROSS, 18) <= TITLE_HIGH else 12)
        return slide

    def _continued(self, title: str) -> str:
        return CONTINUED(title=title)

    def _source(self, slide: Any, source: str, notes: str) -> None:
        """What a figure rests on: on the slide, and for whoever speaks."""
        _box(slide, source, FOOT, _SOURCE, LIGHT.ink_soft)
        slide.notes_slide.notes_text_frame.text = f"{source}\n{notes}"


def _box(slide: Any, text: str, top: float, points: float, ink: str) -> None:
    box = slide.shapes.add_textbox(Inches(LEFT), Inches(top), Inches(ACROSS), Inches(high(text, ACROSS, points)))
    box.text_frame.word_wrap = True
    box.text_frame.text = text
    font = box.text_frame.paragraphs[0].font
    font.size, font.color.rgb = Pt(points), colour(ink)


def _has_room(text: str) -> bool:
    """Whether a text has room below a picture."""
    return not text or high(text, ACROSS - 0.2, _REMARK) <= _REMARKS


def _remarks(blocks: list[Block], remarks: str) -> str:
    """*remarks* below a picture, and after them the paragraphs from the front of *blocks* that have room there."""
    while blocks and isinstance(blocks[0], Paragraph) and _has_room(more := paragraph(remarks, blocks[0].text)):
        remarks = more
        blocks.pop(0)
    return remarks


def _lines(block: Paragraph | Bullets | Note | Facts) -> list[_Line]:
    match block:
        case Facts(rows=rows):
            return [_Line(words, term=name) for name, words in rows]
        case Bullets(items=items):
            return [_Line(item, bullet=True) for item in items]
        case Paragraph(text=text) | Note(text=text):
            return [_Line(text)]


def _parts(line: _Line) -> list[_Line]:
    """A line that is too long for one slide in several."""
    pieces = parted(line.text, ACROSS - 0.6, BODY - 0.8, _TEXT)
    return [_Line(piece, term="" if number else line.term, bullet=line.bullet) for number, piece in enumerate(pieces)]


def _term(term: str) -> str:
    """What stands before a line: the term with a colon, unless it is a question; "" for none."""
    if not term:
        return ""
    return f"{term if term.endswith('?') else TERM(term=term)} "


def _write(to: Any, line: _Line) -> None:
    to.font.size = Pt(_TEXT)
    to.space_after = Pt(6)
    if not line.bullet:
        marks = to._p.get_or_add_pPr()
        marks.set("marL", "0")
        marks.set("indent", "0")
        marks.insert_element_before(marks.makeelement(qn("a:buNone"), {}), "a:tabLst", "a:defRPr", "a:extLst")
    if line.term:
        term = to.add_run()
        term.text = _term(line.term)
        term.font.bold, term.font.color.rgb = True, colour(LIGHT.accent)
    to.add_run().text = line.text


def _widths(table: Table, across: float) -> list[float]:
    shares = table.shares()
    return [across * share / sum(shares) for share in shares]


def _high(table: Table, widths: Sequence[float]) -> float:
    return sum(row_high(row, widths, _CELL) for row in (table.head, *table.rows))


def _put(slide: Any, table: Table, rows: Sequence[tuple[str, ...]], widths: Sequence[float], left: float) -> None:
    """Put some rows of a table on a slide, under its head."""
    box = (Inches(left), Inches(TOP), Inches(sum(widths)), Inches(0.3))
    frame = slide.shapes.add_table(len(rows) + 1, len(widths), *box)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", table.caption)
    grid = frame.table
    grid.first_col, grid.horz_banding = True, False
    frame._element.find(f".//{qn('a:tableStyleId')}").text = _TABLE_STYLE
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Inches(width)
    for line, cells in zip(grid.rows, (table.head, *rows), strict=True):
        line.height = Inches(row_high(cells, widths, _CELL))
        for cell, words in zip(line.cells, cells, strict=True):
            cell.text = words
            cell.margin_left = cell.margin_right = Inches(0.05)
            cell.margin_top = cell.margin_bottom = Inches(0.03)
            for part in cell.text_frame.paragraphs:
                part.font.size = Pt(_CELL)
