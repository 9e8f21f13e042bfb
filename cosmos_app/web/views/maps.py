"""Parts of the maps' screen: a map with the visitor's marks, the places they are in, and where to look from there."""

from collections.abc import Iterable, Iterator
from html import escape

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.maps import WHEN, key, map_svg
from cosmos_app.texts.solo import plain
from cosmos_app.web import elements
from cosmos_app.web.routes import SCREENS
from cosmos_app.workshop.participation import Participation
from models.catalogues import MapPlace, Placement
from models.placements import Placed


def unplaced(empty: Iterable[Placed], participation: Participation) -> Iterator[tuple[str, list[Placed]]]:
    """Maps without a mark, by why: their questions are open, or only the full form asks them."""
    asked = {name for item in participation.questionnaire.at_depth(participation.seat.depth) for name in item.places}
    for heading, here in (("Not placed yet", True), ("On the full form", False)):
        if some := [one for one in empty if (one.placement.id in asked) == here]:
            yield heading, some


def on_map(placed: Placed, *, heading: bool = True) -> None:
    """Show one map, beside it in words where the work is, and what to ask and to look at from there."""
    placement = placed.placement
    if heading:
        st.header(plain(placement.title), anchor=False)
    elements.note(placement.about)
    picture, words = st.columns(2, gap="medium")
    with picture, st.container(key=f"picture-{placement.id}", border=True):
        elements.picture(map_svg(placement, placed.counts, VARIABLES))
        _key(placement)
    with words:
        if not placed.is_known:
            elements.nothing_yet("You have not placed the work here.", "The map stands here to look at.")
        for at, when in reversed(tuple(WHEN.items())):
            if found := placed.places(at):
                titles = ", ".join(place.title for place in found)
                st.html(f'<p class="cosmos-when"><strong>{when}:</strong> {escape(titles)}</p>')
        for place in placed.places("now"):
            _place(place, placement, alone=len(placed.places("now")) == 1)


def _key(placement: Placement) -> None:
    """Say what the letters in the picture stand for."""
    if named := key(placement):
        rows = "".join(f"<li><strong>{letter}</strong> {escape(title)}</li>" for letter, title in named)
        st.html(f'<ul class="cosmos-key">{rows}</ul>')


def _place(place: MapPlace, placement: Placement, *, alone: bool) -> None:
    """Say what it is like to be in a place, what to ask there, and where to look; several places each in a fold."""
    told = f"<p>{escape(place.about)}</p>" if place.about else ""
    if place.prompts:
        told += f"<p><strong>To talk about</strong></p><ul>{elements.bullets(place.prompts)}</ul>"
    themes = elements.bullets(_themes(place))
    name = f"{placement.id}-{place.id}"
    if alone:
        if told:
            st.html(told)
        if themes:
            with st.expander("Worth a look from here", key=f"look-{name}"):
                st.html(f"<ul>{themes}</ul>")
    elif told or themes:
        with st.expander(plain(place.title), key=f"place-{name}"):
            st.html(told + (f"<p><strong>Worth a look from here</strong></p><ul>{themes}</ul>" if themes else ""))


def _themes(place: MapPlace) -> list[str]:
    """The themes and factors that a place leads to, by the questionnaire they are asked in."""
    told = []
    for name, offer in catalogue.offered().items():
        definition, wanted = offer.questionnaire, place.dimensions.get(name, ())
        told.append((definition.title, [one.title for one in definition.dimensions if one.id in wanted]))
    factors = catalogue.catalogues().factors.factors
    told.append((SCREENS["factors"].call, [one.name for one in factors if one.id in place.factors]))
    return [f"{title}: {', '.join(f'“{name}”' for name in names)}" for title, names in told if names]
