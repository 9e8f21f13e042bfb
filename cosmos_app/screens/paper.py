"""On paper: a room's form to print, and what people wrote on it typed in."""

import streamlit as st

from cosmos_app import look, session
from cosmos_app.navigation import go
from cosmos_app.paper import desk
from cosmos_app.parts import typing_in
from cosmos_app.room_words.paper import BACK_TO_ROOM, NUMBER_THEM, PAPER_LEAD, SHEET_LEAD, SHEET_TITLE, STANDING
from cosmos_app.storage import Which

room = session.room()
if room is None:
    go("desk")
    st.stop()
if room.workshop.phase == "draft":
    go("prepare")

name, again = session.sheet_in_hand()
which: Which = "second" if again else "first"
standing = STANDING[desk.standing(room)]
paper = desk.paper(room, name) if name else None
if paper is None:
    session.put_sheet_away()
    look.title("Forms on paper", "paper", PAPER_LEAD)
    if news := session.news():
        st.success(news, icon=":material/check:")
    if desk.standing(room) != "refused":
        typing_in.begin(room)
    if standing:
        st.warning(standing, icon=":material/schedule:")
    typing_in.sheets(room)
    st.header("The form", anchor=False)
    look.note(NUMBER_THEM)
    typing_in.forms(room)
    typing_in.fits(room)
    if st.button(BACK_TO_ROOM, icon=":material/arrow_back:", key="to-lead"):
        go("lead")
else:
    look.title(SHEET_TITLE[which].format(label=paper.label), f"paper-{paper.id}-{which}", SHEET_LEAD[which])
    sheet = typing_in.typing(room, paper, which)
    if standing:
        st.warning(standing, icon=":material/schedule:")
    if sheet.entries and not sheet.missing:
        if again:
            typing_in.compare(room, paper)
        typing_in.finish(room, paper, which)
    typing_in.so_far(room, paper, which, sheet)
    typing_in.lead_on(room, paper, which, sheet)
    typing_in.leave(paper)
