"""The structure of a definition: how it departs from its JSON Schema."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from models.conditions import OPERATORS
from models.problems import IdKind, Problem, excerpt, nearest, pointer

Document = Mapping[str, Any]
OURS: Mapping[str, str] = {
    "and": "all",
    "or": "any",
    "equals": "is",
    "in": "is_one_of",
    "contains": "includes",
    "min": "at_least",
    "max": "at_most",
    "text": "ask",
    "question": "ask",
    "type": "kind",
    "visible_if": "show_if",
}
"""Our keys by what they are called in other tools; a suggestion by spelling alone could mean the opposite."""

Deviation = tuple[str, str, Mapping[str, Any]]
"""Steps below the error's own pointer, the message, and its values."""

MOST_DEVIATIONS = 1000
"""Deviations reported at once; a file with more is of another kind altogether."""


def structure_problems(document: Any, schema: Document, file: str) -> Iterator[Problem]:
    """Compare *document* with its schema; every deviation is one problem."""
    errors = list(islice(Draft202012Validator(schema).iter_errors(document), MOST_DEVIATIONS))
    faulty = {(str(error.validator), *error.absolute_path) for error in errors}
    for error in sorted(errors, key=lambda error: [str(step) for step in error.absolute_path]):
        if not _follows(error, faulty):
            for below, message, values in _deviations(error):
                at, where = pointer(*error.absolute_path) + below, tuple(error.absolute_path)[-2:]
                yield Problem(message=message, file=file, pointer=at, values={"where": where, **values})


def _follows(error: ValidationError, faulty: Set[tuple[str | int, ...]]) -> bool:
    """Whether another error already says the same, more precisely."""
    path = tuple(error.absolute_path)
    if error.validator == "oneOf":
        return ("type", *path) in faulty or ("additionalProperties", *path) in faulty
    return error.validator == "not" and ("enum", *path[:-1], "kind") in faulty


def _deviations(error: ValidationError) -> Iterator[Deviation]:
    schema: Document = error.schema if isinstance(error.schema, Mapping) else {}
    yield from _DEVIATIONS.get(str(error.validator), _other)(error, schema)


def _misfit(error: ValidationError, schema: Document) -> Iterator[Deviation]:
    yield "", "unknown-key.misfit", {}


def _missing_key(error: ValidationError, schema: Document) -> Iterator[Deviation]:
    # jsonschema raises one error per missing name and gives the name only in its message.
    for name in [name for name in _words(error) if error.message.startswith(repr(name))]:
        yield "", "missing-key", {"key": name, "description": _description(schema, name)}


def _unknown_key(error: ValidationError, schema: Document) -> Iterator[Deviation]:
    known = tuple(schema.get("properties", {}))
    present: Document = error.instance if isinstance(error.instance, Mapping) else {}
    for name in [name for name in present if name not in known]:
        ours = OURS.get(name.casefold(), "")
        if ours not in known:
            ours = ""
        near = "" if ours else nearest(name, known)
        yield pointer(name), "unknown-key.unknown", {"key": name, "known": known, "ours": ours, "nearest": near}


def _wrong_type(error: ValidationError, schema: Document) -> Iterator[Deviation]:
    yield "", "wrong-type", {"types": tuple(_words(error)), "type": _type_of(error.instance)}


def _no_condition(error: ValidationError, schema: Document) -> Iterator[Deviation]:
    yield "", "condition-shape", {"operators": OPERATORS}


def _no_choice(error: ValidationError, schema: Document) -> Iterator[Deviation]:
    known = tuple(str(value) for value in schema.get("enum", [schema.get("const")]))
    near = nearest(str(error.instance), known)
    yield "", "wrong-value.choice", {"value": excerpt(error.instance), "known": known, "nearest": near}


def _wrong_pattern(error: ValidationError, schema: Document) -> Iterator[Deviation]:
    values = {"value": excerpt(error.instance), "description": schema.get("description", "")}
    values["pattern"] = error.validator_value
    if "propertyNames" in error.schema_path:
        yield pointer(str(error.instance)), "wrong-value.key", values
    else:
        yield "", "wrong-value.pattern", values


def _wrong_amount(error: ValidationError, schema: Document) -> Iterator[Deviation]:
    message = _AMOUNTS[str(error.validator)]
    yield "", message, {"limit": error.validator_value, "description": schema.get("description", "")}


def _listed_twice(error: ValidationError, schema: Document) -> Iterator[Deviation]:
    yield "", "wrong-value.twice", {}


def _other(error: ValidationError, schema: Document) -> Iterator[Deviation]:
    message = error.message if len(error.message) < 160 else f"{error.message[:60]} … {error.message[-60:]}"
    yield "", "wrong-value.other", {"validator": message, "description": schema.get("description", "")}


_AMOUNTS = {
    "minItems": "wrong-value.min-items",
    "maxItems": "wrong-value.max-items",
    "minProperties": "wrong-value.min-keys",
    "minLength": "wrong-value.min-length",
    "maxLength": "wrong-value.max-length",
    "minimum": "wrong-value.minimum",
    "maximum": "wrong-value.maximum",
}

_DEVIATIONS: Mapping[str, Callable[[ValidationError, Document], Iterator[Deviation]]] = {
    "required": _missing_key,
    "additionalProperties": _unknown_key,
    "type": _wrong_type,
    "oneOf": _no_condition,
    "enum": _no_choice,
    "const": _no_choice,
    "pattern": _wrong_pattern,
    "not": _misfit,
    "uniqueItems": _listed_twice,
    **dict.fromkeys(_AMOUNTS, _wrong_amount),
}
"""What a deviation is called, by the keyword of JSON Schema that it departs from."""


def _words(error: ValidationError) -> list[str]:
    value = error.validator_value
    return [value] if isinstance(value, str) else [str(word) for word in value] if isinstance(value, list) else []


def _description(schema: Document, name: str) -> str:
    known = schema.get("properties", {}).get(name, {})
    return str(known.get("description", "")) if isinstance(known, Mapping) else ""


def _type_of(value: Any) -> str:
    """The name that JSON Schema gives to the type of a value."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def duplicate_ids(named: Sequence[tuple[str, str]], among: IdKind, file: str) -> Iterator[Problem]:
    """Report each id that stood before, at its later place.

    Args:
        named: JSON Pointers with the ids there.
        among: What the ids are of.
        file: The file, for messages.
    """
    first: dict[str, str] = {}
    for place, name in named:
        if name in first:
            values = {"id": name, "among": among, "first": first[name]}
            yield Problem(message="duplicate-id", file=file, pointer=place, values=values)
        first.setdefault(name, place)
