"""The text of a JSON file: read into a document, or what is wrong with it; and the line of every place in it."""

import json
import re
from collections.abc import Callable, Mapping
from json.decoder import scanstring  # type: ignore[attr-defined]  # the stubs leave it out
from math import isfinite
from typing import Any

from models.problems import Problem, pointer

LARGEST_FILE = 5_000_000
"""Bytes; the largest questionnaire we know of has a thirtieth of that."""

DEEPEST = 64
"""Levels of nesting; a condition eight levels deep in an item needs about twenty-five."""

LONGEST_NUMBER = 300
"""Digits of a whole number; a longer one fits no decimal number of a computer."""

_SPACE = re.compile(r"[ \t\n\r]*")
# Possessive, so that a quote that is never closed costs one pass and not one per character.
_STRUCTURE = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


def read_document(raw: bytes, file: str) -> tuple[Any, tuple[Problem, ...]]:
    """Turn the bytes of a file into a JSON document.

    Args:
        raw: The whole file, or at least one byte more of it than LARGEST_FILE.
        file: Its name, for messages.

    Returns:
        The document and no problems, or None and what is wrong.
    """

    def problem(message: str, line: int | None = None, **values: object) -> tuple[None, tuple[Problem, ...]]:
        return None, (Problem(message=message, file=file, pointer="", line=line, values=values),)

    text, message, values = _text_of(raw)
    if message:
        return problem(message, **values)
    if (line := _too_deep(text)) is not None:
        return problem("too-deep", line, deepest=DEEPEST)

    twice: list[str] = []
    try:
        document = json.loads(
            text,
            object_pairs_hook=_watching(twice),
            parse_constant=_no_constant,
            parse_float=_float,
            parse_int=_int,
        )
    except json.JSONDecodeError as error:
        parser = f"{error.msg[0].lower()}{error.msg[1:]}"
        return problem(_slip(text, error), error.lineno, parser=parser, at_line=error.lineno, column=error.colno)
    except _NumberError as error:
        return problem(error.message, written=error.written)
    if twice:
        return None, _doubled_keys(text, file)
    if "\\u" in text and (half := _half_character(document)):
        return problem("not-text.half-character", character=half)
    return document, ()


class _NumberError(ValueError):
    """A number that JSON does not have, or that no computer's decimal number can hold."""

    def __init__(self, message: str, written: str) -> None:
        super().__init__(message)
        self.message = message
        self.written = written


_SLIPS: tuple[tuple[str, str], ...] = (
    (r"[“”„«»‘’]", "not-json.typographic-quotes"),
    (r"'", "not-json.single-quotes"),
    (r"//|/\*|#", "not-json.comment"),
    (r"(?:True|False|None)\b", "not-json.capitals"),
    (r"[}\]]", "not-json.comma-before"),
    (r",", "not-json.comma"),
)
"""What authors usually meant by a text at which reading stopped: the message, by how that text begins."""


def _slip(text: str, error: json.JSONDecodeError) -> str:
    """The message for a text that is not JSON, as precise as the place where reading stopped allows."""
    here = _SPACE.sub("", text[error.pos : error.pos + 40], count=1)
    if error.msg.startswith("Illegal trailing comma"):
        return "not-json.last-comma"
    if error.msg.startswith("Invalid control character"):
        return "not-json.open-text"
    if error.msg.startswith("Expecting ',' delimiter"):
        return "not-json.no-comma"
    return next((message for pattern, message in _SLIPS if re.match(pattern, here)), "not-json.other")


def _text_of(raw: bytes) -> tuple[str, str, Mapping[str, Any]]:
    """The text of a file; or, of bytes that hold none, which message says why, and its values."""
    if len(raw) > LARGEST_FILE:
        return "", "too-large", {}
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", "not-text.byte", {"byte": error.start}
    if "\x00" in text:
        return "", "not-text.zero-bytes", {}
    return (text, "", {}) if text.strip() else ("", "empty-file", {})


def _watching(twice: list[str]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key, value in pairs:
            if key in built:
                twice.append(key)
            built[key] = value
        return built

    return build


def _doubled_keys(text: str, file: str) -> tuple[Problem, ...]:
    """Where keys stand for the second time."""
    seen: set[str] = set()
    again: dict[str, int] = {}

    def found(place: str, line: int) -> None:
        steps = place.split("/")
        if place not in seen:
            seen.add(place)
        elif not any("/".join(steps[:depth]) in again for depth in range(2, len(steps))):
            again.setdefault(place, line)

    _walk(text, found)
    return tuple(
        Problem(
            message="duplicate-key",
            file=file,
            pointer=place,
            line=line,
            values={"key": place.rpartition("/")[2].replace("~1", "/").replace("~0", "~")},
        )
        for place, line in again.items()
    )


def _no_constant(name: str) -> float:
    raise _NumberError("not-json.no-number", name)


def _float(digits: str) -> float:
    if not isfinite(number := float(digits)):
        raise _NumberError("not-json.large-number", digits[:20])
    return number


def _int(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise _NumberError("not-json.large-number", f"{digits[:20]}…")
    return int(digits)


def _half_character(document: Any) -> str:
    """Name the first lone surrogate: JSON can spell it, no text can hold it."""
    written = json.dumps(document, ensure_ascii=False)
    match = re.search("[\ud800-\udfff]", written)
    return f"\\u{ord(match[0]):x}" if match else ""


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
        Line, counted from 1, by JSON Pointer; places in the order of the text.

    >>> lines_of('{"a":\n [1,\n 2]}')
    {'': 1, '/a': 2, '/a/0': 2, '/a/1': 3}
    """
    lines: dict[str, int] = {}
    _walk(text, lines.setdefault)
    return lines


def _walk(text: str, found: Callable[[str, int], object]) -> None:
    """Tell *found* the JSON Pointer and line of every value, in the order of the text."""
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
        found(place, line_at(position))
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
