"""What it costs that a wall is drawn anew every two seconds: computations and statements."""

from dataclasses import replace

import pytest
from sqlalchemy import event
from streamlit.testing.v1 import AppTest
from support.report_rooms import PLAN, a_room, talked

from cosmos_app.storage import Decision
from cosmos_app.workshop import rooms
from cosmos_app.workshop.rooms import disclosed

THREE = ("project", "ecology", "platform")


@pytest.fixture
def room(stored):
    rooms.forget()
    yield talked(a_room(replace(PLAN, asked=dict.fromkeys(THREE, ()))))
    rooms.forget()


def _refresh(workshop):
    from cosmos_app.storage.current import store  # noqa: PLC0415  (this is a page of its own)
    from cosmos_app.web.views.room import shared_view  # noqa: PLC0415

    shared_view.now(store().room(workshop))


@pytest.fixture
def refresh(stored, room, monkeypatch):
    """Draws the wall once; gives how often a profile was computed and which statements were sent."""
    stored.look_at(room.id, step="surroundings")
    computed, statements, compute = [], [], disclosed.group_profile
    monkeypatch.setattr(disclosed, "group_profile", lambda *args: computed.append(args) or compute(*args))

    def note(_connection, _cursor, statement, *_rest):
        statements.append(statement)

    event.listen(stored.engine, "before_cursor_execute", note)

    def draw():
        computed.clear()
        statements.clear()
        at = AppTest.from_function(_refresh, args=(room.id,)).run(timeout=60)
        assert not at.exception, at.exception
        return len(computed), [statement for statement in statements if statement.startswith("SELECT")]

    yield draw
    event.remove(stored.engine, "before_cursor_execute", note)


def test_a_wall_computes_each_profile_once_and_asks_the_store_for_each_thing_once(refresh):
    computed, _ = refresh()
    assert computed == len(THREE)
    computed, statements = refresh()
    assert computed == 0
    assert len(statements) == len(set(statements)) == 5, statements  # room, definitions, decisions, loci, own factors


def test_what_is_decided_meanwhile_is_computed_at_the_next_refresh(refresh, stored, room):
    refresh()
    stored.decide(room.id, "project", "power.who_decides", Decision(value=1))
    assert refresh()[0] == 1
    assert refresh()[0] == 0
