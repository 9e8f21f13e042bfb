"""Cookies: how long they last, how a token is put into one, and the seat's cookie that every browser gets."""

import secrets
from http.cookies import SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cosmos_app.design.streamlit_internals import PATHS
from cosmos_app.settings import seat_cookie
from cosmos_app.workshop.throttle import LOCAL_ADDRESS, meet

COOKIE_DAYS = 180
"""Of a seat, the desk and a lead alike; their names are in ``settings``."""

_NO_PAGES = (*(PATHS[name].text for name in ("core", "static", "media", "component")), "/health", "/files/")
"""What the paths begin with that lead to no page."""


def is_page(scope: Scope) -> bool:
    """Whether a request asks for the document itself, not for a file or a channel of it."""
    path = str(scope.get("path", ""))
    is_get = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
    return is_get and not path.startswith(_NO_PAGES) and "." not in path


def set_token_cookie(response: Response, name: str, token: str, *, secure: bool = False) -> None:
    """Put a token into a cookie of a response, which no script can read.

    Args:
        response: The response.
        name: Name of the cookie.
        token: The token.
        secure: Whether browsers may send it over https only.
    """
    response.set_cookie(name, token, max_age=COOKIE_DAYS * 24 * 3600, httponly=True, samesite="lax", secure=secure)


class SeatCookie:
    """Gives each browser a token of its own with its first page, in a cookie that no script can read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.name = seat_cookie()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; give the browser a token if it has none."""
        if not is_page(scope):
            await self.app(scope, receive, send)
            return
        held = SimpleCookie(Headers(scope=scope).get("cookie", "")).get(self.name)
        token = held.value if held is not None else secrets.token_urlsafe(32)
        client = scope.get("client")
        meet(client[0] if client else LOCAL_ADDRESS, token)
        if held is not None:
            await self.app(scope, receive, send)
            return

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if self.name not in headers.get("set-cookie", ""):
                    fresh = Response()
                    set_token_cookie(fresh, self.name, token, secure=scope["scheme"] == "https")
                    headers.append("set-cookie", fresh.headers["set-cookie"])
            await send(message)

        await self.app(scope, receive, with_cookie)
