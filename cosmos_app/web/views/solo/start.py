"""Parts of the first screen: the way back to a visit, and what to begin."""

import streamlit as st

from cosmos_app.content import catalogue
from cosmos_app.storage.codes import JOIN_LETTERS, clean_code
from cosmos_app.storage.current import store
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.message import in_words
from cosmos_app.texts.page import MINUTES
from cosmos_app.texts.solo import start as texts
from cosmos_app.texts.solo.questions import DEALT_WITH
from cosmos_app.web import elements, session
from cosmos_app.web.routes import SCREENS, call_of, go, journey_of, link, result_of
from cosmos_app.web.views.room import joining
from cosmos_app.workshop.participation import Participation
from cosmos_app.workshop.practice import practice_offers
from models.definition import Depth
from models.workshop import Kind


def carry_on(participation: Participation) -> None:
    """Show how far the visit is, with a button to continue it."""
    progress = participation.progress
    with st.container(key="card-continue", border=True):
        st.header(plain(participation.questionnaire.title), anchor=False)
        elements.bar(progress.done, progress.shown, DEALT_WITH(done=progress.done, shown=progress.shown))
        if not (participation.workshop.takes_answers and progress.open):
            result = result_of(journey_of(participation))
            link(result, call_of(result), ":material/arrow_forward:")
        elif st.button(texts.CONTINUE(), type="primary", key="continue"):
            session.go_to_section(progress.first_open)
            go("answer")


def practise(participation: Participation | None) -> None:
    """Offer the practice cases, to try the questions on first."""
    offers, levels, cases = practice_offers(), catalogue.offered(), catalogue.catalogues().practice
    if not offers:
        return
    with st.expander(texts.TRY_FIRST(), icon=":material/menu_book:", key="practise"):
        elements.note(texts.TRY_FIRST_ABOUT())
        if participation is not None and journey_of(participation) != "practice":
            elements.note(texts.PRESENT_STAY_KEPT())
        for name, offer in offers.items():
            level = plain(levels[cases[name].questionnaire].questionnaire.title)
            label = texts.STORY_ABOUT(story=plain(offer.questionnaire.title), level=level)
            if st.button(label, key=f"practise:{name}"):
                session.begin(name, "short", None)
                go("answer")


def choices() -> tuple[str, Depth, Kind, str | None]:
    """Ask what to begin: the questionnaire's id, which form, who answers, and in which role (None if not said)."""
    offers = catalogue.offered()
    if refused := {problem.file for problem in catalogue.refused()}:
        st.warning(plain(texts.NOT_ON_THIS_LIST(files=", ".join(sorted(refused)))))
    chosen: str = st.radio(
        texts.WHAT_TO_LOOK_AT(),
        list(offers),
        format_func=lambda name: plain(offers[name].questionnaire.title),
        captions=[plain(offer.questionnaire.summary) for offer in offers.values()],
        key="questionnaire",
    )
    definition = offers[chosen].questionnaire
    depth: Depth = st.radio(
        texts.HOW_MUCH_TIME(),
        list(texts.DEPTHS),
        # Captions may change with the questionnaire; if the labels did, Streamlit would forget what was chosen.
        format_func=lambda form: texts.DEPTHS[form](),
        captions=[
            texts.LENGTH(len(definition.at_depth(form)), minutes=MINUTES(definition.minutes.of(form)))
            for form in texts.DEPTHS
        ],
        key="depth",
    )
    kinds = in_words(texts.KINDS)
    kind: Kind = st.radio(texts.WHO_ANSWERS(), list(kinds), format_func=kinds.__getitem__, horizontal=True, key="kind")
    return chosen, depth, kind, joining.role() if kind == "alone" else None


def by_code(participation: Participation | None) -> None:
    """Ask for a code, of a workshop or of one's own answers; the field is unfolded while a workshop is open."""
    expanded = participation is None and any(room.workshop.can_join for room in store().rooms() if not room.example)
    with st.expander(texts.HAVE_A_CODE(), icon=":material/key:", key="by-code", expanded=expanded):
        if participation is not None:
            elements.note(texts.PRESENT_STAY_KEPT())
        code = clean_code(st.text_input(texts.YOUR_CODE(), max_chars=12, placeholder="ABC234", key="code"))
        if not st.button(texts.TAKE_ME_THERE(), key="enter-code") or not code:
            return
        if len(code) == JOIN_LETTERS:
            st.switch_page(SCREENS["join"].file, query_params={"code": code})
        session.by_own_code(code)
