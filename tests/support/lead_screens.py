"""The screens of whoever compares sites, drawn without a server."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from cosmos_app.web import routes
from cosmos_app.web.routes import SCREENS

APP = Path(routes.__file__).parent


def drawn(screen, **said):
    """All that a screen of a lead sends to the browser."""
    at = AppTest.from_file(APP / SCREENS[screen].file, default_timeout=60)
    for key, value in said.items():
        at.session_state[key] = value
    at.run()
    assert not at.exception, at.exception
    return "\n".join(str(one.proto) for one in _elements(at._tree))


def _elements(node):
    for child in getattr(node, "children", {}).values():
        if getattr(child, "proto", None) is not None:
            yield child
        yield from _elements(child)
