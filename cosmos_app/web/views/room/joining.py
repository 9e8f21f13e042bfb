"""Joining a room: the promise, who people are to the service, and how to get in."""

from collections.abc import Iterable, Iterator
from html import escape

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.settings import public_address
from cosmos_app.storage import Room
from cosmos_app.storage.codes import RESUME_LETTERS, clean_code
from cosmos_app.storage.current import store
from cosmos_app.texts.families import family_titles
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import in_words
from cosmos_app.texts.room import participants as texts
from cosmos_app.texts.room.desk import ONLY_HERE
from cosmos_app.texts.room.promise import FOUND_OUT, PromiseLine, promise_lines
from cosmos_app.web import elements, session
from cosmos_app.web.views.room import head_count
from cosmos_app.workshop import rooms
from cosmos_app.workshop.rooms import UNSAID, Counts, LastTime

IN_SHORT = ("asked_by", "can_change")
"""Lines of the promise that are in sight where people join; the others are folded away."""


NOT_ON_THE_WALL = ("data_contact", "legal_basis", FOUND_OUT)
"""Lines that people read on their phones, on paper, or are read aloud: a wall has no room for them."""


def promise(room: Room) -> None:
    """Show what people may rely on, as answers to the questions they would ask."""
    _promise(_lines(room))


def promise_on_the_wall(room: Room) -> None:
    """Show what people may rely on, without what nobody reads from afar."""
    _promise(line for line in _lines(room) if line.name not in NOT_ON_THE_WALL)


def promise_in_short(room: Room) -> None:
    """Show the first lines of the promise, and the rest folded away, so that nobody has to scroll past it."""
    lines = list(_lines(room))
    _promise(line for line in lines if line.name in IN_SHORT)
    _folded(line for line in lines if line.name not in IN_SHORT)


def promise_to_reread(room: Room) -> None:
    """Show the whole promise folded away, for people who have read it when they joined."""
    _folded(_lines(room))


def _lines(room: Room) -> Iterator[PromiseLine]:
    return promise_lines(room.plan.promise, room.erase_on, room.plan.smallest_group)


def _folded(lines: Iterable[PromiseLine]) -> None:
    with st.expander(texts.THE_WHOLE_PROMISE(), icon=":material/handshake:", key="whole-promise"):
        _promise(lines)


def _promise(lines: Iterable[PromiseLine]) -> None:
    rows = "".join(
        f"<div><dt>{escape(line.asked)}</dt><dd>{escape(line.answer)}</dd></div>" for line in lines if line.answer
    )
    st.html(f'<dl class="cosmos-promise">{rows}</dl>')


def role() -> str | None:
    """Ask who somebody is to the service; gives the role's id, None if not said."""
    roles = catalogue.catalogues().roles
    titles = {role.id: role.title for family in roles.families for role in family.roles}
    chosen: str = st.selectbox(
        texts.WHO_ARE_YOU(),
        [roles.unsaid.id, *titles],
        format_func=lambda name: titles.get(name, roles.unsaid.title),
        help=texts.WHO_ARE_YOU_HELP(),
        key="role",
    )
    return chosen if chosen in titles else None


def second_hat() -> str | None:
    """Ask whether somebody also has lived experience; it is kept for them and never used to split results."""
    has_one = st.checkbox(texts.SECOND_HAT(), key="second-hat", help=texts.SECOND_HAT_HELP())
    return "lived-experience" if has_one else None


def last_time(room: Room) -> LastTime:
    """Ask whether somebody was in the workshop before this one, and offer to compare; nothing has to be answered."""
    before = store().room(room.plan.previous) if room.plan.previous else None
    if before is None or room.workshop.joins_late:  # what latecomers say is counted in no result
        return LastTime()
    came = st.radio(
        texts.LAST_TIME_WHEN(wave=plain(before.plan.wave)) if before.plan.wave else texts.LAST_TIME(),
        list(texts.LAST_TIME_CHOICES),
        index=None,
        format_func=in_words(texts.LAST_TIME_CHOICES).__getitem__,
        horizontal=True,
        key="last-time",
    )
    if came != "yes":
        return LastTime(came_before=False if came == "no" else None)
    if not store().can_link(room.id):
        return LastTime(came_before=True)
    k = max(room.plan.smallest_group, before.plan.smallest_group)
    if (then := session.seat_of_last_time(room)) is not None:
        consents = st.checkbox(texts.COMPARE(), key="compare")
        elements.note(texts.COMPARE_NOTE(k=k))
        return LastTime(came_before=True, same_as=then if consents else None)
    code = st.text_input(texts.CODE_THEN(), max_chars=12, placeholder="ABCD-2345", key="code-then")
    elements.note(texts.CODE_THEN_NOTE(k=k))
    return LastTime(came_before=True, code=code)


def ask_for_code(wrong: str) -> None:
    """Ask for a room's code; *wrong* says what was wrong with the last one, "" for nothing."""
    if wrong:
        st.error(wrong)
    with st.form("join-code"):
        typed = st.text_input(texts.ASK_FOR_CODE(), max_chars=12, placeholder="ABC234")
        if not st.form_submit_button(texts.GO_IN(), type="primary") or not (code := clean_code(typed)):
            return
        if len(code) == RESUME_LETTERS:
            session.by_own_code(code)
            return
        st.query_params["code"] = code
        st.rerun()


def how_to_join(room: Room) -> None:
    """Show how people get in: a code to scan, and the address and the letters to type."""
    for sitting in store().sittings(room.id):
        link = rooms.join_link(sitting, session.origin())
        with st.container(key=f"way-in-{sitting.id}", horizontal=True, vertical_alignment="center", gap="medium"):
            elements.picture(rooms.qr_svg(link), "cosmos-scan")
            name = f'<p class="cosmos-note">{escape(sitting.name)}</p>' if sitting.name else ""
            address = escape(link.partition("://")[2].partition("?")[0])
            how = texts.SCAN_OPEN_TYPE(  # the address and the code are paragraphs of their own
                address=f'</p><p class="cosmos-address">{address}</p><p>',
                code=f'</p><p class="cosmos-code">{escape(sitting.code)}',
            )
            st.html(f'<div class="cosmos-way-in">{name}<p>{how}</p></div>')


def reach() -> None:
    """Warn if the address that is shown can't be reached by other devices."""
    host = (public_address() or session.origin()).partition("://")[2].partition(":")[0]
    if host in ("127.0.0.1", "localhost"):
        st.warning(ONLY_HERE(), icon=":material/wifi_off:")


def who_is_here(counts: Counts) -> None:
    """Show how many joined and finished, families that are large enough, and seats; before a reveal, nothing else."""
    titles = family_titles(catalogue.catalogues().roles)
    families = "".join(
        f"<li>{escape(titles.get(None if name == UNSAID else name, name))}: <strong>{n}</strong></li>"
        for name, n in counts.families.items()
    )
    below = f'<ul class="cosmos-families">{families}</ul>' if families else ""
    words = texts.JOINED_FINISHED(
        joined=f"<strong>{counts.joined}</strong>", finished=f"<strong>{counts.finished}</strong>"
    )
    st.html(f'<p class="cosmos-count">{words}</p>{below}{head_count.list_of(counts.seats)}')
