"""How each kind of item is asked: one function a kind, in one table; and how what the widgets hold is kept.

Streamlit loses clicks in three ways (each seen in Chromium with 1.67); ``kept`` closes all three:

* A new session, after a restart of the server or a long sleep of the phone, gets the first click as a widget's value,
  without a call of ``on_change``. So what widgets hold is compared with what is kept on every run. And a widget has
  what is kept as its default, never seeded before it is drawn: that would overwrite the click. (The default may
  move: a widget with a ``key`` is not told apart by it.)
* A page that slept while answers were given elsewhere holds old values, which look like clicks to that comparison.
  So a page carries a stamp of what it was drawn from, which comes back with every click: only a page that has seen
  what is kept can change it.
* A live page is not told what another window changed. So a session that meets a state it did not make writes it
  into its widgets.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from cosmos_app import look, session
from cosmos_app.replies import SILENCES, Parts, apart, displaced, faults, revised, values
from cosmos_app.room_words.people import HELD_HERE
from cosmos_app.visits import Visit
from cosmos_app.words import FEELINGS, KNOWN_BY, NOTES, first_time, plain
from models.answers import LONGEST_NAME, LONGEST_NOTE, Skipped
from models.items import Item


class Draft:
    """What widgets hold of one thing that is kept: an answer, a target, a mark.

    Attributes:
        name: Tells it from every other.
        start: What is kept of it, by part; each part has a widget, on the page or not.
        save: Keeps changed parts; gives the state that is kept then, None if nothing changed.
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

    def on(self, part: str) -> dict[str, Any]:
        """What the widget of a part is called with: its key, and what follows a change."""
        return {"key": self._key(part), "on_change": partial(self._clicked, part)}

    def held(self) -> dict[str, Any]:
        """What the widgets hold; for one that is not on the page, what is kept."""
        return {part: st.session_state.get(self._key(part), start) for part, start in self.start.items()}

    def show(self, parts: Parts) -> None:
        """Write into the widgets, as far as they are on the page; the others start from their defaults."""
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
    """Draw the widgets of a draft, and keep what they hold.

    Args:
        draft: The draft.
        state: Tells what is kept now from everything else that could be; never empty.
        draw: Draws its widgets, each with ``draft.on`` and ``draft.start``.
    """
    seen = st.session_state.get(_seen(draft.name))
    if seen not in (None, state):
        draft.show(draft.start)
    drawn_from = _stamp(draft.name, state, new_session=seen is None)
    draw()
    st.session_state[_seen(draft.name)] = state
    changed = {part: value for part, value in draft.held().items() if value != draft.start[part]}
    if changed and not session.in_trouble() and (drawn_from != state or draft.save(changed) is not None):
        st.session_state[_seen(draft.name)] = "moved on"
        session.redraw()


def _seen(name: str) -> str:
    return f"seen:{name}"


def _stamp(name: str, state: str, *, new_session: bool) -> str:
    """Put a stamp on the page, out of everyone's sight; gives the one that came back with the click."""
    key = f"stamp:{name}"
    if not new_session:
        st.session_state[key] = state
    with st.container(key=f"stamp-{_slug(name)}"):
        return str(st.text_input("Stamp", value=state, key=key))


def _slug(name: str) -> str:
    return name.replace(".", "-").replace(":", "-")


def pick(
    label: str, options: Mapping[str, str], held: str | None, name: str, keep: Callable[[str | None], object]
) -> None:
    """Let people pick one of a few, or none, and keep it.

    Args:
        label: What it is about.
        options: What they read, by what is kept.
        held: What is kept; None for nothing.
        name: Tells it from every other.
        keep: Keeps what was picked.
    """

    def save(changed: Parts) -> str | None:
        return f"={changed['pick']}" if session.keep(partial(keep, changed["pick"])) else None

    draft = Draft(name, {"pick": held}, save)
    kept(
        draft,
        f"={held}",
        lambda: st.segmented_control(
            label, list(options), default=held, format_func=options.__getitem__, wrap=True, **draft.on("pick")
        ),
    )


def ask(item: Item, visit: Visit) -> None:
    """Ask one item of a visit, and keep whatever is answered."""
    response = visit.sheet.responses.get(item.id)
    stem = item.stem(visit.seat.family)

    def save(changed: Parts) -> str | None:
        done = session.revise(visit.seat, item.id, lambda now: revised(item, now, changed))
        return None if done is None else _state(done, item)

    def draw() -> None:
        ASK[item.kind](item, stem, draft)
        if response is not None and not isinstance(response.answer, Skipped):
            _details(draft)
        for fault in faults(item, draft.held()):
            st.error(plain(fault), icon=":material/error:")

    draft = Draft(item.id, apart(item, response), save, partial(displaced, item))
    with st.container(key=f"item-{_slug(item.id)}"):
        look.question(stem, item.why, item.help)
        if visit.before is not None:
            look.note(first_time(item, visit.before))
        if item.id in visit.held:
            look.note(HELD_HERE)
        kept(draft, _state(visit, item), draw)


def _state(visit: Visit, item: Item) -> str:
    """Tells what is kept of an answer from what else could be, also in another visit of the same browser."""
    return session.fingerprint(visit.seat.participant, repr(visit.sheet.responses.get(item.id)))


def _index(options: list[str], start: str | None) -> int | None:
    return options.index(start) if start in options else None


def _ask_choice(item: Item, stem: str, draft: Draft) -> None:
    choices = [f"value:{value}" for value in values(item)]
    said = FEELINGS if item.kind == "experience" else [choice.label for choice in item.choices]
    labels = {**dict(zip(choices, said, strict=True)), **{name: label for name, (label, _) in SILENCES.items()}}
    helps = {f"value:{choice.value}": choice.help for choice in item.choices if choice.help}
    st.radio(
        plain(stem),
        list(labels),
        index=_index(list(labels), draft.start["choice"]),
        format_func=lambda option: plain(labels[option]),
        captions=[plain(helps.get(option, "")) for option in labels] if helps else None,
        label_visibility="collapsed",
        width="stretch",
        **draft.on("choice"),
    )


def _ask_checklist(item: Item, stem: str, draft: Draft) -> None:
    for choice in item.choices:
        part = f"tick-{choice.value}"
        st.checkbox(plain(choice.label), draft.start[part], help=plain(choice.help) or None, **draft.on(part))
    _ask_silence(draft)


def _ask_number(item: Item, stem: str, draft: Draft) -> None:
    st.number_input(
        plain(f"{stem} ({item.unit})" if item.unit else stem),
        value=draft.start["open"],
        min_value=None if item.smallest is None else float(item.smallest),
        max_value=None if item.largest is None else float(item.largest),
        step=1.0,
        format="%g",
        placeholder="",
        **draft.on("open"),
    )
    _ask_silence(draft)


def _ask_text(item: Item, stem: str, draft: Draft) -> None:
    hint = "Please don't name anyone." if item.kind == "text" else "One on each line."
    longest = item.longest if item.kind == "text" else None
    st.text_area(
        plain(stem),
        draft.start["open"],
        max_chars=longest,
        label_visibility="collapsed",
        placeholder=hint,
        **draft.on("open"),
    )
    _ask_silence(draft)


def _ask_line(item: Item, stem: str, draft: Draft) -> None:
    hint = "For example 2026-03-31" if item.kind == "date" else "A role or a group; please don't name anyone."
    st.text_input(
        plain(stem),
        draft.start["open"],
        max_chars=min(item.longest, LONGEST_NAME),
        label_visibility="collapsed",
        placeholder=hint,
        **draft.on("open"),
    )
    _ask_silence(draft)


ASK: Mapping[str, Callable[[Item, str, Draft], None]] = {
    "rubric": _ask_choice,
    "rating": _ask_choice,
    "choice": _ask_choice,
    "experience": _ask_choice,
    "checklist": _ask_checklist,
    "number": _ask_number,
    "text": _ask_text,
    "date": _ask_line,
    "actor": _ask_line,
    "actors": _ask_text,
    "links": _ask_text,
}
"""How each kind of item is asked; the same kinds as ``models.definition.KINDS``."""


def _ask_silence(draft: Draft) -> None:
    st.radio(
        "Or",
        list(SILENCES),
        index=_index(list(SILENCES), draft.start["choice"]),
        format_func=lambda name: SILENCES[name][0],
        horizontal=True,
        **draft.on("choice"),
    )


def _details(draft: Draft) -> None:
    """Offer room for a reason, evidence and how it is known; there is an answer."""
    start, silence = draft.start, draft.start["choice"]
    if silence in NOTES:
        part = f"note-{silence}"
        st.text_input(NOTES[silence], start[part], max_chars=LONGEST_NOTE, **draft.on(part))
    fold = st.expander(
        "Add why, or how you know", icon=":material/edit_note:", key=f"details:{draft.name}", on_change="rerun"
    )
    if not fold.open:  # five widgets under every answer would cost each click more than the answer itself
        return
    with fold:
        st.radio(
            "How do you know?",
            list(KNOWN_BY),
            index=_index(list(KNOWN_BY), start["known-by"]),
            format_func=KNOWN_BY.__getitem__,
            horizontal=True,
            **draft.on("known-by"),
        )
        st.text_area(
            "Why did you choose this?",
            start["why"],
            max_chars=LONGEST_NOTE,
            placeholder="Please don't name anyone.",
            height=100,
            **draft.on("why"),
        )
        st.text_input(
            "Something others could look at",
            start["evidence-note"],
            max_chars=LONGEST_NOTE,
            placeholder="Minutes, a photo, a talk you remember",
            **draft.on("evidence-note"),
        )
        link, day = st.columns(2)
        link.text_input("Its web address", start["evidence-link"], placeholder="https://", **draft.on("evidence-link"))
        day.text_input("Its date", start["evidence-date"], max_chars=10, **draft.on("evidence-date"))
