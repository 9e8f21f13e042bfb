"""What the command line says: a help for every command, and no text that nobody says."""

import re
from pathlib import Path

import pytest

from cosmos_app.cli.main import COMMANDS
from cosmos_app.texts import commands, versions
from cosmos_app.texts.message import Plural, Text

ROOT = Path(__file__).parents[2] / "cosmos_app"


def test_every_command_has_its_help():
    assert list(commands.COMMAND_HELP) == list(COMMANDS)


@pytest.mark.parametrize("module", [commands, versions], ids=lambda module: module.__name__)
def test_every_text_is_said_somewhere(module):
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py") if str(path) != module.__file__)
    texts = {name for name, text in vars(module).items() if isinstance(text, Text | Plural)}
    assert texts <= set(re.findall(r"texts\.([A-Z_]+)", code))
