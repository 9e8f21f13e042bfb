"""Elements of a page: headings, notes, pictures and banners, with the marks that assistive technology reads."""

import json
from collections.abc import Iterable, Sequence
from html import escape
from time import monotonic_ns

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cosmos_app.design.tokens import PHONE_PX
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.page import (
    FOOT,
    INVENTED_ANSWERS,
    PROGRESS,
    READ_STORY_AGAIN,
    SENT_AWAY_DO,
    SENT_AWAY_TITLE,
)
from cosmos_app.web.routes import JOURNEYS, SCREENS, journey_of, link
from cosmos_app.workshop.participation import Participation


def banner(current: str, participation: Participation | None) -> None:
    """Name the tool, and show where in the visit this page is.

    Args:
        current: The name of the present page.
        participation: The visit; before it has begun there is nowhere else to go.
    """
    with st.container(key="banner", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<p class="cosmos-brand"><span>CoSMoS</span></p>')
        if participation is not None:
            with st.container(key="steps", horizontal=True, gap="small"):
                for name in JOURNEYS[journey_of(participation)]:
                    screen = SCREENS[name]
                    with st.container(key=f"step-{'here-' if name == current else ''}{name}", width="content"):
                        link(name, screen.title())
    if participation is not None and participation.seat.example:
        example_sign(INVENTED_ANSWERS())


def desk_banner(current: str) -> None:
    """Name the tool on the facilitator's pages, with the way back to the desk.

    Args:
        current: The name of the present page.
    """
    _banner(current, dict.fromkeys(("desk", current)))


def lead_banner(current: str, *, at_desk: bool) -> None:
    """Name the tool where sites are compared, with the ways to look at them.

    Args:
        current: The name of the present page.
        at_desk: Whether there is a way back to the facilitator's desk.
    """
    screens = [name for name, screen in SCREENS.items() if screen.audience == "lead"]
    _banner(current, ["desk", *screens] if at_desk else screens)


def _banner(current: str, names: Iterable[str]) -> None:
    with st.container(key="banner", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<p class="cosmos-brand"><span>CoSMoS</span></p>')
        with st.container(key="steps", horizontal=True, gap="small"):
            for name in names:
                with st.container(key=f"step-{'here-' if name == current else ''}{name}", width="content"):
                    link(name, SCREENS[name].title())


def example_sign(text: str) -> None:
    """Say that what is shown is invented."""
    st.html(f'<p class="cosmos-example">{escape(text)}</p>')


def error_slot() -> DeltaGenerator:
    """An empty slot for what went wrong with a click, in sight wherever the page is scrolled to."""
    with st.container(key="trouble"):
        return st.empty()


def title(text: str, page: str, lead: str = "") -> None:
    """Show the heading of a page; the focus moves there when the visitor has turned to it.

    Args:
        text: The heading.
        page: Tells this page, or page of a page, from every other.
        lead: A sentence below it.
    """
    below = f'<p class="cosmos-lead">{escape(lead)}</p>' if lead else ""
    st.html(f'<h1 class="cosmos-title" tabindex="-1" data-place="{escape(page)}">{escape(text)}</h1>{below}')


def lead_to(key: str, page: str) -> None:
    """Move the focus to the field or button that comes next.

    Args:
        key: Of the field or button.
        page: Tells what is on the page now from everything else; as long as it stays, the focus is left alone.
    """
    st.html(f'<span hidden data-lead="{escape(page)}" data-to="{escape(key)}"></span>')


def question(stem: str, why: str, help_text: str) -> None:
    """Show a question, with why it is asked and a hint."""
    because = f'<p class="cosmos-why">{escape(why)}</p>' if why else ""
    hint = f'<p class="cosmos-why">{escape(help_text)}</p>' if help_text else ""
    st.html(f'<h2 class="cosmos-ask">{escape(stem)}</h2>{because}{hint}')


def announce(text: str, style: str = "cosmos-said") -> None:
    """Say that something happened, on the page and to screen readers, without moving the focus.

    The number tells it from the same words said before, which would be no news to a browser; see ``theme.js``.
    """
    number = monotonic_ns() if text else 0
    st.html(f'<p class="{style}" data-say="{number}">{escape(text)}</p>')


def story(paragraphs: Sequence[str], *, again: bool) -> None:
    """Show a story to be read before the questions about it; folded away if it was on the page before."""
    html = f'<div class="cosmos-story">{"".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)}</div>'
    if paragraphs and again:
        with st.expander(READ_STORY_AGAIN(), icon=":material/menu_book:", key="story"):
            st.html(html)
    elif paragraphs:
        st.html(html)


def lines(head: str, texts: Iterable[str], style: str = "") -> None:
    """List lines of a script under a heading that folds them away; on a phone they begin folded.

    Args:
        head: The heading.
        texts: The lines.
        style: What style sheets call the list.
    """
    st.html(
        f'<details class="cosmos-lines" open><summary><h3>{escape(head)}</h3></summary>'
        f'<ul class="{style}">{bullets(texts)}</ul></details>'
        f"<script>document.currentScript.previousElementSibling.open = innerWidth > {PHONE_PX};</script>",
        unsafe_allow_javascript=True,
    )


def bullets(texts: Iterable[str]) -> str:
    """The entries of a list, as HTML."""
    return "".join(f"<li>{escape(text)}</li>" for text in texts)


def list_under(head: str, texts: Iterable[str]) -> str:
    """A list under a heading, as Markdown."""
    entries = "".join(f"\n- {plain(text)}" for text in texts)
    return f"**{head}**\n{entries}"


def download(label: str, address: str, key: str, about: str = "") -> None:
    """Show a link that looks like a button and brings a file; one of ``downloads``, which asks who wants it.

    Args:
        label: What it says.
        address: Where the file is; "" if there is none at present.
        key: Tells it from every other.
        about: What screen readers say instead, where the label alone does not tell what it is; "" for the label.
    """
    name = f' aria-label="{escape(about)}"' if about else ""
    where = f'href="{escape(address)}"' if address else 'role="link" aria-disabled="true"'
    with st.container(key=key, width="content"):
        st.html(f'<a class="cosmos-file" {where}{name}>{escape(label)}</a>')


def secret_link(address: str) -> None:
    """Show a link with a secret at its end, to be copied."""
    st.html(f'<p class="cosmos-secret">{escape(address)}</p>')


def note(text: str) -> None:
    """Show a note in small type."""
    st.html(f'<p class="cosmos-note">{escape(text)}</p>')


def picture(svg: str, style: str = "") -> None:
    """Put an SVG of ours on the page, where it follows the page's colours, type and width.

    Streamlit takes SVG out of what it is given as HTML, so a script puts it in.

    Args:
        svg: The picture, with all its texts escaped.
        style: What style sheets call the place it stands in.
    """
    inside = json.dumps(svg).replace("<", "\\u003c")  # a script that holds a tag would be removed too
    script = f"document.currentScript.previousElementSibling.innerHTML = {inside};"
    st.html(f'<div class="{style}"></div><script>{script}</script>', unsafe_allow_javascript=True)


def script(text: str) -> None:
    """Run a script of ours in the browser, with names of its own; "" for none."""
    if text:
        st.html(f"<script>{{{text}}}</script>", unsafe_allow_javascript=True)


def nothing_yet(text: str, way_on: str = "") -> None:
    """Say that there is nothing here, and what to do about it."""
    below = f"<br>{escape(way_on)}" if way_on else ""
    st.html(f'<div class="cosmos-nothing"><p><strong>{escape(text)}</strong>{below}</p></div>')


def sent_away(screen: str) -> None:
    """Say that this browser may no longer see a screen.

    Args:
        screen: Name of the screen.
    """
    title(SENT_AWAY_TITLE(), f"closed-{screen}")
    nothing_yet(SENT_AWAY_DO())
    foot()


def bar(done: int, total: int, label: str) -> None:
    """Show progress as a bar with a label below."""
    share = round(100 * done / total) if total else 0
    st.html(
        f'<div class="cosmos-progress"><div class="cosmos-track" role="progressbar" aria-label="{escape(PROGRESS())}" '
        f'aria-valuemin="0" aria-valuemax="100" aria-valuenow="{share}" aria-valuetext="{escape(label)}">'
        f'<div style="width:{share}%"></div></div><p>{escape(label)}</p></div>'
    )


def foot() -> None:
    """The foot of every page."""
    st.html(f'<footer class="cosmos-foot">{escape(FOOT())}</footer>')
