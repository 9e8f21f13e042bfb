"""Definitions: kept once, and told apart by their texts and by the rest."""

import json

import pytest
from support.refusals import refused
from support.stores import DOCUMENT, count

from cosmos_app.storage import StoreError, tables
from cosmos_app.storage.snapshots import snapshot_of


def test_a_definition_comes_back_equal_and_is_kept_once(store):
    kept = store.keep_definition(DOCUMENT)
    assert store.keep_definition(dict(reversed(DOCUMENT.items()))) == kept
    assert store.definition(kept) == DOCUMENT
    assert count(store, tables.snapshot) == [1]


def test_an_unknown_definition_is_an_error(store):
    with refused(StoreError, match="holds no definition abc"):
        store.definition("abc")


def changed(**at):
    """The document with one string replaced by another, version apart."""
    body = json.dumps(DOCUMENT, ensure_ascii=False)
    for old, new in at.values():
        assert old in body
        body = body.replace(old, new)
    return snapshot_of(json.loads(body))


@pytest.mark.parametrize(
    "wording", [("Who?", "Which one?"), ("Not yet", "Never"), ("Who helps.", ""), ("Démo", "Demo"), ("1.0.0", "1.0.1")]
)
def test_a_new_wording_leaves_the_structure(wording):
    was, now = snapshot_of(DOCUMENT), changed(it=wording)
    assert now.structure_hash == was.structure_hash
    assert now.hash != was.hash
    assert (now.texts_hash == was.texts_hash) == (wording[0] == "1.0.0")


@pytest.mark.parametrize(
    "meaning",
    [('{"help": 1}', '{"help": 2}'), ('"value": 4', '"value": 3'), ('"q1"', '"q2"'), ("paper 1.2", "paper 2")],
)
def test_a_new_meaning_leaves_the_texts(meaning):
    was, now = snapshot_of(DOCUMENT), changed(it=meaning)
    assert now.structure_hash != was.structure_hash
    assert now.texts_hash == was.texts_hash
