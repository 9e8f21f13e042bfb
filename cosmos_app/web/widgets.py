"""Widgets whose values are kept in the store, without losing a click.

Streamlit loses clicks in three ways (each seen in Chromium with 1.67); ``kept`` prevents all three:

* A new session, after a restart of the server or a long sleep of the phone, gets the first click as a widget's value,
  without a call of ``on_change``. So the values of widgets are compared with the store on every run. And the default
  of a widget is the stored value; writing it into the session state before the widget is drawn would overwrite the
  click. (The default may change: a widget with a ``key`` stays the same widget.)
* A page that slept while answers were given elsewhere holds old values, which look like clicks to that comparison.
  So a page carries a stamp of the state it was drawn from, which comes back with every click: only a page that was
  drawn from the stored state can change it.
* An open page does not hear what another window changed. So a session that finds a state it did not make writes it
  into its widgets.

``streamlit_internals.BEHAVIOUR`` names the tests that notice when Streamlit changes in this.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from cosmos_app.texts.markdown import plain
from cosmos_app.texts.page import STAMP
from cosmos_app.web import elements, session
from cosmos_app.web.response_form import Parts


class Draft:
    """The widgets of one thing that is stored: an answer, a target, a mark.

    Attributes:
        name: Distinguishes it from every other; ids in it are joined by "/", which no id holds.
        start: Its stored values, by part; each part has a widget, on the page or not.
        save: Stores changed parts; gives the state that is stored then, None if nothing changed.
        displaced: What else a change of parts changes.
    """

    def __init__(
        self,
        name: str,
        start: Parts,
        save: Callable[[Parts], str | None],
        displaced: Callable[[Parts], Parts] = lambda _changed: {},
    ) -> None:
        self.name = name
        self.start = start
        self.save = save
        self.displaced = displaced
        self._drawn: set[str] = set()

    def on(self, part: str) -> dict[str, Any]:
        """Arguments for the widget of a part: its key, and what to do after a change."""
        self._drawn.add(part)
        return {"key": self._key(part), "on_change": partial(self._clicked, part)}

    def held(self) -> dict[str, Any]:
        """The values of the widgets; for one that is not on the page, the stored value."""
        parts = self.start.items()
        return {
            part: st.session_state.get(self._key(part), start) if part in self._drawn else start
            for part, start in parts
        }

    def show(self, parts: Parts) -> None:
        """Write values into the widgets that are on the page; the others start from their defaults."""
        for part, value in parts.items():
            if self._key(part) in st.session_state:
                st.session_state[self._key(part)] = value

    def _key(self, part: str) -> str:
        return f"{part}:{self.name}"

    def _clicked(self, part: str) -> None:
        changed = {part: st.session_state.get(self._key(part))}
        state = self.save(changed)
        if state is not None:
            self.show(self.displaced(changed))
            st.session_state[_seen(self.name)] = state


def kept(draft: Draft, state: str, draw: Callable[[], None]) -> None:
    """Draw the widgets of a draft, and store their values.

    Args:
        draft: The draft.
        state: A fingerprint of what is stored now; never empty.
        draw: Draws its widgets, each with ``draft.on`` and ``draft.start``.
    """
    seen = st.session_state.get(_seen(draft.name))
    if seen not in (None, state):
        draft.show(draft.start)
    drawn_from = _stamp(draft.name, state, new_session=seen is None)
    draw()
    st.session_state[_seen(draft.name)] = state
    changed = {part: value for part, value in draft.held().items() if value != draft.start[part]}
    if changed and not session.has_error() and (drawn_from != state or draft.save(changed) is not None):
        st.session_state[_seen(draft.name)] = "moved-on"
        session.ask_for_rerun()


def _seen(name: str) -> str:
    return f"seen:{name}"


def _stamp(name: str, state: str, *, new_session: bool) -> str:
    """Put a stamp on the page, which the style sheet hides; gives the one that came back with the click."""
    key = f"stamp:{name}"
    if not new_session:
        st.session_state[key] = state
    return str(st.text_input(STAMP(), value=state, key=key))


def pick(
    label: str,
    options: Mapping[str, str],
    held: str | None,
    name: str,
    keep: Callable[[str | None], object],
    right: session.Right = session.AT_DESK,
) -> None:
    """Let people pick one of a few options, or none, and store it.

    Args:
        label: What it is about.
        options: Their labels, by the value to store.
        held: The stored value; None for none.
        name: Distinguishes it from every other.
        keep: Stores what was picked.
        right: The right it needs.
    """

    def save(changed: Parts) -> str | None:
        return f"={changed['pick']}" if session.keep(partial(keep, changed["pick"]), right) else None

    draft = Draft(name, {"pick": held}, save)
    kept(
        draft,
        f"={held}",
        lambda: st.segmented_control(
            label, list(options), default=held, format_func=options.__getitem__, wrap=True, **draft.on("pick")
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What became of a typed line.

    Attributes:
        words: What was understood, or what is wrong.
        left: What stays in the field, to be mended; "" if it was understood.
    """

    words: str
    left: str = ""


def line(label: str, button: str, name: str, take: Callable[[str], Heard]) -> None:
    """A field whose line is submitted at Enter; it is empty then, keeps the focus, and says what was understood.

    After a restart of the server a click arrives without a callback; then the line is taken from the field's value.

    Args:
        label: What to type.
        button: Label of the button that submits the line as well.
        name: Distinguishes it from every other.
        take: Stores a line.
    """
    field, outcome, mended = f"line:{name}", f"heard:{name}", f"mend:{name}"

    def submit() -> None:
        typed = str(st.session_state.get(field) or "").strip()
        if typed:
            heard = st.session_state[outcome] = take(typed)
            if heard.left:  # else the browser has emptied the field, and may hold the beginning of the next line
                st.session_state[field] = heard.left
        st.session_state[mended] = None

    if left := st.session_state.get(mended):
        st.session_state[field] = left
    with st.form(f"form:{name}", clear_on_submit=True, border=False):
        typed = st.text_input(label, key=field, autocomplete="off")
        pressed = st.form_submit_button(button, on_click=submit)
    if pressed and typed and mended not in st.session_state:
        heard = st.session_state[outcome] = take(typed.strip())
        st.session_state[mended] = heard.left
        session.ask_for_rerun()
        return
    st.session_state.pop(mended, None)
    last: Heard | None = st.session_state.get(outcome)
    if last is not None and last.left:
        st.error(plain(last.words), icon=":material/error:")
    elif last is not None:
        del st.session_state[outcome]
    elements.announce("" if last is None or last.left else last.words)
