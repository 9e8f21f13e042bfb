"""Settings: where data and questionnaires are, names of cookies, how long things are kept, how much is read."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal
from urllib.parse import quote

QUESTIONNAIRES = Path(__file__).parent.parent / "questionnaires"
"""The packaged questionnaires; beside this package both in the wheel and in the checkout."""

DATABASE_FILE = "cosmos.sqlite3"


@dataclass(frozen=True, slots=True)
class Period:
    """How long something is kept.

    Attributes:
        variable: The environment variable that says otherwise.
        days: Days it is kept if that says nothing.
    """

    variable: str
    days: int


Kept = Literal["room", "visit", "access", "audit"]

PERIODS: Mapping[Kept, Period] = {
    "room": Period("COSMOS_KEEP_ROOMS", 548),
    "visit": Period("COSMOS_KEEP_VISITS", 180),
    "access": Period("COSMOS_KEEP_ACCESS", 90),
    "audit": Period("COSMOS_KEEP_AUDIT", 1096),
}
"""How long is kept: a workshop, from the day it opens (a year and a half: next year's can be compared with it); a visit
of one person, from its start; the right of a browser that came by a secret link; a line of the audit log."""


class InvalidPeriodError(ValueError):
    """A period that is no number of days.

    Attributes:
        variable: The environment variable that says so.
        value: What it says.
    """

    def __init__(self, variable: str, value: str) -> None:
        super().__init__(f"{variable}={value!r}")
        self.variable = variable
        self.value = value


def days_kept(what: Kept) -> int:
    """How many days something is kept.

    Raises:
        InvalidPeriodError: If the environment says no whole number of days from 1 up.
    """
    period = PERIODS[what]
    said = os.environ.get(period.variable, "").strip()
    if not said:
        return period.days
    if not said.isdecimal() or not 1 <= int(said) <= LONGEST_PERIOD:
        raise InvalidPeriodError(period.variable, said)
    return int(said)


def check_periods() -> None:
    """Look at every period before anything relies on one.

    Raises:
        InvalidPeriodError: If the environment says something else than a number of days.
    """
    for what in PERIODS:
        days_kept(what)


LONGEST_PERIOD = 36525
"""A century of days; more is a slip, or meant to keep people's answers for ever."""


def data_dir() -> Path:
    """The data folder: ``COSMOS_DATA``, else the system's folder for user data."""
    if chosen := os.environ.get("COSMOS_DATA"):
        return Path(chosen).expanduser()
    # Imported here, because most commands and every run with a chosen folder do without it.
    from platformdirs import user_data_dir  # noqa: PLC0415

    return Path(user_data_dir("cosmos", appauthor=False))


def seat_cookie() -> str:
    """Name of the cookie that leads a browser back to its seat.

    Browsers share cookies between ports; so a demo, or another data folder, has cookies of other names.
    """
    return f"cosmos_seat_{_store_suffix()}"


def desk_cookie() -> str:
    """Name of the cookie by which a facilitator's browser is known; one for each store, as ``seat_cookie``."""
    return f"cosmos_desk_{_store_suffix()}"


def remote_cookie() -> str:
    """Name of the cookie by which a phone that turns a room's pages is known; as ``desk_cookie``."""
    return f"cosmos_remote_{_store_suffix()}"


def lead_cookie() -> str:
    """Name of the cookie by which the browser of somebody who compares sites is known; as ``desk_cookie``."""
    return f"cosmos_lead_{_store_suffix()}"


def _store_suffix() -> str:
    return sha256(database_url().encode()).hexdigest()[:8]


def public_address() -> str:
    """Where people reach this server: ``COSMOS_ADDRESS``, which ``cosmos run --lan`` sets; "" if unknown."""
    return os.environ.get("COSMOS_ADDRESS", "").rstrip("/")


def shared_code_key() -> str:
    """The key under which resume codes are hashed, if several servers share it: ``COSMOS_CODE_KEY``; else ""."""
    return os.environ.get("COSMOS_CODE_KEY", "").strip()


def responsible() -> str:
    """Who is responsible for visits of one person here, and whom to ask: ``COSMOS_RESPONSIBLE``; "" if not said."""
    return os.environ.get("COSMOS_RESPONSIBLE", "").strip()


def database_url(data: Path | None = None) -> str:
    """The address of the database.

    Args:
        data: The folder to keep it in; None means ``data_dir()``.

    Returns:
        ``COSMOS_DATABASE_URL`` if set, else a SQLite file in the folder.
    """
    if address := os.environ.get("COSMOS_DATABASE_URL"):
        return address
    file = (data if data is not None else data_dir()).absolute() / DATABASE_FILE
    # A folder may be called "Ready?" or "50% done"; in an address, both are escaped.
    return f"sqlite:///{quote(file.as_posix(), safe='/:')}"


LIMITS: Mapping[str, int] = {
    "COSMOS_MOST_ROWS": 2_000_000,  # of an answer file; twice the largest we measured
    "COSMOS_MOST_COLUMNS": 10_000,  # of an answer file
    "COSMOS_MOST_CELLS": 100_000_000,  # of an answer file: rows times columns, each eight bytes of memory
    "COSMOS_MOST_BYTES": 1_000_000_000,  # of an answer file, and of a backup, each unpacked
    "COSMOS_MOST_LETTERS": 32_000_000,  # of one line of a backup; the longest we write holds a bundle of 5 MB
}
"""How much is read of files that others may have made: a small file can be made to unpack into any size.

Who has a larger file and trusts it sets the environment variable of that name. What is checked, imported or started
from (definitions, bundles) is JSON of at most 5 MB, which nobody can raise: ``models.json_source.LARGEST_FILE``.
"""


def limit(name: str) -> int:
    """One of ``LIMITS``: what the environment says, if that is a whole number above zero."""
    said = os.environ.get(name, "").replace("_", "").strip()
    return int(said) if said.isdecimal() and said.isascii() and len(said) < 19 and int(said) else LIMITS[name]
