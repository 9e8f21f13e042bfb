"""Views of preparing what people are asked: questionnaires, a story to practise on, and questions of the room's own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import in_words
from cosmos_app.texts.room import plan as texts
from cosmos_app.web import elements, widgets
from cosmos_app.web.response_form import Parts
from cosmos_app.workshop.practice import practice_offers
from models.answers import LONGEST_NAME
from models.plan import CHOSEN_DIMENSIONS, LOCAL_KINDS, LONGEST_OPTION, MOST_LOCAL, MOST_OPTIONS, LocalQuestion, Plan

NUMBERS = range(1, MOST_LOCAL + 1)


def asked(held: widgets.Draft) -> None:
    """Ask which questionnaires, how much of each, and what before and after them."""
    every = catalogue.offered()
    for name, offer in every.items():
        st.checkbox(
            plain(offer.questionnaire.title),
            held.start[f"ask-{name}"],
            help=plain(offer.questionnaire.summary),
            **held.on(f"ask-{name}"),
        )
    pick(held, "form", texts.DEPTH(), in_words(texts.DEPTH_TEXTS))
    low, high = CHOSEN_DIMENSIONS
    for name, offer in every.items():
        if held.held()[f"ask-{name}"] and offer.questionnaire.dimensions:
            titles = {dimension.id: dimension.title for dimension in offer.questionnaire.dimensions}
            st.multiselect(
                texts.SOME_THEMES(title=plain(offer.questionnaire.title), low=low, high=high),
                list(titles),
                [dimension for dimension in held.start[f"themes-{name}"] if dimension in titles],
                format_func=titles.__getitem__,
                max_selections=high,
                placeholder=texts.ALL_THEMES(),
                **held.on(f"themes-{name}"),
            )
    _practice(held)
    _local(held)


def pick(held: widgets.Draft, name: str, label: str, choices: Mapping[Any, str], *, horizontal: bool = False) -> None:
    """Let the facilitator pick one of a few choices.

    Args:
        held: The form that the widget belongs to.
        name: Of the part that is picked.
        label: What is asked.
        choices: What people read, by what is kept.
        horizontal: Whether the choices stand in one line.
    """
    options = list(choices)
    st.radio(
        label,
        options,
        index=options.index(held.start[name]),
        format_func=choices.__getitem__,
        horizontal=horizontal,
        **held.on(name),
    )


def _practice(held: widgets.Draft) -> None:
    """Offer the invented stories of what is asked."""
    cases, offers = _cases(), practice_offers()
    options = ["", *(name for name, questionnaire in cases.items() if held.held()[f"ask-{questionnaire}"])]
    if len(options) == 1:
        return
    start = held.start["practice"]
    st.selectbox(
        texts.PRACTICE(),
        options,
        index=options.index(start) if start in options else 0,
        format_func=lambda case: plain(offers[case].questionnaire.title) if case else texts.NO_PRACTICE(),
        help=texts.PRACTICE_HELP(),
        **held.on("practice"),
    )


def _local(held: widgets.Draft) -> None:
    """Let up to three questions of their own be written, without a file."""
    typed = any(held.start[f"local-ask-{number}"] or held.start[f"local-options-{number}"] for number in NUMBERS)
    with st.expander(texts.LOCAL(), icon=":material/add_comment:", key="local", expanded=typed):
        elements.note(texts.LOCAL_ABOUT())
        for number in NUMBERS:
            _local_question(held, number)


def _local_question(held: widgets.Draft, number: int) -> None:
    st.text_input(
        texts.LOCAL_ASK(number=number),
        held.start[f"local-ask-{number}"],
        max_chars=LONGEST_NAME,
        placeholder=texts.LOCAL_ASK_HINT(),
        **held.on(f"local-ask-{number}"),
    )
    kind, part = f"local-kind-{number}", f"local-options-{number}"
    if not (held.held()[f"local-ask-{number}"] or held.start[part]):
        return
    pick(held, kind, texts.LOCAL_KIND(number=number), in_words(texts.LOCAL_KIND_TEXTS), horizontal=True)
    if held.held()[kind] != "text":
        st.text_area(
            texts.LOCAL_OPTIONS(number=number),
            held.start[part],
            max_chars=(LONGEST_OPTION + 1) * MOST_OPTIONS,
            height=120,
            **held.on(part),
        )


def parts_of(plan: Plan) -> dict[str, Any]:
    """What each widget of these parts shows of a plan."""
    every = catalogue.offered()
    rows = dict(enumerate(plan.local, start=1))
    shown = {number: rows.get(number, LocalQuestion(ask="")) for number in NUMBERS}
    return {
        "form": plan.depth,
        **{f"ask-{name}": name in plan.asked for name in every},
        **{f"themes-{name}": list(plan.asked.get(name, ())) for name in every},
        "practice": plan.practice,
        **{f"local-ask-{number}": question.ask for number, question in shown.items()},
        **{f"local-kind-{number}": question.kind for number, question in shown.items()},
        **{f"local-options-{number}": "\n".join(question.options) for number, question in shown.items()},
    }


def from_parts(plan: Plan, parts: Parts) -> Plan:
    """The plan with what these widgets show; what is asked keeps the order of the catalogue."""
    chosen = {name: tuple(parts[f"themes-{name}"]) for name in catalogue.offered() if parts[f"ask-{name}"]}
    local = [_question(parts, number) for number in NUMBERS]
    while local and local[-1].is_blank:
        local.pop()
    return replace(
        plan,
        depth=parts["form"],
        asked=chosen,
        practice=parts["practice"] if _cases().get(str(parts["practice"] or "")) in chosen else "",
        local=tuple(local),
    )


def _question(parts: Parts, number: int) -> LocalQuestion:
    lines = (line.strip() for line in str(parts[f"local-options-{number}"] or "").splitlines())
    kind = parts[f"local-kind-{number}"]
    return LocalQuestion(
        ask=str(parts[f"local-ask-{number}"] or "").strip(),
        kind=kind if kind in LOCAL_KINDS else "choice",
        options=tuple(filter(None, lines)),
    )


def _cases() -> Mapping[str, str]:
    """The questionnaire of each practice case on offer."""
    cases = catalogue.catalogues().practice
    return {name: cases[name].questionnaire for name in practice_offers()}
