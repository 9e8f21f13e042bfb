"""A page of another site opens no channel here, and nothing is ever looked up outside."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route, WebSocketRoute
from streamlit import net_util
from streamlit.web.server import server_util
from streamlit.web.server.starlette import starlette_websocket
from support.served_here import ask, connects

from cosmos_app.design.streamlit_internals import PATHS
from cosmos_app.web import server
from cosmos_app.web.middleware import OwnOrigin, Page

STREAM = PATHS["stream"].text
FOREIGN = (
    "http://evil.example",
    "https://testserver.evil.example",
    "http://evil.example#testserver",
    "http://testserver@evil.example",
    "http://testserver:9",
    "http://evil.example:80",
    "ftp://testserver",
    "null",
    "",
    "testserver",
    "http://[",
    "http://testserver:port",
)


@pytest.fixture
def opens(monkeypatch):
    """Whether Streamlit gets to see a channel that is opened with these headers; and whether it would accept it."""
    seen = []

    async def accept(websocket):
        seen.append(websocket.headers.get("origin"))
        await websocket.accept()

    app = Starlette(routes=[WebSocketRoute(STREAM, accept)], middleware=[Middleware(OwnOrigin)])
    monkeypatch.setattr(
        starlette_websocket, "is_url_from_allowed_origins", lambda _: pytest.fail("Streamlit thinks about an origin")
    )

    def open_with(*headers):
        done = connects(app, STREAM, *headers)
        if done:
            host = next((value for name, value in headers if name == "host"), "testserver")
            assert starlette_websocket._is_origin_allowed(seen[-1], host)
        return done

    return open_with


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_page_of_another_site_opens_no_channel(origin, opens):
    assert not opens(("origin", origin))


def test_two_origins_open_no_channel(opens):
    assert not opens(("origin", "http://testserver"), ("origin", "http://evil.example"))
    assert not opens(("origin", "http://evil.example"), ("origin", "http://testserver"))


@pytest.mark.parametrize("origin", ["http://testserver", "https://testserver", "http://TESTSERVER:80"])
def test_our_own_page_opens_one(origin, opens):
    assert opens(("origin", origin))


def test_a_program_that_is_no_page_opens_one(opens):
    assert opens()


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "[::1]:8501", "room.example", "room.example:443"])
def test_whatever_the_host_is_called_its_own_page_opens_a_channel(host, opens):
    assert opens(("host", host), ("origin", f"https://{host}"))


def test_behind_a_proxy_that_names_another_host_the_public_address_is_known(opens, monkeypatch):
    proxied = (("host", "10.0.0.7:8501"), ("origin", "https://rooms.example"))
    assert not opens(*proxied)
    monkeypatch.setenv("COSMOS_ADDRESS", "https://rooms.example/")
    assert opens(*proxied)
    assert not opens(("host", "10.0.0.7:8501"), ("origin", "https://rooms.example.evil.example"))


@pytest.fixture
def app(stored, monkeypatch):
    monkeypatch.setattr(server, "HEAVY", ())
    return server.application("desk key", "lead key")


def test_the_app_itself_refuses_a_foreign_origin_and_asks_nobody_outside(app, monkeypatch):
    for name in ("_make_blocking_http_get",):
        monkeypatch.setattr(net_util, name, lambda *_, **__: pytest.fail("it asks outside"))
    assert connects(app, STREAM, ("origin", "http://testserver"))
    assert not connects(server.application("desk key", "lead key"), STREAM, ("origin", "http://evil.example"))
    # Even if one got through: Streamlit's own look-ups are closed.
    assert server_util.is_url_from_allowed_origins("http://evil.example") is False


def csp(*hosts, **more):
    app = Starlette(routes=[Route("/", lambda _: HTMLResponse("<p>Hello"))], middleware=[Middleware(Page)])
    [answer] = ask(app, "/", **more)
    parts = [part.split() for part in answer.headers["content-security-policy"].split(";")]
    return next(part[1:] for part in parts if part[0] == "connect-src")


def test_a_page_may_reach_its_own_host_and_no_other(monkeypatch):
    assert csp(base_url="http://room.example:8501") == [
        "'self'",
        "ws://room.example:8501",
        "wss://room.example:8501",
    ]
    monkeypatch.setenv("COSMOS_ADDRESS", "https://rooms.example")
    assert csp(base_url="http://10.0.0.7")[3:] == ["ws://rooms.example", "wss://rooms.example"]


@pytest.mark.parametrize("host", ["evil.example; script-src *", "*", "a b", "x,y", "é.example"])
def test_a_host_that_is_none_adds_nothing_to_what_a_page_may_do(host):
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"host", host.encode())]}
    from cosmos_app.web.middleware import _own_hosts  # noqa: PLC0415

    assert _own_hosts(scope) == []
