"""The machine: servers as processes of their own, who takes how much of its cores, and room in PostgreSQL."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
from sqlalchemy import URL, create_engine, make_url, text

START_SECONDS = 60.0
STOP_SECONDS = 15.0

_OURS = ("COSMOS_", "OTREE_", "BARE_", "DATABASE_URL")


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A server on this machine; it can be killed and started again at the same address.

    Attributes:
        command: What starts it.
        folder: Where it runs.
        more: What it finds in its environment beside ours.
        asked: The path that answers once it is ready.
    """

    def __init__(self, command: Sequence[str], folder: Path, more: Mapping[str, str], port: int, asked: str) -> None:
        self.command = command
        self.folder = folder
        self.more = more
        self.port = port
        self.asked = asked
        self.process: subprocess.Popen[bytes] | None = None
        self.log = folder / f"log-{port}"

    @property
    def host(self) -> str:
        """Its address, with the port."""
        return f"127.0.0.1:{self.port}"

    def environment(self) -> Mapping[str, str]:
        """What it finds in its environment: nothing of anyone else's that would change it."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
        return {**kept, **self.more}

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=self.folder, env=self.environment(), stdout=log, stderr=log
            )
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            with suppress(urllib.error.URLError, OSError), urllib.request.urlopen(f"http://{self.host}{self.asked}"):
                return
            time.sleep(0.05)
        self.stop()
        raise SystemExit(f"{' '.join(self.command)} did not start:\n{self.log.read_text()[-2000:]}")

    def kill(self) -> None:
        """End it as a power cut would; nothing in it gets a last word."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it politely, and with it what it started."""
        self._end(signal.SIGINT)

    def family(self) -> list[psutil.Process]:
        """Its process, and those it started."""
        if self.process is None:
            return []
        with suppress(psutil.NoSuchProcess):
            first = psutil.Process(self.process.pid)
            return [first, *first.children(recursive=True)]
        return []

    def _end(self, sign: signal.Signals) -> None:
        if self.process is None:
            return
        others = self.family()[1:]
        self.process.send_signal(sign)
        try:
            self.process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for other in others:
            with suppress(psutil.NoSuchProcess):
                other.kill()
        self.process = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Who took how much, in percent of one core.

    Attributes:
        servers: Each server's process, with those it started.
        database: All of PostgreSQL.
        client: The bench itself, with all the people in it.
        other: Everything else on the machine. Much of it spoils a measurement.
        megabytes: Memory of each server at the end.
    """

    servers: tuple[float, ...]
    database: float
    client: float
    other: float
    megabytes: tuple[float, ...]


class Meter:
    """Reads the processors' clocks from when it is made until ``read``."""

    def __init__(self, servers: Sequence[Server]) -> None:
        self._servers = servers
        self._since = time.perf_counter()
        self._before = self._clocks()
        self._busy_before = _busy()

    def read(self) -> Load:
        """Who took how much since."""
        percent = 100 / (time.perf_counter() - self._since)
        busy = percent * (_busy() - self._busy_before)
        *servers, database, client = (
            percent * sum(spent - then.get(process, 0.0) for process, spent in now.items())
            for now, then in zip(self._clocks(), self._before, strict=True)
        )
        memory = tuple(
            sum(process.memory_info().rss for process in server.family()) / 2**20 for server in self._servers
        )
        other = max(0.0, busy - sum(servers) - database - client)
        return Load(servers=tuple(servers), database=database, client=client, other=other, megabytes=memory)

    def _clocks(self) -> list[dict[psutil.Process, float]]:
        """Seconds so far of each process: of each server, of PostgreSQL, of ourselves."""
        postgres = [process for process in psutil.process_iter(["name"]) if process.info["name"] == "postgres"]
        return [
            _seconds(some) for some in (*(server.family() for server in self._servers), postgres, [psutil.Process()])
        ]


def _seconds(processes: Sequence[psutil.Process]) -> dict[psutil.Process, float]:
    spent = {}
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            spent[process] = times.user + times.system
    return spent


def _busy() -> float:
    """Seconds that the processors have worked, for anyone."""
    machine = psutil.cpu_times()
    return float(machine.user + machine.nice + machine.system + machine.irq + machine.softirq)


class Databases:
    """Databases of our own on a PostgreSQL server, dropped when they have served."""

    def __init__(self, address: str) -> None:
        self._url = make_url(address)
        if self._url.host != "127.0.0.1":
            raise SystemExit("The bench writes to 127.0.0.1 only.")

    def make(self, name: str) -> URL:
        """Make an empty database; one of this name that is there goes."""
        self.drop(name)
        self._say(f'CREATE DATABASE "{name}"')
        return self._url.set(database=name)

    def drop(self, name: str) -> None:
        """Drop a database, whoever is connected to it."""
        self._say(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _say(self, sentence: str) -> None:
        engine = create_engine(self._url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(sentence))
        engine.dispose()
