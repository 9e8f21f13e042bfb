"""Refusals: every reason in the code has its sentence, every sentence a reason, every placeholder a value."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from cosmos_app.texts.refusals import REFUSALS

ROOT = Path(__file__).parents[2]
MODULES = [path for top in ("models", "cosmos_app") for path in sorted((ROOT / top).rglob("*.py"))]
HERE = ROOT / "cosmos_app" / "texts" / "refusals.py"


def raised():
    """Every call that makes a refusal with its reason in place: the reason and the names of its values."""
    for path in MODULES:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or getattr(call.func, "id", "") != "NotAllowedError":
                continue
            if isinstance(call.args[0], ast.Constant):
                yield call.args[0].value, {keyword.arg for keyword in call.keywords}


@pytest.mark.parametrize(("reason", "values"), list(raised()))
def test_a_reason_has_its_sentence_and_the_sentence_its_values(reason, values):
    placeholders = {name for _, name, _, _ in Formatter().parse(REFUSALS[reason].english) if name}
    assert placeholders <= values


def test_every_sentence_is_used():
    words = {
        node.value
        for path in MODULES
        if path != HERE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(REFUSALS) <= words
