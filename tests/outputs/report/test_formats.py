"""The same report in four formats: read back, each tells the same, hides the same, and is fit for everyone to use."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pikepdf
import pptx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from pptx.util import Inches
from support.report_rooms import READ, a_store, joined, read_page

from cosmos_app.cli.main import main
from cosmos_app.outputs.report.renderers import RENDERERS
from cosmos_app.outputs.report.renderers.native_charts import is_drawn
from cosmos_app.outputs.report.room_report import report
from cosmos_app.outputs.report.tree import (
    Bullets,
    Chart,
    Document,
    Facts,
    Figure,
    Note,
    Paragraph,
    Section,
    Table,
    cleaned,
)
from cosmos_app.storage import current
from cosmos_app.texts.numbers import number
from cosmos_app.texts.room.dots import NOT_SHOWN
from cosmos_app.workshop.put_example import put_workshops

FORMATS = tuple(RENDERERS)
NASTY = (
    '<script>alert("x")</script> & #strong[*b*] $x^2$ @ref \\ `code` _u_ // no comment',
    "=1+1 {{ braces }} {% block %} \N{SMILING FACE WITH OPEN MOUTH} \N{FAMILY}",
    "مرحبا بكم في الورشة שלום עולם",
    "Verantwortungs" * 40,
    "two\nlines\tand a tab",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The demo's report in every format, and the tree it was made of."""
    folder = tmp_path_factory.mktemp("demo")
    with a_store(folder):
        here = current.store().room(put_workshops()["finished"])
        document = report(here, today=date(2026, 11, 22))
        yield document, {name: one.render(document) for name, one in RENDERERS.items()}, folder


def tables(document):
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Figure):
                yield block.table
            elif isinstance(block, Table):
                yield block


def a_document(*blocks, title="A title"):
    """A small report that holds these blocks."""
    return Document(
        title=title,
        subtitle=title,
        language="en",
        date="2026-11-22",
        facts=Facts(rows=((title, title),)),
        notes=(Note(text=title),),
        caution=title,
        short_caution=title,
        contents="Contents",
        sections=(Section(title=title, blocks=blocks), Section(title="More", blocks=(Note(text=title),))),
    )


def a_figure(text="Theme", chart=None):
    table = Table(head=(text, "n"), rows=((text, "3"), ("Hidden", NOT_SHOWN())), caption=text, source=text)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 100"><circle cx="50" cy="50" r="9"/></svg>'
    return Figure(svg=svg, alt=text, caption=text, source=text, table=table, chart=chart)


@pytest.mark.parametrize("ending", FORMATS)
def test_every_figure_and_what_it_rests_on_stands_in_every_format(made, ending):
    document, files, _ = made
    read = joined(READ[ending](files[ending]))
    for table in tables(document):
        assert joined(table.source) in read
        for row in table.rows:
            for cell in row:
                assert joined(cell) in read, (cell, table.caption)


@pytest.mark.parametrize("ending", FORMATS)
def test_as_many_cells_are_hidden_in_every_format(made, ending):
    document, files, _ = made
    hidden = sum(cell.count(NOT_SHOWN()) for table in tables(document) for row in table.rows for cell in row)
    assert hidden > 0
    # Other places may say it too: how to read the report, and pictures.
    assert joined(READ[ending](files[ending])).count(joined(NOT_SHOWN())) >= hidden


@pytest.mark.parametrize("ending", FORMATS)
def test_both_views_of_a_disagreement_and_every_heading_stand_in_every_format(made, ending):
    document, files, _ = made
    read = joined(READ[ending](files[ending]))
    assert joined("There is a form, and people do not know who reads it.") in read
    assert joined("This winter somebody spoke up and was believed.") in read
    filled = [one for one in document.sections if one.blocks]
    assert [one.title for one in filled if joined(one.title) not in read] == []


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("words", NASTY)
def test_whatever_people_write_is_printed_as_they_wrote_it(ending, words):
    table = Table(head=(words, "n"), rows=((words, words),), caption=words, source=words)
    blocks = (Paragraph(text=words), Bullets(items=(words,)), Facts(rows=((words, words),)), table, a_figure(words))
    body = RENDERERS[ending].render(a_document(*blocks, title=words))
    read = joined(READ[ending](body))
    if ending == ".pdf" and not words.isascii():  # what a reader gets of right-to-left letters is the reader's order
        assert len(read) > 200
    else:
        assert joined(words) in read


def test_what_no_format_can_hold_is_left_out():
    document = cleaned(a_document(Paragraph(text="in\x00side \ud83d\x0b and \ufffe more")))
    assert document.sections[0].blocks == (Paragraph(text="inside  and  more"),)
    for renderer in RENDERERS.values():
        assert renderer.render(document)


def test_a_pdf_says_its_language_its_title_and_its_headings(made):
    document, files, _ = made
    with pikepdf.open(BytesIO(files[".pdf"])) as file:
        assert str(file.Root.Lang) == "en"
        assert file.Root.MarkInfo.Marked
        assert str(file.docinfo["/Title"]) == document.title
        with file.open_outline() as outline:
            assert [one.title for one in outline.root] == [one.title for one in document.sections if one.depth == 1]


def test_a_pdf_has_words_for_every_picture_and_real_tables(made):
    document, files, _ = made
    with pikepdf.open(BytesIO(files[".pdf"])) as file:
        parts = list(_structure(file.Root.StructTreeRoot))
    kinds = [str(part.get("/S", "")) for part in parts]
    alts = [str(part.Alt) for part in parts if str(part.get("/S", "")) == "/Figure"]
    assert alts == [one.alt for one in document.figures()]
    every = list(tables(document))
    assert kinds.count("/Table") == len(every)
    assert kinds.count("/TH") == sum(len(table.head) for table in every)
    assert {"/H1", "/H2", "/H3", "/L"} <= {*kinds}


def _structure(part):
    yield part
    below = part.get("/K", [])
    for one in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield from _structure(one)


def test_the_first_page_of_a_pdf_holds_the_whole_summary(made):
    document, files, _ = made
    pages = [joined(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(files[".pdf"])]
    for section in document.first_page:
        assert joined(section.title) in pages[0]
    assert "Open on Saturday mornings".replace(" ", "") in pages[0]
    foot = joined(document.short_caution)
    assert all(foot in page for page in pages)


def test_a_word_document_has_headings_heads_of_tables_and_words_for_pictures(made):
    document, files, _ = made
    file = docx.Document(BytesIO(files[".docx"]))
    headings = [one.text for one in file.paragraphs if one.style.name.startswith("Heading")]
    assert headings == [one.title for one in document.sections]
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in file.tables)
    assert len(file.tables) == len(list(tables(document)))
    assert [shape._inline.docPr.get("descr") for shape in file.inline_shapes] == [one.alt for one in document.figures()]
    assert file.core_properties.title == document.title
    assert file.core_properties.language == "en"


def test_charts_of_slides_hold_the_figures_and_a_gap_where_nothing_is_told(made):
    document, files, _ = made
    drawn = [shape for slide in _slides(files) for shape in slide.shapes if shape.has_chart]
    wanted = [one for one in document.figures() if is_drawn(one.chart)]
    assert len(drawn) == len(wanted) > 5
    for shape, one in zip(drawn, wanted, strict=True):
        plot = shape.chart.plots[0]
        assert tuple(plot.categories) == one.chart.categories
        for series, (name, values) in zip(plot.series, one.chart.series, strict=True):
            assert series.name == name
            assert tuple(series.values) == tuple(None if value is None else float(number(value)) for value in values)
        assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == one.alt
        # A picture made of bars has none where nothing is told; a line must not jump over it.
        [gaps] = re.findall(r'dispBlanksAs val="(\w+)"', shape.chart.part.blob.decode())
        assert gaps == "gap"


def test_a_radar_is_broken_where_a_theme_is_hidden():
    chart = Chart(kind="radar", categories=("A", "B", "C"), series=(("Now", (1.0, None, 3.0)),), top=4)
    body = RENDERERS[".pptx"].render(a_document(a_figure(chart=chart)))
    [shape] = [shape for slide in _slides({".pptx": body}) for shape in slide.shapes if shape.has_chart]
    assert tuple(shape.chart.plots[0].series[0].values) == (1.0, None, 3.0)


def test_where_all_is_hidden_a_slide_shows_the_picture_that_says_so():
    chart = Chart(kind="bars", categories=("A",), series=(("Now", (None,)),))
    body = RENDERERS[".pptx"].render(a_document(a_figure(chart=chart)))
    shapes = [shape for slide in _slides({".pptx": body}) for shape in slide.shapes]
    assert not any(shape.has_chart for shape in shapes)
    assert any(shape.shape_type is not None and "PICTURE" in str(shape.shape_type) for shape in shapes)


def test_every_slide_has_a_title_and_nothing_stands_outside_it(made):
    _, files, _ = made
    for slide in _slides(files):
        assert slide.shapes.title.text
        for shape in slide.shapes:
            high = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
            assert shape.top + high <= Inches(7.5)
            assert shape.left + shape.width <= Inches(13.34)


def test_a_table_too_long_for_a_slide_goes_on_with_its_head_on_the_next():
    rows = tuple((f"Row {number}", "many words " * 40) for number in range(12))
    table = Table(head=("What", "Words"), rows=(*rows, ("Endless", "word " * 2500)), caption="c", source="s")
    body = RENDERERS[".pptx"].render(a_document(table))
    shown = [shape.table for slide in _slides({".pptx": body}) for shape in slide.shapes if shape.has_table]
    assert len(shown) > 3
    assert all([cell.text for cell in one.rows[0].cells] == ["What", "Words"] for one in shown)
    assert all(sum(row.height for row in one.rows) < Inches(5.5) for one in shown)
    told = " ".join(cell.text for one in shown for row in list(one.rows)[1:] for cell in row.cells)
    assert told.count("word ") + told.count("words") >= 2500


def _slides(files):
    return list(pptx.Presentation(BytesIO(files[".pptx"])).slides)


def test_the_page_needs_nothing_from_elsewhere(made):
    document, files, _ = made
    page = read_page(files[".html"])
    assert "script" not in page.tags
    assert page.links == []
    assert '<html lang="en">' in files[".html"].decode()
    assert page.tags.count("svg") >= len(list(document.figures()))
    assert page.tags.count("h1") == 1


def test_the_command_writes_what_was_asked_for_and_says_what_is_wrong(made, tmp_path, capsys):
    _, _, folder = made
    out = tmp_path / "report.html"
    told = ["report", "latest", "-o", str(out), "--data", str(folder)]
    assert main([*told, "--contents", "actions,method"]) == 0
    assert "Hang up at the door" in out.read_text()
    assert "Question by question" not in out.read_text()
    assert main(["report", "latest", "-o", str(tmp_path / "report.odt"), "--data", str(folder)]) == 2
    assert "Use one of .pdf, .docx, .pptx, .html" in capsys.readouterr().err
    assert main([*told, "--contents", "acions"]) == 2
    assert 'Did you mean "actions"?' in capsys.readouterr().err
    assert main(["report", "zzz", "-o", str(out), "--data", str(folder)]) == 1
    assert main(["report", "latest", "-o", str(out), "--data", str(tmp_path / "none")]) == 1


def test_a_report_of_one_paragraph_is_a_report(made):
    document, _, _ = made
    bare = replace(document, sections=(Section(title="Alone", blocks=(Paragraph(text="One line."),)),))
    for ending, renderer in RENDERERS.items():
        assert joined("One line.") in joined(READ[ending](renderer.render(bare)))
