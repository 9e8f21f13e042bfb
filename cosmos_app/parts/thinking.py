"""Parts of the profile that ask back: what one's own answers may give to think about, other readings, unlearning."""

from functools import partial
from html import escape

import streamlit as st

from cosmos_app import look, session, widgets
from cosmos_app.charts.axes import Axis, number
from cosmos_app.replies import Parts
from cosmos_app.visits import Visit, store
from cosmos_app.words import UNLEARNED, plain, pondered
from models.answers import LONGEST_NOTE
from models.assessment import Assessment
from models.definition import Reading

FIRST = 3
"""How many questions are put at once; more would be a wall."""


def prompts(assessment: Assessment, visit: Visit) -> None:
    """Put the questions that a person's own answers raise, the first few in sight."""
    asked = [pondered(one, visit.sheet, visit.seat.family) for one in assessment.prompts]
    if not asked:
        return
    st.header("Something to think about", anchor=False)
    look.note("Questions from your own answers, for you alone. They may have good answers.")
    st.html(f'<ul class="cosmos-prompts">{look.bullets(asked[:FIRST])}</ul>')
    if rest := asked[FIRST:]:
        with st.expander(f"{len(rest)} more", key="more-prompts"):
            st.html(f'<ul class="cosmos-prompts">{look.bullets(rest)}</ul>')


def unlearned(visit: Visit) -> None:
    """Ask what the person has unlearned, and keep their words for them."""
    person, questionnaire = visit.seat.participant, visit.questionnaire.id
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


def reading(one: Reading, rows: tuple[Axis, ...], visit: Visit) -> None:
    """Show the profile in another order: what a framework of the field puts together, and nothing added up."""
    of = dict(zip((dimension.id for dimension in visit.questionnaire.dimensions), rows, strict=True))
    with st.expander(
        f"Read it another way: {plain(one.title)}", key=f"reading-{one.id}", icon=":material/view_column:"
    ):
        look.note(one.about)
        for pillar in one.pillars:
            themes = "".join(
                f"<li>{escape(of[name].title)}: <strong>{number(of[name].score)}</strong></li>"
                for name in pillar.dimensions
            )
            st.html(f"<p><strong>{escape(pillar.title)}.</strong> {escape(pillar.about)}</p><ul>{themes}</ul>")
