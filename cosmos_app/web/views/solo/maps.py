"""Maps: each with the visitor's marks, the places they are in, and what to look at from there."""

from collections.abc import Iterable, Iterator
from html import escape

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.maps import key, map_svg
from cosmos_app.texts.charts import MOMENTS
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import Text
from cosmos_app.texts.page import TO_TALK_ABOUT
from cosmos_app.texts.solo import maps as texts
from cosmos_app.texts.solo.factors import FACTORS_TITLE
from cosmos_app.web import elements
from cosmos_app.workshop.participation import Participation
from models.catalogues import MapPlace, Placement
from models.placements import Placed


def unplaced(empty: Iterable[Placed], participation: Participation) -> Iterator[tuple[Text, list[Placed]]]:
    """Maps without a mark, under the reason: their questions are open, or only the full form asks them."""
    asked = {name for item in participation.questionnaire.at_depth(participation.seat.depth) for name in item.places}
    for heading, is_asked in ((texts.NOT_PLACED_YET, True), (texts.ON_THE_FULL_FORM, False)):
        if of_these := [placed for placed in empty if (placed.placement.id in asked) == is_asked]:
            yield heading, of_these


def on_map(placed: Placed, *, heading: bool = True) -> None:
    """Show one map, and beside it in words where the work is, what to ask there and what to look at next."""
    placement = placed.placement
    if heading:
        st.header(plain(placement.title), anchor=False)
    elements.note(placement.about)
    picture, words = st.columns(2, gap="medium")
    with picture, st.container(key=f"picture:{placement.id}", border=True):
        elements.picture(map_svg(placement, placed.counts, VARIABLES))
        _key(placement)
    with words:
        if not placed.is_known:
            elements.nothing_yet(texts.NOT_PLACED_HERE(), texts.NOT_PLACED_HERE_DO())
        for moment, when in reversed(tuple(MOMENTS.items())):
            if places := placed.places(moment):
                titles = ", ".join(place.title for place in places)
                st.html(f'<p class="cosmos-when"><strong>{when()}:</strong> {escape(titles)}</p>')
        for place in placed.places("now"):
            _place(place, placement, alone=len(placed.places("now")) == 1)


def _key(placement: Placement) -> None:
    """Say what the letters in the picture stand for."""
    if named := key(placement):
        rows = "".join(f"<li><strong>{letter}</strong> {escape(title)}</li>" for letter, title in named)
        st.html(f'<ul class="cosmos-key">{rows}</ul>')


def _place(place: MapPlace, placement: Placement, *, alone: bool) -> None:
    """Describe a place, with what to ask there and what to look at next; several places are folded away each."""
    html = f"<p>{escape(place.about)}</p>" if place.about else ""
    if place.prompts:
        html += f"<p><strong>{TO_TALK_ABOUT()}</strong></p><ul>{elements.bullets(place.prompts)}</ul>"
    themes = elements.bullets(_themes(place))
    name = f"{placement.id}/{place.id}"
    if alone:
        if html:
            st.html(html)
        if themes:
            with st.expander(texts.WORTH_A_LOOK_FROM_HERE(), key=f"look:{name}"):
                st.html(f"<ul>{themes}</ul>")
    elif html or themes:
        with st.expander(plain(place.title), key=f"place:{name}"):
            below = f"<p><strong>{texts.WORTH_A_LOOK_FROM_HERE()}</strong></p><ul>{themes}</ul>" if themes else ""
            st.html(html + below)


def _themes(place: MapPlace) -> list[str]:
    """The themes and factors that a place leads to, by the questionnaire they are asked in."""
    titles = []
    for name, offer in catalogue.offered().items():
        definition, wanted = offer.questionnaire, place.dimensions.get(name, ())
        titles.append((definition.title, [theme.title for theme in definition.dimensions if theme.id in wanted]))
    factors = catalogue.catalogues().factors.factors
    titles.append((FACTORS_TITLE(), [factor.name for factor in factors if factor.id in place.factors]))
    return [
        texts.THEMES_THERE(questionnaire=title, themes=", ".join(texts.QUOTED(title=name) for name in names))
        for title, names in titles
        if names
    ]
