"""Parts of the practice case: the situations of a question, the one the visitor chose, and what speaks for others."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from cosmos_app.visits import Visit
from cosmos_app.words import said
from models.answers import Value
from models.catalogues import CaseReading
from models.items import Item


def on_item(item: Item, readings: Sequence[CaseReading], visit: Visit) -> None:
    """Show one question: its situations in order, the chosen one marked, and the readings below those they lead to."""
    answer = visit.sheet.answer(item.id)
    because = {reading.value: reading.because for reading in readings}
    rows = []
    for choice in item.choices:
        chosen = answer == Value(choice.value)
        mark = ' <span class="cosmos-chosen">Your choice</span>' if chosen else ""
        why = because.get(choice.value) if isinstance(choice.value, int) else None
        reading = f'<p class="cosmos-reading">{escape(why)}</p>' if why else ""
        style = ' class="cosmos-mine"' if chosen else ""
        rows.append(f"<li{style}><p>{escape(choice.label)}{mark}</p>{reading}</li>")
    silent = "" if isinstance(answer, Value) else f"<p>{escape(said(item, answer) or 'You left this open.')}</p>"
    with st.container(key=f"card-{item.id.replace('.', '-')}", border=True):
        st.html(
            f'<h2 class="cosmos-ask">{escape(item.stem(visit.seat.family))}</h2>{silent}'
            f'<ol class="cosmos-ladder">{"".join(rows)}</ol>'
        )
