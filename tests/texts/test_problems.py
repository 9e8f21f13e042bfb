"""Problems and their sentences: every message has them, all of them are used, every placeholder has a value."""

import ast
import json
import re
from itertools import chain
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from cosmos_app.settings import QUESTIONNAIRES
from cosmos_app.texts.message import Plural
from cosmos_app.texts.problems import WORDINGS, line_of, mend_of, wrong_of
from cosmos_app.texts.problems.answers import ANSWER_FAULTS, answer_fault
from cosmos_app.texts.problems.conditions import STATES, states
from cosmos_app.texts.problems.ids_and_references import AMONG
from cosmos_app.texts.problems.structure import FOUND, WANTED
from models.answers import Fault, FaultReason
from models.problems import AnswerState, IdKind, Problem

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "cosmos_app" / "texts" / "problems"
MODULES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for top in ("models", "cosmos_app")
    for path in sorted((ROOT / top).rglob("*.py"))
    if TEXTS not in path.parents
}
MESSAGE = re.compile(r"[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?")
CODES = {message.partition(".")[0] for message in WORDINGS}


def strings(tree):
    """Every string in a piece of code."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def messages(tree):
    """The messages that a piece of code names: those given as such, and whatever looks like one of a known code."""
    given = {
        keyword.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem"
        for keyword in node.keywords
        if keyword.arg == "message" and isinstance(keyword.value, ast.Constant)
    }
    alike = {word for word in strings(tree) if MESSAGE.fullmatch(word) and "." in word}
    return given | {word for word in alike if word.partition(".")[0] in CODES}


SHARED = ("unknown_id", "fault", "problem")
"""Functions that make problems for other modules, and add values of their own."""


def names_in(tree):
    """What a piece of code may give to a sentence: the keys and names that stand in it."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return strings(tree) | {keyword.arg for call in calls for keyword in call.keywords}


ADDED = set().union(
    *(
        names_in(node)
        for tree in MODULES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name in SHARED
    )
)


def placeholders(*texts):
    english = chain.from_iterable(
        (text.one, text.many) if isinstance(text, Plural) else (text.english,) for text in texts
    )
    return {name for text in english for _, name, _, _ in Formatter().parse(text) if name}


def test_every_message_in_the_code_has_its_sentences_and_all_sentences_are_used():
    used = set().union(*map(messages, MODULES.values()))
    words = set().union(*map(strings, MODULES.values()))
    assert used <= WORDINGS.keys()
    assert WORDINGS.keys() <= words


@pytest.mark.parametrize("message", sorted(WORDINGS))
def test_every_placeholder_of_a_message_has_a_value_in_the_module_that_raises_it(message):
    wording = WORDINGS[message]
    needed = placeholders(*(text for text in (wording.wrong, wording.mend, wording.bare) if text))
    raising = [tree for tree in MODULES.values() if message in strings(tree)]
    assert any(needed <= names_in(tree) | ADDED for tree in raising)


def test_ids_states_and_faults_are_said_in_every_kind():
    assert set(AMONG) == set(get_args(IdKind))
    assert set(ANSWER_FAULTS) == set(get_args(FaultReason))
    assert set(STATES) == set(get_args(AnswerState.__dataclass_fields__["kind"].type))
    assert states([AnswerState("is", "q1", "2"), AnswerState("no-value", "q2")]) == "q1 is 2; q2 has no value"
    assert answer_fault(Fault("no-such-choice", {"value": "x", "known": (0, 1)})).endswith("choices: 0, 1.")


def types_in(schema):
    """Every type or list of types that a schema allows somewhere."""
    if isinstance(schema, dict):
        allowed = schema.get("type")
        if isinstance(allowed, str | list):
            yield (allowed,) if isinstance(allowed, str) else tuple(allowed)
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from types_in(part)


@pytest.mark.parametrize("path", sorted(QUESTIONNAIRES.glob("*.schema.json")), ids=lambda path: path.stem)
def test_every_type_that_a_schema_wants_is_said(path):
    wanted = set(types_in(json.loads(path.read_text(encoding="utf-8"))))
    assert wanted <= WANTED.keys()
    assert {name for types in wanted for name in types} - {"integer"} <= FOUND.keys()


def test_a_problem_is_said_in_one_line_that_steers_no_terminal():
    problem = Problem(message="duplicate-key", file="a\x1b[2J.json", pointer="/x", line=3, values={"key": "x\ny"})
    assert line_of(problem) == (
        'a\\x1b[2J.json:3 #/x: The key "x\\ny" stands here twice. '
        "Keep one of the two; readers of JSON silently drop the other. [duplicate-key]"
    )


def test_what_can_be_chosen_is_listed_after_what_may_be_meant_and_left_out_where_there_is_nothing():
    def problem(*known, nearest=""):
        values = {"id": "pwoer", "known": known, "nearest": nearest}
        return Problem(message="unknown-scale", file="mine.json", pointer="/scale", values=values)

    assert wrong_of(problem()) == 'There is no scale "pwoer".'
    assert mend_of(problem()) == "Add it to /scales."
    assert mend_of(problem("power", "x", nearest="power")) == (
        'Did you mean "power"? Use one of power, x, or add it to /scales.'
    )
