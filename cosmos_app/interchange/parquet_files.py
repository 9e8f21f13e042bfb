"""Reads Parquet files, which can be made to unpack into far more than their size: batch by batch, within limits."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet

from cosmos_app.settings import limit

ROWS_AT_ONCE = 65_536
"""Rows that are unpacked in one go, where one row can't be large."""

COUNTING_SECONDS = 60
"""Far longer than it takes; what takes longer is no honest file."""


class OverLimitError(ValueError):
    """A file holds more than is read of it.

    Attributes:
        message: Of ``texts.problems``.
        values: What its sentences name.
    """

    def __init__(self, message: str, setting: str, n: int) -> None:
        super().__init__(message)
        self.message = message
        self.values: Mapping[str, Any] = {"n": n, "most": limit(setting), "setting": setting}


class DamagedColumnsError(ValueError):
    """What a file says of its columns is damaged."""


def check_size(rows: int, columns: int) -> None:
    """Return if a table of this size is read.

    Raises:
        OverLimitError: If it is too large.
    """
    if columns > limit("COSMOS_MOST_COLUMNS"):
        raise OverLimitError("over-limit.columns", "COSMOS_MOST_COLUMNS", columns)
    if rows > limit("COSMOS_MOST_ROWS"):
        raise OverLimitError("over-limit.rows", "COSMOS_MOST_ROWS", rows)
    check_cells(rows * columns)


def check_cells(number: int) -> None:
    """Return if so many cells are read; a cell that holds a list counts once for each entry.

    Raises:
        OverLimitError: If they are too many.
    """
    if number > limit("COSMOS_MOST_CELLS"):
        raise OverLimitError("over-limit.cells", "COSMOS_MOST_CELLS", number)


def parquet_table(path: Path) -> pa.Table:
    """The table in a Parquet file; texts are kept once each, however often they occur.

    Raises:
        OverLimitError: If it is too large.
        DamagedColumnsError: If what it says of its columns is damaged.
        UnicodeDecodeError: If the name of a column is no text.
        pa.ArrowException: If the file holds no whole table.
        OSError: If it can't be read.
    """
    texts = _texts(path)
    with pa.parquet.ParquetFile(path, read_dictionary=texts) as source:
        head = source.metadata
        check_size(head.num_rows, head.num_columns)
        if any(head.schema.column(number).max_repetition_level for number in range(head.num_columns)):
            check_cells(_entries(path))
        most = limit("COSMOS_MOST_BYTES")
        sizes = [head.row_group(group).total_byte_size for group in range(head.num_row_groups)]
        if sum(sizes) > most:
            raise OverLimitError("over-limit.bytes", "COSMOS_MOST_BYTES", sum(sizes))
        # A value that is written once may stand in every row, so no batch may be large even if it does.
        at_once = max(1, min(ROWS_AT_ONCE, most // max(1, *sizes, 1)))
        batches, size = [], 0
        for batch in source.iter_batches(batch_size=at_once):
            size += batch.nbytes
            if size > most:
                raise OverLimitError("over-limit.bytes", "COSMOS_MOST_BYTES", size)
            batches.append(batch)
        return pa.Table.from_batches(batches, schema=batches[0].schema if batches else source.schema_arrow)


COUNTING = Path(__file__).with_name("parquet_entries.py")


def _entries(path: Path) -> int:
    """How many cells and entries of lists a file says it holds; counted in a process of its own.

    Raises:
        DamagedColumnsError: If they can't be counted.
    """
    command = [sys.executable, str(COUNTING), str(path.absolute())]
    try:
        counted = subprocess.run(  # noqa: S603  (our own code, and a path that is no option)
            command, capture_output=True, text=True, timeout=COUNTING_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise DamagedColumnsError from None
    if counted.returncode or not counted.stdout.strip().isdecimal():
        raise DamagedColumnsError
    return int(counted.stdout)


def _texts(path: Path) -> list[str]:
    """The columns of texts, whose different values are kept once each."""
    kinds = (pa.types.is_string, pa.types.is_large_string, pa.types.is_binary, pa.types.is_large_binary)
    with pa.parquet.ParquetFile(path) as source:
        return [field.name for field in source.schema_arrow if any(is_kind(field.type) for is_kind in kinds)]
