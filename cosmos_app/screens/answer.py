"""Answer: one section at a time, saved at every click."""

import streamlit as st

from cosmos_app import look, questions, session
from cosmos_app.navigation import go
from cosmos_app.parts import answering
from cosmos_app.room_words.people import HELD, SECOND_ROUND
from cosmos_app.ways import result_of
from cosmos_app.words import minutes, plain, told_change

visit = session.visit()
if visit is None:
    go("start")
    st.stop()
if visit.takes == "refused":
    go(result_of(visit.way))

progress = visit.progress
place = session.section(progress.first_open, len(progress.sections))
here = progress.sections[place]

part = f"{visit.questionnaire.title}: " if len(visit.asked) > 1 else ""
left = f", about {minutes(progress.minutes_left)} left" if progress.minutes_left else ", all dealt with"
look.bar(progress.done, progress.shown, f"{part}{progress.done} of {progress.shown} questions{left}")
look.title(here.section.title, f"answer-{visit.questionnaire.id}-{place}", here.section.intro)
before = progress.sections[place - 1].section.story if place else ()
look.story(here.section.story, again=here.section.story == before)
if here.section.mode == "together":
    st.info("What is written on this page is seen by everyone at once.", icon=":material/groups:")

if visit.takes == "held":
    st.warning(HELD[visit.seat.late], icon=":material/schedule:")
if visit.before is not None:
    st.info(SECOND_ROUND, icon=":material/replay:")

for item in here.shown:
    questions.ask(item, visit)

st.button("Look again", key="look-again")  # pressed by look.js when a lost connection is back
look.said("Saved." if session.just_saved() else "")
if (change := session.fresh_change()) is not None:
    st.info(plain(told_change(change)), icon=":material/rule:")

if visit.seat.kind == "room":
    answering.watch(visit.seat.workshop, visit.seat.phase, visit.seat.round)
answering.turn(visit, place, len(progress.sections))
