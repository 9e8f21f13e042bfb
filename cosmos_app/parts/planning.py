"""Parts of preparing a workshop: what it is, what it asks, how long, and what people may rely on."""

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import partial
from typing import Any

import streamlit as st

from cosmos_app import look, rooms, session, shelf, widgets
from cosmos_app.agenda import CALLS
from cosmos_app.navigation import go
from cosmos_app.parts import joining
from cosmos_app.replies import Parts
from cosmos_app.room_words.desk import CONFIRM
from cosmos_app.room_words.promise import (
    AGENDAS_TOLD,
    FORMS_TOLD,
    LACKING,
    LACKING_LEAD,
    NAMED_WARNS,
    NAMES_TOLD,
    NOTHING_LACKING,
    PROMISE,
    PROMISE_ABOUT,
    SITTINGS_ABOUT,
    SMALLEST_TOLD,
    TRY_OUT,
)
from cosmos_app.storage import Room
from cosmos_app.visits import store
from cosmos_app.words import minutes, plain
from models.answers import LONGEST_NAME
from models.plan import AGENDAS, CHOSEN_DIMENSIONS, Plan, Promise, missing

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
        _asked(held)
    with st.container(key="card-promise", border=True):
        st.header("What people can rely on", anchor=False)
        look.note(PROMISE_ABOUT)
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
        _pick(held, "agenda", "How much time is there?", AGENDAS_TOLD)
        _pick(held, "named", "Do people give a name?", NAMES_TOLD)
        if held.held()["named"] == "yes":
            look.note(NAMED_WARNS)
        _pick(held, "smallest_group", "The smallest group whose answers are shown", SMALLEST_TOLD)
        _line(held, "languages", "Languages people will speak", "So that somebody can interpret, or sit beside them")


def _fill_in(held: widgets.Draft, words: Mapping[str, str]) -> None:
    """Fill the empty lines of the promise."""
    filled = {name: words[name] for name in PROMISES if not held.held()[name].strip()}
    held.save(filled)
    held.show(filled)
    session.redraw()


def _line(held: widgets.Draft, name: str, label: str, hint: str) -> None:
    st.text_input(label, held.start[name], max_chars=LONGEST_NAME, placeholder=hint, **held.on(name))


def _pick(held: widgets.Draft, name: str, label: str, told: Mapping[str, str]) -> None:
    options = list(told)
    st.radio(label, options, index=options.index(held.start[name]), format_func=told.__getitem__, **held.on(name))


def _previous(held: widgets.Draft, room: Room) -> None:
    """Offer the workshops this one may follow, so that their actions come first."""
    before = {one.id: one for one in store().rooms() if one.workshop.phase == "closed" and one.id != room.id}
    if not before:
        return
    options = ["", *before]
    st.selectbox(
        "It follows an earlier workshop",
        options,
        index=options.index(held.start["previous"]) if held.start["previous"] in options else 0,
        format_func=lambda one: (
            f"{before[one].plan.initiative}, {before[one].plan.wave}" if one else "No, it is the first"
        ),
        help="Then the room begins with what became of last time's actions.",
        **held.on("previous"),
    )


def _asked(held: widgets.Draft) -> None:
    every = shelf.offered()
    for name, offer in every.items():
        st.checkbox(
            plain(offer.questionnaire.title),
            held.start[f"ask-{name}"],
            help=plain(offer.questionnaire.summary),
            **held.on(f"ask-{name}"),
        )
    _pick(held, "form", "How much of it?", FORMS_TOLD)
    low, high = CHOSEN_DIMENSIONS
    for name, offer in every.items():
        if held.held()[f"ask-{name}"] and offer.questionnaire.dimensions:
            titles = {one.id: one.title for one in offer.questionnaire.dimensions}
            st.multiselect(
                f"Only some themes of “{plain(offer.questionnaire.title)}”: {low} or {high}, with all their questions",
                list(titles),
                [one for one in held.start[f"themes-{name}"] if one in titles],
                format_func=titles.__getitem__,
                max_selections=high,
                placeholder="All themes",
                **held.on(f"themes-{name}"),
            )


def _apart(plan: Plan) -> dict[str, Any]:
    """What each widget of the form shows of a plan."""
    every = shelf.offered()
    return {
        **{name: getattr(plan, name) for name in ("site", "initiative", "wave", "agenda", "languages")},
        **{name: getattr(plan.promise, name) for name in PROMISES},
        "previous": plan.previous or "",
        "named": "yes" if plan.named else "no",
        "smallest_group": str(plan.smallest_group),
        "form": plan.depth,
        **{f"ask-{name}": name in plan.asked for name in every},
        **{f"themes-{name}": list(plan.asked.get(name, ())) for name in every},
    }


def _put_together(plan: Plan, parts: Parts) -> Plan:
    """The plan that the widgets of the form show; what is asked keeps the order of the shelf."""
    return replace(
        plan,
        **{name: str(parts[name] or "").strip() for name in ("site", "initiative", "wave", "languages")},
        agenda=parts["agenda"] if parts["agenda"] in AGENDAS else plan.agenda,
        promise=Promise(**{name: str(parts[name] or "").strip() for name in PROMISES}),
        previous=parts["previous"] or None,
        named=parts["named"] == "yes",
        smallest_group=int(parts["smallest_group"])
        if parts["smallest_group"] in SMALLEST_TOLD
        else plan.smallest_group,
        depth=parts["form"],
        asked={name: tuple(parts[f"themes-{name}"]) for name in shelf.offered() if parts[f"ask-{name}"]},
    )


def _state(plan: Plan) -> str:
    return session.fingerprint(repr(plan))


def sittings(room: Room) -> None:
    """List the sittings with their codes, and let the facilitator add one."""
    with st.expander(
        "More than one meeting, or people who join from elsewhere", icon=":material/event:", key="sittings"
    ):
        look.note(SITTINGS_ABOUT)
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
        st.html(f'<p class="cosmos-note">{LACKING_LEAD}</p><ul>{look.bullets(LACKING[one] for one in lacking)}</ul>')
    else:
        look.note(NOTHING_LACKING)
    time = sum(
        shelf.offered()[name].questionnaire.minutes.of(room.plan.depth)
        for name in room.plan.asked
        if name in shelf.offered()
    )
    if time:
        look.note(f"Answering takes each person about {minutes(time)}.")
    look.note(CONFIRM["let_in"].stays)
    pressed = st.button(
        CALLS["let_in"], type="primary", disabled=bool(lacking), icon=":material/door_open:", key="open-room"
    )
    joining.reach()
    if pressed and session.keep(partial(rooms.open_room, room)):
        go("lead")
