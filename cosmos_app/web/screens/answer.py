"""Answer: one section at a time, saved at every click."""

import streamlit as st

from cosmos_app.texts.markdown import plain
from cosmos_app.texts.room.participants import HELD, SECOND_ROUND
from cosmos_app.texts.solo.questions import LOOK_AGAIN, NOTHING_FOR_YOU, SAVED, SEEN_BY_ALL, effect_of, how_far
from cosmos_app.web import elements, question_widgets, session
from cosmos_app.web.routes import go, journey_of, result_of
from cosmos_app.web.views.solo import page_buttons

participation = session.participation()
if participation is None:
    go("start")
    st.stop()
if participation.accepts == "refused":
    go(result_of(journey_of(participation)))

progress = participation.progress
number = max(len(progress.sections), 1)
index = session.section_index(progress.first_open, number)
part = participation.questionnaire.title if len(participation.asked) > 1 else None
page = f"answer-{participation.questionnaire.id}-{index}"
if progress.sections:
    section, shown = progress.sections[index].section, progress.sections[index].shown
    elements.bar(progress.done, progress.shown, how_far(progress, part))
    elements.title(section.title, page, section.intro)
    story_before = progress.sections[index - 1].section.story if index else ()
    elements.story(section.story, again=section.story == story_before)
    if section.mode == "together":
        st.info(SEEN_BY_ALL(), icon=":material/groups:")
else:
    shown = ()
    elements.title(participation.questionnaire.title, page)
    elements.nothing_yet(NOTHING_FOR_YOU())

if participation.accepts == "held":
    st.warning(HELD[participation.seat.late](), icon=":material/schedule:")
if participation.before is not None:
    st.info(SECOND_ROUND(), icon=":material/replay:")

for item in shown:
    question_widgets.ask(item, participation)

st.button(LOOK_AGAIN(), key="look-again")  # pressed by theme.js when a lost connection is back
elements.announce(SAVED() if session.just_saved() else "")
if (change := session.fresh_change()) is not None:
    st.info(plain(effect_of(change)), icon=":material/rule:")

if participation.seat.kind == "room":
    page_buttons.watch(participation.seat.workshop, participation.seat.phase, participation.seat.round)
page_buttons.turn(participation, index, number)
