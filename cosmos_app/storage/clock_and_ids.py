"""Ids, codes and the current time: the only sources of randomness and clock in the storage."""

import secrets
import time
from datetime import date
from uuid import uuid4

CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""Letters and digits that are not mistaken for each other when read aloud or copied from a projector."""

JOIN_LETTERS = 6
"""Length of a code that leads into a room: short, because everybody types it."""


def new_id() -> str:
    """A random id; it tells nothing of the order, the time or the machine it was made in."""
    return uuid4().hex


def new_code(length: int) -> str:
    """A random code for people to type, of *length* letters."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(length))


def clean_code(typed: str) -> str:
    """A code as it is stored, from what somebody typed.

    >>> clean_code(" k7m-pqr ")
    'K7MPQR'
    """
    return "".join(letter for letter in typed.upper() if letter in CODE_LETTERS)


def today_here() -> date:
    """Today's date, which is the finest time that is kept of people."""
    return date.today()  # noqa: DTZ011


def now_here() -> int:
    """The current time in whole seconds since 1970, for the timer that everyone in a room sees."""
    return int(time.time())
