"""Parts of the first screen: the way back to a visit, and what to begin."""

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.storage.clock_and_ids import JOIN_LETTERS, clean_code
from cosmos_app.storage.current import store
from cosmos_app.texts.solo import DEPTHS_TOLD, KINDS_TOLD, ONLY_A_CODE, minutes, plain
from cosmos_app.web import elements, session
from cosmos_app.web.routes import SCREENS, go, journey_of, link, result_of
from cosmos_app.web.views import joining
from cosmos_app.workshop.participation import Participation
from models.definition import DEPTHS, Depth
from models.workshop import Kind


def carry_on(participation: Participation) -> None:
    """Show how far a visit is, and the way on."""
    left = participation.progress
    with st.container(key="card-continue", border=True):
        st.header(plain(participation.questionnaire.title), anchor=False)
        elements.bar(left.done, left.shown, f"{left.done} of {left.shown} questions dealt with")
        if not (participation.workshop.takes_answers and left.open):
            result = result_of(journey_of(participation))
            link(result, SCREENS[result].call, ":material/arrow_forward:")
        elif st.button("Continue where you were", type="primary", key="continue"):
            session.go_to_section(left.first_open)
            go("answer")


def practise(participation: Participation | None) -> None:
    """Offer the invented cases to try the questions on first."""
    offers, levels, cases = catalogue.practice(), catalogue.offered(), catalogue.catalogues().practice
    if not offers:
        return
    with st.expander("Try it first on an invented story", icon=":material/menu_book:", key="practise"):
        elements.note(
            "A page of story and a few questions. There is no right answer: it shows how the questions work, and how "
            "differently people read the same story. In a group, everyone rates it before you look at your own work."
        )
        if participation is not None and journey_of(participation) != "practice":
            elements.note(f"The answers that this browser leads to now stay kept. {ONLY_A_CODE}")
        for name, offer in offers.items():
            level = levels[cases[name].questionnaire].questionnaire.title
            if st.button(f"{plain(offer.questionnaire.title)} ({plain(level)})", key=f"practise-{name}"):
                session.begin(name, "short", None)
                go("answer")


def choices() -> tuple[str, Depth, Kind, str | None]:
    """Ask what to begin: the questionnaire's id, which form, who sits here, and as which role, None if not said."""
    offers = catalogue.offered()
    if refused := {problem.file for problem in catalogue.refused()}:
        st.warning(plain(f"Not on this list, because of faults that cosmos check names: {', '.join(sorted(refused))}."))
    chosen: str = st.radio(
        "What would you like to look at?",
        list(offers),
        format_func=lambda name: plain(offers[name].questionnaire.title),
        captions=[plain(one.questionnaire.summary) for one in offers.values()],
        key="questionnaire",
    )
    definition = offers[chosen].questionnaire
    depth: Depth = st.radio(
        "How much time do you have?",
        DEPTHS,
        # What is read beside a choice may change with the questionnaire; if its own words did, it would be forgotten.
        format_func=lambda one: DEPTHS_TOLD[one],
        captions=[
            f"About {minutes(definition.minutes.of(one))}, {len(definition.at_depth(one))} questions at most"
            for one in DEPTHS
        ],
        key="depth",
    )
    kind: Kind = st.radio(
        "Who answers here?", list(KINDS_TOLD), format_func=KINDS_TOLD.__getitem__, horizontal=True, key="kind"
    )
    return chosen, depth, kind, joining.role() if kind == "alone" else None


def by_code(participation: Participation | None) -> None:
    """Let people in by a code: into a workshop, or back to their own answers; in sight while a workshop is open."""
    expanded = participation is None and any(one.workshop.can_join for one in store().rooms() if not one.example)
    with st.expander(
        "I have a code, from a workshop or from my other device",
        icon=":material/key:",
        key="by-code",
        expanded=expanded,
    ):
        if participation is not None:
            elements.note(f"The answers that this browser leads to now stay kept. {ONLY_A_CODE}")
        code = clean_code(st.text_input("Your code", max_chars=12, placeholder="ABC234", key="code"))
        if not st.button("Take me there", key="enter-code") or not code:
            return
        if len(code) == JOIN_LETTERS:
            st.switch_page(SCREENS["join"].file, query_params={"code": code})
        session.by_own_code(code)
