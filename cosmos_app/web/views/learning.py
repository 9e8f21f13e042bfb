"""Parts of learning from each other: what one asks about, the stories of others, and what surrounds several sites."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

import streamlit as st

from cosmos_app.texts.numbers import number
from cosmos_app.texts.room.participants import AFTER_BECAME
from cosmos_app.texts.sites import (
    AIMS_FOR,
    CHOOSE_A_THEME,
    COULD_LOOK_AT,
    DIFFERENT,
    IN_COMMON,
    IN_COMMON_TOLD,
    INDEX_OF,
    INDICES,
    KNOWN_BY,
    MAY_ASK,
    MAY_NOT_ASK,
    NO_COMMON_FACTORS,
    NO_MATCHES,
    NO_MATCHES_DO,
    NO_OWN_STORIES,
    NOBODY_YET,
    NONE_OF_THESE,
    NOTHING_DONE,
    NOTHING_DONE_YET,
    NOTHING_IN_COMMON,
    ONE_SITE,
    OTHERS_KNOW,
    SITES,
    SURROUNDS,
    WENT,
    WHICH_IS_YOURS,
    WHO_KNOWS,
    YOUR_PRIORITY,
    YOURS,
)
from cosmos_app.texts.solo import plain
from cosmos_app.web import elements
from cosmos_app.web.session import fingerprint
from cosmos_app.web.views.comparison_common import IN_ADDRESS, name_of
from cosmos_app.workshop.sites import Sharing, factor_name
from models.definition import Dimension, Questionnaire
from models.learning import CommonFactor, Deed, Match


def own(sites: Sequence[Sharing]) -> Sharing | None:
    """Let people say which site is theirs."""
    names = {"": NONE_OF_THESE, **{one.key: name_of(one) for one in sites}}
    chosen = st.selectbox(WHICH_IS_YOURS, list(names), format_func=names.__getitem__, key="own", bind=IN_ADDRESS)
    return next((one for one in sites if one.key == chosen), None)


def priority(questionnaire: Questionnaire, stories: Mapping[str, int]) -> Dimension | None:
    """Let people say which theme matters to them; until they do, say how many sites know something of each."""
    themes = {one.id: one for one in questionnaire.dimensions}
    chosen = st.selectbox(
        YOUR_PRIORITY,
        list(themes),
        index=None,
        format_func=lambda one: plain(themes[one].title),
        placeholder=CHOOSE_A_THEME,
        key=f"priority-{questionnaire.id}",
        bind=IN_ADDRESS,
    )
    if chosen in themes:
        return themes[chosen]
    st.header(WHO_KNOWS, anchor=False)
    lines = [KNOWN_BY.format(theme=one.title, sites=_sites(stories[one.id])) for one in themes.values()]
    st.html(f"<ul>{elements.bullets(lines)}</ul>")
    return None


def _sites(number: int) -> str:
    return {0: NOBODY_YET, 1: ONE_SITE}.get(number, SITES.format(n=number))


def stories(matches: Sequence[Match], theme: Dimension, names: Mapping[str, str], own: Sharing | None) -> None:
    """Tell what others did about a theme, those with more in common first.

    Args:
        matches: The sites that have a story about it.
        theme: What it is about.
        names: What each site is called here, by its name.
        own: The site that asks; None for somebody who has none.
    """
    st.header(plain(OTHERS_KNOW.format(theme=theme.title)), anchor=False)
    if not matches:
        elements.nothing_yet(NO_MATCHES, NO_MATCHES_DO)
    for one in matches:
        with st.container(key=f"card-story-{fingerprint(one.site)}", border=True):
            st.html(_story(one, names.get(one.site, one.site), "" if own is None else _context(one)))


def _context(one: Match) -> str:
    """What two sites have in common and what not, as far as both cards say."""
    common = IN_COMMON_TOLD.format(what=", ".join(IN_COMMON[part] for part in one.in_common) or NOTHING_IN_COMMON)
    differs = ", ".join(IN_COMMON[part] for part in one.differs)
    apart = f" {DIFFERENT.format(what=differs)}" if differs else ""
    return f'<p class="cosmos-note">{escape(common)}{escape(apart)}</p>'


def _story(one: Match, name: str, context: str) -> str:
    ask = MAY_ASK.format(contact=one.may_ask) if one.may_ask else MAY_NOT_ASK
    parts = [
        f'<h3 class="cosmos-room">{escape(name)}</h3>',
        f'<p class="cosmos-phase">{escape(WENT[one.went])}</p>',
        context,
        _figures(one),
        *map(_deed, one.deeds),
        _list(COULD_LOOK_AT, one.evidence),
        f"<p><strong>{escape(ask)}</strong></p>",
    ]
    return "".join(parts)


def _figures(one: Match) -> str:
    told = [INDEX_OF.format(index=number(at.mean), n=at.n) for at in one.themes if at is not None]
    words = [INDICES.format(indices=" → ".join(told))] if told else []
    if one.target is not None:
        words.append(AIMS_FOR.format(target=number(one.target)))
    return f"<p>{escape(' '.join(words))}</p>" if words else ""


def _deed(one: Deed) -> str:
    status = AFTER_BECAME[one.status]
    # Many begin their words with how it stands.
    said_twice = one.became.casefold().startswith(status.casefold())
    became = one.became if said_twice else ". ".join(filter(None, (status, one.became)))
    return (
        f'<div class="cosmos-action cosmos-{escape(one.status)}"><p><strong>{escape(one.what)}</strong></p>'
        f"<p>{escape(became)}</p></div>"
    )


def _list(head: str, texts: Iterable[str]) -> str:
    entries = elements.bullets(texts)
    return f"<p><strong>{escape(head)}</strong></p><ul>{entries}</ul>" if entries else ""


def surroundings(own: Sharing, factors: Sequence[CommonFactor], names: Mapping[str, str]) -> None:
    """Tell what surrounds one's own site and others too, and what each did about it.

    Args:
        own: The site that asks.
        factors: What it has in common with others.
        names: What each site is called here, by its name.
    """
    st.header(SURROUNDS, anchor=False)
    if not own.site.agreement.stories:
        elements.nothing_yet(NO_OWN_STORIES)
    elif not factors:
        elements.nothing_yet(NO_COMMON_FACTORS)
    acted = [one for one in factors if one.mine or any(one.others.values())]
    for one in acted:
        with st.container(key=f"factor-common-{fingerprint(one.factor)}", border=True):
            who = {own.site.name: one.mine, **one.others}
            called = {**names, own.site.name: YOURS.format(site=names[own.site.name])}
            told = "".join(_did(called[site], deeds) for site, deeds in who.items())
            st.html(f'<h3 class="cosmos-factor">{escape(factor_name(one.factor))}</h3>{told}')
    if rest := [one for one in factors if one not in acted]:
        elements.note(NOTHING_DONE_YET)
        lines = [
            KNOWN_BY.format(theme=factor_name(one.factor), sites=", ".join(names[site] for site in one.others))
            for one in rest
        ]
        st.html(f"<ul>{elements.bullets(lines)}</ul>")


def _did(site: str, deeds: Sequence[Deed]) -> str:
    told = "".join(map(_deed, deeds)) or f'<p class="cosmos-note">{NOTHING_DONE}</p>'
    return f"<p><strong>{escape(site)}</strong></p>{told}"
