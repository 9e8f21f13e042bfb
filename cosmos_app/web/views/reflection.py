"""Parts of the profile that ask back: what one's own answers may give to think about, other readings, unlearning."""

from functools import partial
from html import escape

import streamlit as st

from cosmos_app.outputs.charts.view_models import Axis
from cosmos_app.storage.current import store
from cosmos_app.texts.numbers import number
from cosmos_app.texts.solo import UNLEARNED, plain, pondered
from cosmos_app.web import elements, session, widgets
from cosmos_app.web.response_form import Parts
from cosmos_app.workshop.participation import Participation
from models.answers import LONGEST_NOTE
from models.assessment import Assessment
from models.definition import Lens

FIRST = 3
"""How many questions are put at once; more would be a wall."""


def prompts(assessment: Assessment, participation: Participation) -> None:
    """Put the questions that a person's own answers raise, the first few in sight."""
    asked = [pondered(one, participation.sheet, participation.seat.family) for one in assessment.prompts]
    if not asked:
        return
    st.header("Something to think about", anchor=False)
    elements.note("Questions from your own answers, for you alone. They may have good answers.")
    st.html(f'<ul class="cosmos-prompts">{elements.bullets(asked[:FIRST])}</ul>')
    if rest := asked[FIRST:]:
        with st.expander(f"{len(rest)} more", key="more-prompts"):
            st.html(f'<ul class="cosmos-prompts">{elements.bullets(rest)}</ul>')


def unlearned(participation: Participation) -> None:
    """Ask what the person has unlearned, and keep their words for them."""
    person, questionnaire = participation.seat.participant, participation.questionnaire.id
    held = store().thoughts(person, questionnaire).get(UNLEARNED.subject, "")

    def save(changed: Parts) -> str | None:
        words = str(changed["words"] or "").strip()
        keep = partial(store().keep_thought, person, questionnaire, UNLEARNED.subject, words)
        return session.fingerprint(words) if session.keep(keep) else None

    draft = widgets.Draft("unlearned", {"words": held}, save)
    with st.container(key="card-unlearned", border=True):
        widgets.kept(
            draft,
            session.fingerprint(held),
            lambda: st.text_area(
                UNLEARNED.ask,
                held,
                max_chars=LONGEST_NOTE,
                placeholder="A few words, if you like. Please don't name anyone.",
                height=90,
                **draft.on("words"),
            ),
        )


def reading(one: Lens, rows: tuple[Axis, ...], participation: Participation) -> None:
    """Show the profile in another order: what a framework of the field puts together, and nothing added up."""
    of = dict(zip((dimension.id for dimension in participation.questionnaire.dimensions), rows, strict=True))
    with st.expander(
        f"Read it another way: {plain(one.title)}", key=f"reading-{one.id}", icon=":material/view_column:"
    ):
        elements.note(one.about)
        for pillar in one.pillars:
            themes = "".join(
                f"<li>{escape(of[name].title)}: <strong>{number(of[name].score)}</strong></li>"
                for name in pillar.dimensions
            )
            st.html(f"<p><strong>{escape(pillar.title)}.</strong> {escape(pillar.about)}</p><ul>{themes}</ul>")
