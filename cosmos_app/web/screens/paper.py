"""On paper: a room's form to print, and what people wrote on it typed in."""

import streamlit as st

from cosmos_app.storage import Which
from cosmos_app.texts.paper import BACK_TO_ROOM, NUMBER_THEM, PAPER_LEAD, SHEET_LEAD, SHEET_TITLE, STANDING
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go
from cosmos_app.web.views import paper_entry
from cosmos_app.workshop.paper import desk

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
    elements.title("Forms on paper", "paper", PAPER_LEAD)
    if news := session.news():
        st.success(news, icon=":material/check:")
    if desk.standing(room) != "refused":
        paper_entry.begin(room)
    if standing:
        st.warning(standing, icon=":material/schedule:")
    paper_entry.sheets(room)
    st.header("The form", anchor=False)
    elements.note(NUMBER_THEM)
    paper_entry.forms(room)
    paper_entry.fits(room)
    if st.button(BACK_TO_ROOM, icon=":material/arrow_back:", key="to-lead"):
        go("lead")
else:
    elements.title(SHEET_TITLE[which].format(label=paper.label), f"paper-{paper.id}-{which}", SHEET_LEAD[which])
    sheet = paper_entry.typing(room, paper, which)
    if standing:
        st.warning(standing, icon=":material/schedule:")
    if sheet.entries and not sheet.missing:
        if again:
            paper_entry.compare(room, paper)
        paper_entry.finish(room, paper, which)
    paper_entry.so_far(room, paper, which, sheet)
    paper_entry.lead_on(room, paper, which, sheet)
    paper_entry.leave(paper)
