"""Views that everybody in a room looks at: the same on the wall, on each phone, and at the desk."""

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts.agenda import STEPS
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.room import actions as action_texts
from cosmos_app.texts.room import decisions as decision_texts
from cosmos_app.texts.room import facilitating as texts
from cosmos_app.texts.room.participants import AFTER_ACTIONS, AFTER_AGREED, AFTER_NONE, SCORES_LATER
from cosmos_app.texts.room.promise import PROMISE
from cosmos_app.web import elements, step_clock
from cosmos_app.web.views.room import action_items, board, factors, group_profile, head_count, joining
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import definition
from models.board import BoardItem

FIRST_STEP = STEPS[0].key


def step_of(room: Room) -> str:
    """The key of the step a room is at; the first before it has begun."""
    return room.step or FIRST_STEP


def title(room: Room, *, clock: bool = False) -> None:
    """Show the title of the step and what it is for; on the wall, also the clock."""
    step = next(step for step in STEPS if step.key == step_of(room))
    if clock:
        step_clock.clock(step.minutes[room.plan.agenda], room.step_since)
    st.html(f'<h2 class="cosmos-step">{escape(step.title())}</h2><p class="cosmos-lead">{escape(step.room())}</p>')


def now(room: Room) -> None:
    """Show what the room looks at now, as far as its phase allows."""
    SHOW[step_of(room)](room)


def welcome(room: Room) -> None:
    """The promise, and what became of last time's actions."""
    joining.promise_on_the_wall(room)
    if rooms.last_actions(room):
        st.header(texts.WALL_LAST_TIME(), anchor=False)
        action_items.last_time(room, at_desk=False)


def answering(room: Room) -> None:
    """How many have joined and finished, and nothing else."""
    joining.who_is_here(rooms.counts(room))
    if room.workshop.phase == "frozen":
        st.info(texts.WALL_CLOSED(), icon=":material/lock:")


def dots(room: Room) -> None:
    """All questions as dots, once they are revealed."""
    if not room.workshop.shows_results:
        answering(room)
        return
    head_count.side_by_side(rooms.counts(room).seats)
    board.overview(room)


def talk(room: Room) -> None:
    """The question the facilitator has chosen, and what was decided on it; else the list of all."""
    found = focused(room)
    if found is None:
        dots(room)
        return
    name, result, turn = found
    decision = store().decisions(room.id).get((name, result.item.id))
    if decision is not None:  # first, so that it is in sight while it is written
        with st.container(key="card-settled", border=True):
            st.header(decision_texts.TITLE(), anchor=False)
            board.decided(decision, result.item)
    board.item(room, name, result, turn)
    board.reasons(room, name, result)


def again(room: Room) -> None:
    """Which questions are asked a second time, and how many have finished."""
    if room.workshop.phase in ("open", "frozen") and room.workshop.round > 1:
        stems = [
            definition(room.definitions[name])[0].by_id[item].stem(None)
            for name, item in sorted(store().asked_again(room.id))
        ]
        st.html(f"<ul>{elements.bullets(stems)}</ul>")
        answering(room)
        return
    talk(room)


def scores(room: Room) -> None:
    """The profile, once the room has talked."""
    if not room.workshop.shows_scores:
        elements.note(SCORES_LATER())
        return
    for name, digest in room.definitions.items():
        questionnaire = definition(digest)[0]
        if questionnaire.dimensions:
            st.header(plain(questionnaire.title), anchor=False)
            group_profile.profile(room, name)


def around(room: Room) -> None:
    """What surrounds the work: factors and maps."""
    if not room.workshop.shows_scores:
        elements.note(SCORES_LATER())
        return
    profiles = rooms.profiles(room)
    with st.container(key="around"):
        factors.board(room, profiles, at_desk=False)
    for name, profile in profiles.items():
        group_profile.maps(room, name, profile)


def doing(room: Room) -> None:
    """What the room will do, and what is parked."""
    actions = store().actions(room.id)
    if not actions:
        elements.nothing_yet(action_texts.NO_ACTIONS())
    action_items.show(room, actions)
    action_items.parking(room, at_desk=False)


def closing(room: Room) -> None:
    """What was agreed, what will be done and what became of it, and how people hear back."""
    st.header(AFTER_AGREED(), anchor=False)
    decisions = store().decisions(room.id)
    if not decisions:
        elements.nothing_yet(AFTER_NONE())
    for (name, item_id), decision in decisions.items():
        item = definition(room.definitions[name])[0].by_id[item_id]
        with st.container(key=f"row-settled:{name}/{item_id}", border=True):
            st.html(f"<p>{escape(item.stem(None))}</p>")
            board.decided(decision, item)
    st.header(AFTER_ACTIONS(), anchor=False)
    doing(room)
    for name in ("hear_back", "harm_contact"):
        words = getattr(room.plan.promise, name)
        st.html(f"<p><strong>{escape(PROMISE[name].asked())}</strong><br>{escape(words)}</p>")


SHOW: Mapping[str, Callable[[Room], None]] = {
    "welcome": welcome,
    "answer": answering,
    "reveal": dots,
    "discuss": talk,
    "again": again,
    "agree": talk,
    "profile": scores,
    "surroundings": around,
    "actions": doing,
    "close": closing,
}
"""What is looked at in each step of the script."""


def focused(room: Room) -> tuple[str, BoardItem, int] | None:
    """The question everyone looks at: its questionnaire, its answers, its place in the order; None if there is none."""
    name, _, item = room.focus.partition("/")
    if not item or name not in room.definitions or not room.workshop.shows_results:
        return None
    for turn, result in enumerate(rooms.revealed(room, name).board):
        if result.item.id == item:
            return name, result, turn
    return None
