"""What the desk and the wall show of a room: of an experience its dots, of a factor what raised it."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest
from support.browsers import SEAT, browser
from support.opened_rooms import reveal
from support.report_rooms import PLAN, a_felt_room, a_room, a_store, talked
from support.room_screens import drawn

from cosmos_app.content.catalogue import catalogues
from cosmos_app.storage import current
from cosmos_app.texts.charts import ITEM_DOTS
from cosmos_app.texts.room.dots import IN_OWN_WORDS
from cosmos_app.texts.room.participants import FEEDBACK_KEPT
from cosmos_app.texts.values import FEELINGS
from cosmos_app.workshop import rooms


@pytest.fixture(autouse=True)
def _store(tmp_path):
    with a_store(tmp_path):
        yield


def shown(room, step, focus=""):
    """What the wall and the desk show in a step, as one text."""
    current.store().look_at(room.id, step=step, focus=focus)
    return "".join(drawn(current.store().room(room.id), steps=(step,)))


@pytest.fixture
def felt(monkeypatch):
    """A room whose eight people told of an experience, from very bad to very good, and in words; its dots are shown."""
    room = a_felt_room(monkeypatch)
    reveal(room)
    return room


def test_an_experience_is_shown_as_dots_on_the_wall_and_at_the_desk(felt):
    told = shown(felt, "discuss", "small/felt")
    assert told.count("cosmos-situations") == 2, "the list behind the dots, on the wall and at the desk"
    assert all(told.count(f"</strong> {feeling()}<") == 2 for feeling in FEELINGS)
    assert told.count(ITEM_DOTS(8, first="A", last="E")) == 2, "a dot for each of the eight"
    assert IN_OWN_WORDS() not in told


def test_what_people_wrote_in_their_own_words_is_shown_nowhere(felt):
    told = shown(felt, "discuss", "small/words")
    assert told.count(IN_OWN_WORDS()) == 2
    assert "So it was." not in told


def test_a_factor_raised_by_a_place_on_a_map_names_the_map():
    room = talked(a_room(replace(PLAN, asked={"maps": ()}, depth="full"), says=lambda number, item: 0))
    raised = {one.factor.id: one for one in rooms.profile(room, "maps").factors}
    assert raised["distant-decisions"].because == ("cosie-2021",)
    title = catalogues().placements["cosie-2021"].title
    told = shown(room, "surroundings")
    assert told.count(f"Where people see the work on the map “{title}”") >= 2, "on the wall and at the desk"
    assert "<ul></ul>" not in told, "no factor stands over an empty list"


def _feedback(workshop, token):
    from cosmos_app.storage.current import store  # noqa: PLC0415  (this is a page of its own)
    from cosmos_app.web.views.room import participant_view  # noqa: PLC0415
    from cosmos_app.workshop import participation  # noqa: PLC0415

    participant_view.to_do(store().room(workshop), participation.resume(token))


def test_that_feedback_was_kept_is_still_said_after_the_next_refresh():
    room, token = a_room(PLAN), SEAT
    current.store().join(room.id, token)
    talked(room)
    current.store().look_at(room.id, step="close")
    with browser(seat=SEAT):
        at = AppTest.from_function(_feedback, args=(room.id, token)).run(timeout=60)
        assert FEEDBACK_KEPT() not in [one.value for one in at.success]
        at.button[-1].click().run()
        assert FEEDBACK_KEPT() in [one.value for one in at.success]
        at.run()
        assert FEEDBACK_KEPT() in [one.value for one in at.success]
