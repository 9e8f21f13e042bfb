"""Views of leading a room: the steps that change what everybody sees, by step of the script."""

from collections.abc import Callable, Mapping
from functools import partial
from html import escape

import streamlit as st

from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.texts.agenda import BUTTONS, LOOK_TOGETHER
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.paper import WAITING_MEANS
from cosmos_app.texts.room import facilitating as texts
from cosmos_app.web import elements, refresh, session, widgets
from cosmos_app.web.views.desk import network, paper_entry
from cosmos_app.web.views.room import (
    action_items,
    board,
    decisions,
    factors,
    group_profile,
    head_count,
    joining,
    shared_view,
)
from cosmos_app.web.views.sites import over_time
from cosmos_app.web.views.solo import targets as theme_targets
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import definition
from models.plan import responsible


def controls(room: Room) -> None:
    """What the facilitator can do in the present step, above what everybody sees."""
    CONTROLS[shared_view.step_of(room)](room)


def _press(room: Room, name: str, act: Callable[[], object], *, primary: bool = True, disabled: bool = False) -> None:
    """Offer a step that changes what everybody sees; what it does is said before it is taken."""
    button, confirm, counts = BUTTONS[name](), texts.CONFIRM[name], rooms.counts(room)
    with st.popover(button, type="primary" if primary else "secondary", disabled=disabled, key=f"ask-{name}"):
        happens = confirm.happens(joined=counts.joined, finished=counts.finished)
        st.html(
            f"<p><strong>{escape(confirm.ask())}</strong></p><p>{escape(happens)}</p><p>{escape(confirm.stays())}</p>"
        )
        if name in WAITING_MEANS and (papers := paper_entry.waiting(room, name)):
            st.warning(papers, icon=":material/edit_document:")
        if st.button(texts.YES(button=button), type="primary", key=f"yes-{name}") and session.keep(act):
            st.rerun()


@st.fragment(run_every=refresh.DESK)
def _counts(workshop: str) -> None:
    """How many have joined and finished, as it is now."""
    session.stay_at_desk()
    room = store().room(workshop)
    if room is None:
        return
    session.follow(room)
    counts = rooms.counts(room)
    if not counts.joined:
        elements.nothing_yet(texts.NOBODY_YET())
        return
    joining.who_is_here(counts)
    if room.workshop.round == 1:
        head_count.too_few_yet(room, counts)


def _welcome(room: Room) -> None:
    action_items.last_time(room, at_desk=True)
    if room.workshop.can_join:
        with st.container(key="card-join", border=True):
            joining.how_to_join(room)
            joining.reach()
        network.of_the_room()
    _counts(room.id)
    with st.expander(texts.READ_ALOUD(), icon=":material/handshake:", key="promise"):
        joining.promise(room)
        if not responsible(room.plan.promise):
            elements.note(texts.NOBODY_RESPONSIBLE())
    paper_entry.way_in(room)


def _answer(room: Room) -> None:
    """Close and reopen the round; the same in both rounds."""
    phase = room.workshop.phase
    with st.container(key="card-round", border=True):
        _counts(room.id)
        if papers := paper_entry.waiting(room):
            elements.note(papers)
        if phase == "open":
            _press(room, "close_round", partial(store().step_to, room.id, "frozen"))
        elif phase == "frozen":
            count = rooms.counts(room).seats
            if room.workshop.round == 1:
                head_count.count_people(room, count)
            with st.container(horizontal=True):
                _press(room, "reopen", partial(store().step_to, room.id, "open"), primary=False)
                closed = room.workshop.round == 1 and not count.may_be_shown
                _press(room, "show_dots", partial(_show_dots, room), disabled=closed)
            if len(store().sittings(room.id)) > 1:
                elements.note(texts.NOT_ALL_SITTINGS())
    if room.workshop.can_join:
        with st.expander(texts.FOR_LATECOMERS(), icon=":material/qr_code:", key="way-in"):
            joining.how_to_join(room)
    paper_entry.way_in(room)


def _reveal(room: Room) -> None:
    if not room.workshop.shows_results:
        _answer(room)
        return
    _choose(room)


def _choose(room: Room) -> None:
    """List the questions in the order of the talk; one of them is what everybody looks at."""
    found = shared_view.focused(room)
    if found is None:
        elements.note(texts.CHOOSE_QUESTION())
    elif st.button(texts.BACK_TO_LIST(), icon=":material/list:", key="unfocus"):
        _focus(room, "")
    if found is not None:
        name, result, turn = found
        with st.container(key="card-focus", border=True):
            board.item(room, name, result, turn)
            board.reasons(room, name, result)
            if name in rooms.of_own_work(room):
                decisions.decide(room, name, result.item)
        _following(room, name, turn)
        return
    decided = store().decisions(room.id)
    for name, revealed in board.boards(room):
        if len(room.definitions) > 1:
            st.header(plain(revealed.layout.questionnaire.title), anchor=False)
        if not revealed.is_shown:
            board.too_few(room)
        for result in revealed.board:
            item = result.item
            with st.container(key=f"row:{name}/{item.id}", border=True):
                board.strip(result)
                label = texts.DECIDED() if (name, item.id) in decided else LOOK_TOGETHER()
                if st.button(label, key=f"focus:{name}/{item.id}", help=plain(item.stem(None))):
                    _focus(room, f"{name}/{item.id}")


def _following(room: Room, name: str, turn: int) -> None:
    """Offer the question that comes next in the order of the talk."""
    rest = rooms.revealed(room, name).board[turn + 1 :]
    icon = ":material/arrow_forward:"
    if rest and st.button(texts.NEXT_QUESTION(), icon=icon, icon_position="right", key="next-question"):
        _focus(room, f"{name}/{rest[0].item.id}")


def _focus(room: Room, subject: str) -> None:
    if session.keep(partial(store().look_at, room.id, focus=subject)):
        st.rerun()


def _show_dots(room: Room) -> None:
    """Reveal the round, and turn everybody to it."""
    rooms.reveal_room(room)
    if room.workshop.round == 1:
        store().look_at(room.id, step="reveal", focus="")


def _go_on(room: Room) -> None:
    """Take the room from the talk to its profile."""
    store().step_to(room.id, "agreed")
    store().look_at(room.id, step="profile", focus="")


def _again(room: Room) -> None:
    """Choose what is asked a second time, then run that round like the first."""
    if room.workshop.round > 1 and room.workshop.phase in ("open", "frozen"):
        _answer(room)
        return
    if room.workshop.round == 1 and room.workshop.phase == "revealed":
        decisions.pick_again(room)
        picked = store().asked_again(room.id)
        _press(room, "ask_again", partial(store().step_to, room.id, "open"), disabled=not picked)
        return
    _reveal(room)


def _agree(room: Room) -> None:
    _reveal(room)
    if room.workshop.phase == "revealed":
        _press(room, "go_on", partial(_go_on, room))


def _profile(room: Room) -> None:
    if not room.workshop.shows_scores:
        _agree(room)
        return

    def beside(family: str | None) -> None:
        store().look_at(room.id, focus=f"{group_profile.BESIDE}/{family}" if family else "")

    for name, digest in room.definitions.items():
        questionnaire, profile = definition(digest)[0], rooms.profile(room, name)
        if not questionnaire.dimensions:
            continue
        if len(room.definitions) > 1:
            st.header(plain(questionnaire.title), anchor=False)
        if profile is not None and (families := group_profile.shown_families(profile)):
            widgets.pick(
                texts.BESIDE_EVERYONE(), families, group_profile.chosen(room) or None, f"beside/{name}", beside
            )
        group_profile.profile(room, name)
        over_time.since_last(room, name)
        _targets(room, name)


def _targets(room: Room, name: str) -> None:
    """Let the room say where it wants to be on a theme, and whose hands that is in."""
    questionnaire = definition(room.definitions[name])[0]
    targets, loci = store().targets(room.id, name), store().loci(room.id)
    with st.expander(texts.TARGETS(), icon=":material/flag:", key=f"targets:{name}"):
        for dimension in questionnaire.dimensions:
            subject = f"{name}/{dimension.id}"
            st.markdown(f"**{plain(dimension.title)}**")
            theme_targets.target(room.id, questionnaire, dimension.id, targets.get(dimension.id))
            theme_targets.whose_hands(room.id, subject, loci.get(subject))


def _around(room: Room) -> None:
    if not room.workshop.shows_scores:
        _agree(room)
        return
    profiles = rooms.profiles(room)
    factors.board(room, profiles, at_desk=True)
    for name, profile in profiles.items():
        group_profile.maps(room, name, profile)


def _actions(room: Room) -> None:
    if room.workshop.phase == "closed":
        action_items.became(room.id, store().actions(room.id))
    else:
        action_items.write(room)


def _close(room: Room) -> None:
    if room.workshop.phase == "agreed":
        _press(room, "close", partial(store().step_to, room.id, "closed"))
    if room.workshop.shows_results:
        decisions.take_away(room)
    decisions.feedback(room)
    if room.workshop.phase == "closed":
        st.header(texts.BECAME_TITLE(), anchor=False)
        elements.note(texts.BECAME_ABOUT())
        action_items.became(room.id, store().actions(room.id))
    shared_view.closing(room)


CONTROLS: Mapping[str, Callable[[Room], None]] = {
    "welcome": _welcome,
    "answer": _answer,
    "reveal": _reveal,
    "discuss": _reveal,
    "again": _again,
    "agree": _agree,
    "profile": _profile,
    "surroundings": _around,
    "actions": _actions,
    "close": _close,
}
"""What the facilitator can do in each step of the script."""
