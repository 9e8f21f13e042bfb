"""Parts that all screens have on which sites are compared: what is looked at, tables, and what can't be compared."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Final

import streamlit as st

from cosmos_app import look
from cosmos_app.charts.axes import number
from cosmos_app.charts.rows import NOT_SHOWN
from cosmos_app.room_words.change import REASONS_TOLD
from cosmos_app.room_words.sites import CONDITIONS_ABOUT, INVENTED, LEVELS_APART, NOTHING_SHARED, NOTHING_SHARED_DO
from cosmos_app.sites import Sharing, asked_of
from cosmos_app.words import plain
from models.definition import Questionnaire
from models.versions import Shared
from models.waves import ThemeTold, Wave

IN_ADDRESS: Final = "query-params"
"""Where choices are kept: a page that is reloaded, or whose address is sent on, shows the same."""


def questionnaire_of(sites: Sequence[Sharing], label: str) -> Questionnaire | None:
    """Let people choose what is looked at; None, and a word on it, if nothing is shared."""
    asked = asked_of(sites)
    if any(room.example for one in sites for room in one.rooms):
        look.example_sign(INVENTED)
    if not asked:
        look.nothing_yet(NOTHING_SHARED, NOTHING_SHARED_DO)
        return None
    titles = {name: plain(one.title) for name, one in asked.items()}
    chosen = st.selectbox(
        label, list(asked), format_func=titles.__getitem__, key="asked", bind=IN_ADDRESS, help=LEVELS_APART
    )
    questionnaire = asked[chosen if chosen in asked else next(iter(asked))]
    if questionnaire.looks_around:
        look.note(CONDITIONS_ABOUT)
    return questionnaire


def when(wave: Wave) -> str:
    """Which time a wave was, as people say it."""
    return wave.name or wave.on


def figures(told: ThemeTold | None) -> tuple[str, ...]:
    """What is told of a theme, as cells of a table: people, index, likely between, median, answered."""
    if told is None:
        return (NOT_SHOWN, "–", "–", "–", "–")
    between = f"{number(told.interval[0])} to {number(told.interval[1])}" if told.interval else "–"
    return (str(told.n), number(told.mean), between, number(told.median), f"{told.completeness:.0%}")


FIGURES = ("People", "Index, 0 to 4", "Likely between", "Median", "Answered")
"""Heads of what ``figures`` gives."""


def table(label: str, heads: Sequence[str], rows: Iterable[Sequence[str]], key: str) -> None:
    """Give a picture's figures as a table, folded away.

    Args:
        label: What it is a table of, for screen readers.
        heads: Of its columns.
        rows: The first cell of each names it.
        key: Tells it from every other.
    """
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(one)}</td>" for one in rest)}</tr>'
        for first, *rest in rows
    )
    with st.expander("The same as a table", icon=":material/table:", key=f"table-{key}"):
        st.html(
            f'<div class="cosmos-scroll" tabindex="0" role="region" aria-label="{escape(label)}">'
            f'<table class="cosmos-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        )


def lost(shares: Mapping[str, Shared], questionnaires: Sequence[Questionnaire], key: str) -> None:
    """Say what could not be compared, and why.

    Args:
        shares: What each workshop has in common with the newest definition, by what the workshop is called.
        questionnaires: The definitions, for the titles of themes and questions; the newest first.
        key: Tells it from every other.
    """
    texts: dict[str, str] = {}
    for questionnaire in reversed(questionnaires):
        texts |= {item.id: item.stem(None) for item in questionnaire.items}
        texts |= {theme.id: theme.title for theme in questionnaire.dimensions}
    where: dict[tuple[str, str], list[str]] = {}
    for name, shared in shares.items():
        for one in shared.lost:
            where.setdefault((one.why, texts.get(one.id, one.id)), []).append(name)
    alike: dict[tuple[str, str], list[str]] = {}
    for (why, text), names in where.items():
        alike.setdefault((why, _where(names, len(shares))), []).append(text)
    if not alike:
        return
    with st.expander("What could not be compared, and why", icon=":material/rule:", key=f"lost-{key}"):
        st.html(
            "".join(
                f"<p><strong>{escape(REASONS_TOLD[why])}</strong> {escape(names)}</p><ul>{look.bullets(lost)}</ul>"
                for (why, names), lost in alike.items()
            )
        )


def _where(names: Sequence[str], every: int) -> str:
    """Of which workshops it holds; "" if there is nothing to tell apart."""
    return "" if len(names) == every else f"At {', '.join(names)}."
