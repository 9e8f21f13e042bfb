"""The server: Streamlit's ASGI app with a lifespan, plain routes, and what every answer to a browser carries."""

import gc
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from cosmos_app import design, look
from cosmos_app.headers import Page, SeatCookie, StaticFiles
from cosmos_app.storage import StoreError
from cosmos_app.visits import store

HEAVY = ("plotly.graph_objects", "cosmos_app.report.html")
"""Imported once before the first visitor, so that nobody waits for them in the middle of a click."""

OPTIONS: Mapping[str, Any] = {
    **design.streamlit_theme(),
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "global.developmentMode": False,
    "global.disableWidgetStateDuplicationWarning": True,  # meant; see widgets.kept
    "logger.hideWelcomeMessage": True,  # we say ourselves where we are
    "logger.level": "warning",
    "server.fileWatcherType": "none",  # without it a join under load takes seconds (measured)
    "server.headless": True,
    "server.maxUploadSize": 1,
}


async def health(_request: Request) -> Response:
    """Say whether the store answers; for whatever watches over the server."""
    try:
        store().ping()
    except StoreError as error:
        return JSONResponse({"status": "down", "wrong": error.wrong}, status_code=503)
    return JSONResponse({"status": "ok"})


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Load what is heavy, then take it out of the garbage collector's rounds.

    Streamlit collects garbage after every run; over all that is imported this costs five times a click's work.
    """
    store()
    for name in HEAVY:
        import_module(name)
    gc.collect()
    gc.freeze()
    yield


def application(example_token: str | None = None) -> st.App:
    """The whole app.

    Args:
        example_token: The token of an example's seat; ``/example`` then hands it to the browser.
    """

    async def example(_request: Request) -> Response:
        answer = RedirectResponse("/profile", status_code=303)
        SeatCookie.give(answer, example_token or "")
        return answer

    routes = [Route("/health", health)]
    if example_token:
        routes.append(Route("/example", example))
    return st.App(
        Path(__file__).parent / "app.py",
        routes=routes,
        middleware=[Middleware(Page, head=look.first_sight()), Middleware(SeatCookie), Middleware(StaticFiles)],
        lifespan=lifespan,
    )


def serve(port: int, *, lan: bool, example_token: str | None = None) -> None:
    """Serve until interrupted.

    Args:
        port: The port to listen on.
        lan: Whether other machines may connect, else this one only.
        example_token: As in ``application``.
    """
    address = "0.0.0.0" if lan else "127.0.0.1"  # noqa: S104  (asked for by --lan)
    application(example_token).run(config={**OPTIONS, "server.port": port, "server.address": address})


def new_token() -> str:
    """A token nobody can guess: 256 bits."""
    return secrets.token_urlsafe(32)
