"""Tables that spreadsheets open: CSV and workbooks, in which no text is ever run as a formula."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from cosmos_app.interchange.spreadsheet_safety import as_text, is_formula
from cosmos_app.outputs.exports.codebook import codebook
from cosmos_app.outputs.exports.facts import facts_of
from cosmos_app.outputs.exports.tables import Entry, Table, actions, agreed, long, wide
from cosmos_app.outputs.released import RoomFigures
from cosmos_app.texts import codebook as texts
from cosmos_app.texts.files import CAUTION_OF_A_ROOM

LONGEST_CELL = 32_767
"""Letters that a cell of a workbook holds, after Excel's specifications."""

WIDTHS: Mapping[str, int] = {
    **dict.fromkeys(("title", "label", "values", "what", "note", "one_side", "other_side", "columns", "became"), 48),
    **dict.fromkeys(("definition", "questionnaire", "id", "name", "source", "weights", "measure"), 22),
}
"""Width of columns, in letters; others are as wide as their head."""


def csv_of(table: Table) -> bytes:
    """A table as CSV: UTF-8 with its mark, which spreadsheets need; in a last column, the caution, once."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*table.columns, "caution"])
    for number, row in enumerate(table.rows):
        writer.writerow([*map(_csv_entry, row), "" if number else CAUTION_OF_A_ROOM()])
    return out.getvalue().encode("utf-8-sig")


def _csv_entry(entry: Entry) -> str:
    match entry:
        case None:
            return ""
        case str(text):
            return as_text(text)
        case number:
            return repr(number)


def workbook_of(figures: RoomFigures) -> bytes:
    """Everything in one workbook: what it is, long, wide, the codebook, what was agreed, what is to be done."""
    book = Workbook(write_only=True)  # row by row: several times as fast
    _about(book.create_sheet(texts.SHEETS["about"]()), figures)
    for table in (long(figures), wide(figures), codebook(figures), agreed(figures), actions(figures)):
        _fill(book.create_sheet(table.name), table)
    book.properties.title = texts.WORKBOOK_TITLE(site=figures.room.plan.site, initiative=figures.room.plan.initiative)
    book.properties.creator = f"CoSMoS {figures.engine}"
    book.properties.description = CAUTION_OF_A_ROOM()
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _about(sheet: Any, figures: RoomFigures) -> None:
    rows = [
        *((texts.FACTS[name](), fact) for name, fact in facts_of(figures).items()),
        (texts.WHAT_THIS_IS(), CAUTION_OF_A_ROOM()),
        (texts.NOT_TO_BE_WEIGHTED(), texts.NOT_FOR_WEIGHTING()),
    ]
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 32, 80
    for label, value in rows:
        cell = _text(sheet, texts.YES_OR_NO[value]() if isinstance(value, bool) else str(value))
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
        sheet.append([_bold(sheet, label), cell])


def _fill(sheet: Any, table: Table) -> None:
    for column, name in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(name, min(len(name), 40) + 4)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    sheet.append([_bold(sheet, name) for name in table.columns])
    for row in table.rows:
        sheet.append([_entry(sheet, entry) for entry in row])


def _bold(sheet: Any, text: str) -> Any:
    cell = _text(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _entry(sheet: Any, entry: Entry) -> Any:
    """What a cell of a workbook holds: a number as a number, a text as a text."""
    if not isinstance(entry, str):
        return entry
    return _text(sheet, entry) if is_formula(entry) else _clean(entry) or None


def _text(sheet: Any, text: str) -> Any:
    """A cell that holds a text, whatever that begins with."""
    cell = WriteOnlyCell(sheet, _clean(text))
    cell.data_type = "s"  # else what begins with "=" is kept as a formula
    cell.quotePrefix = is_formula(text)  # and so it stays a text when somebody edits it
    return cell


def _clean(text: str) -> str:
    fit: str = ILLEGAL_CHARACTERS_RE.sub("", text.replace("\r", "\n"))
    return fit[:LONGEST_CELL]
