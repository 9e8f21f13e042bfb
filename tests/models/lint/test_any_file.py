"""Nothing is told of the files we ship; any other file, whatever it holds, is told or read."""

import copy
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import product
from operator import getitem
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from support.builders import ROOT
from support.examples import examples

from cosmos_app.content.loader import catalogues_in, check_file, check_paths, read_questionnaire
from cosmos_app.settings import QUESTIONNAIRES
from cosmos_app.texts.problems import line_of
from models.conditions import OPERATORS
from models.problems import CODES

BROKEN = ROOT / "tests" / "broken"
CLEAN = (BROKEN / "clean.json").read_bytes()


def check_bytes(folder: Path, raw: bytes) -> None:
    """Whatever a file holds, its problems are told: known codes, one line each, printable."""
    path = folder / "file.json"
    path.write_bytes(raw)
    for problem in check_file(path):
        assert problem.code in CODES
        assert line_of(problem).isprintable()
        assert len(line_of(problem)) < 2000


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("files")
    for name in ("roles.json", "factors.json", "placements.json"):
        (place / name).write_bytes((BROKEN / name).read_bytes())
    return place


def test_nothing_is_told_of_what_we_ship():
    assert [line_of(problem) for problem in check_paths([QUESTIONNAIRES])] == []
    assert catalogues_in(QUESTIONNAIRES).roles.families
    assert read_questionnaire(QUESTIONNAIRES / "project.json").id == "project"


def test_a_file_cut_off_anywhere_is_told(folder):
    for end in range(0, len(CLEAN), 7):
        check_bytes(folder, CLEAN[:end])


@examples(300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(flips=st.lists(st.tuples(st.integers(0, len(CLEAN) - 1), st.integers(0, 7)), min_size=1, max_size=3))
def test_a_file_with_flipped_bits_is_told_or_read(flips, folder):
    raw = bytearray(CLEAN)
    for place, bit in flips:
        raw[place] ^= 1 << bit
    check_bytes(folder, bytes(raw))


@examples(200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=200))
def test_a_file_of_any_bytes_is_told(raw, folder):
    check_bytes(folder, raw)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


NEAR = st.sampled_from(
    ["about.known", "yes", "listening", "care", "rubric", "number", 0, 1, -1, 1e300, 10**200, "", " ", [], {}, ["x"]]
)


@examples(400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_document_with_anything_anywhere_is_told_or_read(data, folder):
    document = json.loads(CLEAN)
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = None, None
        value: Any = document
        while isinstance(value, dict | list) and value and (holder is None or data.draw(st.integers(0, 6))):
            holder, key = (
                value,
                data.draw(st.sampled_from(sorted(value) if isinstance(value, dict) else range(len(value)))),
            )
            value = holder[key]
        if data.draw(st.booleans()):
            holder[key] = copy.deepcopy(data.draw(NEAR | JSON))
        elif isinstance(holder, dict):
            del holder[key]
        else:
            holder.append(copy.deepcopy(value))
    check_bytes(folder, json.dumps(document).encode())


NOTHING = "nothing-of-the-kind"


def places_in(value: Any, *above: str | int) -> Iterator[tuple[str | int, ...]]:
    """The steps to everything in a document."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield (*above, key)
        yield from places_in(value[key], *above, key)


PLACES = list(places_in(json.loads(CLEAN)))


def misspell_value(holder: Any, key: str | int) -> None:
    if isinstance(holder[key], str):
        holder[key] = NOTHING


def misspell_key(holder: Any, key: str | int) -> None:
    if isinstance(holder, dict):
        holder[NOTHING] = holder.pop(key)


def test_a_document_with_any_name_misspelt_is_told_or_read(folder):
    for *above, key in PLACES:
        for change in (misspell_value, misspell_key):
            document = json.loads(CLEAN)
            change(reduce(getitem, above, document), key)
            check_bytes(folder, json.dumps(document).encode())


def without(value: Any, key: str) -> Any:
    if isinstance(value, dict):
        return {name: without(below, key) for name, below in value.items() if name != key}
    return [without(below, key) for below in value] if isinstance(value, list) else value


def test_a_document_that_says_one_thing_nowhere_is_told_or_read(folder):
    for key in {key for *_, key in PLACES if isinstance(key, str)}:
        check_bytes(folder, json.dumps(without(json.loads(CLEAN), key)).encode())


OPERANDS: Mapping[str, Sequence[Any]] = {
    "is": [1, "yes"],
    "is_one_of": [[1, "yes"]],
    "includes": ["friends"],
    "at_least": [1],
    "at_most": [0.5],
    "answered": [True],
    "not_given": [["DK"]],
}
ITEMS = [item["id"] for section in json.loads(CLEAN)["sections"] for item in section["items"]]


def test_any_condition_on_any_item_is_told_or_read(folder):
    assert set(OPERANDS) == set(OPERATORS)
    for item, operator in product([*ITEMS, NOTHING], OPERATORS):
        for operand in OPERANDS[operator]:
            condition = {"item": item, operator: operand}
            document = json.loads(CLEAN)
            document["sections"][-1]["items"][-1]["show_if"] = condition
            rows = [{"when": condition, "score": 1}, {"score": 0}]
            tables = {dimension["id"]: rows for dimension in document["dimensions"]}
            document["scoring"] = {"rule": "rule-table", "tables": tables}
            document["tensions"] = [{"id": "tension", "when": {"not": condition}, "ask": "What of it?"}]
            check_bytes(folder, json.dumps(document).encode())


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'"' + b'\\"' * 2_000_000,
        b"[" + b"1," * 1_000_000 + b"1]",
        b"9" * 100_000,
        b"-1e99999",
        b"[NaN, Infinity]",
        b'{"$schema": "\\ud800"}',
        b"\xef\xbb\xbf" + CLEAN,
        CLEAN.decode().encode("utf-16"),
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"null",
        b'"questionnaire.schema.json"',
        b'{"$schema": ["questionnaire.schema.json"]}',
        CLEAN.replace(b"365", b"1e400"),
        CLEAN.replace(b'"is": "yes"', b'"is": "' + b"y" * 100_000 + b'"'),
        CLEAN.replace(b'"id": "clean"', b'"id": "' + b"a-" * 50_000 + b'"'),
    ],
    ids=range(17),
)
def test_deep_huge_and_foreign_files_are_told(raw, folder):
    check_bytes(folder, raw)
