"""The text of a JSON file: read into a document, or told what is wrong with it; and on which line a place is."""

import json
import re
from collections.abc import Callable, Mapping
from json.decoder import scanstring  # type: ignore[attr-defined]  # the stubs leave it out
from typing import Any

from models.problems import Problem, pointer

LARGEST_FILE = 5_000_000
"""Bytes; the largest questionnaire we know of has a thirtieth of that."""

DEEPEST = 64
"""Levels of nesting; a condition eight levels deep in an item needs about twenty-five."""

_SPACE = re.compile(r"[ \t\n\r]*")
_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


def read_document(raw: bytes, file: str) -> tuple[Any, tuple[Problem, ...]]:
    """Turn the bytes of a file into a JSON document.

    Args:
        raw: The whole file.
        file: Its name, for messages.

    Returns:
        The document and no problems, or None and what is wrong.
    """

    def problem(code: str, wrong: str, mend: str, *, line: int | None = None) -> tuple[None, tuple[Problem, ...]]:
        return None, (Problem(code=code, file=file, pointer="", line=line, wrong=wrong, mend=mend),)

    if len(raw) > LARGEST_FILE:
        size = f"{len(raw) / 1e6:.1f} MB"
        return problem("too-large", f"The file has {size}; at most 5 MB are read.", "Split it into several files.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = f"Byte {error.start} is not UTF-8 text."
        return problem("not-text", where, "Save the file as plain text in UTF-8; a document or picture can't be read.")
    if "\x00" in text:
        return problem("not-text", "The file holds zero bytes.", "Save it as plain text in UTF-8.")
    if not text.strip():
        return problem("empty-file", "The file is empty.", "Write a definition, or start from `cosmos new ID`.")
    if (line := _too_deep(text)) is not None:
        mend = f"Flatten it: at most {DEEPEST} levels are read."
        return problem("too-deep", f"Brackets are nested more than {DEEPEST} levels deep.", mend, line=line)

    twice: list[str] = []
    try:
        document = json.loads(text, object_pairs_hook=_watching(twice), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        wrong = f"This is not JSON: {error.msg[0].lower()}{error.msg[1:]} (line {error.lineno}, column {error.colno})."
        mend = "Mend the text there; a missing comma, quote or bracket just before it is the usual cause."
        return problem("not-json", wrong, mend, line=error.lineno)
    except ValueError as error:
        return problem("not-json", f"This is not JSON: {error}.", "Write an ordinary number.")
    if twice:
        names = ", ".join(f'"{key}"' for key in twice)
        mend = "Keep one of each two; readers of JSON silently drop the other."
        return problem("duplicate-key", f"Stands twice in one object: {names}.", mend)
    return document, ()


def _watching(twice: list[str]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key, value in pairs:
            if key in built:
                twice.append(key)
            built[key] = value
        return built

    return build


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number in JSON")


def _too_deep(text: str) -> int | None:
    depth = 0
    for match in _STRUCTURE.finditer(text):
        if match[0] in "[{":
            depth += 1
            if depth > DEEPEST:
                return text.count("\n", 0, match.start()) + 1
        elif match[0] in "]}":
            depth -= 1
    return None


def lines_of(text: str) -> Mapping[str, int]:
    r"""Find the line of every place in a JSON text.

    Args:
        text: Text that ``read_document`` could read.

    Returns:
        Line, counted from 1, by JSON Pointer.

    >>> lines_of('{"a":\n [1,\n 2]}')
    {'': 1, '/a': 2, '/a/0': 2, '/a/1': 3}
    """
    lines: dict[str, int] = {}
    seen_line, seen_at = 1, 0

    def line_at(position: int) -> int:
        nonlocal seen_line, seen_at
        seen_line += text.count("\n", seen_at, position)
        seen_at = position
        return seen_line

    decoder = json.JSONDecoder()

    def skip(position: int) -> int:
        match = _SPACE.match(text, position)
        return match.end() if match else position

    def walk(position: int, place: str) -> int:
        position = skip(position)
        lines[place] = line_at(position)
        if text[position] == "{":
            position = skip(position + 1)
            while text[position] != "}":
                key, position = scanstring(text, position + 1, True)
                position = skip(position) + 1  # the colon
                position = skip(walk(position, place + pointer(key)))
                position = skip(position + 1) if text[position] == "," else position
            return position + 1
        if text[position] == "[":
            position, index = skip(position + 1), 0
            while text[position] != "]":
                position = skip(walk(position, place + pointer(index)))
                position, index = (skip(position + 1) if text[position] == "," else position), index + 1
            return position + 1
        _, end = decoder.raw_decode(text, position)
        return end

    walk(0, "")
    return lines
