"""Questions: a function for each kind of item that draws its widgets, all in one table."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import in_words
from cosmos_app.texts.page import NAME_NOBODY
from cosmos_app.texts.room.participants import HELD_HERE, WHO_READS
from cosmos_app.texts.silences import SILENCE_TEXTS
from cosmos_app.texts.solo import questions as texts
from cosmos_app.texts.values import choices_of
from cosmos_app.web import elements, session
from cosmos_app.web.response_form import Parts, apart, displaced, faults, revised
from cosmos_app.web.widgets import Draft, kept
from cosmos_app.workshop.participation import Participation
from models.answers import LONGEST_NAME, LONGEST_NOTE
from models.items import Item
from models.silences import Skipped


def ask(item: Item, participation: Participation) -> None:
    """Ask one item of a visit, and keep whatever is answered."""
    response = participation.sheet.responses.get(item.id)
    stem = item.stem(participation.seat.family)

    def save(changed: Parts) -> str | None:
        done = session.revise(participation.seat, item.id, lambda now: revised(item, now, changed))
        return None if done is None else _state(done, item)

    def draw() -> None:
        ASK[item.kind](item, stem, draft)
        if response is not None and not isinstance(response.answer, Skipped):
            _details(draft, participation)
        for fault in faults(item, draft.held()):
            st.error(plain(fault), icon=":material/error:")

    draft = Draft(item.id, apart(item, response), save, partial(displaced, item))
    with st.container(key=f"item:{item.id}"):
        elements.question(stem, item.why, item.help)
        if participation.before is not None:
            elements.note(texts.first_answer(item, participation.before))
        if item.id in participation.held:
            elements.note(HELD_HERE())
        kept(draft, _state(participation, item), draw)


def _state(participation: Participation, item: Item) -> str:
    """A fingerprint of the answer that is kept, different for every visit of the same browser."""
    return session.fingerprint(participation.seat.participant, repr(participation.sheet.responses.get(item.id)))


def _index(options: list[str], start: str | None) -> int | None:
    return options.index(start) if start in options else None


def _ask_choice(item: Item, stem: str, draft: Draft) -> None:
    silences = {name: texts.choose() for name, texts in SILENCE_TEXTS.items()}
    labels = {f"value:{value}": label for value, label in choices_of(item).items()} | silences
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
        plain(texts.WITH_UNIT(question=stem, unit=item.unit) if item.unit else stem),
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
    hint = NAME_NOBODY() if item.kind == "text" else texts.ONE_ON_EACH_LINE()
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
    hint = texts.FOR_EXAMPLE_A_DATE() if item.kind == "date" else texts.ROLE_OR_GROUP()
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
"""How each kind of item is asked; the same kinds as ``models.items.KINDS``."""


def _ask_silence(draft: Draft) -> None:
    st.radio(
        texts.OR(),
        list(SILENCE_TEXTS),
        index=_index(list(SILENCE_TEXTS), draft.start["choice"]),
        format_func=lambda name: SILENCE_TEXTS[name].choose(),
        horizontal=True,
        **draft.on("choice"),
    )


def _details(draft: Draft, participation: Participation) -> None:
    """Below an answer: fields for a reason, for evidence, and for how it is known."""
    start, silence = draft.start, draft.start["choice"]
    ask_note = SILENCE_TEXTS[silence].ask_note if silence in SILENCE_TEXTS else None
    if ask_note is not None:
        part = f"note-{silence}"
        st.text_input(ask_note(), start[part], max_chars=LONGEST_NOTE, **draft.on(part))
    fold = st.expander(texts.ADD_WHY(), icon=":material/edit_note:", key=f"details:{draft.name}", on_change="rerun")
    if not fold.open:  # five widgets under every answer would cost each click more than the answer itself
        return
    with fold:
        st.radio(
            texts.HOW_DO_YOU_KNOW(),
            list(texts.KNOWN_BY),
            index=_index(list(texts.KNOWN_BY), start["known-by"]),
            format_func=in_words(texts.KNOWN_BY).__getitem__,
            horizontal=True,
            **draft.on("known-by"),
        )
        st.text_area(
            texts.WHY_THIS(),
            start["why"],
            max_chars=LONGEST_NOTE,
            placeholder=NAME_NOBODY(),
            height=100,
            **draft.on("why"),
        )
        if participation.seat.kind == "room":
            elements.note(WHO_READS[participation.seat.name is not None]())
        st.text_input(
            texts.COULD_LOOK_AT(),
            start["evidence-note"],
            max_chars=LONGEST_NOTE,
            placeholder=texts.COULD_LOOK_AT_HINT(),
            **draft.on("evidence-note"),
        )
        link, day = st.columns(2)
        link.text_input(
            texts.WEB_ADDRESS(), start["evidence-link"], placeholder="https://", **draft.on("evidence-link")
        )
        day.text_input(texts.ITS_DATE(), start["evidence-date"], max_chars=10, **draft.on("evidence-date"))
