"""Where things are: the data folder, the database in it, and the questionnaires we ship."""

import os
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

QUESTIONNAIRES = Path(__file__).parent.parent / "questionnaires"
"""The packaged questionnaires; they lie beside this package in the wheel and in the checkout alike."""

DATABASE_FILE = "cosmos.sqlite3"


def data_dir() -> Path:
    """The folder that holds what people entered: ``COSMOS_DATA``, else the system's place for user data."""
    if chosen := os.environ.get("COSMOS_DATA"):
        return Path(chosen).expanduser()
    # Most commands, and every run with a chosen folder, never need it.
    from platformdirs import user_data_dir  # noqa: PLC0415

    return Path(user_data_dir("cosmos", appauthor=False))


def seat_cookie() -> str:
    """Name of the cookie that leads a browser back to its seat.

    Browsers don't tell ports apart: a demo, or another data folder, must not overwrite the way back to real answers.
    """
    return f"cosmos_seat_{_store_mark()}"


def desk_cookie() -> str:
    """Name of the cookie by which a browser is known as the facilitator's; of one store, as ``seat_cookie``."""
    return f"cosmos_desk_{_store_mark()}"


def lead_cookie() -> str:
    """Name of the cookie by which a browser is known as that of someone who compares sites; as ``desk_cookie``."""
    return f"cosmos_lead_{_store_mark()}"


def _store_mark() -> str:
    return sha256(database_url().encode()).hexdigest()[:8]


def public_address() -> str:
    """Where people reach this server: ``COSMOS_ADDRESS``, which ``cosmos run --lan`` sets; "" if unknown."""
    return os.environ.get("COSMOS_ADDRESS", "").rstrip("/")


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
    # A folder may be called "Ready?" or "50% done"; an address may not.
    return f"sqlite:///{quote(file.as_posix(), safe='/:')}"
