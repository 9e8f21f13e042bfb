"""What the profile asks back: questions from one's own answers, other ways to read it, what one has unlearned."""

from functools import partial
from html import escape

import streamlit as st

from cosmos_app.outputs.charts.view_models import Axis
from cosmos_app.storage.current import store
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.numbers import number
from cosmos_app.texts.solo import reflection as texts
from cosmos_app.web import elements, session, widgets
from cosmos_app.web.response_form import Parts
from cosmos_app.workshop.participation import Participation
from models.answers import LONGEST_NOTE
from models.assessment import Assessment
from models.definition import Lens

FIRST = 3
"""How many questions are in sight at first; more at once would put people off."""


def prompts(assessment: Assessment, participation: Participation) -> None:
    """Ask the questions that a person's own answers raise, the first few in sight."""
    asked = [texts.question_of(prompt, participation.sheet, participation.seat.family) for prompt in assessment.prompts]
    if not asked:
        return
    st.header(texts.THINK_ABOUT(), anchor=False)
    elements.note(texts.THINK_ABOUT_NOTE())
    st.html(f'<ul class="cosmos-prompts">{elements.bullets(asked[:FIRST])}</ul>')
    if rest := asked[FIRST:]:
        with st.expander(texts.MORE(len(rest)), key="more-prompts"):
            st.html(f'<ul class="cosmos-prompts">{elements.bullets(rest)}</ul>')


def unlearned(participation: Participation) -> None:
    """Ask what the person has unlearned, and keep their words for them."""
    person, questionnaire = participation.seat.participant, participation.questionnaire.id
    held = store().thoughts(person, questionnaire).get(texts.UNLEARNED.subject, "")

    def save(changed: Parts) -> str | None:
        words = str(changed["words"] or "").strip()
        keep = partial(store().keep_thought, person, questionnaire, texts.UNLEARNED.subject, words)
        return session.fingerprint(words) if session.keep(keep, session.holder_of(participation.seat)) else None

    draft = widgets.Draft("unlearned", {"words": held}, save)
    with st.container(key="card-unlearned", border=True):
        widgets.kept(
            draft,
            session.fingerprint(held),
            lambda: st.text_area(
                texts.UNLEARNED.ask(),
                held,
                max_chars=LONGEST_NOTE,
                placeholder=texts.FEW_WORDS(),
                height=90,
                **draft.on("words"),
            ),
        )


def reading(lens: Lens, rows: tuple[Axis, ...], participation: Participation) -> None:
    """Show the profile in the order of another framework of the field; nothing is added up."""
    axes = dict(zip((dimension.id for dimension in participation.questionnaire.dimensions), rows, strict=True))
    label = texts.READ_ANOTHER_WAY(title=plain(lens.title))
    with st.expander(label, key=f"reading:{lens.id}", icon=":material/view_column:"):
        elements.note(lens.about)
        for pillar in lens.pillars:
            themes = "".join(
                f"<li>{escape(axes[name].title)}: <strong>{number(axes[name].score)}</strong></li>"
                for name in pillar.dimensions
            )
            st.html(f"<p><strong>{escape(pillar.title)}.</strong> {escape(pillar.about)}</p><ul>{themes}</ul>")
