"""Views of preparing a workshop: what it is, what it asks, how long, and what people may rely on."""

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import partial
from typing import Any

import streamlit as st

from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts.agenda import BUTTONS
from cosmos_app.texts.days import day_in_words
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import Text, in_words, paragraph
from cosmos_app.texts.paper import PRINT_FIRST
from cosmos_app.texts.room import plan as texts
from cosmos_app.texts.room import promise
from cosmos_app.texts.room.facilitating import CONFIRM
from cosmos_app.web import elements, session, widgets
from cosmos_app.web.response_form import Parts
from cosmos_app.web.routes import go
from cosmos_app.web.views.desk import plan_questions
from cosmos_app.web.views.room import joining
from cosmos_app.workshop import rooms
from models.answers import LONGEST_NAME
from models.plan import AGENDAS, Plan, Promise, missing

PROMISES = tuple(part.name for part in fields(Promise))
LONGEST_PROMISE = 900
"""Characters in a line of the promise: people read it on a phone before they begin."""


def draft(room: Room) -> widgets.Draft:
    """What the widgets of the form hold of a plan."""

    def save(changed: Parts) -> str | None:
        now = store().room(room.id)
        if now is None:
            return None
        plan = _from_parts(now.plan, {**_parts_of(now.plan), **changed})
        return _state(plan) if session.keep(partial(store().keep_plan, room.id, plan)) else None

    return widgets.Draft(f"plan-{room.id}", _parts_of(room.plan), save)


def form(held: widgets.Draft, room: Room) -> None:
    """Ask for the plan, part by part."""
    widgets.kept(held, _state(room.plan), partial(_form, held, room))


def _form(held: widgets.Draft, room: Room) -> None:
    with st.container(key="card-what", border=True):
        st.header(texts.ABOUT(), anchor=False)
        _line(held, "initiative", texts.INITIATIVE, texts.INITIATIVE_HINT)
        _line(held, "site", texts.SITE, texts.SITE_HINT)
        _line(held, "wave", texts.WAVE, texts.WAVE_HINT)
        _previous(held, room)
    with st.container(key="card-asked", border=True):
        st.header(texts.ASKED(), anchor=False)
        plan_questions.asked(held)
    with st.container(key="card-promise", border=True):
        st.header(texts.PROMISE(), anchor=False)
        elements.note(promise.PROMISE_ABOUT())
        with st.container(key="fill-in", horizontal=True):
            if st.button(texts.FILL_IN(), icon=":material/edit_note:", key="starters"):
                _fill_in(held, {name: line.starters[0] for name, line in promise.PROMISE.items()})
            if st.button(texts.TRY_OUT(), icon=":material/science:", key="try-out"):
                _fill_in(held, promise.TRY_OUT)
        for name, line in promise.PROMISE.items():
            st.text_area(
                line.label(),
                held.start[name],
                max_chars=LONGEST_PROMISE,
                height=80,
                help=plain(line.help()),
                **held.on(name),
            )
        elements.note(texts.KEPT_UNTIL(day=day_in_words(rooms.erased_on_if_opened())))
    with st.container(key="card-how", border=True):
        st.header(texts.HOW(), anchor=False)
        plan_questions.pick(held, "agenda", texts.AGENDA(), in_words(texts.AGENDA_TEXTS))
        plan_questions.pick(held, "named", texts.NAMED(), in_words(texts.NAMED_TEXTS))
        if held.held()["named"] == "yes":
            elements.note(texts.NAMED_WARNS())
        sizes = {str(k): text(k=k) for k, text in texts.GROUP_SIZES.items()}
        plan_questions.pick(held, "smallest_group", texts.SMALLEST_GROUP(), sizes)
        _line(held, "languages", texts.LANGUAGES, texts.LANGUAGES_HINT)


def _fill_in(held: widgets.Draft, lines: Mapping[str, Text]) -> None:
    """Fill the empty lines of the promise."""
    filled = {name: lines[name]() for name in PROMISES if not held.held()[name].strip()}
    held.save(filled)
    held.show(filled)
    session.ask_for_rerun()


def _line(held: widgets.Draft, name: str, label: Text, hint: Text) -> None:
    st.text_input(label(), held.start[name], max_chars=LONGEST_NAME, placeholder=hint(), **held.on(name))


def _previous(held: widgets.Draft, room: Room) -> None:
    """Offer the workshops that this one may follow, so that it begins with their actions."""
    kept = held.start["previous"]
    offered = (other for other in store().rooms() if other.workshop.phase == "closed" or other.id == kept)
    before = {other.id: other for other in offered if other.id != room.id}
    if not before:
        return

    def title(workshop: str) -> str:
        if not workshop:
            return texts.PREVIOUS_NONE()
        plan = before[workshop].plan
        return texts.PREVIOUS_ONE(initiative=plan.initiative, wave=plan.wave)

    options = ["", *before]
    st.selectbox(
        texts.PREVIOUS(),
        options,
        index=options.index(kept) if kept in options else 0,
        format_func=title,
        help=texts.PREVIOUS_HELP(),
        **held.on("previous"),
    )
    chosen = before.get(str(held.held()["previous"] or ""))
    if chosen is not None and st.button(
        texts.LIKE_LAST_TIME(),
        icon=":material/content_copy:",
        key="like-last-time",
        help=texts.LIKE_LAST_TIME_HELP(),
    ):
        _take_over(held, chosen.plan, room.plan)


def _take_over(held: widgets.Draft, earlier: Plan, plan: Plan) -> None:
    """Put an earlier plan in place of this one, except for its wave and what it says of last time."""
    kept = replace(earlier.promise, last_time=plan.promise.last_time)
    held.save(_parts_of(replace(earlier, wave=plan.wave, previous=held.held()["previous"], promise=kept)))
    session.ask_for_rerun()


def _parts_of(plan: Plan) -> dict[str, Any]:
    """What each widget of the form shows of a plan."""
    return {
        **{name: getattr(plan, name) for name in ("site", "initiative", "wave", "agenda", "languages")},
        **{name: getattr(plan.promise, name) for name in PROMISES},
        "previous": plan.previous or "",
        "named": "yes" if plan.named else "no",
        "smallest_group": str(plan.smallest_group),
        **plan_questions.parts_of(plan),
    }


def _from_parts(plan: Plan, parts: Parts) -> Plan:
    """The plan that the widgets of the form show."""
    sizes = {str(k): k for k in texts.GROUP_SIZES}
    return replace(
        plan_questions.from_parts(plan, parts),
        site=_words(parts, "site"),
        initiative=_words(parts, "initiative"),
        wave=_words(parts, "wave"),
        languages=_words(parts, "languages"),
        agenda=parts["agenda"] if parts["agenda"] in AGENDAS else plan.agenda,
        promise=Promise(**{name: _words(parts, name) for name in PROMISES}),
        previous=parts["previous"] or None,
        named=parts["named"] == "yes",
        smallest_group=sizes.get(parts["smallest_group"], plan.smallest_group),
    )


def _words(parts: Parts, name: str) -> str:
    return str(parts[name] or "").strip()


def _state(plan: Plan) -> str:
    return session.fingerprint(repr(plan))


def sittings(room: Room) -> None:
    """List the sittings with their codes, and let the facilitator add one."""
    with st.expander(texts.SITTINGS(), icon=":material/event:", key="sittings"):
        elements.note(texts.SITTINGS_ABOUT())
        for sitting in store().sittings(room.id):
            st.markdown(f"**{plain(sitting.code)}** {plain(sitting.name) or texts.EVERYBODY()}")
        with st.form("sitting", clear_on_submit=True):
            name = st.text_input(texts.SITTING(), max_chars=LONGEST_NAME, placeholder=texts.SITTING_HINT())
            remote = st.checkbox(texts.REMOTE())
            if st.form_submit_button(texts.ADD()) and name.strip():
                session.keep(partial(store().add_sitting, room.id, name.strip(), remote))
                st.rerun()


def opening(room: Room) -> None:
    """Say what is missing, or let people in."""
    lacking = missing(room.plan)
    if lacking:
        parts = elements.bullets(texts.lacking(part) for part in lacking)
        st.html(f'<p class="cosmos-note">{texts.LACKING_LEAD()}</p><ul>{parts}</ul>')
    else:
        elements.note(texts.NOTHING_LACKING())
    if time := rooms.minutes_to_answer(room.plan):
        elements.note(texts.TAKES_MINUTES(time))
    elements.note(paragraph(CONFIRM["let_in"].stays(), PRINT_FIRST()))
    pressed = st.button(
        BUTTONS["let_in"](), type="primary", disabled=bool(lacking), icon=":material/door_open:", key="open-room"
    )
    joining.reach()
    if pressed and session.keep(partial(rooms.open_room, room)):
        go("facilitate")
