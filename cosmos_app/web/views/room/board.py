"""Views of the board: what a room sees of its answers, question by question; the same at desk, wall and phone."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.group_view_models import choice_letters
from cosmos_app.outputs.charts.item_dots_svg import families_dots_svg, item_dots_svg, strip_svg
from cosmos_app.storage import Decision, Room
from cosmos_app.storage.current import store
from cosmos_app.texts.families import family_titles
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.room import decisions, dots
from cosmos_app.texts.room.head_count import FEW_PHONES_ANSWERED
from cosmos_app.texts.silences import counted_silences
from cosmos_app.texts.values import answer_read, choices_of
from cosmos_app.web import elements
from cosmos_app.web.views.solo import readings
from cosmos_app.workshop import rooms
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
            too_few(room)
            continue
        if not any(result.flagged for result in revealed.board):
            elements.note(dots.NOTHING_FLAGGED())
        with st.container(key=f"board:{name}"):
            for result in revealed.board:
                strip(result)


def too_few(room: Room) -> None:
    """Say why nothing is shown, and what can be done now."""
    few = FEW_PHONES_ANSWERED(k=room.plan.smallest_group) if rooms.few_phones(room) else dots.TOO_FEW_TO_SHOW()
    elements.nothing_yet(few, dots.TOO_FEW_DO())


def strip(result: BoardItem) -> None:
    """One question in a line of the list: its words, how the answers lie, and the dots."""
    words, picture = st.columns([5, 2], vertical_alignment="center")
    words.html(heading(result))
    with picture:
        if texts := choices_of(result.item):
            elements.picture(strip_svg(choice_letters(len(texts)), counts(result.item, result.distribution), VARIABLES))


def heading(result: BoardItem) -> str:
    """A question of the list, and how the answers to it lie, in words."""
    if not result.is_shown:
        below = dots.NOT_SHOWN()
    else:
        below = dots.SHAPE_TEXTS[result.shape].short() if steps_of(result.item) else ""
    stem = result.item.stem(None)
    return f'<p class="cosmos-row"><strong>{escape(stem)}</strong><br><span>{escape(below)}</span></p>'


def item(room: Room, name: str, result: BoardItem, turn: int = 0) -> None:
    """One question as a room talks about it: the dots, the situations behind them, who is to be heard first.

    Args:
        room: The room.
        name: Id of the questionnaire.
        result: The question with its answers.
        turn: Which in the order of the talk; not every question is opened with the same words.
    """
    elements.question(result.item.stem(None), "", "")
    is_practice = name == room.plan.practice
    if is_practice:
        elements.note(dots.OF_A_STORY(title=rooms.layouts(room)[name].questionnaire.title))
    texts = choices_of(result.item)
    if not texts:
        elements.note(dots.IN_OWN_WORDS())
        return
    labels = choice_letters(len(texts))
    before = first_round(room, name, result.item)
    with st.container(key=f"asked-{turn}"):
        with st.container(key=f"picture-item-{turn}", border=True):
            _dots(result, texts, "" if before is None else dots.SECOND_TIME())
            if before is not None:
                _dots(before, texts, dots.FIRST_TIME())
        if result.is_shown:
            _talk(result, turn)
        rows = "".join(
            f"<li{' class=cosmos-first' if _is_minority(result, value) else ''}><strong>{label}</strong> "
            f"{escape(text)}</li>"
            for label, (value, text) in zip(labels, texts.items(), strict=True)
        )
        st.html(f'<ol class="cosmos-situations">{rows}</ol>')
    if result.is_shown:
        _families(result, labels)
    if is_practice:
        questionnaire = rooms.layouts(room)[name].questionnaire
        readings.in_a_room(result.item, questionnaire, catalogue.catalogues().practice.get(name))


def _dots(result: BoardItem, texts: Mapping[int | str, str], caption: str) -> None:
    if caption:
        elements.note(caption)
    values = list(texts)
    labels = choice_letters(len(values))
    elements.picture(
        item_dots_svg(
            list(zip(labels, texts.values(), strict=True)),
            counts(result.item, result.distribution),
            VARIABLES,
            minority=values.index(result.minority) if result.minority in values else None,
            silences=counted_silences(result.silences),
            shape=result.shape,
        )
    )


def _talk(result: BoardItem, turn: int) -> None:
    """Say how the answers lie, and whose turn it is to be heard."""
    parts = []
    if steps_of(result.item):
        shape = dots.SHAPE_TEXTS[result.shape]
        parts.append(f"<p><strong>{escape(shape.short())}.</strong> {escape(shape.long())}</p>")
    if result.minority is not None:
        chosen = answer_read(result.item, Value(result.minority))
        opening = dots.MINORITY[turn % len(dots.MINORITY)]
        parts.append(
            f'<div class="cosmos-minority"><p>{escape(dots.MINORITY_LEAD())}</p><p><strong>{escape(chosen)}</strong>'
            f"</p><p>{escape(opening())}</p></div>"
        )
    elif result.shape == "alike":
        parts.append(f"<p>{escape(dots.ALL_THE_SAME())}</p>")
    if result.n is not None and (result.silences or {}).get("dont_know", 0) >= max(result.n, 1):
        parts.append(f"<p>{escape(dots.DONT_KNOW_MANY())}</p>")
    if known := dots.known_by_in_words(result.known_by):
        parts.append(f'<p class="cosmos-note">{escape(known)}</p>')
    st.html(f'<div class="cosmos-talk">{"".join(parts)}</div>')


def _families(result: BoardItem, labels: Sequence[str]) -> None:
    """Show the groups that are large enough beside each other, and how far apart the two farthest are."""
    if len(result.by_family) < 2:
        return
    titles = family_titles(catalogue.catalogues().roles)
    if gap := dots.gap_in_words(result.gap, titles):
        st.html(f'<p class="cosmos-gap">{escape(gap)}</p>')
    rows = [(titles[name], counts(result.item, distribution)) for name, distribution in result.by_family.items()]
    with st.expander(dots.GROUPS(), key=f"families:{result.item.id}", icon=":material/groups:"):
        elements.picture(families_dots_svg(rows, labels, VARIABLES))


def decided(decision: Decision, item: Item) -> None:
    """Show what a room decided on a question: the agreed situation, or both views with their reasons."""
    parts = []
    if decision.value is not None:
        parts.append(f"<p><strong>{escape(answer_read(item, Value(decision.value)))}</strong></p>")
    elif decision.one_side or decision.other_side:
        parts.append(f"<p><strong>{escape(decisions.AGREED_OR_BOTH['both']())}</strong></p>")
        parts += [
            f'<div class="cosmos-answer"><p class="cosmos-note">{escape(label())}</p><p>{escape(words)}</p></div>'
            for label, words in (
                (decisions.ONE_SIDE, decision.one_side),
                (decisions.OTHER_SIDE, decision.other_side),
            )
            if words
        ]
    if decision.note:
        parts.append(f"<p>{escape(decision.note)}</p>")
    if decision.evidence is not None:
        parts.append(f'<p class="cosmos-note">{evidence(decision)}</p>')
    st.html("".join(parts))


def evidence(decision: Decision) -> str:
    """What others could look at, as HTML; only addresses of the web become links."""
    if decision.evidence is None:
        return ""
    link = decision.evidence.link
    words = " · ".join(escape(word) for word in (decision.evidence.note, decision.evidence.date) if word)
    anchor = f'<a href="{escape(link)}" rel="noopener noreferrer">{escape(link)}</a>' if link else ""
    return " ".join(filter(None, (words, anchor)))


def reasons(room: Room, name: str, result: BoardItem) -> None:
    """Show the reasons people wrote under their names, where this workshop has names."""
    written = rooms.reasons(room, name, result.item.id)
    if not written:
        return
    rows = "".join(f"<li><strong>{escape(who)}</strong>: {escape(why)}</li>" for who, why in written)
    with st.expander(dots.REASONS(), icon=":material/edit_note:", key=f"reasons:{result.item.id}"):
        st.html(f"<ul>{rows}</ul>")


def first_round(room: Room, name: str, item: Item) -> BoardItem | None:
    """How a question was answered the first time, if it was asked again and both rounds are revealed."""
    if SECOND_ROUND not in room.workshop.rounds_shown or (name, item.id) not in store().asked_again(room.id):
        return None
    board = rooms.revealed(room, name, FIRST_ROUND).board
    return next(result for result in board if result.item.id == item.id)


def counts(item: Item, distribution: Distribution | None) -> list[int] | None:
    """People by choice, in authored order; None where that is hidden."""
    return None if distribution is None else [distribution[value] for value in choices_of(item)]


def _is_minority(result: BoardItem, value: int | str) -> bool:
    return result.minority is not None and value == result.minority
