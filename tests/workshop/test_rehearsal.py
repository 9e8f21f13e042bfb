"""The rehearsal: a room of invented people, run as any other."""

from dataclasses import replace

from support.opened_rooms import exported, reveal

from cosmos_app.storage import current
from cosmos_app.workshop import rehearsal, rooms
from models.plan import Plan, Promise


def test_a_rehearsal_opens_and_can_be_run_to_its_close(here):
    room = current.store().room(rehearsal.rehearse())
    assert (room.example, room.workshop.phase, room.plan.smallest_group) == (True, "open", 3)
    assert (rooms.counts(room).joined, rooms.counts(room).finished) == (9, 8)
    here.step_to(room.id, "frozen")
    reveal(room)
    board = rooms.revealed(current.store().room(room.id), "project").board
    assert any(distribution is not None for distribution in board[0].by_family.values()), "there are groups to be seen"
    assert any(distribution is None for distribution in board[0].by_family.values()), "and groups that are hidden"
    here.ask_again(room.id, [("project", board[0].item.id)])
    here.step_to(room.id, "open")
    here.step_to(room.id, "frozen")
    reveal(room)
    assert rooms.revealed(current.store().room(room.id), "project", 2) == replace(
        rooms.revealed(current.store().room(room.id), "project", 1),
        layout=rooms.revealed(current.store().room(room.id), "project", 2).layout,
    ), "nobody changed anything"
    here.step_to(room.id, "agreed")
    here.step_to(room.id, "closed")
    assert rooms.profile(current.store().room(room.id), "project").n == 9
    assert list(exported(current.store().room(room.id))["questionnaires"]["project"]["rounds"]) == ["1", "2"]


def test_every_rehearsal_has_the_same_people(here):
    one, other = (current.store().room(rehearsal.rehearse()) for _ in range(2))
    said = [
        sorted(sorted(map(repr, sheet.responses.items())) for sheet in here.sheets(room.id, "project").values())
        for room in (one, other)
    ]
    assert said[0] == said[1]
    assert one.id != other.id


def test_a_plan_read_from_a_document_is_whole():
    body = rehearsal.invented()["rehearsal"]
    plan = rehearsal.plan_of(body, body["plan"])
    assert isinstance(plan, Plan)
    assert plan.promise == Promise(**body["plan"]["promise"])
    assert (plan.site, plan.agenda, plan.named) == (body["site"], "90", False)
