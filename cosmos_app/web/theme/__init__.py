"""The theme: style sheet, script and icon, what the document holds before the first run, and the width of a page.

Beside this module: the style sheets of ``STYLES`` and ``theme.js``, which name Streamlit's parts as
``streamlit_internals`` does and are filled in by ``file``, and ``icon.svg``. Colours and sizes are in
``cosmos_app.design.tokens``.

Public: ``FILES``, ``ICON``, ``file``, ``head``, ``body_end`` (for the server), ``frame``, ``palette`` (for pages).
"""

import json
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

import streamlit as st

from cosmos_app.design.streamlit_internals import CONNECTED, CSS, OBJECTS, report_missing
from cosmos_app.design.tokens import DARK, LIGHT, Palette, variables, wall_style
from cosmos_app.texts import page
from cosmos_app.texts.silences import SILENCE_TEXTS

_FOLDER = Path(__file__).parent

STYLES = ("page", "questions", "controls", "results", "room", "wall", "server_away", "phone", "less_motion", "paper")
"""The style sheets, each for one thing, in the order in which browsers read them as one."""

FILES = {"theme.css": "text/css", "theme.js": "text/javascript"}
"""What browsers load beside Streamlit's own files, with its media type; ``server`` serves it."""

ICON = _FOLDER / "icon.svg"
"""What a browser shows in the tab."""


@cache
def file(name: str) -> str:
    """One of FILES, with Streamlit's selectors and our words filled in.

    Raises:
        KeyError: If the style sheet names a part that ``streamlit_internals.ELEMENTS`` does not list.
    """
    if name == "theme.css":
        text = "".join((_FOLDER / f"{style}.css").read_text(encoding="utf-8") for style in STYLES)
        return Template(text).substitute(CSS, silences=str(len(SILENCE_TEXTS)))
    text = (_FOLDER / name).read_text(encoding="utf-8")
    values = {key: CSS[key] for key in ("app", "main", "key", "connection")} | {
        "connected": CONNECTED,
        "connectionLost": page.CONNECTION_LOST(),
        "timeLeft": page.TIME_LEFT(time="{time}"),
        "timeOver": page.TIME_OVER(time="{time}"),
    }
    return f"const cosmos = {json.dumps(values, ensure_ascii=False)};\n{text}"


def head() -> str:
    """What the head of the document holds, so that the first thing to be seen is ours: colours, and a quiet sign."""
    waiting = json.dumps(page.ONE_MOMENT(), ensure_ascii=False)
    return (
        f'<meta name="color-scheme" content="light dark"><style>{variables()}'
        "html, body { background: var(--paper); }"
        # Streamlit's grey bars would promise a page that looks otherwise.
        f"{CSS['app_skeleton']} > *, {CSS['skeleton']} {{ display: none !important; }}"
        f"{CSS['root']}:empty::before, {CSS['app_skeleton']}::before {{ content: {waiting}; position: fixed; "
        "inset: 0; display: grid; place-items: center; font: 1.1rem var(--serif); color: var(--ink-soft); "
        "opacity: 0; animation: cosmos-moment 0.4s 0.5s forwards; }"
        "@keyframes cosmos-moment { to { opacity: 1; } }"
        f"</style><noscript><p>{escape(page.NEEDS_JAVASCRIPT())}</p></noscript>"
    )


def body_end() -> str:
    """What the body of the document ends with: our style sheet, after Streamlit's own, and our script."""
    return f'<link rel="stylesheet" href="{_address("theme.css")}"><script src="{_address("theme.js")}"></script>'


def _address(name: str) -> str:
    """Where browsers find one of FILES; it changes with the file, so that they may keep it."""
    return f"/{name}?{sha256(file(name).encode()).hexdigest()[:12]}"


def palette() -> Palette:
    """The colours of the page, for pictures that can't take them from a style sheet."""
    try:
        dark = st.context.theme.type == "dark"
    except AttributeError:
        report_missing("theme", OBJECTS["theme"].without)
        dark = False
    return DARK if dark else LIGHT


def frame(*, wide: bool, wall: bool = False) -> None:
    """Set how wide a page is.

    Args:
        wide: Whether the page needs room for pictures, else a column for reading. The banner stays where it is.
        wall: Whether it is read from the back of a room.
    """
    if wall:
        st.html(f"<style>{wall_style()}</style>")
    if not wide:
        st.html(f"<style>{_READING} {{ max-width: var(--measure-reading); }}</style>")


_READING = (
    f"{CSS['page']} > {CSS['stack']} > :not(:has(> .{CSS['key']}-banner))"
    ":not(:has(.cosmos-foot)):not(:has(.cosmos-example))"
)
"""All of a page but its frame."""
