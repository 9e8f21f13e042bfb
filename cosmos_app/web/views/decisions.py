"""Parts of the desk that keep what a room settles: an agreed situation or both views, what is asked again, feedback."""

from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from cosmos_app.storage import Decision, Room
from cosmos_app.storage.current import store
from cosmos_app.texts.room.dots import (
    ONE_SIDE,
    OTHER_SIDE,
    SETTLE,
    SETTLE_EVIDENCE,
    SETTLE_HELP,
    SETTLE_NOTE,
    WHAT_WE_MAKE_OF_IT,
)
from cosmos_app.texts.room.participants import FEEDBACK_HEARD, FEEDBACK_STEPS, FEEDBACK_WORTH
from cosmos_app.texts.solo import plain
from cosmos_app.texts.values import choices_of
from cosmos_app.web import elements, session, widgets
from cosmos_app.web.response_form import Parts
from cosmos_app.web.views import export_downloads, report_downloads
from cosmos_app.web.views.board import boards
from cosmos_app.workshop import rooms
from models.answers import LONGEST_NOTE, Evidence, link_fault
from models.items import Item

MOST_AGAIN = 4
"""Questions a room has time to answer twice."""


def settle(room: Room, name: str, item: Item) -> None:
    """Keep what the room settles on a question, as it is typed; after the close it stays as it is."""
    held = store().decisions(room.id).get((name, item.id), Decision())

    def save(changed: Parts) -> str | None:
        now = store().decisions(room.id).get((name, item.id), Decision())
        after = _put_together(item, now, changed)
        return None if after == now else _keep(room, name, item, after)

    draft = widgets.Draft(f"settle-{name}-{item.id}", _apart(held), save)
    st.header(WHAT_WE_MAKE_OF_IT, anchor=False)
    elements.note(SETTLE_HELP)
    ways = list(SETTLE)
    way = ways[0]
    if choices_of(item):  # of what people wrote for themselves there is nothing to pick
        way = st.radio(
            "Where are we?",
            ways,
            index=ways.index("both") if held.one_side or held.other_side else 0,
            format_func=SETTLE.__getitem__,
            horizontal=True,
            key=f"way-{name}-{item.id}",
        )
    widgets.kept(draft, _state(held), partial(_form, draft, item, way))
    if held != Decision() and st.button("Take it back", key="unsettle"):
        _keep(room, name, item, Decision())
        st.rerun()


def _keep(room: Room, name: str, item: Item, after: Decision) -> str | None:
    kept = None if after == Decision() else after
    return _state(after) if session.keep(partial(store().decide, room.id, name, item.id, kept)) else None


def _form(draft: widgets.Draft, item: Item, way: str) -> None:
    start, options = draft.start, choices_of(item)
    if way == "agreed" and options:
        values = [str(value) for value in options]
        told = dict(zip(values, options.values(), strict=True))
        st.selectbox(
            "The situation we can all live with, for now",
            values,
            index=values.index(start["value"]) if start["value"] in values else None,
            format_func=told.__getitem__,
            placeholder="Choose a situation",
            **draft.on("value"),
        )
    elif options:
        for part, label in (("one_side", ONE_SIDE), ("other_side", OTHER_SIDE)):
            st.text_area(label, start[part], max_chars=LONGEST_NOTE, height=80, **draft.on(part))
    st.text_area(SETTLE_NOTE, start["note"], max_chars=LONGEST_NOTE, height=70, **draft.on("note"))
    st.text_input(
        SETTLE_EVIDENCE,
        start["evidence"],
        max_chars=LONGEST_NOTE,
        placeholder="Minutes, a photo, a notice",
        **draft.on("evidence"),
    )
    st.text_input("Its web address", start["link"], max_chars=LONGEST_NOTE, placeholder="https://", **draft.on("link"))
    if (typed := str(draft.held()["link"] or "").strip()) and (fault := link_fault(typed)):
        st.error(plain(fault), icon=":material/error:")


def _apart(one: Decision) -> dict[str, Any]:
    """What each widget shows of what is settled."""
    return {
        "value": None if one.value is None else str(one.value),
        "one_side": one.one_side,
        "other_side": one.other_side,
        "note": one.note,
        "evidence": one.evidence.note if one.evidence else "",
        "link": one.evidence.link if one.evidence else "",
    }


def _put_together(item: Item, before: Decision, changed: Parts) -> Decision:
    """What is settled after some widgets changed: an agreed situation takes the place of two views, and they of it."""
    parts = {**_apart(before), **changed}
    words = {name: str(parts[name] or "").strip() for name in ("one_side", "other_side", "note", "evidence", "link")}
    agreed = bool(changed.get("value")) or not any(changed.get(side) for side in ("one_side", "other_side"))
    value = {str(value): value for value in choices_of(item)}.get(str(parts["value"])) if agreed else None
    held = before.evidence or Evidence()
    link = held.link if words["link"] and link_fault(words["link"]) else words["link"]
    evidence = replace(held, note=words["evidence"], link=link)
    return Decision(
        value=value,
        one_side="" if value is not None else words["one_side"],
        other_side="" if value is not None else words["other_side"],
        note=words["note"],
        evidence=None if evidence == Evidence() else evidence,
    )


def _state(one: Decision) -> str:
    return session.fingerprint(repr(one))


def pick_again(room: Room) -> None:
    """Let the facilitator choose what is asked a second time, of what is revealed."""
    titles = {
        f"{name}/{one.item.id}": one.item.stem(None)
        for name, revealed in boards(room)
        for one in revealed.board
        if one.is_shown and name in rooms.of_own_work(room)
    }
    held = [f"{name}/{item}" for name, item in sorted(rooms.asked_again(room))]

    def save(changed: Parts) -> str | None:
        subjects = [(name, item) for name, _, item in (one.partition("/") for one in changed["picked"])]
        return _picked(changed["picked"]) if session.keep(partial(store().ask_again, room.id, subjects)) else None

    draft = widgets.Draft("again", {"picked": held}, save)

    def draw() -> None:
        st.multiselect(
            f"The questions to answer again, {MOST_AGAIN} at most",
            list(titles),
            held,
            format_func=titles.__getitem__,
            max_selections=MOST_AGAIN,
            placeholder="Choose what you talked about",
            **draft.on("picked"),
        )

    widgets.kept(draft, _picked(held), draw)


def _picked(subjects: list[str]) -> str:
    return session.fingerprint(*sorted(subjects), "picked")


def feedback(room: Room) -> None:
    """Show the feedback on the workshop, if enough people gave some."""
    told = rooms.feedback(room)
    st.header("How it was for people", anchor=False)
    if told.n is None:
        closed = room.workshop.phase == "closed"
        few = f"Fewer than {room.plan.smallest_group} people have said something, so it is not shown."
        elements.nothing_yet(
            few if closed else "It is shown once the workshop is closed, if enough people have said something."
        )
        return
    for question, counted in ((FEEDBACK_HEARD, told.heard), (FEEDBACK_WORTH, told.worth)):
        if counted is not None:
            steps = ", ".join(f"{FEEDBACK_STEPS[step]}: {n}" for step, n in counted.items())
            st.html(f"<p><strong>{escape(question)}</strong><br>{escape(steps)}</p>")
    if told.words:
        st.html(f"<ul>{elements.bullets(told.words)}</ul>")


def take_away(room: Room) -> None:
    """Offer what was revealed and settled as files."""
    report_downloads.report_room(room)
    export_downloads.export_room(room)
    export_downloads.hand_over(room)
