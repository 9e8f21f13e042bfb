"""Settings: where the data folder, its database and the packaged questionnaires are, and the names of cookies."""

import os
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

QUESTIONNAIRES = Path(__file__).parent.parent / "questionnaires"
"""The packaged questionnaires; beside this package both in the wheel and in the checkout."""

DATABASE_FILE = "cosmos.sqlite3"


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


def lead_cookie() -> str:
    """Name of the cookie by which the browser of somebody who compares sites is known; as ``desk_cookie``."""
    return f"cosmos_lead_{_store_suffix()}"


def _store_suffix() -> str:
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
    # A folder may be called "Ready?" or "50% done"; in an address, both are escaped.
    return f"sqlite:///{quote(file.as_posix(), safe='/:')}"
