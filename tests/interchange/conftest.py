"""An answer file is read, or its faults are listed."""

import pytest
from support.answer_files import FORM
from support.builders import ROLES

from cosmos_app.interchange.answer_files import InvalidAnswersError, read_answers
from cosmos_app.texts.problems import line_of, mend_of, wrong_of


@pytest.fixture
def read(tmp_path):
    def reading(content, name="answers.csv"):
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_answers(file, FORM, ROLES)

    return reading


@pytest.fixture
def faults(read):
    def listing(content, name="answers.csv"):
        with pytest.raises(InvalidAnswersError) as refused:
            read(content, name)
        assert all(wrong_of(problem) and mend_of(problem) and problem.code for problem in refused.value.problems)
        return [(problem.code, problem.line, problem.pointer, line_of(problem)) for problem in refused.value.problems]

    return listing
