"""Start: what this is, what happens to your answers, and where to go on."""

import streamlit as st

from cosmos_app import library, look, session
from cosmos_app.navigation import go, link
from cosmos_app.words import minutes, plain
from models.definition import DEPTHS

visit = session.visit()
look.title(
    "How do we work together?",
    "start",
    "A quiet look at how people who use a public service and people who work in it shape it together.",
)

if visit is not None:
    left = visit.progress
    with st.container(key="card-continue", border=True):
        st.header(plain(visit.questionnaire.title), anchor=False)
        look.bar(left.done, left.shown, f"{left.done} of {left.shown} questions dealt with")
        if visit.workshop.takes_answers and left.open:
            if st.button("Continue where you were", type="primary", key="continue"):
                session.go_to_section(left.first_open)
                go("answer")
        else:
            link("profile", "See the profile", ":material/arrow_forward:")

st.markdown(
    "You choose, question by question, the situation that comes closest to what you have seen. "
    "There are no right answers and no marks. At the end you see a picture of your answers, what stands behind it, "
    "and what around the work may be worth talking about."
)
with st.expander("What happens to my answers?", icon=":material/lock:"):
    st.markdown(
        "- They are kept on the computer where CoSMoS runs, at every click, so you can stop and come back.\n"
        "- You see them. So could, in principle, whoever owns that computer. Nobody else does.\n"
        "- No name, no account. Your browser keeps a key that leads back to your answers.\n"
        "- You can erase everything on the last page, whenever you like.\n"
        "- Answers are not read as reports. If somebody is being harmed, please tell a person you trust, or the "
        "service that protects people where you live."
    )

with st.container(key="card-begin", border=True):
    st.header("Begin" if visit is None else "Begin anew", anchor=False)
    offers = library.offered()
    chosen = st.radio(
        "What would you like to look at?",
        list(offers),
        format_func=lambda name: plain(offers[name].questionnaire.title),
        captions=[plain(one.questionnaire.summary) for one in offers.values()],
        key="questionnaire",
    )
    depth = st.radio(
        "How much time do you have?",
        DEPTHS,
        format_func=lambda one: (
            f"{'Short' if one == 'short' else 'Full'}, {minutes(offers[chosen].questionnaire.minutes.of(one))}"
        ),
        captions=["One question on each theme", "Every question, for a closer look"],
        key="depth",
    )
    roles = library.catalogues().roles
    titles = {role.id: f"{role.title} ({family.title.lower()})" for family in roles.families for role in family.roles}
    role = st.selectbox(
        "Who are you to the service?",
        [*titles, roles.unsaid.id],
        index=len(titles),
        format_func=lambda one: titles.get(one, roles.unsaid.title),
        help="Some questions are put differently to people who use the service. Nobody is asked to prove anything.",
        key="role",
    )
    if visit is not None:
        look.note("Your earlier answers stay kept, but only a code from the last page leads back to them.")
    if st.button("Begin", type="primary" if visit is None else "secondary", key="begin"):
        session.begin(chosen, depth, role if role in titles else None)
        go("answer")

with st.expander("I have a code from another device", icon=":material/key:"):
    code = st.text_input("Your code", max_chars=12, placeholder="ABCD-2345", key="code")
    if st.button("Take me there", key="enter-code") and code:
        if session.enter_code(code):
            go("start")
        st.error("No visit has this code. Look again: it has eight letters and digits, and no O, I, L, U, 0 or 1.")
