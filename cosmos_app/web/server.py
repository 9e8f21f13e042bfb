"""The server: Streamlit's ASGI app with a lifespan, plain routes, and what every answer to a browser carries."""

import gc
import gzip
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from cosmos_app.design import tokens, typesetting
from cosmos_app.design.fonts import fonts
from cosmos_app.settings import desk_cookie, lead_cookie, seat_cookie
from cosmos_app.storage import StoreError
from cosmos_app.storage.current import store
from cosmos_app.texts.store import store_wrong
from cosmos_app.web import theme
from cosmos_app.web.middleware import FOR_GOOD, Page, SeatCookie, StaticFiles, give
from cosmos_app.workshop.participation import new_token
from cosmos_app.workshop.throttle import DOORS, HERE, TooSoonError

HEAVY = ("plotly.graph_objects", "cosmos_app.outputs.report.solo_report", "cosmos_app.outputs.report.pdf")
"""Imported once before the first visitor, so that nobody waits for them in the middle of a click."""

OPTIONS: Mapping[str, Any] = {
    **tokens.streamlit_theme(),
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "global.developmentMode": False,
    "global.disableWidgetStateDuplicationWarning": True,  # meant; see widgets.kept
    "logger.hideWelcomeMessage": True,  # we say ourselves where we are
    "logger.level": "warning",
    "runner.postScriptGC": False,  # it would go through everybody's sessions after every click (measured); see lifespan
    "runner.magicEnabled": False,  # a docstring beside a constant is no text for the page
    "server.fileWatcherType": "none",  # without it a join under load takes seconds (measured)
    "server.headless": True,
    "server.maxUploadSize": 1,
}


STRANGE_KEY = (
    "This is not the link of the CoSMoS that runs now: each start makes a new one. "
    "Look for the newest where CoSMoS was started."
)

Visitors = Callable[[Request], Awaitable[Response]]


async def health(_request: Request) -> Response:
    """Say whether the store answers; for whatever watches over the server."""
    try:
        store().ping()
    except StoreError as error:
        return JSONResponse({"status": "down", "wrong": store_wrong(error)}, status_code=503)
    return JSONResponse({"status": "ok"})


async def look_file(request: Request) -> Response:
    """Hand out our style sheet or script, for good: its address changes with every change of it."""
    name = request.url.path.lstrip("/")
    body = gzip.compress(theme.file(name).encode())
    return Response(body, media_type=theme.FILES[name], headers={"content-encoding": "gzip", **FOR_GOOD})


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Load what is heavy, then take it out of the garbage collector's rounds.

    Streamlit collects garbage after every run; over all that is imported this costs five times a click's work.
    """
    store()
    fonts().prepare()
    typesetting.prepare()
    for name in HEAVY:
        import_module(name)
    gc.collect()
    gc.freeze()
    yield


def _door(key: str, cookie: str, let_in: Callable[[str], None], to: str) -> Visitors:
    """A link with a secret at its end: whoever has it gets a cookie, and is led to their first screen.

    Args:
        key: The secret.
        cookie: Name of the cookie.
        let_in: Keeps that the browser with a token may come in.
        to: Address of the screen.
    """

    async def come_in(request: Request) -> Response:
        address = request.client.host if request.client else HERE
        try:
            DOORS.knock(address)
        except TooSoonError as error:
            return PlainTextResponse(str(error), status_code=429, headers={"retry-after": str(error.seconds)})
        if not secrets.compare_digest(request.path_params["key"].encode(), key.encode()):
            DOORS.refuse(address)
            return PlainTextResponse(STRANGE_KEY, status_code=403)
        token = new_token()
        await run_in_threadpool(let_in, token)
        answer = RedirectResponse(to, status_code=303)
        give(answer, cookie, token, secure=request.url.scheme == "https")
        return answer

    return come_in


def ways_in(desk_key: str, lead_key: str) -> list[Route]:
    """The links of those who prepare and lead workshops, and of those who compare sites; see ``application``."""
    return [
        Route("/facilitate/{key}", _door(desk_key, desk_cookie(), lambda token: store().add_desk(token), "/desk")),
        Route("/exchange/{key}", _door(lead_key, lead_cookie(), lambda token: store().add_lead(token), "/compare")),
    ]


def application(desk_key: str, lead_key: str, example_token: str | None = None) -> st.App:
    """The whole app.

    Args:
        desk_key: What the facilitator's link ends in; whoever has it may sit down at the desk.
        lead_key: What the link ends in of those who compare sites; they see what sites agreed to share, and no more.
        example_token: The token of an example's seat; ``/example`` then hands it to the browser.
    """

    async def example(_request: Request) -> Response:
        answer = RedirectResponse("/profile", status_code=303)
        give(answer, seat_cookie(), example_token or "")
        return answer

    routes = [
        Route("/health", health),
        *(Route(f"/{name}", look_file) for name in theme.FILES),
        *ways_in(desk_key, lead_key),
    ]
    if example_token:
        routes.append(Route("/example", example))
    return st.App(
        Path(__file__).parent / "app.py",
        routes=routes,
        middleware=[
            Middleware(Page, head=theme.first_sight(), foot=theme.last_word()),
            Middleware(SeatCookie),
            Middleware(StaticFiles),
        ],
        lifespan=lifespan,
    )


def serve(port: int, *, lan: bool, desk_key: str, lead_key: str, example_token: str | None = None) -> None:
    """Serve until interrupted.

    Args:
        port: The port to listen on.
        lan: Whether other machines may connect, else this one only.
        desk_key: As in ``application``.
        lead_key: As in ``application``.
        example_token: As in ``application``.
    """
    address = "0.0.0.0" if lan else "127.0.0.1"  # noqa: S104  (asked for by --lan)
    application(desk_key, lead_key, example_token).run(
        config={**OPTIONS, "server.port": port, "server.address": address}
    )
