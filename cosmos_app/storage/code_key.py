"""The key under which resume codes are hashed: outside the database, so that the database alone gives no code away.

A code has 39 bits, so whoever has plain hashes of codes finds them by trying. With a key of 256 bits in the hash they
can't, unless they have the key too. It lies in a file of the data folder that only this account may read, and in no
backup; several servers of one database share it by ``COSMOS_CODE_KEY``.
"""

import errno
import hmac
import os
import secrets
from functools import lru_cache
from pathlib import Path

from cosmos_app.settings import shared_code_key
from cosmos_app.storage.errors import Fault, StoreError

KEY_FILE = "cosmos.codekey"

SHORTEST_KEY = 32
"""Letters of a key that is given by the environment; one that can be guessed protects nothing."""


def keyed_hash(folder: Path, purpose: str, text: str) -> str:
    """The hash of a text under the key: 64 hexadecimal digits.

    Args:
        folder: Where the key lies.
        purpose: What it is for; a text has another hash for another purpose.
        text: The text.

    Raises:
        StoreError: If the key can't be read or made.
    """
    check_shared_key()
    shared = shared_code_key()
    key = shared.encode() if shared else _key_in(folder)
    return hmac.new(key, f"{purpose}:{text}".encode(), "sha256").hexdigest()


def check_shared_key() -> None:
    """Return if the key that the environment gives, if any, is long enough.

    Raises:
        StoreError: If it is not.
    """
    if 0 < len(shared_code_key()) < SHORTEST_KEY:
        raise StoreError("short-key", least=SHORTEST_KEY)


@lru_cache(maxsize=16)
def _key_in(folder: Path) -> bytes:
    """The key in a folder; one is made if there is none."""
    file = folder / KEY_FILE
    try:
        if not file.exists():
            _make(file)
        key = file.read_bytes().strip()
    except OSError as error:
        fault: Fault = "full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else "unwritable"
        raise StoreError(fault, str(file)) from error
    if len(key) < SHORTEST_KEY:
        raise StoreError("damaged", str(file))
    return key


def _make(file: Path) -> None:
    """Write a new key, whole or not at all; if another process was faster, its key stays."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{secrets.token_hex(8)}.part")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as stream:
            stream.write(secrets.token_hex(32))
            stream.flush()
            os.fsync(stream.fileno())
        if os.name == "posix":
            try:
                os.link(part, file)
            except FileExistsError:
                return
        elif not file.exists():
            part.replace(file)
    finally:
        part.unlink(missing_ok=True)
