"""Views of the facilitator's run sheet: where the room is, what to say and do, and the way from step to step."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from cosmos_app.storage import Room
from cosmos_app.texts.agenda import BREAK, Step
from cosmos_app.texts.agenda import script as steps_of
from cosmos_app.texts.room import facilitating as texts
from cosmos_app.texts.room.desk import PHASE_TEXTS
from cosmos_app.web import elements, session, step_clock
from cosmos_app.web.views.room import shared_view
from cosmos_app.workshop import rooms


def where_we_are(room: Room) -> None:
    """Say what everybody sees now, and open the view for the wall."""
    phase = PHASE_TEXTS[room.workshop.phase, room.workshop.round]
    with st.container(key="phase", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="cosmos-phase">{escape(phase.short())}</p>')
        with st.popover(texts.WHO_SEES_WHAT(), icon=":material/visibility:"):
            st.html(f"<ul>{elements.bullets((phase.you(), phase.people(), phase.wall()))}</ul>")
        st.link_button(texts.OPEN_THE_WALL(), f"/presenter?w={room.id}", icon=":material/tv:")


def script(room: Room) -> None:
    """The steps of the script, and what to say and do in the present one."""
    steps = steps_of(room.plan.agenda)
    present = next((step for step in steps if step.key == shared_view.step_of(room)), steps[0])
    number = steps.index(present) + 1
    with st.container(key="turn", horizontal=True, horizontal_alignment="distribute"):
        if st.button(texts.BACK(), icon=":material/arrow_back:", disabled=number == 1, key="step-back"):
            _turn(room, steps[number - 2])
        if number < len(steps):
            following = steps[number]
            if st.button(
                texts.NEXT(title=following.title()),
                icon=":material/arrow_forward:",
                icon_position="right",
                key="step-next",
                disabled=not rooms.may_turn_to(following.key, room),
            ):
                _turn(room, following)
    with st.container(key="card-script", border=True):
        _present(room, present, steps)
    with st.expander(texts.ALL_STEPS(), icon=":material/list:", key="all-steps"):
        for place, step in enumerate(steps, start=1):
            label = texts.STEP_MINUTES(step.minutes[room.plan.agenda], number=place, title=step.title())
            disabled = step is present or not rooms.may_turn_to(step.key, room)
            if st.button(label, key=f"step-{step.key}", disabled=disabled):
                _turn(room, step)


def _present(room: Room, step: Step, steps: Sequence[Step]) -> None:
    """What to say, what to do and what to watch for in the present step."""
    number = steps.index(step) + 1
    st.html(
        f'<p class="cosmos-note">{escape(texts.STEP_OF(number=number, total=len(steps)))}</p>'
        f'{_trail(number, len(steps))}<h2 class="cosmos-step">{escape(step.title())}</h2><p>{escape(step.about())}</p>'
    )
    step_clock.clock(step.minutes[room.plan.agenda], room.step_since)
    elements.lines(texts.SAY(), (line() for line in step.say), "cosmos-say")
    elements.lines(texts.DO(), step.to_do())
    if room.plan.agenda == "2x60":
        _between_meetings(step, steps)
    with st.expander(texts.MAY_GO_WRONG(), icon=":material/help:", key="watch"):
        traps = (f"<p><strong>{escape(trap.sign())}.</strong> {escape(trap.then())}</p>" for trap in step.watch)
        st.html("".join(traps))


def _between_meetings(step: Step, steps: Sequence[Step]) -> None:
    """Say how the first of two meetings ends, and how the second begins."""
    if step is [other for other in steps if other.sitting == 1][-1]:
        elements.lines(texts.END_FIRST_MEETING(), (line() for line in BREAK.end))
    elif step is next(other for other in steps if other.sitting == 2):
        elements.lines(texts.BEGIN_SECOND_MEETING(), (line() for line in BREAK.begin))


def _trail(number: int, steps: int) -> str:
    """The steps as a row of marks, the present one filled, as HTML; the words beside it say the same."""
    marks = "".join(
        f'<i class="{"cosmos-here" if n == number else "cosmos-past" if n < number else ""}"></i>'
        for n in range(1, steps + 1)
    )
    return f'<div class="cosmos-trail" aria-hidden="true">{marks}</div>'


def _turn(room: Room, step: Step) -> None:
    """Turn the room to another step: the wall and the phones follow."""
    if session.keep(partial(rooms.turn_to, room, step)):
        st.rerun()
