"""Change over time: before and after by theme, whether these are the same people, what to keep in mind."""

from collections.abc import Sequence

import streamlit as st

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts import change_table
from cosmos_app.outputs.charts.theme_over_time import change_svg
from cosmos_app.storage import Room
from cosmos_app.texts import over_time as texts
from cosmos_app.web import elements
from cosmos_app.web.views.sites.comparison_common import (
    IN_ADDRESS,
    as_invented,
    by_older_rule,
    lost,
    table,
    whom_to_ask,
)
from cosmos_app.workshop.sites import Series, change_since_last_time, changes_of
from models.change import Change


def chosen(threads: Sequence[Series]) -> Series:
    """Let people choose whose change they look at."""
    names = {_name(series): series for series in threads}
    name = st.selectbox(texts.WHOSE_CHANGE(), list(names), key="thread", bind=IN_ADDRESS)
    found = names.get(name or "", threads[0])
    if whom := whom_to_ask(found.site.sharing_agreement):
        elements.note(whom)
    return found


def thread(series: Series) -> None:
    """Show what changed from one workshop of a thread to the next; the latest, unless another is chosen."""
    # The latest is first, so that an address without a choice shows it and the default never moves.
    numbered = [*enumerate(changes_of(series), start=1)]
    changes = {
        f"{number}. {' → '.join(change_table.names_of(change))}": change for number, change in reversed(numbered)
    }
    if not changes:
        return
    latest = times = next(iter(changes))
    if len(changes) > 1:
        times = st.selectbox(texts.FROM_WHEN_TO_WHEN(), list(changes), key=f"times {_name(series)}", bind=IN_ADDRESS)
    show(changes[times if times in changes else latest], "thread")


def since_last(room: Room, questionnaire: str) -> None:
    """Show a room what changed since the workshop it follows, if anything can be shown."""
    change = change_since_last_time(room, questionnaire)
    if change is not None:
        with st.expander(texts.SINCE_LAST_TIME(), icon=":material/history:", key=f"since:{questionnaire}"):
            show(change, f"since-{questionnaire}")


def show(change: Change, key: str) -> None:
    """Show what changed: in words who they were and what to keep in mind, then as a picture and a table."""
    elements.note(change_table.who(change))
    with st.container(key=f"card-mind:{key}", border=True):
        st.header(texts.KEEP_IN_MIND(), anchor=False)
        cautions = [texts.CAUTIONS[name]() for name in change.cautions]
        st.html(f"<ul>{elements.bullets(cautions)}</ul>")
        if "standards" in change.cautions:
            elements.note(texts.THEN_TEST())
    if change.themes:
        with st.container(key=f"picture-change:{key}", border=True):
            st.header(texts.THEME_BY_THEME(), anchor=False)
            elements.picture(change_svg(change_table.names_of(change), change_table.rows_of(change), VARIABLES))
            columns = (texts.THEME(), *(column() for column in texts.CHANGE_HEADS))
            heads, rows = change_table.table_of(change, columns)
            if change_table.shows_likely(change):
                elements.note(texts.LIKELY_ABOUT())
            table(texts.CHANGE_AS_A_TABLE(), heads, rows, f"change/{key}")
        if change_table.shows_linked(change):
            elements.note(texts.LINKED_ABOUT())
        if any(map(change_table.tells_chance, change.themes)):
            elements.note(texts.CHANCE_ABOUT())
    by_older_rule({wave.when: wave for wave in (change.before, change.after)})
    only_short = {change.before.depth, change.after.depth} == {"short"}
    lost({"": change.shared}, [change.after.questionnaire, change.before.questionnaire], key, only_short=only_short)


def _name(series: Series) -> str:
    site = as_invented(series.site.name) if any(room.example for room in series.rooms) else series.site.name
    return f"{site} · {series.initiative}"
