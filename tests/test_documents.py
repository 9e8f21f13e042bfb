"""What the README says is so: its commands exist, its test command is the one that CI runs."""

import json
import re
from pathlib import Path

from cosmos_app.cli.main import COMMANDS
from models.items import KINDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()


def test_every_command_is_in_the_readme_and_no_other():
    assert set(re.findall(r"^cosmos (\w+)", README, flags=re.MULTILINE)) == set(COMMANDS)


def test_ci_runs_the_test_command_of_the_readme():
    commands = re.findall(r"```sh\n(.+?)\n```", README, flags=re.DOTALL)
    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci/run").read_text()


def test_every_picture_and_file_the_readme_points_to_is_there():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_path_in_the_table_of_changes_is_there():
    table = README.split("## Where to make changes")[1].split("## ")[0]
    for name in re.findall(r"`((?:models|cosmos_app|questionnaires|tests)/[\w./-]*)`", table):
        assert (ROOT / name).exists(), name


def test_the_schema_tells_authors_about_every_kind():
    schema = json.loads((ROOT / "questionnaires/questionnaire.schema.json").read_text())
    for kind in KINDS:
        assert kind in schema["$defs"]["kind"]["description"]
