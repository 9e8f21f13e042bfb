"""This checkout: what belongs to it, and programs that are run in it."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str, **more) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*command], cwd=ROOT, capture_output=True, text=True, check=False, **more)


def tracked() -> list[str]:
    """Every file of the tree, as git knows it, and those that are new."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard")
    if listed.returncode:
        pytest.skip("not a git checkout: what belongs to the tree can't be told from what lies about")
    return [name for name in listed.stdout.split() if (ROOT / name).exists()]
