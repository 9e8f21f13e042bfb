"""Where chance and the clock come in; everything else is told ids and days."""

from datetime import date
from uuid import uuid4


def new_id() -> str:
    """An id that tells nothing: not the order, not the time, not the machine."""
    return uuid4().hex


def today_here() -> date:
    """The day on the wall of the room, which is the only time that is kept."""
    return date.today()  # noqa: DTZ011
