"""The structure of a definition: its JSON Schema, with every deviation said in our words."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from models.conditions import OPERATORS
from models.problems import Problem, did_you_mean, listing, pointer, shown

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
"""What authors who know other tools call our keys; a hint from spelling alone could turn the meaning round."""

Told = tuple[str, str, str, str]
"""Steps below the error's own pointer, code, what is wrong, the mend."""


MOST_TOLD = 1000
"""Deviations told at once; a file with more is of another kind altogether."""


def structure_problems(document: Any, schema: Document, file: str) -> Iterator[Problem]:
    """Compare *document* with its schema; every deviation is one problem."""
    errors = list(islice(Draft202012Validator(schema).iter_errors(document), MOST_TOLD))
    faulty = {(str(error.validator), *error.absolute_path) for error in errors}
    for error in sorted(errors, key=lambda error: [str(step) for step in error.absolute_path]):
        if not _follows(error, faulty):
            for below, code, wrong, mend in _told(error):
                place = pointer(*error.absolute_path) + below
                yield Problem(code=code, file=file, pointer=place, wrong=wrong, mend=mend)


def _follows(error: ValidationError, faulty: Set[tuple[str | int, ...]]) -> bool:
    """Whether another error says the same, and says it better."""
    place = tuple(error.absolute_path)
    if error.validator == "oneOf":
        return ("type", *place) in faulty or ("additionalProperties", *place) in faulty
    return error.validator == "not" and ("enum", *place[:-1], "kind") in faulty


def _told(error: ValidationError) -> Iterator[Told]:
    schema: Document = error.schema if isinstance(error.schema, Mapping) else {}
    yield from _TELL.get(str(error.validator), _tell_other)(error, schema, _where(*error.absolute_path))


def _where(*steps: str | int) -> str:
    match steps:
        case ():
            return "The document"
        case (*_, str(name), int(index)):
            return f'Entry {index + 1} of "{name}"'
        case _:
            return f'"{steps[-1]}"'


def _tell_misfit(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    yield "", "unknown-key", f"{where} does not go with an item of this kind.", "Remove it, or change the kind."


def _tell_required(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    # jsonschema raises one error per missing name and gives the name only in its message.
    for name in [name for name in _words(error) if error.message.startswith(repr(name))]:
        described = _described(schema, name)
        yield "", "missing-key", f'"{name}" is missing.', f'Add "{name}"{described}'


def _tell_unknown(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    known = list(schema.get("properties", {}))
    present: Document = error.instance if isinstance(error.instance, Mapping) else {}
    for name in [name for name in present if name not in known]:
        ours = OURS.get(name.casefold(), "")
        hint = f'It is called "{ours}" here. ' if ours in known else did_you_mean(name, known)
        mend = f"{hint}Known here: {listing(known, 24)}."
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
    yield "", "wrong-value", f"{where} can't be {shown(error.instance)}.", mend


def _tell_pattern(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    mend = schema.get("description", f"It must match {error.validator_value}.")
    if "propertyNames" in error.schema_path:
        yield pointer(str(error.instance)), "wrong-value", f"{where} can't have the key {shown(error.instance)}.", mend
    else:
        yield "", "wrong-value", f"{where} can't be {shown(error.instance)}.", mend


def _tell_amount(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    limit = _AMOUNTS[str(error.validator)].format(error.validator_value)
    yield "", "wrong-value", f"{where} must {limit}.", schema.get("description", "Mend the value.")


def _tell_unique(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    yield "", "wrong-value", f"{where} lists something twice.", "Keep one of the two."


def _tell_other(error: ValidationError, schema: Document, where: str) -> Iterator[Told]:
    message = error.message if len(error.message) < 160 else f"{error.message[:60]} … {error.message[-60:]}"
    yield "", "wrong-value", f"{where}: {message}.", schema.get("description", "Mend the value.")


_AMOUNTS = {
    "minItems": "list at least {}",
    "maxItems": "list at most {}",
    "minProperties": "have at least {} key",
    "minLength": "have at least {} character",
    "maxLength": "have at most {} characters",
    "minimum": "be {} or more",
    "maximum": "be {} or less",
}

_TELL: Mapping[str, Callable[[ValidationError, Document, str], Iterator[Told]]] = {
    "required": _tell_required,
    "additionalProperties": _tell_unknown,
    "type": _tell_type,
    "oneOf": _tell_shape,
    "enum": _tell_choice,
    "const": _tell_choice,
    "pattern": _tell_pattern,
    "not": _tell_misfit,
    "uniqueItems": _tell_unique,
    **dict.fromkeys(_AMOUNTS, _tell_amount),
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


def duplicate_ids(named: Sequence[tuple[str, str]], what: str, file: str) -> Iterator[Problem]:
    """Report each id that stood before, at its later place; *named* pairs JSON Pointers with the ids there."""
    first: dict[str, str] = {}
    for place, name in named:
        if name in first:
            yield Problem(
                code="duplicate-id",
                file=file,
                pointer=place,
                wrong=f'The id "{name}" stands before among the {what}, at #{first[name]}.',
                mend="Give this one an id of its own; answers and results are kept under it.",
            )
        first.setdefault(name, place)
