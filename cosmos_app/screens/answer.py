"""Answer: one section at a time, saved at every click."""

import streamlit as st

from cosmos_app import look, session, widgets
from cosmos_app.navigation import go
from cosmos_app.room_words import HELD, SECOND_ROUND
from cosmos_app.ways import SCREENS, WAYS, result_of
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
look.title(here.section.title, f"answer-{place}", here.section.intro)
before = progress.sections[place - 1].section.story if place else ()
look.story(here.section.story, again=here.section.story == before)
if here.section.mode == "together":
    st.info("What is written on this page is seen by everyone at once.", icon=":material/groups:")

if visit.takes == "held":
    st.warning(HELD[visit.seat.late], icon=":material/schedule:")
if visit.before is not None:
    st.info(SECOND_ROUND, icon=":material/replay:")

for item in here.shown:
    widgets.ask(item, visit)

look.said("Saved." if session.just_saved() else "")
if (change := session.fresh_change()) is not None:
    st.info(plain(told_change(change)), icon=":material/rule:")

with st.container(key="turn", horizontal=True, horizontal_alignment="distribute"):
    if st.button("Back", icon=":material/arrow_back:", disabled=place == 0 and visit.preceding is None, key="back"):
        if place:
            session.go_to_section(place - 1)
        elif visit.preceding is not None:
            session.turn_to(visit.preceding)
        st.rerun()
    if place + 1 < len(progress.sections):
        if st.button("Next", type="primary", icon=":material/arrow_forward:", icon_position="right", key="next"):
            session.go_to_section(place + 1)
            st.rerun()
    elif visit.following is not None:
        if st.button("Next part", type="primary", icon=":material/arrow_forward:", icon_position="right", key="next"):
            session.turn_to(visit.following)
            st.rerun()
    else:
        leap = "review" if progress.open and "review" in WAYS[visit.way] else result_of(visit.way)
        label = "Check what is open" if leap == "review" else SCREENS[leap].call
        if st.button(label, type="primary", icon=":material/arrow_forward:", icon_position="right", key="next"):
            if leap == "room":
                session.done()
            go(leap)
