"""Parts of preparing a workshop: what it is, what it asks, how long, and what people may rely on."""

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import partial
from typing import Any

import streamlit as st

from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts.agenda import CALLS
from cosmos_app.texts.paper import PRINT_FIRST
from cosmos_app.texts.room.desk import CONFIRM
from cosmos_app.texts.room.promise import (
    AGENDAS_TOLD,
    LACKING,
    LACKING_LEAD,
    LIKE_LAST_TIME,
    NAMED_WARNS,
    NAMES_TOLD,
    NOTHING_LACKING,
    PROMISE,
    PROMISE_ABOUT,
    SITTINGS_ABOUT,
    SMALLEST_TOLD,
    TRY_OUT,
)
from cosmos_app.texts.solo import minutes, plain
from cosmos_app.web import elements, session, widgets
from cosmos_app.web.response_form import Parts
from cosmos_app.web.routes import go
from cosmos_app.web.views import joining, plan_questions
from cosmos_app.workshop import rooms
from models.answers import LONGEST_NAME
from models.plan import AGENDAS, Plan, Promise, missing

PROMISES = tuple(one.name for one in fields(Promise))
LONGEST_PROMISE = 900
"""Letters; people read it on a phone before they begin."""


def draft(room: Room) -> widgets.Draft:
    """What the widgets of the form hold of a plan."""

    def save(changed: Parts) -> str | None:
        now = rooms.room(room.id)
        if now is None:
            return None
        plan = _put_together(now.plan, {**_apart(now.plan), **changed})
        return _state(plan) if session.keep(partial(store().keep_plan, room.id, plan)) else None

    return widgets.Draft(f"plan-{room.id}", _apart(room.plan), save)


def form(held: widgets.Draft, room: Room) -> None:
    """Ask for the plan, part by part."""
    widgets.kept(held, _state(room.plan), partial(_form, held, room))


def _form(held: widgets.Draft, room: Room) -> None:
    with st.container(key="card-what", border=True):
        st.header("What it is about", anchor=False)
        _line(held, "initiative", "The service or project you look at", "For example: Home visits for older people")
        _line(held, "site", "The place", "For example: Harbour district")
        _line(held, "wave", "Which time this is, if there were others", "For example: Autumn 2026")
        _previous(held, room)
    with st.container(key="card-asked", border=True):
        st.header("What people are asked", anchor=False)
        plan_questions.asked(held)
    with st.container(key="card-promise", border=True):
        st.header("What people can rely on", anchor=False)
        elements.note(PROMISE_ABOUT)
        with st.container(key="fill-in", horizontal=True):
            if st.button("Fill empty lines with sentences to finish", icon=":material/edit_note:", key="starters"):
                _fill_in(held, {name: line.starters[0] for name, line in PROMISE.items()})
            if st.button("It is a try-out among colleagues", icon=":material/science:", key="try-out"):
                _fill_in(held, TRY_OUT)
        for name, line in PROMISE.items():
            st.text_area(
                line.label,
                held.start[name],
                max_chars=LONGEST_PROMISE,
                height=80,
                help=plain(line.help),
                **held.on(name),
            )
    with st.container(key="card-how", border=True):
        st.header("Time and privacy", anchor=False)
        plan_questions.pick(held, "agenda", "How much time is there?", AGENDAS_TOLD)
        plan_questions.pick(held, "named", "Do people give a name?", NAMES_TOLD)
        if held.held()["named"] == "yes":
            elements.note(NAMED_WARNS)
        plan_questions.pick(held, "smallest_group", "The smallest group whose answers are shown", SMALLEST_TOLD)
        _line(held, "languages", "Languages people will speak", "So that somebody can interpret, or sit beside them")


def _fill_in(held: widgets.Draft, words: Mapping[str, str]) -> None:
    """Fill the empty lines of the promise."""
    filled = {name: words[name] for name in PROMISES if not held.held()[name].strip()}
    held.save(filled)
    held.show(filled)
    session.redraw()


def _line(held: widgets.Draft, name: str, label: str, hint: str) -> None:
    st.text_input(label, held.start[name], max_chars=LONGEST_NAME, placeholder=hint, **held.on(name))


def _previous(held: widgets.Draft, room: Room) -> None:
    """Offer the workshops this one may follow, so that their actions come first."""
    said = held.start["previous"]
    closed = (one for one in store().rooms() if one.workshop.phase == "closed" or one.id == said)
    before = {one.id: one for one in closed if one.id != room.id}
    if not before:
        return
    options = ["", *before]
    st.selectbox(
        "It follows an earlier workshop",
        options,
        index=options.index(said) if said in options else 0,
        format_func=lambda one: (
            f"{before[one].plan.initiative}, {before[one].plan.wave}" if one else "No, it is the first"
        ),
        help="Then the room begins with what became of last time's actions.",
        **held.on("previous"),
    )
    chosen = before.get(str(held.held()["previous"] or ""))
    if chosen is not None and st.button(
        "Begin with what was prepared then", icon=":material/content_copy:", key="like-last-time", help=LIKE_LAST_TIME
    ):
        _take_over(held, chosen.plan, room.plan)


def _take_over(held: widgets.Draft, earlier: Plan, plan: Plan) -> None:
    """Put an earlier plan in place of this one, but for what is of its own time."""
    promise = replace(earlier.promise, last_time=plan.promise.last_time)
    held.save(_apart(replace(earlier, wave=plan.wave, previous=held.held()["previous"], promise=promise)))
    session.redraw()


def _apart(plan: Plan) -> dict[str, Any]:
    """What each widget of the form shows of a plan."""
    return {
        **{name: getattr(plan, name) for name in ("site", "initiative", "wave", "agenda", "languages")},
        **{name: getattr(plan.promise, name) for name in PROMISES},
        "previous": plan.previous or "",
        "named": "yes" if plan.named else "no",
        "smallest_group": str(plan.smallest_group),
        **plan_questions.apart(plan),
    }


def _put_together(plan: Plan, parts: Parts) -> Plan:
    """The plan that the widgets of the form show."""
    return replace(
        plan_questions.put_together(plan, parts),
        site=_words(parts, "site"),
        initiative=_words(parts, "initiative"),
        wave=_words(parts, "wave"),
        languages=_words(parts, "languages"),
        agenda=parts["agenda"] if parts["agenda"] in AGENDAS else plan.agenda,
        promise=Promise(**{name: _words(parts, name) for name in PROMISES}),
        previous=parts["previous"] or None,
        named=parts["named"] == "yes",
        smallest_group=int(parts["smallest_group"])
        if parts["smallest_group"] in SMALLEST_TOLD
        else plan.smallest_group,
    )


def _words(parts: Parts, name: str) -> str:
    return str(parts[name] or "").strip()


def _state(plan: Plan) -> str:
    return session.fingerprint(repr(plan))


def sittings(room: Room) -> None:
    """List the sittings with their codes, and let the facilitator add one."""
    with st.expander(
        "More than one meeting, or people who join from elsewhere", icon=":material/event:", key="sittings"
    ):
        elements.note(SITTINGS_ABOUT)
        for one in store().sittings(room.id):
            st.markdown(f"**{plain(one.code)}** {plain(one.name) or 'Everybody'}")
        with st.form("sitting", clear_on_submit=True):
            name = st.text_input(
                "Another sitting", max_chars=LONGEST_NAME, placeholder="For example: Peers, Monday morning"
            )
            remote = st.checkbox("These people join from elsewhere")
            if st.form_submit_button("Add it") and name.strip():
                session.keep(partial(store().add_sitting, room.id, name.strip(), remote))
                st.rerun()


def opening(room: Room) -> None:
    """Say what is missing, or open the doors."""
    lacking = missing(room.plan)
    if lacking:
        st.html(
            f'<p class="cosmos-note">{LACKING_LEAD}</p><ul>{elements.bullets(LACKING[one] for one in lacking)}</ul>'
        )
    else:
        elements.note(NOTHING_LACKING)
    if time := rooms.minutes_to_answer(room.plan):
        elements.note(f"Answering takes each person about {minutes(time)}.")
    elements.note(f"{CONFIRM['let_in'].stays} {PRINT_FIRST}")
    pressed = st.button(
        CALLS["let_in"], type="primary", disabled=bool(lacking), icon=":material/door_open:", key="open-room"
    )
    joining.reach()
    if pressed and session.keep(partial(rooms.open_room, room)):
        go("lead")
