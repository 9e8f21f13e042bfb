"""What the screens that compare sites share: the choice of a questionnaire, names, tables, what can't be compared."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Final

import streamlit as st

from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import Text, in_words
from cosmos_app.texts.numbers import NOTHING, number, percent
from cosmos_app.texts.page import AS_A_TABLE
from cosmos_app.texts.room.dots import NOT_SHOWN
from cosmos_app.texts.sites import comparison as texts
from cosmos_app.texts.sites.learning import MAY_ASK
from cosmos_app.texts.versions import REASON_TEXTS
from cosmos_app.web import elements
from cosmos_app.workshop.sites import SharedSite, questionnaires_to_compare
from models.comparability import Shared
from models.definition import Questionnaire
from models.group_scores import DimensionSummary
from models.sites import SharingAgreement
from models.wave import Wave

IN_ADDRESS: Final = "query-params"
"""Choices are kept in the address, so that a page that is reloaded or shared shows the same."""


def questionnaire_of(sites: Sequence[SharedSite], label: str) -> Questionnaire | None:
    """Let people choose a questionnaire; None if no site shares anything, which is said then."""
    asked = questionnaires_to_compare(sites)
    if any(site.is_example for site in sites):
        elements.example_sign(texts.INVENTED())
    if not asked:
        elements.nothing_yet(texts.NOTHING_SHARED(), texts.NOTHING_SHARED_DO())
        return None
    titles = {name: plain(questionnaire.title) for name, questionnaire in asked.items()}
    chosen = st.selectbox(
        label, list(asked), format_func=titles.__getitem__, key="asked", bind=IN_ADDRESS, help=texts.LEVELS_APART()
    )
    questionnaire = asked[chosen if chosen in asked else next(iter(asked))]
    if questionnaire.looks_around:
        elements.note(texts.CONDITIONS_ABOUT())
    return questionnaire


def name_of(sharing: SharedSite) -> str:
    """The name of a site, marked if any of its answers are invented."""
    return as_invented(sharing.site.name) if sharing.is_example else sharing.site.name


def time_of(sharing: SharedSite, wave: Wave) -> str:
    """The name of a workshop of a site, marked if its answers are invented."""
    name = f"{sharing.site.name} · {wave.when}"
    return as_invented(name) if wave.example else name


def as_invented(name: str) -> str:
    """A name with the mark of what is invented, unless it has it already."""
    invented = texts.INVENTED_NAME(name="").strip()
    return name if invented in name else texts.INVENTED_NAME(name=name)


def whom_to_ask(agreement: SharingAgreement) -> str:
    """Whom of a site one may ask; "" if it agreed to no such thing."""
    return MAY_ASK(contact=agreement.contact) if agreement.asked and agreement.contact else ""


def is_by_older_rule(wave: Wave) -> bool:
    """Whether figures of another server were computed before groups were told by released questions alone."""
    return any(figures is not None and not figures.items for figures in (wave.figures or {}).values())


def by_older_rule(waves: Mapping[str, Wave]) -> None:
    """Say which workshops, by what they are called, have figures that an older CoSMoS computed by an older rule."""
    if older := [name for name, wave in waves.items() if is_by_older_rule(wave)]:
        elements.note(texts.OLDER_RULE(names=", ".join(older)))


def cells(figures: DimensionSummary | None) -> tuple[str, ...]:
    """The figures of a theme, as cells of a table: people, index, likely between, median, answered."""
    if figures is None:
        return (NOT_SHOWN(), NOTHING, NOTHING, NOTHING, NOTHING)
    between = NOTHING
    if figures.interval is not None:
        lower, upper = figures.interval
        between = texts.LIKELY_BETWEEN(lower=number(lower), upper=number(upper))
    return (str(figures.n), number(figures.mean), between, number(figures.median), percent(figures.completeness))


def table(label: str, heads: Sequence[str], rows: Iterable[Sequence[str]], key: str, fold: Text = AS_A_TABLE) -> None:
    """Show a picture's figures as a table, folded away.

    Args:
        label: What it is a table of, for screen readers.
        heads: Of its columns.
        rows: The first cell of each names it.
        key: Tells it from every other.
        fold: What the fold says.
    """
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    with st.expander(fold(), icon=":material/table:", key=f"table:{key}"):
        st.html(
            f'<div class="cosmos-scroll" tabindex="0" role="region" aria-label="{escape(label)}">'
            f'<table class="cosmos-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        )


def lost(
    shares: Mapping[str, Shared], questionnaires: Sequence[Questionnaire], key: str, *, only_short: bool = False
) -> None:
    """Say what could not be compared, and why.

    Args:
        shares: What each workshop has in common with the newest definition, by what the workshop is called.
        questionnaires: The definitions, for the titles of themes and questions; the newest first.
        key: Tells it from every other.
        only_short: Whether all of them took the short form.
    """
    reasons = in_words(REASON_TEXTS) | ({"depth": texts.ONLY_SHORT()} if only_short else {})
    titles: dict[str, str] = {}
    for questionnaire in reversed(questionnaires):
        titles |= {item.id: item.stem(None) for item in questionnaire.items}
        titles |= {theme.id: theme.title for theme in questionnaire.dimensions}
    where: dict[tuple[str, str], list[str]] = {}
    for name, shared in shares.items():
        for loss in shared.lost:
            where.setdefault((loss.why, titles.get(loss.id, loss.id)), []).append(name)
    alike: dict[tuple[str, str], list[str]] = {}
    for (why, title), names in where.items():
        alike.setdefault((why, where_lost(names, len(shares))), []).append(title)
    paragraphs = [
        f"<p><strong>{escape(reasons[why])}</strong> {escape(names)}</p><ul>{elements.bullets(lost)}</ul>"
        for (why, names), lost in alike.items()
    ]
    with st.expander(texts.NOT_COMPARED_WHY(), icon=":material/rule:", key=f"lost:{key}"):
        st.html("".join([f"<p>{escape(texts.NOT_SHOWN_WHY())}</p>", *paragraphs]))


def where_lost(names: Sequence[str], total: int) -> str:
    """At which workshops something was lost; "" if at all of them."""
    return "" if len(names) == total else texts.AT(names=", ".join(names))
