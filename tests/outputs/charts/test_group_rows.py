"""Rows of a group's profile are the same on the screen and in the report, and say how much of a theme they rest on."""

from dataclasses import replace

import pytest
from support.report_rooms import PLAN, a_room, a_store, talked
from support.room_screens import drawn

from cosmos_app.outputs.report.room_report import report
from cosmos_app.outputs.report.tree import Figure, Paragraph
from cosmos_app.storage import current
from cosmos_app.texts.room import profile as texts
from cosmos_app.texts.room.dots import NOT_SHOWN
from cosmos_app.workshop import rooms

FULL = replace(PLAN, depth="full")
ALIKE = ("uses-the-service",) * 8
"""People of one family: no question is asked of some of them only."""


@pytest.fixture(autouse=True)
def _store(tmp_path):
    with a_store(tmp_path):
        yield


def screen_of(room):
    return "".join(drawn(current.store().room(room.id), steps=("profile",)))


def by_theme(room):
    [figure] = [figure for figure in report(room, ["profile"]).figures() if figure.caption == "Theme by theme"]
    return figure


def words_of(room):
    """What the section on the profile says between its pictures."""
    blocks = [block for section in report(room, ["profile"]).sections for block in section.blocks]
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def known_by_few(*items):
    """Two of eight know these questions: too few to be shown."""
    return lambda number, item: None if item.id in items and number > 1 else 2


def test_the_table_of_a_profile_says_the_same_on_the_screen_and_in_the_report():
    def says(number, item):
        if item.id.startswith("power.") and item.id != "power.money":
            return None
        return None if number == 0 or hash_of(item.id) % 3 == number % 3 else number

    room = talked(a_room(FULL, says=says))
    screen, table = screen_of(room), by_theme(room).table
    answered = table.head.index("Answered")
    shares = {row[answered] for row in table.rows}
    assert len(shares) > 1, "some themes are answered more than others"
    assert "".join(f'<th scope=\\"col\\">{title}</th>' for title in table.head) in screen
    hidden = [cells for _, *cells in table.rows if set(cells[:answered]) == {NOT_SHOWN()}]
    assert 0 < len(hidden) < len(table.rows)
    for title, *cells in table.rows:
        if cells in hidden:
            figures = f'<td colspan=\\"{answered}\\">{NOT_SHOWN()}</td>'
        else:
            figures = "".join(f"<td>{cell}</td>" for cell in cells[:answered])
        assert f'<th scope=\\"row\\">{title}</th>{figures}' in screen


def test_what_was_answered_is_a_share_of_all_answers_also_of_people_without_a_score():
    room = talked(a_room(FULL, says=lambda number, item: None if number < 2 else number))
    screen = screen_of(room)
    assert "<td>6</td>" in screen, "two of the eight have no score"
    assert "<td>75%</td>" in screen
    assert "<td>100%</td>" not in screen


def test_a_theme_that_rests_on_fewer_questions_says_on_how_many():
    room = talked(a_room(FULL, ALIKE, says=known_by_few("power.money")))
    [power] = [each for each in rooms.profile(room, "project").dimensions if each.dimension.id == "power"]
    assert (power.pooled.items, power.pooled.asked) == (3, 4)
    figure, title = by_theme(room), power.dimension.title
    shown = figure.table.head.index("Questions shown")
    counts = {row[0]: row[shown] for row in figure.table.rows}
    assert counts.pop(title) == "3 of 4"
    assert set(counts.values()) == {"4 of 4", "3 of 3", "2 of 2"}, "a whole theme says so beside one that is not"
    assert f"{title}: index 2.0 from at least 8 people, 3 of 4 questions" in figure.alt
    words = texts.IN_PART(themes=f"{title} (3 of 4 questions)")
    assert words in words_of(room)
    assert words in screen_of(room)


def test_where_every_theme_is_whole_nothing_is_said_of_questions():
    room = talked(a_room(FULL, ALIKE))
    figure = by_theme(room)
    assert "Questions shown" not in figure.table.head
    assert "questions" not in figure.alt
    screen = screen_of(room)
    assert "Questions shown" not in screen
    assert texts.TOO_FEW_QUESTIONS(themes="").split(":")[0] not in screen


def test_a_theme_of_which_too_little_is_shown_says_why():
    room = talked(a_room(FULL, ALIKE, says=known_by_few("power.money", "power.saying_no", "power.first_question")))
    [power] = [each for each in rooms.profile(room, "project").dimensions if each.dimension.id == "power"]
    assert power.pooled is None
    words = texts.TOO_FEW_QUESTIONS(themes=power.dimension.title)
    assert words in words_of(room)
    assert words in screen_of(room)


@pytest.mark.parametrize(("people", "told"), [(9, False), (10, True)])
def test_a_median_is_in_the_table_the_picture_and_its_words_or_in_none_of_them(people, told):
    room = talked(a_room(FULL, families=("uses-the-service",) * people))
    figure, screen = by_theme(room), screen_of(room)
    assert ("Median" in figure.table.head) == told
    assert ("Median" in figure.svg, "median" in figure.alt) == (told, told)
    assert [name for name, _ in figure.chart.series if name == "Median"] == ["Median"] * told
    assert ("edian" in screen) == told


def test_stages_count_answers_to_the_questions_shown():
    room = talked(a_room(FULL, ALIKE, says=known_by_few("power.money")))
    [figure] = [block for one in report(room, ["stages"]).sections for block in one.blocks if isinstance(block, Figure)]
    [power] = [each for each in rooms.profile(room, "project").dimensions if each.dimension.id == "power"]
    counts = {title: sum(map(int, cells)) for title, *cells in figure.table.rows}
    assert counts[power.dimension.title] == 3 * 8
    assert f"{power.dimension.title}: 24 answers" in figure.alt
    assert ": 24 answers<" in figure.svg
    assert texts.STAGES_NOTE() in screen_of(room)


def hash_of(text):
    """A number by a text, the same in every run."""
    return sum(map(ord, text))
