"""Take away: the report and the files, a code for another device, the end of the visit."""

import streamlit as st

from cosmos_app.web import elements, session
from cosmos_app.web.routes import go, journey_of
from cosmos_app.web.views import take_away

participation = session.participation()
if participation is None:
    go("start")
    st.stop()
elements.title("Take away", "take-away", "Everything here is yours. Nothing has been sent anywhere.")

if journey_of(participation) != "practice":
    take_away.downloads(participation)

st.header("Come back from another device", anchor=False)
st.markdown("Ask for a code and type it in on the first page of the other device. Whoever has it sees your answers.")
if st.button("Give me a code", key="give-code"):
    take_away.show_code(participation)

if journey_of(participation) == "practice":
    elements.note("An invented story is only for practice: nothing of it goes into a report.")
elif participation.workshop.takes_answers:
    st.header("Finish", anchor=False)
    st.markdown(
        "This keeps what you see as it is today. Answers can't be changed afterwards; you can begin anew any time."
    )
    if st.button("Keep it like this and finish", key="finish"):
        session.finish()
        st.rerun()
else:
    st.success("It is kept as it was when you finished.", icon=":material/inventory_2:")

st.header("Erase", anchor=False)
sure = st.checkbox("I want all my answers of this visit to be erased, for good.", key="sure")
if st.button("Erase everything", disabled=not sure, key="erase"):
    session.erase()
    go("start")
