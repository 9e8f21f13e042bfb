"""The clock of a step, on the wall and at the desk; `theme.js` makes it tick."""

from html import escape
from time import time

import streamlit as st

from cosmos_app.texts.page import (
    MINUTES,
    TIME_LEFT,
    TIME_OVER,
)


def clock(minutes: int, since: int | None) -> None:
    """Show how much time a step has left; nothing happens when it is over.

    Args:
        minutes: How long the step may take.
        since: When it began, in seconds since 1970; None shows the length alone.
    """
    if since is None:
        st.html(f'<p class="cosmos-clock">{escape(MINUTES(minutes))}</p>')
        return
    left = minutes * 60 - (int(time()) - since)
    text = TIME_OVER if left < 0 else TIME_LEFT
    words = text(time=f"{abs(left) // 60}:{abs(left) % 60:02}")
    over = " data-over" if left < 0 else ""
    st.html(f'<p class="cosmos-clock" role="timer" data-left="{left}"{over}>{escape(words)}</p>')
