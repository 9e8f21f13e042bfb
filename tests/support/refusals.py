"""What people read when a step is refused, or the store can't do it."""

import re
from contextlib import contextmanager

import pytest

from cosmos_app.texts.problems import line_of
from cosmos_app.texts.refusals import refusal
from models.problems import ProblemsError


@contextmanager
def refused(kind, match=""):
    """As ``pytest.raises``; *match* is searched in what people read of the error."""
    with pytest.raises(kind) as raised:
        yield raised
    assert re.search(match, read_of(raised.value)), read_of(raised.value)


def read_of(error):
    """What people read of an error: one line, or one a fault."""
    return "\n".join(map(line_of, error.problems)) if isinstance(error, ProblemsError) else refusal(error)
