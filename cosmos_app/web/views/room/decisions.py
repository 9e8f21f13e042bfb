"""Views of the desk that keep what a room decides: an agreed situation or both views, what is asked again, feedback."""

from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from cosmos_app.storage import Decision, Room
from cosmos_app.storage.current import store
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import in_words
from cosmos_app.texts.problems.answers import answer_fault
from cosmos_app.texts.room import decisions as texts
from cosmos_app.texts.room.participants import FEEDBACK_HEARD, FEEDBACK_STEPS, FEEDBACK_WORTH
from cosmos_app.texts.values import choices_of
from cosmos_app.web import elements, session, widgets
from cosmos_app.web.response_form import Parts
from cosmos_app.web.views.desk import export_downloads, report_downloads
from cosmos_app.web.views.room.board import boards
from cosmos_app.workshop import rooms
from models.answers import LONGEST_NOTE, Evidence, link_fault
from models.items import Item

MOST_AGAIN = 4
"""Questions a room has time to answer twice."""


def decide(room: Room, name: str, item: Item) -> None:
    """Keep what the room decides on a question, as it is typed; after the close it stays as it is."""
    before = store().decisions(room.id).get((name, item.id), Decision())

    def save(changed: Parts) -> str | None:
        now = store().decisions(room.id).get((name, item.id), Decision())
        after = _from_parts(item, now, changed)
        return None if after == now else _keep(room, name, item, after)

    draft = widgets.Draft(f"settle/{name}/{item.id}", _parts_of(before), save)
    st.header(texts.TITLE(), anchor=False)
    elements.note(texts.HELP())
    options = list(texts.AGREED_OR_BOTH)
    chosen = options[0]
    if choices_of(item):  # an answer in own words has no choices to agree on
        chosen = st.radio(
            texts.WHERE_ARE_WE(),
            options,
            index=options.index("both") if before.one_side or before.other_side else 0,
            format_func=in_words(texts.AGREED_OR_BOTH).__getitem__,
            horizontal=True,
            key=f"way:{name}/{item.id}",
        )
    widgets.kept(draft, _state(before), partial(_form, draft, item, chosen))
    if before != Decision() and st.button(texts.TAKE_BACK(), key="unsettle"):
        _keep(room, name, item, Decision())
        st.rerun()


def _keep(room: Room, name: str, item: Item, after: Decision) -> str | None:
    kept = None if after == Decision() else after
    return _state(after) if session.keep(partial(store().decide, room.id, name, item.id, kept)) else None


def _form(draft: widgets.Draft, item: Item, chosen: str) -> None:
    start, choices = draft.start, {str(value): text for value, text in choices_of(item).items()}
    if chosen == "agreed" and choices:
        values = list(choices)
        st.selectbox(
            texts.THE_SITUATION(),
            values,
            index=values.index(start["value"]) if start["value"] in values else None,
            format_func=choices.__getitem__,
            placeholder=texts.CHOOSE_A_SITUATION(),
            **draft.on("value"),
        )
    elif choices:
        for part, label in (("one_side", texts.ONE_SIDE), ("other_side", texts.OTHER_SIDE)):
            st.text_area(label(), start[part], max_chars=LONGEST_NOTE, height=80, **draft.on(part))
    st.text_area(texts.NOTE(), start["note"], max_chars=LONGEST_NOTE, height=70, **draft.on("note"))
    st.text_input(
        texts.EVIDENCE(),
        start["evidence"],
        max_chars=LONGEST_NOTE,
        placeholder=texts.EVIDENCE_HINT(),
        **draft.on("evidence"),
    )
    st.text_input(texts.LINK(), start["link"], max_chars=LONGEST_NOTE, placeholder="https://", **draft.on("link"))
    if (typed := str(draft.held()["link"] or "").strip()) and (fault := link_fault(typed)):
        st.error(plain(answer_fault(fault)), icon=":material/error:")


def _parts_of(decision: Decision) -> dict[str, Any]:
    """What each widget shows of a decision."""
    return {
        "value": None if decision.value is None else str(decision.value),
        "one_side": decision.one_side,
        "other_side": decision.other_side,
        "note": decision.note,
        "evidence": decision.evidence.note if decision.evidence else "",
        "link": decision.evidence.link if decision.evidence else "",
    }


def _from_parts(item: Item, before: Decision, changed: Parts) -> Decision:
    """The decision after some widgets changed: choosing a situation clears the two views, and a view clears it."""
    parts = {**_parts_of(before), **changed}
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


def _state(decision: Decision) -> str:
    return session.fingerprint(repr(decision))


def pick_again(room: Room) -> None:
    """Let the facilitator choose what is asked a second time, of what is revealed."""
    titles = {
        f"{name}/{result.item.id}": result.item.stem(None)
        for name, revealed in boards(room)
        for result in revealed.board
        if result.is_shown and name in rooms.of_own_work(room)
    }
    held = [f"{name}/{item}" for name, item in sorted(store().asked_again(room.id))]

    def save(changed: Parts) -> str | None:
        subjects = [(name, item) for name, _, item in (subject.partition("/") for subject in changed["picked"])]
        return _picked(changed["picked"]) if session.keep(partial(store().ask_again, room.id, subjects)) else None

    draft = widgets.Draft("again", {"picked": held}, save)

    def draw() -> None:
        st.multiselect(
            texts.AGAIN(most=MOST_AGAIN),
            list(titles),
            held,
            format_func=titles.__getitem__,
            max_selections=MOST_AGAIN,
            placeholder=texts.AGAIN_HINT(),
            **draft.on("picked"),
        )

    widgets.kept(draft, _picked(held), draw)


def _picked(subjects: list[str]) -> str:
    return session.fingerprint(*sorted(subjects), "picked")


def feedback(room: Room) -> None:
    """Show the feedback on the workshop, if enough people gave some."""
    given = rooms.feedback(room)
    st.header(texts.FEEDBACK_TITLE(), anchor=False)
    if given.n is None:
        closed = room.workshop.phase == "closed"
        too_few = texts.FEEDBACK_TOO_FEW(k=room.plan.smallest_group)
        elements.nothing_yet(too_few if closed else texts.FEEDBACK_LATER())
        return
    for question, counts in ((FEEDBACK_HEARD, given.heard), (FEEDBACK_WORTH, given.worth)):
        if counts is not None:
            steps = ", ".join(texts.FEEDBACK_STEP(step=FEEDBACK_STEPS[step](), n=n) for step, n in counts.items())
            st.html(f"<p><strong>{escape(question())}</strong><br>{escape(steps)}</p>")
    if given.words:
        st.html(f"<ul>{elements.bullets(given.words)}</ul>")


def take_away(room: Room) -> None:
    """Offer what was revealed and decided as files."""
    report_downloads.report_room(room)
    export_downloads.export_room(room)
    export_downloads.hand_over(room)
