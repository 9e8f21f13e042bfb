"""Mutations of what holds other data: zips by their members, tables by their columns, written as CSV or Parquet."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from mutations import LETTERS, WORDS, a_value, json_bytes, mutated_bytes, mutated_json, mutated_text, pick

Rows = list[list[str]]
"""A table of texts; its first row is the head."""

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
BOMB = b"0" * 200_000_000


def mutated_zip(chance: Random, body: bytes) -> bytes:
    """A zip with members left out, renamed, repeated, repacked or changed, or with broken bytes."""
    if chance.random() < 0.25:
        return mutated_bytes(chance, body)
    with zipfile.ZipFile(io.BytesIO(body)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    for _ in range(chance.choice((1, 1, 2, 4))):
        _change_member(chance, members)
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as new:
        for name, held in members.items():
            method = zipfile.ZIP_DEFLATED if chance.random() < 0.97 else pick(chance, METHODS)
            new.writestr(zipfile.ZipInfo(name), held, method)
        if chance.random() < 0.05:
            new.writestr(zipfile.ZipInfo(pick(chance, sorted(members))[:-1] or "x"), b"again")
    packed = other.getvalue()
    return mutated_bytes(chance, packed, 2) if chance.random() < 0.1 else packed


def _change_member(chance: Random, members: dict[str, bytes]) -> None:
    name = pick(chance, sorted(members)) if members else "manifest.json"
    held = members.get(name, b"{}")
    match chance.randrange(8):
        case 0:
            members.pop(name, None)
        case 1:
            members[chance.choice((f"{name}x", "../x.jsonl", "a/b.jsonl", "ä.jsonl", "x" * 300))] = held
        case 2:
            members[name] = mutated_bytes(chance, held, 2)
        case 3 if chance.random() < 0.1:
            members[name] = held + BOMB
        case 4:
            members[name] = members[pick(chance, sorted(members))] if members else b""
        case _:
            members[name] = json_bytes(chance, mutated_json(chance, json.loads(held))) if name.endswith(".json") else (
                _mutated_lines(chance, held)
            )  # fmt: skip


def _mutated_lines(chance: Random, held: bytes) -> bytes:
    """JSON lines of which one has changed; as many lines as before, but for now and then."""
    lines = held.splitlines()
    if not lines:
        return b"{}\n"
    number = chance.randrange(len(lines))
    try:
        row = json.loads(lines[number])
    except ValueError:
        row = {}
    if isinstance(row, dict) and row and chance.random() < 0.6:
        row[pick(chance, sorted(row))] = a_value(chance)
    else:
        row = mutated_json(chance, row)
    lines[number] = json_bytes(chance, row).replace(b"\n", b" ")
    if chance.random() < 0.2:
        lines.insert(number, lines[number])
    return b"\n".join(lines) + b"\n"


def mutated_rows(chance: Random, rows: Rows) -> Rows:
    """A table with cells, rows and columns that have changed."""
    rows = [list(row) for row in rows]
    for _ in range(chance.choice((1, 2, 5, 20))):
        row = pick(chance, rows)
        column = chance.randrange(len(row)) if row else 0
        match chance.randrange(8):
            case 0 | 1 | 2 if row:
                row[column] = mutated_text(chance, row[column])
            case 3 if row:
                row[column] = pick(chance, WORDS) + pick(chance, LETTERS)
            case 4:
                row.append(pick(chance, WORDS))
            case 5 if row:
                del row[column]
            case 6:
                rows += [list(row) for _ in range(chance.choice((1, 1, 500)))]
            case _:
                column = chance.randrange(len(rows[0]) or 1)
                for each in rows:
                    each[column : column + 1] = each[column : column + 1] * chance.choice((0, 2))
        rows = rows or [[]]
    return rows


def as_csv(chance: Random, rows: Rows) -> bytes:
    """A table as CSV; now and then with other separators, ends of lines and encodings, or broken bytes."""
    text = io.StringIO(newline="")
    ends = chance.choice(("\n", "\n", "\r\n", "\r"))
    separator = "," if chance.random() < 0.9 else chance.choice((";", "\t", "|"))
    quoting = csv.QUOTE_MINIMAL if chance.random() < 0.7 else csv.QUOTE_ALL
    csv.writer(text, lineterminator=ends, delimiter=separator, quoting=quoting).writerows(rows)
    encoding = "utf-8" if chance.random() < 0.9 else chance.choice(("utf-8-sig", "utf-16", "latin-1"))
    errors = "replace" if encoding == "latin-1" else "surrogatepass"
    body = text.getvalue().encode(encoding, errors)
    return mutated_bytes(chance, body) if chance.random() < 0.2 else body


def as_parquet(chance: Random, rows: Rows) -> bytes:
    """A table as Parquet, with columns of other types, packed in any way; now and then with broken pages."""
    names = [name.encode("utf-8", "replace").decode() for name in rows[0]]
    texts = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows[1:]]
    columns = [[row[place] if place < len(row) else None for row in texts] for place in range(len(names))]
    arrays = [_array(chance, column) for column in columns]
    out = io.BytesIO()
    pq.write_table(
        pa.Table.from_arrays(arrays, names=names),
        out,
        compression=chance.choice(("none", "snappy", "gzip", "zstd", "brotli")),
        use_dictionary=chance.random() < 0.7,
        row_group_size=chance.choice((1, 3, 10_000)),
        data_page_version=chance.choice(("1.0", "2.0")),
        version=chance.choice(("1.0", "2.4", "2.6")),
    )
    body = out.getvalue()
    return mutated_bytes(chance, body, 4) if chance.random() < 0.4 else body


def _array(chance: Random, column: Sequence[str | None]) -> pa.Array:
    """A column as it is, or of another type."""
    n, now = len(column), datetime(2026, 3, 1, tzinfo=UTC)
    if chance.random() < 0.9:
        if chance.random() < 0.5 and all(cell is not None and cell.isdecimal() and len(cell) < 9 for cell in column):
            return pa.array([int(cell or 0) for cell in column])
        return pa.array(column, pa.string())
    kinds: tuple[tuple[Any, pa.DataType], ...] = (
        (2**62, pa.int64()), (2**64 - 1, pa.uint64()), (float("nan"), pa.float64()), (float("inf"), pa.float32()),
        (True, pa.bool_()), (None, pa.null()), (date(9999, 12, 31), pa.date32()), (now, pa.timestamp("ns", "UTC")),
        (10**11, pa.timestamp("s")), (-86_400_000 * 10**6, pa.date64()), (2**30, pa.date32()),
        (timedelta(days=9), pa.duration("us")),
        (Decimal("1.50"), pa.decimal128(30, 20)), (b"\xff\xfe", pa.binary()), (b"a", pa.large_binary()),
        ("x" * 100_000, pa.large_string()), (["a", None, ""], pa.list_(pa.string())),
        ([["a"]], pa.list_(pa.list_(pa.string()))),
        ({"a": 1, "b": None}, pa.struct([("a", pa.int8()), ("b", pa.string())])),
        ([("a", 1)], pa.map_(pa.string(), pa.int8())),
        (["a"] * 5000, pa.list_(pa.string())), (1, pa.time32("s")), (86_399_999_999_999, pa.time64("ns")),
    )  # fmt: skip
    value, kind = pick(chance, kinds)
    return pa.array([value if chance.random() < 0.9 else None for _ in range(n)], kind)
