"""CoSMoS as a process of its own, as ``cosmos run`` starts it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

from cosmos_app.storage import open_store

START_SECONDS = 40
ROOT = Path(__file__).parents[2]


def free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """One server on one data folder; it can be killed and started again at the same address."""

    def __init__(self, data, log, **environment):
        self.data = Path(data)
        self.log = Path(log)
        self.environment = environment
        self.port = free_port()
        self.process = None

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def file(self):
        return self.data / "cosmos.sqlite3"

    def start(self):
        command = [sys.executable, "-m", "cosmos_app.cli", "run", "--no-browser", "--links", "-"]
        command += ["--port", str(self.port), "--data", str(self.data)]
        quiet = {name: value for name, value in os.environ.items() if not name.startswith("COSMOS_")}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=quiet | self.environment, stdout=log, stderr=log)
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            assert self.process.poll() is None, f"the server ended at once:\n{self.log.read_text()}"
            try:
                with urllib.request.urlopen(f"{self.address}/health", timeout=2):
                    return self
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(f"no answer from the server after {START_SECONDS} s:\n{self.log.read_text()}")

    @property
    def desk(self):
        """The facilitator's link, as the newest start printed it."""
        return self._link("facilitate")

    @property
    def exchange(self):
        """The link of those who compare sites, likewise."""
        return self._link("exchange")

    def _link(self, door):
        until = time.monotonic() + START_SECONDS
        while not (found := re.findall(rf"/{door}/\S+", self.log.read_text())):
            assert time.monotonic() < until, f"no link to {door} was printed"
            time.sleep(0.1)
        return found[-1].lstrip("/")

    def kill(self):
        """End it as a power cut would; nothing in it gets a last word."""
        self._end(signal.SIGKILL)

    def stop(self):
        if self.process is not None:
            self._end(signal.SIGINT)

    def _end(self, sign):
        self.process.send_signal(sign)
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def store(self):
        """The store this server writes, opened beside it; to be closed."""
        return open_store(self.environment.get("COSMOS_DATABASE_URL", f"sqlite:///{self.file}"))


def served(folder):
    """A server with its data in a folder, for as long as a fixture lasts."""
    running = Server(folder / "data", folder / "log").start()
    yield running
    running.stop()
