"""A backup as a file: a zip with JSON lines for each table, and a manifest that says what must be in it."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from io import BufferedReader, RawIOBase
from lzma import LZMAError
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as DamagedError  # noqa: N812  (zlib gives it no name of its own)

from sqlalchemy import Boolean, Column, Date, Float, Integer, String, Table

from cosmos_app.settings import limit
from models.problems import Problem, ProblemsError, excerpt

FORMAT = "cosmos-backup/1"
MANIFEST = "manifest.json"

MOST_LISTED = 20
"""Broken rows of one table that are listed; the rest of them are counted."""

MOST_COUNTED = 1000
"""Broken rows of one table after which no more are read: nothing of the backup can be restored anyway."""

LARGEST_INTEGER = 2**31 - 1
"""Of PostgreSQL's INTEGER."""

LARGEST_NUMBER = sys.float_info.max
"""JSON can hold larger numbers, and NaN; not every database can keep them."""


class BackupError(ProblemsError):
    """A backup can't be written or restored; its problems are by table and line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is in a backup.

    Attributes:
        revision: Of the schema that its tables have.
        engine: Version of the CoSMoS that wrote it.
        created_on: The day it was written, as ISO date.
        rows: How many there are, by table.
    """

    revision: str
    engine: str
    created_on: str
    rows: Mapping[str, int]


@contextmanager
def new_backup(file: Path) -> Iterator[ZipFile]:
    """A zip to fill; the file appears whole or not at all, and only this account may read it.

    Raises:
        BackupError: If there is a file of this name, or none can be written.
    """
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # nobody else takes the name meanwhile
    except OSError as error:
        raise _unwritable(file, error) from error
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "w+b") as stream:
            with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
                yield archive
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except BaseException as error:
        for unfinished in (part, file):
            unfinished.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _unwritable(file, error) from error
        raise


def write_rows(archive: ZipFile, table: str, rows: Iterable[Mapping[str, Any]], today: date) -> int:
    """Write the rows of a table, as they come; returns how many there were."""
    count = 0
    with archive.open(_member(f"{table}.jsonl", today), "w", force_zip64=True) as stream:
        for count, row in enumerate(rows, 1):  # noqa: B007  (the last number is how many there were)
            stream.write(json.dumps(row, ensure_ascii=False, default=date.isoformat).encode() + b"\n")
    return count


def write_manifest(archive: ZipFile, manifest: Manifest, about: str, today: date) -> None:
    """Write what must be in the backup, last: a file without it is not complete."""
    document = {"format": FORMAT, "about": about, **asdict(manifest)}
    archive.writestr(_member(MANIFEST, today), json.dumps(document, ensure_ascii=False, indent=2) + "\n")


@contextmanager
def old_backup(file: Path) -> Iterator[ZipFile]:
    """A backup to read.

    Raises:
        BackupError: If there is no such file, or it is no zip.
    """
    with _reading(file):
        archive = ZipFile(file)
    with archive:
        yield archive


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    """Turn errors of reading the file into a ``BackupError``; no database may be used inside, its errors are others.

    Raises:
        BackupError: If there is no such file, or it is no zip, or damaged, locked or packed otherwise where it is read.
    """
    try:
        yield
    except (BadZipFile, DamagedError, LZMAError, EOFError, RuntimeError) as error:  # RuntimeError: a password is needed
        raise BackupError([problem("not-a-backup.damaged", file)]) from error
    except OSError as error:
        raise BackupError([problem("unreadable-file.backup", file, values=_because(error))]) from error


def read_manifest(archive: ZipFile, file: Path) -> Manifest:
    """What must be in a backup.

    Raises:
        BackupError: If there is no manifest in it, or of another format.
    """
    with _reading(file):
        body = archive.read(MANIFEST) if MANIFEST in archive.namelist() else b""
    try:
        document = json.loads(body)
        manifest = _manifest(document) if document["format"] == FORMAT else None
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError, RecursionError) as error:
        raise BackupError([problem("not-a-backup.no-manifest", file, values={"manifest": MANIFEST})]) from error
    if manifest is None:
        values = {"found": excerpt(document["format"]), "known": FORMAT}
        raise BackupError([problem("newer.format", file, MANIFEST, values=values)])
    return manifest


def _manifest(document: Mapping[str, Any]) -> Manifest:
    return Manifest(
        revision=str(document["revision"]),
        engine=str(document["engine"]),
        created_on=date.fromisoformat(document["created_on"]).isoformat(),
        rows={table: int(count) for table, count in document["rows"].items()},
    )


def rows_of(archive: ZipFile, file: Path, table: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table, as a database takes them; ``faults`` has found the table in order.

    Raises:
        BackupError: If they can't be read any more.
    """
    days = [column.name for column in table.c if isinstance(column.type, Date)]
    for line in _lines(archive, file, f"{table.name}.jsonl"):
        row = json.loads(line)
        yield {**row, **{day: date.fromisoformat(row[day]) for day in days if row[day] is not None}}


def _lines(archive: ZipFile, file: Path, member: str) -> Iterator[bytes]:
    longest = limit("COSMOS_MOST_LETTERS")
    with _reading(file), archive.open(member) as packed, BufferedReader(cast("RawIOBase", packed)) as stream:
        # An error in the code that takes the lines is raised there, not here.
        for number, line in enumerate(iter(partial(stream.readline, longest + 1), b""), 1):
            if len(line) > longest:
                values = {"most": longest, "setting": "COSMOS_MOST_LETTERS"}
                raise BackupError([problem("over-limit.letters", file, member, number, values)])
            yield line


def faults(archive: ZipFile, file: Path, manifest: Manifest, tables: Mapping[str, Table]) -> list[Problem]:
    """Everything that keeps a backup from being restored into these tables."""
    differing: tuple[tuple[str, Set[str]], ...] = (
        ("other-tables.missing", tables.keys() - manifest.rows.keys()),
        ("other-tables.unknown", manifest.rows.keys() - tables.keys()),
    )
    found = [
        problem(reason, file, MANIFEST, values={"table": name}) for reason, names in differing for name in sorted(names)
    ]
    for name, table in tables.items():
        if name in manifest.rows:
            found += _faults_of_table(archive, file, table, manifest.rows[name])
    return found


def problem(
    message: str,
    file: Path,
    member: str = "",
    line: int | None = None,
    values: Mapping[str, Any] = MappingProxyType({}),
) -> Problem:
    """A problem with a backup.

    Args:
        message: Of ``texts.problems``.
        file: The backup.
        member: Where: a file in the zip; "" for the whole.
        line: Which line of it, counted from 1; None for all of it.
        values: What the sentences name.
    """
    pointer = f"/{member}" if member else ""
    return Problem(message=message, file=str(file), pointer=pointer, line=line, values=values)


def _faults_of_table(archive: ZipFile, file: Path, table: Table, wanted: int) -> list[Problem]:
    member = f"{table.name}.jsonl"
    if member not in archive.namelist():
        return [problem("missing-rows.all", file, member)]
    found: list[Problem] = []
    count = 0
    for count, line in enumerate(_lines(archive, file, member), 1):
        if count > wanted:
            return [*found[:MOST_LISTED], problem("missing-rows.more", file, member, values={"wanted": wanted})]
        if fault := _fault_of_line(line, table):
            found.append(problem(fault[0], file, member, count, values=fault[1]))
        if len(found) > MOST_COUNTED:
            return [*found[:MOST_LISTED], problem("broken-row.many", file, member, values={"n": MOST_COUNTED})]
    more = len(found) - MOST_LISTED
    if more > 0:
        found[MOST_LISTED:] = [problem("broken-row.more", file, member, values={"n": more})]
    if count < wanted:
        found.append(problem("missing-rows.some", file, member, values={"n": count, "wanted": wanted}))
    return found


def _fault_of_line(line: bytes, table: Table) -> tuple[str, Mapping[str, object]] | None:
    """What is wrong with a row, and what the app's sentence names; None if nothing is wrong."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):  # ValueError: also for a number of thousands of digits
        return "broken-row.not-json", {}
    columns = table.c.keys()
    if not isinstance(row, dict) or row.keys() != set(columns):
        return "broken-row.other-columns", {"columns": ", ".join(columns)}
    reasons = ((column.name, _fault_of_value(row[column.name], column)) for column in table.c)
    # The column alone: the value may be what somebody said.
    return next(((reason, {"column": name}) for name, reason in reasons if reason), None)


def _fault_of_value(value: Any, column: Column[Any]) -> str | None:
    if value is None:
        return None if column.nullable else "broken-row.no-value"
    match column.type:
        case Boolean():
            fits = isinstance(value, bool)
        case Integer():
            fits = isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_INTEGER
        case Float():
            fits = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST_NUMBER
        case Date():
            fits = _is_day(value)
        case String(length=longest):
            fits = isinstance(value, str) and _is_writable(value, longest)
        case _:
            fits = False
    return None if fits else "broken-row.wrong-value"


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_writable(text: str, longest: int | None) -> bool:
    """Whether both databases can hold a text: no NUL, no half of a surrogate pair."""
    if "\x00" in text or (longest is not None and len(text) > longest):
        return False
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)


def _member(name: str, today: date) -> ZipInfo:
    """A member of the zip, dated by its day only."""
    member = ZipInfo(name, (today.year, today.month, today.day, 0, 0, 0))
    member.compress_type = ZIP_DEFLATED
    member.external_attr = 0o600 << 16
    return member


def _unwritable(file: Path, error: OSError) -> BackupError:
    if isinstance(error, FileExistsError):
        return BackupError([problem("unwritable.name-taken", file)])
    return BackupError([problem("unwritable.backup", file, values=_because(error))])


def _because(error: OSError) -> Mapping[str, object]:
    return {"because": error.strerror or error}
