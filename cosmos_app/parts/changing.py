"""Parts of looking at change: before and after by theme, whether these are the same people, what to keep in mind."""

from collections.abc import Sequence

import streamlit as st

from cosmos_app import look
from cosmos_app.charts.axes import number
from cosmos_app.charts.change import ChangeRow, Moment, change_svg
from cosmos_app.charts.rows import NOT_SHOWN
from cosmos_app.design import VARIABLES
from cosmos_app.parts.sharing import IN_ADDRESS, lost, table, when
from cosmos_app.room_words.sites import (
    CAUTIONS,
    KEEP_IN_MIND,
    LINKED_ABOUT,
    NOT_SAID_WHO,
    OVERLAP,
    SINCE_LAST_TIME,
    THEN_TEST,
)
from cosmos_app.sites import Thread, changes_of, since_last_time
from cosmos_app.storage import Room
from models.comparison import Change, LinkedChange, Overlap, ThemeChange
from models.waves import ThemeTold


def one_of(threads: Sequence[Thread]) -> Thread:
    """Let people choose whose change they look at."""
    names = {f"{one.site.name} · {one.initiative}": one for one in threads}
    chosen = st.selectbox("Whose change", list(names), key="thread", bind=IN_ADDRESS)
    return names.get(chosen or "", threads[0])


def thread(one: Thread) -> None:
    """Show what changed from one workshop of a thread to the next."""
    every = changes_of(one)
    names = [f"{when(change.before)} → {when(change.after)}" for change in every]
    last = len(every) - 1
    chosen = last
    if last > 0:
        chosen = st.selectbox("From when to when", range(len(every)), last, format_func=names.__getitem__, key="times")
    if every:
        told(every[min(chosen, last)], "thread")


def since_last(room: Room, questionnaire: str) -> None:
    """Show a room what changed since the workshop it follows, if there is anything to be told."""
    change = since_last_time(room, questionnaire)
    if change is not None:
        with st.expander(SINCE_LAST_TIME, icon=":material/history:", key=f"since-{questionnaire}"):
            told(change, f"since-{questionnaire}")


def told(change: Change, key: str) -> None:
    """Show what changed: in words who they were and what to keep in mind, then as a picture and a table."""
    look.note(_who(change))
    with st.container(key=f"card-mind-{key}", border=True):
        st.header(KEEP_IN_MIND, anchor=False)
        told_cautions = [CAUTIONS[one] for one in change.cautions]
        st.html(f"<ul>{look.bullets(told_cautions)}</ul>")
        if "standards" in change.cautions:
            look.note(THEN_TEST)
    titles = {one.id: one.title for one in change.after.questionnaire.dimensions}
    titles |= {one.id: one.title for one in change.before.questionnaire.dimensions if one.id not in titles}
    names = (when(change.before), when(change.after))
    if change.themes:
        with st.container(key=f"picture-change-{key}", border=True):
            st.header("Theme by theme", anchor=False)
            rows = [
                ChangeRow(title=titles[one.dimension], before=_moment(one.before), after=_moment(one.after))
                for one in change.themes
            ]
            look.picture(change_svg(names, rows, VARIABLES))
            _table(change, titles, names, key)
        if any(one.linked for one in change.themes):
            look.note(LINKED_ABOUT)
    lost({"": change.shared}, [change.after.questionnaire, change.before.questionnaire], key)


def _who(change: Change) -> str:
    """Who they were, both times, as far as it may be told."""
    people = " → ".join(
        f"{when(one)}: {NOT_SHOWN if one.n is None else f'n {one.n}'}, version {one.questionnaire.version}, {one.on}"
        for one in (change.before, change.after)
    )
    return f"{people}. {_overlap(change.overlap)}"


def _overlap(overlap: Overlap) -> str:
    said = [OVERLAP[name].format(n=n) for name in OVERLAP if (n := getattr(overlap, name)) is not None]
    return " ".join(said) or NOT_SAID_WHO


def _moment(told: ThemeTold | None) -> Moment | None:
    return None if told is None else Moment(score=told.mean, lower=told.lower, upper=told.upper, n=told.n)


def _table(change: Change, titles: dict[str, str], names: tuple[str, str], key: str) -> None:
    heads = (
        *("Theme", f"Index {names[0]}", f"Index {names[1]}", "Difference", "Could lie between"),
        *("People", "Questions in common", "The same people", "By chance?"),
    )
    body = [
        (
            titles[one.dimension],
            *(NOT_SHOWN if at is None else number(at.mean) for at in (one.before, one.after)),
            *_difference(one),
            " → ".join("–" if at is None else str(at.n) for at in (one.before, one.after)),
            " of ".join(map(str, change.shared.dimensions.get(one.dimension, (0, 0)))),
            *_linked(one.linked),
        )
        for one in change.themes
    ]
    table("Change, theme by theme, as a table", heads, body, f"change-{key}")


def _difference(one: ThemeChange) -> tuple[str, str]:
    if one.difference is None or one.lower is None or one.upper is None:
        return "–", "–"
    could = f"{_signed(one.lower)} to {_signed(one.upper)}"
    return _signed(one.difference), "–" if _signed(one.lower) == _signed(one.upper) else could


def _linked(one: LinkedChange | None) -> tuple[str, str]:
    if one is None:
        return "–", "–"
    return f"{_signed(one.mean)} (n {one.n})", "too few to say" if one.p is None else f"p = {one.p:.3f}"


def _signed(value: float) -> str:
    """A difference as people read it: with its sign, but none for what rounds to nothing."""
    size = number(abs(value))
    return size if size == "0.0" else f"{'+' if value > 0 else '−'}{size}"
