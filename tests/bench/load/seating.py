"""How people come to their questions in our app: each alone, or all into one room that somebody leads."""

import asyncio
import random
import re
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import fields
from functools import partial
from typing import Literal, Protocol

import httpx
from load.machine import Server
from load.tab import Tab
from load.web import Browser

from cosmos_app.content.catalogue import offered
from cosmos_app.storage import Store
from cosmos_app.web.response_form import SILENCES, apart, values
from models.plan import Plan, Promise

QUESTIONNAIRE = "project"

LINK_SECONDS = 10.0
"""How long a server may take to print the facilitator's link once it answers."""

Depth = Literal["short", "full"]
Arrival = Callable[[], Awaitable[Tab]]
"""Somebody's way to a page."""


class Seating(Protocol):
    """How people come to their questions."""

    async def prepare(self, store: Store, number: int) -> None:
        """Make ready what is there before the first person comes."""

    async def arrive(self, host: str, number: int) -> Tab:
        """One person comes to the page with their questions."""

    def watchers(self) -> Sequence[Arrival]:
        """Who follows along without answering."""

    def token(self, number: int) -> str:
        """What brings a person back to their seat."""


class Alone:
    """Each answers alone, on a seat made ready in the store.

    Args:
        servers: Of the app.
        lines: The connections of all browsers.
        depth: Which form people are asked.
    """

    def __init__(self, servers: Sequence[Server], lines: httpx.AsyncHTTPTransport, depth: Depth) -> None:
        self._servers = servers
        self._lines = lines
        self._depth: Depth = depth
        self._cookie = ""
        self._tokens: list[str] = []

    async def prepare(self, store: Store, number: int) -> None:
        """Make a seat for each."""
        first = Browser(self._servers[0].host, self._lines)
        await first.get("/answer")
        self._cookie = _seat_cookie(first)
        self._tokens = [secrets.token_urlsafe(32) for _ in range(number)]
        kept = store.keep_definition(offered()[QUESTIONNAIRE].document)
        for token in self._tokens:
            workshop = store.start({QUESTIONNAIRE: kept}, self._depth, kind="alone")
            store.set_phase(workshop, "open")
            store.join(workshop, token)

    async def arrive(self, host: str, number: int) -> Tab:
        """Open the questions."""
        browser = Browser(host, self._lines, {self._cookie: self._tokens[number]})
        await browser.get("/answer")
        tab = Tab(browser, "answer")
        await tab.load()
        return tab

    def watchers(self) -> Sequence[Arrival]:
        """Nobody leads people who answer alone."""
        return []

    def token(self, number: int) -> str:
        """What brings a person back to their seat."""
        return self._tokens[number]


class Together:
    """One open room: people join with its code, one browser leads, one shows the wall, some are done and wait.

    Args:
        servers: Of the app; people and views are spread over them.
        lines: The connections of all browsers.
        depth: Which form people are asked.
        waiting: How many more have joined, are done and follow along on their phones.
    """

    def __init__(self, servers: Sequence[Server], lines: httpx.AsyncHTTPTransport, depth: Depth, waiting: int) -> None:
        self._servers = servers
        self._lines = lines
        self._depth: Depth = depth
        self._waiting = waiting
        self._room = ""
        self._code = ""
        self._desk: Mapping[str, str] = {}
        self._browsers: dict[int, Browser] = {}

    async def prepare(self, store: Store, number: int) -> None:
        """Plan and open the room, and sit down at the desk by the link that the server prints."""
        promise = Promise(**{line.name: "Said once more for the bench." for line in fields(Promise)})
        plan = Plan(
            site="Here", initiative="A room full", asked={QUESTIONNAIRE: ()}, depth=self._depth, promise=promise
        )
        self._room = store.draft(plan)
        kept = store.keep_definition(offered()[QUESTIONNAIRE].document)
        store.open_room(self._room, {QUESTIONNAIRE: kept}, self._depth)
        self._code = store.sittings(self._room)[0].code
        facilitator = Browser(self._servers[0].host, self._lines)
        await facilitator.get(await _desk_link(self._servers[0]))
        self._desk = facilitator.cookies

    async def arrive(self, host: str, number: int) -> Tab:
        """Open the address from the wall, say who one is, and go in."""
        browser = self._browsers[number] = Browser(host, self._lines)
        await browser.get(f"/join?code={self._code}")
        tab = Tab(browser, "join", f"code={self._code}")
        await tab.load()
        role = tab.find("selectbox", "role")[0]
        await tab.choose(role, random.choice(role.options))
        await tab.press(tab.find("button", "start")[0])
        return tab

    def watchers(self) -> Sequence[Arrival]:
        """Who leads, the wall, and those who wait."""
        hosts = [server.host for server in self._servers]
        views = [partial(self._view, hosts[0], "lead"), partial(self._view, hosts[-1], "presenter")]
        return [*views, *(partial(self._wait, hosts[at % len(hosts)], -1 - at) for at in range(self._waiting))]

    def token(self, number: int) -> str:
        """What brings a person back to their seat."""
        browser = self._browsers[number]
        return browser.cookies[_seat_cookie(browser)]

    async def _view(self, host: str, path: str) -> Tab:
        browser = Browser(host, self._lines, self._desk)
        await browser.get(f"/{path}?w={self._room}")
        tab = Tab(browser, path, f"w={self._room}")
        await tab.load()
        if not tab.timed:
            raise AssertionError(f"/{path} follows nothing.")
        return tab

    async def _wait(self, host: str, number: int) -> Tab:
        tab = await self.arrive(host, number)
        await tab.leave()
        waits = Tab(tab.browser, "room")
        await waits.load()
        return waits


def kept(store: Store, token: str) -> Mapping[str, int]:
    """Which choice is kept of a person, by item: counted from 0, the silences last."""
    seat = store.resume(token)
    assert seat is not None
    items = offered()[QUESTIONNAIRE].questionnaire.by_id
    found = {}
    for name, response in store.sheet(seat.participant, QUESTIONNAIRE).responses.items():
        labels = [*(f"value:{value}" for value in values(items[name])), *SILENCES]
        found[name] = labels.index(apart(items[name], response)["choice"])
    return found


def _seat_cookie(browser: Browser) -> str:
    return next(name for name in browser.cookies if name.startswith("cosmos_seat"))


async def _desk_link(server: Server) -> str:
    """The path of the facilitator's link, as the server printed it."""
    async with asyncio.timeout(LINK_SECONDS):
        while not (found := re.search(r"/facilitate/\S+", server.log.read_text())):
            await asyncio.sleep(0.05)
    return found[0]
