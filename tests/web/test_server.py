"""The server: what it loads before visitors come, and the cookies it gives."""

from http.cookies import SimpleCookie
from importlib.util import find_spec

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from support.served_here import ask

from cosmos_app.settings import desk_cookie, lead_cookie, seat_cookie
from cosmos_app.web import server
from cosmos_app.web.cookies import SeatCookie


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
