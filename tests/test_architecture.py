"""The house keeps its own rules: layers (they stand in pyproject.toml), types, style, sizes and names."""

import sys
from pathlib import Path

import pytest
from support.checkout import ROOT, run, tracked
from support.documents import layers

FIXED = {"pyproject.toml", "cosmos_app", "models", "questionnaires", "tests", "README.md", "LICENSE"}


def test_the_layers_hold():
    result = run(str(Path(sys.executable).parent / "lint-imports"))
    assert result.returncode == 0, result.stdout


def test_the_types_hold():
    result = run(sys.executable, "-m", "mypy")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("command", [("check",), ("format", "--check")])
def test_the_style_holds(command):
    result = run(sys.executable, "-m", "ruff", *command, ".")
    assert result.returncode == 0, result.stdout


def test_nothing_else_stands_at_the_top():
    top = {name.split("/")[0] for name in tracked()}
    assert {name for name in top if not name.startswith(".")} == FIXED


def test_nothing_lies_loose_in_the_app():
    parts = [name.split("/")[1:] for name in tracked() if name.startswith("cosmos_app/")]
    assert {part for part, *inside in parts if not inside} == {"__init__.py", "py.typed", "settings.py"}
    assert {part for part, *inside in parts if inside} == set(layers("cosmos_app")) - {"settings"}


def test_no_file_of_the_app_bears_the_name_of_a_standard_module():
    names = {Path(name).stem for name in tracked() if name.startswith("cosmos_app/web/") and name.count("/") == 2}
    assert not names & set(sys.stdlib_module_names)


def test_modules_stay_short_enough_to_read():
    long = {
        name: count
        for name in tracked()
        if name.endswith(".py")
        and name.startswith(("models/", "cosmos_app/"))
        and (count := len((ROOT / name).read_text().splitlines())) > 300
    }
    assert not long


def test_screens_stay_thin():
    long = {
        name: count
        for name in tracked()
        if name.startswith("cosmos_app/web/screens/") and (count := len((ROOT / name).read_text().splitlines())) > 60
    }
    assert not long


def test_only_session_and_widgets_touch_the_session_state():
    touching = {
        name
        for name in tracked()
        if name.startswith("cosmos_app/") and name.endswith(".py") and "session_state" in (ROOT / name).read_text()
    }
    assert touching == {
        "cosmos_app/web/session/browser_session.py",
        "cosmos_app/web/session/fresh_cookie.py",
        "cosmos_app/web/session/room_session.py",
        "cosmos_app/web/session/sharing_access.py",
        "cosmos_app/web/widgets.py",
    }
