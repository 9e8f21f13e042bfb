"""Where the two secret links go: to a terminal, which one person sees, or to a file that only this account may read.

What a program prints elsewhere is kept: by the journal of a service manager, by a container, by whoever pipes it on.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from cosmos_app.settings import data_dir
from cosmos_app.texts import commands as texts

LINKS_FILE = "links.txt"
"""In the data folder."""

PRINT = "-"
"""For ``--links``: print them, whoever listens."""


def place_of_links(said: str | None) -> Path | None:
    """The file that the links are written to; None if they are printed.

    Args:
        said: What ``--links`` says; None if nothing.
    """
    if said is not None:
        return None if said == PRINT else Path(said)
    return None if sys.stdout.isatty() else data_dir() / LINKS_FILE


def give(links: Mapping[str, str], file: Path | None) -> None:
    """Print the links, or write them to a file and say where it is.

    Args:
        links: The links "facilitate" and "exchange".
        file: The file; None for printing.
    """
    lines = (
        texts.READY_DESK(address=links["facilitate"]),
        texts.READY_DESK_CARE(),
        texts.READY_LEAD(address=links["exchange"]),
        texts.READY_LEAD_CARE(),
    )
    if file is None:
        print("\n".join(lines), flush=True)
        return
    try:
        _write(file, "\n".join([*lines, ""]))
    except OSError as error:
        print(texts.LINKS_UNWRITTEN(file=file, system=error.strerror or error), file=sys.stderr, flush=True)
        return
    print(texts.READY_LINKS(file=file), flush=True)


def withdraw(file: Path | None) -> None:
    """Remove the file: its links lead nowhere any more."""
    if file is not None:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _write(file: Path, text: str) -> None:
    """Write a file anew, so that nobody who had opened an older one, or laid a link there, sees it."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as stream:
            stream.write(text)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
