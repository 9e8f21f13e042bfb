"""Sittings: each has a code of its own."""

from support.stores import (
    PLAN,
    room,
)

from cosmos_app.storage import sittings as sittings_module


def test_each_sitting_has_a_code_that_leads_to_it(store):
    workshop = room(store)
    (only,) = store.sittings(workshop)
    remote = store.add_sitting(workshop, "From\x00 afar", remote=True)
    assert store.sittings(workshop) == (only, remote)
    assert (remote.name, remote.remote) == ("From afar", True)
    assert store.sitting_by_code(remote.code) == (remote, workshop)
    assert store.sitting_by_code(only.code) == (only, workshop)
    assert store.sitting_by_code("NEVER2") is None


def test_a_code_that_another_room_has_is_made_anew(store, monkeypatch):
    codes = iter(["AAAAAA", "AAAAAA", "AAAAAA", "BBBBBB"])
    monkeypatch.setattr(sittings_module, "new_code", lambda length: next(codes))
    first, second = store.draft(PLAN), store.draft(PLAN)
    assert [store.sittings(one)[0].code for one in (first, second)] == ["AAAAAA", "BBBBBB"]
