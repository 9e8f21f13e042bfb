"""Parts of looking at change: before and after by theme, whether these are the same people, what to keep in mind."""

from collections.abc import Sequence

import streamlit as st

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts import change_table
from cosmos_app.outputs.charts.change import change_svg
from cosmos_app.outputs.charts.group_view_models import people
from cosmos_app.storage import Room
from cosmos_app.texts.over_time import (
    CAUTIONS,
    CHANGE_AS_A_TABLE,
    CHANGE_HEADS,
    FROM_WHEN_TO_WHEN,
    KEEP_IN_MIND,
    LIKELY_ABOUT,
    LINKED_ABOUT,
    NOT_SAID_WHO,
    OVERLAP,
    SINCE_LAST_TIME,
    THEME,
    THEME_BY_THEME,
    THEN_TEST,
    WHOSE_CHANGE,
)
from cosmos_app.texts.room.dots import NOT_SHOWN
from cosmos_app.web import elements
from cosmos_app.web.views.comparison_common import IN_ADDRESS, as_invented, lost, table, whom_to_ask
from cosmos_app.workshop.sites import Thread, changes_of, since_last_time
from models.comparison import Change


def one_of(threads: Sequence[Thread]) -> Thread:
    """Let people choose whose change they look at."""
    names = {_name(one): one for one in threads}
    chosen = st.selectbox(WHOSE_CHANGE, list(names), key="thread", bind=IN_ADDRESS)
    found = names.get(chosen or "", threads[0])
    if whom := whom_to_ask(found.site.agreement):
        elements.note(whom)
    return found


def thread(one: Thread) -> None:
    """Show what changed from one workshop of a thread to the next; the latest, unless another is chosen."""
    # The latest stands first: so it is what an address without a choice shows, and no default ever moves.
    numbered = [*enumerate(changes_of(one), start=1)]
    every = {f"{number}. {' → '.join(change_table.names_of(change))}": change for number, change in reversed(numbered)}
    if not every:
        return
    latest = next(iter(every))
    chosen = latest
    if len(every) > 1:
        chosen = st.selectbox(FROM_WHEN_TO_WHEN, list(every), key=f"times {_name(one)}", bind=IN_ADDRESS)
    told(every[chosen if chosen in every else latest], "thread")


def since_last(room: Room, questionnaire: str) -> None:
    """Show a room what changed since the workshop it follows, if there is anything to be told."""
    change = since_last_time(room, questionnaire)
    if change is not None:
        with st.expander(SINCE_LAST_TIME, icon=":material/history:", key=f"since-{questionnaire}"):
            told(change, f"since-{questionnaire}")


def told(change: Change, key: str) -> None:
    """Show what changed: in words who they were and what to keep in mind, then as a picture and a table."""
    elements.note(change_table.who(change, _people, OVERLAP, NOT_SAID_WHO))
    with st.container(key=f"card-mind-{key}", border=True):
        st.header(KEEP_IN_MIND, anchor=False)
        told_cautions = [CAUTIONS[one] for one in change.cautions]
        st.html(f"<ul>{elements.bullets(told_cautions)}</ul>")
        if "standards" in change.cautions:
            elements.note(THEN_TEST)
    if change.themes:
        with st.container(key=f"picture-change-{key}", border=True):
            st.header(THEME_BY_THEME, anchor=False)
            elements.picture(change_svg(change_table.names_of(change), change_table.rows_of(change), VARIABLES))
            heads, rows = change_table.table_of(change, (THEME, *CHANGE_HEADS))
            elements.note(LIKELY_ABOUT)
            table(CHANGE_AS_A_TABLE, heads, rows, f"change-{key}")
        if change_table.tells_linked(change):
            elements.note(LINKED_ABOUT)
    only_short = {change.before.depth, change.after.depth} == {"short"}
    lost({"": change.shared}, [change.after.questionnaire, change.before.questionnaire], key, only_short=only_short)


def _name(one: Thread) -> str:
    site = as_invented(one.site.name) if any(room.example for room in one.rooms) else one.site.name
    return f"{site} · {one.initiative}"


def _people(n: int | None) -> str:
    return NOT_SHOWN() if n is None else people(n)
