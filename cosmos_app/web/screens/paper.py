"""On paper: a room's form to print, and what people wrote on it typed in."""

import streamlit as st

from cosmos_app.storage import EntryPass
from cosmos_app.texts import paper as texts
from cosmos_app.web import elements, session
from cosmos_app.web.routes import go
from cosmos_app.web.views.desk import paper_entry
from cosmos_app.workshop.paper import intake

room = session.room()
if room is None:
    go("desk")
    st.stop()
if room.workshop.phase == "draft":
    go("prepare")

name, again = session.sheet_in_hand()
which: EntryPass = "second" if again else "first"
acceptance = intake.acceptance(room)
paper = intake.find(room, name) if name else None
if paper is None:
    session.put_sheet_away()
    elements.title(texts.TITLE(), "paper", texts.LEAD())
    if news := session.flashed():
        st.success(news, icon=":material/check:")
    if acceptance != "refused":
        paper_entry.begin(room)
    paper_entry.say_what_becomes(acceptance)
    paper_entry.papers(room)
    st.header(texts.FORM(), anchor=False)
    elements.note(texts.NUMBER_THEM())
    paper_entry.forms(room)
    paper_entry.fits(room)
    if st.button(texts.BACK_TO_ROOM(), icon=":material/arrow_back:", key="to-lead"):
        go("facilitate")
else:
    elements.title(texts.SHEET_TITLE[which](label=paper.label), f"paper-{paper.id}-{which}", texts.SHEET_LEAD[which]())
    typing = paper_entry.type_in(room, paper, which)
    paper_entry.say_what_becomes(acceptance)
    if typing.entries and not typing.missing:
        if again:
            paper_entry.compare(room, paper)
        paper_entry.finish(room, paper, which)
    paper_entry.so_far(paper, which, typing)
    paper_entry.lead_on(room, paper, which, typing)
    paper_entry.leave(paper)
