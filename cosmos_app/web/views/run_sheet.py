"""Parts of the facilitator's script: where the room is, what to say and do, and the way from step to step."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts.agenda import BREAK, Step
from cosmos_app.texts.agenda import script as steps_of
from cosmos_app.texts.room.desk import PHASES_TOLD
from cosmos_app.web import elements, session
from cosmos_app.web.views import wall


def where_we_are(room: Room) -> None:
    """Say what everybody sees now, and open the view for the wall."""
    told = PHASES_TOLD[room.workshop.phase, room.workshop.round]
    with st.container(key="phase", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="cosmos-phase">{escape(told.short)}</p>')
        with st.popover("Who sees what now", icon=":material/visibility:"):
            st.html(f"<ul>{elements.bullets((told.you, told.people, told.wall))}</ul>")
        st.link_button("Open the view for the wall", f"/presenter?w={room.id}", icon=":material/tv:")


def script(room: Room) -> None:
    """The steps of the script, and what to say and do in the present one."""
    steps = steps_of(room.plan.agenda)
    here = next((one for one in steps if one.key == wall.step_of(room)), steps[0])
    place = steps.index(here)
    with st.container(key="turn", horizontal=True, horizontal_alignment="distribute"):
        if st.button("Back", icon=":material/arrow_back:", disabled=place == 0, key="step-back"):
            _turn(room, steps[place - 1])
        if place + 1 < len(steps):
            following = steps[place + 1]
            if st.button(
                f"Next: {following.title}",
                icon=":material/arrow_forward:",
                icon_position="right",
                key="step-next",
                disabled=not may_turn_to(following.key, room),
            ):
                _turn(room, following)
    with st.container(key="card-script", border=True):
        st.html(
            f'<p class="cosmos-note">Step {place + 1} of {len(steps)}</p>{_trail(place, len(steps))}'
            f'<h2 class="cosmos-step">{escape(here.title)}</h2><p>{escape(here.about)}</p>'
        )
        elements.clock(here.minutes[room.plan.agenda], room.step_since)
        elements.lines("Say", here.say, "cosmos-say")
        elements.lines("Do", here.do)
        if room.plan.agenda == "2x60":
            _between_meetings(here, steps)
        with st.expander("What may go wrong", icon=":material/help:", key="watch"):
            st.html("".join(f"<p><strong>{escape(one.sign)}.</strong> {escape(one.then)}</p>" for one in here.watch))
    with st.expander("All steps", icon=":material/list:", key="all-steps"):
        for number, one in enumerate(steps, start=1):
            label = f"{number}. {one.title} ({one.minutes[room.plan.agenda]} minutes)"
            if st.button(label, key=f"step-{one.key}", disabled=one is here or not may_turn_to(one.key, room)):
                _turn(room, one)


def may_turn_to(step: str, room: Room) -> bool:
    """Whether the room has what a step looks at: its dots, or its scores."""
    if step in ("welcome", "answer", "reveal"):
        return True
    return room.workshop.shows_scores if step in ("profile", "surroundings") else room.workshop.shows_results


def _between_meetings(here: Step, steps: Sequence[Step]) -> None:
    """Say how the first of two meetings ends, and how the second begins."""
    if here is [one for one in steps if one.sitting == 1][-1]:
        elements.lines("To end the first meeting", BREAK.end)
    elif here is next(one for one in steps if one.sitting == 2):
        elements.lines("To begin the second meeting", BREAK.begin)


def _trail(place: int, steps: int) -> str:
    """The steps as a row of marks, the present one filled, as HTML; the words beside it say the same."""
    marks = "".join(
        f'<i class="{"cosmos-here" if n == place else "cosmos-past" if n < place else ""}"></i>' for n in range(steps)
    )
    return f'<div class="cosmos-trail" aria-hidden="true">{marks}</div>'


def _turn(room: Room, step: Step) -> None:
    """Turn the room to another step: the wall and the phones follow."""
    if session.keep(partial(store().look_at, room.id, step=step.key, focus="" if step.key == "reveal" else None)):
        st.rerun()
