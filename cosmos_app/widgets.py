"""How each kind of item is asked: one function a kind, in one table. An answer is a response or None (still open)."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from cosmos_app import look, session
from cosmos_app.words import plain
from models.answers import (
    Answer,
    DontKnow,
    Evidence,
    NotApplicable,
    OutsideOurControl,
    Response,
    Skipped,
    Value,
    fault_of,
    link_fault,
)
from models.definition import EXPERIENCES, Item

SILENCES: Mapping[str, tuple[str, type[Answer]]] = {
    "dont-know": ("I don't know", DontKnow),
    "not-applicable": ("This does not apply to us", NotApplicable),
    "outside": ("This is outside our control", OutsideOurControl),
    "skip": ("I would rather skip this", Skipped),
}
"""The four ways of not choosing: what people read, and what is kept."""

FEELINGS = ("Very bad", "Rather bad", "Neither good nor bad", "Rather good", "Very good")

KNOWN_BY = {"seen": "I have seen it", "heard": "I have heard of it", "guess": "It is a guess"}
"""How people know: the words in which they say it."""


def ask(item: Item, stem: str, kept: Response | None) -> None:
    """Ask one item, and keep whatever was answered.

    Saved when it changes and compared again on every run, because after a restart of the server the first
    click arrives as the widget's value, without a call of ``on_change``.

    Args:
        item: The item.
        stem: The question, as this person is asked it.
        kept: What is kept of them so far; None if nothing.
    """

    def keep() -> None:
        _keep(item)

    with st.container(key=f"item-{_slug(item)}"):
        look.question(stem, item.why, item.help)
        ASK[item.kind](item, stem, kept, keep)
        if (answer := _answer(item)) is not None and (fault := fault_of(item, answer)):
            st.error(f"{fault} It is not kept yet.", icon=":material/error:")
        _details(item, kept, keep)
    if _answer(item) is not None:  # only a person empties an answer, never a page that has just been drawn
        _keep(item)


def _keep(item: Item) -> None:
    answer = _answer(item)
    if answer is None:
        session.record(item.id, None)
    elif not fault_of(item, answer):
        session.record(item.id, _response(item, answer))


def _slug(item: Item) -> str:
    return item.id.replace(".", "-")


def _key(item: Item, part: str) -> str:
    return f"{part}:{item.id}"


def _get(item: Item, part: str) -> Any:
    return st.session_state.get(_key(item, part))


# --- the answer itself ---------------------------------------------------------------------------------------------


def _ask_choice(item: Item, stem: str, kept: Response | None, keep: Callable[[], None]) -> None:
    labels = {f"value:{choice.value}": choice.label for choice in item.choices}
    if item.kind == "experience":
        labels = {f"value:{value}": label for value, label in zip(EXPERIENCES, FEELINGS, strict=True)}
    labels |= {name: label for name, (label, _) in SILENCES.items()}
    options = list(labels)
    helps = {f"value:{choice.value}": choice.help for choice in item.choices if choice.help}
    start = _option_of(kept)
    st.radio(
        plain(stem),
        options,
        index=options.index(start) if start in options else None,
        format_func=lambda option: plain(labels[option]),
        captions=[plain(helps.get(option, "")) for option in options] if helps else None,
        key=_key(item, "choice"),
        on_change=keep,
        label_visibility="collapsed",
        width="stretch",
    )


def _ask_checklist(item: Item, stem: str, kept: Response | None, keep: Callable[[], None]) -> None:
    chosen = kept.answer.value if kept and isinstance(kept.answer, Value) else ()
    for choice in item.choices:
        st.checkbox(
            plain(choice.label),
            value=choice.value in chosen if isinstance(chosen, tuple) else False,
            help=choice.help or None,
            key=_key(item, f"tick-{choice.value}"),
            on_change=_instead_of_silence(item, keep),
        )
    _ask_silence(item, kept, keep)


def _ask_number(item: Item, stem: str, kept: Response | None, keep: Callable[[], None]) -> None:
    number = kept.answer.value if kept and isinstance(kept.answer, Value) else None
    st.number_input(
        plain(f"{stem} ({item.unit})" if item.unit else stem),
        value=float(number) if isinstance(number, int | float) else None,
        min_value=float(item.smallest) if item.smallest is not None else None,
        max_value=float(item.largest) if item.largest is not None else None,
        step=1.0,
        format="%g",
        key=_key(item, "open"),
        on_change=_instead_of_silence(item, keep),
        placeholder="",
    )
    _ask_silence(item, kept, keep)


def _ask_text(item: Item, stem: str, kept: Response | None, keep: Callable[[], None]) -> None:
    st.text_area(
        plain(stem),
        value=_text_of(kept),
        max_chars=item.longest,
        key=_key(item, "open"),
        label_visibility="collapsed",
        on_change=_instead_of_silence(item, keep),
        placeholder="Please don't name anyone.",
    )
    _ask_silence(item, kept, keep)


def _ask_line(item: Item, stem: str, kept: Response | None, keep: Callable[[], None]) -> None:
    st.text_input(
        plain(stem),
        value=_text_of(kept),
        max_chars=min(item.longest, 120),
        key=_key(item, "open"),
        label_visibility="collapsed",
        on_change=_instead_of_silence(item, keep),
        placeholder="For example 2026-03-31" if item.kind == "date" else "A role or a group; please don't name anyone.",
    )
    _ask_silence(item, kept, keep)


def _ask_lines(item: Item, stem: str, kept: Response | None, keep: Callable[[], None]) -> None:
    st.text_area(
        plain(stem),
        value=_text_of(kept),
        key=_key(item, "open"),
        label_visibility="collapsed",
        on_change=_instead_of_silence(item, keep),
        placeholder="One on each line.",
    )
    _ask_silence(item, kept, keep)


ASK: Mapping[str, Callable[[Item, str, Response | None, Callable[[], None]], None]] = {
    "rubric": _ask_choice,
    "rating": _ask_choice,
    "choice": _ask_choice,
    "experience": _ask_choice,
    "checklist": _ask_checklist,
    "number": _ask_number,
    "text": _ask_text,
    "date": _ask_line,
    "actor": _ask_line,
    "actors": _ask_lines,
    "links": _ask_lines,
}
"""How each kind of item is asked; the same kinds as ``models.definition.KINDS``."""


def _ask_silence(item: Item, kept: Response | None, keep: Callable[[], None]) -> None:
    start = _option_of(kept)
    options = list(SILENCES)

    def instead_of_value() -> None:
        if _get(item, "choice") is not None:
            for choice in item.choices:
                st.session_state[_key(item, f"tick-{choice.value}")] = False
            if _key(item, "open") in st.session_state:
                st.session_state[_key(item, "open")] = None if item.kind == "number" else ""
        keep()

    st.radio(
        "Or",
        options,
        index=options.index(start) if start in options else None,
        format_func=lambda option: SILENCES[option][0],
        key=_key(item, "choice"),
        on_change=instead_of_value,
        horizontal=True,
    )


def _instead_of_silence(item: Item, keep: Callable[[], None]) -> Callable[[], None]:
    def changed() -> None:
        st.session_state[_key(item, "choice")] = None
        keep()

    return changed


def _option_of(kept: Response | None) -> str | None:
    if kept is None:
        return None
    match kept.answer:
        case Value(value):
            return f"value:{value}"
        case silence:
            return next(name for name, (_, kind) in SILENCES.items() if isinstance(silence, kind))


def _text_of(kept: Response | None) -> str:
    match kept.answer if kept else None:
        case Value(tuple(several)):
            return "\n".join(several)
        case Value(one):
            return str(one)
        case _:
            return ""


# --- what may be added ---------------------------------------------------------------------------------------------


def _details(item: Item, kept: Response | None, keep: Callable[[], None]) -> None:
    """Offer room for a reason, evidence and how it is known, once there is an answer."""
    answer = kept.answer if kept else None
    match answer:
        case None | Skipped():
            return
        case NotApplicable(reason):
            st.text_input(
                "Why does it not apply? (if you like)",
                value=reason,
                max_chars=2000,
                key=_key(item, "note"),
                on_change=keep,
            )
        case OutsideOurControl(note):
            st.text_input(
                "What stands in the way? (if you like)",
                value=note,
                max_chars=2000,
                key=_key(item, "note"),
                on_change=keep,
            )
    assert kept is not None  # noqa: S101  (an answer came from it)
    evidence = kept.evidence or Evidence()
    with st.expander("Add why, or how you know", icon=":material/edit_note:"):
        st.radio(
            "How do you know?",
            list(KNOWN_BY),
            index=list(KNOWN_BY).index(kept.known_by) if kept.known_by else None,
            format_func=KNOWN_BY.__getitem__,
            key=_key(item, "known-by"),
            on_change=keep,
            horizontal=True,
        )
        st.text_area(
            "Why did you choose this?",
            value=kept.why,
            max_chars=2000,
            key=_key(item, "why"),
            on_change=keep,
            placeholder="Please don't name anyone.",
            height=100,
        )
        st.text_input(
            "Something others could look at",
            value=evidence.note,
            max_chars=2000,
            key=_key(item, "evidence-note"),
            on_change=keep,
            placeholder="Minutes, a photo, a talk you remember",
        )
        link, when = st.columns(2)
        link.text_input(
            "Its web address",
            value=evidence.link,
            key=_key(item, "evidence-link"),
            on_change=keep,
            placeholder="https://",
        )
        when.text_input("Its date", value=evidence.date, key=_key(item, "evidence-date"), on_change=keep, max_chars=10)
        for fault in _evidence_faults(item):
            st.error(fault, icon=":material/error:")


def _evidence_faults(item: Item) -> list[str]:
    link, when = _get(item, "evidence-link") or "", _get(item, "evidence-date") or ""
    faults = [f"{link_fault(link)} It is not kept yet."] if link and link_fault(link) else []
    if when and not _is_date(when):
        faults.append("Write the date as 2026-03-31. It is not kept yet.")
    return faults


def _is_date(text: str) -> bool:
    return not fault_of(Item(id="date", kind="date", ask=""), Value(text))


# --- from widgets to a response ------------------------------------------------------------------------------------


def _response(item: Item, answer: Answer) -> Response:
    """The answer with what the widgets around it hold."""
    link, when = _get(item, "evidence-link") or "", _get(item, "evidence-date") or ""
    evidence = Evidence(
        link="" if link_fault(link) else link,
        date=when if when and _is_date(when) else "",
        note=(_get(item, "evidence-note") or "").strip(),
    )
    return Response(
        answer=answer,
        why=(_get(item, "why") or "").strip(),
        evidence=None if evidence == Evidence() else evidence,
        known_by=_get(item, "known-by"),
    )


def _answer(item: Item) -> Answer | None:
    chosen = _get(item, "choice")
    if chosen in SILENCES:
        note = (_get(item, "note") or "").strip()
        match chosen:
            case "not-applicable":
                return NotApplicable(note)
            case "outside":
                return OutsideOurControl(note)
            case "dont-know":
                return DontKnow()
            case _:
                return Skipped()
    if chosen is not None:
        return Value(_value_of(item, chosen.removeprefix("value:")))
    return _open_answer(item)


def _value_of(item: Item, written: str) -> int | str:
    values: list[int | str] = list(EXPERIENCES) if item.kind == "experience" else [one.value for one in item.choices]
    return next(value for value in values if str(value) == written)


def _open_answer(item: Item) -> Answer | None:
    if item.kind == "checklist":
        ticked = tuple(str(one.value) for one in item.choices if _get(item, f"tick-{one.value}"))
        return Value(ticked) if ticked else None
    held = _get(item, "open")
    if held is None or held == "":
        return None
    if item.kind in ("actors", "links"):
        lines = tuple(line.strip() for line in str(held).splitlines() if line.strip())
        return Value(lines) if lines else None
    if item.kind == "number":
        return Value(int(held) if float(held).is_integer() else float(held))
    return Value(str(held).strip()) if str(held).strip() else None
