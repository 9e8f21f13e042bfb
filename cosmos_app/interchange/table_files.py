"""Reads tables of text from CSV and Parquet files: every cell as its author wrote it, one column at a time."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv

from cosmos_app.interchange.parquet_files import DamagedColumnsError, OverLimitError, check_size, parquet_table
from cosmos_app.settings import limit
from models.layout import Ints
from models.problems import Problem, excerpt, pointer

LONGEST_HEAD = 1_000_000
"""Letters of the first line of a CSV file, with whatever blank ones come before it."""


@dataclass(frozen=True, slots=True)
class Cells:
    """One column of a table.

    Attributes:
        texts: The different texts in it, without the space around them; "" is a blank.
        index: Shape (rows,); which of them each row holds.
    """

    texts: Sequence[str]
    index: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of text.

    Attributes:
        names: Its columns' names; a name may occur twice.
        columns: Their cells.
        rows: Shape (rows,); the number of each row in the file, from 1 for the first after the head.
        lines: Line of the file by row number, called only when something is wrong; None where there are no lines.
        problems: What is wrong with the rows themselves.
    """

    names: tuple[str, ...]
    columns: tuple[Cells, ...]
    rows: Ints
    lines: Callable[[], Mapping[int, int]] | None = None
    problems: tuple[Problem, ...] = ()


class UnreadableTableError(ValueError):
    """A file holds no table; ``problem`` says why."""

    def __init__(self, message: str, file: str, line: int | None = None, *, at: str = "", **values: object) -> None:
        self.problem = Problem(message=message, file=file, pointer=at, line=line, values=values)
        super().__init__(str(self.problem))


def read_table(path: Path) -> Table:
    """Read a CSV (UTF-8, commas) or Parquet file, by its ending.

    Raises:
        UnreadableTableError: If there is no such file, or no table in it.
    """
    file = str(path)
    read = READERS.get(path.suffix.lower())
    if read is None:
        raise UnreadableTableError("unknown-kind.no-table", file, name=path.name)
    try:
        return read(path, file)
    except FileNotFoundError:
        raise UnreadableTableError("unreadable-file.no-table", file) from None
    except OverLimitError as error:
        raise UnreadableTableError(error.message, file, **error.values) from None
    except DamagedColumnsError:
        raise UnreadableTableError("no-table.columns", file) from None
    except UnicodeDecodeError as error:
        name = error.object.decode("utf-8", "backslashreplace")
        raise UnreadableTableError("not-text.name", file, at=pointer(excerpt(name)), byte=error.start) from None
    except pa.ArrowException as error:
        raise UnreadableTableError("no-table", file, parser=str(error).splitlines()[0].rstrip(".")) from None
    except OSError as error:
        system = error.strerror or str(error)
        raise UnreadableTableError("unreadable-file.refused-table", file, system=system) from None


def _read_csv(path: Path, file: str) -> Table:
    most = limit("COSMOS_MOST_BYTES")
    with path.open("rb") as stream:
        raw = stream.read(most + 1)
    if len(raw) > most:
        raise OverLimitError("over-limit.bytes", "COSMOS_MOST_BYTES", len(raw))
    text = _decoded(raw, file)
    names, head = _head(text, file)
    check_size(0, len(names))
    ragged: list[Any] = []

    def drop(row: Any) -> str:
        ragged.append(row)
        return "skip"

    fields = [f"{number}" for number in range(len(names))]
    body = raw.removeprefix(b"\xef\xbb\xbf")
    table = pa.csv.read_csv(
        pa.BufferReader(body if body.endswith((b"\n", b"\r")) else body + b"\n"),
        # One thread: only then are rows with too few or too many cells reported with their number.
        read_options=pa.csv.ReadOptions(use_threads=False, skip_rows=head, column_names=fields, block_size=1 << 24),
        parse_options=pa.csv.ParseOptions(
            newlines_in_values=True, ignore_empty_lines=len(names) > 1, invalid_row_handler=drop
        ),
        convert_options=pa.csv.ConvertOptions(
            column_types=dict.fromkeys(fields, pa.dictionary(pa.int32(), pa.string())), strings_can_be_null=False
        ),
    )
    check_size(table.num_rows + len(ragged), len(names))
    dropped = [row.number - head for row in ragged]
    lines = dict(_lines(text)) if dropped else {}
    problems = tuple(
        Problem(
            message="ragged-row",
            file=file,
            pointer="",
            line=lines.get(number),
            values={"row": number, "cells": row.actual_columns, "columns": row.expected_columns},
        )
        for number, row in zip(dropped, ragged, strict=True)
    )
    numbers = np.arange(1, table.num_rows + len(dropped) + 1)
    return Table(
        names=names,
        columns=tuple(_cells(column) for column in table.columns),
        rows=np.delete(numbers, np.array(dropped, dtype=np.int64) - 1),
        lines=lambda: dict(_lines(text)),
        problems=problems,
    )


def _decoded(raw: bytes, file: str) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = None if b"\x00" in raw else raw.count(b"\n", 0, error.start) + 1
        raise UnreadableTableError("not-text.table-byte", file, line, byte=error.start) from None
    if "\x00" in text:
        raise UnreadableTableError("not-text.table-zero-bytes", file)
    if not text.strip():
        raise UnreadableTableError("empty-file.table", file)
    if text.count('"') % 2:
        _find_open_quote(text, file)
    return text


def _find_open_quote(text: str, file: str) -> None:
    start = 1
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for _ in reader:
            start = reader.line_num + 1
    except csv.Error:
        raise UnreadableTableError("open-quote", file, start) from None


def _head(text: str, file: str) -> tuple[tuple[str, ...], int]:
    """The names of the columns, and how many lines come before the first row."""
    begins = text[: LONGEST_HEAD + 1]
    reader = csv.reader(io.StringIO(begins, newline=""))
    names = next((row for row in reader if row), [])
    lines = reader.line_num
    if len(begins) > LONGEST_HEAD and (not names or next(reader, None) is None):
        raise UnreadableTableError("over-limit.head", file, 1, most=LONGEST_HEAD)
    for sign, message in ((";", "separator.semicolons"), ("\t", "separator.tabs")):
        if len(names) == 1 and sign in names[0]:
            raise UnreadableTableError(message, file, 1)
    return tuple(name.strip() for name in names), lines


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """On which line each row starts; a quoted text may run over several."""
    reader = csv.reader(io.StringIO(text, newline=""))
    row, started = -1, 1
    try:
        for cells in reader:
            row += bool(cells)
            if row and cells:
                yield row, started
            started = reader.line_num + 1
    except csv.Error:  # a cell longer than the module accepts: rows after it have a number, but no line
        return


def _read_parquet(path: Path, file: str) -> Table:
    table = parquet_table(path)
    columns = []
    for name, column in zip(table.column_names, table.columns, strict=True):
        try:
            columns.append(_cells(column))
        except pa.ArrowException:
            raise
        except (ArithmeticError, ValueError):  # half of a character, a day after the last one of the calendar
            raise UnreadableTableError("not-text.cell", file, at=pointer(excerpt(name))) from None
    return Table(
        names=tuple(name.strip() for name in table.column_names),
        columns=tuple(columns),
        rows=np.arange(1, table.num_rows + 1),
    )


def _cells(column: pa.ChunkedArray) -> Cells:
    """Gather the different texts of a column, whatever its type."""
    if not pa.types.is_dictionary(column.type):
        try:
            column = column.dictionary_encode()
        except pa.ArrowException:  # lists, say: these are turned into text one by one
            column = pa.chunked_array([pa.array([_text(value) for value in column.to_pylist()], pa.string())])
            column = column.dictionary_encode()
    array = column.unify_dictionaries().combine_chunks()
    if isinstance(array, pa.ChunkedArray):
        array = array.chunk(0) if array.num_chunks else pa.array([], column.type)
    values = [_text(value) for value in array.dictionary.to_pylist()]
    numbers = {text: number for number, text in enumerate(dict.fromkeys(["", *values]))}
    texts = np.array([numbers[text] for text in values] + [numbers[""]], dtype=np.int64)
    # A missing cell has the index after the last text, which is the blank.
    index = array.indices.fill_null(len(values)).to_numpy(zero_copy_only=False)
    return Cells(tuple(numbers), texts[index])


def _text(value: Any) -> str:
    """Write a cell's value as it stands in a CSV file."""
    match value:
        case None:
            return ""
        case str():
            return value.strip()
        case float():
            return "" if value != value else f"{value:.0f}" if value.is_integer() else repr(value)  # noqa: PLR0124
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case list():
            return ";".join(map(_text, value))
        case _:
            return str(value)


READERS: Mapping[str, Callable[[Path, str], Table]] = {".csv": _read_csv, ".parquet": _read_parquet}
"""How a table is read, by the ending of the file's name."""
