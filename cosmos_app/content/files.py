"""Reads one definition file and checks it against its schema; or reports why it can't be read."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cosmos_app.settings import QUESTIONNAIRES
from models.json_source import LARGEST_FILE, lines_of, read_document
from models.parsing import parse_questionnaire
from models.parsing_catalogues import parse_factors, parse_placements, parse_practice, parse_roles
from models.problems import InvalidDefinitionError, Problem, nearest

PARSERS: Mapping[str, Callable[[Any, Mapping[str, Any], str], Any]] = {
    "questionnaire": parse_questionnaire,
    "factors": parse_factors,
    "roles": parse_roles,
    "placements": parse_placements,
    "practice": parse_practice,
}
"""The kinds of definition file; each has its schema, ``KIND.schema.json``."""

SCHEMA_ENDING = ".schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file, as far as it can be read.

    Attributes:
        kind: A key of PARSERS; "" if unknown.
        id: The id that the document gives itself, else the name of the file without its ending.
        text: The whole text; "" if it is not JSON.
        built: What it defines; None if it has problems.
        problems: Why it can't be read, or where it departs from its schema.
    """

    kind: str = ""
    id: str
    text: str = ""
    built: Any = None
    problems: tuple[Problem, ...] = ()


def read(path: Path) -> ReadFile:
    """Read a file, as far as that is possible."""
    name = printable(path)
    raw = bytes_of(path)
    if isinstance(raw, Problem):
        return ReadFile(id=path.stem, problems=(raw,))
    document, problems = read_document(raw, name)
    if problems:
        return ReadFile(id=path.stem, problems=problems)
    text = raw.decode("utf-8-sig")
    fields = document if isinstance(document, dict) else {}
    own_id = str(fields.get("id", path.stem))
    kind = str(fields.get("$schema", "")).rpartition("/")[2].removesuffix(SCHEMA_ENDING)
    if kind not in PARSERS:
        return ReadFile(id=own_id, text=text, problems=tuple(located([_unknown_kind(path, fields)], text)))
    try:
        built = PARSERS[kind](document, schema(kind), name)
    except InvalidDefinitionError as error:
        return ReadFile(kind=kind, id=own_id, text=text, problems=tuple(located(error.problems, text)))
    return ReadFile(kind=kind, id=own_id, text=text, built=built)


def bytes_of(path: Path) -> bytes | Problem:
    """What a file holds, or why it can't be read; of a file that is too large, only the beginning."""
    try:
        if path.is_dir():
            return fault("unreadable-file.folder", path)
        if not path.is_file():
            return fault("unreadable-file.special" if path.exists() else "unreadable-file.missing", path)
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        return fault("unreadable-file.refused", path, system=error.strerror or str(error))


def _unknown_kind(path: Path, fields: Mapping[str, Any]) -> Problem:
    known = tuple(f"./{kind}{SCHEMA_ENDING}" for kind in PARSERS)
    if not isinstance(named := fields.get("$schema"), str):
        return fault("unknown-kind.unsaid", path, known=known)
    return fault("unknown-kind.other", path, "/$schema", kind=named[:80], known=known, nearest=nearest(named, known))


@cache
def schema(kind: str) -> Mapping[str, Any]:
    """The JSON Schema of a kind of definition file."""
    body: Mapping[str, Any] = json.loads((QUESTIONNAIRES / f"{kind}{SCHEMA_ENDING}").read_bytes())
    return body


def located(problems: Iterable[Problem], text: str) -> Sequence[Problem]:
    """Give problems their lines, and sort them by line; for a missing key that is the line of the object around it."""
    if not (found := list(problems)):
        return []
    lines = lines_of(text)
    order = {place: index for index, place in enumerate(lines)}

    def nearest(place: str) -> str:
        while place not in lines:
            place = place.rpartition("/")[0]
        return place

    placed = [(nearest(problem.pointer), problem) for problem in found]
    placed.sort(key=lambda pair: order[pair[0]])
    return [problem.at_line(lines[place]) for place, problem in placed]


def printable(path: str | Path) -> str:
    """The path as it can be printed: a file name need not be text."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def fault(message: str, path: str | Path, at: str = "", **values: object) -> Problem:
    """A problem of a file as a whole, or at one place in it."""
    return Problem(message=message, file=printable(path), pointer=at, values=values)
