"""The server: Streamlit's ASGI app with a lifespan, plain routes, middleware, and the options it runs with."""

import asyncio
import gc
import gzip
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit import config

from cosmos_app.design import tokens, typesetting
from cosmos_app.design.fonts import fonts
from cosmos_app.design.streamlit_internals import OBJECTS, report_missing
from cosmos_app.design.streamlit_options import OPTIONS, Option
from cosmos_app.settings import desk_cookie, lead_cookie, seat_cookie
from cosmos_app.storage import StoreError
from cosmos_app.storage.current import store
from cosmos_app.texts.page import STRANGE_KEY
from cosmos_app.texts.room.devices import DESK_IS_ELSEWHERE
from cosmos_app.texts.store import store_problem, store_wrong
from cosmos_app.web import downloads, fresh_cookies, other_devices, theme
from cosmos_app.web.cookies import SeatCookie, set_token_cookie
from cosmos_app.web.devices import DEVICES, is_here
from cosmos_app.web.hardening import close_off
from cosmos_app.web.middleware import FOR_GOOD, OwnOrigin, Page, Reached, StaticFiles
from cosmos_app.web.rights import LINK_PATHS, LINKS, SecretLink
from cosmos_app.workshop.participation import new_token
from cosmos_app.workshop.throttle import BY_ADDRESS, LOCAL_ADDRESS, TooSoonError

HEAVY = ("plotly.graph_objects", "cosmos_app.outputs.report.solo_report", "cosmos_app.outputs.report.renderers.pdf")
"""Modules that are imported before the first visitor comes, so that nobody waits for them in the middle of a click."""

LOOK_EVERY = 3600.0
"""Seconds between two looks at what is to be erased: each day's is erased within an hour of midnight."""

Endpoint = Callable[[Request], Awaitable[Response]]


async def health(_request: Request) -> Response:
    """Say whether the store answers; for whatever watches over the server."""
    try:
        store().ping()
    except StoreError as error:
        return JSONResponse({"status": "down", "wrong": store_wrong(error)}, status_code=503)
    return JSONResponse({"status": "ok"})


async def theme_file(request: Request) -> Response:
    """Serve our style sheet or script, to be kept for good: its address changes with every change of it."""
    name = request.url.path.lstrip("/")
    body = gzip.compress(theme.file(name).encode())
    return Response(body, media_type=theme.FILES[name], headers={"content-encoding": "gzip", **FOR_GOOD})


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Load what is heavy, then keep the garbage collector away from it.

    Streamlit collects garbage after every run; over all that is imported this costs five times a click's work.
    """
    store()
    fonts().prepare()
    typesetting.prepare()
    for name in HEAVY:
        import_module(name)
    gc.collect()
    gc.freeze()
    erasing = asyncio.create_task(keep_erasing())
    yield
    erasing.cancel()
    with suppress(asyncio.CancelledError):
        await erasing


async def keep_erasing() -> None:
    """Erase what is past its day, now and from time to time; a store that fails is tried again the next time."""
    while True:
        try:
            await run_in_threadpool(store().erase_due)
        except StoreError as error:
            logging.getLogger(__name__).error(store_problem(error))  # noqa: TRY400  (what happened is in the words)
        await asyncio.sleep(LOOK_EVERY)


def _secret_link(link: SecretLink, cookie: str, to: str, *, only_here: bool = False) -> Endpoint:
    """A link with a secret at its end: whoever has it gets a cookie, and is sent to their first screen.

    Args:
        link: Knows its secret, and lets browsers in.
        cookie: Name of the cookie.
        to: Address of the screen.
        only_here: Whether it leads in from this machine alone, where others of its network can connect: there the link
            and the cookie would travel unencrypted.
    """

    async def come_in(request: Request) -> Response:
        address = request.client.host if request.client else LOCAL_ADDRESS
        if only_here and DEVICES.on_network and not is_here(address):
            return PlainTextResponse(DESK_IS_ELSEWHERE(), status_code=403)
        token = new_token()
        if not await run_in_threadpool(link.admit, request.path_params["key"], token):
            # The right key is never refused: it is too long to be guessed, so nobody is locked out by others' guesses.
            try:
                BY_ADDRESS.check(address)
            except TooSoonError as error:
                return PlainTextResponse(str(error), status_code=429, headers={"retry-after": str(error.seconds)})
            BY_ADDRESS.count_wrong(address)
            return PlainTextResponse(STRANGE_KEY(), status_code=403)
        response = RedirectResponse(to, status_code=303)
        set_token_cookie(response, cookie, token, secure=request.url.scheme == "https")
        return response

    return come_in


def secret_links(desk_key: str, lead_key: str) -> list[Route]:
    """The links of those who prepare and lead workshops, and of those who compare sites; see ``application``."""
    LINKS["desk"].open(desk_key)
    LINKS["lead"].open(lead_key)
    return [
        Route(f"{LINK_PATHS['desk']}/{{key}}", _secret_link(LINKS["desk"], desk_cookie(), "/desk", only_here=True)),
        Route(f"{LINK_PATHS['lead']}/{{key}}", _secret_link(LINKS["lead"], lead_cookie(), "/compare")),
    ]


def application(desk_key: str, lead_key: str, example_token: str | None = None) -> st.App:
    """The whole app.

    Args:
        desk_key: What the facilitator's link ends in at first; whoever has it may sit down at the desk.
        lead_key: The same of those who compare sites; they see what sites agreed to share, and no more.
        example_token: The token of an example's seat; ``/example`` then hands it to the browser.
    """

    async def example(_request: Request) -> Response:
        response = RedirectResponse("/profile", status_code=303)
        set_token_cookie(response, seat_cookie(), example_token or "")
        return response

    close_off()
    routes = [
        Route("/health", health),
        *(Route(f"/{name}", theme_file) for name in theme.FILES),
        *secret_links(desk_key, lead_key),
        *downloads.ROUTES,
        fresh_cookies.ROUTE,
        *other_devices.ROUTES,
    ]
    if example_token:
        routes.append(Route("/example", example))
    return st.App(
        Path(__file__).parent / "app.py",
        routes=routes,
        middleware=[
            Middleware(OwnOrigin),
            Middleware(Reached),
            Middleware(Page, head=theme.head(), body_end=theme.body_end()),
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
    DEVICES.on_network = lan
    address = "0.0.0.0" if lan else "127.0.0.1"  # noqa: S104  (asked for by --lan)
    application(desk_key, lead_key, example_token).run(config=options(port, address))


def options(port: int, address: str) -> Mapping[str, object]:
    """The options to run with, but for those that this version of Streamlit does not know and that we can do without.

    Args:
        port: The port to listen on.
        address: The address to listen at.
    """
    looks = {
        name: Option(value=value, without="colours and type are partly Streamlit's")
        for name, value in tokens.streamlit_theme().items()
    }
    own = {
        **looks,
        **OPTIONS,
        "server.port": Option(value=port, without="people look for it elsewhere", needed=True),
        "browser.serverPort": Option(value=port, without="another port of this machine may send uploads"),
        "server.address": Option(value=address, without="everyone on the network could reach it", needed=True),
    }
    known = getattr(config, OBJECTS["options"].text.rpartition(".")[2], None)
    if known is None:
        report_missing("options", OBJECTS["options"].without)
        known = own
    for name in own.keys() - known:
        report_missing(name, own[name].without)
    return {name: option.value for name, option in own.items() if option.needed or name in known}
