"""Rows of a group's profile are the same on the screen and in the report."""

from dataclasses import replace

import pytest
from support.report_rooms import PLAN, a_room, a_store, talked
from support.room_screens import drawn

from cosmos_app.outputs.charts.group_rows import FIGURES
from cosmos_app.outputs.report.room_report import report
from cosmos_app.storage import current
from cosmos_app.texts.room.dots import NOT_SHOWN


@pytest.fixture(autouse=True)
def _store(tmp_path):
    with a_store(tmp_path):
        yield


def test_the_table_of_a_profile_says_the_same_on_the_screen_and_in_the_report():
    def says(number, item):
        return None if number == 0 or hash_of(item.id) % 3 == number % 3 else number

    room = talked(a_room(replace(PLAN, depth="full"), says=says))
    screen = "".join(drawn(current.store().room(room.id), steps=("profile",)))
    [table] = [figure.table for figure in report(room, ["profile"]).figures() if figure.caption == "Theme by theme"]
    answered = table.head.index("Answered")
    shares = {row[answered] for row in table.rows}
    assert len(shares) > 1, "some themes are answered more than others"
    for title, *cells in table.rows:
        if set(cells[:FIGURES]) == {NOT_SHOWN()}:
            figures = f'<td colspan=\\"{FIGURES}\\">{NOT_SHOWN()}</td>'
        else:
            figures = "".join(f"<td>{cell}</td>" for cell in cells[:answered])
        assert f'<th scope=\\"row\\">{title}</th>{figures}' in screen


def test_what_was_answered_is_a_share_of_all_answers_also_of_people_without_a_score():
    room = talked(a_room(replace(PLAN, depth="full"), says=lambda number, item: None if number < 2 else number))
    screen = "".join(drawn(current.store().room(room.id), steps=("profile",)))
    assert "<td>6</td>" in screen, "two of the eight have no score"
    assert "<td>75%</td>" in screen
    assert "<td>100%</td>" not in screen


def hash_of(text):
    """A number by a text, the same in every run."""
    return sum(map(ord, text))
