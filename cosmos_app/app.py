"""Navigation: which screens there are. Streamlit runs this file at every click."""

from pathlib import Path

import streamlit as st

from cosmos_app import look, session
from cosmos_app.navigation import go
from cosmos_app.storage import StoreError
from cosmos_app.ways import SCREENS, on_way, result_of, screen_at
from cosmos_app.words import plain

st.set_page_config(page_title="CoSMoS", page_icon=str(Path(__file__).parent / "icon.svg"), layout="centered")
pages = [st.Page(one.file, title=one.title, url_path=one.path, default=not one.path) for one in SCREENS.values()]
page = st.navigation(pages, position="hidden")
name = screen_at(page.url_path)
screen = SCREENS[name]
look.frame(wide=screen.wide, wall=screen.audience == "wall")
trouble = look.trouble_spot()
try:
    if not session.may_enter(screen.audience):
        if session.was_sent_away():  # what they had chosen is bound to the address, so this page can't be left for them
            look.sent_away(name)
            st.stop()
        go("start")
    visit = session.look_up() if screen.audience == "all" else None
    if visit is not None and not on_way(name, visit.way):
        go(result_of(visit.way))
    if screen.audience == "desk":
        look.desk_banner(name)
    elif screen.audience == "lead":
        look.lead_banner(name, at_desk=session.at_desk())
    elif screen.audience == "all":
        look.banner(name, visit)
    page.run()
    look.foot()
except StoreError as error:
    trouble.error(plain(str(error)), icon=":material/error:")
    st.stop()
if (told := session.trouble()) is not None:
    trouble.error(plain(str(told)), icon=":material/error:")
session.settle()
