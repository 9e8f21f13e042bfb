"""What the documents say is so: all that they name is there, and the README's test command is the one that CI runs."""

import json
import re
import tomllib

import pytest
from support.documents import ROOT, broken_steps, layers, lies

from cosmos_app.cli.main import COMMANDS
from models.items import KINDS

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / ".github").rglob("*.md")), ROOT / "tests/bench/README.md"]
README = (ROOT / "README.md").read_text()
MOST_LINES = 160


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_all_that_a_document_names_is_there(document):
    assert lies(document.read_text(), document) == []


def test_every_document_is_looked_at():
    names = {path.name for path in DOCUMENTS}
    assert {"ARCHITECTURE.md", "DECISIONS.md", "CHANGELOG.md", "SECURITY.md", "CONTRIBUTING.md", "FILES.md"} <= names
    linked = re.findall(r"\]\(\.github/(\w+\.md)\)", README)
    assert {path.name for path in (ROOT / ".github").glob("*.md")} - {"PULL_REQUEST_TEMPLATE.md"} == set(linked)


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("Look into `cosmos_app/doors.py`.", "no path cosmos_app/doors.py"),
        ("Look into `cosmos_app/web/parts/`.", "no path cosmos_app/web/parts/"),
        ("A file is no folder: `models/items.py/`.", "no path models/items.py/"),
        ("Look into `tests/rooms/*.py`.", "no path tests/rooms/*.py"),
        ("Look into `tallies.py`.", "no path tallies.py"),
        ("Its module is `models.tallies`.", "no path models/tallies.py"),
        ("`KINDS` in `models/answers.py`.", "no KINDS in models/answers.py"),
        ("`VALID` and `KIND` in `models/answers.py`.", "no KIND in models/answers.py"),
        ("A key `raise_when` in `questionnaires/factors.json`.", "no raise_when in questionnaires/factors.json"),
        ("1. `cosmos_app/web/widgets.py:Draft.clicked` keeps it.", "no Draft.clicked in cosmos_app/web/widgets.py"),
        ("1. `questionnaires/factors.json:raise_when`.", "no raise_when in questionnaires/factors.json"),
        ("1. `models/tallies.py:count`.", "no path models/tallies.py"),
        ("`cosmos polish` makes it shine.", "no command cosmos polish"),
        ("`cosmos run --fast` is fast.", "no option --fast of cosmos run"),
        ("```sh\n.venv/bin/cosmos demo --data DIR\n```", "no option --data of cosmos demo"),
        ("```text\ncosmos new ID [-o FILE]\n```", "no option -o of cosmos new"),
        ("Give `--fast`.", "no option --fast"),
        ("```sh\npython tests/bench/room.py --fast\n```", "no option --fast of tests/bench/room.py"),
        ("```sh\npython tests/bench/rooms.py\n```", "no path tests/bench/rooms.py"),
        ("`pytest tests/rooms` is quick.", "no path tests/rooms"),
        ("`test_that_nobody_wrote` holds it.", "no name test_that_nobody_wrote"),
        ("It is called `consent_of_all_the_people`.", "no name consent_of_all_the_people"),
        ("Set `COSMOS_SECRET`.", "no name COSMOS_SECRET"),
        ("`COSMOS_SECRET=1 cosmos run` is secret.", "no name COSMOS_SECRET"),
        ("Write `same_as_ever: true`.", "no name same_as_ever"),
        ("Write `Sentence(text)`.", "no name Sentence"),
        ("See [there](NOWHERE.md).", "no file NOWHERE.md"),
        ("See [there](README.md#nowhere).", "no heading README.md#nowhere"),
    ],
)
def test_a_lie_is_found(text, lie):
    assert lie in lies(text, ROOT / "README.md")


@pytest.mark.parametrize(
    "text",
    [
        "`KINDS` in `models/items.py`, `models/lint/` and `tests/broken/<code>.json`",
        "`cosmos_app/web/widgets.py:Draft._clicked`, `questionnaires/factors.json:raise_if`",
        "`cosmos run --lan`, `--data`, `cosmos paper QUESTIONNAIRE -o FORM.pdf`, `pytest tests/models`",
        "`test_a_lie_is_found`, `COSMOS_DATA`, `models.items`, `too-complex`",
        "[what a word means](.github/ARCHITECTURE.md#glossary), [elsewhere](https://example.org/nowhere)",
    ],
)
def test_what_is_there_is_no_lie(text):
    assert lies(text.replace("test_a_lie_is_found", "test_the_layers_hold"), ROOT / "README.md") == []


def test_every_command_is_in_the_readme_and_no_other():
    assert set(re.findall(r"^cosmos (\w+)", README, flags=re.MULTILINE)) == set(COMMANDS)


def test_the_readme_can_be_read_in_one_go():
    assert len(README.splitlines()) <= MOST_LINES


def test_ci_runs_the_test_command_of_the_readme():
    commands = re.findall(r"```sh\n(.+?)\n```", README, flags=re.DOTALL)
    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci/run").read_text()


def test_the_layers_are_told_as_they_are_held():
    text = (ROOT / ".github/ARCHITECTURE.md").read_text()
    table = text.split("\n## Layers\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE) == layers("cosmos_app")


def test_each_step_of_a_walk_is_called_by_one_before():
    walks = (ROOT / ".github/ARCHITECTURE.md").read_text().split("\n## Walk ")[1:]
    assert len(walks) == 2
    for walk in walks:
        assert broken_steps(walk.split("\n## ")[0]) == []


@pytest.mark.parametrize(
    ("walk", "broken"),
    [
        ("1. `cosmos_app/web/question_widgets.py:ask`\n2. `models/scoring.py:score`", ["models/scoring.py:score"]),
        ("1. `models/reveal.py:reveal`\n2. `models/summary.py:summarise`\n3. `models/scoring.py:score`", []),
        ("1. `models/reveal.py:reveal`\n\nLater.\n\n1. `models/findings.py:Findings.truth`", []),
        ("1. `cosmos_app/web/screens/answer.py`\n2. `cosmos_app/web/question_widgets.py:ask`", []),
    ],
)
def test_a_step_that_is_not_called_is_found(walk, broken):
    assert broken_steps(walk) == broken


def test_the_newest_change_is_of_this_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    newest = re.search(r"^## (\S+)", (ROOT / ".github/CHANGELOG.md").read_text(), flags=re.MULTILINE)
    assert newest
    assert newest[1] == version


def test_the_schema_tells_authors_about_every_kind():
    schema = json.loads((ROOT / "questionnaires/questionnaire.schema.json").read_text())
    for kind in KINDS:
        assert kind in schema["$defs"]["kind"]["description"]
