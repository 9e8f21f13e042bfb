"""What CI installs is written down, and fits what the project asks for."""

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
EXACT = {
    Requirement(line).name.lower(): next(iter(Requirement(line).specifier)).version
    for line in (ROOT / ".ci/constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
}
ASKED = [Requirement(text) for texts in (PROJECT["dependencies"], *EXTRAS.values()) for text in texts]


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_what_is_asked_for_has_an_exact_version_that_fits(asked):
    assert asked.name.lower() in EXACT, "see the first lines of .ci/constraints.txt"
    assert EXACT[asked.name.lower()] in asked.specifier


def test_ci_installs_these_versions():
    assert 'export PIP_CONSTRAINT="$PWD/.ci/constraints.txt"' in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_streamlit_stays_at_the_minor_version_its_internals_were_checked_against():
    [asked] = [asked for asked in ASKED if asked.name == "streamlit"]
    major, minor, _ = EXACT["streamlit"].split(".")
    assert f"{major}.{int(minor) + 1}.0" not in asked.specifier
