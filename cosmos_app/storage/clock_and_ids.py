"""Ids and the current time: with ``codes``, the only sources of randomness and clock in the storage."""

import time
from datetime import date, timedelta
from uuid import uuid4


def new_id() -> str:
    """A random id; it tells nothing of the order, the time or the machine it was made in."""
    return uuid4().hex


def today_here() -> date:
    """Today's date, which is the finest time that is kept of people."""
    return date.today()  # noqa: DTZ011


def days_after(day: date, days: int) -> date:
    """The date so many days after a day."""
    return day + timedelta(days=days)


def now_here() -> int:
    """The current time in whole seconds since 1970, for the timer that everyone in a room sees."""
    return int(time.time())
