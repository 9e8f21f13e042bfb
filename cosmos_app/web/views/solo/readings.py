"""The practice case: the situations of each question, the one the visitor chose, and the reasons for others."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from cosmos_app.outputs.charts.group_view_models import choice_letters
from cosmos_app.texts.solo import readings as texts
from cosmos_app.texts.values import answer_read
from cosmos_app.workshop.participation import Participation
from models.answers import Value
from models.catalogues import Anchor, PracticeCase
from models.definition import Questionnaire
from models.items import Item


def on_item(item: Item, readings: Sequence[Anchor], participation: Participation) -> None:
    """Show one question: its situations in order, the chosen one marked, each with the reading that leads to it."""
    answer = participation.sheet.answer(item.id)
    because = {reading.value: reading.because for reading in readings}
    rows = []
    for choice in item.choices:
        chosen = answer == Value(choice.value)
        badge = f' <span class="cosmos-chosen">{texts.YOUR_CHOICE()}</span>' if chosen else ""
        why = because.get(choice.value) if isinstance(choice.value, int) else None
        reading = f'<p class="cosmos-reading">{escape(why)}</p>' if why else ""
        style = ' class="cosmos-mine"' if chosen else ""
        rows.append(f"<li{style}><p>{escape(choice.label)}{badge}</p>{reading}</li>")
    silent = "" if isinstance(answer, Value) else f"<p>{escape(answer_read(item, answer) or texts.LEFT_OPEN())}</p>"
    with st.container(key=f"card:{item.id}", border=True):
        st.html(
            f'<h2 class="cosmos-ask">{escape(item.stem(participation.seat.family))}</h2>{silent}'
            f'<ol class="cosmos-ladder">{"".join(rows)}</ol>'
        )


def in_a_room(item: Item, questionnaire: Questionnaire, case: PracticeCase | None) -> None:
    """Show the story again below a room's dots, and how others read it, if the case is still the one they rated.

    Args:
        item: The question that the room talks about.
        questionnaire: What the room rated the story with.
        case: The case as it is today; None if there is none of this id any more.
    """
    story = questionnaire.sections[0].story
    with st.expander(texts.THE_STORY(), icon=":material/menu_book:", key="story-again"):
        st.html("".join(f"<p>{escape(paragraph)}</p>" for paragraph in story))
    if case is None or case.story != story or item.id not in case.readings:
        return
    because: Mapping[int | str, str] = {reading.value: reading.because for reading in case.readings[item.id]}
    rows = "".join(
        f"<li><strong>{letter}</strong> {escape(because[choice.value])}</li>"
        for letter, choice in zip(choice_letters(len(item.choices)), item.choices, strict=True)
        if choice.value in because
    )
    with st.expander(texts.HOW_OTHERS_READ(), icon=":material/forum:", key="readings"):
        st.html(f'<ul class="cosmos-situations">{rows}</ul>')
