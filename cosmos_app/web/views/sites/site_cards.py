"""The desk of sites: the card of each, what it agreed to share, and what other servers sent."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from cosmos_app.storage import Site
from cosmos_app.storage.current import store
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import in_words, paragraph
from cosmos_app.texts.sites import desk as texts
from cosmos_app.texts.sites.card import CARD_CHOICES, CARD_LINES
from cosmos_app.web import elements, rights, session, widgets
from cosmos_app.web.response_form import Parts
from cosmos_app.workshop.sites import NamedSite
from models.answers import LONGEST_NAME
from models.sites import SharingAgreement, SiteCard

AT_ONCE = 12
"""Most sites shown below each other; of more than that, one is chosen."""


def chosen(places: Sequence[NamedSite]) -> Sequence[NamedSite]:
    """The sites to show: all of a few, one of many."""
    if len(places) <= AT_ONCE:
        return places
    names = {site.key: site.name for site in places}
    key = st.selectbox(texts.WHICH_SITE(), list(names), format_func=names.__getitem__, key="site", bind="query-params")
    return [site for site in places if site.key == key]


def card(place: NamedSite) -> None:
    """Show a site: what is known of it, and what it shares."""
    key = session.fingerprint(place.key)
    site = store().site(place.name)
    with st.container(key=f"card-site-{key}", border=True):
        st.header(plain(place.name), anchor=False)
        elements.note(paragraph(texts.WORKSHOPS_HERE(place.workshops), _standing(site)))
        with st.expander(texts.IN_A_FEW_WORDS(), icon=":material/badge:", key=f"words-{key}"):
            elements.note(texts.CARD_ABOUT())
            _card(place.name, key, site.card if site else SiteCard())
        with st.expander(texts.WHAT_IT_SHARES(), icon=":material/handshake:", key=f"agreement-{key}"):
            elements.note(texts.AGREE_ABOUT())
            _agreement(place.name, key, site.sharing_agreement if site else SharingAgreement())


def _standing(site: Site | None) -> str:
    """What the site agrees to share at present, in words."""
    if site is not None and site.withdrawn_on is not None:
        return texts.WITHDRAWN_ON(day=site.withdrawn_on.isoformat())
    if site is None or site.sharing_agreement == SharingAgreement():
        return texts.NOTHING_AGREED()
    what = ", ".join(words() for name, words in texts.SHARES.items() if getattr(site.sharing_agreement, name))
    day = texts.AGREED_ON(day=site.agreed_on.isoformat()) if site.agreed_on else ""
    return paragraph(day, texts.IT_SHARES(what=what))


def _card(name: str, key: str, kept: SiteCard) -> None:
    def save(changed: Parts) -> str | None:
        now = store().site(name)
        after = replace(now.card if now else SiteCard(), **changed)
        return _state(after) if session.keep(partial(store().keep_card, name, after)) else None

    draft = widgets.Draft(f"site-{key}", asdict(kept), save)
    widgets.kept(draft, _state(kept), partial(_fields, draft))


def _fields(draft: widgets.Draft) -> None:
    for name, (label, hint) in CARD_LINES.items():
        st.text_input(label(), draft.start[name], max_chars=LONGEST_NAME, placeholder=hint(), **draft.on(name))
    for name, (label, choices) in CARD_CHOICES.items():
        words = in_words(choices)
        index = list(words).index(draft.start[name])
        st.selectbox(label(), list(words), index=index, format_func=words.__getitem__, **draft.on(name))


def _state(card: SiteCard) -> str:
    return session.fingerprint(*map(str, asdict(card).values()))


def _agreement(name: str, key: str, kept: SharingAgreement) -> None:
    """Record what a site agreed to share, in one form, and let it withdraw."""
    # Keys hold a hash of what is kept, so that after a change the boxes start from that, not from earlier ticks.
    now = f"{key}-{session.fingerprint(*map(str, asdict(kept).values()))}"
    with st.form(f"agree-{key}"):
        said: dict[str, Any] = {
            "figures": st.checkbox(texts.AGREE_FIGURES(), kept.figures, key=f"figures-{now}"),
            "stories": st.checkbox(texts.AGREE_STORIES(), kept.stories, key=f"stories-{now}"),
            "asked": st.checkbox(texts.AGREE_ASKED(), kept.asked, key=f"asked-{now}"),
        }
        contact = st.text_input(texts.AGREE_CONTACT(), kept.contact, max_chars=LONGEST_NAME, key=f"contact-{now}")
        if st.form_submit_button(texts.AGREE_TODAY()):
            agreed = SharingAgreement(**said, contact=contact.strip() if said["asked"] else "")
            if said["asked"] and not agreed.contact:
                st.error(texts.NO_CONTACT(), icon=":material/error:")
            elif session.keep(partial(store().agree_to_share, name, agreed)):
                st.rerun()
    if kept != SharingAgreement():
        with st.popover(texts.WITHDRAW(), icon=":material/block:", key=f"ask-withdraw-{key}"):
            st.html(f"<p>{texts.WITHDRAW_SURE()}</p>")
            if st.button(texts.WITHDRAW_NOW(), type="primary", key=f"withdraw-{key}"):
                session.keep(partial(store().withdraw_sharing_agreement, name))
                st.rerun()


def received() -> None:
    """List what other servers sent, with a button to remove each."""
    waves = store().received()
    with st.expander(texts.FROM_OTHERS(), icon=":material/move_to_inbox:", key="received"):
        elements.note(texts.RECEIVED_ABOUT() if waves else texts.NO_RECEIVED())
        for wave in waves:
            with st.container(key=f"row-received-{wave.id}", border=True):
                left, right = st.columns([4, 1], vertical_alignment="center")
                about = (wave.body["initiative"], wave.body["wave"], wave.body["started_on"])
                when = texts.RECEIVED_ON(what=" · ".join(filter(None, about)), day=wave.received_on.isoformat())
                left.html(f"<p><strong>{escape(wave.site)}</strong><br>{escape(when)}</p>")
                remove = plain(texts.REMOVE_WHAT(site=wave.site))
                with right.popover(texts.REMOVE(), help=remove, key=f"ask-drop-received-{wave.id}"):
                    st.html(f"<p>{escape(texts.REMOVE_SURE())}</p>")
                    if st.button(texts.REMOVE_NOW(), type="primary", key=f"drop-received-{wave.id}"):
                        session.keep(partial(store().drop_received, wave.id))
                        st.rerun()


def leads() -> None:
    """Offer to send away every browser that came in by the link for comparing sites."""
    with st.expander(texts.WHO_COMPARES(), icon=":material/key:", key="leads"):
        elements.note(texts.LEADS_ABOUT())
        if st.button(texts.SEND_AWAY(), key="drop-leads") and session.send_leads_away():
            st.success(texts.SENT_AWAY(), icon=":material/check:")
            elements.secret_link(rights.LINKS["lead"].address(session.origin()))
