"""A definition as it is stored: one canonical text, with hashes of all of it, of its texts and of the rest.

Bundles compare definitions by ``hash``. The other two are written and read by nothing in the app: to drop their
columns, every store in use would have to be migrated, and backups of older releases hold them.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TEXTS = frozenset(
    {
        "title",
        "summary",
        "about",
        "ask",
        "ask_as",
        "why",
        "help",
        "label",
        "labels",
        "descriptors",
        "discuss",
        "intro",
        "citation",
    }
)
"""Keys whose strings people read; everything else decides what is asked and what it counts."""

KEYED_BY_ID = frozenset({"sources", "scales", "scores", "places", "tables", "raise_if"})
"""Keys whose own keys are ids, which may equal a key of ``TEXTS``: a dimension may be called "help"."""

UNHASHED = frozenset({"$schema", "version"})
"""Keys of a document that are in neither of the partial hashes; else no two versions would share one."""

JsonTree = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A definition, ready to be stored.

    Attributes:
        hash: SHA-256 of ``body``, in hexadecimal.
        structure_hash: The same of everything but the texts.
        texts_hash: The same of the texts alone.
        body: The document as canonical JSON: keys sorted, no white space.
    """

    hash: str
    questionnaire: str
    version: str
    structure_hash: str
    texts_hash: str
    body: str


def snapshot_of(document: Mapping[str, Any]) -> Snapshot:
    """Make the snapshot of a definition."""
    body = canonical(document)
    inside = {key: value for key, value in document.items() if key not in UNHASHED}
    return Snapshot(
        hash=_sha256(body),
        questionnaire=str(document["id"]),
        version=str(document["version"]),
        structure_hash=_sha256(canonical(_part(inside, of_texts=False))),
        texts_hash=_sha256(canonical(_part(inside, of_texts=True))),
        body=body,
    )


def canonical(tree: JsonTree) -> str:
    """Write JSON in canonical form: equal documents give equal text.

    >>> canonical({"b": 1, "a": "é"})
    '{"a":"é","b":1}'
    """
    return json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _part(tree: JsonTree, *, of_texts: bool, keys_are_ids: bool = False) -> JsonTree:
    """The tree with its texts only, or with everything else; lists keep their length."""
    match tree:
        case dict():
            part = {}
            for key, value in tree.items():
                if key in TEXTS and not keys_are_ids:
                    if of_texts:
                        part[key] = value
                else:
                    part[key] = _part(value, of_texts=of_texts, keys_are_ids=key in KEYED_BY_ID)
            return part
        case list():
            return [_part(entry, of_texts=of_texts) for entry in tree]
        case _:
            return None if of_texts else tree


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
