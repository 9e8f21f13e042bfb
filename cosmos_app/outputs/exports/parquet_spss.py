"""The long table with its types: Parquet, and SPSS with labels for everything."""

import json
import tempfile
from pathlib import Path
from textwrap import wrap
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pyreadstat

from cosmos_app.outputs.exports.codebook import group_titles
from cosmos_app.outputs.exports.facts import facts_of
from cosmos_app.outputs.exports.tables import Table, long
from cosmos_app.outputs.released import RoomFigures
from cosmos_app.texts import codebook as texts
from cosmos_app.texts.files import CAUTION_OF_A_ROOM
from cosmos_app.texts.message import in_words, paragraph

_TYPES = {"text": pa.string(), "whole": pa.int32(), "number": pa.float64()}

LONGEST_LABEL = 120
"""Bytes of a value's label that SPSS keeps."""

LONGEST_TITLE = 64
"""Bytes of a file's label that SPSS keeps."""

LONGEST_NOTE_LINE = 80
"""Bytes in a line of SPSS's notes, which hold plain English."""


def parquet_of(table: Table, figures: RoomFigures) -> bytes:
    """A table as Parquet; the caution and what the workshop is stand in the metadata of its schema."""
    about = {"caution": CAUTION_OF_A_ROOM(), **facts_of(figures)}
    fields = [
        pa.field(name, _TYPES[kind], metadata={"label": texts.COLUMNS[name]() if name in texts.COLUMNS else name})
        for name, kind in table.columns.items()
    ]
    schema = pa.schema(fields, metadata={"cosmos": json.dumps(about, ensure_ascii=False)})
    columns = [list(column) for column in zip(*table.rows, strict=True)]
    arrays = [
        pa.array(column, field.type) for column, field in zip(columns or [[] for _ in fields], schema, strict=True)
    ]
    out = pa.BufferOutputStream()
    pa.parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), out)
    return bytes(out.getvalue())


def spss_of(figures: RoomFigures) -> bytes:
    """The long table for SPSS: what is hidden is missing, and every column and code has its label."""
    table = long(figures)
    frame = pd.DataFrame(table.rows, columns=list(table.columns))
    for name, kind in table.columns.items():
        frame[name] = frame[name].astype(str) if kind == "text" else frame[name].astype(float)
    with tempfile.TemporaryDirectory(prefix="cosmos-") as folder:
        file = Path(folder) / "room.sav"
        pyreadstat.write_sav(
            frame,
            str(file),
            file_label=_cut(texts.FILE_LABEL(site=figures.room.plan.site), LONGEST_TITLE),
            column_labels={name: texts.COLUMNS[name]() for name in table.columns},
            note=wrap(paragraph(CAUTION_OF_A_ROOM(), texts.NOT_FOR_WEIGHTING()), LONGEST_NOTE_LINE),
            variable_value_labels=_value_labels(),
            variable_measure={name: "nominal" if kind == "text" else "scale" for name, kind in table.columns.items()},
            row_compress=True,
        )
        return file.read_bytes()


def _value_labels() -> dict[str, dict[Any, str]]:
    labels: dict[str, dict[Any, str]] = {
        "group_kind": in_words(texts.GROUP_KINDS),
        "group": group_titles(),
        "about": in_words(texts.ABOUTS),
        "measure": {name: about() for name, (about, _) in texts.MEASURES.items()},
        "hidden": {float(code): label() for code, label in texts.HIDDEN.items()},
    }
    return {name: {code: _cut(label, LONGEST_LABEL) for code, label in known.items()} for name, known in labels.items()}


def _cut(text: str, longest: int) -> str:
    """A text of so many bytes at most, cut between characters.

    >>> _cut("Põlva", 2), _cut("Põlva", 3)
    ('P', 'Põ')
    """
    return text.encode()[:longest].decode(errors="ignore")
