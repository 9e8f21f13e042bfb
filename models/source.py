"""The text of a JSON file: read into a document, or told what is wrong with it; and on which line a place is."""

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

    def problem(code: str, wrong: str, mend: str, *, line: int | None = None) -> tuple[None, tuple[Problem, ...]]:
        return None, (Problem(code=code, file=file, pointer="", line=line, wrong=wrong, mend=mend),)

    text, unfit = _text_of(raw)
    if unfit is not None:
        return problem(*unfit)
    if (line := _too_deep(text)) is not None:
        mend = f"Flatten it: at most {DEEPEST} levels are read."
        return problem("too-deep", f"Brackets are nested more than {DEEPEST} levels deep.", mend, line=line)

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
        wrong = f"This is not JSON: {error.msg[0].lower()}{error.msg[1:]} (line {error.lineno}, column {error.colno})."
        return problem("not-json", wrong, _mend(text, error), line=error.lineno)
    except ValueError as error:
        return problem("not-json", f"This is not JSON that we can read: {error}.", "Write an ordinary number.")
    if twice:
        return None, _told_twice(text, file)
    if "\\u" in text and (half := _half_character(document)):
        wrong = f"A text holds {half}, half of a character."
        return problem("not-text", wrong, "Write the character itself instead of its \\u code.")
    return document, ()


_SLIPS: tuple[tuple[str, str], ...] = (
    (r"[“”„«»‘’]", 'These are typographic quotes; write straight ones: ".'),
    (r"'", "Write texts in double quotes, not in single ones."),
    (r"//|/\*|#", "JSON has no comments; remove it."),
    (r"(?:True|False|None)\b", "Write true, false or null in small letters."),
    (r"[}\]]", "Remove the comma before it: nothing follows in this list or object."),
    (r",", "Remove this comma, or write what is missing before it; a decimal number has a point, as in 0.5."),
)
"""What authors usually meant by a text at which reading stopped, by how it begins."""


def _mend(text: str, error: json.JSONDecodeError) -> str:
    """Say how to mend a text that is not JSON, as precisely as the place where reading stopped allows."""
    here = _SPACE.sub("", text[error.pos : error.pos + 40], count=1)
    if error.msg.startswith("Illegal trailing comma"):
        return "Remove this comma: nothing follows in this list or object."
    if error.msg.startswith("Invalid control character"):
        return 'A text ends on the line where it begins: close it with ", and write a line break in it as \\n.'
    if error.msg.startswith("Expecting ',' delimiter"):
        return "Write a comma before it, or close the text, list or object that ends there."
    for pattern, mend in _SLIPS:
        if re.match(pattern, here):
            return mend
    return "Mend the text there; a missing comma, quote or bracket just before it is the usual cause."


def _text_of(raw: bytes) -> tuple[str, tuple[str, str, str] | None]:
    """The text, or code, fault and mend of bytes that hold none."""
    if len(raw) > LARGEST_FILE:
        return "", ("too-large", "The file has more than 5 MB.", "Split it into several files.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mend = "Save the file as plain text in UTF-8; a document or picture can't be read."
        return "", ("not-text", f"Byte {error.start} is not UTF-8 text.", mend)
    if "\x00" in text:
        return "", ("not-text", "The file holds zero bytes.", "Save it as plain text in UTF-8.")
    if not text.strip():
        return "", ("empty-file", "The file is empty.", "Write a definition, or start from `cosmos new ID`.")
    return text, None


def _watching(twice: list[str]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key, value in pairs:
            if key in built:
                twice.append(key)
            built[key] = value
        return built

    return build


def _told_twice(text: str, file: str) -> tuple[Problem, ...]:
    """Say where keys stand for the second time."""
    seen: set[str] = set()
    again: dict[str, int] = {}

    def found(place: str, line: int) -> None:
        steps = place.split("/")
        if place not in seen:
            seen.add(place)
        elif not any("/".join(steps[:depth]) in again for depth in range(2, len(steps))):
            again.setdefault(place, line)

    _walk(text, found)
    mend = "Keep one of the two; readers of JSON silently drop the other."
    return tuple(
        Problem(
            code="duplicate-key",
            file=file,
            pointer=place,
            line=line,
            wrong=f'The key "{place.rpartition("/")[2].replace("~1", "/").replace("~0", "~")}" stands here twice.',
            mend=mend,
        )
        for place, line in again.items()
    )


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number in JSON")


def _float(digits: str) -> float:
    if not isfinite(number := float(digits)):
        raise ValueError(f"{digits[:20]} is too large a number")
    return number


def _int(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"{digits[:20]}… is too large a number")
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
