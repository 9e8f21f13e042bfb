"""A designer's own folder, from which the app offers questionnaires."""

import json

import pytest
from support.every_screen import come_to_desk
from support.valid_definitions import ROLES


@pytest.fixture
def folder(stored, tmp_path, monkeypatch):
    """A designer's own folder, with roles of its own; every browser is at the desk too."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "roles.json").write_text(json.dumps(ROLES))
    monkeypatch.setenv("COSMOS_QUESTIONNAIRES", str(own))
    come_to_desk()
    return own
