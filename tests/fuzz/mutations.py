"""Mutations of bytes, texts and JSON: flipped, cut, repeated, swapped, nested, and of other types and sizes."""

import json
from collections.abc import Sequence
from copy import deepcopy
from random import Random
from typing import Any

LETTERS = (
    "\x00", "\x1b[2J", "\ud800", "\udfff", "\u202e", "\u200b", "\ufeff", "\u2028", "ﷺ", "İ", "ß", "e\u0301" * 50,
    "👩‍👩‍👧", "٣", "²", "½", "¾", "①", "\t", "\r", "\n", "\x85", "\x1c", '"', "'", "`", "\\", "<b>", "](javascript:x)",
    "$x$", "{n}", "{", "}", "%s", "%", "=1+1", "@", ";", ":", ",", "--", "../", "~", "#", "&", "|", "-", "+", "\u2212",
)  # fmt: skip
"""Letters that programs stumble over."""

WORDS = (
    "", " ", "0", "-0", "1", "-1", "1e999", "-1e400", "1e-400", "0x10", "1_000", "१", "NaN", "nan", "inf", "-Infinity",
    "null", "None", "true", "True", "DK", "NA", "OUT", "dk", "yes", "9" * 400, "9" * 5000, "a" * 300, "a" * 100_000,
    "2026-02-30", "2026-W01-1", "20260101", "0000-01-01", "9999-12-31", "10000-01-01", "1.0.0", "1.0",
    "999999999.0.0", "1.0.0-rc", "01.1.1", "project", "https://a.b", "https://[::1", "http://a:999999",
    "javascript:alert(1)", "//", "..", "/", "a/b", "~1", "role", "A1", "__proto__", "constructor", "unsaid",
)  # fmt: skip
"""Texts that are something else in another place."""

_RAW = {
    "huge": "9" * 4301, "overflow": "1e999", "under": "1e-999", "nan": "NaN", "infinite": "-Infinity", "zero": "-0.0",
    "half": '"\\ud800"', "pair": '"\\udc00\\ud800"', "nul": '"a\\u0000b"', "deep": "[" * 900 + "]" * 900,
    "deeper": '{"a":' * 120_000 + "1" + "}" * 120_000, "long": '"' + "a" * 1_200_000 + '"',
    "twice": '{"id": 1, "id": 2}',
    "many": "[" + "0," * 200_000 + "0]", "bare": "undefined", "ten": "010", "point": "1.",
}  # fmt: skip
"""What ``json`` would not write so, as it stands in the file."""

Places = Sequence[tuple[Any, Any]]
"""Every place of a document: what it is in, and its key there."""

NUMBERS = (0, -1, 1, 2, 5, 0.1, -0.5, 1e308, 5e-324, 2**31, 2**53 + 1, 2**63, -(2**64), 10**40, True, False)


def pick(chance: Random, things: Sequence[Any]) -> Any:
    """One of these things."""
    return things[chance.randrange(len(things))]


def mutated_bytes(chance: Random, body: bytes, times: int = 8) -> bytes:
    """The same bytes, some of them flipped, cut, repeated, swapped or overwritten."""
    changed = bytearray(body)
    for _ in range(chance.randint(1, times)):
        start = chance.randrange(len(changed) + 1)
        end = min(len(changed), start + chance.choice((1, 2, 4, 16, 200, 4000)))
        match chance.randrange(7):
            case 0 if start < len(changed):
                changed[start] ^= 1 << chance.randrange(8)
            case 1 if start < len(changed):
                changed[start] = chance.choice((0, 255, 127, 128, 34, 44, 10))
            case 2:
                del changed[start:end]
            case 3:
                changed[start:end] = changed[start:end] * chance.choice((2, 3, 50))
            case 4:
                changed[start:start] = pick(chance, LETTERS).encode("utf-8", "surrogatepass")
            case 5 if chance.random() < 0.3:
                del changed[start:]
            case _:
                changed[start:end] = bytes(end - start)
    return bytes(changed)


def mutated_text(chance: Random, text: str) -> str:
    """A text with letters put in, cut out, repeated; or another one."""
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(len(text) + 1)
        end = start + chance.choice((1, 2, 10))
        match chance.randrange(7):
            case 0 | 1:
                text = text[:start] + pick(chance, LETTERS) + text[start:]
            case 2:
                text = text[:start] + text[end:]
            case 3:
                text = text[:start] + text[start:end] * chance.choice((2, 40)) + text[end:]
            case 4:
                text = chance.choice((text.upper(), text.swapcase(), text[::-1], f" {text} "))
            case 5:
                text = text[:start] + pick(chance, WORDS)
            case _:
                text = pick(chance, WORDS)
    return text


def mutated_json(chance: Random, document: Any, others: Sequence[Any] = ()) -> Any:
    """A copy of a document with some of its keys and values changed.

    Args:
        chance: Decides.
        document: What ``json`` reads.
        others: Documents to take parts from.
    """
    holder = [deepcopy(document)]
    if chance.random() < 0.4:  # so little that it may pass for whole
        inside, key = pick(chance, [place for place in _places(holder) if _is_leaf(place)] or [(holder, 0)])
        inside[key] = _near(chance, inside[key])
        return holder[0]
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6, 12))):
        _mutate(chance, holder, others)
    return holder[0]


def _mutate(chance: Random, holder: list[Any], others: Sequence[Any]) -> None:
    places = _places(holder)
    inside, key = pick(chance, places[1:] or places)
    pick(chance, _CHANGES)(chance, inside, key, places, others)
    if not holder:
        holder.append(None)


def _replace(chance: Random, inside: Any, key: Any, _places: Places, _others: Sequence[Any]) -> None:
    inside[key] = a_value(chance)


def _remove(_chance: Random, inside: Any, key: Any, _places: Places, _others: Sequence[Any]) -> None:
    del inside[key]


def _swap(chance: Random, inside: Any, key: Any, places: Places, _others: Sequence[Any]) -> None:
    other, other_key = pick(chance, places)
    if not _contains(inside[key], other) and not _contains(other[other_key], inside):
        inside[key], other[other_key] = other[other_key], inside[key]


def _copy(chance: Random, inside: Any, key: Any, places: Places, _others: Sequence[Any]) -> None:
    other, other_key = pick(chance, places)
    inside[key] = deepcopy(other[other_key])


def _rename(chance: Random, inside: Any, key: Any, places: Places, _others: Sequence[Any]) -> None:
    if isinstance(inside, dict):
        inside[pick(chance, [*_keys(places), *WORDS])] = inside.pop(key)


def _repeat(chance: Random, inside: Any, key: Any, places: Places, _others: Sequence[Any]) -> None:
    value = inside[key]
    if isinstance(value, list):
        value[:] = value * chance.choice((2, 2, 3, 100))
    elif isinstance(inside, list) and inside is not places[0][0]:
        inside.insert(chance.randrange(len(inside) + 1), deepcopy(value))


def _wrap(chance: Random, inside: Any, key: Any, _places: Places, _others: Sequence[Any]) -> None:
    value = inside[key]
    inside[key] = chance.choice(([value], {"id": value}, {str(key): value}, str(value)[:10_000]))


def _add(chance: Random, inside: Any, _key: Any, places: Places, _others: Sequence[Any]) -> None:
    if isinstance(inside, dict):
        inside[pick(chance, [*_keys(places), *WORDS])] = a_value(chance)


def _borrow(chance: Random, inside: Any, key: Any, _places: Places, others: Sequence[Any]) -> None:
    if others:
        inside[key] = deepcopy(_any_part(chance, pick(chance, others)))


def _nest(chance: Random, inside: Any, key: Any, _places: Places, _others: Sequence[Any]) -> None:
    for _ in range(chance.choice((3, 40, 200))):
        inside[key] = chance.choice(([inside[key]], {"all": [inside[key]]}, {"not": inside[key]}))


def _alter(chance: Random, inside: Any, key: Any, _places: Places, _others: Sequence[Any]) -> None:
    inside[key] = _near(chance, inside[key])


_CHANGES = (_replace, _replace, _remove, _swap, _copy, _rename, _repeat, _wrap, _add, _borrow, _nest, _alter)
"""What may be done at a place of a document."""


def a_value(chance: Random) -> Any:
    """A value of any type; some stand for what ``json`` would not write (``json_bytes`` does)."""
    match chance.randrange(5):
        case 0:
            return f"@@{pick(chance, tuple(_RAW))}@@"
        case 1:
            return pick(chance, NUMBERS)
        case 2:
            return pick(chance, WORDS)
        case 3:
            return mutated_text(chance, "abc")
        case _:
            return chance.choice((None, [], {}, [[]], {"": ""}, [None], [{}], ["a", 1], {"item": "a", "is": 1}))


def json_bytes(chance: Random, document: Any) -> bytes:
    """A document as a file holds it; now and then in another encoding, or with bytes that are broken."""
    text = json.dumps(document, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1, 2)))
    for name, raw in _RAW.items():
        if (mark := f'"@@{name}@@"') in text:
            text = text.replace(mark, raw, 3)
    encoding = "utf-8" if chance.random() < 0.95 else chance.choice(("utf-8-sig", "utf-16", "utf-32"))
    body = text.encode(encoding, "surrogatepass")
    return mutated_bytes(chance, body, 3) if chance.random() < 0.1 else body


def _places(holder: list[Any]) -> list[tuple[Any, Any]]:
    """Every place of a document: what it is in, and its key there."""
    found: list[tuple[Any, Any]] = []
    waiting: list[Any] = [holder]
    while waiting:
        inside = waiting.pop()
        keys = list(inside) if isinstance(inside, dict) else range(min(len(inside), 2000))
        for key in keys:
            found.append((inside, key))
            if isinstance(inside[key], dict | list):
                waiting.append(inside[key])
    return found


def _is_leaf(place: tuple[Any, Any]) -> bool:
    inside, key = place
    return isinstance(inside[key], str | int | float)


def _keys(places: Sequence[tuple[Any, Any]]) -> list[str]:
    return [key for _, key in places if isinstance(key, str)]


def _contains(value: Any, wanted: Any) -> bool:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if one is wanted:
            return True
        if isinstance(one, dict | list):
            waiting.extend(one.values() if isinstance(one, dict) else one)
    return False


def _any_part(chance: Random, document: Any) -> Any:
    inside, key = pick(chance, _places([document]))
    return inside[key]


def _near(chance: Random, value: Any) -> Any:
    """A value of the same type that is a little different."""
    match value:
        case bool() | None:
            return not value
        case int() | float():
            return chance.choice((value + 1, value - 1, -value, value / 3, value * 1000, float(value), str(value)))
        case str():
            return mutated_text(chance, value)
        case list():
            return chance.sample(value, len(value)) if chance.random() < 0.5 else value[: len(value) // 2]
        case _:
            return dict(reversed(value.items()))
