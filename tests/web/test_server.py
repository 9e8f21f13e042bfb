"""The server: what it loads before visitors come, and the cookies it gives."""

import asyncio
from datetime import date
from http.cookies import SimpleCookie
from importlib.util import find_spec

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from support.served_here import ask

from cosmos_app.settings import desk_cookie, lead_cookie, seat_cookie
from cosmos_app.storage import Erased, StoreError
from cosmos_app.web import server
from cosmos_app.web.cookies import SeatCookie
from models.plan import Plan


@pytest.mark.parametrize("name", server.HEAVY)
def test_what_is_loaded_before_the_first_visitor_is_there(name):
    assert find_spec(name) is not None


def first_page(_request):
    return PlainTextResponse("a page")


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize(
    ("path", "name"),
    [("/", seat_cookie), ("/facilitate/a-key", desk_cookie), ("/exchange/a-key", lead_cookie)],
    ids=["seat", "desk", "lead"],
)
def test_a_cookie_is_kept_half_a_year_and_can_be_read_by_no_script_and_no_other_site(path, name, scheme, stored):
    app = Starlette(
        routes=[Route("/", first_page), *server.secret_links("a-key", "a-key")], middleware=[Middleware(SeatCookie)]
    )
    [answer] = ask(app, path, base_url=f"{scheme}://testserver")
    given = [cookie for header in answer.headers.get_list("set-cookie") for cookie in SimpleCookie(header).values()]
    [cookie] = [cookie for cookie in given if cookie.key == name()]
    assert len(cookie.value) >= 40
    assert {what: value for what, value in cookie.items() if value} == {
        "path": "/",
        "max-age": str(180 * 24 * 3600),
        "httponly": True,
        "samesite": "lax",
        **({"secure": True} if scheme == "https" else {}),
    }


def test_a_server_erases_what_is_due_at_its_start_and_again_and_a_store_that_fails_stops_nothing(
    on_file, monkeypatch, caplog
):
    looks = []

    class Failing:
        def erase_due(self):
            looks.append("failed")
            raise StoreError("busy", "the store")

    class Watched:
        def erase_due(self):
            looks.append(on_file.erase_due())

    stores = iter([Watched(), Failing(), *[Watched()] * 1000])
    monkeypatch.setattr(server, "store", lambda: next(stores))
    monkeypatch.setattr(server, "LOOK_EVERY", 0.01)
    on_file.draft(Plan(), today=date(2001, 1, 1))

    async def watch():
        task = asyncio.create_task(server.keep_erasing())
        while len(looks) < 3:
            await asyncio.sleep(0.01)
        task.cancel()

    asyncio.run(watch())
    assert looks[:3] == [Erased(rooms=1, visits=0), "failed", Erased(rooms=0, visits=0)]
    assert "busy" in caplog.text
