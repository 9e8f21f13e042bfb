"""What goes wrong with the store: every fault has its sentences, and every placeholder a value."""

import ast
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from cosmos_app.storage.answer_writes import REFUSED
from cosmos_app.storage.errors import Fault, ServerDatabase, StoreError
from cosmos_app.storage.seats import CLOSED_TO_NEWCOMERS
from cosmos_app.texts.message import Text
from cosmos_app.texts.refusals import REFUSALS, refusal
from cosmos_app.texts.store import STORE_FAULTS, store_problem, store_wrong

STORAGE = Path(__file__).parents[2] / "cosmos_app" / "storage"


def calls(name):
    """Every call of a class in the storage, with the names of the values it is given."""
    for path in sorted(STORAGE.glob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == name:
                yield call


def placeholders(message):
    english = [message.english] if isinstance(message, Text) else [message.one, message.many]
    return {name for text in english for _, name, _, _ in Formatter().parse(text) if name}


def test_every_fault_has_its_sentences():
    assert set(STORE_FAULTS) == set(get_args(Fault))


@pytest.mark.parametrize("call", [call for call in calls("StoreError") if isinstance(call.args[0], ast.Constant)])
def test_the_sentences_of_a_fault_name_only_what_it_carries(call):
    given = {keyword.arg for keyword in call.keywords} | ({"place"} if len(call.args) > 1 else set())
    assert set().union(*map(placeholders, STORE_FAULTS[call.args[0].value])) <= given


@pytest.mark.parametrize("reason", [*REFUSED.values(), *CLOSED_TO_NEWCOMERS.values()])
def test_every_phase_s_refusal_has_its_sentence(reason):
    assert reason in REFUSALS


def test_a_store_on_a_server_is_named_without_more_than_its_name_and_host():
    error = StoreError("unreachable", ServerDatabase(database="cosmos", host=""))
    assert store_wrong(error) == 'The database "cosmos" at this machine can\'t be reached.'
    assert store_problem(error) == refusal(error)
    assert store_problem(error).endswith("and that COSMOS_DATABASE_URL names it rightly.")
