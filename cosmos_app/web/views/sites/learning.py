"""Learning from each other: which theme one asks about, the stories of others, and what several sites have around."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

import streamlit as st

from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.numbers import number
from cosmos_app.texts.room.participants import AFTER_BECAME, became_of
from cosmos_app.texts.sites import learning as texts
from cosmos_app.texts.sites.comparison import INDEX_OF
from cosmos_app.web import elements
from cosmos_app.web.session import fingerprint
from cosmos_app.web.views.sites.comparison_common import IN_ADDRESS, name_of
from cosmos_app.workshop.sites import SharedSite, factor_name
from models.definition import Dimension, Questionnaire
from models.learning import CommonFactor, Match, SharedAction


def own(sites: Sequence[SharedSite]) -> SharedSite | None:
    """Let people say which site is theirs."""
    names = {"": texts.NONE_OF_THESE(), **{sharing.key: name_of(sharing) for sharing in sites}}
    label = texts.WHICH_IS_YOURS()
    chosen = st.selectbox(label, list(names), format_func=names.__getitem__, key="own", bind=IN_ADDRESS)
    return next((sharing for sharing in sites if sharing.key == chosen), None)


def priority(questionnaire: Questionnaire, stories: Mapping[str, int]) -> Dimension | None:
    """Let people choose a theme; until they do, list how many sites have something to tell about each."""
    themes = {theme.id: theme for theme in questionnaire.dimensions}
    chosen = st.selectbox(
        texts.YOUR_PRIORITY(),
        list(themes),
        index=None,
        format_func=lambda name: plain(themes[name].title),
        placeholder=texts.CHOOSE_A_THEME(),
        key=f"priority-{questionnaire.id}",
        bind=IN_ADDRESS,
    )
    if chosen in themes:
        return themes[chosen]
    st.header(texts.WHO_KNOWS(), anchor=False)
    lines = [_known_to(theme.title, stories[theme.id]) for theme in themes.values()]
    st.html(f"<ul>{elements.bullets(lines)}</ul>")
    return None


def _known_to(theme: str, sites: int) -> str:
    """How many sites have something to tell about a theme."""
    return texts.KNOWN_TO(sites, theme=theme) if sites else texts.KNOWN_TO_NOBODY(theme=theme)


def stories(matches: Sequence[Match], theme: Dimension, names: Mapping[str, str], own: SharedSite | None) -> None:
    """Show what others did about a theme, sites with more in common first.

    Args:
        matches: The sites that have a story about it.
        theme: What it is about.
        names: What each site is called here, by its name.
        own: The site that asks; None for somebody who has none.
    """
    st.header(plain(texts.OTHERS_KNOW(theme=theme.title)), anchor=False)
    if not matches:
        elements.nothing_yet(texts.NO_MATCHES(), texts.NO_MATCHES_DO())
    for match in matches:
        with st.container(key=f"card-story-{fingerprint(match.site)}", border=True):
            st.html(_story(match, names.get(match.site, match.site), "" if own is None else _context(match)))


def _context(match: Match) -> str:
    """What two sites have in common and what not, as far as both cards say."""
    in_common = ", ".join(texts.IN_COMMON[part]() for part in match.in_common)
    differs = ", ".join(texts.IN_COMMON[part]() for part in match.differs)
    both = paragraph(
        texts.SAID_IN_COMMON(what=in_common or texts.NOTHING_IN_COMMON()),
        texts.DIFFERENT(what=differs) if differs else "",
    )
    return f'<p class="cosmos-note">{escape(both)}</p>'


def _story(match: Match, name: str, context: str) -> str:
    ask = texts.MAY_ASK(contact=match.may_ask) if match.may_ask else texts.MAY_NOT_ASK()
    parts = [
        f'<h3 class="cosmos-room">{escape(name)}</h3>',
        f'<p class="cosmos-phase">{escape(texts.OUTCOMES[match.outcome]())}</p>',
        context,
        _figures(match),
        *map(_action, match.actions),
        _list(texts.COULD_LOOK_AT(), match.evidence),
        f"<p><strong>{escape(ask)}</strong></p>",
    ]
    return "".join(parts)


def _figures(match: Match) -> str:
    indices = [INDEX_OF(figures.n, index=number(figures.mean)) for figures in match.themes if figures is not None]
    words = paragraph(
        texts.INDICES(indices=" → ".join(indices)) if indices else "",
        texts.AIMS_FOR(target=number(match.target)) if match.target is not None else "",
    )
    return f"<p>{escape(words)}</p>" if words else ""


def _action(action: SharedAction) -> str:
    status = AFTER_BECAME[action.status]()
    # Many people begin their note with the status itself.
    said_twice = action.became.casefold().startswith(status.casefold())
    became = action.became if said_twice else became_of(action.status, action.became)
    return (
        f'<div class="cosmos-action cosmos-{escape(action.status)}"><p><strong>{escape(action.what)}</strong></p>'
        f"<p>{escape(became)}</p></div>"
    )


def _list(head: str, lines: Iterable[str]) -> str:
    entries = elements.bullets(lines)
    return f"<p><strong>{escape(head)}</strong></p><ul>{entries}</ul>" if entries else ""


def surroundings(own: SharedSite, factors: Sequence[CommonFactor], names: Mapping[str, str]) -> None:
    """Show the factors that one's own site has in common with others, and what each did about them.

    Args:
        own: The site that asks.
        factors: What it has in common with others.
        names: What each site is called here, by its name.
    """
    st.header(texts.SURROUNDS(), anchor=False)
    if not own.site.sharing_agreement.stories:
        elements.nothing_yet(texts.NO_OWN_STORIES())
    elif not factors:
        elements.nothing_yet(texts.NO_COMMON_FACTORS())
    acted = [factor for factor in factors if factor.mine or any(factor.others.values())]
    for factor in acted:
        with st.container(key=f"factor-common-{fingerprint(factor.factor)}", border=True):
            actions_of = {own.site.name: factor.mine, **factor.others}
            called = {**names, own.site.name: texts.YOURS(site=names[own.site.name])}
            html = "".join(_did(called[site], actions) for site, actions in actions_of.items())
            st.html(f'<h3 class="cosmos-factor">{escape(factor_name(factor.factor))}</h3>{html}')
    if rest := [factor for factor in factors if factor not in acted]:
        elements.note(texts.NOTHING_DONE_YET())
        lines = [
            texts.COMMON_TO(factor=factor_name(factor.factor), sites=", ".join(names[site] for site in factor.others))
            for factor in rest
        ]
        st.html(f"<ul>{elements.bullets(lines)}</ul>")


def _did(site: str, actions: Sequence[SharedAction]) -> str:
    html = "".join(map(_action, actions)) or f'<p class="cosmos-note">{texts.NOTHING_DONE()}</p>'
    return f"<p><strong>{escape(site)}</strong></p>{html}"
