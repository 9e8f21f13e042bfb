"""Two servers on one PostgreSQL serve one room."""

from contextlib import ExitStack

import pytest
from browser.roomful import answer_all, confirm, join, open_workshop, show_dots, step
from browser.served import Server
from browser.visitor import DESKTOP, PHONE
from playwright.sync_api import expect


@pytest.fixture
def servers(postgres, tmp_path):
    running = [Server(tmp_path / name, tmp_path / f"{name}.log", COSMOS_DATABASE_URL=postgres) for name in ("a", "b")]
    with ExitStack() as stack:
        for server in running:
            stack.callback(server.stop)
            server.start()
        yield running


def test_people_at_two_servers_are_in_one_room(servers, at):
    here, there = servers
    desk = at(here, DESKTOP)
    code = open_workshop(desk, here, "Home visits")
    people = [at(server, PHONE) for server in (here, there, there)]
    for place, person in enumerate(people):
        join(person, code)
        answer_all(person, [place] * 8)
    step(desk, "Answer alone")
    expect(desk.page.locator(".cosmos-count")).to_have_text("3 joined, 3 finished")

    confirm(desk, "Close the round")
    expect(people[1].page.get_by_text("The round is closed. Nothing is shown yet.")).to_be_visible()
    show_dots(desk, 3)
    expect(people[2].page.locator(".cosmos-strip")).to_have_count(8)
    with here.store() as store:
        [room] = store.rooms()
        assert sorted(len(sheet.responses) for sheet in store.sheets(room.id, "project").values()) == [8, 8, 8]
