"""Parts of learning from each other: what one asks about, the stories of others, and what surrounds several sites."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

import streamlit as st

from cosmos_app import look
from cosmos_app.charts.axes import number
from cosmos_app.parts.sharing import IN_ADDRESS
from cosmos_app.room_words.people import AFTER_BECAME
from cosmos_app.room_words.sites import (
    DIFFERENT,
    IN_COMMON,
    MAY_ASK,
    MAY_NOT_ASK,
    NO_COMMON_FACTORS,
    NO_MATCHES,
    NO_MATCHES_DO,
    NO_OWN_STORIES,
    NOTHING_DONE,
    NOTHING_DONE_YET,
    NOTHING_IN_COMMON,
    WENT,
    WHO_KNOWS,
)
from cosmos_app.session import fingerprint
from cosmos_app.sites import Sharing, factor_name
from cosmos_app.words import plain
from models.definition import Dimension, Questionnaire
from models.learning import CommonFactor, Deed, Match


def own(sites: Sequence[Sharing]) -> Sharing | None:
    """Let people say which site is theirs."""
    names = {"": "None of these", **{one.key: one.site.name for one in sites}}
    chosen = st.selectbox(
        "Which site is yours?", list(names), format_func=names.__getitem__, key="own", bind=IN_ADDRESS
    )
    return next((one for one in sites if one.key == chosen), None)


def priority(questionnaire: Questionnaire, stories: Mapping[str, int]) -> Dimension | None:
    """Let people say which theme matters to them; until they do, say how many sites know something of each."""
    themes = {one.id: one for one in questionnaire.dimensions}
    chosen = st.selectbox(
        "What is your priority?",
        list(themes),
        index=None,
        format_func=lambda one: plain(themes[one].title),
        placeholder="Choose a theme",
        key=f"priority-{questionnaire.id}",
        bind=IN_ADDRESS,
    )
    if chosen in themes:
        return themes[chosen]
    st.header(WHO_KNOWS, anchor=False)
    lines = [f"{one.title}: {_sites(stories[one.id])}" for one in themes.values()]
    st.html(f"<ul>{look.bullets(lines)}</ul>")
    return None


def _sites(number: int) -> str:
    return "nobody yet" if number == 0 else f"{number} site{'' if number == 1 else 's'}"


def stories(matches: Sequence[Match], theme: Dimension) -> None:
    """Tell what others did about a theme, those with more in common first."""
    st.header(plain(f"Others who know about “{theme.title}”"), anchor=False)
    if not matches:
        look.nothing_yet(NO_MATCHES, NO_MATCHES_DO)
    for one in matches:
        with st.container(key=f"card-story-{fingerprint(one.site)}", border=True):
            st.html(_story(one))


def _story(one: Match) -> str:
    common = ", ".join(IN_COMMON[part] for part in one.in_common) or NOTHING_IN_COMMON
    differs = ", ".join(IN_COMMON[part] for part in one.differs)
    apart = f" {DIFFERENT.format(what=differs)}" if differs else ""
    ask = MAY_ASK.format(contact=one.may_ask) if one.may_ask else MAY_NOT_ASK
    parts = [
        f'<h3 class="cosmos-room">{escape(one.site)}</h3>',
        f'<p class="cosmos-phase">{escape(WENT[one.went])}</p>',
        f'<p class="cosmos-note">In common: {escape(common)}.{escape(apart)}</p>',
        _figures(one),
        *map(_deed, one.deeds),
        _list("What others could look at", one.evidence),
        f"<p><strong>{escape(ask)}</strong></p>",
    ]
    return "".join(parts)


def _figures(one: Match) -> str:
    told = [f"{number(at.mean)} (n {at.n})" for at in one.themes if at is not None]
    words = [f"Index, one time after the other: {' → '.join(told)}."] if told else []
    if one.target is not None:
        words.append(f"They aim for {number(one.target)}.")
    return f"<p>{escape(' '.join(words))}</p>" if words else ""


def _deed(one: Deed) -> str:
    became = f". {one.became}" if one.became else ""
    return (
        f'<div class="cosmos-action cosmos-{escape(one.status)}"><p><strong>{escape(one.what)}</strong></p>'
        f"<p>{escape(AFTER_BECAME[one.status])}{escape(became)}</p></div>"
    )


def _list(head: str, texts: Iterable[str]) -> str:
    entries = look.bullets(texts)
    return f"<p><strong>{escape(head)}</strong></p><ul>{entries}</ul>" if entries else ""


def surroundings(own: Sharing, factors: Sequence[CommonFactor]) -> None:
    """Tell what surrounds one's own site and others too, and what each did about it."""
    st.header("What surrounds you, and others too", anchor=False)
    if not own.site.agreement.stories:
        look.nothing_yet(NO_OWN_STORIES)
    elif not factors:
        look.nothing_yet(NO_COMMON_FACTORS)
    acted = [one for one in factors if one.mine or any(one.others.values())]
    for one in acted:
        with st.container(key=f"factor-common-{fingerprint(one.factor)}", border=True):
            who = {f"{own.site.name} (yours)": one.mine, **one.others}
            told = "".join(_did(site, deeds) for site, deeds in who.items())
            st.html(f'<h3 class="cosmos-factor">{escape(factor_name(one.factor))}</h3>{told}')
    if rest := [one for one in factors if one not in acted]:
        look.note(NOTHING_DONE_YET)
        lines = [f"{factor_name(one.factor)}: {', '.join(one.others)}" for one in rest]
        st.html(f"<ul>{look.bullets(lines)}</ul>")


def _did(site: str, deeds: Sequence[Deed]) -> str:
    told = "".join(map(_deed, deeds)) or f'<p class="cosmos-note">{NOTHING_DONE}</p>'
    return f"<p><strong>{escape(site)}</strong></p>{told}"
