"""Where chance and the clock come in; everything else is told ids, codes, days and moments."""

import secrets
import time
from datetime import date
from uuid import uuid4

CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""No letter or digit that is mistaken for another when read aloud or copied from a projector."""

JOIN_LETTERS = 6
"""How long a code is that leads into a room: short, because everybody types it."""


def new_id() -> str:
    """An id that tells nothing: not the order, not the time, not the machine."""
    return uuid4().hex


def new_code(length: int) -> str:
    """A code for people to type, of *length* letters that nobody can foresee."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(length))


def clean_code(typed: str) -> str:
    """A code as it is kept, from what somebody typed.

    >>> clean_code(" k7m-pqr ")
    'K7MPQR'
    """
    return "".join(letter for letter in typed.upper() if letter in CODE_LETTERS)


def today_here() -> date:
    """The day on the wall of the room, which is the only time that is kept of people."""
    return date.today()  # noqa: DTZ011


def now_here() -> int:
    """The present moment, in whole seconds since 1970, for a timer that a room watches together."""
    return int(time.time())
