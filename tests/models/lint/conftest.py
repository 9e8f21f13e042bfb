"""A questionnaire that we ship, and the problems that a change brings into it."""

import json
from collections.abc import Callable

import pytest
from support.planted_defects import Document

from cosmos_app.content.loader import check_file
from cosmos_app.settings import QUESTIONNAIRES


@pytest.fixture
def project() -> Document:
    return json.loads((QUESTIONNAIRES / "project.json").read_bytes())


@pytest.fixture
def new_problems(tmp_path, project) -> Callable[[Document], set[tuple[str, str]]]:
    """Code and pointer of every problem that a changed copy has and the original has not."""
    path = tmp_path / "project.json"

    def check(document: Document) -> set[tuple[str, str]]:
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return {(problem.code, problem.pointer) for problem in check_file(path)}

    before = check(project)
    return lambda document: check(document) - before
