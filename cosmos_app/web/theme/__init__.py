"""The theme: one style sheet and script, the first thing a browser paints, and the frame of a page."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit as st

from cosmos_app.design.tokens import DARK, LIGHT, Palette, variables, wall_style

FILES = {"theme.css": "text/css", "theme.js": "text/javascript"}
"""What browsers load beside Streamlit's own, with its media type; ``server`` hands it out."""


def first_sight() -> str:
    """What the head of the document carries, so that the first thing to be seen is ours: colours, and a quiet sign."""
    return (
        f'<meta name="color-scheme" content="light dark"><style>{variables()}'
        "html, body { background: var(--paper); }"
        # Streamlit's grey bars would promise a page that looks otherwise.
        '[data-testid="stAppSkeleton"] > *, [data-testid="stSkeleton"] { display: none !important; }'
        '#root:empty::before, [data-testid="stAppSkeleton"]::before { content: "One moment …"; position: fixed; '
        "inset: 0; display: grid; place-items: center; font: 1.1rem var(--serif); color: var(--ink-soft); "
        "opacity: 0; animation: cosmos-moment 0.4s 0.5s forwards; }"
        "@keyframes cosmos-moment { to { opacity: 1; } }"
        "</style><noscript><p>CoSMoS needs JavaScript. Please switch it on for this page.</p></noscript>"
    )


def last_word() -> str:
    """What the body of the document ends with: our style sheet, after Streamlit's own, and our script."""
    return f'<link rel="stylesheet" href="{_address("theme.css")}"><script src="{_address("theme.js")}"></script>'


def _address(name: str) -> str:
    """Where browsers find a file of the look; it changes with the file, so that they may keep it."""
    return f"/{name}?{sha256(file(name).encode()).hexdigest()[:12]}"


@cache
def file(name: str) -> str:
    """A file of the look: one of FILES."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def palette() -> Palette:
    """The colours of the page, for pictures that can't take them from a style sheet."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def frame(*, wide: bool, wall: bool = False) -> None:
    """Lay the style sheet over the page.

    Args:
        wide: Whether the page needs room for pictures, else a column for reading. The banner stays where it is.
        wall: Whether it is read from the back of a room.
    """
    if wall:
        st.html(f"<style>{wall_style()}</style>")
    if not wide:
        st.html(f"<style>{_READING} {{ max-width: var(--measure-reading); }}</style>")


_READING = (
    '[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] > :not(:has(> .st-key-banner))'
    ":not(:has(.cosmos-foot)):not(:has(.cosmos-example))"
)
"""All of a page but its frame."""
