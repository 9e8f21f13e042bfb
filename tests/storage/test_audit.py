"""The audit log: what was exported and erased, by whom, to the day."""

import pytest
from support.stores import DAY, PLAN

from cosmos_app.storage import BY_COMMAND, AuditLine, Deed, desk_number
from cosmos_app.texts.room.audit import audit_line


def test_deeds_are_read_back_the_newest_day_first(store):
    store.audit(Deed(deed="backed-up", doer=BY_COMMAND), today=DAY)
    store.audit(Deed(deed="exported", doer="12ab34cd", workshop="w", detail=".csv"), today=DAY.replace(day=1))
    assert store.audit_lines() == (
        AuditLine(deed="backed-up", doer="command", workshop=None, detail="", on_day=DAY),
        AuditLine(deed="exported", doer="12ab34cd", workshop="w", detail=".csv", on_day=DAY.replace(day=1)),
    )


def test_a_desk_is_called_by_a_number_that_tells_nothing_of_its_token():
    assert desk_number("a desk's token") == desk_number("a desk's token") != desk_number("another")
    assert len(desk_number("a desk's token")) == 8


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (
            Deed(deed="exported", doer="12ab34cd", workshop="w", detail=".csv"),
            "Figures of “Home visits” were taken out as .csv. By this browser.",
        ),
        (
            Deed(deed="reported", doer="99999999", workshop="f" * 32, detail=".pdf"),
            "A report of Workshop ffffffff was taken out as .pdf. By the browser 99999999, which was at this desk.",
        ),
        (
            Deed(deed="erased", doer="command", workshop="f" * 32),
            "Workshop ffffffff was erased. By a command on the computer that keeps the answers.",
        ),
        (
            Deed(deed="erased-visits-when-due", doer="server", detail="12"),
            "Visits of one person were erased: their day had come. There were 12. By the program itself.",
        ),
    ],
)
def test_a_line_is_said_in_words(deed, said):
    line = AuditLine(deed=deed.deed, doer=deed.doer, workshop=deed.workshop, detail=deed.detail, on_day=DAY)
    assert audit_line(line, {"w": PLAN.initiative}, "12ab34cd") == f"31 March 2026: {said}"
