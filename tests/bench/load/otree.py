"""oTree under the same clicks: a project of one page, sent again and again as browsers send forms.

What is measured of oTree is the sending of a page: its fields go together, and the next page comes back. Its pages'
own WebSocket is left out, so that its figures are a lower bound.
"""

import asyncio
import random
import re
import sqlite3
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import httpx
import psycopg
from load.machine import Server, free_port
from load.people import Person
from load.seating import Arrival
from load.web import Browser, lines

CHOICES = 5

_SETTINGS = """\
SESSION_CONFIGS = [dict(name="room", app_sequence=["room"], num_demo_participants=1)]
SESSION_CONFIG_DEFAULTS = dict(real_world_currency_per_point=1.0, participation_fee=0.0)
PARTICIPANT_FIELDS = []
SESSION_FIELDS = []
LANGUAGE_CODE = "en"
REAL_WORLD_CURRENCY_CODE = "EUR"
USE_POINTS = False
ADMIN_USERNAME = "admin"
ADMIN_PASSWORD = "bench"
SECRET_KEY = "bench"
"""

_APP = """\
from otree.api import *

class C(BaseConstants):
    NAME_IN_URL = "room"
    PLAYERS_PER_GROUP = None
    NUM_ROUNDS = {rounds}

class Subsession(BaseSubsession):
    pass

class Group(BaseGroup):
    pass

class Player(BasePlayer):
{fields}

class Questions(Page):
    form_model = "player"
    form_fields = {names}

page_sequence = [Questions]
"""

_FIELD = """\
    {name} = models.IntegerField(
        label="Question {name}: how is this usually done where you work?",
        choices=[[at, f"Situation {{at}}, which some of you will know from their own work"] for at in range({choices})],
        widget=widgets.RadioSelect,
    )
"""

_PAGE = """\
{{ block title }}Questions{{ endblock }}
{{ block content }}
{{ formfields }}
{{ next_button }}
{{ endblock }}
"""


class Sending:
    """Somebody who fills in a page of oTree's and sends it, page after page.

    Args:
        browser: Gives them a browser.
        way_in: The address they all were given.
        fields: Questions a page.
    """

    def __init__(self, browser: Callable[[], Browser], way_in: str, fields: int) -> None:
        self.said: dict[str, int] = {}
        self.doubtful: dict[str, int] = {}
        self.code = ""
        self._browser = browser()
        self._way_in = way_in
        self._fields = fields
        self._page = ""
        self._token: str | None = None

    async def join(self) -> None:
        """Open the first page."""
        self._look(await self._browser.get(self._way_in))

    async def act(self) -> str:
        """Fill in a page and send it; what comes back is the next one."""
        chosen = {name: random.randrange(CHOICES) for name in _names(self._fields)}
        form = {name: str(choice) for name, choice in chosen.items()}
        page = self._page
        self._look(await self._browser.post(page, form if self._token is None else {**form, "csrftoken": self._token}))
        if self._page == page:
            raise AssertionError("oTree did not take the page.")
        self.said |= {f"{_round(page)}/{name}": choice for name, choice in chosen.items()}
        return "click"

    async def idle(self, seconds: float) -> bool:
        """Think for a while; plain HTTP keeps no connection that could drop."""
        await asyncio.sleep(seconds)
        return True

    async def come_back(self) -> None:
        """Never asked for: its server is not killed."""

    async def leave(self) -> None:
        """Close the page."""

    def _look(self, answer: httpx.Response) -> None:
        self._page = answer.url.path
        self.code = self._page.split("/")[2]
        found = re.search(r'name="csrftoken" value="([^"]+)"', answer.text)
        self._token = found and found[1]


class OTree:
    """An oTree server in its production mode.

    Args:
        venv: Where oTree is installed.
        folder: An empty one.
        address: A PostgreSQL database; None for SQLite in the folder.
        fields: Questions a page.
    """

    def __init__(self, venv: Path, folder: Path, address: str | None, fields: int) -> None:
        self.name = f"oTree, {fields} a page"
        self._venv = venv
        self._folder = folder
        self._fields = fields
        self._address = None if address is None else address.replace("+psycopg", "", 1)
        self._lines = lines()
        self._codes: list[str] = []
        port = free_port()
        more = {"OTREE_PRODUCTION": "1", "PATH": f"{venv / 'bin'}:/usr/bin:/bin"}
        more |= {} if self._address is None else {"DATABASE_URL": self._address}
        command = [str(venv / "bin" / "otree"), "prodserver", f"127.0.0.1:{port}"]
        self.servers: Sequence[Server] = [Server(command, folder, more, port, "/api/otree_version")]

    def start(self) -> None:
        """Nothing yet: how many pages there are depends on how long people stay."""

    async def invite(self, number: int, seconds: float) -> Sequence[Person]:
        """Write the project, start the server, and open a session with pages enough."""
        self._write(rounds=int(seconds) + 2)
        server = self.servers[0]
        reset = [str(self._venv / "bin" / "otree"), "resetdb", "--noinput"]
        subprocess.run(reset, cwd=self._folder, env=server.environment(), check=True, capture_output=True)
        server.start()
        async with httpx.AsyncClient(base_url=f"http://{server.host}", timeout=120, trust_env=False) as client:
            asked = {"session_config_name": "room", "num_participants": number}
            opened = (await client.post("/api/sessions", json=asked)).raise_for_status().json()
        way_in = httpx.URL(opened["session_wide_url"]).path
        return [Sending(self._browser, way_in, self._fields) for _ in range(number)]

    def watchers(self) -> Sequence[Arrival]:
        """Nobody: its monitor speaks over a WebSocket of its own."""
        return []

    def lost(self, people: Sequence[Person]) -> int:
        """Count the acknowledged fields that its database doesn't hold."""
        kept = self._kept()
        return sum(
            kept.get((person.code, question)) != choice
            for person in people
            if isinstance(person, Sending)
            for question, choice in person.said.items()
        )

    def stop(self) -> None:
        """Stop its server."""
        self.servers[0].stop()

    def _browser(self) -> Browser:
        return Browser(self.servers[0].host, self._lines)

    def _write(self, rounds: int) -> None:
        app = self._folder / "room"
        app.mkdir()
        (self._folder / "_static").mkdir()
        (self._folder / "settings.py").write_text(_SETTINGS, encoding="utf-8")
        names = _names(self._fields)
        fields = "".join(_FIELD.format(name=name, choices=CHOICES) for name in names)
        text = _APP.format(rounds=rounds, fields=fields, names=names)
        (app / "__init__.py").write_text(text, encoding="utf-8")
        (app / "Questions.html").write_text(_PAGE, encoding="utf-8")

    def _kept(self) -> Mapping[tuple[str, str], int | None]:
        """What is in the database, by participant's code and question."""
        names = _names(self._fields)
        asked = (
            f"SELECT p.code, r.round_number, {', '.join(f'r.{name}' for name in names)} "
            "FROM room_player r JOIN otree_participant p ON p.id = r.participant_id"
        )
        if self._address is None:
            with sqlite3.connect(self._folder / "db.sqlite3") as line:
                rows = line.execute(asked).fetchall()
        else:
            with psycopg.connect(self._address) as line:
                rows = line.execute(asked).fetchall()
        return {(row[0], f"{row[1]}/{name}"): row[at] for row in rows for at, name in enumerate(names, start=2)}


def _names(fields: int) -> list[str]:
    return [f"q{number}" for number in range(fields)]


def _round(page: str) -> int:
    """The round that a page belongs to: the last part of its address counts the pages from 1."""
    return int(page.rpartition("/")[2])
