"""Closes what Streamlit leaves open: files that set its options, look-ups outside, what it tells browsers of us.

Each thing is a hook in ``design.streamlit_internals``; where one is gone, the log says what is open again.
"""

from collections.abc import Callable
from functools import cache, wraps
from hashlib import sha256
from pkgutil import resolve_name
from typing import Any

from cosmos_app.design.streamlit_internals import OBJECTS, report_missing

SCRIPT = "app.py"
"""What browsers are told of where our script is: they use it as a name only."""


@cache
def close_off() -> None:
    """Close it, once in a process; to be called before Streamlit reads its options."""
    _replace("config_files", lambda _: lambda _name: [])
    for name in ("outside_address", "inside_address"):
        _replace(name, lambda _: lambda: None)
    _replace("new_session", _tells_less)


def _replace(name: str, by: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    """Put something else in the place of a function of Streamlit's."""
    where, _, attribute = OBJECTS[name].text.rpartition(".")
    try:
        owner = resolve_name(where)
        setattr(owner, attribute, by(getattr(owner, attribute)))
    except (ImportError, AttributeError):
        report_missing(name, OBJECTS[name].without)


def _tells_less(message: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(message)
    def less(*positional: Any, **named: Any) -> Any:
        told = message(*positional, **named)
        session = told.new_session
        session.main_script_path = SCRIPT
        about = session.initialize
        about.user_info.Clear()
        version = about.environment_info.streamlit_version
        about.environment_info.Clear()
        # Not the version, but something that changes with it: a page that stayed open over an update then loads anew.
        about.environment_info.streamlit_version = sha256(version.encode()).hexdigest()[:8]
        return told

    return less
