"""The choice of which sites are compared, in which order, and which page of them is shown."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from cosmos_app.texts.sites import comparison as texts
from cosmos_app.texts.sites.card import CARD, card_value
from cosmos_app.web import elements, session
from cosmos_app.web.views.sites.comparison_common import IN_ADDRESS
from cosmos_app.workshop.sites import PAGE_SIZE, Selection, SharedSite, selected_sites
from models.definition import Questionnaire


def wanted(sites: Sequence[SharedSite], questionnaire: Questionnaire) -> Selection:
    """Let people choose which sites they look at, and which page of them."""
    names = {sharing.key: sharing.site.name for sharing in sites}
    with st.expander(texts.WHICH_SITES(), icon=":material/filter_list:", key="which-sites"):
        chosen = st.multiselect(
            texts.ONLY_THESE(),
            list(names),
            format_func=names.__getitem__,
            key="sites",
            bind=IN_ADDRESS,
            placeholder=texts.ALL_BY_NAME(),
        )
        card = {part: value for part in CARD if (value := _like(part, sites)) != ""}
    choice = Selection(questionnaire=questionnaire.id, sites=tuple(chosen), card=card)
    found = selected_sites(sites, choice)
    _what_was_chosen(choice, len(found), sum(sharing.asks(questionnaire.id) for sharing in sites))
    return replace(choice, page=_page(found))


def _what_was_chosen(wanted: Selection, found: int, total: int) -> None:
    """Say that not all sites are shown, or in which order, with a button to show all; nothing if all are shown."""
    if not wanted.sites and not wanted.card:
        return
    with st.container(key="what-was-chosen", horizontal=True, vertical_alignment="center"):
        shown = texts.AS_CHOSEN if wanted.sites else texts.SOME_OF_ALL
        elements.note(shown(n=found, all=total))
        none_of_them = {"sites": [], **{f"like-{part}": "" for part in wanted.card}}
        st.button(texts.SHOW_ALL(), key="show-all", on_click=session.set_widgets, args=(none_of_them,))


def _like(part: str, sites: Sequence[SharedSite]) -> str:
    """Let people choose a value of one part of the card; "" for any."""
    values = sorted({getattr(sharing.site.card, part) for sharing in sites} - {""})
    label, choices = CARD[part]
    if len(values) < 2:
        return ""
    if choices:
        values = [value for value in choices if value in values]
    words = {"": texts.ANY(), **{value: card_value(part, value) for value in values}}
    return str(st.selectbox(label(), list(words), format_func=words.__getitem__, key=f"like-{part}", bind=IN_ADDRESS))


def _page(found: Sequence[SharedSite]) -> int:
    starts = range(0, len(found), PAGE_SIZE)
    if len(starts) < 2:
        return 0
    ends = [(found[start].site.name, found[min(start + PAGE_SIZE, len(found)) - 1].site.name) for start in starts]
    words = {number: texts.FROM_TO_SITE(first=first, last=last) for number, (first, last) in enumerate(ends)}
    label = texts.PAGES_OF(len(found), page=PAGE_SIZE)
    return int(st.selectbox(label, list(words), format_func=words.__getitem__, key="page", bind=IN_ADDRESS))
