"""Who is measured: our app and a bare page of Streamlit's; what they have in common is what a run needs of them."""

import secrets
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from load.bare_store import BareStore
from load.machine import Server, free_port
from load.people import Answering, Person
from load.seating import Alone, Arrival, Depth, Seating, Together, kept
from load.tab import Tab
from load.web import Browser, lines

import cosmos_app
from cosmos_app.design.streamlit_internals import PATHS
from cosmos_app.storage import open_store


class Contestant(Protocol):
    """A server, or several, with people to come.

    Attributes:
        name: As the table says it.
        servers: Its processes.
    """

    name: str
    servers: Sequence[Server]

    def start(self) -> None:
        """Start it, on an empty store."""

    async def invite(self, number: int, seconds: float) -> Sequence[Person]:
        """Get ready for so many people, who stay so long."""

    def watchers(self) -> Sequence[Arrival]:
        """The views that follow along: whoever leads, the wall, phones of people who are done."""

    def lost(self, people: Sequence[Person]) -> int:
        """How many acknowledged answers are not in the store; it has stopped by now, or not."""

    def stop(self) -> None:
        """Stop it."""


class CoSMoS:
    """Our app, as ``cosmos run`` starts it.

    Args:
        folder: An empty one.
        address: A PostgreSQL database; None for SQLite in the folder.
        processes: How many servers share the store; people and views are spread over them.
        depth: Which form people are asked.
        alone: Whether each answers alone, else all of them in a room.
        waiting: How many more are in the room, done and following along.
    """

    def __init__(
        self, folder: Path, address: str | None, processes: int, depth: Depth, *, alone: bool, waiting: int
    ) -> None:
        several = f", {processes} processes" if processes > 1 else ""
        self.name = ("CoSMoS, alone" if alone else "CoSMoS") + several + (f", {waiting} waiting" if waiting else "")
        self._address = address or f"sqlite:///{folder / 'cosmos.sqlite3'}"
        root = Path(cosmos_app.__file__).parents[1]
        self.servers: Sequence[Server] = [self._server(root, free_port(), folder) for _ in range(processes)]
        shared = lines()
        self._seating: Seating = (
            Alone(self.servers, shared, depth) if alone else Together(self.servers, shared, depth, waiting)
        )

    def start(self) -> None:
        """Start its servers, one after the other: the first makes the tables."""
        for server in self.servers:
            server.start()

    async def invite(self, number: int, seconds: float) -> Sequence[Person]:
        """Prepare what people come to."""
        with open_store(self._address) as store:
            await self._seating.prepare(store, number)
        hosts = [server.host for server in self.servers]
        return [Answering(partial(self._seating.arrive, hosts[at % len(hosts)], at)) for at in range(number)]

    def watchers(self) -> Sequence[Arrival]:
        """The facilitator's desk, the wall, and phones of people who are done."""
        return self._seating.watchers()

    def lost(self, people: Sequence[Person]) -> int:
        """Count the acknowledged answers that the store doesn't hold."""
        with open_store(self._address) as store:
            return sum(
                missing(person, kept(store, self._seating.token(number)))
                for number, person in enumerate(people)
                if person.said
            )

    def stop(self) -> None:
        """Stop its servers."""
        for server in self.servers:
            server.stop()

    def _server(self, root: Path, port: int, folder: Path) -> Server:
        command = [sys.executable, "-m", "cosmos_app.cli", "run", "--no-browser", "--port", str(port)]
        more = {"COSMOS_DATABASE_URL": self._address, "COSMOS_DATA": str(folder), "PYTHONPATH": str(root)}
        return Server(command, folder, more, port, "/health")


class Bare:
    """A page of twelve radios and nothing else, tuned as ours; see ``bare_page``."""

    def __init__(self, folder: Path, address: str | None) -> None:
        self.name = "bare page"
        self._address = address or str(folder / "bare.sqlite3")
        self._lines = lines()
        self._tokens: list[str] = []
        port = free_port()
        command = [sys.executable, str(Path(__file__).with_name("bare_server.py")), str(port)]
        self.servers = [Server(command, folder, {"BARE_STORE": self._address}, port, PATHS["health"].text)]

    def start(self) -> None:
        """Start its server."""
        self.servers[0].start()

    async def invite(self, number: int, seconds: float) -> Sequence[Person]:
        """Give each a token."""
        self._tokens = [secrets.token_hex(16) for _ in range(number)]
        return [Answering(partial(self._arrive, token)) for token in self._tokens]

    def watchers(self) -> Sequence[Arrival]:
        """Nobody: there is nothing to follow."""
        return []

    def lost(self, people: Sequence[Person]) -> int:
        """Count the acknowledged answers that its store doesn't hold."""
        from load.bare_store import CHOICES  # noqa: PLC0415

        store = BareStore(self._address)
        kept = [store.chosen(token) for token in self._tokens]
        store.close()
        return sum(
            missing(person, {key.rpartition(":")[2]: CHOICES.index(choice) for key, choice in rows.items()})
            for person, rows in zip(people, kept, strict=True)
        )

    def stop(self) -> None:
        """Stop its server."""
        self.servers[0].stop()

    async def _arrive(self, token: str) -> Tab:
        browser = Browser(self.servers[0].host, self._lines)
        await browser.get(f"/?t={token}")
        tab = Tab(browser, path="", query=f"t={token}")
        await tab.load()
        return tab


def missing(person: Person, kept: Mapping[str, int]) -> int:
    """How many answers that somebody was told are kept are not; a later click that was not acknowledged may be."""
    return sum(
        kept.get(question) not in {choice, person.doubtful.get(question, choice)}
        for question, choice in person.said.items()
    )
