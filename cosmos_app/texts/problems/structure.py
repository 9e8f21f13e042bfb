"""Problems of structure: where a definition departs from its JSON Schema."""

from collections.abc import Mapping, Sequence

from cosmos_app.texts.message import Text
from cosmos_app.texts.problems.wording import Wording

_DOCUMENT = Text("The document")
_ENTRY = Text('Entry {number} of "{key}"')
_KEY = Text('"{key}"')

_DESCRIPTION = Text("{description}")
_MEND = Text("Mend the value.")

STRUCTURE: Mapping[str, Wording] = {
    "missing-key": Wording(Text('"{key}" is missing.'), Text('Add "{key}": {description}'), bare=Text('Add "{key}".')),
    "unknown-key.unknown": Wording(Text('There is no key "{key}" here.'), Text("Known here: {known}."), most=24),
    "unknown-key.misfit": Wording(
        Text("{where} does not go with an item of this kind."), Text("Remove it, or change the kind.")
    ),
    "wrong-type": Wording(Text("{where} is {type}."), Text("Write {types} instead.")),
    "wrong-value.choice": Wording(Text('{where} can\'t be "{value}".'), Text("Use one of {known}."), most=24),
    "wrong-value.pattern": Wording(
        Text('{where} can\'t be "{value}".'), _DESCRIPTION, bare=Text("It must match {pattern}.")
    ),
    "wrong-value.key": Wording(
        Text('{where} can\'t have the key "{value}".'), _DESCRIPTION, bare=Text("It must match {pattern}.")
    ),
    "wrong-value.min-items": Wording(Text("{where} must list at least {limit}."), _DESCRIPTION, bare=_MEND),
    "wrong-value.max-items": Wording(Text("{where} must list at most {limit}."), _DESCRIPTION, bare=_MEND),
    "wrong-value.min-keys": Wording(Text("{where} must have at least {limit} key."), _DESCRIPTION, bare=_MEND),
    "wrong-value.min-length": Wording(Text("{where} must have at least {limit} character."), _DESCRIPTION, bare=_MEND),
    "wrong-value.max-length": Wording(Text("{where} must have at most {limit} characters."), _DESCRIPTION, bare=_MEND),
    "wrong-value.minimum": Wording(Text("{where} must be {limit} or more."), _DESCRIPTION, bare=_MEND),
    "wrong-value.maximum": Wording(Text("{where} must be {limit} or less."), _DESCRIPTION, bare=_MEND),
    "wrong-value.twice": Wording(Text("{where} lists something twice."), Text("Keep one of the two.")),
    "wrong-value.other": Wording(Text("{where}: {validator}."), _DESCRIPTION, bare=_MEND),
    "condition-shape": Wording(
        Text("This is not a condition: it has too many or too few parts."),
        Text(
            'Write one subject with one operator, as in {{"item": ID, OPERATOR: value}}, '
            'with one of {operators}; or one of "all", "any", "not" alone.'
        ),
    ),
}
"""The sentences of each message about a departure from a schema."""

FOUND: Mapping[str, Text] = {
    "null": Text("null"),
    "boolean": Text("true or false"),
    "number": Text("a number"),
    "string": Text("a text"),
    "array": Text("a list"),
    "object": Text("an object"),
}
"""What a value is, by the name that JSON Schema gives to its type."""

WANTED: Mapping[tuple[str, ...], Text] = {
    ("object",): Text("an object in {{}}"),
    ("array",): Text("a list in []"),
    ("string",): Text("a text in quotes"),
    ("number",): Text("a number"),
    ("integer",): Text("a whole number"),
    ("boolean",): Text("true or false"),
    ("string", "number"): Text("a text or a number"),
    ("string", "object"): Text("string or object"),
    ("object", "null"): Text("object or null"),
    ("number", "null"): Text("number or null"),
    ("integer", "null"): Text("integer or null"),
    ("string", "null"): Text("string or null"),
    ("string", "number", "array", "null"): Text("string or number or array or null"),
}
"""What should stand there instead, by the types that a schema allows."""


def where(steps: Sequence[str | int]) -> str:
    """What a deviation is found at, by the last steps of its JSON Pointer."""
    match steps:
        case ():
            return _DOCUMENT()
        case (*_, str(key), int(index)):
            return _ENTRY(number=index + 1, key=key)
        case _:
            return _KEY(key=steps[-1])


def found(kind: str) -> str:
    """What a value is, by the name of its type in JSON Schema."""
    return FOUND[kind]()


def wanted(types: tuple[str, ...]) -> str:
    """What should stand there, by the names of the types that a schema allows."""
    return WANTED[types]()
