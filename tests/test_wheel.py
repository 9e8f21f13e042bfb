"""What is installed is what stands here: code, screens' styles, questionnaires and the command that starts it."""

import configparser
import os
import sys
import zipfile

import pytest
from support.checkout import run, tracked

PACKAGES = ("cosmos_app/", "models/", "questionnaires/")


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder in which our wheel is unpacked, as an installer does."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    assert built.returncode == 0, built.stderr
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_every_file_of_its_packages_and_no_other(installed):
    paths = [path.relative_to(installed) for path in installed.rglob("*") if path.is_file()]
    held = {str(path) for path in paths if not path.parts[0].endswith(".dist-info")}
    assert held == {name for name in tracked() if name.startswith(PACKAGES)}
    assert {".py", ".css", ".js", ".typ", ".html", ".svg", ".json", ".mako"} <= {path.suffix for path in paths}


def test_the_installed_command_finds_the_installed_questionnaires(installed):
    [file] = installed.glob("*.dist-info/entry_points.txt")
    entries = configparser.ConfigParser()
    entries.read(file)
    module, _, function = entries["console_scripts"]["cosmos"].partition(":")
    shown = (
        f"from {module} import {function} as main; from cosmos_app.settings import QUESTIONNAIRES;"
        "print(QUESTIONNAIRES); raise SystemExit(main(['check', str(QUESTIONNAIRES)]))"
    )
    ended = run(sys.executable, "-P", "-c", shown, env={**os.environ, "PYTHONPATH": str(installed)})
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines()[0] == str(installed / "questionnaires")
