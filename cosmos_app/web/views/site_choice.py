"""Parts of choosing which sites are looked at, in whose order, and which page of them."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from cosmos_app.texts.sites import (
    ALL_BY_NAME,
    ANY,
    AS_CHOSEN,
    CARD,
    FROM_TO_SITE,
    ONLY_THESE,
    PAGES_OF,
    SHOW_ALL,
    SOME_OF_ALL,
    WHICH_SITES,
)
from cosmos_app.web import elements, session
from cosmos_app.web.views.comparison_common import IN_ADDRESS
from cosmos_app.workshop.sites import A_PAGE, Sharing, Wanted, fitting
from models.definition import Questionnaire


def wanted(sites: Sequence[Sharing], questionnaire: Questionnaire) -> Wanted:
    """Let people choose which sites they look at, and which page of them."""
    names = {one.key: one.site.name for one in sites}
    with st.expander(WHICH_SITES, icon=":material/filter_list:", key="which-sites"):
        chosen = st.multiselect(
            ONLY_THESE,
            list(names),
            format_func=names.__getitem__,
            key="sites",
            bind=IN_ADDRESS,
            placeholder=ALL_BY_NAME,
        )
        card = {part: value for part in CARD if (value := _like(part, sites)) != ""}
    asked = Wanted(questionnaire=questionnaire.id, sites=tuple(chosen), card=card)
    found = fitting(sites, asked)
    _what_was_chosen(asked, len(found), sum(one.asks(questionnaire.id) for one in sites))
    return replace(asked, page=_page(found))


def _what_was_chosen(asked: Wanted, found: int, every: int) -> None:
    """Say outside the fold that not all sites are shown, or in whose order, with the way back to all."""
    if not asked.sites and not asked.card:
        return
    with st.container(key="what-was-chosen", horizontal=True, vertical_alignment="center"):
        elements.note((AS_CHOSEN if asked.sites else SOME_OF_ALL).format(n=found, all=every))
        none_of_them = {"sites": [], **{f"like-{part}": "" for part in asked.card}}
        st.button(SHOW_ALL, key="show-all", on_click=session.choose, args=(none_of_them,))


def _like(part: str, sites: Sequence[Sharing]) -> str:
    """Let people keep to sites of which a card says the same; "" for any."""
    said = sorted({getattr(one.site.card, part) for one in sites} - {""})
    label, told = CARD[part]
    if len(said) < 2:
        return ""
    if told:
        said = [one for one in told if one in said]
    words = {"": ANY, **{one: told.get(one, one) for one in said}}
    return str(st.selectbox(label, list(words), format_func=words.__getitem__, key=f"like-{part}", bind=IN_ADDRESS))


def _page(found: Sequence[Sharing]) -> int:
    starts = range(0, len(found), A_PAGE)
    if len(starts) < 2:
        return 0
    ends = [(found[start].site.name, found[min(start + A_PAGE, len(found)) - 1].site.name) for start in starts]
    words = {number: FROM_TO_SITE.format(first=first, last=last) for number, (first, last) in enumerate(ends)}
    label = PAGES_OF.format(n=len(found), page=A_PAGE)
    return int(st.selectbox(label, list(words), format_func=words.__getitem__, key="page", bind=IN_ADDRESS))
