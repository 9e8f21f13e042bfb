"""Parts of the board: what a room sees of its answers, question by question; the same at desk, wall and phone."""

from collections.abc import Mapping, Sequence
from html import escape
from math import floor

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.board import families_dots_svg, item_dots_svg, strip_svg
from cosmos_app.outputs.charts.group_view_models import letters
from cosmos_app.storage import Decision, Room
from cosmos_app.texts.room.desk import UNSAID_FAMILY
from cosmos_app.texts.room.dots import (
    ALL_THE_SAME,
    GAP,
    GAP_FEW,
    GAP_NOTE,
    GAP_SMALL,
    GAP_STEPS,
    KNOWN_TOLD,
    MINORITY,
    MINORITY_LEAD,
    NOT_SHOWN,
    NOTHING_FLAGGED,
    OF_A_STORY,
    ONE_SIDE,
    OTHER_SIDE,
    SETTLE,
    SHAPES_TOLD,
    SILENCES_MANY,
    TOO_FEW_DO,
    TOO_FEW_TO_SHOW,
)
from cosmos_app.texts.silences import counted_silences
from cosmos_app.texts.solo import plain
from cosmos_app.texts.values import answer_read, choices_of
from cosmos_app.web import elements
from cosmos_app.web.views import readings
from cosmos_app.workshop import rooms
from models.agreement import FEWEST
from models.answers import Value
from models.board import BoardItem, Distribution
from models.descriptives import steps_of
from models.items import Item
from models.reveal import Revealed

FIRST_ROUND, SECOND_ROUND = 1, 2


def boards(room: Room) -> list[tuple[str, Revealed]]:
    """What is revealed of each questionnaire the room is asked, in order."""
    return [(name, rooms.revealed(room, name)) for name in room.definitions]


def overview(room: Room) -> None:
    """List every question, those first on which the room differs most."""
    for name, revealed in boards(room):
        if len(room.definitions) > 1:
            st.header(plain(revealed.layout.questionnaire.title), anchor=False)
        if not revealed.is_shown:
            elements.nothing_yet(TOO_FEW_TO_SHOW, TOO_FEW_DO)
            continue
        if not any(one.flagged for one in revealed.board):
            elements.note(NOTHING_FLAGGED)
        with st.container(key=f"board-{name}"):
            for one in revealed.board:
                strip(one)


def strip(one: BoardItem) -> None:
    """One question in a line of the list: its words, how the answers lie, and the dots."""
    words, picture = st.columns([5, 2], vertical_alignment="center")
    words.html(heading(one))
    with picture:
        if choices_of(one.item):
            elements.picture(
                strip_svg(letters(len(choices_of(one.item))), counts(one.item, one.distribution), VARIABLES)
            )


def heading(one: BoardItem) -> str:
    """A question of the list, and how the answers to it lie, in words."""
    told = (SHAPES_TOLD[one.shape].short if steps_of(one.item) else "") if one.is_shown else NOT_SHOWN
    return f'<p class="cosmos-row"><strong>{escape(one.item.stem(None))}</strong><br><span>{escape(told)}</span></p>'


def item(room: Room, name: str, one: BoardItem, turn: int = 0) -> None:
    """One question as a room talks about it: the dots, the situations behind them, who is to be heard first.

    Args:
        room: The room.
        name: Id of the questionnaire.
        one: The question with its answers.
        turn: Which in the order of the talk; not every question is opened with the same words.
    """
    elements.question(one.item.stem(None), "", "")
    if name == room.plan.practice:
        elements.note(OF_A_STORY.format(title=rooms.layouts(room)[name].questionnaire.title))
    if not choices_of(one.item):
        elements.note("People answered this in their own words, which are theirs alone.")
        return
    labels, texts = letters(len(choices_of(one.item))), choices_of(one.item)
    before = first_round(room, name, one.item)
    with st.container(key=f"asked-{turn}"):
        with st.container(key=f"picture-item-{turn}", border=True):
            _dots(one, texts, "" if before is None else "The second time")
            if before is not None:
                _dots(before, texts, "The first time")
        if one.is_shown:
            _talk(one, turn)
        rows = "".join(
            f"<li{' class=cosmos-first' if _is_minority(one, value) else ''}><strong>{label}</strong> "
            f"{escape(text)}</li>"
            for label, (value, text) in zip(labels, texts.items(), strict=True)
        )
        st.html(f'<ol class="cosmos-situations">{rows}</ol>')
    if one.is_shown:
        _families(one, labels)
    if name == room.plan.practice:
        readings.in_a_room(one.item, rooms.layouts(room)[name].questionnaire, catalogue.catalogues().practice.get(name))


def _dots(one: BoardItem, texts: Mapping[int | str, str], caption: str) -> None:
    if caption:
        elements.note(caption)
    values = list(texts)
    labels = letters(len(values))
    elements.picture(
        item_dots_svg(
            list(zip(labels, texts.values(), strict=True)),
            counts(one.item, one.distribution),
            VARIABLES,
            minority=values.index(one.minority) if one.minority in values else None,
            silences=counted_silences(one.silences),
            shape=one.shape,
        )
    )


def _talk(one: BoardItem, turn: int) -> None:
    """Say how the answers lie, and whose turn it is to be heard."""
    shape = SHAPES_TOLD[one.shape]
    told = [f"<p><strong>{escape(shape.short)}.</strong> {escape(shape.long)}</p>"] if steps_of(one.item) else []
    if one.minority is not None:
        chosen = answer_read(one.item, Value(one.minority))
        told.append(
            f'<div class="cosmos-minority"><p>{escape(MINORITY_LEAD)}</p><p><strong>{escape(chosen)}</strong></p>'
            f"<p>{escape(MINORITY[turn % len(MINORITY)])}</p></div>"
        )
    elif one.shape == "alike":
        told.append(f"<p>{escape(ALL_THE_SAME)}</p>")
    if one.n is not None and (one.silences or {}).get("dont_know", 0) >= max(one.n, 1):
        told.append(f"<p>{escape(SILENCES_MANY)}</p>")
    if one.known_by and any(n for how, n in one.known_by.items() if how):
        known = ", ".join(f"{n} {KNOWN_TOLD[how]}" for how, n in one.known_by.items() if n)
        told.append(f'<p class="cosmos-note">How people know it: {escape(known)}.</p>')
    st.html(f'<div class="cosmos-talk">{"".join(told)}</div>')


def _families(one: BoardItem, labels: Sequence[str]) -> None:
    """Show the groups that are large enough beside each other, and how far apart the two farthest are."""
    if len(one.by_family) < 2:
        return
    if one.gap is not None:
        st.html(f'<p class="cosmos-gap">{escape(gap_told(one))}</p>')
    titles = family_titles()
    rows = [(titles[name], counts(one.item, told)) for name, told in one.by_family.items()]
    with st.expander("How groups see it", key=f"families-{one.item.id.replace('.', '-')}", icon=":material/groups:"):
        elements.picture(families_dots_svg(rows, labels, VARIABLES))


def gap_told(one: BoardItem) -> str:
    """How far apart the two groups are that see a question most differently."""
    if one.gap is None:
        return ""
    gap, titles = one.gap.gap, family_titles()
    halves = floor(abs(gap.mean_gap) * 2 + 0.5)
    if halves == 0:
        return GAP_SMALL
    told = GAP.format(steps=GAP_STEPS[halves], higher=titles[one.gap.first], lower=titles[one.gap.second])
    few = min(gap.n_first, gap.n_second) < FEWEST
    return " ".join((told, GAP_NOTE, *([GAP_FEW] if few else [])))


def settled(one: Decision, asked: Item) -> None:
    """Show what a room settled on a question: the agreed situation, or both views with their reasons."""
    told = []
    if one.value is not None:
        value = Value(tuple(one.value) if isinstance(one.value, list) else one.value)
        told.append(f"<p><strong>{escape(answer_read(asked, value))}</strong></p>")
    elif one.one_side or one.other_side:
        told.append(f"<p><strong>{escape(SETTLE['both'])}</strong></p>")
        told += [
            f'<div class="cosmos-answer"><p class="cosmos-note">{escape(label)}</p><p>{escape(words)}</p></div>'
            for label, words in ((ONE_SIDE, one.one_side), (OTHER_SIDE, one.other_side))
            if words
        ]
    if one.note:
        told.append(f"<p>{escape(one.note)}</p>")
    if one.evidence is not None:
        told.append(f'<p class="cosmos-note">{evidence(one)}</p>')
    st.html("".join(told))


def evidence(one: Decision) -> str:
    """What others could look at, as HTML; only addresses of the web become links."""
    if one.evidence is None:
        return ""
    link = one.evidence.link
    words = " · ".join(escape(word) for word in (one.evidence.note, one.evidence.date) if word)
    anchor = f'<a href="{escape(link)}" rel="noopener noreferrer">{escape(link)}</a>' if link else ""
    return " ".join(filter(None, (words, anchor)))


def reasons(room: Room, name: str, one: BoardItem) -> None:
    """Show the reasons people wrote under their names, where this workshop has names."""
    written = rooms.reasons(room, name, one.item.id)
    if written:
        told = "".join(f"<li><strong>{escape(who)}</strong>: {escape(why)}</li>" for who, why in written)
        with st.expander(
            "Reasons people wrote", icon=":material/edit_note:", key=f"reasons-{one.item.id.replace('.', '-')}"
        ):
            st.html(f"<ul>{told}</ul>")


def first_round(room: Room, name: str, asked: Item) -> BoardItem | None:
    """How a question was answered the first time, if it was asked again and both rounds are revealed."""
    if SECOND_ROUND not in room.workshop.rounds_shown or (name, asked.id) not in rooms.asked_again(room):
        return None
    board = rooms.revealed(room, name, FIRST_ROUND).board
    return next(one for one in board if one.item.id == asked.id)


def counts(asked: Item, distribution: Distribution | None) -> list[int] | None:
    """People by choice, in authored order; None where that is hidden."""
    return None if distribution is None else [distribution[value] for value in choices_of(asked)]


def family_titles() -> Mapping[str | None, str]:
    """What each family is called; None stands for people who did not say."""
    roles = catalogue.catalogues().roles
    return {None: UNSAID_FAMILY, **{family.id: family.title for family in roles.families}}


def _is_minority(one: BoardItem, value: int | str) -> bool:
    return one.minority is not None and value == one.minority
