"""Problems of answer files: tables of text, one row per respondent."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from cosmos_app.texts.problems.wording import Wording

_UTF8_TABLE = Text('Save the table as "CSV UTF-8"; a spreadsheet or picture can\'t be read.')
_COMMAS = Text("Save the table with commas between the columns.")
_NAME_COLUMN = Text("Name the column after an item, or one of {others}.")
_MORE_ROWS = Text("{n} more rows of this column have such a fault.")
_FIRST_ABOVE = Text("Mend those above first; the same cause is likely.")

ANSWER_FILES: Mapping[str, Wording] = {
    "unknown-kind.no-table": Wording(
        Text('"{name}" ends neither in .csv nor in .parquet.'), Text("Save the table as CSV or Parquet.")
    ),
    "unreadable-file.no-table": Wording(Text("There is no such file."), Text("Check its name.")),
    "unreadable-file.refused-table": Wording(
        Text("The file can't be read: {system}."), Text("Give a file that this account may read.")
    ),
    "no-table": Wording(Text("The file holds no whole table: {parser}."), Text("Export the table again.")),
    "no-table.columns": Wording(Text("What the file says of its columns is damaged."), Text("Export the table again.")),
    "not-text.table-byte": Wording(Text("Byte {byte} is not UTF-8 text."), _UTF8_TABLE),
    "not-text.name": Wording(
        Text("The name of this column is not UTF-8 text (from its byte {byte} on)."),
        Text("Name the column after an item, and export the table again."),
    ),
    "not-text.cell": Wording(
        Text("A cell of this column holds what can't be written as text."),
        Text("Mend the column, and export the table again."),
    ),
    "not-text.table-zero-bytes": Wording(Text("The file holds zero bytes, so it is not text."), _UTF8_TABLE),
    "empty-file.table": Wording(
        Text("The file is empty."),
        Text("Write a head with the names of the columns, then a row for each respondent."),
    ),
    "open-quote": Wording(
        Text("A quote is opened here and never closed."),
        Text('Close it; a quote inside a quoted text is written twice: "".'),
    ),
    "separator.semicolons": Wording(Text("The columns are separated by semicolons."), _COMMAS),
    "separator.tabs": Wording(Text("The columns are separated by tabs."), _COMMAS),
    "ragged-row": Wording(
        Text("Row {row} has {cells} cells, but there are {columns} columns."),
        Text("Give it a cell for each column, blank ones too; put a text that holds a comma in quotes."),
    ),
    "no-rows": Wording(Text("There is a head but no row."), Text("Write a row below the head for each respondent.")),
    "duplicate-column": Wording(
        Text('{n} columns are called "{column}".'), Text("Keep one of them; the others would be lost.")
    ),
    "unknown-column.no-item": Wording(Text('There is no item "{column}".'), _NAME_COLUMN),
    "unknown-column.no-name": Wording(Text("Column {number} has no name."), _NAME_COLUMN),
    "missing-column": Wording(
        Text("There is no column for {items}."),
        Text("Everyone is taken to have skipped what has no column."),
        most=40,
    ),
    "blank-row": Wording(
        Text("Nothing stands in row {rows}."),
        Text("Each counts as somebody who skipped everything; delete it if nobody stands behind it."),
    ),
    "near-role": Wording(
        Text('"{role}" is no role we know, and is taken as a group of its own.'), Text("If not, all is well.")
    ),
    "wrong-answer.capitals": Wording(Text("Row {row}: {fault}"), Text("Write {code} in capitals.")),
    "wrong-answer.value": Wording(
        Text("Row {row}: {fault}"), Text("Write a value, DK, NA or OUT, or leave the cell blank.")
    ),
    "wrong-answer.more": Wording(_MORE_ROWS, _FIRST_ABOVE),
    "unknown-depth.depth": Wording(Text('Row {row}: "{depth}" is not a depth.'), Text("Write short or full.")),
    "unknown-depth.more": Wording(_MORE_ROWS, _FIRST_ABOVE),
    "duplicate-respondent.respondent": Wording(
        Text('Row {row}: "{respondent}" is row {first} already.'),
        Text("Give every person a name or number of their own; the same person may return in another wave."),
    ),
    "duplicate-respondent.more": Wording(_MORE_ROWS, _FIRST_ABOVE),
    "too-many-groups": Wording(
        Text("There are {roles} roles, {sites} sites and {waves} waves."),
        Text("Give roles, sites and waves that several people share."),
    ),
}
"""The sentences of each message about an answer file."""
