"""The structure of a definition: its JSON Schema, with every deviation said in our words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from models.conditions import OPERATORS
from models.problems import Problem, did_you_mean, listing, pointer

Document = Mapping[str, Any]
Told = tuple[str, str, str, str]
"""Steps below the error's own pointer, code, what is wrong, the mend."""


def structure_problems(document: Any, schema: Document, file: str) -> Iterator[Problem]:
    """Compare *document* with its schema; every deviation is one problem."""
    errors = Draft202012Validator(schema).iter_errors(document)
    for error in sorted(errors, key=lambda error: [str(step) for step in error.absolute_path]):
        for below, code, wrong, mend in _told(error):
            place = pointer(*error.absolute_path) + below
            yield Problem(code=code, file=file, pointer=place, wrong=wrong, mend=mend)


def _told(error: ValidationError) -> Iterator[Told]:
    where = f'"{error.absolute_path[-1]}"' if error.absolute_path else "the document"
    schema: Document = error.schema if isinstance(error.schema, Mapping) else {}
    if error.schema is False:
        yield "", "unknown-key", f"{where} does not go with an item of this kind.", "Remove it, or change the kind."
    else:
        yield from _TELL.get(str(error.validator), _tell_other)(error, schema, where)


def _tell_required(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    # jsonschema raises one error per missing name and gives the name only in its message.
    for name in [name for name in _words(error) if error.message.startswith(repr(name))]:
        described = _described(schema, name)
        yield "", "missing-key", f'"{name}" is missing.', f'Add "{name}"{described}'


def _tell_unknown(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    known = list(schema.get("properties", {}))
    present: Document = error.instance if isinstance(error.instance, Mapping) else {}
    for name in [name for name in present if name not in known]:
        mend = f"{did_you_mean(name, known)}Known here: {listing(known, 24)}."
        yield pointer(name), "unknown-key", f'There is no key "{name}" here.', mend


def _tell_type(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    wanted = " or ".join(_words(error))
    mend = f"Write {_TYPES.get(wanted, wanted)} instead."
    yield "", "wrong-type", f"{where} is {_kind(error.instance)}.", mend


def _tell_shape(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    mend = (
        'Write one subject with one operator, as in {"item": ID, OPERATOR: value}, '
        f'with one of {", ".join(OPERATORS)}; or one of "all", "any", "not" alone.'
    )
    yield "", "condition-shape", "This is not a condition: it has too many or too few parts.", mend


def _tell_choice(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    known = [str(value) for value in schema.get("enum", [schema.get("const")])]
    mend = f"{did_you_mean(str(error.instance), known)}Use one of {listing(known, 24)}."
    yield "", "wrong-value", f"{where} can't be {_shown(error.instance)}.", mend


def _tell_pattern(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    mend = schema.get("description", f"It must match {error.validator_value}.")
    yield "", "wrong-value", f"{where} can't be {_shown(error.instance)}.", mend


def _tell_other(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    message = error.message if len(error.message) < 160 else f"{error.message[:60]} … {error.message[-60:]}"
    yield "", "wrong-value", f"{where}: {message}.", schema.get("description", "Mend the value.")


_TELL: Mapping[str, Callable[[ValidationError, Document, str], Iterator[Told]]] = {
    "required": _tell_required,
    "additionalProperties": _tell_unknown,
    "type": _tell_type,
    "oneOf": _tell_shape,
    "enum": _tell_choice,
    "const": _tell_choice,
    "pattern": _tell_pattern,
}

_TYPES = {
    "object": "an object in {}",
    "array": "a list in []",
    "string": "a text in quotes",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "string or number": "a text or a number",
}


def _words(error: ValidationError) -> list[str]:
    value = error.validator_value
    return [value] if isinstance(value, str) else [str(word) for word in value] if isinstance(value, list) else []


def _described(schema: Document, name: str) -> str:
    known = schema.get("properties", {}).get(name, {})
    text = known.get("description", "") if isinstance(known, Mapping) else ""
    return f": {text}" if text else "."


def _shown(value: Any) -> str:
    text = str(value)
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'


def _kind(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case _:
            return "an object"
