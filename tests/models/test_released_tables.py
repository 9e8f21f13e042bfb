"""Which tables are released: what one leaves of another counts as a table too, also for whoever typed paper in."""

import numpy as np
from support.builders import sheet_of, small

from models.layout import lay_out
from models.people import People
from models.released_tables import ReleasedTables
from models.smallest_group import threshold

FORM = lay_out(small([{"id": "q1", "scores": {"trust": 1}}]))
REST = np.array([True, True, True, False, False, False, False, True])
"""Three whose answers were typed in, and one phone."""


def room(typed):
    families = ["a"] * 8
    answers = FORM.encode([sheet_of({"q1": 2})] * 8, "full", families)
    return ReleasedTables(FORM, answers, People.in_one_place(families, typed), threshold(3))


def test_a_table_is_hidden_that_leaves_one_phone_to_whoever_typed_the_others_in():
    assert room(()).everyone.whole
    assert room(())._beside(~REST, [REST]).whole
    assert not room([True] * 3 + [False] * 5)._beside(~REST, [REST]).whole
