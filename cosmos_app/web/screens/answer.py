"""Answer: one section at a time, saved at every click."""

import streamlit as st

from cosmos_app.texts.room.participants import HELD, SECOND_ROUND
from cosmos_app.texts.solo import minutes, plain, told_change
from cosmos_app.web import elements, question_widgets, session
from cosmos_app.web.routes import go, journey_of, result_of
from cosmos_app.web.views import paging

participation = session.participation()
if participation is None:
    go("start")
    st.stop()
if participation.accepts == "refused":
    go(result_of(journey_of(participation)))

progress = participation.progress
place = session.section(progress.first_open, len(progress.sections))
here = progress.sections[place]

part = f"{participation.questionnaire.title}: " if len(participation.asked) > 1 else ""
left = f", about {minutes(progress.minutes_left)} left" if progress.minutes_left else ", all dealt with"
elements.bar(progress.done, progress.shown, f"{part}{progress.done} of {progress.shown} questions{left}")
elements.title(here.section.title, f"answer-{participation.questionnaire.id}-{place}", here.section.intro)
before = progress.sections[place - 1].section.story if place else ()
elements.story(here.section.story, again=here.section.story == before)
if here.section.mode == "together":
    st.info("What is written on this page is seen by everyone at once.", icon=":material/groups:")

if participation.accepts == "held":
    st.warning(HELD[participation.seat.late], icon=":material/schedule:")
if participation.before is not None:
    st.info(SECOND_ROUND, icon=":material/replay:")

for item in here.shown:
    question_widgets.ask(item, participation)

st.button("Look again", key="look-again")  # pressed by look.js when a lost connection is back
elements.said("Saved." if session.just_saved() else "")
if (change := session.fresh_change()) is not None:
    st.info(plain(told_change(change)), icon=":material/rule:")

if participation.seat.kind == "room":
    paging.watch(participation.seat.workshop, participation.seat.phase, participation.seat.round)
paging.turn(participation, place, len(progress.sections))
